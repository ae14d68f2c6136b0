"""What an attacker knows, what he may not find out, and which cells can be hidden to prevent it.

The attacker is assumed to know every open cell and that tables add up, that counts are whole, that zero is
never hidden, and the threshold. If the publication shows which cells are hidden because they are small
(`merken`), he knows that those are 1 up to the threshold, and that the others are not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from samendoen.cijfers.rules.onthulling.drempel import Status, klein
from samendoen.cijfers.rules.onthulling.stelsel import Relatie, Stelsel, bouw
from samendoen.cijfers.rules.onthulling.tabel import Plek, Tabel

KLEINSTE_DREMPEL = 5
"""A municipality may ask for more, never for less."""


@dataclass(frozen=True, slots=True)
class Bescherming:
    """What is promised: of no small count fewer than `mogelijk` values stay possible for the attacker.

    `drempel` is the smallest count that may be shown; `merken` says whether the publication shows which cells
    are small. Raises ValueError.
    """

    drempel: int = KLEINSTE_DREMPEL
    mogelijk: int = 2
    merken: bool = True

    def __post_init__(self) -> None:
        """Refuse a promise that says less than nothing or more than can be kept."""
        if self.drempel < KLEINSTE_DREMPEL:
            raise ValueError("the threshold can only be raised")
        if not 2 <= self.mogelijk < self.drempel:
            raise ValueError("from two up to all of the small values can stay possible")

    def status(self, aantal: int) -> Status:
        """Return the status of a hidden cell with this count."""
        return Status.PRIMAIR if klein(aantal, self.drempel) else Status.SECUNDAIR

    def grenzen(self, status: Status) -> tuple[int, int | None]:
        """Return the smallest and the largest count that the status of a hidden cell allows (None: any)."""
        if not self.merken or status is Status.VERBORGEN:
            return 1, None
        return (1, self.drempel - 1) if status is Status.PRIMAIR else (self.drempel, None)


class Keuze(Enum):
    """What is still to be decided about a cell."""

    VRIJ = "may be hidden"
    DICHT = "is hidden"
    OPEN = "stays open"


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell for the one who protects: how far down and up the attacker thinks it may lie when it is hidden.

    None is no limit. Counts of zero are no cells.
    """

    waarde: int
    omlaag: int | None
    omhoog: int | None
    keuze: Keuze


@dataclass(frozen=True)
class Vraagstuk:
    """Hide cells so that the attacker's interval of every cell in `eisen` is at least `breedte` wide."""

    cellen: tuple[Cel, ...]
    relaties: tuple[Relatie, ...]
    eisen: tuple[int, ...]
    breedte: int


def maak_vraagstuk(tabellen: Sequence[Tabel], bescherming: Bescherming) -> tuple[Stelsel, Vraagstuk]:
    """Return the system of these tables and what must be decided about its cells, in the same order.

    Behind them come the differences that nobody publishes, and that may not be found out either when they
    are small: between two days, and between a part and what it is a part of.
    """
    stelsel = bouw(tabellen, [tabel.waarden for tabel in tabellen])
    vast = _vast(tabellen, stelsel)
    waarden = [int(str(waarde)) for waarde in stelsel.inhoud]
    cellen = [_cel(waarde, vast.get(nummer), bescherming) for nummer, waarde in enumerate(waarden)]
    eisen = [nummer for nummer, waarde in enumerate(waarden) if klein(waarde, bescherming.drempel)]
    for nummer in sorted(_dicht(tabellen, stelsel) - set(eisen)):
        eisen.append(nummer)
        cellen[nummer] = replace(cellen[nummer], keuze=Keuze.DICHT)
    relaties = list(stelsel.relaties)
    for eerder, later, verschil in _kleine_verschillen(stelsel.paren, waarden, bescherming.drempel):
        eisen.append(len(cellen))
        relaties.append(((later, -1), (eerder, 1), (len(cellen), 1)))
        cellen.append(Cel(verschil, None, None, Keuze.DICHT))
    for deel, geheel in stelsel.delen:
        rest = waarden[geheel] - waarden[deel]
        if rest < 0:
            continue  # who takes it for a part is wrong here, and computes nothing true
        if klein(rest, bescherming.drempel):
            eisen.append(len(cellen))
        relaties.append(((geheel, -1), (deel, 1), (len(cellen), 1)))
        cellen.append(Cel(rest, rest, None, Keuze.DICHT))
    return stelsel, Vraagstuk(tuple(cellen), tuple(relaties), tuple(eisen), bescherming.mogelijk - 1)


def _cel(waarde: int, vast: Status | None, bescherming: Bescherming) -> Cel:
    status = bescherming.status(waarde)
    laagste, hoogste = bescherming.grenzen(status if vast in (None, Status.OPEN) else vast)
    if vast is Status.OPEN:
        keuze = Keuze.OPEN
    else:
        keuze = Keuze.DICHT if vast or status is Status.PRIMAIR else Keuze.VRIJ
    return Cel(waarde, waarde - laagste, None if hoogste is None else hoogste - waarde, keuze)


def _dicht(tabellen: Sequence[Tabel], stelsel: Stelsel) -> set[int]:
    return {
        cellen[plek]
        for tabel, cellen in zip(tabellen, stelsel.cellen, strict=True)
        for plek in tabel.dicht
        if plek in cellen and tabel.vast.get(plek) is not Status.OPEN
    }


def _vast(tabellen: Sequence[Tabel], stelsel: Stelsel) -> Mapping[int, Status]:
    """Return how cells were published before; what was open in one table is known for good."""
    vast: dict[int, Status] = {}
    for tabel, cellen in zip(tabellen, stelsel.cellen, strict=True):
        for plek, status in tabel.vast.items():
            nummer = cellen.get(plek)
            if nummer is not None and vast.get(nummer) is not Status.OPEN:
                vast[nummer] = status
    return vast


def _kleine_verschillen(
    paren: Sequence[tuple[int, int]], waarden: Sequence[int], drempel: int
) -> Iterator[tuple[int, int, int]]:
    for eerder, later in paren:
        verschil = waarden[later] - waarden[eerder]
        if klein(abs(verschil), drempel):
            yield eerder, later, verschil


def statussen(
    tabel: Tabel, cellen: Mapping[Plek, int], dicht: frozenset[int], bescherming: Bescherming
) -> Mapping[Plek, Status]:
    """Return the status of every hidden place of a table; the others are open."""
    return {
        plek: tabel.vast.get(plek) or bescherming.status(tabel.waarden[plek])
        for plek, nummer in cellen.items()
        if nummer in dicht
    }
