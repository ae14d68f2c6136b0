"""What is written into a plan, and what makes it good."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import Betrokkenewaarde
from samendoen.casus.definities import gemisredenen, gemissoorten
from samendoen.casus.models import Actie, Doel
from samendoen.casus.rules import MAATWERK, Actiestatus
from samendoen.kaart.api import Ondersteuningsniveau
from samendoen.kernel.api import Domeinfout, klok

LANGSTE = 2000
LICHTST = Ondersteuningsniveau.EIGEN_KRACHT
LANGSTE_WIE = 200
_NIVEAUS = frozenset(Ondersteuningsniveau)
MEESTE = 60
"""So many goals, and so many actions of a goal: more is no plan any more."""


@dataclass(frozen=True, slots=True)
class Actieinvoer:
    """Who does what by when, on which level. `aanbod` is an offer on the kaart; maatwerk has none, and says
    in `niet_lichter` why the lighter levels do not suffice. `gemist`: a lighter offer of this kind would fit
    but is not available, and `gemis_reden` why. `kenmerk` stays the same in a next version."""

    kenmerk: UUID
    niveau: str
    tekst: str
    wie: str = ""
    niet_lichter: str = ""
    aanbod: int | None = None
    van: date | None = None
    uiterlijk: date | None = None
    gemist: str = ""
    gemis_reden: str = ""


@dataclass(frozen=True, slots=True)
class Doelinvoer:
    """What somebody wants to reach on one life domain, and when we are satisfied."""

    kenmerk: UUID
    persoon: int
    leefgebied: str
    tekst: str
    tevreden_als: str
    acties: tuple[Actieinvoer, ...] = ()


@dataclass(frozen=True, slots=True)
class Planinvoer:
    """The whole plan as it is to be: what is not in it is no longer in the concept. `op`: today."""

    casus: int
    doelen: tuple[Doelinvoer, ...]
    evaluatie_op: date | None
    op: date | None = None


@dataclass(frozen=True, slots=True)
class Lijsten:
    """What may be named: who is involved in the casus, the life domains, the offers on the kaart."""

    betrokkenen: Mapping[int, Betrokkenewaarde]
    leefgebieden: Collection[str]
    aanbod: Collection[int]


Bevinding = tuple[str, str, str]
"""What is wrong: field, what, what to do. Of what is right nobody needs the sentence: plans are long."""


def controleer(plan: Planinvoer, bekend: Lijsten, geopend_op: date) -> None:
    """Raise Domeinfout with the field for the first thing that cannot be."""
    for veld, wat, doe in _bevindingen(plan, bekend, geopend_op):
        raise Domeinfout(f"plan_{veld}", wat, doe, veld=veld)


def _bevindingen(plan: Planinvoer, bekend: Lijsten, geopend_op: date) -> Iterator[Bevinding]:
    op = plan.op or klok.vandaag()
    if not geopend_op <= op <= klok.vandaag():
        yield (
            "op",
            _("De dag van het plan ligt vóór de opening van de casus of in de toekomst."),
            _("Kies een dag tussen de opening en vandaag."),
        )
    if plan.evaluatie_op is not None and plan.evaluatie_op <= op:
        yield (
            "evaluatie_op",
            _("De dag om terug te kijken ligt niet na de dag van het plan."),
            _("Kies een latere dag."),
        )
    yield from _dubbel(plan)
    for doel in plan.doelen:
        yield from _doel(doel, bekend)
        for actie in doel.acties:
            yield from _actie(actie, bekend)


def _dubbel(plan: Planinvoer) -> Iterator[Bevinding]:
    doelen = [doel.kenmerk for doel in plan.doelen]
    acties = [actie.kenmerk for doel in plan.doelen for actie in doel.acties]
    if len(set(doelen)) < len(doelen) or len(set(acties)) < len(acties):
        yield "kenmerk", _("Een doel of actie staat twee keer in het plan."), _("Haal er een weg.")
    if max([len(doelen), *(len(doel.acties) for doel in plan.doelen)]) > MEESTE:
        yield (
            "doelen",
            _("Dit plan heeft meer dan %(n)s doelen, of een doel meer dan %(n)s acties.") % {"n": MEESTE},
            _("Kies wat nu het belangrijkste is."),
        )


def _tekst(veld: str, waarde: str, lengte: int = LANGSTE) -> Iterator[Bevinding]:
    if len(waarde) > lengte:
        yield veld, _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": lengte}, _("Kort het in.")
    if "\x00" in waarde:
        yield veld, _("Hier staat een teken dat niet bestaat."), _("Typ het opnieuw.")


def _doel(doel: Doelinvoer, bekend: Lijsten) -> Iterator[Bevinding]:
    if doel.persoon not in bekend.betrokkenen:
        yield (
            "persoon",
            _("Een doel is van iemand die bij de casus betrokken is."),
            _("Kies iemand uit de lijst."),
        )
    if doel.leefgebied not in bekend.leefgebieden:
        yield "leefgebied", _("Dit leefgebied bestaat niet."), _("Kies een leefgebied uit de lijst.")
    if not doel.tekst.strip():
        yield "tekst", _("Het doel ontbreekt."), _("Schrijf op wat de inwoner wil bereiken.")
    yield from _tekst("tekst", doel.tekst)
    yield from _tekst("tevreden_als", doel.tevreden_als)


def _actie(actie: Actieinvoer, bekend: Lijsten) -> Iterator[Bevinding]:
    if actie.niveau not in _NIVEAUS:
        yield "niveau", _("Deze vorm van hulp bestaat niet."), _("Kies wie helpt.")
    if not actie.tekst.strip():
        yield "actie", _("De afspraak ontbreekt."), _("Schrijf op wat er gaat gebeuren.")
    yield from _tekst("actie", actie.tekst)
    yield from _tekst("wie", actie.wie, LANGSTE_WIE)
    yield from _tekst("niet_lichter", actie.niet_lichter)
    yield from _bij_niveau(actie, bekend)
    yield from _gemis(actie)
    if actie.van is not None and actie.uiterlijk is not None and actie.uiterlijk < actie.van:
        yield "uiterlijk", _("De laatste dag ligt vóór de eerste."), _("Controleer de twee datums.")


def _gemis(actie: Actieinvoer) -> Iterator[Bevinding]:
    if not actie.gemist and not actie.gemis_reden:
        return
    if actie.gemist not in gemissoorten():
        yield (
            "gemist",
            _("Welk aanbod er ontbrak, is niet gekozen."),
            _("Kies het, of kies Nee."),
        )
    if actie.gemis_reden not in gemisredenen():
        yield "gemis_reden", _("Waarom het er niet was, is niet gekozen."), _("Kies een reden uit de lijst.")
    if actie.niveau == LICHTST:
        yield (
            "gemist",
            _("Lichter dan eigen kracht is er niet."),
            _("Kies hier Nee."),
        )


def _bij_niveau(actie: Actieinvoer, bekend: Lijsten) -> Iterator[Bevinding]:
    maatwerk = actie.niveau == MAATWERK
    if maatwerk and not actie.niet_lichter.strip():
        yield (
            "niet_lichter",
            _("Bij maatwerk hoort waarom lichtere hulp niet genoeg is."),
            _("Schrijf op wat er lichter is bekeken en waarom dat niet genoeg is."),
        )
    if actie.aanbod is not None and (maatwerk or actie.aanbod not in bekend.aanbod):
        yield (
            "aanbod",
            _("Dit aanbod past niet bij maatwerk, of staat niet op de sociale kaart."),
            _("Kies een ander aanbod, of een andere vorm van hulp."),
        )


def genoemd_aanbod(plannen: Iterable[Planinvoer]) -> set[int]:
    """Return the offers that are named in these plans."""
    acties = (actie for plan in plannen for doel in plan.doelen for actie in doel.acties)
    return {actie.aanbod for actie in acties if actie.aanbod is not None}


def als_invoer(doel: Doel, acties: Iterable[Actie]) -> Doelinvoer:
    """Return a goal as it would be written: what a next version, or a writer of one of its parts, begins
    with. Actions that ended stay behind in their own version."""
    return Doelinvoer(
        kenmerk=doel.kenmerk,
        persoon=doel.inwoner_id,
        leefgebied=doel.leefgebied,
        tekst=doel.tekst,
        tevreden_als=doel.tevreden_als,
        acties=tuple(
            Actieinvoer(
                kenmerk=a.kenmerk,
                niveau=a.niveau,
                tekst=a.tekst,
                wie=a.wie,
                niet_lichter=a.niet_lichter,
                aanbod=a.aanbod_id,
                van=a.van,
                uiterlijk=a.uiterlijk,
                gemist=a.gemist,
                gemis_reden=a.gemis_reden,
            )
            for a in sorted(acties, key=lambda a: (a.volgorde, a.pk))
            if a.status == Actiestatus.AFGESPROKEN
        ),
    )
