"""Pure rules of lights: a figure is green, orange or red by the bounds that somebody set, from a day on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from samendoen.cijfers.rules.uitdrukking import eind_van


class Kleur(StrEnum):
    """The colour of a light."""

    GROEN = "groen"
    ORANJE = "oranje"
    ROOD = "rood"


@dataclass(frozen=True, slots=True)
class Grens:
    """The bounds of an indicator as somebody set them; a later one (`id`) goes before an earlier.

    `hoger`: a higher figure is better. Without `groen` and `oranje` there is no light from that day on.
    """

    id: int
    geldt_vanaf: date
    hoger: bool
    groen: Decimal | None
    oranje: Decimal | None

    def kleur(self, waarde: Decimal) -> Kleur | None:
        """Return the colour of a figure, None when there is no light. A bound itself is still good."""
        if self.groen is None or self.oranje is None:
            return None
        goed, matig = (
            (waarde >= self.groen, waarde >= self.oranje)
            if self.hoger
            else (waarde <= self.groen, waarde <= self.oranje)
        )
        return Kleur.GROEN if goed else Kleur.ORANJE if matig else Kleur.ROOD


def geldende(grenzen: Iterable[Grens], dag: date) -> Grens | None:
    """Return the bounds that hold for a figure of this day: those from the last day on, then set last."""
    lopend = [g for g in grenzen if g.geldt_vanaf <= dag]
    return max(lopend, key=lambda g: (g.geldt_vanaf, g.id), default=None)


def dag_van(periode: str, peildatum: date) -> date:
    """Return the day of a figure: the last one of its period, or of the snapshot when that is earlier."""
    return min(eind_van(periode) - timedelta(days=1), peildatum) if periode else peildatum


def keur_grenzen(hoger: bool, groen: Decimal, oranje: Decimal) -> bool:
    """Tell whether bounds can hold: orange lies on the worse side of green."""
    return oranje < groen if hoger else oranje > groen
