"""Does a choice of hidden cells keep what was promised? Each other table that is found proves it for many."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from samendoen.cijfers.queries.onthulling.aanval import FOUT, Aanval, Getallen, Uiterste, ruimte
from samendoen.cijfers.queries.onthulling.omwegen import Omwegen, is_heel
from samendoen.cijfers.rules.onthulling.stelsel import Relatie
from samendoen.cijfers.rules.onthulling.vraagstuk import Vraagstuk

Keus = npt.NDArray[np.bool_]
"""Per cell whether it is hidden."""


@dataclass(frozen=True, slots=True)
class Gat:
    """A cell of which too few values stay possible, and the two movements that show it."""

    cel: int
    nodig: int
    neer: Uiterste
    op: Uiterste
    sommen: Sequence[int]
    """The sums, by number, that the prices of the movements are about."""

    @property
    def door_heel(self) -> bool:
        """Return whether there is only too little room because counts are whole."""
        return self.neer.afstand + self.op.afstand > self.nodig - FOUT


class Deel:
    """Hidden cells that hang together by sums, with the attacker on them. Cells are numbered anew here."""

    def __init__(self, cellen: Sequence[int], relaties: Sequence[Relatie], toets: "Toets") -> None:
        self._hier = {cel: nummer for nummer, cel in enumerate(cellen)}
        self._relaties = [
            tuple((self._hier[cel], factor) for cel, factor in relatie if cel in self._hier)
            for relatie in relaties
        ]
        self._omlaag, self._omhoog = toets.omlaag[list(cellen)], toets.omhoog[list(cellen)]
        self._open: set[int] = set()
        self._herinner([])

    @cached_property
    def _aanval(self) -> Aanval:
        return Aanval(self._relaties, self._omlaag, self._omhoog)

    @cached_property
    def _omwegen(self) -> Omwegen:
        omwegen = Omwegen(self._relaties, self._omlaag, self._omhoog, np.ones(len(self._omlaag)))
        for nummer in self._open:
            omwegen.zet(nummer, False)
        return omwegen

    def verste(self, cel: int, kant: int, nodig: int) -> Uiterste:
        """Return how far the attacker gets, and remember the other table that shows it."""
        nummer = self._hier[cel]
        uiterste = self._aanval.verste(nummer, kant, nodig)
        if is_heel(uiterste.beweging):
            self._onthoud(np.round(uiterste.beweging))
        else:
            self._zoek_heel(nummer, kant, min(nodig, int(uiterste.afstand + FOUT)))
        return uiterste

    def _zoek_heel(self, nummer: int, kant: int, afstand: int) -> None:
        """Look for another table in whole numbers, as far as there is one."""
        for stap in range(afstand, 0, -1):
            gevonden = self._omwegen.vind(nummer, kant * stap, heel=True)
            if gevonden:
                self._onthoud(np.round(gevonden[1]))
                return

    def gezien(self, cel: int) -> int:
        """Return how far apart the values lie that the remembered tables show for a cell."""
        nummer = self._hier[cel]
        return int(self._hoog[nummer] - self._laag[nummer])

    def open(self, cel: int) -> list[Getallen]:
        """Open a cell; return what was remembered, for `sluit`."""
        nummer, eerst = self._hier[cel], self._bewegingen
        self._open.add(nummer)
        self._zet(nummer, False)
        self._herinner([beweging for beweging in eerst if not beweging[nummer]])
        return eerst

    def sluit(self, cel: int, bewegingen: list[Getallen]) -> None:
        """Hide a cell again."""
        nummer = self._hier[cel]
        self._open.discard(nummer)
        self._zet(nummer, True)
        self._herinner(bewegingen)

    def _zet(self, nummer: int, dicht: bool) -> None:
        self._aanval.zet(nummer, dicht)
        self._omwegen.zet(nummer, dicht)

    def _herinner(self, bewegingen: list[Getallen]) -> None:
        self._bewegingen = bewegingen
        alle = np.array([np.zeros(len(self._omlaag)), *bewegingen])
        self._laag, self._hoog = alle.min(axis=0), alle.max(axis=0)

    def _onthoud(self, beweging: Getallen) -> None:
        if ((beweging < self._laag) | (beweging > self._hoog)).any():
            self._bewegingen = [*self._bewegingen, beweging]
            self._laag = np.minimum(self._laag, beweging)
            self._hoog = np.maximum(self._hoog, beweging)


class Toets:
    """The attacker against whole choices, with how wide each interval must be (`nodig`)."""

    def __init__(self, vraagstuk: Vraagstuk) -> None:
        self.vraagstuk = vraagstuk
        self.omlaag, self.omhoog = ruimte(vraagstuk)
        self.nodig = {cel: vraagstuk.breedte for cel in vraagstuk.eisen}
        self._sommen: dict[int, list[int]] = defaultdict(list)
        for som, relatie in enumerate(vraagstuk.relaties):
            for cel, _factor in relatie:
                self._sommen[cel].append(som)

    def verberg(self, keus: Keus) -> None:
        """Choose which cells are hidden."""
        self._delen: dict[int, Deel] = {}
        self._sommen_van: dict[int, list[int]] = {}
        for cellen, sommen in self._samenhangend(keus):
            deel = Deel(cellen, [self.vraagstuk.relaties[som] for som in sommen], self)
            for cel in cellen:
                self._delen[cel], self._sommen_van[cel] = deel, sommen

    def _samenhangend(self, keus: Keus) -> Iterator[tuple[list[int], list[int]]]:
        """Return the groups of hidden cells that share sums, each with those sums."""
        te_doen = {int(cel) for cel in np.nonzero(keus)[0]}
        for begin in sorted(te_doen):
            if begin not in te_doen:
                continue
            te_doen.discard(begin)
            cellen, sommen = [begin], dict[int, None]()
            for cel in cellen:  # grows while it is walked
                for som in self._sommen[cel]:
                    if som not in sommen:
                        sommen[som] = None
                        nieuw = [ander for ander, _f in self.vraagstuk.relaties[som] if ander in te_doen]
                        te_doen.difference_update(nieuw)
                        cellen += nieuw
            yield cellen, list(sommen)

    def gat(self, cel: int) -> Gat | None:
        """Return what is missing for a cell; None when enough values stay possible."""
        deel, nodig = self._delen[cel], self.nodig[cel]
        if deel.gezien(cel) >= nodig:
            return None
        op = deel.verste(cel, 1, nodig)
        if deel.gezien(cel) >= nodig:
            return None
        neer = deel.verste(cel, -1, nodig)
        return None if deel.gezien(cel) >= nodig else Gat(cel, nodig, neer, op, self._sommen_van[cel])

    def gaten(self) -> list[Gat]:
        """Return every gap."""
        return [gat for cel in self.vraagstuk.eisen if (gat := self.gat(cel))]

    def breedte(self, cel: int) -> int:
        """Return how far apart the extreme values of a cell lie, or at least what is needed."""
        self.gat(cel)
        return self._delen[cel].gezien(cel)

    def kan_open(self, cel: int) -> bool:
        """Open a hidden cell if everything that is asked still holds without it; return whether it did."""
        deel = self._delen[cel]
        eerst = deel.open(cel)
        if any(self._delen[eis] is deel and self.gat(eis) for eis in self.vraagstuk.eisen):
            deel.sluit(cel, eerst)
            return False
        return True

    def buren(self, cel: int) -> set[int]:
        """Return the cells that share a sum with this one."""
        return {ander for som in self._sommen[cel] for ander, _factor in self.vraagstuk.relaties[som]}

    def steun(self, gat: Gat) -> Getallen:
        """Return how much farther each cell, if hidden, can bring the attacker at the prices of a gap."""
        steun = np.zeros(len(self.omlaag))
        for kant, uiterste in ((-1, gat.neer), (1, gat.op)):
            prijs = np.zeros(len(self.omlaag))
            prijs[gat.cel] = kant
            for som, somprijs in zip(gat.sommen, uiterste.somprijzen, strict=True):
                if abs(somprijs) > FOUT:
                    for cel, factor in self.vraagstuk.relaties[som]:
                        prijs[cel] += somprijs * factor
            prijs[np.abs(prijs) < FOUT] = 0
            steun += np.maximum(prijs, 0) * self.omhoog + np.maximum(-prijs, 0) * self.omlaag
        return steun
