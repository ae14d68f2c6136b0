"""Events of a warm handover of direction. Why, and why not, is content."""

from datetime import date
from uuid import UUID

from samendoen.casus.events.casus import CASUS
from samendoen.kernel.api import Gebeurtenissoort


class OverdrachtVoorgesteld(Gebeurtenissoort):
    """Who directs asks a colleague to take over; until that is accepted nothing changes."""

    soort = "casus.overdracht_voorgesteld"
    onderwerp = CASUS
    overdracht: UUID
    van: int
    naar: int


class OverdrachtAanvaard(Gebeurtenissoort):
    """The colleague takes over, after both spoke with the household on a day."""

    soort = "casus.overdracht_aanvaard"
    onderwerp = CASUS
    overdracht: UUID
    contact_op: date


class OverdrachtGeweigerd(Gebeurtenissoort):
    """The colleague does not take over; the direction stays where it is."""

    soort = "casus.overdracht_geweigerd"
    onderwerp = CASUS
    overdracht: UUID


class OverdrachtIngetrokken(Gebeurtenissoort):
    """Nobody waits for an answer any more: taken back, or overtaken by what happened."""

    soort = "casus.overdracht_ingetrokken"
    onderwerp = CASUS
    overdracht: UUID
