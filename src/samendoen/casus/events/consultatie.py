"""Events of a consultation. Its purpose is content."""

from datetime import date
from uuid import UUID

from samendoen.casus.events.casus import CASUS
from samendoen.kernel.api import Gebeurtenissoort


class ConsultatieBegonnen(Gebeurtenissoort):
    """An expert reads along in a casus, through a last day."""

    soort = "casus.consultatie_begonnen"
    onderwerp = CASUS
    consultatie: UUID
    gebruiker: int
    tot: date


class ConsultatieBeeindigd(Gebeurtenissoort):
    """An expert reads along no longer, before the last day that was agreed."""

    soort = "casus.consultatie_beeindigd"
    onderwerp = CASUS
    consultatie: UUID
