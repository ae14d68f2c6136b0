"""Forms of Koers. They read and hint; the actions decide."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.actions.agenda import LANGSTE_TEKST
from samendoen.beleid.models.agenda import ASPECTEN, KLEUREN
from samendoen.cijfers.api import indicatornamen
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, DatumVeld


class StandForm(forms.Form):
    """Set one light, with its reason."""

    aspect = forms.ChoiceField(
        label=_("Waar gaat het licht over?"),
        choices=[(a.value, naam) for a, naam in ASPECTEN.items()],
        widget=ChipEen,
        error_messages={"required": _("Kies kwaliteit, tijd of geld.")},
    )
    kleur = forms.ChoiceField(
        label=_("Hoe staat het ervoor?"),
        choices=[(k.value, naam) for k, naam in KLEUREN.items()],
        widget=ChipEen,
        error_messages={"required": _("Kies een licht.")},
    )
    peildatum = DatumVeld(label=_("Op welke dag?"))
    toelichting = forms.CharField(
        label=_("Waarom?"),
        help_text=_("De raad leest dit in het rapport. Noem geen namen van mensen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE_TEKST,
        error_messages={"required": _("Schrijf op waarom het licht zo staat.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["peildatum"].initial = klok.vandaag


class VerantwoordingForm(forms.Form):
    """Write the account of an activity."""

    tekst = forms.CharField(
        label=_("Verantwoording"),
        help_text=_("Wat is er gedaan en wat kwam ervan? Noem geen namen van mensen."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LANGSTE_TEKST,
        error_messages={"required": _("Schrijf in een paar zinnen op hoe het ervoor staat.")},
    )


class IndicatorForm(forms.Form):
    """Choose by which figure a goal shows."""

    indicator = forms.ChoiceField(label=_("Indicator"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        namen = sorted(indicatornamen().items(), key=lambda paar: paar[1])
        self.fields["indicator"].choices = [("", _("Geen cijfer")), *namen]  # type: ignore[attr-defined]
