"""The attacker: all that was read becomes one linear programme, and every hidden count is pushed both ways.

Written beside what it attacks: it imports nothing of ours. He knows the definitions, the threshold, that zero
is never hidden and that tables add up, and which facts count a part of others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from math import ceil, floor
from typing import Any

import highspy
import numpy as np

ONEINDIG = highspy.kHighsInf
OPEN, DEEL, OVER, KLEIN, DICHT = "open", "deel", "over", "klein", "dicht"
TOTAAL = "*"
FOUT = 1e-6
Inhoud = tuple[Any, ...]
"""(OPEN, n), (DEEL, part, whole), (OVER, n), (KLEIN,) or (DICHT,)."""
Omschrijving = frozenset[tuple[str, str]]
Cel = tuple[str, date, Omschrijving]
"""What is counted (fact and filters), on which day, and of which values: what is a total is left out."""
Som = tuple[tuple[Cel, int], ...]


@dataclass(frozen=True)
class Blad:
    """A table that was read: per place (a label per dimension, or TOTAAL) what stands there.

    A table that is `heel` has every value of its dimensions: an innermost place that is not there counts 0.
    """

    code: str
    dag: date
    dimensies: tuple[str, ...]
    cellen: Mapping[tuple[str, ...], Inhoud]
    heel: bool = True


@dataclass(frozen=True)
class Los:
    """A figure that stands by itself: read somewhere else in its place, it says nothing new."""

    adres: str
    code: str
    dag: date
    inhoud: Inhoud


@dataclass
class Boek:
    """Everything the attacker wrote down: between which values a count lies, and what adds up."""

    definities: Mapping[str, Mapping[str, Any]]
    drempel: int
    grenzen: dict[Cel, tuple[float, float]] = field(default_factory=dict)
    sommen: dict[Som, None] = field(default_factory=dict)
    gelezen: dict[tuple[str, date], set[Inhoud]] = field(default_factory=dict)
    los: list[Los] = field(default_factory=list)
    bronnen: Counter[str] = field(default_factory=Counter)

    def lees(self, blad: Blad) -> None:
        """Take over a table."""
        self.gelezen.setdefault((blad.code, blad.dag), set()).update(blad.cellen.values())
        definitie = self.definities[blad.code]
        wat = f"{definitie['feit']} {definitie.get('filter', [])}"
        assen = tuple(self._as(definitie, naam) for naam in blad.dimensies)
        labels = [sorted({plek[n] for plek in blad.cellen} - {TOTAAL}) for n in range(len(assen))]

        def cel(plek: Iterable[str], *erbij: tuple[str, str]) -> Cel:
            paren = zip(assen, plek, strict=True)
            return wat, blad.dag, frozenset([*((a, w) for a, w in paren if w != TOTAAL), *erbij])

        for plek, inhoud in blad.cellen.items():
            self._neem_over(definitie, cel, plek, inhoud)
        if blad.heel:
            for plek in product(*([*waarden, TOTAAL] for waarden in labels)):
                if TOTAAL not in plek and plek not in blad.cellen:
                    self.zie(cel(plek), 0, 0)
                for n, waarde in enumerate(plek):
                    if waarde == TOTAAL:
                        delen = [cel((*plek[:n], een, *plek[n + 1 :])) for een in labels[n]]
                        self.telt_op(cel(plek), delen)

    def _as(self, definitie: Mapping[str, Any], naam: str) -> str:
        periode = naam in ("jaar", "kwartaal", "maand")
        return f"{naam}:{definitie['periode']['kolom']}" if periode else naam

    def _neem_over(
        self, definitie: Mapping[str, Any], cel: Any, plek: tuple[str, ...], inhoud: Inhoud
    ) -> None:
        soort, maat = inhoud[0], definitie["maat"]["soort"]
        # Of a count, and of what is measured within a cell, what is hidden and not small is not small.
        gemeten = maat not in ("aantal", "verdeling", "aandeel") and TOTAAL not in plek
        onbekend = (self.drempel if maat == "aantal" or gemeten else 0, ONEINDIG)
        laag, hoog = {KLEIN: (1, self.drempel - 1), DICHT: onbekend}.get(soort) or (inhoud[1], inhoud[1])
        if maat in ("aantal", "uniek") or soort == OPEN:
            self.zie(cel(plek), laag, hoog)
        elif maat == "verdeling":
            self.zie(cel(plek), laag, hoog)
            kolom, namen = definitie["maat"]["kolom"], self._namen(definitie, plek)
            heel = tuple(TOTAAL if naam == kolom else waarde for naam, waarde in namen)
            self.zie(cel(heel), *(inhoud[2:] * 2 or (0, ONEINDIG)))
        else:  # a share or a measured number: who is in it, beside who is not
            erin, eruit = (f"erbij:{definitie['code']}", "ja"), (f"erbij:{definitie['code']}", "nee")
            self.zie(cel(plek, erin), laag, hoog)
            self.zie(cel(plek, eruit), 0, ONEINDIG)
            self.telt_op(cel(plek), [cel(plek, erin), cel(plek, eruit)])
            if soort == DEEL:
                self.zie(cel(plek), inhoud[2], inhoud[2])

    @staticmethod
    def _namen(definitie: Mapping[str, Any], plek: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        weergave = definitie["weergave"]
        namen = [weergave["rijen"], *([weergave["kolommen"]] if "kolommen" in weergave else [])]
        return zip(namen, plek, strict=True)

    def nieuw(self, jaar: int = 365, speling: int = 31) -> list[Los]:
        """Return the figures that stood nowhere else: not on that day, nor about a year before."""

        def bekend(los: Los) -> bool:
            return any(
                los.inhoud in waarden
                for (code, dag), waarden in self.gelezen.items()
                if code == los.code and (dag == los.dag or abs((los.dag - dag).days - jaar) <= speling)
            )

        return [los for los in self.los if not bekend(los)]

    def zie(self, cel: Cel, laag: float, hoog: float) -> None:
        """Write down between which values a count lies."""
        eerst = self.grenzen.get(cel, (0, ONEINDIG))
        nu = (max(eerst[0], laag), min(eerst[1], hoog))
        assert nu[0] <= nu[1], f"two answers to one question: {cel} {eerst} {(laag, hoog)}"
        self.grenzen[cel] = nu

    def telt_op(self, geheel: Cel, delen: Iterable[Cel]) -> None:
        """Write down that a count is the sum of others."""
        for cel in (geheel, *delen):
            self.grenzen.setdefault(cel, (0, ONEINDIG))
        self.sommen[(geheel, -1), *((deel, 1) for deel in delen)] = None

    def is_open(self, cel: Cel) -> bool:
        """Return whether a count stands there to be read."""
        laag, hoog = self.grenzen[cel]
        return laag == hoog


class Stil(highspy.Highs):
    """The solver without the callbacks that would have it print a line."""

    def enableCallbacks(self) -> None:
        """Be quiet instead."""
        self.setOptionValue("output_flag", False)


class Aanval:
    """What can be computed: of any cell, and any difference, between which values it lies.

    Sums bind cells of one day; each group of cells that hang together is a programme of its own.
    """

    def __init__(self, boek: Boek, delen: Iterable[tuple[Cel, Cel]] = ()) -> None:
        """`delen` are counts of which the first is never more than the second."""
        self._boek = boek
        self._rijen: list[tuple[Som, float]] = [(som, 0.0) for som in boek.sommen]
        self._rijen += [(((geheel, 1), (deel, -1)), ONEINDIG) for deel, geheel in delen]
        self._groep = {cel: cel for cel in boek.grenzen}
        for som, _boven in self._rijen:
            hoofden = {self._hoofd(cel) for cel, _factor in som}
            eerste = min(hoofden, key=repr)
            self._groep |= dict.fromkeys(hoofden, eerste)
        self._leden: dict[Cel, list[Cel]] = {}
        for cel in boek.grenzen:
            self._leden.setdefault(self._hoofd(cel), []).append(cel)
        self._sommen: dict[Cel, list[tuple[Som, float]]] = {}
        for som, boven in self._rijen:
            self._sommen.setdefault(self._hoofd(som[0][0]), []).append((som, boven))

    def _hoofd(self, cel: Cel) -> Cel:
        while self._groep[cel] != cel:
            cel = self._groep[cel]
        return cel

    def bereiken(self, doelen: Iterable[Som]) -> dict[Som, tuple[float, float]]:
        """Return between which values each of these sums lies, or two values at least that it can have.

        The cells of one sum are of one day.
        """
        per: dict[Cel, list[Som]] = {}
        for doel in doelen:
            per.setdefault(self._hoofd(doel[0][0]), []).append(doel)
        uit: dict[Som, tuple[float, float]] = {}
        for hoofd, hier in per.items():
            uit |= Programma(self._boek, self._leden[hoofd], self._sommen.get(hoofd, [])).bereiken(hier)
        return uit


class Programma:
    """One linear programme."""

    def __init__(self, boek: Boek, cellen: Sequence[Cel], rijen: Iterable[tuple[Som, float]]) -> None:
        """`rijen` are sums, each from 0 to its bound."""
        self._nummer = {cel: nummer for nummer, cel in enumerate(cellen)}
        self._oplosser: Any = Stil()  # type: ignore[no-untyped-call]
        self._oplosser.setOptionValue("threads", 1)
        onder, boven = zip(*(boek.grenzen[cel] for cel in cellen), strict=True)
        self._oplosser.addVars(len(onder), np.array(onder, float), np.array(boven, float))
        for som, hoogste in rijen:
            nummers = np.array([self._nummer[cel] for cel, _factor in som], np.int32)
            factoren = np.array([factor for _cel, factor in som], float)
            self._oplosser.addRow(0.0, hoogste, len(nummers), nummers, factoren)

    def bereiken(self, doelen: Sequence[Som]) -> dict[Som, tuple[float, float]]:
        """Return what `Aanval.bereiken` does."""
        laag, hoog = np.full(len(doelen), ONEINDIG), np.full(len(doelen), -ONEINDIG)
        matrix = np.zeros((len(doelen), len(self._nummer)))
        for rij, doel in enumerate(doelen):
            for cel, factor in doel:
                matrix[rij, self._nummer[cel]] = factor
        for rij in range(len(doelen)):
            for kant in (1, -1):
                if not (hoog[rij] > laag[rij] and genoeg(laag[rij], hoog[rij])):
                    waarden, begrensd = self._verst(matrix[rij] * -kant)
                    laag, hoog = np.minimum(laag, matrix @ waarden), np.maximum(hoog, matrix @ waarden)
                    if not begrensd:
                        hoog[rij] += 10
        return dict(zip(doelen, zip(laag.tolist(), hoog.tolist(), strict=True), strict=True))

    def _verst(self, prijzen: Any) -> tuple[Any, bool]:
        """Return the values at which these prices cost the least, and whether there is a least."""
        nummers = np.arange(len(prijzen), dtype=np.int32)
        self._oplosser.changeColsCost(len(prijzen), nummers, prijzen)
        self._oplosser.run()
        stand = self._oplosser.getModelStatus()
        assert stand != highspy.HighsModelStatus.kInfeasible, "what was published contradicts itself"
        waarden = np.array(self._oplosser.getSolution().col_value)
        return waarden, stand == highspy.HighsModelStatus.kOptimal


def genoeg(laag: float, hoog: float) -> bool:
    """Return whether two whole numbers at least stay possible."""
    return floor(hoog + FOUT) - ceil(laag - FOUT) >= 1
