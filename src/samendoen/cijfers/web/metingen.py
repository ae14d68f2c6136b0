"""Figures that others measured: the list, reading in a file (look first, then take in), taking one back."""

from collections.abc import Sequence

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers.actions.metingen import (
    GROOTSTE,
    Metingverslag,
    Verslagregel,
    lees_metingen_in,
    trek_meting_in,
)
from samendoen.cijfers.models import GEBIEDSOORTEN
from samendoen.cijfers.queries.metingen import getaltekst, meting_met_id
from samendoen.cijfers.queries.metingoverzicht import Elders, documenten, elders_lijst, onder_kop, per_plek
from samendoen.kernel.api import Permissie, Verzoek, geheel, poort
from samendoen.schil.api import Formulierpagina, Kolom, Tabel, aantal, behandel_formulier, kies, toon

MAG = Permissie.BELEID_BEHEREN
HOOGSTENS = 100
"""So many lines of each kind stand on the page; the rest is counted."""
MEESTE_TEKENS = 80


class MetingenForm(forms.Form):
    """A file, and whether to take it in or only look."""

    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("CSV (UTF-8), hoogstens 2 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
        allow_empty_file=True,  # the report says what is wrong with it
        error_messages=kies(gettext_lazy("Kies een bestand.")),
    )
    wat = forms.ChoiceField(
        label=gettext_lazy("Wat wilt u doen?"),
        choices=[
            ("proef", gettext_lazy("Alleen kijken wat er verandert")),
            ("inlezen", gettext_lazy("Inlezen")),
        ],
        initial="proef",
        widget=forms.RadioSelect,
    )


