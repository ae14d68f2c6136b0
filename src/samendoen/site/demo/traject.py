"""What is agreed and decided in a casus of the demo: versions of the plan, applications, the end.

These are the values; chance fills them in `verloop`, a hand-written story in `vitrine`.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from samendoen.site.demo.levensloop import Casusloop
from samendoen.site.demo.mensen import Mens


@dataclass(frozen=True, slots=True)
class Afspraak:
    """An action of the plan. Maatwerk has a product that is applied for, under a law."""

    kenmerk: UUID
    niveau: str
    tekst: str
    wie: str
    niet_lichter: str = ""
    aanbod: str = ""
    product: str = ""
    wet: str = ""
    gemist: str = ""
    gemis_reden: str = ""


@dataclass(frozen=True, slots=True)
class Doelstuk:
    """A goal of one person with its actions."""

    kenmerk: UUID
    wie: Mens
    leefgebied: str
    tekst: str
    tevreden_als: str
    afspraken: tuple[Afspraak, ...]


@dataclass(slots=True)
class Versie:
    """One version of the plan: written, agreed with and adopted (None: still a concept) on a day.

    `gedaan` are the actions of the version before that ended by then: (action, how).
    """

    casus: Casusloop
    nummer: int
    op: date
    doelen: tuple[Doelstuk, ...]
    evaluatie_op: date
    vastgesteld_op: date | None
    oordelen: tuple[tuple[Mens, str, str], ...] = ()
    gedaan: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Beslissing:
    """A decision on an application: taken, announced and assigned (None: not yet) on a day."""

    kenmerk: UUID
    uitkomst: str
    motivering: str
    bevinding: str
    besloten_op: date
    bekend_op: date | None = None
    omvang: Decimal | None = None
    van: date | None = None
    tot: date | None = None
    vorm: str = "zin"
    aanbieder: str = ""
    toegewezen_op: date | None = None
    toewijzing: UUID | None = None


@dataclass(slots=True)
class Verzoek:
    """An application of somebody in a casus for what an action of the plan says."""

    kenmerk: UUID
    casus: Casusloop
    wie: Mens
    product: str
    afspraak: UUID
    op: date
    motivering: str
    beslissing: Beslissing | None = None
    ingetrokken_op: date | None = None


@dataclass(slots=True)
class Traject:
    """Everything of one casus: who directs it (a user name), its plans and applications, how it ends."""

    casus: Casusloop
    regisseur: str
    versies: list[Versie] = field(default_factory=list)
    verzoeken: list[Verzoek] = field(default_factory=list)
    overgedragen: tuple[str, date] | None = None
    tweede: tuple[str, date] | None = None
    reden: str = ""
