"""How much of an assignment a line of an invoice may take: per period and over all of it (IV076 to IV078).

Hours are reckoned in minutes, since an assignment in hours may be declared in either (TR341).
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from samendoen.berichten.rules.condities import EURO, PER_WEEK
from samendoen.berichten.rules.kennis import Prestatie, Toewijzing
from samendoen.berichten.rules.volume import (
    MINUTEN_PER_UUR,
    Periode,
    hoogstens_inspanning,
    hoogstens_output,
    hoogstens_totaal,
)

MINUUT, UUR, STUKS_OUTPUT = "01", "04", "82"
OUTPUT = {STUKS_OUTPUT, EURO}
"""Units that are granted for a result; all others are for effort."""
PER_DAG, PER_MAAND, TOTAAL = "1", "4", "6"


def past_bij(eenheid: str, afgesproken: str) -> bool:
    """Tell whether a unit may be declared where another was agreed: minutes may stand for hours (IV081)."""
    return eenheid == afgesproken or (eenheid, afgesproken) == (MINUUT, UUR)


def maat(volume: int, eenheid: str) -> int:
    """Return a volume in its smallest unit."""
    return volume * MINUTEN_PER_UUR if eenheid == UUR else volume


def ruimte_in_periode(toewijzing: Toewijzing, prestatie: Prestatie, standaard: str) -> int | None:
    """Return the largest volume of the period of a line, in its smallest unit; None without a limit."""
    volume = toewijzing.volume
    if volume is None:
        return None
    periode = _periode(prestatie.van, prestatie.tot)
    if toewijzing.frequentie == PER_WEEK:
        volume = _per_week(toewijzing, volume, periode, standaard)
    elif toewijzing.frequentie == PER_DAG:
        volume *= _dagen(periode)
    return maat(volume, toewijzing.eenheid)


def ruimte_in_totaal(toewijzing: Toewijzing) -> int | None:
    """Return the largest volume over all of an assignment, in its smallest unit; None when it has no end."""
    volume, einde = toewijzing.volume, toewijzing.einde
    if volume is None or toewijzing.frequentie == TOTAAL:
        return None if volume is None else maat(volume, toewijzing.eenheid)
    if einde is None:
        return None
    keer = _KEER.get(toewijzing.frequentie)
    keren = keer(_periode(toewijzing.ingang, einde)) if keer else 1
    return maat(volume * keren, toewijzing.eenheid)


@lru_cache(maxsize=1024)
def _periode(van: date, tot: date) -> Periode:
    return Periode(van, max(van, tot))


def _per_week(toewijzing: Toewijzing, volume: int, periode: Periode, standaard: str) -> int:
    if toewijzing.eenheid in OUTPUT:
        einde = max(toewijzing.ingang, toewijzing.einde or date.max)
        return hoogstens_output(volume, periode, Periode(toewijzing.ingang, einde))
    return hoogstens_inspanning(volume, periode, toewijzing.categorie if standaard == "wmo" else "")


def _dagen(periode: Periode) -> int:
    return (periode.tot - periode.van).days + 1


def _maanden(periode: Periode) -> int:
    """Return how many calendar months a period touches: in each of them the whole volume may go (IV078)."""
    return (periode.tot.year - periode.van.year) * 12 + periode.tot.month - periode.van.month + 1


_KEER: dict[str, Callable[[Periode], int]] = {
    PER_WEEK: lambda periode: hoogstens_totaal(1, periode),
    PER_DAG: _dagen,
    PER_MAAND: _maanden,
}
"""How often the volume of an assignment goes into its days, by its frequency."""
