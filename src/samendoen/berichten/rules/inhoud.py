"""Level 2 of a message: every rule of conditions, constraints and technical rules held against it."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType

from samendoen.berichten.rules import condities, constraints, technisch  # noqa: F401  (register rules)
from samendoen.berichten.rules.bericht import Bericht, Bevinding, Groep
from samendoen.berichten.rules.regels import REGELS, Bij, Regel, Toets
from samendoen.berichten.rules.soorten import SOORTEN, WORTEL, Berichtsoort, Klasse, wegen

ALLE_REGELS = MappingProxyType(REGELS)
"""Every rule of this level by its code."""


def toets(bericht: Bericht) -> tuple[Bevinding, ...]:
    """Hold a message that passed level 1 against every rule; findings come in its own order."""
    dagtekening = bericht.kop.datum("BerichtIdentificatie/Dagtekening") or date.max
    toetsing = _Toetsing(bericht.soort, dagtekening)
    toetsing.loop(bericht.wortel)
    return tuple(toetsing.bevindingen)


class _Toetsing:
    """One pass through a message, along the groups that have rules or hold groups that do.

    A group of texts alone that equals one that was right, as the period of most lines does, is right too.
    """

    def __init__(self, soort: Berichtsoort, dagtekening: date) -> None:
        self.klassen = _op_een_dag(soort.code, dagtekening)
        self.wegen = _wegen(soort.code)
        self.goed: set[tuple[object, ...]] = set()
        self.bevindingen: list[Bevinding] = []

    def loop(self, groep: Groep) -> None:
        """Judge a group and what is in it."""
        klasse = self.klassen.get(groep.naam)
        if klasse is not None:
            if klasse.herkent:
                self._herken(groep, klasse)
                return
            self._toets(groep, klasse)
        for naam in self.wegen.get(groep.naam, ()):
            for kind in groep.rij(naam):
                self.loop(kind)

    def _herken(self, groep: Groep, klasse: "_Klasse") -> None:
        inhoud = (groep.naam, *groep.delen.items())
        if inhoud not in self.goed and self._toets(groep, klasse):
            self.goed.add(inhoud)

    def _toets(self, groep: Groep, klasse: "_Klasse") -> bool:
        """Tell whether a group is right; note what is not."""
        goed = True
        for regel, bij, toets_ in klasse.regels:
            if toets_ is None or not toets_(groep, bij):
                fout = [Bevinding(2, regel.code, pad, regel.zin) for pad in regel.fouten(groep, bij)]
                self.bevindingen += fout
                goed = goed and not fout
        return goed


@dataclass(frozen=True, slots=True)
class _Klasse:
    """The rules of a class, each with what it may know; `herkent`: it has texts alone, and rules enough."""

    regels: tuple[tuple[Regel, Bij, Toets | None], ...]
    herkent: bool


@lru_cache(maxsize=128)
def _op_een_dag(code: str, dagtekening: date) -> dict[str, _Klasse]:
    """Return the rules of a kind of message by the name of the class."""
    soort = SOORTEN[code]
    houders = _houders(soort.wortel)
    return {
        naam: _Klasse(
            tuple((r, Bij(element, dagtekening, soort.standaard), r.toets) for r, element in rij),
            naam not in houders and len(rij) > 1,
        )
        for naam, rij in _per_klasse(soort.standaard, soort.nummer).items()
    }


@cache
def _wegen(code: str) -> dict[str, tuple[str, ...]]:
    """Return the ways down to the groups of a kind of message that have rules."""
    soort = SOORTEN[code]
    return wegen(soort.wortel, _per_klasse(soort.standaard, soort.nummer))


def _houders(klasse: Klasse, naam: str = WORTEL) -> frozenset[str]:
    """Return the names of the elements that hold groups, from the element of a class on."""
    lager = [_houders(deel.soort, deel.naam) for deel in klasse.delen if isinstance(deel.soort, Klasse)]
    return frozenset([naam] if lager else []).union(*lager)


@cache
def _per_klasse(standaard: str, nummer: str) -> dict[str, list[tuple[Regel, str]]]:
    """Return the rules of a kind of message, each with its element, by the name of the class."""
    regels: dict[str, list[tuple[Regel, str]]] = {}
    for regel in ALLE_REGELS.values():
        for plek in regel.plekken:
            if plek.nummer == nummer and plek.standaard in {"", standaard}:
                regels.setdefault(plek.klasse, []).append((regel, plek.element))
    return regels
