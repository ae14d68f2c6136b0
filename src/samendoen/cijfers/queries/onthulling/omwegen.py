"""Rounds: a count can move when other cells move with it. Which round is the cheapest?"""

from collections.abc import Sequence
from typing import Any

import highspy
import numpy as np

from samendoen.cijfers.queries.onthulling.aanval import FOUT, Getallen, nieuwe_oplosser, voeg_relatie_toe
from samendoen.cijfers.rules.onthulling.stelsel import Relatie

RUWWEG, KNOPEN = 0.5, 500
"""When only a round by whole numbers will do, a dear one is good enough, and none may take forever."""


class Omwegen:
    """Finds the cheapest round for a cell, at a price per cell. A cell has a column for up and one down."""

    def __init__(
        self, relaties: Sequence[Relatie], omlaag: Getallen, omhoog: Getallen, prijzen: Getallen
    ) -> None:
        self._aantal = len(omlaag)
        self._meest = np.concatenate([omhoog, omlaag])
        self._alle = np.arange(2 * self._aantal, dtype=np.int32)
        self._oplosser: Any = nieuwe_oplosser(presolve="off", mip_rel_gap=RUWWEG, mip_max_nodes=KNOPEN)
        self._oplosser.addVars(2 * self._aantal, np.zeros(2 * self._aantal), self._meest)
        for relatie in relaties:
            nummers, factoren = zip(*relatie, strict=True)
            terug = [nummer + self._aantal for nummer in nummers]
            voeg_relatie_toe(
                self._oplosser, [*nummers, *terug], [*factoren, *(-factor for factor in factoren)]
            )
        self._oplosser.changeColsCost(2 * self._aantal, self._alle, np.concatenate([prijzen, prijzen]))

    def kost(self, cel: int, prijs: float) -> None:
        """Set the price of a cell."""
        self._oplosser.changeColCost(cel, prijs)
        self._oplosser.changeColCost(cel + self._aantal, prijs)

    def zet(self, cel: int, dicht: bool) -> None:
        """Say whether a cell can move at all."""
        for kolom in (cel, cel + self._aantal):
            self._oplosser.changeColBounds(kolom, 0.0, self._meest[kolom] if dicht else 0.0)

    def vind(self, cel: int, stap: int, heel: bool = False) -> tuple[float, Getallen] | None:
        """Return what moving a cell by `stap` costs at least, and the movement; None when it cannot be.

        With `heel` the movement is by whole numbers, and not always the cheapest.
        """
        heen, terug = (cel, cel + self._aantal) if stap > 0 else (cel + self._aantal, cel)
        if self._meest[heen] < abs(stap):
            return None
        self._oplosser.changeColBounds(heen, abs(stap), abs(stap))
        self._oplosser.changeColBounds(terug, 0.0, 0.0)
        # From nothing moving it takes a few steps; from the round of another cell, thousands.
        self._oplosser.clearSolver()
        gevonden = self._los_op()
        if heel and gevonden and not is_heel(gevonden[1]):
            gevonden = self._los_heel_op()
        for kolom in (heen, terug):
            self._oplosser.changeColBounds(kolom, 0.0, self._meest[kolom])
        return gevonden

    def _los_op(self) -> tuple[float, Getallen] | None:
        self._oplosser.run()
        if self._oplosser.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        kolommen = np.array(self._oplosser.getSolution().col_value)
        prijs = float(self._oplosser.getInfo().objective_function_value)
        return prijs, kolommen[: self._aantal] - kolommen[self._aantal :]

    def _los_heel_op(self) -> tuple[float, Getallen] | None:
        """Half a round was enough for the quick programme; look for a whole one."""
        soorten = highspy.HighsVarType
        aantal = 2 * self._aantal
        self._oplosser.changeColsIntegrality(aantal, self._alle, np.full(aantal, soorten.kInteger))
        gevonden = self._los_op()
        self._oplosser.changeColsIntegrality(aantal, self._alle, np.full(aantal, soorten.kContinuous))
        return gevonden


def is_heel(beweging: Getallen) -> bool:
    """Return whether a movement is by whole numbers."""
    return bool(np.abs(np.round(beweging) - beweging).max(initial=0.0) < FOUT)
