"""Amounts of a budget in euro cents, and their totals."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Soort(StrEnum):
    """Whether a change of the budget comes back every year."""

    INCIDENTEEL = "I"
    STRUCTUREEL = "S"


@dataclass(frozen=True, slots=True)
class Bedragen:
    """Charges, income and balance in euro cents; charges are negative, as municipalities print them."""

    lasten: int
    baten: int
    saldo: int


@dataclass(frozen=True, slots=True)
class Mutatie:
    """A change of the budget in euro cents. `saldo` is what the document names, if it names one."""

    naam: str
    lasten: int
    baten: int
    saldo: int | None
    soort: Soort
    toelichting: str = ""


def tel_op(mutaties: Iterable[Mutatie]) -> Bedragen:
    """Return the totals. They are always computed, never typed."""
    alle = list(mutaties)
    lasten, baten = sum(m.lasten for m in alle), sum(m.baten for m in alle)
    return Bedragen(lasten, baten, lasten + baten)
