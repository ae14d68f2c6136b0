"""Event kind of the bounds between green, orange and red. Why and on whose behalf are words in the row."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort

GRENS = "cijfers.lichtgrens"


class GrensGezet(Gebeurtenissoort):
    """Bounds were set for an indicator, for figures from a day on (in ten-thousandths; None: no light)."""

    soort = "cijfers.grens_gezet"
    onderwerp = GRENS
    indicator: Code
    geldt_vanaf: date
    hoger: bool
    groen: int | None
    oranje: int | None
