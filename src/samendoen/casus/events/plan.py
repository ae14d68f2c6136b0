"""Events of the plan of a household."""

from datetime import date
from uuid import UUID

from samendoen.kernel.api import Code, Gebeurtenissoort

PLAN = "casus.plan"


class PlanGeschreven(Gebeurtenissoort):
    """A version of the plan was written, or written over while it is a concept.

    One item per goal in `doelen` and `doelgebieden`, one per action in `acties`, `niveaus` and
    `leefgebieden`: so the pyramid can be counted without a word.
    """

    soort = "casus.plan_geschreven"
    onderwerp = PLAN
    casus: int
    team: Code
    plan_versie: int
    evaluatie_op: date | None
    doelen: tuple[UUID, ...]
    doelgebieden: tuple[Code, ...]
    acties: tuple[UUID, ...]
    niveaus: tuple[Code, ...]
    leefgebieden: tuple[Code, ...]


class PlanVastgesteld(Gebeurtenissoort):
    """This version holds from now on (occurred on = adopted on)."""

    soort = "casus.plan_vastgesteld"
    onderwerp = PLAN
    casus: int
    team: Code
    plan_versie: int


class BasishulpAfgesproken(Gebeurtenissoort):
    """The team itself helps, says a version that holds (occurred on = adopted on): one item per action of
    that level in each tuple. So help by a team can be counted, with its begin and its planned end."""

    soort = "casus.basishulp_afgesproken"
    onderwerp = PLAN
    casus: int
    team: Code
    acties: tuple[UUID, ...]
    personen: tuple[int, ...]
    kaders: tuple[Code, ...]
    begin: tuple[date, ...]
    einde: tuple[date | None, ...]


class LichterOntbrak(Gebeurtenissoort):
    """A lighter offer that would fit was not available, says a version that holds (occurred on = adopted on):
    one item per action of which that is so. So what practice misses can be counted without a word."""

    soort = "casus.lichter_ontbrak"
    onderwerp = PLAN
    casus: int
    team: Code
    acties: tuple[UUID, ...]
    gemist: tuple[Code, ...]
    redenen: tuple[Code, ...]


class PlanVervangen(Gebeurtenissoort):
    """A newer version holds; this one stays readable."""

    soort = "casus.plan_vervangen"
    onderwerp = PLAN
    casus: int
    plan_versie: int
    door_versie: int


class PlanWeggegooid(Gebeurtenissoort):
    """A concept was thrown away before it held."""

    soort = "casus.plan_weggegooid"
    onderwerp = PLAN
    casus: int
    plan_versie: int


class AkkoordVastgelegd(Gebeurtenissoort):
    """Somebody said what they think of this version; `gezegd_door` says who spoke. Why is content."""

    soort = "casus.akkoord_vastgelegd"
    onderwerp = PLAN
    persoon: int
    oordeel: Code
    gezegd_door: tuple[Code, ...]


class ActieAfgerond(Gebeurtenissoort):
    """What was agreed is done, or stopped."""

    soort = "casus.actie_afgerond"
    onderwerp = PLAN
    actie: UUID
    status: Code


class ActieHeropend(Gebeurtenissoort):
    """Ended by mistake: revokes the end of an action."""

    soort = "casus.actie_heropend"
    onderwerp = PLAN
    actie: UUID
