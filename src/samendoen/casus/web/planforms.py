"""Forms of a goal and of an action: saved while one types; two writers never overwrite each other."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samendoen.casus.actions.planinvoer import Actieinvoer, Doelinvoer
from samendoen.casus.actions.planschrijven import ACTIETEKSTEN, ACTIEVELDEN, DOELTEKSTEN, DOELVELDEN
from samendoen.casus.definities import gemisredenen, gemissoorten
from samendoen.casus.web.bewaren import Bewaarform
from samendoen.casus.web.forms import Keuzes, vul
from samendoen.kaart.api import NIVEAUS, AanbodWaarde, aanbod, aanbod_voor_keuze
from samendoen.kernel.api import geheel
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import ChipEen, DatumVeld, kies


class Planform(Bewaarform):
    """A part of the concept. Beside the signs of its own fields it carries the number of the concept and the
    signs of all its parts as the page saw them: so it can say what colleagues changed elsewhere."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    zag = forms.CharField(required=False, widget=forms.HiddenInput)


class DoelForm(Planform):
    """A goal: of whom, on which life domain, in whose words, and when we are satisfied."""

    persoon = forms.TypedChoiceField(
        label=_("Van wie is dit doel?"), coerce=int, widget=ChipEen, error_messages=kies(_("Kies iemand."))
    )
    leefgebied = forms.ChoiceField(
        label=_("Leefgebied"), widget=ChipEen, error_messages=kies(_("Kies een leefgebied."))
    )
    tekst = forms.CharField(
        label=_("Wat wil deze persoon bereiken?"),
        help_text=_("In de eigen woorden. Bijvoorbeeld: ik wil weer zelf boodschappen doen."),
        error_messages={"required": _("Schrijf op wat de inwoner wil bereiken.")},
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    tevreden_als = forms.CharField(
        label=_("Wanneer zijn we tevreden?"),
        help_text=_("Zo dat u samen kunt zien of het is gelukt."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )

    VELDEN, TEKSTEN = DOELVELDEN, DOELTEKSTEN
    alles_mag_leeg: ClassVar[bool] = False

    def __init__(self, *args: Any, mensen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "persoon", mensen)
        vul(self, "leefgebied", leefgebieden().items())

    def doel(self, waarden: Mapping[str, Any]) -> Doelinvoer:
        """Return the goal as it is written down."""
        return Doelinvoer(kenmerk=self.cleaned_data["kenmerk"], **waarden)


class ActieForm(Planform):
    """An action: what, on which level, by whom, by when. An offer of the kaart fills in what is empty."""

    aanbod = forms.TypedChoiceField(
        label=_("Aanbod van de sociale kaart"),
        help_text=_("Kiest u een aanbod, dan vult dat in wie er helpt. U kunt het daarna wijzigen."),
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select,
        error_messages=kies(_("Kies een aanbod uit de lijst.")),
    )
    niveau = forms.ChoiceField(
        label=_("Wie helpt?"),
        help_text=_("Van licht naar zwaar: kies de lichtste hulp die genoeg is."),
        choices=[(n.value, naam) for n, naam in NIVEAUS.items()],
        required=False,
        widget=ChipEen,
        error_messages=kies(_("Kies wie helpt.")),
    )
    tekst = forms.CharField(
        label=_("Wat spreken we af?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )
    wie = forms.CharField(label=_("Wie doet dit?"), required=False, max_length=200)
    van = DatumVeld(
        label=_("Begint op"),
        required=False,
        help_text=_("Bij basishulp van het team telt deze dag mee in de cijfers."),
    )
    uiterlijk = DatumVeld(label=_("Uiterlijk, of tot en met"), required=False)
    niet_lichter = forms.CharField(
        label=_("Waarom is lichtere hulp niet genoeg?"),
        help_text=_("Alleen bij maatwerk. Schrijf op wat er lichter is bekeken."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )
    gemist = forms.ChoiceField(
        label=_("Was er lichter aanbod dat past, maar er niet was?"),
        help_text=_("Dit telt mee in wat de praktijk mist: alleen aantallen, geen woorden van iemand."),
        required=False,
        error_messages=kies(_("Kies uit de lijst.")),
    )
    gemis_reden = forms.ChoiceField(
        label=_("Waarom was dat er niet?"),
        help_text=_("Alleen als er iets ontbrak."),
        required=False,
        error_messages=kies(_("Kies uit de lijst.")),
    )
    VELDEN, TEKSTEN = ACTIEVELDEN, ACTIETEKSTEN

    def __init__(self, *args: Any, leefgebied: str = "", huidig: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = aanbod_voor_keuze([leefgebied] if leefgebied else [])
        if huidig and huidig not in dict(keuzes):  # an offer that stopped since: it may stay
            keuzes += [(w.id, f"{w.naam} ({w.organisatie})") for w in aanbod([huidig]).values()]
        vul(self, "aanbod", [("", _("Geen")), *keuzes])
        vul(self, "gemist", [("", _("Nee")), *gemissoorten().items()])
        vul(self, "gemis_reden", [("", _("Niet van toepassing")), *gemisredenen().items()])

    def clean(self) -> dict[str, Any]:
        """Fill in from the chosen offer what was left empty; what is needed then still is said."""
        gegevens = super().clean() or {}
        gekozen = gegevens.get("aanbod")
        if gekozen:
            gegevens |= {v: gegevens.get(v) or w for v, w in uit_aanbod(gekozen).items()}
        for veld, zin in (("niveau", _("Kies wie helpt.")), ("tekst", _("Schrijf op wat er gaat gebeuren."))):
            if not gegevens.get(veld) and veld not in self.errors:
                self.add_error(veld, zin)
        return gegevens

    def actie(self, waarden: Mapping[str, Any]) -> Actieinvoer:
        """Return the action as it is written down."""
        return Actieinvoer(kenmerk=self.cleaned_data["kenmerk"], **waarden)


def uit_aanbod(aanbod_id: int) -> dict[str, str]:
    """Return what an offer says of an action: level, who, and a first sentence."""
    gekozen: AanbodWaarde | None = aanbod([aanbod_id]).get(aanbod_id)
    if gekozen is None:
        return {}
    return {
        "niveau": gekozen.niveau,
        "wie": gekozen.organisatie,
        "tekst": gettext("Gebruik maken van: %(naam)s.") % {"naam": gekozen.naam},
    }


def vul_in(ingevuld: dict[str, Any]) -> dict[str, Any]:
    """Return the form with what the chosen offer says of it; a sentence that somebody wrote stays."""
    gekozen = geheel(str(ingevuld["aanbod"]))
    nieuw = uit_aanbod(gekozen) if gekozen is not None else {}
    eigen = str(ingevuld["tekst"]).strip()
    if eigen and not eigen.startswith(gettext("Gebruik maken van: %(naam)s.").partition("%")[0]):
        nieuw.pop("tekst", None)
    return {**ingevuld, **nieuw, "aanbod": gekozen}
