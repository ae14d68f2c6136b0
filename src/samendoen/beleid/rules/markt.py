"""The yearly market on which everybody accounts to everybody: its lines, and what may be shown of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from samendoen.beleid.events.markt import (
    MarktdeelGepubliceerd,
    MarktdeelTeruggehaald,
    MarktGepland,
    MarktGewijzigd,
    MarktregelAfgedaan,
    MarktregelGeschrapt,
    MarktregelGezet,
    MarktregelHersteld,
)


class Regelsoort(StrEnum):
    """What a line is: of the programme, what somebody brings, what was heard."""

    AGENDA = "agenda"
    BIJDRAGE = "bijdrage"
    GEHOORD = "gehoord"


class Marktdeel(StrEnum):
    """What is published apart: the programme before it, the outcome after it."""

    PROGRAMMA = "programma"
    UITKOMST = "uitkomst"


class Herkomst(StrEnum):
    """Who brings something, as a kind."""

    PARTNER = "partner"
    INWONER = "inwoner"
    GEMEENTE = "gemeente"
    RAAD = "raad"


class Vorm(StrEnum):
    """How it is brought; the plan names a newspaper report and a vlog."""

    KRAAM = "kraam"
    GESPREK = "gesprek"
    KRANT = "krant"
    VLOG = "vlog"
    VERHAAL = "verhaal"


class Gevolg(StrEnum):
    """What comes of what was heard."""

    BIJSTELLEN = "bijstellen"
    DOORGAAN = "doorgaan"
    UITZOEKEN = "uitzoeken"
    NIETS = "niets"


class Hapering(StrEnum):
    """What is missing in a line."""

    TIJD = "tijd"
    GEVOLG = "gevolg"
    DOEL = "doel"
    REDEN = "reden"
    HERKOMST = "herkomst"


def hapert(
    soort: Regelsoort, *, tijd: bool, herkomst: bool, gevolg: str, doel: bool, reden: bool
) -> Hapering | None:
    """Return what a line lacks: who adjusts a goal says which, and whatever comes of it has a reason."""
    if soort is Regelsoort.AGENDA:
        return None if tijd else Hapering.TIJD
    if soort is Regelsoort.BIJDRAGE:
        return None if herkomst else Hapering.HERKOMST
    if not gevolg:
        return Hapering.GEVOLG
    if gevolg == Gevolg.BIJSTELLEN and not doel:
        return Hapering.DOEL
    return None if reden else Hapering.REDEN


@dataclass(frozen=True, slots=True)
class Marktstand:
    """What the events of a market say of it: lines that stand, those that were done, what is published."""

    op: date
    regels: frozenset[int] = frozenset()
    afgedaan: frozenset[int] = frozenset()
    gepubliceerd: frozenset[str] = field(default_factory=frozenset)


def vouw(gebeurtenissen: Iterable[object]) -> Marktstand | None:
    """Return the market as its events in order made it; None without a first one."""
    stand: Marktstand | None = None
    for g in gebeurtenissen:
        if isinstance(g, MarktGepland):
            stand = Marktstand(g.op)
        elif stand is not None:
            stand = _na(stand, g)
    return stand


def _na(stand: Marktstand, g: object) -> Marktstand:
    match g:
        case MarktGewijzigd():
            return replace(stand, op=g.op)
        case MarktregelGezet() | MarktregelHersteld():
            return replace(stand, regels=stand.regels | {g.regel})
        case MarktregelGeschrapt():
            return replace(stand, regels=stand.regels - {g.regel})
        case MarktregelAfgedaan():
            over = stand.afgedaan | {g.regel} if g.afgedaan else stand.afgedaan - {g.regel}
            return replace(stand, afgedaan=over)
        case MarktdeelGepubliceerd():
            return replace(stand, gepubliceerd=stand.gepubliceerd | {g.deel})
        case MarktdeelTeruggehaald():
            return replace(stand, gepubliceerd=stand.gepubliceerd - {g.deel})
    return stand
