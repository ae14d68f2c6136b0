"""Leerplicht: a school reports absence of sixteen hours within four weeks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

GRENS_UREN = 16
VENSTER = timedelta(weeks=4)


def melden_vanaf(verzuim: Iterable[tuple[date, int | Fraction]]) -> date | None:
    """Return the first day on which absence reached 16 hours within four weeks, or None if it never did.

    `verzuim` are (day, hours) in any order. The window is the 28 days that end on the day itself.
    """
    rijen = sorted(verzuim, key=lambda rij: rij[0])
    som: int | Fraction = 0
    begin = 0
    for dag, uren in rijen:
        som += uren
        while rijen[begin][0] <= dag - VENSTER:
            som -= rijen[begin][1]
            begin += 1
        if som >= GRENS_UREN:
            return dag
    return None
