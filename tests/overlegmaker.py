"""Makers of meetings of case tables for tests. Every one goes through the actions."""

from datetime import date
from uuid import uuid4

from samendoen.casus.api import (
    Agendering,
    Deelnemerinvoer,
    Delinginvoer,
    NieuwOverleg,
    agendeer_punten,
    deel_gegevens,
    plan_overleggen,
    voeg_deelnemers_toe,
)
from samendoen.kernel.api import SYSTEEM, Actor, klok
from tests.casusmaker import TEAM


def overleg(tafel: str = "teamoverleg", op: date | None = None, *, team: str = TEAM) -> int:
    """Plan a meeting."""
    return plan_overleggen(SYSTEEM, [NieuwOverleg(uuid4(), tafel, team, op or klok.vandaag())])[0]


def agendeer(
    door: Actor, nummer: int, *, casus: int | None = None, melding: int | None = None, vraag: str = ""
) -> int:
    """Put a casus or a question on an agenda."""
    return agendeer_punten(door, [Agendering(uuid4(), nummer, casus, melding, vraag)])[0]


def zet_aan_tafel(nummer: int, gebruiker: int | None = None, naam: str = "", organisatie: str = "") -> int:
    """Say who sits at a meeting."""
    wie = Deelnemerinvoer(uuid4(), nummer, gebruiker, naam, organisatie)
    return voeg_deelnemers_toe(SYSTEEM, [wie])[0]


def deel(
    door: Actor, punt: int, wie: int, grond: str = "taak_wmo", toestemming_op: date | None = None
) -> int:
    """Record that something was shared."""
    invoer = Delinginvoer(uuid4(), punt, wie, "Er zijn zorgen over het huis.", grond, toestemming_op)
    return deel_gegevens(door, [invoer])[0]
