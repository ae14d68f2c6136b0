"""Event kinds of a complaint. Who complains about whom, and the words, are no part of them."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort

KLACHT = "besluiten.klacht"


class KlachtOntvangen(Gebeurtenissoort):
    """Somebody complained about conduct (occurred on = received on; Awb art. 9:4). The words are content."""

    soort = "besluiten.klacht_ontvangen"
    onderwerp = KLACHT
    kader: Code
    behandelaar: int
    commissie: bool


class KlachtOvergedragen(Gebeurtenissoort):
    """Somebody else handles it, who has no part in the conduct either (Awb art. 9:7)."""

    soort = "besluiten.klacht_overgedragen"
    onderwerp = KLACHT
    behandelaar: int


class KlachthorenVastgelegd(Gebeurtenissoort):
    """On which day the complainant and who is complained about were heard, or why not (Awb art. 9:10)."""

    soort = "besluiten.klachthoren_vastgelegd"
    onderwerp = KLACHT
    klager_op: date | None
    beklaagde_op: date | None
    grond: Code | None


class KlachtAfgehandeld(Gebeurtenissoort):
    """A complaint ended (Awb art. 9:5, 9:8, 9:12). Findings are content."""

    soort = "besluiten.klacht_afgehandeld"
    onderwerp = KLACHT
    afloop: Code
    oordeel: Code | None
    grond: Code | None
    op_tijd: bool


class KlachtHeropend(Gebeurtenissoort):
    """It had not ended after all: revokes that it did."""

    soort = "besluiten.klacht_heropend"
    onderwerp = KLACHT
