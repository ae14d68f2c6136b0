"""Jeugdwet: who may refer, which municipality is responsible, and until what age (art. 1.1, 2.4, 2.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samendoen.recht.leeftijd import leeftijd

LEEFTIJD_GEWOON = 18
LEEFTIJD_VOORTGEZET = 23


class Verwijzer(StrEnum):
    """Who opens the way to youth help besides the municipality itself."""

    HUISARTS = "huisarts"
    MEDISCH_SPECIALIST = "medisch specialist"
    JEUGDARTS = "jeugdarts"
    GECERTIFICEERDE_INSTELLING = "gecertificeerde instelling"


VERWIJSGRONDSLAG: dict[Verwijzer, str] = {
    Verwijzer.HUISARTS: "Jeugdwet art. 2.6 lid 1 onder e",
    Verwijzer.MEDISCH_SPECIALIST: "Jeugdwet art. 2.6 lid 1 onder e",
    Verwijzer.JEUGDARTS: "Jeugdwet art. 2.6 lid 1 onder e",
    Verwijzer.GECERTIFICEERDE_INSTELLING: "Jeugdwet art. 2.4 lid 2 onder b",
}


@dataclass(frozen=True, slots=True)
class Woonplaats:
    """The responsible municipality (CBS code; None when unknown) and the rule that says so."""

    gemeente: str | None
    grondslag: str
    uitleg: str


def bepaal_woonplaats(brp: str | None, *, verblijf: bool, brp_voor_verblijf: str | None = None) -> Woonplaats:
    """Return which municipality is responsible for a youth (Jeugdwet art. 1.1, woonplaats).

    `brp` is the municipality of the address in the BRP; with residential stay (`verblijf`) it is the one
    immediately before the stay.
    """
    if verblijf:
        return Woonplaats(
            brp_voor_verblijf,
            "Jeugdwet art. 1.1, woonplaats",
            "Bij verblijf telt de gemeente waar de jeugdige direct daarvoor stond ingeschreven.",
        )
    return Woonplaats(brp, "Jeugdwet art. 1.1, woonplaats", "De gemeente van het adres in de BRP.")


def kan_jeugdhulp(geboren: date, op: date, *, voortgezet: bool = False) -> bool:
    """Tell whether youth help is possible at this age: under 18, or under 23 if continued (art. 1.1)."""
    return leeftijd(geboren, op) < (LEEFTIJD_VOORTGEZET if voortgezet else LEEFTIJD_GEWOON)
