"""Level 2 of a message: every rule of conditions, constraints and technical rules held against it."""

from datetime import date

from samendoen.berichten.rules import condities, constraints, technisch
from samendoen.berichten.rules.bericht import Bericht, Bevinding
from samendoen.berichten.rules.regels import REGELS, Bij, Plek, Regel

BRONNEN = (condities, constraints, technisch)
"""The modules that fill `REGELS`."""


def toets(bericht: Bericht) -> tuple[Bevinding, ...]:
    """Hold a message that passed level 1 against every rule; findings come in its own order."""
    soort = bericht.soort
    regels: dict[str, list[tuple[Regel, Plek]]] = {}
    for een in REGELS.values():
        for plek in een.plekken:
            if plek.nummer == soort.nummer and plek.standaard in {"", soort.standaard}:
                regels.setdefault(plek.klasse, []).append((een, plek))
    dagtekening = bericht.kop.datum("BerichtIdentificatie/Dagtekening") or date.max
    return tuple(
        Bevinding(2, een.code, pad, een.zin)
        for groep in bericht.wortel.loop()
        for een, plek in regels.get(groep.naam, ())
        for pad in een.zoek(groep, Bij(plek.element, dagtekening, soort.standaard))
    )
