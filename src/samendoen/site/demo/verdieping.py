"""What a hand-written story of the demo tells beside plan and decision: the investigation, safety, looking
back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from samendoen.kernel.definities import Code, Definitie
from samendoen.site.demo.levensloop import Casusloop
from samendoen.site.demo.mensen import Mens


class Bevindingverhaal(Definitie):
    """What was found with somebody on one life domain, in their own words; the mark is theirs."""

    wie: Code
    leefgebied: Code
    situatie: str
    wens: str
    eigen_kracht: str
    netwerk: str
    mantelzorg: str = "Geen."
    algemeen: str
    cijfer: int = Field(ge=1, le=10)


class Onderzoekverhaal(Definitie):
    """An investigation of which the report was sent; `conclusie` by person."""

    begonnen_op: date
    verstuurd_op: date
    clientondersteuning: Literal["ja", "afgezien"] = "afgezien"
    samenwerking: str
    conclusie: dict[Code, str] = Field(min_length=1)
    bevinding: tuple[Bevindingverhaal, ...] = Field(min_length=1)


class Uitslagverhaal(Definitie):
    """What is said of one goal at looking back."""

    doel: Code
    bereikt: Literal["bereikt", "deels", "niet"]
    woorden: str
    vervolg: Literal["doorgaan", "opschalen", "afschalen", "stoppen"] = "doorgaan"
    reden: str = ""


class Terugblikverhaal(Definitie):
    """Looking back on a version of the plan: every goal of it, and a mark by person."""

    versie: int
    op: date
    volgende_op: date
    cijfer: dict[Code, int]
    uitslag: tuple[Uitslagverhaal, ...] = Field(min_length=1)


class Zorgverhaal(Definitie):
    """How safe somebody was judged to be, and the mark that warns since then until a day."""

    wie: Code
    op: date
    oordeel: Literal["acuut", "structureel", "geen"]
    woorden: str
    opnieuw_op: date | None = None
    instructie: str
    reden: str
    merk_tot: date


@dataclass(frozen=True, slots=True)
class Verkenning:
    """An investigation of a casus; `mensen` and `kenmerk` name people and the row."""

    kenmerk: UUID
    casus: Casusloop
    verhaal: Onderzoekverhaal
    mensen: Mapping[str, Mens]


@dataclass(frozen=True, slots=True)
class Terugblik:
    """One time of looking back; `doelen` gives the mark of a goal by its code."""

    kenmerk: UUID
    casus: Casusloop
    verhaal: Terugblikverhaal
    mensen: Mapping[str, Mens]
    doelen: Mapping[str, UUID]


@dataclass(frozen=True, slots=True)
class Zorg:
    """A judgment of safety with its mark."""

    taxatie: UUID
    merk: UUID
    casus: Casusloop
    verhaal: Zorgverhaal
    mensen: Mapping[str, Mens]


def verdiep(
    casus: Casusloop,
    onderzoek: Onderzoekverhaal | None,
    zorgen: Sequence[Zorgverhaal],
    terugblikken: Sequence[Terugblikverhaal],
    mensen: Mapping[str, Mens],
    kenmerk: Callable[..., UUID],
) -> tuple[Verkenning | None, tuple[Zorg, ...], tuple[Terugblik, ...]]:
    """Return what is written of it, with the same marks at every build."""
    verkenning = Verkenning(kenmerk("onderzoek"), casus, onderzoek, mensen) if onderzoek else None
    return (
        verkenning,
        tuple(
            Zorg(kenmerk("taxatie", str(z.op)), kenmerk("merk", str(z.op)), casus, z, mensen) for z in zorgen
        ),
        tuple(
            Terugblik(
                kenmerk("terugblik", str(t.op)),
                casus,
                t,
                mensen,
                {u.doel: kenmerk("doel", u.doel) for u in t.uitslag},
            )
            for t in terugblikken
        ),
    )
