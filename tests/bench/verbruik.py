"""Processor time of a server and of PostgreSQL, and what a series of durations says."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True)
class Stand:
    """Processor seconds so far: of the web server with its workers, and of PostgreSQL with its backends."""

    server: float
    databank: float

    def sinds(self, eerder: "Stand") -> "Stand":
        """Return what was used after `eerder`."""
        return Stand(self.server - eerder.server, self.databank - eerder.databank)

    @property
    def samen(self) -> float:
        """Both."""
        return self.server + self.databank


def cpu_van(pid: int) -> float:
    """Return the processor seconds of a process, those below it, and those that ended below it."""
    ouder = psutil.Process(pid)
    totaal = 0.0
    for proces in [ouder, *ouder.children(recursive=True)]:
        try:
            t = proces.cpu_times()
        except psutil.NoSuchProcess:
            continue
        totaal += t.user + t.system + t.children_user + t.children_system
    return totaal


def percentiel(duren: Sequence[float], deel: float) -> float:
    """Return the duration that `deel` (0 to 1) of these do not exceed."""
    gesorteerd = sorted(duren)
    return gesorteerd[min(len(gesorteerd) - 1, math.ceil(deel * len(gesorteerd)) - 1)]


def exponent(maten: Sequence[tuple[float, float]]) -> float | None:
    """Return the exponent by which the second grows with the first (least squares on logarithms).

    0: it does not grow; 1: it doubles when the size doubles. None for fewer than two sizes.
    """
    punten = [(math.log(n), math.log(t)) for n, t in maten if n > 0 and t > 0]
    if len({x for x, _y in punten}) < 2:
        return None
    mx, my = (sum(deel) / len(punten) for deel in zip(*punten, strict=True))
    helling: float = sum((x - mx) * (y - my) for x, y in punten) / sum((x - mx) ** 2 for x, _y in punten)
    return helling
