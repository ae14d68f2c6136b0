"""Days and volumes of a provider, and its dice: equal questions always get equal answers.

A month of care is what was delivered, not what was allowed: one takes a week off, another comes less often.
It never exceeds what the standard allows (IV076 to IV078), per month and over the whole assignment.
"""

from __future__ import annotations

from base64 import b32encode
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from samendoen.recht.api import plus_werkdagen
from samendoen.site.simulator.waarden import Levering, Toewijzing

START_BINNEN = 5
"""Working days within which care begins, and within which a start or stop is reported (OP271, OP272)."""
PER_DAG, PER_WEEK, PER_MAAND, TOTAAL = "1", "2", "4", "6"
MINUUT, UUR, OUTPUT, EURO = "01", "04", "82", "83"
RESULTAAT = {OUTPUT, EURO}
"""Units of what is granted for a result: whole weeks are counted by their Sunday (IV076)."""
VRIJE_WEEK = 9
"""One week in so many a client is not there."""
DAG = timedelta(days=1)
ZONDER_EINDE_MAANDEN = 12
STOPREDENEN = {"02": "02", "03": "36", "05": "36", "06": "39", "08": "36", "09": "38", "10": "36", "11": "36",
               "12": "37"}  # fmt: skip
"""Reason of change of an assignment -> reason of ending (WMO588, JZ588)."""
TIJDELIJK = "20"
VERHUISD = {"WMO": "31", "JW": "35"}
VOLGENS_PLAN = {"WMO": "19", "JW": "31"}


@dataclass(frozen=True, slots=True)
class Periode:
    """Days from `van` through `tot`."""

    van: date
    tot: date

    @property
    def dagen(self) -> int:
        """Return how many days it has."""
        return (self.tot - self.van).days + 1


def worp(zaad: int, *delen: object) -> int:
    """Return a large number that depends on the seed and on what is asked, and on nothing else."""
    return int.from_bytes(_hash(zaad, *delen)[:8])


def kenmerk(zaad: int, *delen: object, lengte: int = 12) -> str:
    """Return a number of our own (capitals and digits) that is the same whenever it is made again."""
    return b32encode(_hash(zaad, *delen)).decode()[:lengte]


def _hash(zaad: int, *delen: object) -> bytes:
    return sha256("|".join(map(str, (zaad, *delen))).encode()).digest()


def startdag(toewijzing: Toewijzing, zaad: int) -> date:
    """Return the day on which care begins: the first day of the assignment, or some working days later."""
    dag = plus_werkdagen(toewijzing.ingang, worp(zaad, "start", toewijzing.nummer) % START_BINNEN)
    return toewijzing.ingang if toewijzing.einde and dag > toewijzing.einde else dag


def uiterlijk_gemeld(gebeurd: date) -> date:
    """Return the last day to report a start or a stop: five working days after it happened."""
    return plus_werkdagen(gebeurd, START_BINNEN)


def stopreden(toewijzing: Toewijzing) -> str:
    """Return the reason of ending that belongs to how the assignment ended."""
    if toewijzing.reden == "07":
        return VERHUISD[toewijzing.standaard]
    return STOPREDENEN.get(toewijzing.reden, VOLGENS_PLAN[toewijzing.standaard])


def maand_van(maand: str) -> Periode:
    """Return the days of a month such as "2024-06"."""
    jaar, nummer = map(int, maand.split("-"))
    return Periode(date(jaar, nummer, 1), date(jaar, nummer, monthrange(jaar, nummer)[1]))


def doorsnede(een: Periode, van: date, tot: date | None) -> Periode | None:
    """Return the days that two periods share, or None."""
    begin, einde = max(een.van, van), min(een.tot, tot or date.max)
    return Periode(begin, einde) if begin <= einde else None


def productperiode(toewijzing: Toewijzing, maand: str) -> Periode | None:
    """Return the days of an assignment in a month (IV089): not those of the care itself."""
    return doorsnede(maand_van(maand), toewijzing.ingang, toewijzing.einde)


def maanden(van: date, tot: date) -> list[str]:
    """Return the months from one day through another, as "2024-06"."""
    aantal = (tot.year - van.year) * 12 + tot.month - van.month + 1
    eerste = van.year * 12 + van.month - 1
    return [f"{m // 12:04}-{m % 12 + 1:02}" for m in range(eerste, eerste + aantal)]


