"""Event kinds of the doorbraakbudget. What it is for, and why nothing else helps, is content."""

from samendoen.kernel.api import Code, Gebeurtenissoort

DOORBRAAK = "besluiten.doorbraak"


class DoorbraakToegekend(Gebeurtenissoort):
    """A household gets an amount outside the products (occurred on = granted on)."""

    soort = "besluiten.doorbraak_toegekend"
    onderwerp = DOORBRAAK
    casus: int
    kader: Code
    team: Code
    bedrag_eurocent: int


class DoorbraakIngetrokken(Gebeurtenissoort):
    """It was granted by mistake, and nothing was spent of it: revokes it."""

    soort = "besluiten.doorbraak_ingetrokken"
    onderwerp = DOORBRAAK


class DoorbraakuitgaveGeboekt(Gebeurtenissoort):
    """Something was paid from it (occurred on = paid on)."""

    soort = "besluiten.doorbraakuitgave_geboekt"
    onderwerp = DOORBRAAK
    uitgave: int
    bedrag_eurocent: int


class DoorbraakuitgaveIngetrokken(Gebeurtenissoort):
    """A payment was recorded by mistake: revokes it."""

    soort = "besluiten.doorbraakuitgave_ingetrokken"
    onderwerp = DOORBRAAK
    uitgave: int
