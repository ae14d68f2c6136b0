"""Protect tables: which of their cells are hidden, and what that costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samendoen.cijfers.rules.onthulling.drempel import Status
from samendoen.cijfers.rules.onthulling.tabel import Plek, Tabel
from samendoen.cijfers.rules.onthulling.vraagstuk import (
    Bescherming,
    Keuze,
    Vraagstuk,
    maak_vraagstuk,
    statussen,
)


@dataclass(frozen=True)
class Beschermd:
    """Tables with the status of every place that is hidden; every other place is open.

    `cellen` and `aantal` say what is lost beyond the small counts themselves: how many cells and how much
    they hold, shared cells once. `optimaal` is True when it is proven that less cannot do. `tekort` names
    the places (table, place) that give themselves away whatever is hidden; publish those tables coarser.
    """

    tabellen: tuple[Tabel, ...]
    statussen: tuple[Mapping[Plek, Status], ...]
    cellen: int
    aantal: int
    optimaal: bool
    tekort: tuple[tuple[str, Plek], ...]

    def status(self, nummer: int, plek: Plek) -> Status:
        """Return how a place of a table is published."""
        return self.statussen[nummer].get(plek, Status.OPEN)


def bescherm(tabellen: Sequence[Tabel], bescherming: Bescherming) -> Beschermd:
    """Hide what must be hidden in these tables, together, with the least that is lost."""
    stelsel, vraagstuk = maak_vraagstuk(tabellen, bescherming)
    dicht: frozenset[int] = frozenset()
    bewezen, tekort = True, tuple[int, ...]()
    if vraagstuk.eisen:
        from samendoen.cijfers.queries.onthulling.keuze import kies

        dicht, bewezen, tekort = kies(vraagstuk)
    verloren = [vraagstuk.cellen[nummer] for nummer in sorted(dicht)]
    extra = [cel.waarde for cel in verloren if cel.keuze is Keuze.VRIJ]
    zwak = _betrokken(tekort, vraagstuk, len(stelsel.inhoud))
    return Beschermd(
        tabellen=tuple(tabellen),
        statussen=tuple(
            statussen(tabel, cellen, dicht, bescherming)
            for tabel, cellen in zip(tabellen, stelsel.cellen, strict=True)
        ),
        cellen=len(extra),
        aantal=sum(extra),
        optimaal=bewezen,
        tekort=tuple(
            (tabel.naam, plek)
            for tabel, cellen in zip(tabellen, stelsel.cellen, strict=True)
            for plek, nummer in cellen.items()
            if nummer in zwak
        ),
    )


def _betrokken(tekort: Sequence[int], vraagstuk: Vraagstuk, cellen: int) -> set[int]:
    """Return the cells that give something away: of a difference, the two that it lies between."""
    zwak = {cel for cel in tekort if cel < cellen}
    verschillen = {cel for cel in tekort if cel >= cellen}
    for relatie in vraagstuk.relaties:
        if any(cel in verschillen for cel, _factor in relatie):
            zwak |= {cel for cel, _factor in relatie if cel < cellen}
    return zwak
