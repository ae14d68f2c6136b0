"""Event kinds of the accountability market. Words stand in the rows only."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort

MARKT = "beleid.markt"


class MarktGepland(Gebeurtenissoort):
    """A market was planned for a plan."""

    soort = "beleid.markt_gepland"
    onderwerp = MARKT
    plan: Code
    jaar: int
    op: date


class MarktGewijzigd(Gebeurtenissoort):
    """A market is on another day or place, or has another question."""

    soort = "beleid.markt_gewijzigd"
    onderwerp = MARKT
    op: date


class MarktregelGezet(Gebeurtenissoort):
    """A line of the programme, a contribution, or what was heard: added, or with other words.

    `gevolg`: what comes of what was heard; of an adjusted goal `doel` says which.
    """

    soort = "beleid.marktregel_gezet"
    onderwerp = MARKT
    regel: int
    regelsoort: Code
    doel: int | None
    gevolg: Code | None
    nieuw: bool


class MarktregelGeschrapt(Gebeurtenissoort):
    """A line was struck."""

    soort = "beleid.marktregel_geschrapt"
    onderwerp = MARKT
    regel: int


class MarktregelHersteld(Gebeurtenissoort):
    """A line that was struck stands again."""

    soort = "beleid.marktregel_hersteld"
    onderwerp = MARKT
    regel: int


class MarktregelAfgedaan(Gebeurtenissoort):
    """What was promised after the market was done; or, undone, was not."""

    soort = "beleid.marktregel_afgedaan"
    onderwerp = MARKT
    regel: int
    afgedaan: bool


class MarktdeelGepubliceerd(Gebeurtenissoort):
    """The programme or the outcome may be seen by the council."""

    soort = "beleid.marktdeel_gepubliceerd"
    onderwerp = MARKT
    deel: Code


class MarktdeelTeruggehaald(Gebeurtenissoort):
    """The programme or the outcome is being worked on again."""

    soort = "beleid.marktdeel_teruggehaald"
    onderwerp = MARKT
    deel: Code
