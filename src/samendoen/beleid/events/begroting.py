"""Event kinds of the budget: what changed in it, and what a light for money means."""

from datetime import date

from samendoen.beleid.events import PLAN
from samendoen.kernel.api import Code, Gebeurtenissoort

BEGROTINGSWIJZIGING = "beleid.begrotingswijziging"


class BegrotingGewijzigd(Gebeurtenissoort):
    """An amount in euro cents goes from a line to a line; None: from or to outside the budget.

    `kolom` is the code of the column it holds for, `soort` S (that column and all after it) or I.
    """

    soort = "beleid.begroting_gewijzigd"
    onderwerp = BEGROTINGSWIJZIGING
    van: int | None
    naar: int | None
    kolom: Code
    eurocent: int
    structureel: bool


class BegrotingswijzigingIngetrokken(Gebeurtenissoort):
    """A change of the budget counts no longer."""

    soort = "beleid.begrotingswijziging_ingetrokken"
    onderwerp = BEGROTINGSWIJZIGING
    eurocent: int


class GeldgrensGezet(Gebeurtenissoort):
    """From `vanaf` on a light for money is green and orange up to these shares, in percent."""

    soort = "beleid.geldgrens_gezet"
    onderwerp = PLAN
    groen_tot: int
    oranje_tot: int
    vanaf: date
