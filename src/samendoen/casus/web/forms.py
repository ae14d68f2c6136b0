"""Forms of the case. They read and hint; the actions decide."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models import ACTIESTATUSSEN, OORDELEN, REDENEN, SPREKERS
from samendoen.casus.rules import Actiestatus, Spreker
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, Chips, DatumVeld, kies

Keuzes = Iterable[tuple[Any, Any]]


def vul(form: forms.Form, veld: str, keuzes: Keuzes) -> None:
    """Give a field its choices of today."""
    form.fields[veld].choices = list(keuzes)  # type: ignore[attr-defined]


class OpenForm(forms.Form):
    """Open a casus: who directs it, and since when."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    regisseur = forms.TypedChoiceField(
        label=_("Wie wordt regisseur?"),
        help_text=_("De regisseur is het vaste gezicht voor het huishouden. Er is er altijd precies één."),
        coerce=int,
        widget=forms.Select,
        error_messages=kies(_("Kies wie de regie voert.")),
    )
    op = DatumVeld(label=_("Geopend op"))

    def __init__(self, *args: Any, collegas: Keuzes = (), zelf: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "regisseur", collegas)
        self.fields["regisseur"].initial = zelf
        self.fields["kenmerk"].initial = uuid4
        self.fields["op"].initial = klok.vandaag


class RegieForm(forms.Form):
    """Hand over the direction."""

    regisseur = forms.TypedChoiceField(
        label=_("Wie neemt de regie over?"),
        coerce=int,
        widget=forms.Select,
        error_messages=kies(_("Kies wie de regie overneemt.")),
    )
    op = DatumVeld(label=_("Eerste dag"))

    def __init__(self, *args: Any, collegas: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "regisseur", [("", _("Kies een collega")), *collegas])
        self.fields["op"].initial = klok.vandaag


class TweedeForm(forms.Form):
    """Who stands beside the director."""

    tweede = forms.TypedChoiceField(
        label=_("Wie werkt er als tweede professional?"),
        help_text=_("Iemand die meekijkt als de veiligheid of de complexiteit daarom vraagt."),
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.Select,
        error_messages=kies(_("Kies een collega uit de lijst.")),
    )

    def __init__(self, *args: Any, collegas: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "tweede", [("", _("Niemand")), *collegas])


class SluitForm(forms.Form):
    """Why and when a casus closes."""

    reden = forms.ChoiceField(
        label=_("Reden"),
        choices=[(r.value, naam) for r, naam in REDENEN.items()],
        widget=forms.RadioSelect,
        error_messages=kies(_("Kies een reden.")),
    )
    op = DatumVeld(label=_("Gesloten op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag


class DagForm(forms.Form):
    """On which day something was done."""

    op = DatumVeld(label=_("Op"))

    def __init__(self, *args: Any, label: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag
        if label:
            self.fields["op"].label = label


class VaststelForm(DagForm):
    """From which day the concept holds; carries what one read of it."""

    gezien = forms.CharField(required=False, widget=forms.HiddenInput)
    zag = forms.CharField(required=False, widget=forms.HiddenInput)

    def toon(self, gezien: str, zag: str) -> None:
        """Carry along what the page shows now: the next time one has read that."""
        nieuw = {"gezien": gezien, "zag": zag}
        self.initial = {**self.initial, **nieuw}
        if self.is_bound:
            self.data = {**self.data.dict(), **nieuw}  # type: ignore[attr-defined]


class EvaluatieForm(forms.Form):
    """When to look back together."""

    evaluatie_op = DatumVeld(
        label=_("Wanneer kijkt u samen terug?"),
        help_text=_("Ruim daarvoor komt er een taak op Vandaag."),
        required=False,
    )
    gezien = forms.DateField(required=False, widget=forms.HiddenInput)


class BetrekForm(forms.Form):
    """Who of the household is involved as well."""

    persoon = forms.TypedChoiceField(
        label=_("Wie komt erbij?"), coerce=int, widget=ChipEen, error_messages=kies(_("Kies iemand."))
    )

    def __init__(self, *args: Any, mensen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "persoon", mensen)


class AfrondForm(forms.Form):
    """How an action ended."""

    status = forms.ChoiceField(
        label=_("Hoe liep het af?"),
        choices=[(s.value, ACTIESTATUSSEN[s]) for s in (Actiestatus.GEDAAN, Actiestatus.GESTOPT)],
        initial=Actiestatus.GEDAAN.value,
        widget=ChipEen,
        error_messages=kies(_("Kies gedaan of gestopt.")),
    )
    op = DatumVeld(label=_("Op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag


class AkkoordForm(forms.Form):
    """What somebody thinks of the plan, and who said so."""

    oordeel = forms.ChoiceField(
        label=_("Wat vindt deze persoon van het plan?"),
        choices=[(o.value, naam) for o, naam in OORDELEN.items()],
        widget=ChipEen,
        error_messages=kies(_("Kies uit de lijst.")),
    )
    gezegd_door = forms.MultipleChoiceField(
        label=_("Wie zei dat?"),
        choices=[(s.value, naam) for s, naam in SPREKERS.items()],
        widget=Chips,
        error_messages={"required": _("Kies wie het zei."), "invalid_choice": _("Kies wie het zei.")},
    )
    toelichting = forms.CharField(
        label=_("Wat wil deze persoon anders?"),
        help_text=_("Nodig als iemand het niet eens is. In de eigen woorden."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    op = DatumVeld(label=_("Gezegd op"))

    def __init__(self, *args: Any, sprekers: Sequence[Spreker] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gezegd_door"].initial = [s.value for s in sprekers]
        self.fields["op"].initial = klok.vandaag
