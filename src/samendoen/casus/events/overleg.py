"""Events of case tables. What was said and what was shared is content."""

from datetime import date
from uuid import UUID

from samendoen.kernel.api import Code, Gebeurtenissoort

OVERLEG, PUNT = "casus.overleg", "casus.agendapunt"


class OverlegGepland(Gebeurtenissoort):
    """A meeting of a kind of table will be held by a team (`op`)."""

    soort = "casus.overleg_gepland"
    onderwerp = OVERLEG
    tafel: Code
    team: Code
    op: date
    voorzitter: int | None


class OverlegGewijzigd(Gebeurtenissoort):
    """A meeting has another day or chair."""

    soort = "casus.overleg_gewijzigd"
    onderwerp = OVERLEG
    op: date
    voorzitter: int | None


class OverlegAfgezegd(Gebeurtenissoort):
    """A meeting will not be held, for this reason; its open items went to another one, or (None) wait."""

    soort = "casus.overleg_afgezegd"
    onderwerp = OVERLEG
    reden: Code
    naar: int | None


class OverlegWeerGepland(Gebeurtenissoort):
    """A meeting that was cancelled will be held after all."""

    soort = "casus.overleg_weer_gepland"
    onderwerp = OVERLEG


class DeelnemerToegevoegd(Gebeurtenissoort):
    """Somebody sits at a meeting: a colleague, or (None) somebody from outside."""

    soort = "casus.deelnemer_toegevoegd"
    onderwerp = OVERLEG
    deelnemer: UUID
    gebruiker: int | None


class DeelnemerWeggehaald(Gebeurtenissoort):
    """Somebody does not sit at a meeting after all."""

    soort = "casus.deelnemer_weggehaald"
    onderwerp = OVERLEG
    deelnemer: UUID


class PuntGeagendeerd(Gebeurtenissoort):
    """A question or a casus stands on the agenda of a meeting, perhaps moved from another one."""

    soort = "casus.punt_geagendeerd"
    onderwerp = PUNT
    overleg: int
    tafel: Code
    melding: int | None
    casus: int | None
    van: int | None


class PuntBesproken(Gebeurtenissoort):
    """An agenda item was discussed, with this outcome; said again it replaces the former."""

    soort = "casus.punt_besproken"
    onderwerp = PUNT
    tafel: Code
    uitkomst: Code


class PuntHeropend(Gebeurtenissoort):
    """Discussing was recorded by mistake, or the item must come back."""

    soort = "casus.punt_heropend"
    onderwerp = PUNT


class PuntVerplaatst(Gebeurtenissoort):
    """An agenda item moved to another meeting."""

    soort = "casus.punt_verplaatst"
    onderwerp = PUNT
    naar: int


class GegevensGedeeld(Gebeurtenissoort):
    """Something about an agenda item was shared with a participant on a legal basis."""

    soort = "casus.gegevens_gedeeld"
    onderwerp = PUNT
    deling: UUID
    deelnemer: UUID
    grond: Code
    buiten: bool


class DelingIngetrokken(Gebeurtenissoort):
    """That something was shared was recorded by mistake."""

    soort = "casus.deling_ingetrokken"
    onderwerp = PUNT
    deling: UUID
