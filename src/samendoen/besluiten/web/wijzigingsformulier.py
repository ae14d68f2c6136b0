"""Forms to extend, change or end a provision. They read and hint; the actions decide."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.actions.controle import LANGSTE
from samendoen.besluiten.actions.wijzigingscontrole import LANGSTE_NAAM
from samendoen.besluiten.models import REDENEN, UITKOMSTEN, VORMEN
from samendoen.besluiten.rules import EEN_DAG, KIESBAAR, Uitkomst, Vorm
from samendoen.besluiten.rules.wijziging import Verandering, redenen_bij
from samendoen.besluiten.web.forms import OmvangVeld, vul
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, DatumVeld, kies

VELDEN: dict[Verandering, tuple[str, ...]] = {
    Verandering.VERLENGING: ("uitkomst", "reden", "tot", "omvang"),
    Verandering.WIJZIGING: ("uitkomst", "reden", "per", "omvang", "vorm", "aanbieder", "tot"),
    Verandering.BEEINDIGING: ("reden", "laatste", "naar", "verblijf"),
}
"""What each change asks, besides why."""


class WijzigForm(forms.Form):
    """Extend, change or end. What is not of this change is not in the form."""

    alles_mag_leeg = True
    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    uitkomst = forms.ChoiceField(
        label=_("Wat besluit u?"),
        choices=[(u.value, UITKOMSTEN[u]) for u in KIESBAAR],
        widget=ChipEen,
        error_messages=kies(_("Kies een uitkomst.")),
    )
    reden = forms.ChoiceField(label=_("Wat is de reden?"), required=False)
    per = DatumVeld(label=_("Vanaf welke dag?"), required=False)
    laatste = DatumVeld(label=_("Laatste dag van de hulp"), required=False)
    naar = forms.CharField(
        label=_("Naar welke gemeente?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        max_length=LANGSTE_NAAM,
        required=False,
    )
    verblijf = forms.BooleanField(
        label=_("De jeugdige woont in een instelling of een pleeggezin"), required=False
    )
    omvang = OmvangVeld(
        label=_("Hoeveel?"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "sd-kort", "autocomplete": "off"}),
    )
    vorm = forms.ChoiceField(
        label=_("Hoe krijgt iemand de hulp?"),
        choices=[(v.value, naam) for v, naam in VORMEN.items()],
        widget=ChipEen,
        error_messages=kies(_("Kies in natura of een budget.")),
    )
    aanbieder = forms.ChoiceField(label=_("Van wie?"), required=False)
    tot = DatumVeld(label=_("Laatste dag"), help_text=_("Leeg: zonder einddatum."), required=False)
    bevinding = forms.CharField(
        label=_("Wat bleek?"),
        help_text=_("Komt in de brief; schrijf aan de inwoner."),
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
        verandering: Verandering,
        eenheid: str,
        gevraagd: bool,
        totaal: bool,
        pgb: bool,
        jeugd: bool,
        aanbieders: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.verandering = verandering
        vul(self.fields["aanbieder"], [("", _("Nog niet gekozen")), *aanbieders])
        redenen = [(reden.value, REDENEN[reden]) for reden in redenen_bij(verandering)]
        vul(self.fields["reden"], redenen if len(redenen) == 1 else [("", _("Kies een reden")), *redenen])
        self.fields["omvang"].help_text = eenheid
        self.fields["kenmerk"].initial = uuid4
        weg = {veld for velden in VELDEN.values() for veld in velden} - set(VELDEN[verandering])
        weg |= {naam for naam, er in (("uitkomst", gevraagd), ("vorm", pgb), ("verblijf", jeugd)) if not er}
        if verandering is Verandering.VERLENGING:
            self.fields["tot"].help_text = ""
            weg |= set() if totaal else {"omvang"}
        for naam in weg:
            del self.fields[naam]

    def waarden(self) -> dict[str, Any]:
        """Return what is filled in and can be read, as the action takes it (`tot`: first day no longer)."""
        gegevens = dict(self.cleaned_data)
        if gegevens.get("tot"):
            gegevens["tot"] += EEN_DAG
        laatste = gegevens.pop("laatste", None)
        if laatste:
            gegevens["per"] = laatste + EEN_DAG
        if gegevens.get("vorm") == Vorm.PGB:
            gegevens["aanbieder"] = ""
        if gegevens.get("uitkomst") == Uitkomst.AFGEWEZEN:
            gegevens = {k: w for k, w in gegevens.items() if k in NODIG_BIJ_WEIGEREN}
        return gegevens


NODIG_BIJ_WEIGEREN = ("kenmerk", "uitkomst", "bevinding", "motivering", "per")


class WijzigingsaanvraagForm(forms.Form):
    """Apply for an extension or a change."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    motivering = forms.CharField(
        label=_("Wat is de vraag?"),
        help_text=_("In de woorden van de inwoner."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE,
        required=False,
    )
    aangevraagd_op = DatumVeld(label=_("Aangevraagd op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["aangevraagd_op"].initial = klok.vandaag


class HerbeoordelingForm(forms.Form):
    """On which day a provision is looked at again."""

    op = DatumVeld(label=_("Herbeoordelen op"), help_text=_("Leeg: geen herbeoordeling."), required=False)
