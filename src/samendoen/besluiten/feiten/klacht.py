"""The fact of complaints: how many, how they ended, and whether in time. Nothing says about whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from samendoen.besluiten import events
from samendoen.besluiten.models import AFLOPEN, OORDELEN
from samendoen.besluiten.rules.klacht import Afloop
from samendoen.kernel.api import (
    Gebeurtenissoort,
    Wet,
    gebeurtenissen_tot,
    in_porties,
    per_onderwerp,
    verwoord_regels,
)
from samendoen.kernel.stekkers import Feitsoort, Kolom


@dataclass(slots=True)
class Feit:
    """One complaint, as its events tell it."""

    ontvangen: events.KlachtOntvangen
    ontvangen_op: date
    einde: events.KlachtAfgehandeld | None = None
    afgehandeld_op: date | None = None


def vouw(gebeurtenissen: Iterable[tuple[date, Gebeurtenissoort]]) -> Feit | None:
    """Return what became of a complaint; None without its receipt."""
    feit: Feit | None = None
    for dag, g in gebeurtenissen:
        match g:
            case events.KlachtOntvangen():
                feit = Feit(g, dag)
            case events.KlachtAfgehandeld() if feit:
                feit.einde, feit.afgehandeld_op = g, dag
            case _:
                pass
    return feit


_SOORTEN = (events.KlachtOntvangen.soort, events.KlachtAfgehandeld.soort)


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_klacht(peilmoment))


def _per_klacht(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for _klacht, regels in per_onderwerp(gebeurtenissen_tot(events.KLACHT, peilmoment, _SOORTEN)):
        feit = vouw(verwoord_regels(regels))
        if feit is None or (feit.einde and feit.einde.afloop == Afloop.VERGISSING):
            continue
        einde = feit.einde
        yield (
            feit.ontvangen.kader,
            feit.ontvangen_op,
            einde.afloop if einde else None,
            einde.oordeel if einde else None,
            feit.afgehandeld_op,
            einde.op_tijd if einde else None,
            regels[0].persoon_id,
        )


KLACHT = Feitsoort(
    naam="klacht",
    korrel="een klacht over hoe iemand is behandeld",
    kolommen=(
        Kolom(
            "kader",
            "code",
            "geen",
            "wet waar de klacht bij hoort",
            benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
        ),
        Kolom("ontvangen_op", "datum", "geen", "dag van ontvangst"),
        Kolom(
            "afloop",
            "code",
            "geen",
            "hoe de klacht is afgelopen, leeg zolang zij loopt",
            benoem=lambda: {afloop.value: str(naam) for afloop, naam in AFLOPEN.items()},
        ),
        Kolom(
            "oordeel",
            "code",
            "geen",
            "wat de gemeente van haar gedrag vindt, leeg zonder oordeel",
            benoem=lambda: {oordeel.value: str(naam) for oordeel, naam in OORDELEN.items()},
        ),
        Kolom("afgehandeld_op", "datum", "geen", "dag waarop de klacht is afgehandeld"),
        Kolom("op_tijd", "janee", "geen", "binnen de termijn afgehandeld"),
        Kolom("inwoner", "pseudoniem", "pseudoniem", "wie klaagt, zonder te zeggen wie"),
    ),
    rijen=_rijen,
)
