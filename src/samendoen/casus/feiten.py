"""Facts of the case for `cijfers`, folded from events alone: as known at a moment."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from samendoen.casus.events import CASUS as ONDERWERP_CASUS
from samendoen.casus.events import PLAN as ONDERWERP_PLAN
from samendoen.casus.models import REDENEN, STATUSSEN
from samendoen.casus.rules import Planstatus, vouw, vouw_plan
from samendoen.kaart.api import niveaunamen
from samendoen.kernel.api import (
    Gebeurtenisregel,
    Gebeurtenissoort,
    Wet,
    gebeurtenissen_tot,
    in_porties,
    per_onderwerp,
    verwoord,
)
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen, leefgebieden

ADOPTIE = frozenset({Planstatus.VASTGESTELD, Planstatus.VERVANGEN})


def _verwoord(regels: Iterable[Gebeurtenisregel]) -> Iterator[tuple[date, Gebeurtenissoort]]:
    return ((r.voorgevallen_op, verwoord(r.soort, r.versie, r.gegevens)) for r in regels)


def _casussen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_casus(peilmoment))


def _per_casus(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for _casus, regels in per_onderwerp(gebeurtenissen_tot(ONDERWERP_CASUS, peilmoment)):
        stand = vouw(_verwoord(regels))
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
    for _plan, regels in per_onderwerp(gebeurtenissen_tot(ONDERWERP_PLAN, peilmoment)):
        stand = vouw_plan(_verwoord(regels))
        if stand is None or stand.status not in ADOPTIE:
            continue  # a concept is nobody's agreement yet
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
                regels[0].persoon_id,
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
