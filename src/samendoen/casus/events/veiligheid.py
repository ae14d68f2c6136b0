"""Events of safety marks and safety assessments. Why, and what to do, is content of the rows.

None of them stands on a timeline: a household never reads that it was marked (`besloten`).
"""

from datetime import date
from typing import ClassVar

from samendoen.kernel.api import Code, Gebeurtenissoort

MERK = "casus.merk"
TAXATIE = "casus.veiligheidstaxatie"


class MerkGezet(Gebeurtenissoort):
    """A professional is warned about somebody, from a day through a last day."""

    soort = "casus.merk_gezet"
    onderwerp = MERK
    besloten: ClassVar[bool] = True
    merk: Code
    casus: int
    persoon: int
    van: date
    tot: date
    besloten_door: int


class MerkVerlengd(Gebeurtenissoort):
    """Still needed: the mark holds through a later day."""

    soort = "casus.merk_verlengd"
    onderwerp = MERK
    besloten: ClassVar[bool] = True
    tot: date
    besloten_door: int


class MerkOpgeheven(Gebeurtenissoort):
    """Needed no longer, or a mistake: the mark holds no more from this day."""

    soort = "casus.merk_opgeheven"
    onderwerp = MERK
    besloten: ClassVar[bool] = True


class VeiligheidGetaxeerd(Gebeurtenissoort):
    """A professional judged how safe somebody is, and when to look again."""

    soort = "casus.veiligheid_getaxeerd"
    onderwerp = TAXATIE
    besloten: ClassVar[bool] = True
    casus: int
    persoon: int
    oordeel: Code
    opnieuw_op: date | None


class TaxatieIngetrokken(Gebeurtenissoort):
    """A judgment was a mistake: revokes it."""

    soort = "casus.taxatie_ingetrokken"
    onderwerp = TAXATIE
    besloten: ClassVar[bool] = True
