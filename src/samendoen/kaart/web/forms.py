"""Forms of the social map. They read and hint; the actions decide."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.kaart.actions.aanbod import LANGSTE_WACHT, Aanbodgegevens
from samendoen.kaart.actions.organisatie import Organisatiegegevens
from samendoen.kaart.models import DOELGROEPEN, NIVEAUS, TALEN, Aanbod
from samendoen.kaart.queries import organisaties_voor_keuze
from samendoen.kaart.queries.schermen import locaties_voor_keuze
from samendoen.organisatie.api import kernen, leefgebieden
from samendoen.schil.api import ChipEen, Chips

WEKEN = {
    "invalid": _("Vul een aantal weken in, bijvoorbeeld 3."),
    "min_value": _("Vul een aantal weken in van 0 tot en met 260."),
    "max_value": _("Vul een aantal weken in van 0 tot en met 260."),
}


class OrganisatieForm(forms.Form):
    """What the map says about an organisation."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    naam = forms.CharField(
        label=_("Naam"), max_length=120, error_messages={"required": _("Vul de naam van de organisatie in.")}
    )
    omschrijving = forms.CharField(
        label=_("Wat doet deze organisatie?"), required=False, widget=forms.Textarea({"rows": 3})
    )
    telefoon = forms.CharField(
        label=_("Telefoon"),
        max_length=20,
        required=False,
        help_text=_("Van de organisatie, niet van één persoon."),
        widget=forms.TextInput({"class": "sd-kort", "inputmode": "tel"}),
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        error_messages={"invalid": _("Vul een e-mailadres in, bijvoorbeeld info@voorbeeld.nl.")},
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Vul een adres in, bijvoorbeeld https://www.voorbeeld.nl.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4

    def gegevens(self) -> Organisatiegegevens:
        """Return what was filled in."""
        return Organisatiegegevens(**{k: v for k, v in self.cleaned_data.items() if k != "kenmerk"})


class LocatieForm(forms.Form):
    """A place of an organisation."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    naam = forms.CharField(
        label=_("Naam van de plek"),
        max_length=120,
        help_text=_("Bijvoorbeeld: Wijkwinkel."),
        error_messages={"required": _("Vul in hoe deze plek heet.")},
    )
    kern_id = forms.TypedChoiceField(
        label=_("Kern"),
        coerce=int,
        error_messages={"required": _("Kies een kern."), "invalid_choice": _("Kies een kern.")},
    )
    adres = forms.CharField(label=_("Adres"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["kern_id"].choices = [("", _("Kies een kern")), *kernen().items()]  # type: ignore[attr-defined]


class AanbodForm(forms.Form):
    """What the map says about an offer; its organisation is chosen once."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    organisatie_id = forms.TypedChoiceField(
        label=_("Organisatie"), coerce=int, error_messages={"required": _("Kies een organisatie.")}
    )
    naam = forms.CharField(
        label=_("Naam"),
        max_length=120,
        error_messages={"required": _("Geef het aanbod een korte naam.")},
    )
    tekst = forms.CharField(
        label=_("Wat is het?"),
        max_length=1000,
        help_text=_("In gewone taal, zoals u het aan een inwoner uitlegt."),
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Schrijf op wat het is.")},
    )
    niveau = forms.ChoiceField(
        label=_("Niveau"),
        choices=[(n.value, naam) for n, naam in NIVEAUS.items()],
        widget=ChipEen,
        error_messages={"required": _("Kies een niveau.")},
    )
    leefgebieden = forms.MultipleChoiceField(
        label=_("Leefgebieden"),
        widget=Chips,
        error_messages={"required": _("Kies minstens één leefgebied.")},
    )
    doelgroepen = forms.MultipleChoiceField(
        label=_("Voor wie"),
        choices=[(d.value, naam) for d, naam in DOELGROEPEN.items()],
        widget=Chips,
        required=False,
        help_text=_("Niets gekozen: voor iedereen."),
    )
    locaties = forms.TypedMultipleChoiceField(
        label=_("Waar"),
        coerce=int,
        widget=Chips,
        required=False,
        help_text=_("Niets gekozen: in de hele gemeente."),
    )
    prijs = forms.CharField(
        label=_("Kosten"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: Gratis, of € 6 per keer."),
    )
    wachttijd_weken = forms.IntegerField(
        label=_("Wachttijd in weken"),
        required=False,
        min_value=0,
        max_value=LANGSTE_WACHT,
        widget=forms.TextInput({"class": "sd-kort", "inputmode": "numeric"}),
        error_messages=WEKEN,
    )
    aanmelden = forms.CharField(
        label=_("Zo meldt u iemand aan"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
    )
    talen = forms.MultipleChoiceField(
        label=_("Talen"), choices=list(TALEN.items()), widget=Chips, required=False
    )

    def __init__(
        self, *args: Any, organisatie_id: int | None = None, vast: bool = False, **kwargs: Any
    ) -> None:
        """`vast`: the organisation stands and is not asked; without places there is nothing to choose."""
        super().__init__(*args, **kwargs)
        keuzes = [("", _("Kies een organisatie")), *organisaties_voor_keuze()]
        self.fields["organisatie_id"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["organisatie_id"].initial = organisatie_id
        self.fields["kenmerk"].initial = uuid4
        self.fields["leefgebieden"].choices = list(leefgebieden().items())  # type: ignore[attr-defined]
        plekken = locaties_voor_keuze(organisatie_id) if organisatie_id else []
        self.fields["locaties"].choices = plekken  # type: ignore[attr-defined]
        if not plekken:
            del self.fields["locaties"]
        if vast:
            del self.fields["organisatie_id"]

    def gegevens(self) -> Aanbodgegevens:
        """Return what was filled in."""
        lijsten = ("leefgebieden", "doelgroepen", "locaties", "talen")
        rest = ("naam", "tekst", "niveau", "prijs", "wachttijd_weken", "aanmelden")
        ingevuld: dict[str, Any] = {naam: self.cleaned_data[naam] for naam in rest}
        return Aanbodgegevens(**ingevuld | {naam: tuple(self.cleaned_data.get(naam, ())) for naam in lijsten})


def beginwaarden(rij: Aanbod) -> dict[str, Any]:
    """Return what the form of an existing offer starts with."""
    velden = ("naam", "tekst", "niveau", "leefgebieden", "doelgroepen", "prijs", "wachttijd_weken")
    return {veld: getattr(rij, veld) for veld in (*velden, "aanmelden", "talen")} | {
        "locaties": list(rij.locaties.values_list("pk", flat=True))
    }


class BevestigForm(forms.Form):
    """No question: sending it is the answer."""
