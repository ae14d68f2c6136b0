"""Events of a melding: how it came in, where it went, how it ended."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort, Hash


class MeldingGeregistreerdV1(Gebeurtenissoort):
    """A question came in (occurred on = received on), as it was recorded before triage existed."""

    soort = "toegang.melding_geregistreerd"
    onderwerp = "toegang.melding"
    kanaal: Code
    kader: Code
    team: Code


class MeldingGeregistreerd(Gebeurtenissoort):
    """A question came in (occurred on = received on). The question itself is content.

    `herkend` says that the resident was known; who that is, the dossier says.
    """

    soort = "toegang.melding_geregistreerd"
    onderwerp = "toegang.melding"
    versie = 2
    kanaal: Code
    kader: Code
    team: Code
    mede_kaders: tuple[Code, ...]
    leefgebieden: tuple[Code, ...]
    spoed: bool
    melder: Code
    vrijwillig: bool
    zorgvrager: int
    herkend: bool


class MeldingGetrieerd(Gebeurtenissoort):
    """A human decided where the question goes; beside it what the table (by its hash) proposed.

    The reason of a choice that differs is content.
    """

    soort = "toegang.melding_getrieerd"
    onderwerp = "toegang.melding"
    uitkomst: Code
    team: Code
    regel: Code
    voorstel: Code
    voorstel_team: Code | None
    definitie: Hash
    afgeweken: bool
    organisatie: int | None
    opvolgen_op: date | None


class OverdrachtOpgevolgd(Gebeurtenissoort):
    """Somebody asked whether a warm referral worked; if not, the question is to be triaged again."""

    soort = "toegang.overdracht_opgevolgd"
    onderwerp = "toegang.melding"
    gelukt: bool


class InwonerGekoppeld(Gebeurtenissoort):
    """It became clear whom the question is about; the dossier moved to that resident."""

    soort = "toegang.inwoner_gekoppeld"
    onderwerp = "toegang.melding"


class OntvangstBevestigd(Gebeurtenissoort):
    """The letter that confirms the receipt was sent on this day (Wmo 2015 art. 2.3.2 lid 1).

    `teksten` is the hash of the definition that it was made from.
    """

    soort = "toegang.ontvangst_bevestigd"
    onderwerp = "toegang.melding"
    teksten: Hash


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
