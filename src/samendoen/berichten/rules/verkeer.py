"""Levels 3 and 4 of a message: every rule that needs more than the message itself."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from types import MappingProxyType

from samendoen.berichten.rules import (  # noqa: F401  (register rules)
    kruis_declaratie,
    kruis_gemeente,
    kruis_kop,
    kruis_levering,
    kruis_verzoek,
)
from samendoen.berichten.rules.bericht import Bericht, Bevinding, Groep
from samendoen.berichten.rules.kennis import Kennis
from samendoen.berichten.rules.kruisregels import KRUISREGELS, Kruisregel, Zicht
from samendoen.berichten.rules.register import Register
from samendoen.berichten.rules.soorten import SOORTEN, Klasse

ALLE_KRUISREGELS = MappingProxyType(KRUISREGELS)
"""Every rule of these levels by its code."""


def toets_verkeer(bericht: Bericht, kennis: Kennis) -> tuple[Bevinding, ...]:
    """Hold a message that passed levels 1 and 2 against every rule.

    What lies below a class that fails is not judged (IV028, IV087): below a header that is everything.
    """
    return tuple(_Oordeel(bericht, kennis).vel())


class _Oordeel:
    """One pass through a message."""

    def __init__(self, bericht: Bericht, kennis: Kennis) -> None:
        self.wortel = bericht.wortel
        self.regels = _per_klasse(bericht.soort.standaard, bericht.soort.nummer)
        self.dragers = _dragers(bericht.soort.code)
        self.register = Register(bericht, kennis)
        self.afgewezen: set[str] = set()

    def vel(self) -> Iterator[Bevinding]:
        """Give every finding."""
        yield from self._loop(self.wortel, Zicht(self.register))
        for groep in self.wortel.kinderen():
            if not self.afgewezen.intersection({groep.pad, f"{self.wortel.pad}/Header"}):
                yield from self._vervolg(groep)

    def _loop(self, groep: Groep, zicht: Zicht) -> Iterator[Bevinding]:
        if groep.naam == "Client":
            zicht = Zicht(self.register, groep.tekst("Bsn"))
        for regel, element in self.regels.get(groep.naam, ()):
            if regel.toets is not None and not regel.toets(groep, zicht):
                yield self._wijs_af(regel, groep.pad, element)
        if groep.pad in self.afgewezen:
            return
        for naam in filter(self.dragers.__contains__, groep.delen):
            for kind in groep.groepen(naam):
                yield from self._loop(kind, zicht)
                if naam == "Header" and kind.pad in self.afgewezen:
                    return

    def _vervolg(self, groep: Groep) -> Iterator[Bevinding]:
        for regel, element in self.regels.get(groep.naam, ()):
            if regel.zoek is not None:
                for pad in tuple(regel.zoek(groep, Zicht(self.register), self.afgewezen)):
                    yield self._wijs_af(regel, pad, element)

    def _wijs_af(self, regel: Kruisregel, pad: str, element: str) -> Bevinding:
        self.afgewezen.add(pad)
        plek = f"{pad}/{element}".rstrip("/")
        return Bevinding(regel.niveau, regel.code, plek, regel.zin, regel.retourcode)


@cache
def _per_klasse(standaard: str, nummer: str) -> dict[str, list[tuple[Kruisregel, str]]]:
    """Return the rules of a kind of message, each with its element, by the name of the class."""
    regels: dict[str, list[tuple[Kruisregel, str]]] = {}
    for regel in ALLE_KRUISREGELS.values():
        for plek in regel.plekken:
            if plek.nummer == nummer and plek.standaard in {"", standaard}:
                regels.setdefault(plek.klasse, []).append((regel, plek.element))
    return regels


@cache
def _dragers(code: str) -> frozenset[str]:
    """Return the names of the elements of a kind of message that have rules, or hold elements that do."""
    soort = SOORTEN[code]
    return frozenset(_namen_met(soort.wortel, _per_klasse(soort.standaard, soort.nummer).keys()))


def _namen_met(klasse: Klasse, namen: AbstractSet[str]) -> Iterator[str]:
    for deel in klasse.delen:
        lager = list(_namen_met(deel.soort, namen)) if isinstance(deel.soort, Klasse) else []
        if lager or deel.naam in namen:
            yield from (deel.naam, *lager)
