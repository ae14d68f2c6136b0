"""Event kinds of a budget of one's own. Who manages it and why are content."""

from datetime import date

from samendoen.besluiten.events import VOORZIENING
from samendoen.kernel.api import Code, Gebeurtenissoort


class PgbVastgelegd(Gebeurtenissoort):
    """How much a year, who manages it (self or a representative), and which conditions are met."""

    soort = "besluiten.pgb_vastgelegd"
    onderwerp = VOORZIENING
    budget_eurocent: int
    beheer: Code
    voorwaarden: tuple[Code, ...]


class ZorgovereenkomstBeoordeeld(Gebeurtenissoort):
    """The agreement with who gives the help was checked on a day; None: that is taken back."""

    soort = "besluiten.zorgovereenkomst_beoordeeld"
    onderwerp = VOORZIENING
    op: date | None
