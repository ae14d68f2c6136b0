"""Facts of the case for `cijfers`, folded from events alone: as known at a moment."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from samendoen.casus.definities import gemisredenen, gemissoorten
from samendoen.casus.events import CASUS as ONDERWERP_CASUS
from samendoen.casus.events import PLAN as ONDERWERP_PLAN
from samendoen.casus.models import BEREIKT, EINDES, MATES, REDENEN, STATUSSEN, VERVOLG
from samendoen.casus.rules import PlanStand, Planstatus, vouw, vouw_plan
from samendoen.kaart.api import niveaunamen
from samendoen.kernel.api import (
    Wet,
    gebeurtenissen_tot,
    in_porties,
    in_porties_per,
    per_onderwerp,
    verwoord_regels,
)
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen, leefgebieden

EEN_JAAR = timedelta(days=365)
ADOPTIE = frozenset({Planstatus.VASTGESTELD, Planstatus.VERVANGEN})


# What the facts tell; the rest of what a casus or a plan lives through is not read for them.
_GEOPEND, _GESLOTEN = "casus.casus_geopend", "casus.casus_gesloten"
_CASUSSOORTEN = (_GEOPEND, "casus.betrokkene_toegevoegd", _GESLOTEN)
_PLANSOORTEN = (
    "casus.plan_geschreven",
    "casus.plan_vastgesteld",
    "casus.plan_vervangen",
    "casus.plan_weggegooid",
    "casus.actie_afgerond",
    "casus.basishulp_afgesproken",
    "casus.lichter_ontbrak",
    "casus.evaluatie_vastgelegd",
)


def _casussen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_casus(peilmoment))


def _per_casus(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    gesloten: dict[int, date] = {}
    for _casus, regels in per_onderwerp(gebeurtenissen_tot(ONDERWERP_CASUS, peilmoment, _CASUSSOORTEN)):
        stand = vouw(verwoord_regels(regels))
        if stand is None:
            continue  # opened by mistake: the opening was revoked
        yield (
            stand.team,
            stand.kader,
            stand.geopend_op,
            stand.gesloten_op,
            str(stand.status),
            stand.reden or None,
            len(stand.betrokkenen),
            regels[0].persoon_id,
            _keert_terug(gesloten.get(stand.huishouden), stand.geopend_op),
        )
        if stand.gesloten_op is not None:
            gesloten[stand.huishouden] = stand.gesloten_op


def _keert_terug(gesloten_op: date | None, geopend_op: date) -> bool:
    """Tell whether the household is back within a year after its casus before this one was closed."""
    return gesloten_op is not None and geopend_op - gesloten_op <= EEN_JAAR


def _van_plannen(peilmoment: datetime) -> Iterator[tuple[str, Sequence[tuple[Any, ...]]]]:
    """Yield all facts of plans: the events of a version are read and folded once for all of them."""
    return in_porties_per(_per_plan(peilmoment))


def _deel(naam: str) -> Callable[[datetime], Iterator[Sequence[tuple[Any, ...]]]]:
    def rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
        return (portie for van, portie in _van_plannen(peilmoment) if van == naam)

    return rijen


def _per_plan(peilmoment: datetime) -> Iterator[tuple[str, Sequence[tuple[Any, ...]]]]:
    hulp: dict[tuple[int, UUID], _Eigenhulp] = {}
    for stand, wie in _plannen(peilmoment):
        yield "planactie", _acties(stand, wie)
        if stand.evaluaties:
            yield "doeluitslag", list(_doeluitslagen(stand, wie))
            yield "uitkomst", list(_uitkomsten(stand, wie))
        _neem_op(hulp, stand)
    gesloten = _gesloten(peilmoment) if hulp else {}
    for (casus, _kenmerk), e in hulp.items():
        einde = e.einde or gesloten.get(casus)
        rij = (e.team, e.kader, e.leefgebied, e.begin, e.gepland_tot, einde, einde is None, e.persoon)
        yield "basishulp", [rij]


def _plannen(peilmoment: datetime) -> Iterator[tuple[PlanStand, int | None]]:
    """Yield every version that holds or held, with whom the casus began.

    A concept is nobody's agreement yet.
    """
    for _plan, regels in per_onderwerp(gebeurtenissen_tot(ONDERWERP_PLAN, peilmoment, _PLANSOORTEN)):
        stand = vouw_plan(verwoord_regels(regels))
        if stand is not None and stand.status in ADOPTIE:
            yield stand, regels[0].persoon_id


def _acties(stand: PlanStand, wie: int | None) -> list[tuple[Any, ...]]:
    geldt = stand.status is Planstatus.VASTGESTELD
    vast = (stand.vastgesteld_op, stand.versie, geldt, wie)
    return [
        (
            stand.team,
            actie.niveau,
            actie.leefgebied,
            str(actie.status),
            *vast,
            *stand.gemis.get(kenmerk, (None, None)),
        )
        for kenmerk, actie in stand.acties.items()
    ]


@dataclass(slots=True)
class _Eigenhulp:
    """Help by the team for one person, through all versions of a plan that have it; as the last has it."""

    versie: int
    team: str
    kader: str
    leefgebied: str
    begin: date
    gepland_tot: date | None
    einde: date | None
    persoon: int


def _neem_op(hulp: dict[tuple[int, UUID], _Eigenhulp], stand: PlanStand) -> None:
    """Add the actions of the team itself; one goes on in a next version that has it too."""
    for kenmerk, h in stand.basishulp.items():
        actie = stand.acties[kenmerk]
        einde = actie.afgerond_op or stand.vervangen_op
        dit = _Eigenhulp(
            stand.versie, stand.team, h.kader, actie.leefgebied, h.begin, h.einde, einde, h.persoon
        )
        eerder = hulp.setdefault((stand.casus, kenmerk), dit)
        dit.begin = eerder.begin = min(dit.begin, eerder.begin)
        if dit.versie >= eerder.versie:
            hulp[stand.casus, kenmerk] = dit


def _gesloten(peilmoment: datetime) -> dict[int, date]:
    """Return casus -> the day on which it closed, of those that are closed."""
    dagen: dict[int, date] = {}
    gelezen = gebeurtenissen_tot(
        ONDERWERP_CASUS, peilmoment, (_GEOPEND, _GESLOTEN), met=_GESLOTEN, personen=False
    )
    for casus, regels in per_onderwerp(gelezen):
        stand = vouw(verwoord_regels(regels))
        if stand is not None and stand.gesloten_op is not None:
            dagen[casus] = stand.gesloten_op
    return dagen


def _doeluitslagen(stand: PlanStand, wie: int | None) -> Iterator[tuple[Any, ...]]:
    laatste = list(stand.evaluaties.values())[-1:]
    for evaluatie in stand.evaluaties.values():
        for kenmerk, (bereikt, vervolg) in evaluatie.doelen.items():
            yield (
                stand.team,
                stand.doelen.get(kenmerk),
                bereikt.value,
                vervolg.value,
                evaluatie.op,
                evaluatie in laatste,
                wie,
            )


def _uitkomsten(stand: PlanStand, _wie: int | None) -> Iterator[tuple[Any, ...]]:
    laatste = list(stand.evaluaties.values())[-1:]
    for evaluatie in stand.evaluaties.values():
        for persoon, u in evaluatie.uitkomsten.items():
            yield (
                stand.team,
                u.einde.value,
                u.cijfer,
                u.zonder_hulp.value if u.zonder_hulp else None,
                u.minder_problemen.value if u.minder_problemen else None,
                evaluatie.op,
                evaluatie in laatste,
                persoon,
            )


def _namen(teksten: Mapping[Any, Any]) -> dict[str, str]:
    return {code.value: str(tekst) for code, tekst in teksten.items()}


_WIE = Kolom("inwoner", "pseudoniem", "pseudoniem", "met wie de casus begon, zonder te zeggen wie")

CASUS = Feitsoort(
    naam="casus",
    korrel="een casus",
    kolommen=(
        Kolom("team", "code", "geen", "team van de casus", benoem=getelde_teamnamen),
        Kolom(
            "kader",
            "code",
            "geen",
            "wettelijk kader waarmee de casus begon",
            benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
        ),
        Kolom("geopend_op", "datum", "geen", "dag van opening"),
        Kolom("gesloten_op", "datum", "geen", "dag van sluiting, leeg zolang de casus loopt"),
        Kolom("status", "code", "geen", "open of gesloten", benoem=lambda: _namen(STATUSSEN)),
        Kolom(
            "reden",
            "code",
            "geen",
            "waarom de casus is gesloten, leeg zolang zij loopt",
            benoem=lambda: _namen(REDENEN),
        ),
        Kolom("betrokkenen", "geheel", "geen", "aantal mensen met wie de casus werkt"),
        _WIE,
        Kolom(
            "terugkeer",
            "janee",
            "geen",
            "of een eerdere casus van dit huishouden minder dan een jaar voor de opening is gesloten",
        ),
    ),
    rijen=_casussen,
)

PLANACTIE = Feitsoort(
    naam="planactie",
    korrel="een actie in een versie van een plan die is vastgesteld",
    kolommen=(
        Kolom("team", "code", "geen", "team van de casus", benoem=getelde_teamnamen),
        Kolom("niveau", "code", "geen", "trede van de piramide", benoem=niveaunamen, geordend=True),
        Kolom("leefgebied", "code", "geen", "leefgebied van het doel", benoem=leefgebieden, geordend=True),
        Kolom("status", "code", "geen", "afgesproken, gedaan of gestopt"),
        Kolom("vastgesteld_op", "datum", "geen", "dag waarop de versie ging gelden"),
        Kolom("versie", "geheel", "geen", "nummer van de versie van het plan"),
        Kolom("geldt", "janee", "geen", "of dit de laatste vastgestelde versie van dit plan is"),
        _WIE,
        Kolom(
            "gemist_aanbod",
            "code",
            "geen",
            "lichter aanbod dat past en er niet was, leeg als dat niet is gezegd",
            benoem=gemissoorten,
        ),
        Kolom("waarom_niet", "code", "geen", "waarom dat aanbod er niet was", benoem=gemisredenen),
    ),
    rijen=_deel("planactie"),
    samen=_van_plannen,
)

_TEAM = Kolom("team", "code", "geen", "team van de casus", benoem=getelde_teamnamen)
_GEBIED = Kolom("leefgebied", "code", "geen", "leefgebied van het doel", benoem=leefgebieden, geordend=True)
_KADER = Kolom(
    "kader",
    "code",
    "geen",
    "wettelijk kader van wie hulp krijgt",
    benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
)
_OVER = Kolom("inwoner", "pseudoniem", "pseudoniem", "over wie het gaat, zonder te zeggen wie")

BASISHULPPERIODE = Feitsoort(
    naam="basishulp",
    korrel="een afspraak waarbij het team zelf helpt, van begin tot einde",
    kolommen=(
        _TEAM,
        _KADER,
        _GEBIED,
        Kolom("begonnen_op", "datum", "geen", "eerste dag"),
        Kolom("gepland_tot", "datum", "geen", "laatste dag die is afgesproken, leeg zonder einde"),
        Kolom(
            "beeindigd_op",
            "datum",
            "geen",
            "dag waarop de hulp eindigde: gedaan, gestopt, niet meer in het plan, of de casus gesloten",
        ),
        Kolom("loopt", "janee", "geen", "of de hulp nog loopt"),
        _OVER,
    ),
    rijen=_deel("basishulp"),
    samen=_van_plannen,
)

DOELUITSLAG = Feitsoort(
    naam="doeluitslag",
    korrel="een doel waarop samen is teruggekeken",
    kolommen=(
        _TEAM,
        _GEBIED,
        Kolom("bereikt", "code", "geen", "hoever het doel is bereikt", benoem=lambda: _namen(BEREIKT)),
        Kolom("vervolg", "code", "geen", "wat er daarna gebeurt", benoem=lambda: _namen(VERVOLG)),
        Kolom("op", "datum", "geen", "dag van terugkijken"),
        Kolom("laatste", "janee", "geen", "of dit de laatste keer is op deze versie van het plan"),
        _WIE,
    ),
    rijen=_deel("doeluitslag"),
    samen=_van_plannen,
)

UITKOMST = Feitsoort(
    naam="uitkomst",
    korrel="een persoon van wie bij het terugkijken de uitkomst van de hulp is vastgelegd",
    kolommen=(
        _TEAM,
        Kolom(
            "einde",
            "code",
            "geen",
            "of de hulp loopt, en anders hoe zij stopte",
            benoem=lambda: _namen(EINDES),
        ),
        Kolom("cijfer", "geheel", "geen", "hoe tevreden, van 1 tot en met 10, leeg als niet gezegd"),
        Kolom("zonder_hulp", "code", "geen", "jeugd: verder zonder hulp", benoem=lambda: _namen(MATES)),
        Kolom("minder_problemen", "code", "geen", "jeugd: minder problemen", benoem=lambda: _namen(MATES)),
        Kolom("op", "datum", "geen", "dag van terugkijken"),
        Kolom("laatste", "janee", "geen", "of dit de laatste keer is op deze versie van het plan"),
        _OVER,
    ),
    rijen=_deel("uitkomst"),
    samen=_van_plannen,
)
