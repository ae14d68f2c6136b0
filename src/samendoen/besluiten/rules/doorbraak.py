"""Pure rules of the doorbraakbudget: what is left of the ceiling, and the fold of its events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


def maanden_terug(dag: date, maanden: int) -> date:
    """Return the day so many months before; the last of a month that has no such day."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 - maanden, 12)
    for nummer in (dag.day, 30, 29, 28):
        try:
            return date(jaar, maand + 1, nummer)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")


def ruimte(plafond: int, toegekend: Sequence[tuple[date, int]], dag: date, maanden: int) -> int:
    """Return what a household can still get on `dag`, in eurocents: the ceiling less what was granted in
    the months before it."""
    vanaf = maanden_terug(dag, maanden)
    return max(0, plafond - sum(bedrag for op, bedrag in toegekend if vanaf < op <= dag))


@dataclass(slots=True)
class Vouw:
    """A budget as its events tell it, in eurocents."""

    toegekend: int
    toegekend_op: date
    uitgaven: dict[int, int]

    @property
    def besteed(self) -> int:
        """Return what was spent of it."""
        return sum(self.uitgaven.values())


def vouw_doorbraak(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Vouw | None:
    """Return a budget with what was spent, from its events that were not revoked; None when it was."""
    stand: Vouw | None = None
    for dag, gebeurtenis in gebeurtenissen:
        g: Any = gebeurtenis
        if g.soort == "besluiten.doorbraak_toegekend":
            stand = Vouw(g.bedrag_eurocent, dag, {})
        elif stand is not None and g.soort == "besluiten.doorbraakuitgave_geboekt":
            stand.uitgaven[g.uitgave] = g.bedrag_eurocent
    return stand
