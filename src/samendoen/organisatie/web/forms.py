"""Forms of organisatie. They read and hint; the actions decide."""

import re
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import ROLNAMEN, Actor, Wet, klok
from samendoen.organisatie.actions.medewerker import GEEN_MEDEWERKERROL, Registratiegegevens
from samendoen.organisatie.models import BEVOEGDHEDEN, MANDAATROLLEN, REGISTRATIES, Medewerker
from samendoen.organisatie.queries import teams_voor_keuze
from samendoen.organisatie.queries.personen import te_melden, vervangers
from samendoen.schil.api import ChipEen, Chips, DatumVeld

BEDRAG = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}|-))?")
ROLKEUZES = [(rol.value, naam) for rol, naam in ROLNAMEN.items() if rol not in GEEN_MEDEWERKERROL]


def _teamkeuzes() -> list[tuple[str, str]]:
    return teams_voor_keuze(klok.vandaag())


class BedragVeld(forms.CharField):
    """An amount in euros as people write it ("15.000", "€ 1.250,50"); gives euro cents."""

    widget = forms.TextInput({"class": "sd-kort", "inputmode": "decimal"})

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        """Return euro cents, None when it is empty."""
        tekst = str(value or "").replace("€", "").replace(" ", "").replace("\xa0", "")
        if not tekst:
            return None
        gelezen = BEDRAG.fullmatch(tekst)
        if not gelezen or len(tekst) > 15:
            raise forms.ValidationError(_("Vul een bedrag in, bijvoorbeeld 15.000 of 1.250,50."))
        centen = gelezen[2] if gelezen[2] and gelezen[2] != "-" else "0"
        return int(gelezen[1].replace(".", "")) * 100 + int(centen)

    def validate(self, value: Any) -> None:
        """Ask for an amount when the field may not stay empty."""
        if self.required and value is None:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """An amount is a number by now: the checks for text do not apply."""


class GegevensForm(forms.Form):
    """Job, hours and professional register."""

    functie = forms.CharField(label=_("Functie"), max_length=120, required=False)
    uren_per_week = forms.DecimalField(
        label=_("Uren per week"),
        required=False,
        max_digits=4,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput({"class": "sd-kort", "inputmode": "decimal"}),
        error_messages={"invalid": _("Vul een getal in, bijvoorbeeld 28 of 31,5.")},
    )
    registratie = forms.ChoiceField(
        label=_("Beroepsregister"),
        required=False,
        choices=[("", _("Geen")), *((r.value, naam) for r, naam in REGISTRATIES.items())],
    )
    registratienummer = forms.CharField(label=_("Registratienummer"), max_length=20, required=False)
    registratie_tot = DatumVeld(label=_("Registratie geldig tot"), required=False)

    def gegevens(self) -> Registratiegegevens:
        """Return what was filled in."""
        ingevuld = self.cleaned_data
        uren: Decimal | None = ingevuld["uren_per_week"]
        return Registratiegegevens(
            functie=ingevuld["functie"],
            registratie=ingevuld["registratie"],
            registratienummer=ingevuld["registratienummer"],
            registratie_tot=ingevuld["registratie_tot"],
            uren_per_week=uren,
        )


