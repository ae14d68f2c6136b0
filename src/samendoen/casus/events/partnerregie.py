"""Events of direction at a partner. Who it is there, and what was agreed, is content."""

from datetime import date
from uuid import UUID

from samendoen.casus.events.casus import CASUS
from samendoen.kernel.api import Code, Gebeurtenissoort


class PartnerregieBegonnen(Gebeurtenissoort):
    """A partner directs one life domain (occurred on = first day); the rest stays with the director."""

    soort = "casus.partnerregie_begonnen"
    onderwerp = CASUS
    partnerregie: UUID
    leefgebied: Code
    organisatie: int
    bekijken_op: date


class PartnerregieBekeken(Gebeurtenissoort):
    """Director and partner looked at it together, and chose the next day to do so."""

    soort = "casus.partnerregie_bekeken"
    onderwerp = CASUS
    partnerregie: UUID
    bekijken_op: date


class PartnerregieBeeindigd(Gebeurtenissoort):
    """The director has it back (occurred on = first day)."""

    soort = "casus.partnerregie_beeindigd"
    onderwerp = CASUS
    partnerregie: UUID
