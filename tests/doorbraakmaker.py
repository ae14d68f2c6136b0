"""Makers of doorbraakbudgetten for tests. Every one goes through the actions."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from samendoen.besluiten.actions.doorbraak import (
    NieuweDoorbraak,
    NieuweUitgave,
    boek_doorbraakuitgave,
    ken_doorbraak_toe,
)
from samendoen.kernel.api import Actor, klok


def nieuwe_doorbraak(casus: int, **anders: Any) -> NieuweDoorbraak:
    """Return a budget of 400 euros of today."""
    waarom = "De huur is betaald, maar niemand betaalt de sleutels."
    gewoon = NieuweDoorbraak(
        uuid4(), casus, 40000, "Een fiets om naar het werk te gaan.", waarom, klok.vandaag()
    )
    return replace(gewoon, **anders)


def maak_doorbraak(door: Actor, casus: int, **anders: Any) -> int:
    """Grant a budget; return the id."""
    return ken_doorbraak_toe(door, nieuwe_doorbraak(casus, **anders))


def nieuwe_uitgave(budget: int, **anders: Any) -> NieuweUitgave:
    """Return a payment of 350 euros of today."""
    return replace(NieuweUitgave(uuid4(), budget, 35000, "Tweedehands fiets", klok.vandaag()), **anders)


def betaal(door: Actor, budget: int, **anders: Any) -> int:
    """Record a payment; return the id."""
    return boek_doorbraakuitgave(door, nieuwe_uitgave(budget, **anders))
