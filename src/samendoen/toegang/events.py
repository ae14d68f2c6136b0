"""Event kinds of the front door."""

from samendoen.kernel.api import Code, Gebeurtenissoort


class MeldingGeregistreerd(Gebeurtenissoort):
    """A question came in (occurred on = received on). The question itself is content."""

    soort = "toegang.melding_geregistreerd"
    onderwerp = "toegang.melding"
    kanaal: Code
    kader: Code
    team: Code


class MeldingAfgehandeld(Gebeurtenissoort):
    """The front door is done with it; reopening revokes this event."""

    soort = "toegang.melding_afgehandeld"
    onderwerp = "toegang.melding"
    uitkomst: Code


class MeldingHeropend(Gebeurtenissoort):
    """Handled by mistake: revokes the handling."""

    soort = "toegang.melding_heropend"
    onderwerp = "toegang.melding"


class MeldingIngetrokken(Gebeurtenissoort):
    """The resident withdrew the question, or it was taken down twice."""

    soort = "toegang.melding_ingetrokken"
    onderwerp = "toegang.melding"
    reden: Code
