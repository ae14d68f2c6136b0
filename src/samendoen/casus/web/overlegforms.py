"""Forms of case tables. They read and hint; the actions decide."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus.actions.agendapunt import LANGSTE
from samendoen.casus.web.forms import Keuzes, vul
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, DatumVeld, kies


def _geheel(waarde: str) -> int | None:
    return int(waarde) if waarde else None


def _overlegveld(label: Any) -> forms.TypedChoiceField:
    zin = kies(gettext_lazy("Kies een overleg."))
    return forms.TypedChoiceField(label=label, coerce=int, error_messages=zin)


class OverlegForm(forms.Form):
    """Which table, of which team, when, and who chairs it."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    tafel = forms.ChoiceField(
        label=gettext_lazy("Welk overleg?"), error_messages=kies(gettext_lazy("Kies een overleg."))
    )
    team = forms.ChoiceField(
        label=gettext_lazy("Van welk team?"), error_messages=kies(gettext_lazy("Kies een team."))
    )
    op = DatumVeld(label=gettext_lazy("Op welke dag?"), initial=klok.vandaag)
    voorzitter = forms.TypedChoiceField(
        label=gettext_lazy("Wie zit voor?"), coerce=_geheel, empty_value=None, required=False
    )

    def __init__(
        self, *args: Any, tafels: Keuzes = (), teams: Keuzes = (), mensen: Keuzes = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if tafels:
            vul(self, "tafel", tafels)
            vul(self, "team", teams)
        else:
            for veld in ("kenmerk", "tafel", "team"):
                del self.fields[veld]
        vul(self, "voorzitter", [("", _("Nog niemand")), *mensen])


class AfzegForm(forms.Form):
    """Why a meeting is not held, and where its open items go."""

    reden = forms.ChoiceField(
        label=gettext_lazy("Waarom gaat het niet door?"),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een reden.")),
    )
    naar = forms.TypedChoiceField(
        label=gettext_lazy("Waar gaan de punten heen?"),
        help_text=gettext_lazy("Wat wacht, staat vanzelf bij het volgende overleg van deze tafel."),
        coerce=_geheel,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: Any, redenen: Keuzes = (), overleggen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "reden", redenen)
        vul(self, "naar", [("", _("Ze wachten op het volgende overleg")), *overleggen])
        if not overleggen:
            del self.fields["naar"]


class DeelnemerForm(forms.Form):
    """A colleague, or somebody from outside."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    gebruiker = forms.TypedChoiceField(
        label=gettext_lazy("Een collega"), coerce=_geheel, empty_value=None, required=False
    )
    naam = forms.CharField(label=gettext_lazy("Of iemand van buiten: naam"), required=False, max_length=200)
    organisatie = forms.CharField(label=gettext_lazy("Organisatie"), required=False, max_length=200)

    def __init__(self, *args: Any, mensen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "gebruiker", [("", _("Geen collega")), *mensen])


class VerplaatsForm(forms.Form):
    """To which meeting an item moves."""

    overleg = _overlegveld(gettext_lazy("Naar welk overleg?"))

    def __init__(self, *args: Any, overleggen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "overleg", [("", _("Kies een overleg")), *overleggen])


class AgendeerForm(VerplaatsForm):
    """On which agenda, and what one wants to discuss."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    overleg = _overlegveld(gettext_lazy("Welk overleg?"))
    vraag = forms.CharField(
        label=gettext_lazy("Wat wilt u bespreken?"),
        help_text=gettext_lazy("Alleen wie het dossier mag openen, leest dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        required=False,
    )


class BespreekForm(forms.Form):
    """What came of an item, and perhaps a task for somebody."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Uitkomst"),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies een uitkomst.")),
    )
    verslag = forms.CharField(
        label=gettext_lazy("Wat is besproken en afgesproken?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE,
        required=False,
    )
    taak = forms.CharField(
        label=gettext_lazy("Taak voor een collega"),
        help_text=gettext_lazy("Leeg: geen taak. Uw collega moet dit dossier mogen openen."),
        max_length=200,
        required=False,
    )
    gebruiker = forms.TypedChoiceField(
        label=gettext_lazy("Voor wie?"), coerce=_geheel, empty_value=None, required=False
    )
    uiterlijk = DatumVeld(label=gettext_lazy("Uiterlijk"), required=False)

    def __init__(self, *args: Any, uitkomsten: Keuzes = (), mensen: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "uitkomst", uitkomsten)
        vul(self, "gebruiker", [("", _("Ikzelf")), *mensen])

    def clean(self) -> dict[str, Any]:
        """Ask by which day a task must be done."""
        gegevens: dict[str, Any] = super().clean() or self.cleaned_data
        if gegevens.get("taak") and not gegevens.get("uiterlijk") and "uiterlijk" not in self.errors:
            self.add_error("uiterlijk", _("Vul in wanneer de taak klaar moet zijn."))
        return gegevens


class DeelForm(forms.Form):
    """What was shared, with whom, on which legal basis."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    deelnemer = forms.TypedChoiceField(
        label=gettext_lazy("Met wie?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=kies(gettext_lazy("Kies met wie u iets deelde.")),
    )
    wat = forms.CharField(
        label=gettext_lazy("Wat is gedeeld?"),
        help_text=gettext_lazy("Kort. Niet meer dan nodig was."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE,
        error_messages={"required": gettext_lazy("Schrijf op wat er is gedeeld.")},
    )
    grond = forms.ChoiceField(
        label=gettext_lazy("Op welke grond?"),
        widget=forms.RadioSelect,
        error_messages=kies(gettext_lazy("Kies waarom delen mocht.")),
    )
    toestemming_op = DatumVeld(
        label=gettext_lazy("Toestemming gegeven op"),
        help_text=gettext_lazy("Alleen bij toestemming."),
        required=False,
    )

    def __init__(self, *args: Any, mensen: Keuzes = (), gronden: Keuzes = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul(self, "deelnemer", mensen)
        vul(self, "grond", gronden)
