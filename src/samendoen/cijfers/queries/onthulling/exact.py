"""The least that must be hidden, proven: a choice of cells, tried by the attacker until he finds nothing.

The choice is an integer programme that knows only what the attacker has taught it (Fischetti and Salazar,
2001): each time he comes too close to a small count, his shadow prices say which cells could keep him
away, and that is a new row. First for choices by halves, which is quick, then for whole ones.
"""

from math import ceil, floor

import highspy
import numpy as np

from samendoen.cijfers.queries.onthulling.aanval import FOUT, Aanval, Getallen, nieuwe_oplosser
from samendoen.cijfers.queries.onthulling.benadering import snoei, vul_aan
from samendoen.cijfers.queries.onthulling.toets import Gat, Keus, Toets
from samendoen.cijfers.rules.onthulling.vraagstuk import Keuze

RONDES = 10
KNOPEN = 200
"""So often the programme is asked, and so far it searches each time; hard questions end without proof."""


class Keuzeprogramma:
    """The integer programme: hide or not, at least cost, under the rows learned so far."""

    def __init__(self, toets: Toets) -> None:
        keuzes = [cel.keuze for cel in toets.vraagstuk.cellen]
        self.vrij = np.array([keuze is Keuze.VRIJ for keuze in keuzes])
        self.gewicht = np.where(self.vrij, [float(cel.waarde) for cel in toets.vraagstuk.cellen], 0.0)
        self._alle = np.arange(len(keuzes), dtype=np.int32)
        self._rijen: set[bytes] = set()
        self._oplosser = nieuwe_oplosser(mip_rel_gap=0.0, mip_abs_gap=0.5, mip_max_nodes=KNOPEN)
        self._oplosser.addVars(
            len(keuzes),
            np.array([1.0 if keuze is Keuze.DICHT else 0.0 for keuze in keuzes]),
            np.array([0.0 if keuze is Keuze.OPEN else 1.0 for keuze in keuzes]),
        )
        self._oplosser.changeColsCost(len(keuzes), self._alle, self.gewicht)

    def kosten(self, keus: Keus) -> int:
        """Return what a choice hides beyond what must be hidden."""
        return round(float(self.gewicht[keus].sum()))

    def beste(self) -> tuple[Getallen, float]:
        """Return the cheapest choice under what is known, and below what no choice can cost."""
        self._oplosser.run()
        stand = self._oplosser.getInfo()
        grens = stand.mip_dual_bound if stand.mip_node_count >= 0 else stand.objective_function_value
        return np.array(self._oplosser.getSolution().col_value), float(grens)

    def leer(self, steun: Getallen, nodig: int) -> bool:
        """Add a row: the hidden ones among the cells that can keep the attacker away must do so together."""
        steun = np.minimum(steun, nodig).round(6)
        sleutel = steun.tobytes() + bytes([nodig])
        if sleutel in self._rijen:
            return False
        self._rijen.add(sleutel)
        nummers = np.nonzero(steun)[0].astype(np.int32)
        self._oplosser.addRow(nodig, highspy.kHighsInf, len(nummers), nummers, steun[nummers])
        return True

    def word_geheel(self) -> None:
        """From now on a cell is hidden or it is not; rows that said nothing are dropped."""
        over = np.array(self._oplosser.getSolution().row_value) - np.array(self._oplosser.getLp().row_lower_)
        weg = np.nonzero(over > 0.1)[0].astype(np.int32)
        self._oplosser.deleteRows(len(weg), weg)
        self._rijen.clear()
        soorten = np.full(len(self._alle), highspy.HighsVarType.kInteger)
        self._oplosser.changeColsIntegrality(len(self._alle), self._alle, soorten)