class RollenForm(forms.Form):
    """Roles and teams."""

    rollen = forms.MultipleChoiceField(
        label=_("Rollen"),
        choices=ROLKEUZES,
        widget=Chips,
        required=False,
        help_text=_("Een rol bepaalt wat iemand mag doen. Zonder rol kan iemand niets openen."),
    )
    teams = forms.MultipleChoiceField(
        label=_("Teams"),
        widget=Chips,
        required=False,
        help_text=_("Een team bepaalt welke dossiers iemand mag zien."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["teams"].choices = _teamkeuzes()  # type: ignore[attr-defined]


class MedewerkerForm(RollenForm, GegevensForm):
    """A new employee."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    naam = forms.CharField(label=_("Naam"), max_length=120)
    gebruikersnaam = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=80,
        help_text=_("Kleine letters, cijfers, punten en streepjes. Hiermee meldt de medewerker zich aan."),
        widget=forms.TextInput({"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    field_order = ("kenmerk", "naam", "gebruikersnaam", "email", "rollen", "teams", "functie")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["rollen"].required = True

    def clean_gebruikersnaam(self) -> str:
        """Return it in lower case, as everybody types it."""
        return str(self.cleaned_data["gebruikersnaam"]).lower()


class SysteemForm(RollenForm):
    """The account of another system."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    naam = forms.CharField(
        label=_("Naam van het systeem"),
        max_length=120,
        help_text=_("Deze naam komt in het inzagelog en op de tijdlijn te staan."),
    )
    gebruikersnaam = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=80,
        help_text=_("Kleine letters, cijfers, punten en streepjes. Bijvoorbeeld: systeem.website"),
        widget=forms.TextInput({"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["rollen"].required = True

    def clean_gebruikersnaam(self) -> str:
        """Return it in lower case, as everybody types it."""
        return str(self.cleaned_data["gebruikersnaam"]).lower()


class TokenForm(forms.Form):
    """A key for a system: what for, which account, until when."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    naam = forms.CharField(
        label=_("Waarvoor is dit token?"), max_length=80, help_text=_("Bijvoorbeeld: meldformulier website")
    )
    account = forms.TypedChoiceField(label=_("Systeemaccount"), coerce=int)
    geldig_tot_en_met = DatumVeld(label=_("Geldig tot en met"), help_text=_("Hoogstens een jaar vooruit."))

    def __init__(self, accounts: list[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].choices = [("", _("Kies een account")), *accounts]  # type: ignore[attr-defined]
        self.fields["kenmerk"].initial = uuid4


class MandaatForm(forms.Form):
    """A mandate: for whom, what, under which laws, up to which amount, from when."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    rol = forms.ChoiceField(label=_("Voor wie"))
    bevoegdheid = forms.ChoiceField(
        label=_("Bevoegdheid"), choices=[(b.value, n) for b, n in BEVOEGDHEDEN.items()], widget=ChipEen
    )
    kaders = forms.MultipleChoiceField(label=_("Wettelijke kaders"), choices=Wet.choices, widget=Chips)
    teams = forms.MultipleChoiceField(
        label=_("Alleen in deze teams"),
        required=False,
        widget=Chips,
        help_text=_("Niets gekozen: in alle teams."),
    )
    tot_bedrag = BedragVeld(
        label=_("Tot en met bedrag per besluit"),
        required=False,
        help_text=_("In euro's. Laat leeg als er geen grens is, of bij een advies."),
    )
    tweede_handtekening = forms.BooleanField(label=_("Een tweede persoon tekent mee"), required=False)
    van = DatumVeld(label=_("Vanaf"))
    tot = DatumVeld(label=_("Tot"), required=False, help_text=_("De eerste dag waarop het niet meer geldt."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = Medewerker.objects.order_by("gebruiker__naam", "pk").values_list("pk", "gebruiker__naam")
        self.fields["rol"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een rol of een medewerker")),
            (_("Rollen"), list(MANDAATROLLEN.items())),
            (_("Medewerkers"), [(f"m{pk}", naam) for pk, naam in mensen]),
        ]
        self.fields["teams"].choices = _teamkeuzes()  # type: ignore[attr-defined]
        self.fields["kenmerk"].initial = uuid4
        self.fields["van"].initial = klok.vandaag

    def houder(self) -> tuple[int | None, str]:
        """Return the employee's id or the role."""
        gekozen = str(self.cleaned_data["rol"])
        # "m12" is an employee; no role's code is the letter m and digits.
        return (int(gekozen[1:]), "") if re.fullmatch(r"m\d+", gekozen) else (None, gekozen)


class ToetsForm(forms.Form):
    """Ask what an employee may decide. Sent by GET."""

    kader = forms.ChoiceField(label=_("Wettelijk kader"), choices=Wet.choices)
    bedrag = BedragVeld(label=_("Bedrag in euro's"))


class AfwezigForm(forms.Form):
    """Who is away and until when; never why."""

    medewerker = forms.TypedChoiceField(label=_("Wie"), coerce=int)
    van = DatumVeld(label=_("Eerste dag afwezig"))
    tot = DatumVeld(
        label=_("Eerste dag terug"), required=False, help_text=_("Laat leeg als u die nog niet weet.")
    )
    vervanger = forms.TypedChoiceField(
        label=_("Vervanger"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("De vervanger ziet in deze periode het werk van dezelfde teams."),
    )

    def __init__(self, door: Actor, mijn_id: int | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wie = te_melden(door)
        self.fields["medewerker"].choices = wie  # type: ignore[attr-defined]
        self.fields["medewerker"].initial = mijn_id
        if len(wie) == 1:
            self.fields["medewerker"].widget = forms.HiddenInput()
            self.fields["medewerker"].initial = wie[0][0]
        self.fields["vervanger"].choices = [("", _("Niemand")), *vervangers(door)]  # type: ignore[attr-defined]
        self.fields["van"].initial = klok.vandaag


class TerugForm(forms.Form):
    """When somebody is back."""

    tot = DatumVeld(label=_("Eerste dag terug"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].initial = klok.vandaag


class TeamnaamForm(forms.Form):
    """Another name for a team."""

    naam = forms.CharField(label=_("Nieuwe naam"), max_length=120)
    van = DatumVeld(label=_("Vanaf"), help_text=_("Tot die dag houdt het team zijn oude naam."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["van"].initial = klok.vandaag


class BevestigForm(forms.Form):
    """No question: sending it is the answer."""
