"""Event kinds of an objection. Words, and who objects, are content; here stand codes, numbers and days."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort

BEZWAAR = "besluiten.bezwaar"


class BezwaarOntvangen(Gebeurtenissoort):
    """Somebody objected to a decision (occurred on = received on; Awb art. 6:4). The grounds are content.

    `tijdig`: within the term (6:7, 6:9). `uitkomst` is what the contested decision said.
    """

    soort = "besluiten.bezwaar_ontvangen"
    onderwerp = BEZWAAR
    besluit: int
    uitkomst: Code
    kader: Code
    team: Code
    categorie: Code
    namens: Code
    tijdig: bool
    commissie: bool


class BezwaarToegedeeld(Gebeurtenissoort):
    """Somebody handles it who did not take part in the contested decision (Awb art. 7:5, 10:3 lid 3)."""

    soort = "besluiten.bezwaar_toegedeeld"
    onderwerp = BEZWAAR
    gebruiker: int


class BezwaarherstelGevraagd(Gebeurtenissoort):
    """The objector was asked to supply what is lacking, through `uiterlijk` (Awb art. 6:6)."""

    soort = "besluiten.bezwaarherstel_gevraagd"
    onderwerp = BEZWAAR
    gebreken: tuple[Code, ...]
    uiterlijk: date


class BezwaarHersteld(Gebeurtenissoort):
    """What was lacking is there (occurred on = received on)."""

    soort = "besluiten.bezwaar_hersteld"
    onderwerp = BEZWAAR


class BezwaarhorenVastgelegd(Gebeurtenissoort):
    """A hearing was planned or held on `op`, or left out on a ground of Awb art. 7:3."""

    soort = "besluiten.bezwaarhoren_vastgelegd"
    onderwerp = BEZWAAR
    stand: Code
    op: date | None
    grond: Code | None


class BezwaarInGebrekeGesteld(Gebeurtenissoort):
    """A written notice of default was received (Awb art. 4:17 lid 3; occurred on = received on)."""

    soort = "besluiten.bezwaar_in_gebreke_gesteld"
    onderwerp = BEZWAAR


class BezwaarIngebrekestellingIngetrokken(Gebeurtenissoort):
    """That notice was recorded by mistake, or taken back: revokes it."""

    soort = "besluiten.bezwaar_ingebrekestelling_ingetrokken"
    onderwerp = BEZWAAR


class BezwaarBeslist(Gebeurtenissoort):
    """The contested decision was considered anew (Awb art. 7:11). The reasons are content."""

    soort = "besluiten.bezwaar_beslist"
    onderwerp = BEZWAAR
    uitkomst: Code
    reden: Code | None
    verschoonbaar: bool | None


class BezwaarbeslissingTeruggenomen(Gebeurtenissoort):
    """What was decided was taken back before its announcement: revokes it."""

    soort = "besluiten.bezwaarbeslissing_teruggenomen"
    onderwerp = BEZWAAR


class BezwaarBekendgemaakt(Gebeurtenissoort):
    """The decision on the objection was sent (Awb art. 7:12 lid 2); one may appeal through `beroep_tot`.

    `nieuw` is the decision that came in the place of the contested one, if any.
    """

    soort = "besluiten.bezwaar_bekendgemaakt"
    onderwerp = BEZWAAR
    op_tijd: bool
    beroep_tot: date
    dwangsom_eurocent: int
    nieuw: int | None


class BezwaarIngetrokken(Gebeurtenissoort):
    """It goes no further: the objector withdrew (Awb art. 6:21), or it was recorded by mistake."""

    soort = "besluiten.bezwaar_ingetrokken"
    onderwerp = BEZWAAR
    reden: Code


class BezwaarTeruggezet(Gebeurtenissoort):
    """The withdrawal was recorded by mistake: revokes it."""

    soort = "besluiten.bezwaar_teruggezet"
    onderwerp = BEZWAAR
