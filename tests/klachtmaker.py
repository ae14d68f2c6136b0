"""Makers of complaints for tests. Every one goes through the actions."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.besluiten.actions.klacht import (
    Klachteinde,
    Klachthoren,
    NieuweKlacht,
    leg_klachthoren_vast,
    registreer_klachten,
)
from samendoen.besluiten.actions.klachteinde import handel_klacht_af
from samendoen.kernel.api import Actor, klok


def nieuwe_klacht(wie: int, **anders: Any) -> NieuweKlacht:
    """Return a complaint as it comes in today."""
    gewoon = NieuweKlacht(
        uuid4(),
        "Wim de Vries",
        "Markt 2\n4141 AA Leerdam",
        "Ik werd drie keer niet teruggebeld.",
        date(2024, 5, 20),
        klok.vandaag(),
        wie,
    )
    return replace(gewoon, **anders)


def maak_klacht(door: Actor, wie: int, **anders: Any) -> int:
    """Record a complaint; return the id."""
    return registreer_klachten(door, [nieuwe_klacht(wie, **anders)])[0]


def hoor_klager(door: Actor, klacht: int) -> None:
    """Record that the complainant was heard today."""
    leg_klachthoren_vast(door, klacht, Klachthoren(klager_op=klok.vandaag(), verslag="Zo ging het."))


def einde(afloop: str = "informeel", **anders: Any) -> Klachteinde:
    """Return how a complaint ends today."""
    return replace(Klachteinde(afloop, klok.vandaag(), bevindingen="Wij bellen voortaan terug."), **anders)


def sluit(door: Actor, klacht: int, afloop: str = "informeel", **anders: Any) -> None:
    """Let a complaint end."""
    handel_klacht_af(door, klacht, einde(afloop, **anders))
