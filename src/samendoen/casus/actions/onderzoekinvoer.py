"""What is written into an investigation, and what makes it good."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.actions.controle import weiger_eerste
from samendoen.casus.rules import HOOGSTE, LAAGSTE, Clientondersteuning, EigenPlan, Verteld
from samendoen.kernel.api import klok

LANGSTE = 5000
Gelezen = Mapping[str, str]
"""Field -> the sign (`rules.merk`) of what the writer read in it; a field that is not in it was empty."""
Bevindingen = Iterator[tuple[str, bool, str, str]]


@dataclass(frozen=True, slots=True)
class NieuwOnderzoek:
    """An investigation to begin. `kenmerk` is made by the client and makes a repeat harmless.

    Without `meldingen` it is into every open question of the casus that has none yet; without `personen`
    about whoever asked. As a copy (`kopie_van`) it begins with the words of an earlier one of that casus.
    """

    kenmerk: UUID
    casus: int
    op: date
    meldingen: tuple[int, ...] | None = None
    personen: tuple[int, ...] = ()
    kopie_van: int | None = None


@dataclass(frozen=True, slots=True)
class Leefgebiedkeuze:
    """On which life domains one looks with somebody: these and no others.

    `reden` is asked where a domain of the short route of the question is left out.
    """

    onderzoek: int
    persoon: int
    leefgebieden: tuple[str, ...]
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Bevindinginvoer:
    """What was found on one life domain: the whole of it, and the signs of what the writer had read."""

    onderzoek: int
    persoon: int
    leefgebied: str
    situatie: str = ""
    wens: str = ""
    eigen_kracht: str = ""
    netwerk: str = ""
    mantelzorg: str = ""
    algemeen: str = ""
    aanbod: tuple[int, ...] = ()
    cijfer: int | None = None
    gelezen: Gelezen | None = None
    op: date | None = None

    TEKSTEN: ClassVar[tuple[str, ...]] = (
        "situatie", "wens", "eigen_kracht", "netwerk", "mantelzorg", "algemeen",
    )  # fmt: skip
    VELDEN: ClassVar[tuple[str, ...]] = (*TEKSTEN, "aanbod", "cijfer")
    FEITEN: ClassVar[tuple[str, ...]] = ("aanbod", "cijfer")


@dataclass(frozen=True, slots=True)
class Onderzochteinvoer:
    """What goes for somebody on every life domain; whole, as Bevindinginvoer. The codes are those of
    Clientondersteuning, EigenPlan and Verteld; "" was not asked yet."""

    onderzoek: int
    persoon: int
    clientondersteuning: str = ""
    eigen_plan: str = ""
    plan_ontvangen_op: date | None = None
    plan_tekst: str = ""
    plan_antwoord: str = ""
    verteld: tuple[str, ...] = ()
    samenwerking: str = ""
    conclusie: str = ""
    gelezen: Gelezen | None = None
    op: date | None = None

    TEKSTEN: ClassVar[tuple[str, ...]] = ("plan_tekst", "plan_antwoord", "samenwerking", "conclusie")
    FEITEN: ClassVar[tuple[str, ...]] = (
        "clientondersteuning", "eigen_plan", "plan_ontvangen_op", "verteld",
    )  # fmt: skip
    VELDEN: ClassVar[tuple[str, ...]] = (*FEITEN, *TEKSTEN)


Invoer = Bevindinginvoer | Onderzochteinvoer


def netjes(waarde: Any) -> Any:
    """Return a value as it is kept: text without blanks around it and with one kind of line break, a choice
    of several in order."""
    if isinstance(waarde, str):
        return waarde.replace("\r\n", "\n").replace("\r", "\n").strip()
    return sorted(set(waarde)) if isinstance(waarde, tuple | list) else waarde


def als_tekst(waarde: Any) -> str:
    """Return a value as one text, to compare what two writers mean."""
    if isinstance(waarde, tuple | list):
        return ",".join(str(deel) for deel in sorted(waarde))
    return "" if waarde is None else str(waarde)


def velden(bron: Any, namen: Collection[str]) -> dict[str, str]:
    """Return these fields of an input or a row as texts."""
    return {naam: als_tekst(netjes(getattr(bron, naam))) for naam in namen}


def controleer(invoer: Invoer, bekend_aanbod: Collection[int], begonnen_op: date) -> None:
    """Raise Domeinfout with the field for the first thing that cannot be."""
    eigen = _bevinding(invoer, bekend_aanbod) if isinstance(invoer, Bevindinginvoer) else _onderzochte(invoer)
    weiger_eerste("onderzoek", (*_algemeen(invoer, begonnen_op), *eigen))


def _algemeen(invoer: Invoer, begonnen_op: date) -> Bevindingen:
    op = invoer.op or klok.vandaag()
    yield (
        "op",
        not begonnen_op <= op <= klok.vandaag(),
        _("Deze dag ligt vóór het begin van het onderzoek of in de toekomst."),
        _("Kies een dag tussen het begin en vandaag."),
    )
    for veld in invoer.TEKSTEN:
        tekst = getattr(invoer, veld)
        te_lang = _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE}
        yield veld, len(netjes(tekst)) > LANGSTE, te_lang, _("Kort het in.")
        yield veld, "\x00" in tekst, _("Hier staat een teken dat niet bestaat."), _("Typ het opnieuw.")


def _bevinding(invoer: Bevindinginvoer, bekend_aanbod: Collection[int]) -> Bevindingen:
    yield (
        "aanbod",
        not set(invoer.aanbod) <= set(bekend_aanbod),
        _("Dit aanbod staat niet op de sociale kaart."),
        _("Kies een aanbod uit de lijst."),
    )
    yield (
        "cijfer",
        invoer.cijfer is not None and not LAAGSTE <= invoer.cijfer <= HOOGSTE,
        _("Dit cijfer bestaat niet."),
        _("Kies een cijfer van 1 tot en met 10."),
    )


def _onderzochte(invoer: Onderzochteinvoer) -> Bevindingen:
    lijst = _("Kies uit de lijst.")
    bestaat_niet = _("Deze keuze bestaat niet.")
    zonder = invoer.eigen_plan in ("", EigenPlan.GEEN)
    yield (
        "clientondersteuning",
        invoer.clientondersteuning not in {"", *Clientondersteuning},
        bestaat_niet,
        lijst,
    )
    yield "eigen_plan", invoer.eigen_plan not in {"", *EigenPlan}, bestaat_niet, lijst
    yield "verteld", not set(invoer.verteld) <= set(Verteld), bestaat_niet, lijst
    yield (
        "plan_ontvangen_op",
        invoer.plan_ontvangen_op is not None and invoer.plan_ontvangen_op > klok.vandaag(),
        _("Deze dag ligt in de toekomst."),
        _("Kies de dag waarop u het plan kreeg."),
    )
    yield (
        "eigen_plan",
        zonder and bool(invoer.plan_ontvangen_op or invoer.plan_tekst.strip()),
        _("Er staat een plan, maar niet wat voor plan het is."),
        _("Kies of het een persoonlijk plan of een familiegroepsplan is."),
    )
