"""How much may be declared in a month of an assignment per week, and for which amount.

A week is a calendar week, Monday to Sunday, and counts in every period that it touches (IV076, IV077). What
is granted for effort ("inspanningsgericht") is counted in such weeks, what is granted for a result
("outputgericht") in Sundays. Volumes are whole numbers, amounts and tariffs whole eurocents.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

WMO_HUISHOUDELIJKE_HULP = "01"
WEKEN_HUISHOUDELIJKE_HULP = 6
"""Household help is counted as six weeks in every month (IV077)."""
MINUTEN_PER_UUR = 60


@dataclass(frozen=True, slots=True)
class Periode:
    """Days from `van` through `tot`. Raises ValueError when it ends before it begins."""

    van: date
    tot: date

    def __post_init__(self) -> None:
        if self.tot < self.van:
            raise ValueError("a period does not end before it begins")


def weken(periode: Periode) -> int:
    """Return how many calendar weeks a period touches."""
    return _week(periode.tot) - _week(periode.van) + 1


def hele_weken(periode: Periode) -> int:
    """Return how many calendar weeks lie in a period from Monday to Sunday."""
    return max(_zondagen_tot_en_met(periode.tot) - _week(periode.van) - (periode.van.weekday() > 0), 0)


def zondagen(periode: Periode) -> int:
    """Return how many Sundays a period has: the weeks that end in it."""
    return _zondagen_tot_en_met(periode.tot) - _week(periode.van)


def productperiode(toewijzing: Periode, jaar: int, maand: int) -> Periode | None:
    """Return the days of an assignment in a month (IV089), or None when it has none there."""
    van = max(date(jaar, maand, 1), toewijzing.van)
    tot = min(date(jaar, maand, monthrange(jaar, maand)[1]), toewijzing.tot)
    return Periode(van, tot) if van <= tot else None


def hoogstens_inspanning(per_week: int, productperiode: Periode, wmo_categorie: str = "") -> int:
    """Return the largest volume of a month for effort per week. `wmo_categorie` only for the Wmo."""
    if wmo_categorie == WMO_HUISHOUDELIJKE_HULP:
        return WEKEN_HUISHOUDELIJKE_HULP * per_week
    return weken(productperiode) * per_week


def hoogstens_output(per_week: int, productperiode: Periode, toewijzing: Periode) -> int:
    """Return the largest volume of a month for a result per week.

    A last week that does not reach its Sunday counts in the month of the last Sunday before it. An assignment
    without any Sunday counts as one week where it ends; the standard is silent on it.
    """
    aantal = zondagen(productperiode)
    na_zondag = toewijzing.tot.isoweekday() % 7
    telt_in = toewijzing.tot - timedelta(days=na_zondag if zondagen(toewijzing) else 0)
    if na_zondag and productperiode.van <= telt_in <= productperiode.tot:
        aantal += 1
    return aantal * per_week


def hoogstens_totaal(per_week: int, toewijzing: Periode) -> int:
    """Return the largest volume over all of an assignment per week, of either kind."""
    return weken(toewijzing) * per_week


def hele_uren(minuten: int) -> int:
    """Return the hours to declare for the minutes of a month: rounded at the half, at least one (IV079)."""
    return max(_afgerond(minuten, MINUTEN_PER_UUR), 1)


def bedrag(volume: int, tarief: int) -> int:
    """Return the amount of a volume (TR346)."""
    return volume * tarief


def bedrag_van_minuten(minuten: int, uurtarief: int) -> int:
    """Return the amount of minutes at a tariff per hour: multiplied first, rounded at the end (TR346)."""
    return _afgerond(minuten * uurtarief, MINUTEN_PER_UUR)


def tarief_per_minuut(uurtarief: int) -> int:
    """Return the tariff that stands beside such an amount (IV081); nothing is computed with it."""
    return _afgerond(uurtarief, MINUTEN_PER_UUR)


def _week(dag: date) -> int:
    """Return the number of a week, counted from the Monday that is day 1 of Python's calendar."""
    return (dag.toordinal() - 1) // 7


def _zondagen_tot_en_met(dag: date) -> int:
    return dag.toordinal() // 7


def _afgerond(teller: int, noemer: int) -> int:
    """Divide and round, a half upward."""
    return (2 * teller + noemer) // (2 * noemer)
