"""The attacker: how far a hidden cell can lie from its count, given all that is open.

Everything is in movements: how much the cells of another possible table differ from the real one. The
movements of a sum's parts add up to that of the sum; a cell that is open does not move.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
import numpy.typing as npt

from samendoen.cijfers.rules.onthulling.stelsel import Relatie
from samendoen.cijfers.rules.onthulling.vraagstuk import Vraagstuk

Getallen = npt.NDArray[np.float64]
FOUT = 1e-6
"""Within this distance two numbers of the solver are equal."""


@dataclass(frozen=True, slots=True)
class Uiterste:
    """The farthest movement of a cell to one side, the table that shows it, and the price of every sum."""

    afstand: float
    beweging: Getallen
    somprijzen: Getallen


class Oplosser(highspy.Highs):
    """HiGHS without its callbacks: nobody listens, and switching them on prints a line on stdout."""

    def enableCallbacks(self) -> None:
        """Be quiet from the first moment instead."""
        self.setOptionValue("output_flag", False)


def nieuwe_oplosser(**keuzes: Any) -> Any:
    """Return a quiet solver whose answer depends on nothing but the question."""
    oplosser: Any = Oplosser()  # type: ignore[no-untyped-call]
    for naam, waarde in {"threads": 1, "random_seed": 1, **keuzes}.items():
        oplosser.setOptionValue(naam, waarde)
    return oplosser


def voeg_relatie_toe(oplosser: Any, nummers: Sequence[int], factoren: Sequence[int]) -> None:
    """Add a sum: the products of these columns and factors add up to zero."""
    oplosser.addRow(0, 0, len(nummers), np.array(nummers, np.int32), np.array(factoren, float))


def ruimte(vraagstuk: Vraagstuk) -> tuple[Getallen, Getallen]:
    """Return how far down and up every hidden cell could move; no limit is more than all there is."""
    ruim = 1000 + 2 * max((abs(cel.waarde) for cel in vraagstuk.cellen), default=0)
    omlaag = [ruim if cel.omlaag is None else cel.omlaag for cel in vraagstuk.cellen]
    omhoog = [ruim if cel.omhoog is None else cel.omhoog for cel in vraagstuk.cellen]
    return np.array(omlaag, float), np.array(omhoog, float)


class Aanval:
    """The attacker on a system of cells, against one choice of hidden cells after another.

    He does not use that counts are whole numbers, so he may get farther than he could.
    """

    def __init__(self, relaties: Sequence[Relatie], omlaag: Getallen, omhoog: Getallen) -> None:
        self._omlaag, self._omhoog = omlaag, omhoog
        self._alle = np.arange(len(omlaag), dtype=np.int32)
        self._doel: int | None = None
        self._oplosser = nieuwe_oplosser()
        self._oplosser.addVars(len(omlaag), -omlaag, omhoog)
        for relatie in relaties:
            voeg_relatie_toe(self._oplosser, *zip(*relatie, strict=True))

    def verberg(self, mate: Getallen) -> None:
        """Hide cells: 1 is hidden, 0 is open; in between only while searching. At first all are hidden."""
        self._oplosser.changeColsBounds(
            len(self._alle), self._alle, -self._omlaag * mate, self._omhoog * mate
        )

    def zet(self, cel: int, dicht: bool) -> None:
        """Hide or open a single cell."""
        grenzen = (-self._omlaag[cel], self._omhoog[cel]) if dicht else (0.0, 0.0)
        self._oplosser.changeColBounds(cel, *grenzen)

    def afstand(self, cel: int, kant: int) -> float:
        """Return how far a cell can move down (`kant` -1) or up (1)."""
        if self._doel is not None:
            self._oplosser.changeColCost(self._doel, 0.0)
        self._doel = cel
        self._oplosser.changeColCost(cel, -float(kant))
        self._oplosser.run()
        return abs(float(self._oplosser.getInfo().objective_function_value))

    def verste(self, cel: int, kant: int, nodig: int) -> Uiterste:
        """Return how far a cell can move to a side; the prices only when that is less than `nodig`."""
        afstand = self.afstand(cel, kant)
        oplossing = self._oplosser.getSolution()
        prijzen = oplossing.row_dual if afstand < nodig - FOUT else ()
        return Uiterste(afstand, np.array(oplossing.col_value), np.array(prijzen))
