"""Event kinds of advice at the desk: of nobody, so on no dossier."""

from samendoen.kernel.api import Code, Gebeurtenissoort

ADVIES = "toegang.advies"


class AdviesGegeven(Gebeurtenissoort):
    """A question was answered at the desk that day (occurred on)."""

    soort = "toegang.advies_gegeven"
    onderwerp = ADVIES
    kanaal: Code
    leefgebied: Code | None
    antwoord: Code


class AdviesIngetrokken(Gebeurtenissoort):
    """Counted by mistake: revokes it."""

    soort = "toegang.advies_ingetrokken"
    onderwerp = ADVIES
