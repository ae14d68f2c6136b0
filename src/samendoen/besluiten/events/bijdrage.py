"""Event kinds of the own contribution. Why somebody is exempt is content: it may tell of an income."""

from datetime import date

from samendoen.kernel.api import Gebeurtenissoort

VRIJSTELLING = "besluiten.vrijstelling"


class VrijstellingVastgelegd(Gebeurtenissoort):
    """Somebody pays no own contribution from `van` up to but not including `tot` (None: no end)."""

    soort = "besluiten.vrijstelling_vastgelegd"
    onderwerp = VRIJSTELLING
    van: date
    tot: date | None


class VrijstellingBeeindigd(Gebeurtenissoort):
    """An exemption has another end than was said."""

    soort = "besluiten.vrijstelling_beeindigd"
    onderwerp = VRIJSTELLING
    tot: date


class VrijstellingIngetrokken(Gebeurtenissoort):
    """An exemption was recorded by mistake: revokes it."""

    soort = "besluiten.vrijstelling_ingetrokken"
    onderwerp = VRIJSTELLING
