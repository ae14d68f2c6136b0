"""Events of a question that waits. Why, and what was said, is content."""

from datetime import date
from uuid import UUID

from samendoen.kernel.api import Code, Gebeurtenissoort, Hash

MELDING = "toegang.melding"


class WachtprioriteitGezet(Gebeurtenissoort):
    """A human decided how soon this question is next; `definitie` is the hash of the list of priorities."""

    soort = "toegang.wachtprioriteit_gezet"
    onderwerp = MELDING
    prioriteit: Code
    definitie: Hash


class WachtcontactVastgelegd(Gebeurtenissoort):
    """Somebody called who waits (occurred on = that day); `verwachte_weken` is what they were told."""

    soort = "toegang.wachtcontact_vastgelegd"
    onderwerp = MELDING
    contact: UUID
    uitkomst: Code
    volgende_op: date
    verwachte_weken: int | None


class WachtcontactIngetrokken(Gebeurtenissoort):
    """Recorded by mistake: revokes a contact."""

    soort = "toegang.wachtcontact_ingetrokken"
    onderwerp = MELDING
    contact: UUID


class OverbruggingGeboden(Gebeurtenissoort):
    """Something helps while one waits (occurred on = first day), until the first day no longer, if known."""

    soort = "toegang.overbrugging_geboden"
    onderwerp = MELDING
    overbrugging: UUID
    aanbod: int | None
    tot: date | None


class OverbruggingGestopt(Gebeurtenissoort):
    """What helped meanwhile ends (occurred on = first day no longer)."""

    soort = "toegang.overbrugging_gestopt"
    onderwerp = MELDING
    overbrugging: UUID


class OverbruggingIngetrokken(Gebeurtenissoort):
    """Recorded by mistake: revokes what was offered."""

    soort = "toegang.overbrugging_ingetrokken"
    onderwerp = MELDING
    overbrugging: UUID
