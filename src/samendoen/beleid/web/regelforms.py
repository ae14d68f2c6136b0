"""Forms of keeping a plan up. They read and hint; the actions decide."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.actions.regels import LANGSTE_REDEN
from samendoen.beleid.queries.bewerken import eigenaren
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.beleid.rules.planregels import VELDEN

REGELS = _("Elk punt op een eigen regel.")


class Regels(forms.CharField):
    """Points, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> Any:
        """Return the points that are not empty."""
        return [regel.strip() for regel in str(value or "").splitlines() if regel.strip()]

    def prepare_value(self, value: Any) -> Any:
        """Return the points as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def validate(self, value: Any) -> None:
        """Accept what is empty: whether it may be is for the action."""


def _velden() -> dict[str, forms.Field]:
    """Return every field that a line can have; made anew for every form."""
    return {
        "titel": forms.CharField(label=_("Titel"), max_length=200, widget=forms.Textarea(attrs={"rows": 2})),
        "tevreden_als": forms.CharField(
            label=_("Wanneer zijn we tevreden?"), required=False, widget=forms.Textarea(attrs={"rows": 3})
        ),
        "tellen": Regels(label=_("We tellen"), required=False, help_text=REGELS),
        "vertellen": Regels(label=_("We vertellen"), required=False, help_text=REGELS),
        "toelichting": forms.CharField(
            label=_("Toelichting"), required=False, widget=forms.Textarea(attrs={"rows": 3})
        ),
        "resultaat": forms.CharField(label=_("Beloofd resultaat"), widget=forms.Textarea(attrs={"rows": 3})),
        "partners": Regels(
            label=_("Partners"),
            required=False,
            help_text=_("Namen van organisaties, elke op een eigen regel. Geen namen van mensen."),
        ),
        "eigenaar": forms.TypedChoiceField(
            label=_("Eigenaar"),
            required=False,
            coerce=int,
            empty_value=None,
            help_text=_("Wie de lichten zet en de verantwoording schrijft."),
        ),
    }


class RegelForm(forms.Form):
    """A theme, goal or activity, to add or to change. `versie` is the one that was on screen."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, soort: Regelsoort, *args: Any, nieuw: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.namen = VELDEN[soort]
        alle = _velden()
        for naam in self.namen:
            self.fields[naam] = alle[naam]
        if "eigenaar" in self.fields:
            keuzes = [("", _("Nog niemand")), *eigenaren()]
            self.fields["eigenaar"].choices = keuzes  # type: ignore[attr-defined]
        if soort is Regelsoort.DOEL or (soort is Regelsoort.ACTIVITEIT and not nieuw):
            self.fields["reden"] = forms.CharField(
                label=_("Waarom verandert dit?"),
                help_text=_("De raad kan dit lezen.")
                if soort is Regelsoort.DOEL
                else _("Nodig als het beloofde resultaat verandert. De raad kan dit lezen."),
                required=False,
                max_length=LANGSTE_REDEN,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def waarden(self) -> dict[str, Any]:
        """Return what was filled in of the line itself."""
        return {naam: self.cleaned_data[naam] for naam in self.namen}

    @property
    def reden(self) -> str:
        """Return why, "" when it was not asked."""
        return str(self.cleaned_data.get("reden", ""))


class RedenForm(forms.Form):
    """Why a line ends, or runs again."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    reden = forms.CharField(
        label=_("Waarom?"),
        help_text=_("De raad kan dit lezen."),
        max_length=LANGSTE_REDEN,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf in een paar zinnen op waarom.")},
    )
