"""The list of product codes: look in it, and read in a file; what it changes is shown before it is saved."""

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.actions.productlijst import GROOTSTE, Productlijstverslag, importeer_productcodes
from samendoen.besluiten.queries.productcodes import aantal_codes, codelijst
from samendoen.besluiten.web.aanbieders import MAG
from samendoen.kernel.api import Verzoek, Wet, geheel, klok, poort
from samendoen.schil.api import Kolom, Tabel, aantal, kies, toon

HOOGSTENS = 50
"""So many lines of each kind stand on the page; the rest is counted."""


class LijstForm(forms.Form):
    """A file, and whether to save it or only look."""

    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("CSV (UTF-8) of JSON, hoogstens 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.json"}),
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


@poort(MAG)
def productcodes(request: Verzoek) -> HttpResponse:
    """The codes that hold."""
    zoek = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    wet = request.GET.get("wet", "")
    wet = wet if wet in (Wet.WMO, Wet.JEUGD) else ""
    rijen, deel = codelijst(zoek, wet, klok.vandaag(), geheel(request.GET.get("pagina", "1")) or 1)
    tabel = Tabel(
        _("Productcodes"),
        [
            Kolom("code", _("Code")),
            Kolom("naam", _("Wat")),
            Kolom("wet", _("Wet"), heel=True),
            Kolom("periode", _("Geldt")),
        ],
        rijen,
        leeg=_("Er is nog geen lijst ingelezen. Kies hierboven Lijst inlezen."),
        toon_titel=False,
    )
    wetten = [("", _("Alle wetten")), *((w.value, str(w.label)) for w in (Wet.WMO, Wet.JEUGD))]
    context = {
        "tabel": tabel,
        "deel": deel,
        "q": zoek,
        "wet": wet,
        "wetten": wetten,
        "aantal": aantal_codes(),
    }
    return toon(request, "besluiten/productcodes.html", context)


@poort(MAG, "GET", "HEAD", "POST")
def inlezen(request: Verzoek) -> HttpResponse:
    """Read in a file, or look what it would change."""
    form = LijstForm(request.POST or None, request.FILES or None)
    te_groot = request.method == "POST" and "bestand" not in request.FILES and _lengte(request) > GROOTSTE
    verslag: Productlijstverslag | None = None
    if te_groot:  # larger than what is kept in memory was not read at all
        verslag = importeer_productcodes(request.actor, b" " * (GROOTSTE + 1), proef=True)
    elif request.method == "POST" and form.is_valid():
        inhoud = form.cleaned_data["bestand"].read(GROOTSTE + 1)
        proef = form.cleaned_data["wat"] != "inlezen"
        verslag = importeer_productcodes(request.actor, inhoud, proef=proef)
    context = {
        "form": LijstForm() if te_groot else form,
        "verslag": verslag,
        "delen": _delen(verslag) if verslag else [],
        "kruimels": [(_("Productcodes"), reverse("productcodes")), (_("Lijst inlezen"), "")],
    }
    return toon(request, "besluiten/productlijst.html", context)


def _lengte(request: Verzoek) -> int:
    return geheel(request.META.get("CONTENT_LENGTH", "") or "0") or 0


def _delen(v: Productlijstverslag) -> list[tuple[str, Tabel, int]]:
    """Return the parts of a report: heading, table, how many lines more there are."""
    koppen = {
        _("Geweigerd"): [(nr, zin, "", "") for nr, zin in v.geweigerd],
        _("Nieuw"): v.nieuw,
        _("Gewijzigd"): v.gewijzigd,
        _("Beëindigd"): v.beeindigd,
    }
    return [
        (f"{kop} ({aantal(len(rijen))})", _tabel(kop, rijen[:HOOGSTENS]), max(0, len(rijen) - HOOGSTENS))
        for kop, rijen in koppen.items()
        if rijen
    ]


def _tabel(kop: str, rijen: object) -> Tabel:
    regels = [
        {
            "regel": aantal(nr) if nr else _("hele bestand"),
            "code": code,
            "naam": naam or categorie,
        }
        for nr, categorie, code, naam in rijen  # type: ignore[attr-defined]
    ]
    met_code = any(regel["code"] for regel in regels)
    kolommen = [Kolom("regel", _("Regel"), heel=True)]
    kolommen += [Kolom("code", _("Code"), heel=True)] if met_code else []
    return Tabel(kop, [*kolommen, Kolom("naam", _("Wat"))], regels, toon_titel=False)
