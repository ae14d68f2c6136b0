"""The fact of objections: how many, in time or not, with what outcome, and what deciding late cost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from samendoen.besluiten import events
from samendoen.besluiten.feiten.besluit import categorieen
from samendoen.besluiten.models import BEZWAARUITKOMSTEN
from samendoen.kernel.api import (
    Gebeurtenissoort,
    Wet,
    gebeurtenissen_tot,
    in_porties,
    per_onderwerp,
    verwoord_regels,
)
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen


@dataclass(slots=True)
class Feit:
    """One objection, as its events tell it. One that was recorded by mistake never was."""

    ontvangen: events.BezwaarOntvangen
    ontvangen_op: date
    uitkomst: str | None = None
    bekend: events.BezwaarBekendgemaakt | None = None
    bekendgemaakt_op: date | None = None
    ingetrokken_op: date | None = None
    vergissing: bool = False


def vouw(gebeurtenissen: Iterable[tuple[date, Gebeurtenissoort]]) -> Feit | None:
    """Return what became of an objection; None without its receipt."""
    feit: Feit | None = None
    for dag, g in gebeurtenissen:
        match g:
            case events.BezwaarOntvangen():
                feit = Feit(g, dag)
            case events.BezwaarBeslist() if feit:
                feit.uitkomst = g.uitkomst
            case events.BezwaarBekendgemaakt() if feit:
                feit.bekend, feit.bekendgemaakt_op = g, dag
            case events.BezwaarIngetrokken() if feit:
                feit.ingetrokken_op, feit.vergissing = dag, g.reden == "vergissing"
            case _:
                pass
    return feit


_SOORTEN = (
    events.BezwaarOntvangen.soort,
    events.BezwaarBeslist.soort,
    events.BezwaarBekendgemaakt.soort,
    events.BezwaarIngetrokken.soort,
)


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_bezwaar(peilmoment))


def _per_bezwaar(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for _bezwaar, regels in per_onderwerp(gebeurtenissen_tot(events.BEZWAAR, peilmoment, _SOORTEN)):
        feit = vouw(verwoord_regels(regels))
        if feit is None or feit.vergissing:
            continue
        bekend = feit.bekend
        yield (
            feit.ontvangen.team,
            feit.ontvangen.kader,
            feit.ontvangen.categorie,
            feit.ontvangen_op,
            feit.ontvangen.tijdig,
            # Before the announcement it is nobody's outcome yet.
            feit.uitkomst if bekend else None,
            feit.bekendgemaakt_op,
            bekend.op_tijd if bekend else None,
            bekend.dwangsom_eurocent if bekend else 0,
            feit.ingetrokken_op,
            regels[0].persoon_id,
        )


BEZWAAR = Feitsoort(
    naam="bezwaar",
    korrel="een bezwaar tegen een besluit",
    kolommen=(
        Kolom("team", "code", "geen", "team van de casus", benoem=getelde_teamnamen),
        Kolom(
            "kader",
            "code",
            "geen",
            "wet waarop het bestreden besluit rust",
            benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
        ),
        Kolom("categorie", "code", "geen", "soort voorziening", benoem=categorieen),
        Kolom("ontvangen_op", "datum", "geen", "dag van ontvangst"),
        Kolom("tijdig", "janee", "geen", "binnen de bezwaartermijn ontvangen"),
        Kolom(
            "uitkomst",
            "code",
            "geen",
            "wat er is beslist, leeg zolang dat niet bekend is gemaakt",
            benoem=lambda: {uitkomst.value: str(naam) for uitkomst, naam in BEZWAARUITKOMSTEN.items()},
        ),
        Kolom("bekendgemaakt_op", "datum", "geen", "dag van verzending, leeg zolang die er niet is"),
        Kolom("op_tijd", "janee", "geen", "binnen de beslistermijn bekendgemaakt"),
        Kolom("dwangsom", "geheel", "geen", "dwangsom in eurocenten"),
        Kolom("ingetrokken_op", "datum", "geen", "dag waarop de indiener introk"),
        Kolom("inwoner", "pseudoniem", "pseudoniem", "om wie het gaat, zonder te zeggen wie"),
    ),
    rijen=_rijen,
)
