"""The clock. All time in the product comes from here, so that a demo or a test can set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings

NEDERLAND = ZoneInfo("Europe/Amsterdam")
# A day that the installation shows begins at nine, when what stands on it was written: who looks at night
# sees it too. The night before is the first minute after nine: the clock goes on and never goes back.
_OPEN, _DAG_OP_GANG = timedelta(hours=9), timedelta(hours=9, minutes=1)
_gezet: ContextVar[datetime | None] = ContextVar("gezet", default=None)


@lru_cache(maxsize=8)
def _verschuiving(vandaag: str) -> timedelta:
    """Return how far the clock stands off when the installation shows another day."""
    if not vandaag:
        return timedelta(0)
    return date.fromisoformat(vandaag) - datetime.now(NEDERLAND).date()


def nu() -> datetime:
    """Return this moment, with time zone."""
    gezet = _gezet.get()
    if gezet is not None:
        return gezet
    werkelijk, getoond = datetime.now(NEDERLAND), settings.SAMENDOEN_VANDAAG
    dagen = _verschuiving(getoond).days
    if not dagen:
        return werkelijk  # as it is: the hour that comes twice in October stays the second one
    moment = werkelijk.replace(tzinfo=None) + timedelta(days=dagen)
    sinds_middernacht = moment - datetime.combine(moment, datetime.min.time())
    if moment.date().isoformat() == getoond and sinds_middernacht < _DAG_OP_GANG:
        moment += _OPEN - sinds_middernacht + sinds_middernacht * ((_DAG_OP_GANG - _OPEN) / _DAG_OP_GANG)
    return moment.replace(tzinfo=NEDERLAND)


def vandaag() -> date:
    """Return this day in the Netherlands."""
    return nu().date()


def einde_van(dag: date) -> datetime:
    """Return the first moment after `dag` in the Netherlands."""
    return datetime.combine(dag + timedelta(days=1), datetime.min.time(), NEDERLAND)


@contextmanager
def op(moment: datetime | date) -> Iterator[None]:
    """Set the clock of this thread to `moment` (a date means nine o'clock in the morning)."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, datetime.min.time(), NEDERLAND) + timedelta(hours=9)
    merk = _gezet.set(moment)
    try:
        yield
    finally:
        _gezet.reset(merk)


@contextmanager
def werkelijk() -> Iterator[None]:
    """Let the clock of this thread run again, as the installation shows it."""
    merk = _gezet.set(None)
    try:
        yield
    finally:
        _gezet.reset(merk)
