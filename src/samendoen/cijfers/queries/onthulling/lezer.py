"""Between which values cells lie, for a reader who knows that counts are whole and that tables add up."""

from collections.abc import Mapping, Sequence

import highspy
import numpy as np

from samendoen.cijfers.queries.onthulling.aanval import Getallen, nieuwe_oplosser, voeg_relatie_toe
from samendoen.cijfers.queries.onthulling.omwegen import is_heel
from samendoen.cijfers.rules.onthulling.publicatie import Grenzen
from samendoen.cijfers.rules.onthulling.stelsel import Relatie


def bereken(
    grenzen: Sequence[Grenzen], relaties: Sequence[Relatie], gevraagd: Sequence[int]
) -> Mapping[int, Grenzen] | None:
    """Return the range of each cell that is asked, None when no table at all fits what is given."""
    if not grenzen:
        return {}
    lezer = Lezer(grenzen, relaties)
    if not lezer.kan():
        return None
    bereiken: dict[int, Grenzen] = {}
    for cel in gevraagd:
        bereiken[cel] = (lezer.uiterste(cel, -1), lezer.uiterste(cel, 1))
    return bereiken


class Lezer:
    """All tables that fit what is published."""

    def __init__(self, grenzen: Sequence[Grenzen], relaties: Sequence[Relatie]) -> None:
        self._alle = np.arange(len(grenzen), dtype=np.int32)
        self._oplosser = nieuwe_oplosser(mip_rel_gap=0.0, mip_abs_gap=0.5)
        onder = np.array([-highspy.kHighsInf if laag is None else laag for laag, _hoog in grenzen], float)
        boven = np.array([highspy.kHighsInf if hoog is None else hoog for _laag, hoog in grenzen], float)
        self._oplosser.addVars(len(grenzen), onder, boven)
        for relatie in relaties:
            voeg_relatie_toe(self._oplosser, *zip(*relatie, strict=True))

    def kan(self) -> bool:
        """Return whether there is any such table."""
        return self._los_op() is not None

    def uiterste(self, cel: int, kant: int) -> int | None:
        """Return the smallest (`kant` -1) or largest (1) count of a cell in any of them; None is no limit."""
        self._oplosser.changeColCost(cel, -float(kant))
        oplossing = self._los_op()
        self._oplosser.changeColCost(cel, 0.0)
        return None if oplossing is None else round(float(oplossing[cel]))

    def _los_op(self) -> Getallen | None:
        """Return a best table by whole numbers; None when there is none, or no limit to how good."""
        oplossing = self._draai()
        if oplossing is not None and not is_heel(oplossing):
            soorten = highspy.HighsVarType
            aantal = len(self._alle)
            self._oplosser.changeColsIntegrality(aantal, self._alle, np.full(aantal, soorten.kInteger))
            oplossing = self._draai()
            self._oplosser.changeColsIntegrality(aantal, self._alle, np.full(aantal, soorten.kContinuous))
        return oplossing

    def _draai(self) -> Getallen | None:
        self._oplosser.run()
        if self._oplosser.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._oplosser.getSolution().col_value)
