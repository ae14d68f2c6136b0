"""Forms of decisions. They read and hint; the actions decide."""

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.actions.controle import LANGSTE
from samendoen.besluiten.models import REDENEN, UITKOMSTEN, VORMEN, WIJZEN
from samendoen.besluiten.queries.keuzes import Groep
from samendoen.besluiten.rules import EEN_DAG, GEEFT, KIESBAAR, Toewijzingswijze, Vorm
from samendoen.besluiten.rules.wijziging import BIJ_TOEWIJZING
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, DatumVeld, kies

VAN_TOEKENNING = ("omvang", "van", "tot", "vorm", "aanbieder", "wijze")


def vul(veld: forms.Field, keuzes: Sequence[Any]) -> None:
    """Give a field its choices."""
    veld.choices = list(keuzes)  # type: ignore[attr-defined]


class AanvraagForm(forms.Form):
    """Apply: for whom, what, from which action of the plan, and why."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    persoon = forms.TypedChoiceField(
        label=_("Voor wie?"), coerce=int, widget=ChipEen, error_messages=kies(_("Kies voor wie dit is."))
    )
    product = forms.ChoiceField(
        label=_("Wat wordt aangevraagd?"), error_messages=kies(_("Kies een product uit de lijst."))
    )
    actie = forms.TypedChoiceField(
        label=_("Bij welke afspraak in het plan hoort dit?"),
        coerce=lambda waarde: int(waarde) if waarde else None,
        empty_value=None,
        required=False,
    )
    motivering = forms.CharField(
        label=_("Wat is de vraag?"),
        help_text=_("In de woorden van de inwoner."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE,
        required=False,
    )
    aangevraagd_op = DatumVeld(label=_("Aangevraagd op"))

    def __init__(
        self,
        *args: Any,
        personen: Sequence[tuple[int, str]],
        producten: Sequence[Groep],
        acties: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["persoon"], personen)
        vul(self.fields["product"], [("", _("Kies een product")), *producten])
        vul(self.fields["actie"], [("", _("Bij geen afspraak")), *acties])
        self.fields["kenmerk"].initial = uuid4
        self.fields["aangevraagd_op"].initial = klok.vandaag
        if not acties:
            del self.fields["actie"]


class OmvangVeld(forms.DecimalField):
    """A number with a comma or a point before its decimals, whatever language the screen is in."""

    widget = forms.TextInput
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Vul een getal in, bijvoorbeeld 2,5."),
    }

    def to_python(self, value: Any) -> Any:
        """Return the number; a text with both signs is no number."""
        tekst = value.strip() if isinstance(value, str) else value
        if isinstance(tekst, str) and "," in tekst:
            tekst = "x" if "." in tekst else tekst.replace(",", ".")
        return super().to_python(tekst)


class BeslisForm(forms.Form):
    """Decide. What is granted is asked by the action when the outcome grants something.

    So no field says by itself that it may stay empty; the hints say which ones may.
    """

    alles_mag_leeg = True
    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    uitkomst = forms.ChoiceField(
        label=_("Wat besluit u?"),
        choices=[(u.value, UITKOMSTEN[u]) for u in KIESBAAR],
        widget=ChipEen,
        error_messages=kies(_("Kies een uitkomst.")),
    )
    omvang = OmvangVeld(
        label=_("Hoeveel?"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "sd-kort", "autocomplete": "off"}),
    )
    van = DatumVeld(label=_("Eerste dag"), help_text=_("Vanaf deze dag geldt de hulp."), required=False)
    tot = DatumVeld(label=_("Laatste dag"), help_text=_("Leeg: zonder einddatum."), required=False)
    vorm = forms.ChoiceField(
        label=_("Hoe krijgt iemand de hulp?"),
        choices=[(v.value, naam) for v, naam in VORMEN.items()],
        widget=ChipEen,
        error_messages=kies(_("Kies in natura of een budget.")),
    )
    aanbieder = forms.ChoiceField(
        label=_("Van wie?"), help_text=_("Kiezen mag ook later, bij het toewijzen."), required=False
    )
    wijze = forms.ChoiceField(
        label=_("Wat krijgt de aanbieder te horen?"),
        help_text=_("Bij een budget vult u hierboven het hele bedrag in euro in."),
        choices=[(w.value, naam) for w, naam in WIJZEN.items()],
        initial=Toewijzingswijze.SPECIFIEK.value,
        required=False,
    )
    bevinding = forms.CharField(
        label=_("Wat bleek uit het onderzoek?"),
        help_text=_("Komt in de brief; schrijf aan de inwoner."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        required=False,
    )
    niet_lichter = forms.CharField(
        label=_("Waarom is lichtere hulp niet genoeg?"),
        help_text=_("Wat iemand zelf, het netwerk en hulp voor iedereen niet kunnen oplossen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        required=False,
    )
    motivering = forms.CharField(
        label=_("Waarom besluit u dit?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        error_messages={"required": _("Schrijf op waarom u dit besluit.")},
    )

    def __init__(
        self,
        *args: Any,
        eenheid: str,
        pgb: bool,
        eigen_uitgifte: bool,
        aanbieders: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["aanbieder"], [("", _("Nog niet gekozen")), *aanbieders])
        self.fields["omvang"].help_text = eenheid
        self.fields["kenmerk"].initial = uuid4
        if not pgb:
            del self.fields["vorm"]
        if eigen_uitgifte:
            del self.fields["aanbieder"], self.fields["niet_lichter"], self.fields["wijze"]

    def clean(self) -> dict[str, Any]:
        """Pass over what a refusal does not ask: those fields are out of sight then."""
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("uitkomst") and gegevens["uitkomst"] not in GEEFT:
            for veld in VAN_TOEKENNING:
                self.errors.pop(veld, None)
                gegevens.pop(veld, None)
        return gegevens

    def waarden(self) -> dict[str, Any]:
        """Return what is filled in and can be read, as an action takes it (`tot`: first day no longer)."""
        gegevens = dict(self.cleaned_data)
        if gegevens.get("tot"):
            gegevens["tot"] += EEN_DAG
        gegevens["wijze"] = gegevens.get("wijze") or Toewijzingswijze.SPECIFIEK.value
        if gegevens.get("vorm") == Vorm.PGB:
            gegevens |= {"aanbieder": "", "wijze": Toewijzingswijze.SPECIFIEK.value}
        return gegevens


class DagForm(forms.Form):
    """On which day something happened."""

    op = DatumVeld(label=_("Op welke dag?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag


class ToewijsForm(forms.Form):
    """Ask a provider."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    aanbieder = forms.ChoiceField(
        label=_("Aanbieder"), error_messages=kies(_("Kies een aanbieder uit de lijst."))
    )
    op = DatumVeld(label=_("Toegewezen op"))

    def __init__(self, *args: Any, aanbieders: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["aanbieder"], [("", _("Kies een aanbieder")), *aanbieders])
        self.fields["kenmerk"].initial = uuid4
        self.fields["op"].initial = klok.vandaag


class EindeForm(forms.Form):
    """The last day of an assignment."""

    tot = DatumVeld(label=_("Laatste dag"), help_text=_("Daarna kunt u de voorziening opnieuw toewijzen."))
    reden = forms.ChoiceField(
        label=_("Wat is de reden?"),
        help_text=_("De aanbieder krijgt deze reden in het bericht."),
        choices=[(reden.value, REDENEN[reden]) for reden in BIJ_TOEWIJZING],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].initial = klok.vandaag


class StartForm(forms.Form):
    """The first day of help."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    begin = DatumVeld(label=_("Eerste dag van de hulp"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["begin"].initial = klok.vandaag


class StopForm(forms.Form):
    """The last day of help, and why it stopped."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    eind = DatumVeld(label=_("Laatste dag van de hulp"))
    reden = forms.ChoiceField(label=_("Waarom?"), error_messages=kies(_("Kies een reden uit de lijst.")))

    def __init__(self, *args: Any, redenen: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["reden"], [("", _("Kies een reden")), *redenen])
        self.fields["kenmerk"].initial = uuid4
        self.fields["eind"].initial = klok.vandaag
