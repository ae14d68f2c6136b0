"""Level 2 of a message: every rule of conditions, constraints and technical rules held against it."""

from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType

from samendoen.berichten.rules import condities, constraints, technisch  # noqa: F401  (register rules)
from samendoen.berichten.rules.bericht import Bericht, Bevinding
from samendoen.berichten.rules.regels import REGELS, Bij, Regel

ALLE_REGELS = MappingProxyType(REGELS)
"""Every rule of this level by its code."""


def toets(bericht: Bericht) -> tuple[Bevinding, ...]:
    """Hold a message that passed level 1 against every rule; findings come in its own order."""
    dagtekening = bericht.kop.datum("BerichtIdentificatie/Dagtekening") or date.max
    soort = bericht.soort
    regels = _op_een_dag(soort.standaard, soort.nummer, dagtekening)
    return tuple(
        Bevinding(2, regel.code, pad, regel.zin)
        for groep in bericht.wortel.loop()
        for regel, bij in regels.get(groep.naam, ())
        if regel.toets is None or not regel.toets(groep, bij)
        for pad in regel.fouten(groep, bij)
    )


@lru_cache(maxsize=128)
def _op_een_dag(standaard: str, nummer: str, dagtekening: date) -> dict[str, list[tuple[Regel, Bij]]]:
    """Return the rules of a kind of message, each with what it may know, by the name of the class."""
    return {
        klasse: [(regel, Bij(element, dagtekening, standaard)) for regel, element in rij]
        for klasse, rij in _per_klasse(standaard, nummer).items()
    }


@cache
def _per_klasse(standaard: str, nummer: str) -> dict[str, list[tuple[Regel, str]]]:
    """Return the rules of a kind of message, each with its element, by the name of the class."""
    regels: dict[str, list[tuple[Regel, str]]] = {}
    for regel in ALLE_REGELS.values():
        for plek in regel.plekken:
            if plek.nummer == nummer and plek.standaard in {"", standaard}:
                regels.setdefault(plek.klasse, []).append((regel, plek.element))
    return regels
