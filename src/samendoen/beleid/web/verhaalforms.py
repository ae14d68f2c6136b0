"""Forms of stories."""

import hashlib
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.actions.verhaal import (
    LANGSTE_OMSCHRIJVING,
    LANGSTE_TITEL,
    LANGSTE_VERHAAL,
    NieuwVerhaal,
    Toestemminginvoer,
    Verhaalwijziging,
)
from samendoen.beleid.actions.verhaal_loop import LANGSTE_REDEN
from samendoen.beleid.models.verhaal import GEBRUIKEN, GEVERS, VERTELLERS, WIJZEN
from samendoen.beleid.queries.verhaalbladen import doelkeuzes, dorpkeuzes
from samendoen.beleid.queries.verhaalvlaggen import uitleg
from samendoen.beleid.rules.anonimiteit import Vlag
from samendoen.kernel.api import klok
from samendoen.schil.api import Chips, DatumVeld, kies


class Toestemmingdeel(forms.Form):
    """Consent: by whom, for what, until when, where the proof is kept."""

    gever = forms.ChoiceField(
        label=_("Wie gaf toestemming?"),
        help_text=_("Geen naam. De naam staat op het formulier, en dat bewaart u elders."),
        choices=[(g.value, n) for g, n in GEVERS.items()],
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies wie toestemming gaf.")),
    )
    gebruik = forms.MultipleChoiceField(
        label=_("Waarvoor?"),
        choices=[(g.value, n) for g, n in GEBRUIKEN.items()],
        widget=Chips,
        error_messages={"required": _("Kies ten minste één gebruik.")},
    )
    wijze = forms.ChoiceField(
        label=_("Hoe is het vastgelegd?"),
        choices=[(w.value, n) for w, n in WIJZEN.items()],
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies hoe het is vastgelegd.")),
    )
    vindplaats = forms.CharField(
        label=_("Waar ligt het bewijs?"),
        help_text=_("Het zaaknummer of kenmerk, bijvoorbeeld Z-2024-0017."),
        max_length=60,
    )
    gegeven_op = DatumVeld(label=_("Gegeven op"))
    tot = DatumVeld(
        label=_("Geldt tot en met"), help_text=_("Hoogstens drie jaar. Daarna wordt alles gewist.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gegeven_op"].initial = klok.vandaag

    def toestemming(self) -> Toestemminginvoer:
        """Return what was filled in."""
        g = self.cleaned_data
        return Toestemminginvoer(
            g["gever"], g["wijze"], g["vindplaats"], tuple(g["gebruik"]), g["gegeven_op"], g["tot"]
        )


class Verhaaldeel(forms.Form):
    """What is told, by whom (a role), beside which goal."""

    doel = forms.TypedChoiceField(label=_("Bij welk doel?"), coerce=int)
    titel = forms.CharField(label=_("Titel"), max_length=LANGSTE_TITEL)
    tekst = forms.CharField(
        label=_("Verhaal"),
        help_text=_("Kort, in gewone woorden. Noem geen namen, adressen, telefoonnummers of geboortedata."),
        widget=forms.Textarea(attrs={"rows": 9}),
        max_length=LANGSTE_VERHAAL,
    )
    verteller = forms.ChoiceField(
        label=_("Wie vertelt?"), choices=[(v.value, n) for v, n in VERTELLERS.items()]
    )
    dorp = forms.ChoiceField(
        label=_("Dorp erbij noemen?"),
        help_text=_("In een klein dorp herkennen mensen elkaar snel."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["doel"].choices = doelkeuzes()  # type: ignore[attr-defined]
        self.fields["dorp"].choices = dorpkeuzes()  # type: ignore[attr-defined]


class NieuwVerhaalForm(Toestemmingdeel, Verhaaldeel):
    """A story with the consent it rests on: that comes first."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    field_order = (
        "gever", "gebruik", "wijze", "vindplaats", "gegeven_op", "tot",
        "doel", "titel", "tekst", "verteller", "dorp",
    )  # fmt: skip

    def verhaal(self) -> NieuwVerhaal:
        """Return what was filled in."""
        g = self.cleaned_data
        return NieuwVerhaal(
            g["kenmerk"], g["doel"], g["titel"], g["tekst"], g["verteller"], self.toestemming(), g["dorp"]
        )


class WijzigForm(Verhaaldeel):
    """Other words for a draft."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def wijziging(self) -> Verhaalwijziging:
        """Return what was filled in."""
        g = self.cleaned_data
        return Verhaalwijziging(g["versie"], g["doel"], g["titel"], g["tekst"], g["verteller"], g["dorp"])


class BeeldForm(forms.Form):
    """A picture or clip, and what one sees and hears in words."""

    bestand = forms.FileField(
        label=_("Foto of filmpje"),
        help_text=_(
            "Jpg, png of mp4, hoogstens 10 MB. Plaats, tijd en toestel halen wij eruit. Gezichten, "
            "huisnummers en kentekens niet: let daar zelf op."
        ),
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.mp4"}),
        allow_empty_file=True,
        error_messages={"required": _("Kies een bestand van hoogstens 10 MB.")},
    )
    omschrijving = forms.CharField(
        label=_("Wat is er te zien en te horen?"),
        help_text=_("Voor wie het beeld niet ziet of hoort. Schrijf bij een filmpje op wat er gezegd wordt."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE_OMSCHRIJVING,
    )


class AanbiedForm(forms.Form):
    """For every sign that is left, why it may stay."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, vlaggen: Sequence[Vlag] = (), redenen: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._velden: dict[str, str] = {}
        for vlag in vlaggen:
            naam, waarom, doe = uitleg(vlag)
            veld = "vlag_" + hashlib.sha256(vlag.sleutel.encode()).hexdigest()[:12]
            self._velden[veld] = vlag.sleutel
            self.fields[veld] = forms.CharField(
                label=f"{naam}: {vlag.fragment}",
                help_text=f"{waarom} {doe}",
                initial=redenen.get(vlag.sleutel, ""),
                max_length=LANGSTE_REDEN,
                error_messages={"required": _("Schrijf op waarom dit kan blijven, of pas de tekst aan.")},
            )

    def redenen(self) -> dict[str, str]:
        """Return the reasons by key of the sign."""
        return {sleutel: self.cleaned_data[veld] for veld, sleutel in self._velden.items()}


class RedenForm(forms.Form):
    """Why a story goes back."""

    reden = forms.CharField(
        label=_("Waarom?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE_REDEN,
        error_messages={"required": _("Schrijf op waarom.")},
    )
