"""Rules of the team leader's board: how much somebody carries, and whether there is room."""

from decimal import Decimal
from enum import StrEnum


class Ruimte(StrEnum):
    """Whether somebody can take a casus more."""

    RUIMTE = "ruimte"
    BIJNA_VOL = "bijna_vol"
    VOL = "vol"


def draagkracht(uren: Decimal | None, uren_per_fte: int, punten_per_fte: Decimal) -> Decimal:
    """Return how many points somebody can carry; of whom the hours are not known a full week."""
    return punten_per_fte * (uren if uren is not None else Decimal(uren_per_fte)) / uren_per_fte


def procent(punten: Decimal, kan: Decimal) -> int:
    """Return the load as a share of what somebody can carry, rounded; over a hundred is too much."""
    return round(100 * punten / kan)


def ruimte(punten: Decimal, kan: Decimal, bijna_vol: int) -> Ruimte:
    """Return whether there is room; `bijna_vol` is the percentage from which there hardly is."""
    deel = procent(punten, kan)
    if deel >= 100:
        return Ruimte.VOL
    return Ruimte.BIJNA_VOL if deel >= bijna_vol else Ruimte.RUIMTE
