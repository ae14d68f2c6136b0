"""What can be asked of a fact: a small frozen expression, the same for every engine.

Nulls go as in SQL: a filter never lets a null through, a distinct count passes it over, a breakdown
gives it a group of its own.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Waarde = str | int | bool | date
Sleutel = str | int | bool | None
Periodedeel = Literal["jaar", "kwartaal", "maand"]
Meetsoort = Literal["som", "gemiddelde", "percentiel"]
PERIODEDELEN: tuple[Periodedeel, ...] = ("jaar", "kwartaal", "maand")


@dataclass(frozen=True, slots=True)
class EenVan:
    """The column holds one of these values."""

    kolom: str
    waarden: tuple[Waarde, ...]


@dataclass(frozen=True, slots=True)
class Bereik:
    """The column lies from `van` (inclusive) up to `tot` (exclusive); None is open.

    With `sinds`, the days from that date column to `kolom` do.
    """

    kolom: str
    van: int | date | None
    tot: int | date | None
    sinds: str | None = None


@dataclass(frozen=True, slots=True)
class Leeg:
    """The column holds nothing; with `leeg` false, it holds something."""

    kolom: str
    leeg: bool


Filter = EenVan | Bereik | Leeg


@dataclass(frozen=True, slots=True)
class Kolomgroep:
    """Break down by the values of a column."""

    naam: str


@dataclass(frozen=True, slots=True)
class Periodegroep:
    """Break down by the year, quarter or month of a date column."""

    naam: Periodedeel
    kolom: str


Groep = Kolomgroep | Periodegroep


@dataclass(frozen=True, slots=True)
class Aantal:
    """Count the rows."""


@dataclass(frozen=True, slots=True)
class Uniek:
    """Count the different values of a column."""

    kolom: str


@dataclass(frozen=True, slots=True)
class Aandeel:
    """Which part of the rows also passes these filters."""

    teller: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Verdeling:
    """Which part of the rows has each value of a column: over all values together the whole."""

    kolom: str


@dataclass(frozen=True, slots=True)
class Meting:
    """A number taken over the rows that have a value: their sum, mean, or percentile (50: the median).

    The value is that of a column of whole numbers, or with `sinds` the days from that date column to
    `kolom`. A percentile lies between two values where it falls between two rows. So many as `deler` make
    one: a column may count in hundredths.
    """

    soort: Meetsoort
    kolom: str
    sinds: str | None = None
    percentiel: int = 50
    deler: int = 1


Maat = Aantal | Uniek | Aandeel | Verdeling | Meting


def kolommen_van(filter_: Filter) -> set[str]:
    """Return the columns that a filter reads."""
    ook = {filter_.sinds} if isinstance(filter_, Bereik) and filter_.sinds else set()
    return {filter_.kolom, *ook}


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question about one fact."""

    feit: str
    filters: tuple[Filter, ...]
    groepen: tuple[Groep, ...]
    maat: Maat


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One answer: the values it is broken down by, and whole numbers.

    `noemer` is only there for a share (Aandeel, Verdeling). Of a Meting `teller` says over how many values
    it is taken, of `noemer` rows, and `meting` is the number. Without breakdowns there is always one
    answer, otherwise one per group that has rows.
    """

    sleutels: tuple[Sleutel, ...]
    teller: int
    noemer: int | None = None
    meting: int | float | None = None
    gemeten: bool = False

    @property
    def waarde(self) -> int | float | None:
        """Return the count, the number measured, or the share between 0 and 1; None without any row."""
        if self.gemeten:
            return self.meting
        if self.noemer is None:
            return self.teller
        return self.teller / self.noemer if self.noemer else None


def verdeel(vraag: Vraag, kolom: str, delen: Sequence[Uitkomst]) -> list[Uitkomst]:
    """Return each part as a share of its whole: all parts of the same group but for `kolom`."""
    plaatsen = [i for i, groep in enumerate(vraag.groepen) if groep.naam != kolom]

    def heel(deel: Uitkomst) -> tuple[Sleutel, ...]:
        return tuple(deel.sleutels[i] for i in plaatsen)

    helen: Counter[tuple[Sleutel, ...]] = Counter()
    for deel in delen:
        helen[heel(deel)] += deel.teller
    return [replace(deel, noemer=helen[heel(deel)]) for deel in delen]


def periode_van(getal: int | None, deel: Periodedeel) -> Sleutel:
    """Return how a period is written: 2024, "2024-K2" or "2024-05".

    `getal` is the year; for a quarter and a month the year times 100 plus its number.
    """
    if getal is None or deel == "jaar":
        return getal
    jaar, nummer = divmod(getal, 100)
    return f"{jaar}-K{nummer}" if deel == "kwartaal" else f"{jaar}-{nummer:02d}"


def begin_van(periode: str | int) -> date:
    """Return the first day of a period as `periode_van` writes it. Raises ValueError."""
    jaar, _, rest = str(periode).partition("-")
    maand = 1 if not rest else 3 * int(rest[1:]) - 2 if rest.startswith("K") else int(rest)
    return date(int(jaar), maand, 1)


def eind_van(periode: str | int) -> date:
    """Return the first day after a period. Raises ValueError."""
    begin = begin_van(periode)
    tekst = str(periode)
    maanden = 12 if "-" not in tekst else 3 if "K" in tekst else 1
    verder = begin.month - 1 + maanden
    return date(begin.year + verder // 12, verder % 12 + 1, 1)
