"""Forms of Koers. They read and hint; the actions decide."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.actions.agenda import LANGSTE_TEKST, NieuweStand
from samendoen.beleid.models.agenda import ASPECTEN, KLEUREN
from samendoen.beleid.rules import Aspect
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, DatumVeld


class StandenForm(forms.Form):
    """Set the lights of an activity for one day, each with its reason; what is left open is not set."""

    def __init__(
        self, *args: Any, aspecten: Sequence[Aspect], nu: Mapping[Aspect, tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.aspecten = tuple(aspecten)
        self.fields["peildatum"] = DatumVeld(
            label=_("Op welke dag?"), help_text=_("De dag waarover u rapporteert."), initial=klok.vandaag
        )
        for aspect in self.aspecten:
            kleur, reden = nu.get(aspect, ("", ""))
            naam = str(ASPECTEN[aspect]).capitalize()
            self.fields[f"kleur_{aspect}"] = forms.ChoiceField(
                label=gettext("%(aspect)s: hoe staat het ervoor?") % {"aspect": naam},
                choices=[(k.value, tekst) for k, tekst in KLEUREN.items()],
                widget=ChipEen,
                required=False,
                initial=kleur,
            )
            self.fields[f"toelichting_{aspect}"] = forms.CharField(
                label=gettext("%(aspect)s: waarom?") % {"aspect": naam},
                help_text=gettext(
                    "Nodig als het licht niet groen is, of anders dan het vorige. De raad leest dit. Noem "
                    "geen namen van mensen."
                ),
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=LANGSTE_TEKST,
                required=False,
                initial=reden,
            )

    def clean(self) -> dict[str, Any]:
        """Ask for at least one light."""
        schoon: dict[str, Any] = super().clean() or {}
        if not any(schoon.get(f"kleur_{aspect}") for aspect in self.aspecten):
            self.add_error(f"kleur_{self.aspecten[0]}", _("Kies een licht."))
        return schoon

    def standen(self, activiteit_id: int) -> list[NieuweStand]:
        """Return the lights that were chosen."""
        g = self.cleaned_data
        dag: date = g["peildatum"]
        return [
            NieuweStand(activiteit_id, aspect.value, g[f"kleur_{aspect}"], dag, g[f"toelichting_{aspect}"])
            for aspect in self.aspecten
            if g[f"kleur_{aspect}"]
        ]


class VerantwoordingForm(forms.Form):
    """Write the account of an activity. `basis` is the text that was on screen when the writer began."""

    basis = forms.IntegerField(required=False, widget=forms.HiddenInput)
    tekst = forms.CharField(
        label=_("Verantwoording"),
        help_text=_("Wat is er gedaan en wat kwam ervan? Noem geen namen van mensen."),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=LANGSTE_TEKST,
        error_messages={"required": _("Schrijf in een paar zinnen op hoe het ervoor staat.")},
    )


class OpmerkingForm(forms.Form):
    """Say why something comes back."""

    opmerking = forms.CharField(
        label=_("Wat moet de schrijver weten?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE_TEKST,
        error_messages={"required": _("Schrijf in een paar zinnen op wat er anders moet.")},
    )
