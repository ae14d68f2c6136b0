"""Rules of case tables: where an agenda item stands, its fold, and what counts as consent."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

TOESTEMMING = "toestemming"
"""The legal basis that asks for the day on which somebody said yes."""


class Puntstatus(StrEnum):
    """Where an agenda item stands."""

    OPEN = "open"
    BESPROKEN = "besproken"
    VERPLAATST = "verplaatst"


# status -> action -> status
PUNT_OVERGANGEN: dict[Puntstatus, dict[str, Puntstatus]] = {
    Puntstatus.OPEN: {"bespreek": Puntstatus.BESPROKEN, "verplaats": Puntstatus.VERPLAATST},
    Puntstatus.BESPROKEN: {"bespreek": Puntstatus.BESPROKEN, "heropen": Puntstatus.OPEN},
    Puntstatus.VERPLAATST: {},
}


@dataclass(frozen=True, slots=True)
class PuntStand:
    """An agenda item as its events tell it: its meeting, status, outcome, and to whom something was shared
    (sharing -> legal basis) that was not withdrawn."""

    overleg: int
    status: Puntstatus = Puntstatus.OPEN
    uitkomst: str = ""
    naar: int | None = None
    delingen: tuple[tuple[UUID, str], ...] = ()


def vouw_punt(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> PuntStand | None:
    """Fold (occurred on, event) of one agenda item in order of recording; None before it was put on."""
    from samendoen.casus import events

    stand: PuntStand | None = None
    for _dag, g in gebeurtenissen:
        if isinstance(g, events.PuntGeagendeerd):
            stand = PuntStand(g.overleg)
        elif stand is None:
            continue
        elif isinstance(g, events.PuntBesproken):
            stand = replace(stand, status=Puntstatus.BESPROKEN, uitkomst=g.uitkomst)
        elif isinstance(g, events.PuntHeropend):
            stand = replace(stand, status=Puntstatus.OPEN, uitkomst="")
        elif isinstance(g, events.PuntVerplaatst):
            stand = replace(stand, status=Puntstatus.VERPLAATST, naar=g.naar)
        elif isinstance(g, events.GegevensGedeeld):
            stand = replace(stand, delingen=(*stand.delingen, (g.deling, g.grond)))
        elif isinstance(g, events.DelingIngetrokken):
            over = tuple(rij for rij in stand.delingen if rij[0] != g.deling)
            stand = replace(stand, delingen=over)
    return stand
