"""Facts of the case for `cijfers`, folded from events alone: as known at a moment."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from samendoen.casus.events import CASUS as ONDERWERP_CASUS
from samendoen.casus.events import PLAN as ONDERWERP_PLAN
from samendoen.casus.models import BEREIKT, EINDES, MATES, REDENEN, STATUSSEN, VERVOLG
from samendoen.casus.rules import PlanStand, Planstatus, vouw, vouw_plan
from samendoen.kaart.api import niveaunamen
from samendoen.kernel.api import (
    Wet,
    gebeurtenissen_tot,
    in_porties,
    per_onderwerp,
    verwoord_regels,
)
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen, leefgebieden

ADOPTIE = frozenset({Planstatus.VASTGESTELD, Planstatus.VERVANGEN})


# What the facts tell; the rest of what a casus or a plan lives through is not read for them.
_GEOPEND, _GESLOTEN = "casus.casus_geopend", "casus.casus_gesloten"
_CASUSSOORTEN = (_GEOPEND, "casus.betrokkene_toegevoegd", _GESLOTEN)
_VERSIE = ("casus.plan_geschreven", "casus.plan_vastgesteld", "casus.plan_vervangen", "casus.plan_weggegooid")
_AFGEROND = "casus.actie_afgerond"
_EVALUATIE = "casus.evaluatie_vastgelegd"
_BASISHULP = "casus.basishulp_afgesproken"


def _casussen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_casus(peilmoment))


def _per_casus(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for _casus, regels in per_onderwerp(gebeurtenissen_tot(ONDERWERP_CASUS, peilmoment, _CASUSSOORTEN)):
        stand = vouw(verwoord_regels(regels))
        if stand is None:
            continue  # opened by mistake: the opening was revoked
        yield (
            stand.team,
            stand.kader,
            stand.geopend_op,
            stand.gesloten_op,
            stand.status.value,
            stand.reden or None,
            len(stand.betrokkenen),
            regels[0].persoon_id,
        )


def _planacties(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_actie(peilmoment))


def _per_actie(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for stand, wie in _plannen(peilmoment, _AFGEROND):
        geldt = stand.status is Planstatus.VASTGESTELD
        for actie in stand.acties.values():
            yield (
                stand.team,
                actie.niveau,
                actie.leefgebied,
                actie.status.value,
                stand.vastgesteld_op,
                stand.versie,
                geldt,
                wie,
            )


def _plannen(
    peilmoment: datetime, *ook: str, met: str | None = None
) -> Iterator[tuple[PlanStand, int | None]]:
    """Yield every version that holds or held, with whom the casus began.

    A concept is nobody's agreement yet. Besides what makes a version only the kinds in `ook` are folded;
    `met`: of the versions to which this happened.
    """
    regels_ = gebeurtenissen_tot(ONDERWERP_PLAN, peilmoment, (*_VERSIE, *ook), met)
    for _plan, regels in per_onderwerp(regels_):
        stand = vouw_plan(verwoord_regels(regels))
        if stand is not None and stand.status in ADOPTIE:
            yield stand, regels[0].persoon_id


@dataclass(slots=True)
class _Eigenhulp:
    """Help by the team for one person, through all versions of a plan that have it."""

    team: str
    kader: str
    leefgebied: str
    begin: date
    gepland_tot: date | None
    einde: date | None
    persoon: int


def _basishulp(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_basishulp(peilmoment))


def _per_basishulp(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    """Yield one row per action of the team itself; it goes on in a next version that has it too."""
    hulp: dict[tuple[int, UUID], _Eigenhulp] = {}
    for stand, _wie in sorted(_met_basishulp(peilmoment), key=lambda paar: paar[0].versie):
        for kenmerk, h in stand.basishulp.items():
            actie = stand.acties[kenmerk]
            eerder = hulp.get((stand.casus, kenmerk))
            begin = min(eerder.begin, h.begin) if eerder else h.begin
            einde = actie.afgerond_op or stand.vervangen_op
            hulp[stand.casus, kenmerk] = _Eigenhulp(
                stand.team, h.kader, actie.leefgebied, begin, h.einde, einde, h.persoon
            )
    gesloten = _gesloten(peilmoment) if hulp else {}
    for (casus, _kenmerk), e in hulp.items():
        einde = e.einde or gesloten.get(casus)
        yield (e.team, e.kader, e.leefgebied, e.begin, e.gepland_tot, einde, einde is None, e.persoon)


def _met_basishulp(peilmoment: datetime) -> Iterator[tuple[PlanStand, int | None]]:
    plannen = _plannen(peilmoment, _BASISHULP, _AFGEROND, met=_BASISHULP)
    return (paar for paar in plannen if paar[0].basishulp)


def _gesloten(peilmoment: datetime) -> dict[int, date]:
    """Return casus -> the day on which it closed, of those that are closed."""
    dagen: dict[int, date] = {}
    gelezen = gebeurtenissen_tot(ONDERWERP_CASUS, peilmoment, (_GEOPEND, _GESLOTEN), met=_GESLOTEN)
    for casus, regels in per_onderwerp(gelezen):
        stand = vouw(verwoord_regels(regels))
        if stand is not None and stand.gesloten_op is not None:
            dagen[casus] = stand.gesloten_op
    return dagen


def _doeluitslagen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_doeluitslag(peilmoment))


def _per_doeluitslag(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for stand, wie in _plannen(peilmoment, _EVALUATIE, met=_EVALUATIE):
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


def _uitkomsten(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_uitkomst(peilmoment))


def _per_uitkomst(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for stand, _wie in _plannen(peilmoment, _EVALUATIE, met=_EVALUATIE):
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
    ),
    rijen=_planacties,
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
    rijen=_basishulp,
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
    rijen=_doeluitslagen,
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
    rijen=_uitkomsten,
)