def geleverd(t: Toewijzing, leveringen: Sequence[Levering], maand: str, al: int, zaad: int) -> int:
    """Return the volume delivered in a month, in the unit of the assignment (of a budget: eurocents).

    `al` is what was declared of it before; together they stay within the assignment.
    """
    periode = productperiode(t, maand)
    if periode is None:
        return 0
    stukken = [doorsnede(periode, levering.begin, levering.eind) for levering in leveringen]
    dagen = [stuk for stuk in stukken if stuk is not None]
    if not dagen:
        return 0
    ruimte = hoogstens(t)
    volume = _volume(t, periode, dagen, maand, al, zaad)
    return max(volume if ruimte is None else min(volume, ruimte - al), 0)


def hoogstens(t: Toewijzing) -> int | None:
    """Return the volume over the whole assignment, or None where it has no bound."""
    if t.budget is not None or t.frequentie == TOTAAL:
        return t.budget if t.budget is not None else t.volume
    if t.einde is None or t.volume is None:
        return None
    if t.frequentie == PER_WEEK:
        return t.volume * (_week(t.einde) - _week(t.ingang) + 1)
    if t.frequentie == PER_MAAND:
        return t.volume * len(maanden(t.ingang, t.einde))
    return t.volume * Periode(t.ingang, t.einde).dagen


def _volume(t: Toewijzing, periode: Periode, dagen: list[Periode], maand: str, al: int, zaad: int) -> int:
    if t.budget is not None or t.frequentie == TOTAAL:
        return _deel_van_totaal(t, maand, al)
    volume = t.volume or 0
    if t.frequentie == PER_WEEK and t.eenheid in RESULTAAT:
        return volume * _weken_van_resultaat(t, periode)
    if t.frequentie == PER_WEEK:
        return volume * sum(_bezoeken(t, stuk, zaad) for stuk in dagen)
    if t.frequentie == PER_DAG:
        return volume * sum(stuk.dagen for stuk in dagen)
    if t.eenheid in RESULTAAT:
        return volume
    gedeelte = 100 - worp(zaad, "maand", t.nummer, maand) % 26
    return max(volume * sum(stuk.dagen for stuk in dagen) * gedeelte // (periode.dagen * 100), min(volume, 1))


def _bezoeken(t: Toewijzing, stuk: Periode, zaad: int) -> int:
    """Return how often care came on its fixed day of the week; the day of delivery decides the month."""
    vast = worp(zaad, "weekdag", t.nummer) % 5
    dag = stuk.van + DAG * ((vast - stuk.van.weekday()) % 7)
    aantal = 0
    while dag <= stuk.tot:
        aantal += worp(zaad, "week", t.nummer, _week(dag)) % VRIJE_WEEK > 0
        dag += DAG * 7
    return aantal


def _weken_van_resultaat(t: Toewijzing, periode: Periode) -> int:
    """Return the Sundays of a month; the last, broken week of an assignment counts with its last Sunday."""
    aantal = _zondagen(periode.tot) - _zondagen(periode.van - DAG)
    if t.einde is None or t.einde.isoweekday() == 7:
        return aantal
    telt_in = t.einde - DAG * t.einde.isoweekday()
    if telt_in < t.ingang:
        telt_in = t.einde
    return aantal + (periode.van <= telt_in <= periode.tot)


def _deel_van_totaal(t: Toewijzing, maand: str, al: int) -> int:
    """Return an equal part for every month, and in the last month what is left."""
    totaal = hoogstens(t) or 0
    reeks = maanden(t.ingang, t.einde) if t.einde else []
    if reeks and maand == reeks[-1]:
        return totaal - al
    return max(totaal // (len(reeks) or ZONDER_EINDE_MAANDEN), min(totaal, 1))


def _week(dag: date) -> int:
    return (dag.toordinal() - 1) // 7


def _zondagen(dag: date) -> int:
    return dag.toordinal() // 7


def bedrag(volume: int, tarief: int, per_uur: bool) -> int:
    """Return the amount in cents; minutes at a tariff per hour: multiplied, divided, rounded at the half."""
    return (2 * volume * tarief + 60) // 120 if per_uur else volume * tarief
