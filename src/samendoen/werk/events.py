"""Event kinds of clocks and tasks: codes, days and numbers only."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort
from samendoen.recht.api import Grond
from samendoen.werk.rules import Verdagingsreden


class TermijnGestart(Gebeurtenissoort):
    """A legal clock runs (occurred on = the day of the event that starts it)."""

    soort = "werk.termijn_gestart"
    onderwerp = "werk.termijn"
    termijnsoort: Code
    over_soort: Code
    over_id: int
    uiterste_datum: date
    groep: int | None
    gebruiker: int | None


class TermijnGeschorst(Gebeurtenissoort):
    """The clock stands still (Awb art. 4:15)."""

    soort = "werk.termijn_geschorst"
    onderwerp = "werk.termijn"
    reden: Grond
    hersteltermijn: date | None
    uiterste_datum: date


class TermijnHervat(Gebeurtenissoort):
    """The clock runs again. `verstreken`: because the set term lapsed unused."""

    soort = "werk.termijn_hervat"
    onderwerp = "werk.termijn"
    van: date
    tot: date
    verstreken: bool
    uiterste_datum: date


class TermijnVerdaagd(Gebeurtenissoort):
    """The decision was postponed."""

    soort = "werk.termijn_verdaagd"
    onderwerp = "werk.termijn"
    dagen: int
    reden: Verdagingsreden
    uiterste_datum: date


class TermijnGehaald(Gebeurtenissoort):
    """The work was done (occurred on) through the last day."""

    soort = "werk.termijn_gehaald"
    onderwerp = "werk.termijn"
    uiterste_datum: date


class TermijnGemist(Gebeurtenissoort):
    """The work was done (occurred on), but after the last day."""

    soort = "werk.termijn_gemist"
    onderwerp = "werk.termijn"
    uiterste_datum: date
    dagen_te_laat: int


class TermijnHeropend(Gebeurtenissoort):
    """The work turned out not to be done: revokes that the clock was met or missed."""

    soort = "werk.termijn_heropend"
    onderwerp = "werk.termijn"
    uiterste_datum: date


class TermijnVervallen(Gebeurtenissoort):
    """What the clock ran for is no longer asked."""

    soort = "werk.termijn_vervallen"
    onderwerp = "werk.termijn"


class TermijnOvergedragen(Gebeurtenissoort):
    """Another group or user keeps watch over the clock."""

    soort = "werk.termijn_overgedragen"
    onderwerp = "werk.termijn"
    groep: int | None
    gebruiker: int | None


class TaakGemaakt(Gebeurtenissoort):
    """There is something to do. A person's own words are content."""

    soort = "werk.taak_gemaakt"
    onderwerp = "werk.taak"
    regel: Code
    uiterlijk: date
    groep: int | None
    gebruiker: int | None


class TaakVerzet(Gebeurtenissoort):
    """Its rule gave an open task another day or another owner."""

    soort = "werk.taak_verzet"
    onderwerp = "werk.taak"
    uiterlijk: date
    groep: int | None
    gebruiker: int | None


class TaakAfgerond(Gebeurtenissoort):
    """Somebody did it."""

    soort = "werk.taak_afgerond"
    onderwerp = "werk.taak"


class TaakHeropend(Gebeurtenissoort):
    """It is to be done after all."""

    soort = "werk.taak_heropend"
    onderwerp = "werk.taak"


class TaakVervallen(Gebeurtenissoort):
    """Its rule no longer asks for it."""

    soort = "werk.taak_vervallen"
    onderwerp = "werk.taak"
    regel: Code
