"""Screens of safety: the page, the marks, the judgments."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus.actions.merken import hef_merken_op, verleng_merken, zet_merken
from samendoen.casus.actions.taxatie import taxeer_veiligheid, trek_taxatie_in
from samendoen.casus.actions.veiligheidinvoer import LANGSTE, Merkinvoer, Taxatieinvoer
from samendoen.casus.models import MERKSOORTEN, OORDELEN_VEILIGHEID
from samendoen.casus.queries.keuzes import collegas
from samendoen.casus.queries.merken import haal_merk, haal_taxatie
from samendoen.casus.queries.schrijven import Blad, formulierblad
from samendoen.casus.queries.veiligheid import veiligheidsbeeld
from samendoen.casus.rules import Merksoort
from samendoen.casus.web.forms import Keuzes, vul
from samendoen.casus.web.formulier import Formulierpagina, behandel, zonder_vragen
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import ChipEen, DatumVeld, datum_lang, kies, toon

WERKEN = Permissie.CASUS_WERKEN
GELDT = timedelta(days=91)
"""How long a mark holds as proposed: a quarter."""
NIEMAND = gettext_lazy(
    "Alleen professionals met toegang tot deze casus lezen dit. Niemand van het huishouden leest het: het "
    "staat niet in een brief, op een plan of op de tijdlijn."
)


def woordenveld(label: Any, hulp: Any, leeg: Any, rijen: int = 4) -> forms.CharField:
    """Return a field for words of a professional."""
    return forms.CharField(
        label=label,
        help_text=hulp,
        widget=forms.Textarea(attrs={"rows": rijen}),
        max_length=LANGSTE,
        error_messages={"required": leeg},
    )


def _over_wie() -> forms.TypedChoiceField:
    """Return the field that asks about whom it is; the view gives the choices."""
    return forms.TypedChoiceField(
        label=gettext_lazy("Over wie gaat het?"),
        coerce=int,
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies iemand.")),
    )


class MerkForm(forms.Form):
    """Warn colleagues about somebody."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    persoon = _over_wie()
    soort = forms.ChoiceField(
        label=gettext_lazy("Waarvoor waarschuwt u?"),
        choices=[(s.value, naam) for s, naam in MERKSOORTEN.items()],
        initial=Merksoort.AGRESSIE.value,
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies waarvoor u waarschuwt.")),
    )
    instructie = woordenveld(
        gettext_lazy("Wat moet een collega doen?"),
        gettext_lazy("Dit staat boven de casus. Schrijf wat iemand doet, niet hoe iemand is."),
        gettext_lazy("Schrijf op wat een collega moet doen."),
        2,
    )
    reden = woordenveld(
        gettext_lazy("Waarom?"),
        gettext_lazy("Feiten: wat er gebeurde, en wanneer."),
        gettext_lazy("Schrijf op wat er gebeurde."),
    )
    besloten_door = forms.TypedChoiceField(
        label=gettext_lazy("Wie besloot dit?"),
        coerce=int,
        widget=forms.Select,
        error_messages=kies(gettext_lazy("Kies een collega.")),
    )
    van = DatumVeld(label=gettext_lazy("Vanaf"))
    tot = DatumVeld(
        label=gettext_lazy("Tot en met"),
        help_text=gettext_lazy("Hoogstens een half jaar. Daarna vervalt het vanzelf, tenzij u het verlengt."),
    )

    def __init__(
        self, *args: Any, mensen: Keuzes = (), besluiters: Keuzes = (), zelf: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "persoon", mensen)
        vul(self, "besloten_door", besluiters)
        self.fields["besloten_door"].initial = zelf
        self.fields["instructie"].initial = _("Niet alleen op huisbezoek.")
        self.fields["van"].initial = klok.vandaag
        self.fields["tot"].initial = klok.vandaag() + GELDT


class VerlengForm(forms.Form):
    """Until when a mark still holds."""

    tot = DatumVeld(
        label=gettext_lazy("Nog nodig tot en met"), help_text=gettext_lazy("Hoogstens een half jaar vooruit.")
    )


