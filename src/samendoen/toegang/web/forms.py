"""Forms of the front door. They read and hint; the actions decide."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.inwoners.api import NieuweInwoner
from samendoen.kaart.api import organisaties_voor_keuze
from samendoen.kernel.api import Actor, Wet, klok
from samendoen.organisatie.api import leefgebieden, teams_voor_keuze
from samendoen.schil.api import ChipEen, Chips, DatumVeld, kies
from samendoen.toegang.actions.controle import NieuweMelding, Triagebesluit
from samendoen.toegang.models import KANALEN, MELDERS, REDENEN, ROUTES, UITKOMSTEN, ZORGVRAGERS
from samendoen.toegang.rules import NAAR_TEAM, Melder, Route, Zorgvrager
from samendoen.toegang.web.herkenning import NIEUW, ONBEKEND, Gekozen, lees_teken

OPVOLGEN_NA = timedelta(days=14)
UIT = {"autocomplete": "off", "spellcheck": "false"}


def getypt(form: type[forms.Form], gegevens: QueryDict) -> dict[str, Any]:
    """Return what was typed, to show it again without judging it: a search is no sending."""
    return {
        naam: gegevens.getlist(naam) if isinstance(veld, forms.MultipleChoiceField) else gegevens[naam]
        for naam, veld in form.base_fields.items()
        if naam in gegevens
    }


class InwonerForm(forms.Form):
    """Whom a question is about: somebody recognised, somebody new, or nobody we know.

    What is typed to search is what a new resident is registered with: nothing is asked twice.
    """

    mag_onbekend = True
    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    achternaam = forms.CharField(
        label=gettext_lazy("Achternaam"), required=False, max_length=200, widget=forms.TextInput(UIT)
    )
    geboortedatum = DatumVeld(label=gettext_lazy("Geboortedatum"), required=False)
    bsn = forms.CharField(
        label=gettext_lazy("BSN"),
        required=False,
        max_length=20,
        widget=forms.TextInput({**UIT, "inputmode": "numeric", "class": "sd-bsn"}),
    )
    postcode = forms.CharField(
        label=gettext_lazy("Postcode"),
        required=False,
        max_length=10,
        widget=forms.TextInput({**UIT, "class": "sd-kort"}),
    )
    huisnummer = forms.CharField(
        label=gettext_lazy("Huisnummer"),
        required=False,
        max_length=20,
        widget=forms.TextInput({**UIT, "class": "sd-kort"}),
    )
    inwoner = forms.CharField(
        label=gettext_lazy("Over wie gaat het?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies over wie het gaat.")},
    )
    voornamen = forms.CharField(
        label=gettext_lazy("Voornamen"), required=False, max_length=200, widget=forms.TextInput(UIT)
    )
    tussenvoegsel = forms.CharField(
        label=gettext_lazy("Tussenvoegsel"),
        required=False,
        max_length=30,
        widget=forms.TextInput({**UIT, "class": "sd-kort"}),
    )
    straat = forms.CharField(
        label=gettext_lazy("Straat"), required=False, max_length=120, widget=forms.TextInput(UIT)
    )
    plaats = forms.CharField(
        label=gettext_lazy("Woonplaats"), required=False, max_length=80, widget=forms.TextInput(UIT)
    )
    telefoon = forms.CharField(
        label=gettext_lazy("Telefoon"), required=False, max_length=30, widget=forms.TextInput(UIT)
    )
    geheimhouding = forms.BooleanField(
        label=gettext_lazy("Het adres is geheim"),
        required=False,
        help_text=gettext_lazy("U ziet het adres daarna zelf ook niet meer."),
    )
    van_nieuw = ("voornamen", "tussenvoegsel", "straat", "plaats", "telefoon", "geheimhouding")

    def __init__(self, door: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.door = door
        self.gekozen: Gekozen | None = None
        self.fields["kenmerk"].initial = uuid4

    @property
    def alles_mag_leeg(self) -> bool:
        """Keep the words "mag leeg blijven" away: which fields are needed depends on the choice."""
        return True

    def clean_inwoner(self) -> str:
        """Accept somebody recognised by this user today, somebody new, or nobody we know."""
        waarde = str(self.cleaned_data["inwoner"])
        if waarde == NIEUW or (waarde == ONBEKEND and self.mag_onbekend):
            return waarde
        self.gekozen = lees_teken(self.door, waarde)
        if self.gekozen is None:
            raise forms.ValidationError(_("Zoek de inwoner opnieuw en kies iemand uit de lijst."))
        return waarde

    def clean(self) -> dict[str, Any]:
        """Ask of somebody new what nobody can be registered without."""
        gegevens = self.cleaned_data
        if gegevens.get("inwoner") == NIEUW:
            if not gegevens.get("achternaam"):
                self.add_error("achternaam", _("Vul de achternaam in."))
            if not gegevens.get("geboortedatum") and "geboortedatum" not in self.errors:
                self.add_error("geboortedatum", _("Vul de geboortedatum in, bijvoorbeeld 22-4-1975."))
        return gegevens

    def nieuwe_inwoner(self) -> NieuweInwoner | None:
        """Return the resident to register; None when that is not what was chosen."""
        d = self.cleaned_data
        if d["inwoner"] != NIEUW:
            return None
        return NieuweInwoner(
            kenmerk=uuid5(UUID(str(d["kenmerk"])), "inwoner"),
            achternaam=d["achternaam"],
            geboortedatum=d["geboortedatum"],
            bsn=d["bsn"],
            postcode=d["postcode"],
            huisnummer=d["huisnummer"],
            **{veld: d[veld] for veld in self.van_nieuw},
        )


class MeldingForm(InwonerForm):
    """Take a melding: the question first, because that is what somebody says first."""

    vraag = forms.CharField(
        label=gettext_lazy("Wat is de vraag?"),
        help_text=gettext_lazy("In de woorden van de inwoner."),
        error_messages={"required": gettext_lazy("Schrijf op wat de inwoner vraagt.")},
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
        max_length=4000,
    )
    kader = forms.ChoiceField(
        label=gettext_lazy("Wettelijk kader"),
        choices=Wet.choices,
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een kader.")),
    )
    leefgebieden = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        required=False,
        widget=Chips,
        error_messages=kies(gettext_lazy("Kies leefgebieden uit de lijst.")),
    )
    kanaal = forms.ChoiceField(
        label=gettext_lazy("Hoe kwam de vraag binnen?"),
        choices=KANALEN.items(),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies hoe de vraag binnenkwam.")),
    )
    spoed = forms.BooleanField(
        label=gettext_lazy("Spoed"),
        required=False,
        help_text=gettext_lazy("Er is vandaag of morgen al hulp nodig."),
    )
    ontvangen_op = DatumVeld(label=gettext_lazy("Ontvangen op"))
    melder = forms.ChoiceField(
        label=gettext_lazy("Wie meldt?"),
        choices=MELDERS.items(),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies wie meldt.")),
    )
    niet_gevraagd = forms.BooleanField(
        label=gettext_lazy("De inwoner vraagt hier zelf niet om"), required=False
    )
    zorgvrager = forms.TypedChoiceField(
        label=gettext_lazy("Hoe komt de inwoner bij hulp?"),
        choices=[(z.value, naam) for z, naam in ZORGVRAGERS.items()],
        coerce=int,
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een van de antwoorden.")),
    )
    mede_kaders = forms.MultipleChoiceField(
        label=gettext_lazy("Valt de vraag ook onder een andere wet?"),
        choices=Wet.choices,
        required=False,
        widget=Chips,
        error_messages=kies(gettext_lazy("Kies wetten uit de lijst.")),
    )
    meer = ("ontvangen_op", "melder", "niet_gevraagd", "zorgvrager", "mede_kaders")
    field_order = ("kenmerk", "vraag")  # As they stand on the page, so the list of errors too.

    def __init__(self, door: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(door, *args, **kwargs)
        self.fields["leefgebieden"].choices = list(leefgebieden().items())  # type: ignore[attr-defined]
        begin = {
            "ontvangen_op": klok.vandaag,
            "kanaal": "telefoon",
            "melder": Melder.ZELF.value,
            "zorgvrager": Zorgvrager.ONBEKEND.value,
        }
        for naam, waarde in begin.items():
            self.fields[naam].initial = waarde

    @property
    def meer_open(self) -> bool:
        """Tell whether one of the fields that start out of sight has something to say."""
        return any(self[naam].errors for naam in self.meer)

    def als_melding(self) -> NieuweMelding:
        """Return what is asked to register."""
        d = self.cleaned_data
        return NieuweMelding(
            kenmerk=d["kenmerk"],
            vraag=d["vraag"],
            kanaal=d["kanaal"],
            kader=d["kader"],
            team="",
            ontvangen_op=d["ontvangen_op"],
            inwoner=self.gekozen.persoon_id if self.gekozen else None,
            mede_kaders=tuple(d["mede_kaders"]),
            leefgebieden=tuple(d["leefgebieden"]),
            spoed=d["spoed"],
            melder=d["melder"],
            vrijwillig=not d["niet_gevraagd"],
            zorgvrager=d["zorgvrager"],
        )


class KoppelForm(InwonerForm):
    """Whom a question turned out to be about."""

    mag_onbekend = False


class TriageForm(forms.Form):
    """Where a question goes. Only the fields that belong to the route count."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Waar gaat de vraag naartoe?"),
        choices=ROUTES.items(),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een route.")),
    )
    team = forms.ChoiceField(
        label=gettext_lazy("Team"),
        required=False,
        widget=forms.Select,
        error_messages=kies(gettext_lazy("Dit team bestaat niet. Kies een team uit de lijst.")),
    )
    organisatie = forms.TypedChoiceField(
        label=gettext_lazy("Organisatie"),
        required=False,
        coerce=int,
        empty_value=None,
        error_messages=kies(
            gettext_lazy("Deze organisatie staat niet op de sociale kaart. Kies er een uit de lijst.")
        ),
    )
    contact = forms.CharField(
        label=gettext_lazy("Met wie sprak u daar?"),
        required=False,
        max_length=120,
        widget=forms.TextInput(UIT),
    )
    opvolgen_op = DatumVeld(
        label=gettext_lazy("Navragen op"),
        required=False,
        help_text=gettext_lazy("Op deze dag komt er een taak: is het gelukt?"),
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Nodig als u iets anders kiest dan het voorstel."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = [("", _("Kies een team")), *teams_voor_keuze(klok.vandaag())]
        organisaties = [("", _("Kies een organisatie")), *organisaties_voor_keuze()]
        self.fields["team"].choices = teams  # type: ignore[attr-defined]
        self.fields["organisatie"].choices = organisaties  # type: ignore[attr-defined]
        self.fields["opvolgen_op"].initial = lambda: klok.vandaag() + OPVOLGEN_NA

    @property
    def alles_mag_leeg(self) -> bool:
        """Keep the words "mag leeg blijven" away: which fields are needed depends on the route."""
        return True

    def als_besluit(self, melding_id: int) -> Triagebesluit:
        """Return the decision, without what belongs to another route."""
        d: Mapping[str, Any] = self.cleaned_data
        naar_team = d["uitkomst"] in NAAR_TEAM
        warm = d["uitkomst"] == Route.WARME_OVERDRACHT
        return Triagebesluit(
            melding=melding_id,
            uitkomst=d["uitkomst"],
            team=d["team"] if naar_team else "",
            organisatie=d["organisatie"] if warm else None,
            opvolgen_op=d["opvolgen_op"] if warm else None,
            contact=d["contact"] if warm else "",
            reden=d["reden"],
            gezien=d["gezien"] or None,
        )


class AfhandelForm(forms.Form):
    """How and when the front door was done with it."""

    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Uitkomst"),
        choices=UITKOMSTEN.items(),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een uitkomst.")),
    )
    op = DatumVeld(label=gettext_lazy("Afgehandeld op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag


class BevestigForm(forms.Form):
    """When the letter was sent."""

    op = DatumVeld(label=gettext_lazy("Verstuurd op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag


class IntrekForm(forms.Form):
    """Why it is taken back."""

    reden = forms.ChoiceField(
        label=gettext_lazy("Reden"),
        choices=REDENEN.items(),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een reden.")),
    )
