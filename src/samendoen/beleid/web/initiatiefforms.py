"""Forms of initiatives and of the villages' budget."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.actions.initiatief import LANGSTE_TEKST, Initiatiefgegevens
from samendoen.beleid.actions.initiatief_loop import Besluitinvoer
from samendoen.beleid.models import Initiatief, Plan
from samendoen.beleid.models.initiatief import BESLUITEN, UITKOMSTEN
from samendoen.beleid.queries.initiatieven import dorpsnamen, geldkeuzes, toetsregels
from samendoen.beleid.queries.verhaalbladen import doelkeuzes
from samendoen.beleid.rules.bedragen import eurocent, is_bedrag
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, DatumVeld


def als_invoer(cent: int) -> str:
    """Return an amount of cents as one types it."""
    return f"{cent // 100},{cent % 100:02d}"


class Bedragveld(forms.CharField):
    """An amount in euros as one writes it; gives cents."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the amount in cents. Raises ValidationError."""
        woorden = str(super().clean(value)).strip()
        if not is_bedrag(woorden) or not any(teken.isdigit() for teken in woorden):
            raise forms.ValidationError(_("Dit is geen bedrag. Schrijf bijvoorbeeld 12.345,67."))
        return eurocent(woorden)


class Regelveld(forms.CharField):
    """One thing per line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False, widget=forms.Textarea(attrs={"rows": 4}), max_length=LANGSTE_TEKST, **kwargs
        )

    def clean(self, value: Any) -> Any:
        """Return the lines that are not empty."""
        return tuple(regel.strip() for regel in str(super().clean(value)).splitlines() if regel.strip())


class Dagenveld(Regelveld):
    """One day per line."""

    def clean(self, value: Any) -> Any:
        """Return the days. Raises ValidationError naming the line that is none."""
        veld = forms.DateField(input_formats=["%Y-%m-%d", "%d-%m-%Y"])
        dagen: list[date] = []
        for regel in super().clean(value):
            try:
                dagen.append(veld.clean(regel))
            except forms.ValidationError as fout:
                raise forms.ValidationError(
                    _("'%(regel)s' is geen dag. Schrijf bijvoorbeeld 22-4-2025.") % {"regel": regel[:20]}
                ) from fout
        return tuple(dagen)


class InitiatiefForm(forms.Form):
    """What is asked, and what is agreed before the start."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    versie = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    naam = forms.CharField(label=gettext_lazy("Hoe heet het?"), max_length=200)
    indiener = forms.CharField(
        label=gettext_lazy("Van welke organisatie of groep?"),
        help_text=gettext_lazy("Geen naam van een mens."),
        max_length=120,
    )
    omschrijving = forms.CharField(
        label=gettext_lazy("Wat gaat er gebeuren?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE_TEKST,
    )
    dorp = forms.ChoiceField(label=gettext_lazy("In welk dorp?"), required=False)
    doel = forms.TypedChoiceField(
        label=gettext_lazy("Voor welk doel?"), coerce=int, empty_value=None, required=False
    )
    van = DatumVeld(label=gettext_lazy("Begint op"))
    tot = DatumVeld(label=gettext_lazy("Duurt tot en met"))
    bedrag = Bedragveld(label=gettext_lazy("Bedrag, in euro's"))
    regel = forms.ChoiceField(label=gettext_lazy("Uit welk geld?"))
    jaar = forms.TypedChoiceField(label=gettext_lazy("Het geld van welk jaar?"), coerce=int)
    beoogd = forms.CharField(
        label=gettext_lazy("Wat moet het bereiken?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE_TEKST,
    )
    gronden = Regelveld(
        label=gettext_lazy("Waarop beoordelen we het?"), help_text=gettext_lazy("Op elke regel één grond.")
    )
    momenten = Dagenveld(
        label=gettext_lazy("Wanneer evalueren we?"),
        help_text=gettext_lazy("Op elke regel één dag, bijvoorbeeld 22-4-2025. U krijgt er een taak voor."),
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regels, jaren = geldkeuzes(plan)
        keuzes: dict[str, list[Any]] = {
            "dorp": [("", _("Hele gemeente")), *((naam, naam) for naam in sorted(dorpsnamen()))],
            "doel": [("", _("Geen doel in het bijzonder")), *doelkeuzes(plan)],
            "regel": regels,
            "jaar": jaren,
        }
        for veld, keus in keuzes.items():
            self.fields[veld].choices = keus  # type: ignore[attr-defined]

    def gegevens(self) -> Initiatiefgegevens:
        """Return what was filled in."""
        g = {k: v for k, v in self.cleaned_data.items() if k not in ("kenmerk", "versie", "bedrag")}
        return Initiatiefgegevens(bedrag_eurocent=self.cleaned_data["bedrag"], **g)


class ToetsForm(forms.Form):
    """Every condition: met, not met, to be worked out; and why."""

    def __init__(self, *args: Any, initiatief: Initiatief, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes: list[str] = []
        for code, regel in toetsregels(initiatief).items():
            self.codes.append(code)
            self.fields[f"uitkomst_{code}"] = forms.ChoiceField(
                label=f"{regel['nummer']}. {regel['titel']}",
                choices=[(u.value, n) for u, n in UITKOMSTEN.items()],
                widget=ChipEen,
                initial=regel["uitkomst"],
                required=False,
            )
            self.fields[f"toelichting_{code}"] = forms.CharField(
                label=_("Waarom? (voorwaarde %(n)s)") % {"n": regel["nummer"]},
                initial=regel["toelichting"],
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=LANGSTE_TEKST,
                required=False,
            )

    def oordelen(self) -> dict[str, tuple[str, str]]:
        """Return what was chosen, by code; a condition without a choice is left out."""
        g = self.cleaned_data
        return {c: (g[f"uitkomst_{c}"], g[f"toelichting_{c}"]) for c in self.codes if g.get(f"uitkomst_{c}")}


class EvaluatieForm(forms.Form):
    """What was found at an agreed moment."""

    op = DatumVeld(label=gettext_lazy("Gehouden op"))
    bevinding = forms.CharField(
        label=gettext_lazy("Wat vonden we?"),
        help_text=gettext_lazy("Loop de afgesproken gronden langs. Noem geen namen van mensen."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LANGSTE_TEKST,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag


class BesluitForm(forms.Form):
    """How it goes on."""

    besluit = forms.ChoiceField(
        label=gettext_lazy("Hoe gaat het verder?"),
        choices=[(b.value, n) for b, n in BESLUITEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe het verder gaat.")},
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE_TEKST,
        error_messages={"required": gettext_lazy("Schrijf op waarom.")},
    )
    besteed = Bedragveld(
        label=gettext_lazy("Wat is er uitgegeven, in euro's?"),
        help_text=gettext_lazy("Wat over is, komt weer beschikbaar."),
    )
    zaak = forms.CharField(
        label=gettext_lazy("Businesscase"),
        help_text=gettext_lazy("Alleen bij structureel: wat betekenen de resultaten in geld?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=LANGSTE_TEKST,
    )
    raad = forms.CharField(
        label=gettext_lazy("Besluit van de raad"),
        help_text=gettext_lazy("Alleen bij structureel: welk besluit maakt budget vrij?"),
        required=False,
        max_length=200,
    )

    def invoer(self) -> Besluitinvoer:
        """Return what was filled in."""
        g = self.cleaned_data
        return Besluitinvoer(g["besluit"], g["reden"], g["besteed"], g["zaak"], g["raad"])


class WaaromForm(forms.Form):
    """Why something is refused or taken back."""

    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE_TEKST,
        error_messages={"required": gettext_lazy("Schrijf op waarom.")},
    )


class VerdeelForm(forms.Form):
    """An amount for a year, and the inhabitants of every village."""

    jaar = forms.IntegerField(
        label=gettext_lazy("Jaar"),
        min_value=2015,
        max_value=2100,
        widget=forms.NumberInput(attrs={"class": "sd-kort"}),
    )
    bedrag = Bedragveld(label=gettext_lazy("Te verdelen, in euro's"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jaar"].initial = klok.vandaag().year
        self.dorpen = list(dorpsnamen())
        for nummer, (dorp, aantal) in enumerate(dorpsnamen().items()):
            self.fields[f"dorp_{nummer}"] = forms.IntegerField(
                label=_("Inwoners van %(dorp)s") % {"dorp": dorp},
                min_value=0,
                initial=aantal,
                widget=forms.NumberInput(attrs={"class": "sd-kort"}),
            )

    def inwoners(self) -> dict[str, int]:
        """Return inhabitants by village."""
        return {dorp: self.cleaned_data[f"dorp_{n}"] for n, dorp in enumerate(self.dorpen)}


class UitgaveForm(forms.Form):
    """What a village spends."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    omschrijving = forms.CharField(
        label=gettext_lazy("Waarvoor?"),
        help_text=gettext_lazy("Bijvoorbeeld: huur van een springkussen. Geen naam van een mens."),
        max_length=200,
    )
    bedrag = Bedragveld(label=gettext_lazy("Bedrag, in euro's"))
    op = DatumVeld(label=gettext_lazy("Op welke dag?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag
