"""Pure rules of a budget of one's own: the conditions of the law, the most it may be, the fold."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from samendoen.besluiten.rules import bedrag_eurocent


class Beheer(StrEnum):
    """Who manages the budget."""

    ZELF = "zelf"
    VERTEGENWOORDIGER = "vertegenwoordiger"


class Voorwaarde(StrEnum):
    """What must be so before a budget is granted (Wmo 2015 art. 2.3.6 lid 2, Jeugdwet art. 8.1.1 lid 2)."""

    KAN_HET_AAN = "kan_het_aan"
    LEGT_UIT_WAAROM = "legt_uit_waarom"
    GOEDE_HULP = "goede_hulp"


def ontbrekend(voorwaarden: Iterable[str]) -> tuple[Voorwaarde, ...]:
    """Return the conditions that are not met."""
    vervuld = set(voorwaarden)
    return tuple(v for v in Voorwaarde if v not in vervuld)


def hoogste_budget(prijs: int, omvang: Decimal, frequentie: str) -> int:
    """Return in cents what the same help costs in kind in a year: a budget may be no more than that
    (Wmo 2015 art. 2.3.6 lid 5 onder a)."""
    eender = date(2024, 1, 1)
    return bedrag_eurocent(prijs, omvang, frequentie, eender, None)


@dataclass(frozen=True, slots=True)
class Pgbstand:
    """What the events of one provision say about its budget."""

    budget_eurocent: int
    beheer: str
    voorwaarden: tuple[str, ...]
    overeenkomst_op: date | None = None


def vouw_pgb(gebeurtenissen: Iterable[tuple[date, Any]]) -> Pgbstand | None:
    """Fold the events of one provision into the state of its budget; None when there is none."""
    stand: Pgbstand | None = None
    for _dag, g in gebeurtenissen:
        if g.soort == "besluiten.pgb_vastgelegd":
            gekeurd = stand.overeenkomst_op if stand else None
            stand = Pgbstand(g.budget_eurocent, g.beheer, g.voorwaarden, gekeurd)
        elif g.soort == "besluiten.zorgovereenkomst_beoordeeld" and stand is not None:
            stand = replace(stand, overeenkomst_op=g.op)
    return stand
