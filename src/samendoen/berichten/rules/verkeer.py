"""Levels 3 and 4 of a message: every rule that needs more than the message itself."""

from collections.abc import Callable
from functools import cache
from types import MappingProxyType
from typing import Any

from samendoen.berichten.rules import (  # noqa: F401  (register rules)
    kruis_declaratie,
    kruis_gemeente,
    kruis_kop,
    kruis_levering,
    kruis_verzoek,
)
from samendoen.berichten.rules.bericht import Bericht, Bevinding, Groep
from samendoen.berichten.rules.kennis import Kennis, Prestatie, Toewijzing
from samendoen.berichten.rules.kruisregels import KRUISREGELS, Debettoets, Kruisregel, Toets, Zicht
from samendoen.berichten.rules.register import Register
from samendoen.berichten.rules.soorten import SOORTEN, wegen

DECLARATIE = "323"
ALLE_KRUISREGELS = MappingProxyType(KRUISREGELS)
"""Every rule of these levels by its code."""


def toets_verkeer(bericht: Bericht, kennis: Kennis) -> tuple[Bevinding, ...]:
    """Hold a message that passed levels 1 and 2 against every rule.

    What lies below a class that fails is not judged (IV028, IV087): below a header that is everything.
    """
    oordeel = _Oordeel(bericht, kennis)
    oordeel.vel()
    return tuple(oordeel.bevindingen)


class _Oordeel:
    """One pass through a message."""

    def __init__(self, bericht: Bericht, kennis: Kennis) -> None:
        self.wortel = bericht.wortel
        self.regels = _per_klasse(bericht.soort.standaard, bericht.soort.nummer)
        self.debetregels = _debetregels() if bericht.soort.nummer == DECLARATIE else {}
        self.wegen = _wegen(bericht.soort.code)
        self.register = Register(bericht, kennis)
        self.afgewezen: set[str] = set()
        self.bevindingen: list[Bevinding] = []

    def vel(self) -> None:
        """Note every finding."""
        self._loop(self.wortel, Zicht(self.register))
        for groep in self.wortel.kinderen():
            if self.afgewezen.isdisjoint((groep.pad, f"{self.wortel.pad}/Header")):
                self._vervolg(groep)

    def _loop(self, groep: Groep, zicht: Zicht) -> None:
        if groep.naam == "Client":
            zicht = Zicht(self.register, groep.tekst("Bsn"))
        elif groep.naam == "Prestatie":
            zicht = Zicht(self.register, zicht.bsn, self.register.op_toewijzing.get(groep.pad))
        for regel, element, toets in self.regels.get(groep.naam, ()):
            if toets is not None and not toets(groep, zicht):
                self._wijs_af(regel, groep.pad, element)
        if zicht.op is not None and not zicht.op[0].vorig:
            self._debet(groep.pad, *zicht.op, zicht)
        if self.afgewezen and groep.pad in self.afgewezen:
            return
        for naam in self.wegen.get(groep.naam, ()):
            for kind in groep.rij(naam):
                self._loop(kind, zicht)
                if naam == "Header" and kind.pad in self.afgewezen:
                    return

    def _debet(self, pad: str, prestatie: Prestatie, toewijzing: Toewijzing | None, zicht: Zicht) -> None:
        for regel, element, toets in self.debetregels[toewijzing is not None]:
            if not toets(prestatie, toewijzing, zicht):
                self._wijs_af(regel, pad, element)

    def _vervolg(self, groep: Groep) -> None:
        for regel, element, _toets in self.regels.get(groep.naam, ()):
            if regel.zoek is not None:
                for pad in tuple(regel.zoek(groep, Zicht(self.register), self.afgewezen)):
                    self._wijs_af(regel, pad, element)

    def _wijs_af(self, regel: Kruisregel, pad: str, element: str) -> None:
        self.afgewezen.add(pad)
        plek = f"{pad}/{element}".rstrip("/")
        self.bevindingen.append(Bevinding(regel.niveau, regel.code, plek, regel.zin, regel.retourcode))


@cache
def _debetregels() -> dict[bool, list[tuple[Kruisregel, str, Callable[[Prestatie, Any, Zicht], bool]]]]:
    """Return the rules on a debit with its element and test: of one on an assignment of its client or not."""
    alle = [(r, r.plekken[0].element, r.toets) for r in ALLE_KRUISREGELS.values()]
    debet = [(r, element, toets) for r, element, toets in alle if isinstance(toets, Debettoets)]
    return {met: [(r, e, t.toets) for r, e, t in debet if met or t.altijd] for met in (True, False)}


@cache
def _per_klasse(standaard: str, nummer: str) -> dict[str, list[tuple[Kruisregel, str, Toets | None]]]:
    """Return the rules of a kind of message, each with its element and test, by the name of the class."""
    regels: dict[str, list[tuple[Kruisregel, str, Toets | None]]] = {}
    for regel in ALLE_KRUISREGELS.values():
        for plek in regel.plekken:
            if plek.nummer == nummer and plek.standaard in {"", standaard}:
                if isinstance(regel.toets, Debettoets):
                    continue
                regels.setdefault(plek.klasse, []).append((regel, plek.element, regel.toets))
    return regels


@cache
def _wegen(code: str) -> dict[str, tuple[str, ...]]:
    """Return the ways down to the groups of a kind of message that have rules."""
    soort = SOORTEN[code]
    return wegen(soort.wortel, _per_klasse(soort.standaard, soort.nummer))
