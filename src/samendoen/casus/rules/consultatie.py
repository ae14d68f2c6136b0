"""Rules of a consultation: how long an expert reads along at most."""

from dataclasses import dataclass
from datetime import date, timedelta

LANGSTE_CONSULTATIE = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Consultatiestand:
    """What the events say about one consultation; `tot` is the last day that was agreed."""

    gebruiker: int
    van: date
    tot: date
    beeindigd_op: date | None = None
