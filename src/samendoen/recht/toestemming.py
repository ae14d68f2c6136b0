"""Who consents to youth help, by age: Jeugdwet art. 7.3.4, 7.3.5 and 7.3.15.

Under 12 the parents with authority, from 12 to 15 both the parents and the youth, from 16 the youth alone.
From 12 on, whoever cannot weigh their own interests is represented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samendoen.recht.leeftijd import leeftijd


class Wie(StrEnum):
    """A party whose consent can be needed."""

    OUDERS = "ouders met gezag"
    JEUGDIGE = "jeugdige"
    VERTEGENWOORDIGER = "wettelijk vertegenwoordiger"


@dataclass(frozen=True, slots=True)
class Toestemmingsregel:
    """For ages from `vanaf` up to but not including `tot`: everyone in `nodig` must consent."""

    vanaf: int
    tot: int | None
    nodig: frozenset[Wie]
    grondslag: str
    uitleg: str


REGELS = (
    Toestemmingsregel(
        0, 12, frozenset({Wie.OUDERS}), "Jeugdwet art. 7.3.4 en 7.3.15",
        "Onder de 12 jaar beslissen de ouders met gezag. Het kind krijgt wel uitleg die het begrijpt.",
    ),
    Toestemmingsregel(
        12, 16, frozenset({Wie.OUDERS, Wie.JEUGDIGE}), "Jeugdwet art. 7.3.4 en 7.3.5",
        "Van 12 tot en met 15 jaar beslissen de jeugdige en de ouders met gezag samen.",
    ),
    Toestemmingsregel(
        16, None, frozenset({Wie.JEUGDIGE}), "Jeugdwet art. 7.3.4 en 7.3.5",
        "Vanaf 16 jaar beslist de jeugdige zelf.",
    ),
)  # fmt: skip

WILSONBEKWAAM_KIND = Toestemmingsregel(
    12, 18, frozenset({Wie.OUDERS}), "Jeugdwet art. 7.3.15",
    "De jeugdige kan de eigen belangen niet wegen: de ouders met gezag beslissen.",
)  # fmt: skip
WILSONBEKWAAM_VOLWASSEN = Toestemmingsregel(
    18, None, frozenset({Wie.VERTEGENWOORDIGER}), "Jeugdwet art. 7.3.15",
    "De jongere kan de eigen belangen niet wegen: de wettelijk vertegenwoordiger beslist.",
)  # fmt: skip


def toestemming_nodig(geboren: date, op: date, *, wilsbekwaam: bool = True) -> Toestemmingsregel:
    """Return who must consent to youth help on a day.

    `wilsbekwaam` is False when the youth cannot reasonably weigh their own interests in this matter; under
    12 that changes nothing. Raises `Rechtsfout` if the day lies before the birth.
    """
    jaren = leeftijd(geboren, op)
    if not wilsbekwaam and jaren >= 12:
        return WILSONBEKWAAM_KIND if jaren < 18 else WILSONBEKWAAM_VOLWASSEN
    return next(regel for regel in REGELS if regel.tot is None or jaren < regel.tot)


def is_toegestaan(regel: Toestemmingsregel, gegeven: frozenset[Wie]) -> bool:
    """Tell whether everyone whose consent the rule asks for has given it."""
    return regel.nodig <= gegeven
