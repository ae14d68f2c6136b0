"""Forms about residents. They read and hint; the actions decide."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.inwoners.models import GESLACHTEN, GEZINSROLLEN, KANALEN, RELATIESOORTEN, TALEN, Inwoner
from samendoen.inwoners.rules import Geslacht, Gezinsrol
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, DatumVeld

KORT = {"class": "sd-kort"}
CIJFERS = {"class": "sd-kort", "inputmode": "numeric", "autocomplete": "off"}
ADRESVELDEN = ("straat", "huisnummer", "postcode", "plaats", "geheimhouding")
NIEUW = "nieuw"
ROLKEUZES = [(rol.value, naam) for rol, naam in GEZINSROLLEN.items()]


class InwonerForm(forms.Form):
    """Who somebody is, where they live and how they are reached. Surname and birth date are enough."""

    alles_mag_leeg = True  # the page says what is needed, instead of every other field what is not
    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    voornamen = forms.CharField(label=_("Voornamen"), required=False, max_length=200)
    tussenvoegsel = forms.CharField(
        label=_("Tussenvoegsel"), required=False, max_length=30, widget=forms.TextInput(KORT)
    )
    achternaam = forms.CharField(
        label=_("Achternaam"),
        max_length=200,
        error_messages={"required": _("Vul de achternaam in, zoals op het identiteitsbewijs.")},
    )
    roepnaam = forms.CharField(label=_("Roepnaam"), required=False, max_length=100)
    geboortedatum = DatumVeld(label=_("Geboortedatum"))
    geslacht = forms.ChoiceField(
        label=_("Geslacht"),
        choices=[(g.value, naam) for g, naam in GESLACHTEN.items()],
        initial=Geslacht.ONBEKEND.value,
        widget=ChipEen,
    )
    bsn = forms.CharField(
        label=_("Burgerservicenummer"),
        required=False,
        max_length=20,
        help_text=_("Negen cijfers, van het identiteitsbewijs."),
        widget=forms.TextInput(CIJFERS),
    )
    straat = forms.CharField(label=_("Straat"), required=False, max_length=120)
    huisnummer = forms.CharField(
        label=_("Huisnummer"), required=False, max_length=20, widget=forms.TextInput(KORT)
    )
    postcode = forms.CharField(
        label=_("Postcode"), required=False, max_length=10, widget=forms.TextInput(KORT)
    )
    plaats = forms.CharField(label=_("Plaats"), required=False, max_length=80)
    geheimhouding = forms.BooleanField(
        label=_("Geheim adres"),
        required=False,
        help_text=_("Alleen de regisseur, de tweede professional en de leiding zien het adres dan nog."),
    )
    telefoon = forms.CharField(
        label=_("Telefoon"), required=False, max_length=30, widget=forms.TextInput({"inputmode": "tel"})
    )
    email = forms.CharField(
        label=_("E-mailadres"), required=False, max_length=200, widget=forms.TextInput({"inputmode": "email"})
    )
    voorkeurskanaal = forms.ChoiceField(
        label=_("Liefst bereikt per"),
        required=False,
        choices=[("", _("Geen voorkeur")), *((k.value, naam) for k, naam in KANALEN.items())],
    )
    voorkeurstaal = forms.ChoiceField(label=_("Taal"), choices=list(TALEN.items()), initial="nl")
    laaggeletterd = forms.BooleanField(label=_("Moeite met lezen of schrijven"), required=False)
    overleden_op = DatumVeld(label=_("Overleden op"), required=False)
    toch = forms.BooleanField(label=_("Dit is iemand anders"), required=False)

    def __init__(
        self, *args: Any, rij: Inwoner | None = None, zonder: Iterable[str] = (), **kwargs: Any
    ) -> None:
        """`rij`: who is changed; `zonder`: fields that this actor may not see."""
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        if rij is not None:
            self.initial = {veld: getattr(rij, veld) for veld in self.fields if hasattr(rij, veld)}
            if rij.voorkeurstaal not in TALEN:
                keuzes = [*TALEN.items(), (rij.voorkeurstaal, rij.voorkeurstaal)]
                self.fields["voorkeurstaal"].choices = keuzes  # type: ignore[attr-defined]
        else:
            del self.fields["overleden_op"]
        for veld in zonder:
            del self.fields[veld]

    def gegevens(self) -> dict[str, Any]:
        """Return what was filled in about the resident."""
        return {veld: w for veld, w in self.cleaned_data.items() if veld not in ("kenmerk", "toch")}


class ZoekForm(forms.Form):
    """Who is meant: by name with birth date, or by number. Exact, as recognising is (record 0007)."""

    achternaam = forms.CharField(label=_("Achternaam"), required=False, max_length=200)
    geboortedatum = DatumVeld(label=_("Geboortedatum"), required=False)
    bsn = forms.CharField(
        label=_("Of het burgerservicenummer"),
        required=False,
        max_length=20,
        widget=forms.TextInput(CIJFERS),
    )
    alles_mag_leeg = True

    def clean_geboortedatum(self) -> date | None:
        """Refuse a day that has yet to come: nobody was born then."""
        dag: date | None = self.cleaned_data["geboortedatum"]
        if dag and dag > klok.vandaag():
            raise forms.ValidationError(_("De geboortedatum ligt in de toekomst. Controleer het jaartal."))
        return dag

    def clean(self) -> dict[str, Any]:
        """Ask for enough to mean one person."""
        ingevuld: dict[str, Any] = super().clean() or self.cleaned_data
        genoeg = ingevuld.get("bsn") or (ingevuld.get("achternaam") and ingevuld.get("geboortedatum"))
        if not self.errors and not genoeg:
            raise forms.ValidationError(
                _("Vul de achternaam en de geboortedatum in, of het burgerservicenummer.")
            )
        return ingevuld


class MetZoekvraag(forms.Form):
    """A form below a search: what was searched for travels along, so that its answer can be found again."""

    achternaam = forms.CharField(required=False, widget=forms.HiddenInput)
    geboortedatum = forms.DateField(required=False, widget=forms.HiddenInput)
    bsn = forms.CharField(required=False, widget=forms.HiddenInput)


class LidForm(MetZoekvraag):
    """Who joins a household: one of those found, or somebody who is registered at once."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    persoon = forms.ChoiceField(
        label=_("Wie is het?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie het is.")},
    )
    voornamen = forms.CharField(label=_("Voornamen"), required=False, max_length=200)
    tussenvoegsel = forms.CharField(
        label=_("Tussenvoegsel"), required=False, max_length=30, widget=forms.TextInput(KORT)
    )
    zelfde_adres = forms.BooleanField(label=_("Woont op hetzelfde adres"), required=False, initial=True)
    rol = forms.ChoiceField(
        label=_("Rol in het huishouden"),
        widget=ChipEen,
        choices=ROLKEUZES,
        error_messages={"required": _("Kies een rol.")},
    )
    eigen_rol = forms.ChoiceField(
        widget=ChipEen, choices=ROLKEUZES, error_messages={"required": _("Kies een rol.")}
    )
    van = DatumVeld(label=_("Woont hier sinds"), help_text=_("Bij een kind mag dit de geboortedatum zijn."))
    elders = forms.BooleanField(
        label=_("Dit kind woont ook ergens anders, en staat daar ingeschreven"), required=False
    )

    def __init__(
        self,
        *args: Any,
        gevonden: Iterable[tuple[int, str]],
        alleen: str = "",
        adres: bool = True,
        **kwargs: Any,
    ) -> None:
        """`alleen`: the name of who has no household yet; `adres`: whether there is one to take over."""
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["van"].initial = klok.vandaag
        keuzes = [*((str(pk), tekst) for pk, tekst in gevonden), (NIEUW, _("Nieuw: schrijf deze persoon in"))]
        self.fields["persoon"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["persoon"].initial = keuzes[0][0]
        if alleen:
            self.fields["eigen_rol"].label = _("Rol van %(naam)s") % {"naam": alleen}
            self.fields["eigen_rol"].initial = Gezinsrol.OUDER.value
        else:
            del self.fields["eigen_rol"]
        if not adres:
            del self.fields["zelfde_adres"]

    def clean(self) -> dict[str, Any]:
        """Ask for a name and a birth date of somebody new."""
        ingevuld: dict[str, Any] = super().clean() or self.cleaned_data
        wie = ingevuld.get("achternaam") and ingevuld.get("geboortedatum")
        if ingevuld.get("persoon") == NIEUW and not wie:
            self.add_error("persoon", _("Zoek eerst op achternaam en geboortedatum, en schrijf dan in."))
        return ingevuld


class EindeForm(forms.Form):
    """The first day on which something holds no longer."""

    tot = DatumVeld()

    def __init__(self, *args: Any, label: Any, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].label = label
        self.fields["tot"].help_text = hint
        self.fields["tot"].initial = klok.vandaag


class GezagForm(MetZoekvraag):
    """Who gets custody, from when."""

    gezaghebber = forms.TypedChoiceField(
        label=_("Wie heeft gezag?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie gezag heeft.")},
    )
    van = DatumVeld(label=_("Sinds"), help_text=_("Vaak is dit de geboortedatum van het kind."))

    def __init__(self, *args: Any, wie: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = list(wie)
        self.fields["gezaghebber"].choices = keuzes  # type: ignore[attr-defined]
        if len(keuzes) == 1:
            self.fields["gezaghebber"].initial = keuzes[0][0]


class RelatieForm(forms.Form):
    """Somebody who matters: a housemate, or a name with a telephone number."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    soort = forms.ChoiceField(
        label=_("Wat voor relatie?"),
        widget=ChipEen,
        choices=[(soort.value, naam) for soort, naam in RELATIESOORTEN.items()],
        error_messages={"required": _("Kies een soort.")},
    )
    ander = forms.TypedChoiceField(
        label=_("Iemand uit het huishouden"), coerce=int, empty_value=None, required=False
    )
    naam = forms.CharField(label=_("Of een naam"), required=False, max_length=200)
    telefoon = forms.CharField(
        label=_("Telefoon"), required=False, max_length=30, widget=forms.TextInput({"inputmode": "tel"})
    )
    adres = forms.CharField(
        label=_("Postadres"),
        required=False,
        max_length=200,
        help_text=_("Waar brieven voor deze vertegenwoordiger naartoe gaan. Zet komma's tussen de regels."),
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        required=False,
        max_length=200,
        help_text=_("Bijvoorbeeld: buurvrouw, doet op woensdag de boodschappen."),
    )
    van = DatumVeld(label=_("Sinds"))

    def __init__(self, *args: Any, wie: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", _("Niemand uit het huishouden")), *wie]
        self.fields["ander"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["kenmerk"].initial = uuid4
        self.fields["van"].initial = klok.vandaag
        if len(keuzes) == 1:
            del self.fields["ander"]
            self.fields["naam"].label = _("Naam")
