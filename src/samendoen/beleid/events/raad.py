"""Event kinds of what the council asked, and of money that is promised. The words stand in the rows."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort

BELOFTE = "beleid.belofte"
VERPLICHTING = "beleid.verplichting"


class BelofteVastgelegd(Gebeurtenissoort):
    """A motion, amendment or promise stands beside a goal (occurred on = made on)."""

    soort = "beleid.belofte_vastgelegd"
    onderwerp = BELOFTE
    doel: int
    beloftesoort: Code
    uiterlijk: date | None


class BelofteBeeindigd(Gebeurtenissoort):
    """It asks nothing any more: done, or lapsed."""

    soort = "beleid.belofte_beeindigd"
    onderwerp = BELOFTE
    staat: Code


class BelofteHeropend(Gebeurtenissoort):
    """It was ended too soon, and asks something again."""

    soort = "beleid.belofte_heropend"
    onderwerp = BELOFTE


class VerplichtingVastgelegd(Gebeurtenissoort):
    """So much a year of a line of the budget is promised, in euro cents (occurred on = first day)."""

    soort = "beleid.verplichting_vastgelegd"
    onderwerp = VERPLICHTING
    regel: int
    per_jaar_eurocent: int
    tot: date | None
    opzegtermijn: int | None


class VerplichtingIngetrokken(Gebeurtenissoort):
    """It was entered wrongly and counts no longer."""

    soort = "beleid.verplichting_ingetrokken"
    onderwerp = VERPLICHTING
    regel: int
