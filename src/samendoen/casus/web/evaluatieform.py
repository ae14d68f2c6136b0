"""The form of looking back: per goal and per person the same few questions, named by their number."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samendoen.casus.actions.evaluatieinvoer import (
    LANGSTE,
    Doeluitslaginvoer,
    Evaluatieinvoer,
    Uitkomstinvoer,
)
from samendoen.casus.models import BEREIKT, EINDES, MATES, VERVOLG
from samendoen.casus.queries.evaluatie import Tebespreken, Terugblik, Tevragen
from samendoen.casus.rules import Einde, Vervolg
from samendoen.kernel.api import klok
from samendoen.schil.api import ChipEen, DatumVeld, kies

DAARNA = timedelta(days=91)
"""The next time that is proposed: a quarter from now, on the same day of the week."""


DOELVRAGEN = ("bereikt", "woorden", "vervolg", "reden")
MENSVRAGEN = ("einde", "cijfer", "zonder_hulp", "minder_problemen")


@dataclass(frozen=True, slots=True)
class Doelvelden:
    """A goal with the fields that ask about it."""

    doel: Tebespreken
    velden: tuple[BoundField, ...]


@dataclass(frozen=True, slots=True)
class Mensvelden:
    """Somebody with the fields that ask about the outcome."""

    mens: Tevragen
    velden: tuple[BoundField, ...]


class EvaluatieForm(forms.Form):
    """Look back on every goal; then when to do so again."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    gepland_op = forms.DateField(widget=forms.HiddenInput, required=False)
    op = DatumVeld(label=_("Teruggekeken op"))
    volgende_op = DatumVeld(
        label=_("Wanneer kijkt u weer terug?"),
        help_text=_("Ook als alle hulp stopt: dan kijkt u of het goed blijft gaan."),
    )

    def __init__(self, *args: Any, terugblik: Terugblik, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.terugblik = terugblik
        self.fields["kenmerk"].initial = uuid4
        self.fields["gepland_op"].initial = terugblik.plan.evaluatie_op
        self.fields["op"].initial = klok.vandaag
        self.fields["volgende_op"].initial = klok.vandaag() + DAARNA
        for d in terugblik.doelen:
            self.fields |= _van_een_doel(d)
        for m in terugblik.mensen:
            self.fields |= _van_een_mens(m)

    @property
    def doelen(self) -> list[Doelvelden]:
        """Return the goals with their fields, in the order of the plan."""
        return [Doelvelden(d, self._van(DOELVRAGEN, d.pk)) for d in self.terugblik.doelen]

    @property
    def mensen(self) -> list[Mensvelden]:
        """Return the people with their fields."""
        return [Mensvelden(m, self._van(MENSVRAGEN, m.persoon_id)) for m in self.terugblik.mensen]

    def _van(self, vragen: tuple[str, ...], pk: int) -> tuple[BoundField, ...]:
        return tuple(self[f"{vraag}_{pk}"] for vraag in vragen if f"{vraag}_{pk}" in self.fields)

    def invoer(self) -> Evaluatieinvoer:
        """Return what was filled in, of a valid form."""
        g = self.cleaned_data
        return Evaluatieinvoer(
            kenmerk=g["kenmerk"],
            plan=self.terugblik.plan.pk,
            op=g["op"],
            volgende_op=g["volgende_op"],
            gepland_op=g["gepland_op"],
            doelen=tuple(
                Doeluitslaginvoer(
                    d.doel.kenmerk,
                    g[f"bereikt_{d.pk}"],
                    g[f"woorden_{d.pk}"],
                    g[f"vervolg_{d.pk}"],
                    g[f"reden_{d.pk}"],
                )
                for d in self.terugblik.doelen
            ),
            uitkomsten=tuple(
                Uitkomstinvoer(
                    m.persoon_id,
                    g[f"einde_{m.persoon_id}"],
                    g[f"cijfer_{m.persoon_id}"],
                    g.get(f"zonder_hulp_{m.persoon_id}", ""),
                    g.get(f"minder_problemen_{m.persoon_id}", ""),
                )
                for m in self.terugblik.mensen
            ),
        )


def _van_een_doel(d: Tebespreken) -> dict[str, forms.Field]:
    return {
        f"bereikt_{d.pk}": forms.ChoiceField(
            label=_("Is het doel bereikt?"),
            choices=[(b.value, naam) for b, naam in BEREIKT.items()],
            widget=ChipEen,
            error_messages=kies(_("Kies of het doel bereikt is.")),
        ),
        f"woorden_{d.pk}": forms.CharField(
            label=gettext("Wat vindt %(naam)s ervan?") % {"naam": d.roepnaam},
            help_text=_("In de eigen woorden."),
            widget=forms.Textarea(attrs={"rows": 2}),
            max_length=LANGSTE,
            error_messages={"required": _("Schrijf op wat de inwoner er zelf van vindt.")},
        ),
        f"vervolg_{d.pk}": forms.ChoiceField(
            label=_("Hoe gaat u verder?"),
            choices=[(v.value, naam) for v, naam in VERVOLG.items()],
            initial=Vervolg.DOORGAAN.value,
            widget=ChipEen,
            error_messages=kies(_("Kies hoe u verdergaat.")),
        ),
        f"reden_{d.pk}": forms.CharField(
            label=_("Waarom?"),
            help_text=_("Nodig bij zwaardere hulp en bij stoppen."),
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
            max_length=LANGSTE,
        ),
    }


def _van_een_mens(m: Tevragen) -> dict[str, forms.Field]:
    pk = m.persoon_id
    velden: dict[str, forms.Field] = {
        f"einde_{pk}": forms.ChoiceField(
            label=_("Loopt de hulp nog?"),
            choices=[(e.value, naam) for e, naam in EINDES.items()],
            initial=Einde.LOOPT.value,
            error_messages=kies(_("Kies uit de lijst.")),
        ),
        f"cijfer_{pk}": forms.IntegerField(
            label=gettext("Welk cijfer geeft %(naam)s de hulp?") % {"naam": m.roepnaam},
            help_text=_("Van 1 tot en met 10. Leeg als het niet gezegd is."),
            required=False,
            min_value=1,
            max_value=10,
            widget=forms.NumberInput(attrs={"class": "sd-kort"}),
            error_messages={"invalid": _("Vul een heel getal in van 1 tot en met 10.")},
        ),
    }
    if not m.jeugd:
        return velden
    return velden | {
        f"zonder_hulp_{pk}": _mate(gettext("Kan %(naam)s verder zonder hulp?") % {"naam": m.roepnaam}),
        f"minder_problemen_{pk}": _mate(gettext("Heeft %(naam)s minder problemen?") % {"naam": m.roepnaam}),
    }


def _mate(vraag: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=vraag,
        help_text=_("Nodig als de hulp stopt."),
        choices=[(mate.value, naam) for mate, naam in MATES.items()],
        required=False,
        widget=ChipEen,
    )
