"""What a council asks: what may still be stopped, and what came of promises. Amounts are euro cents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Beloftesoort(StrEnum):
    """What binds the executive: a motion or an amendment of the council, or its own promise."""

    MOTIE = "motie"
    AMENDEMENT = "amendement"
    TOEZEGGING = "toezegging"


class Beloftestaat(StrEnum):
    """Whether it still asks something."""

    OPEN = "open"
    AFGEDAAN = "afgedaan"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True)
class Vast:
    """Money that is promised to somebody: so much a year, from a day to a day, both included (None: no end).

    `opzegtermijn` is the notice in whole months; None: it cannot be ended before its last day.
    """

    per_jaar: int
    vanaf: date
    tot: date | None
    opzegtermijn: int | None


def eindigt(vast: Vast, opgezegd: date) -> date | None:
    """Return the last day that is paid when notice is given on `opgezegd`; None: it goes on for ever.

    Notice ends with the month in which its term has passed, and never later than the promise itself.
    """
    if vast.opzegtermijn is None:
        return vast.tot
    laatste = _einde_van_maand(opgezegd, vast.opzegtermijn)
    return laatste if vast.tot is None else min(laatste, vast.tot)


def vast_in_jaar(vast: Vast, jaar: int, opgezegd: date) -> int:
    """Return what is still owed for the months of a year after `opgezegd`, when notice is given that day.

    By whole months, in proportion; the month of the notice counts as spent already.
    """
    einde = eindigt(vast, opgezegd)
    maanden = [
        maand
        for maand in _maanden_na(opgezegd, jaar)
        if date(jaar, maand, 1) >= vast.vanaf.replace(day=1)
        and (einde is None or date(jaar, maand, 1) <= einde)
    ]
    return (2 * vast.per_jaar * len(maanden) + 12) // 24


def nog_te_besteden(bedrag: int, jaar: int, opgezegd: date) -> int:
    """Return the part of a year's amount that falls after the month of `opgezegd`."""
    return (2 * bedrag * len(_maanden_na(opgezegd, jaar)) + 12) // 24


@dataclass(frozen=True, slots=True)
class Vrijval:
    """A year if one stops: what would still be spent, what of it is promised, and what comes free."""

    jaar: int
    begroot: int
    vast: int

    @property
    def vrij(self) -> int:
        """What can be used otherwise; never less than nothing."""
        return max(0, self.begroot - self.vast)


def wat_als(bedragen: dict[int, int], vast: Sequence[Vast], opgezegd: date) -> list[Vrijval]:
    """Return per year of the budget, from this one on, what comes free if one stops on a day."""
    return [
        Vrijval(
            jaar,
            nog_te_besteden(bedrag, jaar, opgezegd),
            sum(vast_in_jaar(v, jaar, opgezegd) for v in vast),
        )
        for jaar, bedrag in sorted(bedragen.items())
        if jaar >= opgezegd.year
    ]


def _maanden_na(dag: date, jaar: int) -> range:
    if jaar < dag.year:
        return range(0)
    return range(dag.month + 1 if jaar == dag.year else 1, 13)


def _einde_van_maand(dag: date, maanden: int) -> date:
    nummer = dag.year * 12 + dag.month + maanden
    return date.fromordinal(date(nummer // 12, nummer % 12 + 1, 1).toordinal() - 1)