class IntrekForm(forms.Form):
    """Why a figure no longer counts."""

    reden = forms.CharField(
        label=gettext_lazy("Waarom telt dit cijfer niet meer?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@poort(Permissie.CIJFERS_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """List everything that others measured, with source and warning; `bron` keeps one source document."""
    zoek = request.GET.get("q", "").replace("\x00", "").strip()[:MEESTE_TEKENS]
    document, twijfel = request.GET.get("bron", ""), request.GET.get("twijfel", "") == "1"
    gevonden = elders_lijst(zoek, document, alleen_twijfel=twijfel)
    kolommen = [
        Kolom("naam", _("Cijfer")),
        Kolom("gebied", _("Gebied")),
        Kolom("periode", _("Periode"), heel=True),
        Kolom("waarde", _("Waarde"), getal=True),
        Kolom("eenheid", _("Eenheid")),
        Kolom("bron", _("Bron")),
    ]
    tabellen = [
        (kop, Tabel(kop, kolommen, _rijen(kop, deel), toon_titel=False)) for kop, deel in per_plek(gevonden)
    ]
    gegevens = {
        "kruimels": [(_("Cijfers"), reverse("cijfers")), (_("Elders gemeten"), "")],
        "tabellen": tabellen,
        "aantal": aantal(len(gevonden)),
        "q": zoek,
        "bron": document,
        "twijfel": "1" if twijfel else "",
        "twijfelkeuzes": [("", _("Alle cijfers")), ("1", _("Alleen met een waarschuwing"))],
        "bronnen": [("", _("Alle bronnen")), *documenten()],
        "mag_beheren": request.actor.mag(MAG),
    }
    return toon(request, "cijfers/metingen.html", gegevens)


def _rijen(kop: str, deel: Sequence[Elders]) -> list[dict[str, str]]:
    return [
        {**rij, "url": reverse("indicator", args=[rij["code"]]), "onder": rij["twijfel"]}
        for rij in onder_kop(kop, deel)
    ]


@poort(MAG, "GET", "HEAD", "POST")
def inlezen(request: Verzoek) -> HttpResponse:
    """Read in a file, or look what it would change."""
    form = MetingenForm(request.POST or None, request.FILES or None)
    te_groot = request.method == "POST" and "bestand" not in request.FILES and _lengte(request) > GROOTSTE
    verslag: Metingverslag | None = None
    if te_groot:  # larger than what is kept in memory was not read at all
        verslag = lees_metingen_in(request.actor, b" " * (GROOTSTE + 1), proef=True)
    elif request.method == "POST" and form.is_valid():
        inhoud = form.cleaned_data["bestand"].read(GROOTSTE + 1)
        verslag = lees_metingen_in(request.actor, inhoud, proef=form.cleaned_data["wat"] != "inlezen")
    gegevens = {
        "form": MetingenForm() if te_groot else form,
        "verslag": verslag,
        "delen": _delen(verslag) if verslag else [],
        "soorten": ", ".join(GEBIEDSOORTEN),
        "kruimels": [*_kruimels(), (_("Metingen inlezen"), "")],
    }
    return toon(request, "cijfers/metingen_lezen.html", gegevens)


@poort(MAG, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, meting_id: int) -> HttpResponse:
    """Take a figure back, with the reason."""
    rij = meting_met_id(meting_id)
    form = IntrekForm(request.POST or None)
    pagina = Formulierpagina(
        titel=_("Meting intrekken"),
        knop=_("Trek in"),
        gelukt=_("De meting is ingetrokken. Vergist? Lees haar opnieuw in."),
        terug=reverse("indicator", args=[rij.indicator]),
        intro=f"{rij.gebied}, {rij.periode}: {getaltekst(rij.waarde)}",
        uitleg=_("De meting blijft bewaard met uw reden, maar telt niet meer mee."),
        gevaar=True,
    )

    def trek() -> None:
        trek_meting_in(request.actor, meting_id, form.cleaned_data["reden"])

    return behandel_formulier(request, form, pagina, trek, _kruimels())


def _kruimels() -> list[tuple[str, str]]:
    return [(_("Cijfers"), reverse("cijfers")), (_("Elders gemeten"), reverse("metingen"))]


def _lengte(request: Verzoek) -> int:
    return geheel(request.META.get("CONTENT_LENGTH", "") or "0") or 0


def _delen(v: Metingverslag) -> list[tuple[str, Tabel, int]]:
    """Return the parts of a report: heading, table, how many lines more there are."""
    uit = []
    if v.geweigerd:
        kop = f"{_('Dit klopt niet')} ({aantal(len(v.geweigerd))})"
        rijen = [{"regel": _regel(nr), "wat": zin} for nr, zin in v.geweigerd[:HOOGSTENS]]
        kolommen = [Kolom("regel", _("Regel"), heel=True), Kolom("wat", _("Wat er mis is"))]
        tabel = Tabel(kop, kolommen, rijen, toon_titel=False)
        uit.append((kop, tabel, max(0, len(v.geweigerd) - HOOGSTENS)))
    for kop, regels_ in ((_("Nieuw"), v.nieuw), (_("Verbeterd"), v.verbeterd)):
        if regels_:
            titel = f"{kop} ({aantal(len(regels_))})"
            uit.append((titel, _tabel(titel, regels_[:HOOGSTENS]), max(0, len(regels_) - HOOGSTENS)))
    return uit


def _regel(nummer: int) -> str:
    return aantal(nummer) if nummer else _("hele bestand")


def _tabel(titel: str, regels_: tuple[Verslagregel, ...]) -> Tabel:
    rijen = [
        {
            "regel": aantal(r.nummer),
            "indicator": r.indicator,
            "gebied": f"{r.gebied}, {r.periode}",
            "waarde": getaltekst(r.waarde),
            "was": "" if r.was is None else getaltekst(r.was),
            "let_op": " ".join(r.twijfels),
        }
        for r in regels_
    ]
    kolommen = [
        Kolom("regel", _("Regel"), heel=True),
        Kolom("indicator", _("Cijfer")),
        Kolom("gebied", _("Gebied en periode")),
        Kolom("waarde", _("Waarde"), getal=True),
        *([Kolom("was", _("Was"), getal=True)] if any(r.was is not None for r in regels_) else []),
        *([Kolom("let_op", _("Let op"))] if any(r.twijfels for r in regels_) else []),
    ]
    return Tabel(titel, kolommen, rijen, toon_titel=False)
