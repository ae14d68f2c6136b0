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


class Afzegreden(StrEnum):
    """Why a meeting is not held. A list, no words: nothing about anybody stays behind on a meeting."""

    WEINIG_PUNTEN = "weinig_punten"
    TE_WEINIG_MENSEN = "te_weinig_mensen"
    SAMENGEVOEGD = "samengevoegd"
    SPOED = "spoed"
    VRIJ = "vrij"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class OverlegStand:
    """A meeting as its events tell it: its day and chair, and why it is cancelled ("": it is held)."""

    op: date
    voorzitter: int | None
    afgezegd: str = ""


def vouw_overleg(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> OverlegStand | None:
    """Fold (occurred on, event) of one meeting in order of recording; None before it was planned."""
    from samendoen.casus import events

    stand: OverlegStand | None = None
    for _dag, g in gebeurtenissen:
        if isinstance(g, events.OverlegGepland):
            stand = OverlegStand(g.op, g.voorzitter)
        elif stand is None:
            continue
        elif isinstance(g, events.OverlegGewijzigd):
            stand = replace(stand, op=g.op, voorzitter=g.voorzitter)
        elif isinstance(g, events.OverlegAfgezegd):
            stand = replace(stand, afgezegd=g.reden)
        elif isinstance(g, events.OverlegWeerGepland):
            stand = replace(stand, afgezegd="")
    return stand


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
