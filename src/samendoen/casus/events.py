"""Event kinds of the case. Words about people are content; here stand codes, numbers and days."""

from datetime import date
from uuid import UUID

from samendoen.kernel.api import Code, Gebeurtenissoort

CASUS = "casus.casus"
PLAN = "casus.plan"


class CasusGeopend(Gebeurtenissoort):
    """A casus began for a household, with everybody who lives there (occurred on = opened on)."""

    soort = "casus.casus_geopend"
    onderwerp = CASUS
    kader: Code
    team: Code
    huishouden: int
    melding: int
    regisseur: int
    betrokkenen: tuple[int, ...]


class MeldingToegevoegd(Gebeurtenissoort):
    """A further question of the household belongs to the casus."""

    soort = "casus.melding_toegevoegd"
    onderwerp = CASUS
    melding: int


class BetrokkeneToegevoegd(Gebeurtenissoort):
    """Somebody else of the household is involved from now on."""

    soort = "casus.betrokkene_toegevoegd"
    onderwerp = CASUS
    persoon: int


class RegieOvergedragen(Gebeurtenissoort):
    """Another professional directs (occurred on = first day)."""

    soort = "casus.regie_overgedragen"
    onderwerp = CASUS
    van: int
    naar: int


class TweedeGezet(Gebeurtenissoort):
    """Who stands beside the director, or (None) that nobody does any more."""

    soort = "casus.tweede_gezet"
    onderwerp = CASUS
    gebruiker: int | None


class CasusGesloten(Gebeurtenissoort):
    """The work is done, or ended. One that was opened by mistake revokes its opening: it never was."""

    soort = "casus.casus_gesloten"
    onderwerp = CASUS
    reden: Code


class CasusHeropend(Gebeurtenissoort):
    """Closed too soon: revokes the closing."""

    soort = "casus.casus_heropend"
    onderwerp = CASUS


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
