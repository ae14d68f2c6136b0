"""A chart as values: what is drawn, without knowing how."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from samendoen.cijfers.rules.uitdrukking import begin_van, eind_van

Vorm = Literal["lijn", "staaf"]
MEESTE_REEKSEN = 6
"""More lines in one chart nobody can tell apart in grey."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One figure of a series, at the place `plek` of the axis, from 0. `waarde` is None when there is none,
    and then `verborgen` says whether that is to protect people. `tekst` is the figure as people read it;
    `deel`: its period is not over."""

    plek: int
    waarde: float | None
    tekst: str
    verborgen: bool = False
    deel: bool = False

    @property
    def kort(self) -> str:
        """Return the figure without what stands behind it in brackets."""
        return self.tekst.partition(" (")[0]


@dataclass(frozen=True, slots=True)
class Reeks:
    """The figures that belong together: a line, or the bars of one period. `nadruk`: the one it is about."""

    naam: str
    punten: tuple[Punt, ...]
    nadruk: bool = True


@dataclass(frozen=True, slots=True)
class Streep:
    """A remark in the chart: at a place on the axis (`plek`), or at a value that it is held against."""

    naam: str
    plek: float | None = None
    waarde: float | None = None


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart. `as_` are the names along the axis: periods of a line, categories of bars.

    Shares are in percents. The same values give the same picture.
    """

    titel: str
    eenheid: str
    vorm: Vorm
    as_: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    strepen: tuple[Streep, ...] = ()
    taal: str = "nl"

    @property
    def met_verborgen(self) -> bool:
        """Return whether a figure is hidden."""
        return any(punt.verborgen for reeks in self.reeksen for punt in reeks.punten)

    @property
    def met_deel(self) -> bool:
        """Return whether a period is not over."""
        return any(punt.deel for reeks in self.reeksen for punt in reeks.punten)

    @property
    def dagstrepen(self) -> tuple[Streep, ...]:
        """Return the remarks at a place on the axis; they are numbered from 1."""
        return tuple(streep for streep in self.strepen if streep.plek is not None)

    def met_strepen(self, *strepen: Streep) -> "Grafiek":
        """Return this chart with more remarks in it."""
        return replace(self, strepen=(*self.strepen, *strepen))


def plek_van(dag: date, perioden: Sequence[str]) -> float | None:
    """Return where a day lies on an axis of periods, whose points stand in the middle; None outside it."""
    for nummer, periode in enumerate(perioden):
        begin, eind = begin_van(periode), eind_van(periode)
        if begin <= dag < eind:
            plek = nummer - 0.5 + (dag - begin).days / (eind - begin).days
            return plek if plek > -0.5 else None  # what begins with the axis divides nothing
    return None


def aaneen(perioden: Sequence[str]) -> list[str]:
    """Return all periods from the first up to the last: one in which nothing happened is there too."""
    alle = sorted(perioden)
    if not alle:
        return []
    rij = [alle[0]]
    while rij[-1] < alle[-1]:
        rij.append(_volgende(rij[-1]))
    return rij


def _volgende(periode: str) -> str:
    na = eind_van(periode)
    if "K" in periode:
        return f"{na.year}-K{(na.month + 2) // 3}"
    return f"{na.year}-{na.month:02}" if "-" in periode else str(na.year)
