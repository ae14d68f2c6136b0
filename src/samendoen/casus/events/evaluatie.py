"""Events of looking back on a plan."""

from datetime import date
from uuid import UUID

from samendoen.casus.events.plan import PLAN
from samendoen.kernel.api import Code, Gebeurtenissoort


class EvaluatieVastgelegd(Gebeurtenissoort):
    """People looked back on a plan (occurred on = that day), and planned when they do so again.

    One item per goal in `doelen` to `vervolg`, one per person in `personen` to `minder_problemen`: so
    outcomes can be counted without a word.
    """

    soort = "casus.evaluatie_vastgelegd"
    onderwerp = PLAN
    evaluatie: UUID
    casus: int
    team: Code
    plan_versie: int
    volgende_op: date
    doelen: tuple[UUID, ...]
    leefgebieden: tuple[Code, ...]
    bereikt: tuple[Code, ...]
    vervolg: tuple[Code, ...]
    personen: tuple[int, ...]
    eindes: tuple[Code, ...]
    cijfers: tuple[int | None, ...]
    zonder_hulp: tuple[Code | None, ...]
    minder_problemen: tuple[Code | None, ...]


class EvaluatieIngetrokken(Gebeurtenissoort):
    """Recorded by mistake: revokes an evaluation, and with it the day that it planned."""

    soort = "casus.evaluatie_ingetrokken"
    onderwerp = PLAN
    evaluatie: UUID
