"""Events of a path of the meldcode. What was seen, said and weighed is content of the rows.

None of them stands on a timeline: a household never reads that somebody was worried (`besloten`).
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from samendoen.kernel.api import Code, Gebeurtenissoort

MELDCODE = "casus.meldcode"


class MeldcodeBegonnen(Gebeurtenissoort):
    """A professional worries about the safety of people, and begins the meldcode."""

    soort = "casus.meldcode_begonnen"
    onderwerp = MELDCODE
    besloten: ClassVar[bool] = True
    casus: int
    team: Code
    kader: Code
    doelgroep: Code
    personen: tuple[int, ...]


class MeldcodeStapGezet(Gebeurtenissoort):
    """A step was taken, or left out with a reason (`overgeslagen`); `keuzes` with whom, `antwoorden` to the
    weighing questions (key and ja or nee), `besluit` and whether it is another than weighed (`afgeweken`)."""

    soort = "casus.meldcode_stap_gezet"
    onderwerp = MELDCODE
    besloten: ClassVar[bool] = True
    vastlegging: UUID
    stap: Code
    overgeslagen: bool
    keuzes: tuple[Code, ...]
    antwoorden: tuple[Code, ...]
    besluit: Code | None
    afgeweken: bool


class MeldcodeStapIngetrokken(Gebeurtenissoort):
    """What was written down of a step was a mistake: revokes it."""

    soort = "casus.meldcode_stap_ingetrokken"
    onderwerp = MELDCODE
    besloten: ClassVar[bool] = True
    vastlegging: UUID


class MeldcodeGepauzeerd(Gebeurtenissoort):
    """The path waits, through a day on which somebody looks at it again."""

    soort = "casus.meldcode_gepauzeerd"
    onderwerp = MELDCODE
    besloten: ClassVar[bool] = True
    tot: date


class MeldcodeHervat(Gebeurtenissoort):
    """The path goes on."""

    soort = "casus.meldcode_hervat"
    onderwerp = MELDCODE
    besloten: ClassVar[bool] = True


class MeldcodeAfgerond(Gebeurtenissoort):
    """Every step was taken, or left out with a reason; this was decided (None: that step was left out)."""

    soort = "casus.meldcode_afgerond"
    onderwerp = MELDCODE
    besloten: ClassVar[bool] = True
    besluit: Code | None


class MeldcodeHeropend(Gebeurtenissoort):
    """It was finished too soon: revokes that."""

    soort = "casus.meldcode_heropend"
    onderwerp = MELDCODE
    besloten: ClassVar[bool] = True


class MeldcodeIngetrokken(Gebeurtenissoort):
    """It was begun by mistake: revokes its beginning, no figure counts it."""

    soort = "casus.meldcode_ingetrokken"
    onderwerp = MELDCODE
    besloten: ClassVar[bool] = True


class TweedeNietMogelijk(Gebeurtenissoort):
    """Why no second professional stands beside the director; None: that was a mistake."""

    soort = "casus.tweede_niet_mogelijk"
    onderwerp = MELDCODE
    besloten: ClassVar[bool] = True
    reden: Code | None
