"""Forms about providers and what was agreed with them. They read and hint; the actions decide."""

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.actions.aanbieder import LANGSTE_NAAM
from samendoen.besluiten.rules import EEN_DAG
from samendoen.besluiten.web.forms import OmvangVeld, vul
from samendoen.kernel.api import klok
from samendoen.schil.api import Chips, DatumVeld, kies

KORT = {"class": "sd-kort", "autocomplete": "off"}


class EuroVeld(OmvangVeld):
    """An amount in euros with at most two decimals; gives whole cents."""

    def __init__(self, **kwargs: Any) -> None:
        invoer = forms.TextInput(attrs={"inputmode": "decimal", **KORT})
        super().__init__(decimal_places=2, max_digits=10, widget=invoer, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return cents, or None for nothing."""
        bedrag: Decimal | None = super().clean(value)
        return None if bedrag is None else int(bedrag * 100)


class AanbiederForm(forms.Form):
    """A provider: code, name, place."""

    agb = forms.CharField(
        label=_("AGB-code"),
        help_text=_("Acht cijfers. De vorm wordt gecontroleerd, het register niet."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", **KORT}),
        max_length=20,
    )
    naam = forms.CharField(label=_("Naam"), max_length=LANGSTE_NAAM)
    plaats = forms.CharField(label=_("Plaats"), max_length=LANGSTE_NAAM)

    def __init__(self, *args: Any, met_code: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not met_code:
            del self.fields["agb"]

    def clean_agb(self) -> str:
        """Return the code without the spaces of whoever copied it."""
        return str(self.cleaned_data["agb"]).replace(" ", "")


class RuimteForm(forms.Form):
    """What a provider told about its places and its waiting time."""

    product = forms.ChoiceField(label=_("Waarvoor?"), required=False)
    plaatsen = forms.IntegerField(
        label=_("Plaatsen voor onze inwoners"),
        required=False,
        min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "numeric", **KORT}),
    )
    wachttijd_weken = forms.IntegerField(
        label=_("Wachttijd in weken"),
        help_text=_("0: geen wachttijd."),
        required=False,
        min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "numeric", **KORT}),
    )
    gemeld_op = DatumVeld(label=_("Verteld op"))

    def __init__(self, *args: Any, producten: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["product"], [("", _("Alles wat deze aanbieder levert")), *producten])
        self.fields["gemeld_op"].initial = klok.vandaag


class BerichtenForm(forms.Form):
    """From when on messages are exchanged; empty is not."""

    vanaf = DatumVeld(
        label=_("Berichten uitwisselen vanaf"),
        help_text=_("Leeg: geen berichten. Wat vanaf deze dag wordt toegewezen, gaat per bericht."),
        required=False,
    )


class GezienForm(forms.Form):
    """A form whose consequences are shown before it is saved: `gezien` is the sign of what was shown."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def merk(self) -> str:
        """Return the sign of what is filled in now."""
        waarden = sorted((k, str(v)) for k, v in self.cleaned_data.items() if k != "gezien")
        return sha256(repr(waarden).encode()).hexdigest()[:16]

    @property
    def is_gezien(self) -> bool:
        """Tell whether the consequences of exactly this were shown."""
        return bool(self.cleaned_data.get("gezien") == self.merk())


class PeriodeForm(GezienForm):
    """From when until when; `tot` comes out as the first day no longer."""

    van = DatumVeld(label=_("Eerste dag"))
    tot = DatumVeld(
        label=_("Laatste dag"), help_text=_("Leeg: tot er iets anders wordt afgesproken."), required=False
    )

    def periode(self) -> dict[str, Any]:
        """Return both days as an action takes them."""
        tot = self.cleaned_data.get("tot")
        return {"van": self.cleaned_data["van"], "tot": tot + EEN_DAG if tot else None}


class ContractForm(PeriodeForm):
    """What a provider gives, from when until when."""

    producten = forms.MultipleChoiceField(
        label=_("Wat levert deze aanbieder?"),
        widget=Chips,
        error_messages=kies(_("Kies wat deze aanbieder levert.")),
    )
    field_order = ("producten", "van", "tot")

    def __init__(self, *args: Any, producten: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["producten"], producten)


class TariefForm(PeriodeForm):
    """What a unit costs, from when until when."""

    product = forms.ChoiceField(label=_("Product"), error_messages=kies(_("Kies een product uit de lijst.")))
    eurocent = EuroVeld(label=_("Tarief per eenheid, in euro's"), help_text=_("Bijvoorbeeld 37,40."))
    field_order = ("product", "eurocent", "van", "tot")

    def __init__(self, *args: Any, producten: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self.fields["product"], [("", _("Kies een product")), *producten])


class EindeAfspraakForm(GezienForm):
    """On which day an agreement ends; empty is that it goes on."""

    tot = DatumVeld(label=_("Laatste dag"), help_text=_("Leeg: het loopt door."), required=False)


class IntrekForm(GezienForm):
    """No question: sending it, after what it changes was shown, is the answer."""
