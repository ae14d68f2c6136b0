"""Rules of looking back on a plan: what can be said of a goal, and which outcomes are asked of whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from samendoen.recht.api import leeftijd

# So far ahead at most the next time to look back is planned.
VERSTE = timedelta(days=366)
JEUGD_TOT = 18
# Youth help that goes on after eighteen ends here (Jeugdwet art. 1.1).
VERLENGD_TOT = 23
JEUGDWET = "jeugd"


class Bereikt(StrEnum):
    """How far a goal was reached."""

    BEREIKT = "bereikt"
    DEELS = "deels"
    NIET = "niet"


class Vervolg(StrEnum):
    """What is done next for a goal."""

    DOORGAAN = "doorgaan"
    OPSCHALEN = "opschalen"
    AFSCHALEN = "afschalen"
    STOPPEN = "stoppen"


class Einde(StrEnum):
    """Drop-out: whether the help for somebody goes on, and else how it ended."""

    LOOPT = "loopt"
    VOLGENS_PLAN = "volgens_plan"
    IN_OVERLEG = "in_overleg"
    DOOR_INWONER = "door_inwoner"
    DOOR_AANBIEDER = "door_aanbieder"
    OMSTANDIGHEDEN = "omstandigheden"


class Mate(StrEnum):
    """An answer to a question of the national outcome criteria for youth."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"


# Heavier help and no help at all are not chosen without saying why.
REDEN_NODIG: frozenset[Vervolg] = frozenset({Vervolg.OPSCHALEN, Vervolg.STOPPEN})
CIJFERS = range(1, 11)


def is_jeugd(geboren: date, op: date, wet: str) -> bool:
    """Tell whether the national outcome criteria for youth are asked of somebody on this day."""
    jaren = leeftijd(geboren, op)
    return jaren < JEUGD_TOT or (wet == JEUGDWET and jaren < VERLENGD_TOT)


@dataclass(frozen=True, slots=True)
class Uitkomststand:
    """What the events say about the outcome for one person."""

    einde: Einde
    cijfer: int | None
    zonder_hulp: Mate | None
    minder_problemen: Mate | None


@dataclass(frozen=True, slots=True)
class Evaluatiestand:
    """What one evaluation says: goals by their `kenmerk`, outcomes by person."""

    op: date
    volgende_op: date
    doelen: Mapping[Any, tuple[Bereikt, Vervolg]]
    uitkomsten: Mapping[int, Uitkomststand]


def evaluatiestand(dag: date, g: Any) -> Evaluatiestand:
    """Return the state of an evaluation from its event."""
    doelen = zip(g.doelen, g.bereikt, g.vervolg, strict=True)
    uitkomsten = zip(g.personen, g.eindes, g.cijfers, g.zonder_hulp, g.minder_problemen, strict=True)
    return Evaluatiestand(
        op=dag,
        volgende_op=g.volgende_op,
        doelen={kenmerk: (Bereikt(b), Vervolg(v)) for kenmerk, b, v in doelen},
        uitkomsten={
            persoon: Uitkomststand(Einde(e), cijfer, Mate(z) if z else None, Mate(m) if m else None)
            for persoon, e, cijfer, z, m in uitkomsten
        },
    )