class Les:
    """What the attacker teaches the programme."""

    def __init__(self, toets: Toets) -> None:
        self.toets = toets
        self.programma = Keuzeprogramma(toets)
        self._vol = Aanval(toets.vraagstuk.relaties, toets.omlaag, toets.omhoog)

    def bij_helften(self) -> Getallen:
        """Learn from choices by halves, until the attacker gets nowhere; return the last one."""
        grens = float(self.toets.vraagstuk.breedte)
        toets = self.toets
        aanval = Aanval(
            toets.vraagstuk.relaties, np.minimum(toets.omlaag, grens), np.minimum(toets.omhoog, grens)
        )
        for _ in range(500):
            mate, _kosten = self.programma.beste()
            aanval.verberg(mate)
            if not self._ronde_bij_helften(aanval):
                break
        return mate

    def _ronde_bij_helften(self, aanval: Aanval) -> bool:
        toets, geleerd = self.toets, False
        neer_gezien, op_gezien = np.zeros(len(toets.omlaag)), np.zeros(len(toets.omlaag))
        for cel in toets.vraagstuk.eisen:
            if neer_gezien[cel] + op_gezien[cel] > toets.nodig[cel] - FOUT:
                continue
            neer, op = (aanval.verste(cel, kant, toets.nodig[cel]) for kant in (-1, 1))
            for beweging in (neer.beweging, op.beweging):
                neer_gezien = np.maximum(neer_gezien, -beweging)
                op_gezien = np.maximum(op_gezien, beweging)
            if neer.afstand + op.afstand < toets.nodig[cel] - FOUT:
                alle = range(len(toets.vraagstuk.relaties))
                gat = Gat(cel, toets.nodig[cel], neer, op, alle)
                geleerd |= self.programma.leer(toets.steun(gat), gat.nodig)
        return geleerd

    def van(self, keus: Keus) -> Keus:
        """Learn from a whole choice, hiding more until the attacker finds nothing; return that choice."""
        keus = keus.copy()
        while True:
            self.toets.verberg(keus)
            gaten = self.toets.gaten()
            if not gaten:
                return keus
            erbij = np.zeros(len(keus), bool)
            for gat in gaten:
                self._van_gat(gat, keus, erbij)
            keus |= erbij

    def _van_gat(self, gat: Gat, keus: Keus, erbij: Keus) -> None:
        kan = self.programma.vrij & ~keus
        if gat.door_heel:
            self.programma.leer(kan.astype(float), 1)
        else:
            steun = self.toets.steun(gat)
            self.programma.leer(steun, gat.nodig)
            kan &= steun > FOUT
            if gat.nodig == 1 and not (kan & erbij).any():
                kan = self._kleinste(gat, kan, keus)
                self.programma.leer(kan.astype(float), 1)
        if not (kan & erbij).any():
            nummers = np.nonzero(kan)[0]
            erbij[nummers[np.argmin(self.programma.gewicht[nummers])]] = True

    def _kleinste(self, gat: Gat, kan: Keus, keus: Keus) -> Keus:
        """Return as few cells as can be of which one must be hidden: all others hidden, it is not enough."""
        kan = kan.copy()
        self._vol.verberg(((self.programma.vrij | keus) & ~kan).astype(float))
        nummers = np.nonzero(kan)[0]
        for cel in nummers[np.argsort(self.programma.gewicht[nummers], kind="stable")]:
            self._vol.zet(int(cel), True)
            ver = sum(floor(self._vol.afstand(gat.cel, kant) + FOUT) for kant in (-1, 1))
            if ver >= gat.nodig:
                self._vol.zet(int(cel), False)
            else:
                kan[cel] = False
        return kan


def los_op(toets: Toets, begin: Keus) -> tuple[Keus, bool]:
    """Return the cheapest choice that was found and whether it is proven; `begin` is one that holds."""
    les = Les(toets)
    kosten = les.programma.kosten
    kandidaten = [begin, snoei(toets, vul_aan(toets, les.bij_helften() > 0.5))]
    les.programma.word_geheel()
    for _ in range(RONDES):
        beste = min(kandidaten, key=kosten)
        mate, grens = les.programma.beste()
        if ceil(grens - FOUT) >= kosten(beste):
            return beste, True
        kandidaten = [beste, snoei(toets, vul_aan(toets, mate > 0.5)), snoei(toets, les.van(mate > 0.5))]
    return min(kandidaten, key=kosten), False
