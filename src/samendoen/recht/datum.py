"""Dates: Dutch words for them, the range we know the law for, and adding months and years.

Counting forward from an event: the day of the event itself does not count, so N days, weeks, months or
years after day D end on D + N. When the last month has no such day (31 January + 1 month), the term ends
on the last day of that month.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum

from samendoen.recht.fouten import Rechtsfout

EERSTE_DAG = date(1980, 1, 1)
LAATSTE_DAG = date(2199, 12, 31)

DAGNAMEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDNAMEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


class Eenheid(StrEnum):
    """The unit a term is described in. The Algemene termijnenwet looks at this description (art. 4)."""

    UREN = "uren"
    WERKDAGEN = "werkdagen"
    DAGEN = "dagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"


_ENKELVOUD = {
    Eenheid.UREN: "uur",
    Eenheid.WERKDAGEN: "werkdag",
    Eenheid.DAGEN: "dag",
    Eenheid.WEKEN: "week",
    Eenheid.MAANDEN: "maand",
    Eenheid.JAREN: "jaar",
}
# Dutch counts years and hours in the singular: "15 jaar", "24 uur".
_ONVERANDERLIJK = {Eenheid.JAREN, Eenheid.UREN}


def hoeveel(aantal: int, eenheid: Eenheid) -> str:
    """Return "1 week", "6 weken", "15 jaar"."""
    if aantal == 1 or eenheid in _ONVERANDERLIJK:
        return f"{aantal} {_ENKELVOUD[eenheid]}"
    return f"{aantal} {eenheid.value}"


def datumtekst(dag: date) -> str:
    """Return the date as a resident reads it: "maandag 21 april 2025"."""
    return f"{DAGNAMEN[dag.weekday()]} {dag.day} {MAANDNAMEN[dag.month - 1]} {dag.year}"


def eis_datum(dag: object, wat: str = "De datum") -> None:
    """Refuse what is not a plain date between 1980 and 2199; `wat` names it in the message.

    The lower bound is a generous one: the oldest law computed with here is of 1994. Both bounds keep
    every sum of terms far away from the edges of the calendar.
    """
    if isinstance(dag, datetime) or not isinstance(dag, date):
        raise Rechtsfout("geen-datum", f"{wat} is geen kalenderdag.", "Geef een datum zonder tijdstip.")
    if not EERSTE_DAG <= dag <= LAATSTE_DAG:
        raise Rechtsfout(
            "datum-buiten-bereik",
            f"{wat} {dag.isoformat()} ligt buiten de jaren waarvoor wij termijnen berekenen.",
            f"Geef een datum van {EERSTE_DAG.year} tot en met {LAATSTE_DAG.year}.",
        )


def plus_maanden(dag: date, maanden: int) -> date:
    """Return the same day `maanden` later (earlier if negative), or the last day of a shorter month."""
    jaar, maand0 = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand0 + 1, min(dag.day, monthrange(jaar, maand0 + 1)[1]))


def plus(dag: date, aantal: int, eenheid: Eenheid) -> date:
    """Return the day `aantal` calendar units after `dag` (before, if negative).

    Hours and working days are not calendar units: hours have no last day, working days need the holidays
    (see `samendoen.recht.atw.plus_werkdagen`). Both raise a `Rechtsfout`.
    """
    match eenheid:
        case Eenheid.DAGEN:
            return dag + timedelta(days=aantal)
        case Eenheid.WEKEN:
            return dag + timedelta(weeks=aantal)
        case Eenheid.MAANDEN:
            return plus_maanden(dag, aantal)
        case Eenheid.JAREN:
            return plus_maanden(dag, 12 * aantal)
    raise Rechtsfout(
        "eenheid-niet-optelbaar",
        f"Een termijn in {eenheid.value} kan niet bij een kalenderdag worden opgeteld.",
        "Gebruik dagen, weken, maanden of jaren.",
    )
