"""Event kinds of ErOpAf. Words and reasons are content."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort

EROPAF = "toegang.eropaf"


class EropafBegonnen(Gebeurtenissoort):
    """Triage sent a question here (occurred on); contact is first sought at the latest on `volgende_op`."""

    soort = "toegang.eropaf_begonnen"
    onderwerp = EROPAF
    melding: int
    team: Code
    volgende_op: date


class ContactGezocht(Gebeurtenissoort):
    """Somebody sought contact that day, how, and what came of it."""

    soort = "toegang.contact_gezocht"
    onderwerp = EROPAF
    poging: int
    wijze: Code
    uitkomst: Code
    volgende_op: date


class ContactIngetrokken(Gebeurtenissoort):
    """An attempt was written down by mistake: revokes it."""

    soort = "toegang.contact_ingetrokken"
    onderwerp = EROPAF


class EropafBesloten(Gebeurtenissoort):
    """What was decided that day. `uitkomst` is what an exploratory investigation led to, when it was told."""

    soort = "toegang.eropaf_besloten"
    onderwerp = EROPAF
    besluit_id: int
    besluit: Code
    team: Code
    volgende_op: date | None
    uitkomst: Code | None


class EropafTeruggenomen(Gebeurtenissoort):
    """The last decision was a mistake, or came too soon: revokes it."""

    soort = "toegang.eropaf_teruggenomen"
    onderwerp = EROPAF


class EropafVervallen(Gebeurtenissoort):
    """The question itself was withdrawn; its reason is with that."""

    soort = "toegang.eropaf_vervallen"
    onderwerp = EROPAF
