"""Rules of safety: the marks that warn a professional, and how safe somebody was judged to be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

# A mark ends by itself: whoever finds it still needed says so again, at least twice a year (our choice).
LANGSTE_MERK = timedelta(days=183)
# Acute or structural danger is looked at again soon; at most so far ahead one plans (our choice).
LANGSTE_KIJK = timedelta(days=183)


class Merksoort(StrEnum):
    """What a mark warns of."""

    VEILIGHEID = "veiligheid"
    AGRESSIE = "agressie"


class Onveiligheid(StrEnum):
    """How a professional judges the safety of somebody (weighing question 2 of the meldcode)."""

    ACUUT = "acuut"
    STRUCTUREEL = "structureel"
    GEEN = "geen"


@dataclass(frozen=True, slots=True)
class Merkstand:
    """What the events say of a mark; `tot` is the last day on which it holds."""

    soort: Merksoort
    casus: int
    persoon: int
    van: date
    tot: date
    opgeheven_op: date | None = None

    def geldt(self, dag: date) -> bool:
        """Tell whether it holds on a day."""
        return self.opgeheven_op is None and self.van <= dag <= self.tot


def vouw_merk(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Merkstand | None:
    """Fold (occurred on, event) in order of recording into a mark; None without events."""
    stand: Merkstand | None = None
    for dag, g in gebeurtenissen:
        if g.soort == "casus.merk_gezet":
            stand = _gezet(g)
        elif stand is not None and g.soort in _STAP:
            stand = _STAP[g.soort](stand, dag, g)
    return stand


def _gezet(g: Any) -> Merkstand:
    return Merkstand(Merksoort(g.merk), g.casus, g.persoon, g.van, g.tot)


_STAP: dict[str, Callable[[Merkstand, date, Any], Merkstand]] = {
    "casus.merk_verlengd": lambda s, _dag, g: replace(s, tot=g.tot),
    "casus.merk_opgeheven": lambda s, dag, _g: replace(s, opgeheven_op=dag),
}
