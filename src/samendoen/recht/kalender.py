"""Holidays of the Algemene termijnenwet, art. 3.

- lid 1: New Year's Day, Easter Monday, Whit Monday, both Christmas days, Ascension Day, the day on which
  the King's birthday is celebrated, and 5 May (every year, not once in five);
- lid 2: Good Friday is equated with them;
- lid 3: other days can be equated by decree. Those are data, not arithmetic: nobody can compute what a
  decree will say. The list is complete for the years 2023 up to and including 2028.

Easter and Whit *Sunday* are not in the list because they are Sundays already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

LID_1 = "Atw art. 3 lid 1"
LID_2 = "Atw art. 3 lid 2"
LID_3 = "Atw art. 3 lid 3"

EERSTE_JAAR_GELIJKGESTELD = 2023
LAATSTE_JAAR_GELIJKGESTELD = 2028
GELIJKGESTELDE_DAGEN = frozenset(
    {
        date(2023, 4, 28),
        date(2023, 5, 19),
        date(2024, 5, 10),
        date(2024, 12, 27),
        date(2025, 5, 30),
        date(2026, 1, 2),
        date(2026, 5, 15),
        date(2027, 5, 7),
        date(2028, 4, 28),
        date(2028, 5, 26),
    }
)


@dataclass(frozen=True, slots=True)
class Feestdag:
    """A recognised or equated holiday: its Dutch name and the article that makes it one."""

    naam: str
    grondslag: str


@cache
def eerste_paasdag(jaar: int) -> date:
    """Return Easter Sunday of a Gregorian year (the anonymous algorithm of Meeus)."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag0 = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag0 + 1)


def koningsdag(jaar: int) -> date:
    """Return the day on which the birthday of the King is celebrated (Atw art. 3 lid 1).

    27 April, or the 26th when the 27th is a Sunday; before 2014, for the Queen, 30 April, or the 29th.
    """
    dag = date(jaar, 4, 27) if jaar >= 2014 else date(jaar, 4, 30)
    return dag - timedelta(days=1) if dag.weekday() == 6 else dag


@cache
def feestdagen(jaar: int) -> Mapping[date, Feestdag]:
    """Return the holidays of one year, each with its name and article. Computed once per year."""
    pasen = eerste_paasdag(jaar)
    rijen = [
        (date(jaar, 1, 1), "nieuwjaarsdag", LID_1),
        (pasen - timedelta(days=2), "Goede Vrijdag", LID_2),
        (pasen + timedelta(days=1), "tweede paasdag", LID_1),
        (koningsdag(jaar), "Koningsdag" if jaar >= 2014 else "Koninginnedag", LID_1),
        (date(jaar, 5, 5), "Bevrijdingsdag", LID_1),
        (pasen + timedelta(days=39), "Hemelvaartsdag", LID_1),
        (pasen + timedelta(days=50), "tweede pinksterdag", LID_1),
        (date(jaar, 12, 25), "eerste kerstdag", LID_1),
        (date(jaar, 12, 26), "tweede kerstdag", LID_1),
    ]
    rijen += [
        (dag, "een dag die bij besluit met een feestdag is gelijkgesteld", LID_3)
        for dag in sorted(GELIJKGESTELDE_DAGEN)
        if dag.year == jaar
    ]
    gevonden: dict[date, Feestdag] = {}
    for dag, naam, grondslag in rijen:
        gevonden.setdefault(dag, Feestdag(naam, grondslag))  # Ascension can fall on 5 May: name it once
    return MappingProxyType(gevonden)


def erkende_feestdag(dag: date) -> Feestdag | None:
    """Return the holiday that `dag` is, with its article, or None on any other day (weekends included)."""
    return feestdagen(dag.year).get(dag)


def is_erkende_feestdag(dag: date) -> bool:
    """Tell whether `dag` is a recognised or equated holiday (Atw art. 3 lid 1, 2 and 3)."""
    return dag in feestdagen(dag.year)