class RedenForm(forms.Form):
    """Why something is not so any more."""

    reden = woordenveld(
        gettext_lazy("Waarom is het niet meer nodig?"),
        gettext_lazy("Of schrijf op dat het een vergissing was."),
        gettext_lazy("Schrijf op waarom."),
        3,
    )


class TaxatieForm(forms.Form):
    """How safe somebody is."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    persoon = _over_wie()
    oordeel = forms.ChoiceField(
        label=gettext_lazy("Hoe veilig is deze persoon?"),
        help_text=gettext_lazy(
            "Acuut: er is nu direct gevaar. Structureel: het is steeds opnieuw onveilig, of dat dreigt."
        ),
        choices=[(o.value, naam) for o, naam in OORDELEN_VEILIGHEID.items()],
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een oordeel.")),
    )
    woorden = woordenveld(
        gettext_lazy("Waar blijkt dat uit?"),
        gettext_lazy("Wat u zag of hoorde, en van wie."),
        gettext_lazy("Schrijf op waar dat uit blijkt."),
    )
    op = DatumVeld(label=gettext_lazy("Ingeschat op"))
    opnieuw_op = DatumVeld(
        label=gettext_lazy("Wanneer kijkt u opnieuw?"),
        help_text=gettext_lazy("Nodig als iemand onveilig is. Drie dagen daarvoor komt er een taak."),
        required=False,
    )

    def __init__(self, *args: Any, mensen: Keuzes = (), wie: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "persoon", mensen)
        self.fields["persoon"].initial = wie
        self.fields["op"].initial = klok.vandaag


@poort(Permissie.VEILIGHEID_ZIEN)
def overzicht(request: Verzoek, casus_id: int) -> HttpResponse:
    """Everything about safety in a casus: marks, judgments, paths of the meldcode."""
    beeld = veiligheidsbeeld(request.actor, casus_id)
    casus = (_("Casus %(nr)s") % {"nr": casus_id}, reverse("casus", args=[casus_id]))
    kruimels = [(_("Casussen"), reverse("casussen")), casus, (_("Veiligheid"), "")]
    return toon(request, "casus/veiligheid.html", {"v": beeld, "niemand": NIEMAND, "kruimels": kruimels})


def pagina(casus_id: int, titel: str, knop: str, gelukt: str, **rest: Any) -> Formulierpagina:
    """Return the page of a form about safety: it leads back to the overview."""
    terug = reverse("veiligheid", args=[casus_id])
    return Formulierpagina(titel, knop, gelukt, terug, via=((_("Veiligheid"), terug),), **rest)


def wie_van(blad: Blad) -> list[tuple[int, str]]:
    """Return (person, name) of everybody in a casus whom this writer may know."""
    return [(m.persoon_id, m.naam) for m in blad.mensen.bekend]


@poort(WERKEN, "GET", "HEAD", "POST")
def merk_zetten(request: Verzoek, casus_id: int) -> HttpResponse:
    """Set a mark."""
    blad = formulierblad(request.actor, casus_id)
    form = MerkForm(
        request.POST or None,
        mensen=wie_van(blad),
        besluiters=collegas([blad.casus.team.groep_id]),
        zelf=request.actor.id,
    )
    over = pagina(
        casus_id,
        _("Merk zetten"),
        _("Merk zetten"),
        _("Het merk staat nu boven de casus. Vergist u zich? Hef het dan op."),
        intro=blad.titel,
        uitleg=str(NIEMAND),
    )

    def zet() -> None:
        zet_merken(request.actor, [Merkinvoer(casus=casus_id, **form.cleaned_data)])

    return behandel(request, blad, form, over, zet)


@poort(WERKEN, "GET", "HEAD", "POST")
def merk_verlengen(request: Verzoek, merk_id: int) -> HttpResponse:
    """Let a mark hold longer."""
    merk = haal_merk(request.actor, merk_id)
    form = VerlengForm(request.POST or None, initial={"tot": _later(merk.tot)})
    blad = formulierblad(request.actor, merk.casus_id)
    over = pagina(
        merk.casus_id,
        _("Merk verlengen"),
        _("Verlengen"),
        _("Het merk geldt langer."),
        intro=_("%(wie)s: %(merk)s") % {"wie": blad.mens(merk.inwoner_id).naam, "merk": merk.instructie},
        uitleg=_("Dit merk geldt tot en met %(dag)s. Daarna vervalt het vanzelf.")
        % {"dag": datum_lang(merk.tot)},
    )
    return behandel(
        request,
        blad,
        form,
        over,
        lambda: verleng_merken(request.actor, [(merk_id, form.cleaned_data["tot"])]),
    )


def _later(tot: date) -> date:
    """Return the last day that is proposed: a quarter after the present one, or after today."""
    return max(tot, klok.vandaag()) + GELDT


@poort(WERKEN, "GET", "HEAD", "POST")
def merk_opheffen(request: Verzoek, merk_id: int) -> HttpResponse:
    """Take a mark away."""
    merk = haal_merk(request.actor, merk_id)
    blad = formulierblad(request.actor, merk.casus_id)
    form = RedenForm(request.POST or None)
    over = pagina(
        merk.casus_id,
        _("Merk opheffen"),
        _("Opheffen"),
        _("Het merk is opgeheven."),
        intro=_("%(wie)s: %(merk)s") % {"wie": blad.mens(merk.inwoner_id).naam, "merk": merk.instructie},
        gevaar=True,
    )

    def hef_op() -> None:
        hef_merken_op(request.actor, [(merk_id, form.cleaned_data["reden"])])

    return behandel(request, blad, form, over, hef_op)


@poort(WERKEN, "GET", "HEAD", "POST")
def taxatie_nieuw(request: Verzoek, casus_id: int) -> HttpResponse:
    """Judge how safe somebody is."""
    return _taxeer(request, casus_id, None)


@poort(WERKEN, "GET", "HEAD", "POST")
def taxatie_opnieuw(request: Verzoek, taxatie_id: int) -> HttpResponse:
    """Look again at somebody who was judged before."""
    rij = haal_taxatie(request.actor, taxatie_id)
    return _taxeer(request, rij.casus_id, rij.inwoner_id)


def _taxeer(request: Verzoek, casus_id: int, wie: int | None) -> HttpResponse:
    blad = formulierblad(request.actor, casus_id)
    form = TaxatieForm(request.POST or None, mensen=wie_van(blad), wie=wie)
    over = pagina(
        casus_id,
        _("Veiligheid inschatten"),
        _("Vastleggen"),
        _("De inschatting is vastgelegd. Vergist u zich? Trek haar dan in."),
        intro=blad.titel,
        uitleg=str(NIEMAND),
    )
    return behandel(request, blad, form, over, _taxatie(request, form, casus_id))


def _taxatie(request: Verzoek, form: forms.Form, casus_id: int) -> Callable[[], object]:
    return lambda: taxeer_veiligheid(request.actor, [Taxatieinvoer(casus=casus_id, **form.cleaned_data)])


@poort(WERKEN, "GET", "HEAD", "POST")
def taxatie_intrekken(request: Verzoek, taxatie_id: int) -> HttpResponse:
    """Ask once, then take a judgment back."""
    rij = haal_taxatie(request.actor, taxatie_id)
    blad = formulierblad(request.actor, rij.casus_id)
    over = pagina(
        rij.casus_id,
        _("Inschatting intrekken"),
        _("Intrekken"),
        _("De inschatting is ingetrokken."),
        intro=_("%(wie)s, ingeschat op %(dag)s")
        % {"wie": blad.mens(rij.inwoner_id).naam, "dag": datum_lang(rij.op)},
        uitleg=_("Doe dit als u zich vergiste. Daarna geldt weer de inschatting die daarvóór kwam."),
        gevaar=True,
    )
    return zonder_vragen(request, blad, over, lambda: trek_taxatie_in(request.actor, taxatie_id))
