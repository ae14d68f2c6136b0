"""Forms of the front door. They read and hint; the actions decide."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Wet, klok
from samendoen.organisatie.api import teams_voor_keuze
from samendoen.schil.api import ChipEen, DatumVeld
from samendoen.toegang.models import KANALEN, REDENEN, UITKOMSTEN


def kies(zin: Any) -> dict[str, Any]:
    """Return the messages of a choice that was not made, or that does not exist."""
    return {"required": zin, "invalid_choice": zin}


class MeldingForm(forms.Form):
    """Take a melding: the question first, because that is what somebody says first."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    vraag = forms.CharField(
        label=_("Wat is de vraag?"),
        help_text=_("In de woorden van de inwoner."),
        error_messages={"required": _("Schrijf op wat de inwoner vraagt.")},
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
    kader = forms.ChoiceField(
        label=_("Wettelijk kader"),
        choices=Wet.choices,
        widget=ChipEen,
        error_messages=kies(_("Kies een kader.")),
    )
    team = forms.ChoiceField(label=_("Team"), widget=forms.Select, error_messages=kies(_("Kies een team.")))
    kanaal = forms.ChoiceField(
        label=_("Hoe kwam de vraag binnen?"),
        choices=KANALEN.items(),
        widget=ChipEen,
        error_messages=kies(_("Kies hoe de vraag binnenkwam.")),
    )
    ontvangen_op = DatumVeld(label=_("Ontvangen op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = [("", _("Kies een team")), *teams_voor_keuze(klok.vandaag())]  # type: ignore[attr-defined]
        self.fields["kenmerk"].initial = uuid4
        self.fields["ontvangen_op"].initial = klok.vandaag
        self.fields["kanaal"].initial = "telefoon"


class AfhandelForm(forms.Form):
    """How and when the front door was done with it."""

    uitkomst = forms.ChoiceField(
        label=_("Uitkomst"),
        choices=UITKOMSTEN.items(),
        widget=ChipEen,
        error_messages=kies(_("Kies een uitkomst.")),
    )
    op = DatumVeld(label=_("Afgehandeld op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag


class IntrekForm(forms.Form):
    """Why it is taken back."""

    reden = forms.ChoiceField(
        label=_("Reden"), choices=REDENEN.items(), widget=ChipEen, error_messages=kies(_("Kies een reden."))
    )
