"""Forms of the case. They read and hint; the actions decide."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samendoen.casus.actions.planinvoer import Actieinvoer, Doelinvoer
from samendoen.casus.models import ACTIESTATUSSEN, OORDELEN, REDENEN, SPREKERS
from samendoen.casus.rules import Actiestatus, Spreker
from samendoen.kaart.api import NIVEAUS, AanbodWaarde, aanbod, aanbod_voor_keuze
from samendoen.kernel.api import geheel, klok
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import ChipEen, Chips, DatumVeld, kies

Keuzes = Iterable[tuple[Any, Any]]


def vul(form: forms.Form, veld: str, keuzes: Keuzes) -> None:
    """Give a field its choices of today."""
    form.fields[veld].choices = list(keuzes)  # type: ignore[attr-defined]


class OpenForm(forms.Form):
    """Open a casus: who directs it, and since when."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    regisseur = forms.TypedChoiceField(
        label=_("Wie wordt regisseur?"),
        help_text=_("De regisseur is het vaste gezicht voor het huishouden. Er is er altijd precies één."),
        coerce=int,
        widget=forms.Select,
        error_messages=kies(_("Kies wie de regie voert.")),
    )
    op = DatumVeld(label=_("Geopend op"))

    def __init__(self, *args: Any, collegas: Keuzes = (), zelf: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "regisseur", collegas)
        self.fields["regisseur"].initial = zelf
        self.fields["kenmerk"].initial = uuid4
        self.fields["op"].initial = klok.vandaag


class RegieForm(forms.Form):
    """Hand over the direction."""

    regisseur = forms.TypedChoiceField(
        label=_("Wie neemt de regie over?"),
        coerce=int,
        widget=forms.Select,
        error_messages=kies(_("Kies wie de regie overneemt.")),
    )
    op = DatumVeld(label=_("Eerste dag"))

    def __init__(self, *args: Any, collegas: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "regisseur", [("", _("Kies een collega")), *collegas])
        self.fields["op"].initial = klok.vandaag


class TweedeForm(forms.Form):
    """Who stands beside the director."""

    tweede = forms.TypedChoiceField(
        label=_("Wie werkt er als tweede professional?"),
        help_text=_("Iemand die meekijkt als de veiligheid of de complexiteit daarom vraagt."),
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.Select,
        error_messages=kies(_("Kies een collega uit de lijst.")),
    )

    def __init__(self, *args: Any, collegas: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "tweede", [("", _("Niemand")), *collegas])


class SluitForm(forms.Form):
    """Why and when a casus closes."""

    reden = forms.ChoiceField(
        label=_("Reden"),
        choices=[(r.value, naam) for r, naam in REDENEN.items()],
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies een reden.")),
    )
    op = DatumVeld(label=_("Gesloten op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag


class DagForm(forms.Form):
    """On which day something was done."""

    op = DatumVeld(label=_("Op"))

    def __init__(self, *args: Any, label: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag
        if label:
            self.fields["op"].label = label


class EvaluatieForm(forms.Form):
    """When to look back together."""

    evaluatie_op = DatumVeld(
        label=_("Wanneer kijkt u samen terug?"),
        help_text=_("Ruim daarvoor komt er een taak op Vandaag."),
        required=False,
    )


class BetrekForm(forms.Form):
    """Who of the household is involved as well."""

    persoon = forms.TypedChoiceField(
        label=_("Wie komt erbij?"), coerce=int, widget=ChipEen, error_messages=kies(_("Kies iemand."))
    )

    def __init__(self, *args: Any, mensen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "persoon", mensen)


class DoelForm(forms.Form):
    """A goal: of whom, on which life domain, in whose words, and when we are satisfied."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
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

    def __init__(self, *args: Any, mensen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "persoon", mensen)
        vul(self, "leefgebied", leefgebieden().items())
        self.fields["kenmerk"].initial = uuid4

    def doel(self) -> Doelinvoer:
        """Return the goal as it is written down."""
        return Doelinvoer(**self.cleaned_data)


class ActieForm(forms.Form):
    """An action: what, on which level, by whom, by when. An offer of the kaart fills in what is empty."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
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
    alles_mag_leeg: ClassVar[bool] = True

    def __init__(self, *args: Any, leefgebied: str = "", huidig: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = aanbod_voor_keuze([leefgebied] if leefgebied else [])
        if huidig and huidig not in dict(keuzes):  # an offer that stopped since: it may stay
            keuzes += [(w.id, f"{w.naam} ({w.organisatie})") for w in aanbod([huidig]).values()]
        vul(self, "aanbod", [("", _("Geen")), *keuzes])
        self.fields["kenmerk"].initial = uuid4

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

    def actie(self) -> Actieinvoer:
        """Return the action as it is written down."""
        return Actieinvoer(**self.cleaned_data)


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


class AfrondForm(forms.Form):
    """How an action ended."""

    status = forms.ChoiceField(
        label=_("Hoe liep het af?"),
        choices=[(s.value, ACTIESTATUSSEN[s]) for s in (Actiestatus.GEDAAN, Actiestatus.GESTOPT)],
        initial=Actiestatus.GEDAAN.value,
        widget=ChipEen,
        error_messages=kies(_("Kies gedaan of gestopt.")),
    )
    op = DatumVeld(label=_("Op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag


class AkkoordForm(forms.Form):
    """What somebody thinks of the plan, and who said so."""

    oordeel = forms.ChoiceField(
        label=_("Wat vindt deze persoon van het plan?"),
        choices=[(o.value, naam) for o, naam in OORDELEN.items()],
        widget=ChipEen,
        error_messages=kies(_("Kies uit de lijst.")),
    )
    gezegd_door = forms.MultipleChoiceField(
        label=_("Wie zei dat?"),
        choices=[(s.value, naam) for s, naam in SPREKERS.items()],
        widget=Chips,
        error_messages={"required": _("Kies wie het zei."), "invalid_choice": _("Kies wie het zei.")},
    )
    toelichting = forms.CharField(
        label=_("Wat wil deze persoon anders?"),
        help_text=_("Nodig als iemand het niet eens is. In de eigen woorden."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    op = DatumVeld(label=_("Gezegd op"))

    def __init__(self, *args: Any, sprekers: Sequence[Spreker] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gezegd_door"].initial = [s.value for s in sprekers]
        self.fields["op"].initial = klok.vandaag


def begin_van_doel(doel: Doelinvoer) -> dict[str, Any]:
    """Return what the form of a goal begins with."""
    return {
        "kenmerk": doel.kenmerk,
        "persoon": doel.persoon,
        "leefgebied": doel.leefgebied,
        "tekst": doel.tekst,
        "tevreden_als": doel.tevreden_als,
    }


def begin_van_actie(actie: Actieinvoer) -> dict[str, Any]:
    """Return what the form of an action begins with."""
    velden: dict[str, UUID | str | int | date | None] = {
        "kenmerk": actie.kenmerk,
        "aanbod": actie.aanbod,
        "niveau": str(actie.niveau),
        "tekst": actie.tekst,
        "wie": actie.wie,
        "van": actie.van,
        "uiterlijk": actie.uiterlijk,
        "niet_lichter": actie.niet_lichter,
    }
    return velden
