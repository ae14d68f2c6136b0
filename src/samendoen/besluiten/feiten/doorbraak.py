"""The fact of the doorbraakbudget: what was granted outside the products, and what was spent of it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from samendoen.besluiten import events
from samendoen.besluiten.rules.doorbraak import vouw_doorbraak
from samendoen.kernel.api import Wet, gebeurtenissen_tot, in_porties, per_onderwerp, verwoord_regels
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen

_SOORTEN = (events.DoorbraakToegekend.soort, events.DoorbraakuitgaveGeboekt.soort)


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_budget(peilmoment))


def _per_budget(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for _nummer, regels in per_onderwerp(gebeurtenissen_tot(events.DOORBRAAK, peilmoment, _SOORTEN)):
        gebeurd = list(verwoord_regels(regels))
        stand = vouw_doorbraak(gebeurd)
        eerste = next((g for _dag, g in gebeurd if isinstance(g, events.DoorbraakToegekend)), None)
        if stand is None or eerste is None:
            continue
        yield (
            eerste.team,
            eerste.kader,
            stand.toegekend_op,
            stand.toegekend,
            stand.besteed,
            regels[0].persoon_id,
        )


DOORBRAAKBUDGET = Feitsoort(
    naam="doorbraakbudget",
    korrel="een bedrag buiten de producten om voor een huishouden",
    kolommen=(
        Kolom("team", "code", "geen", "team van de casus", benoem=getelde_teamnamen),
        Kolom(
            "kader",
            "code",
            "geen",
            "wet waaronder de casus begon",
            benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
        ),
        Kolom("toegekend_op", "datum", "geen", "dag van toekennen"),
        Kolom("toegekend", "geheel", "geen", "toegekend, in eurocenten"),
        Kolom("besteed", "geheel", "geen", "besteed, in eurocenten"),
        Kolom("inwoner", "pseudoniem", "pseudoniem", "met wie de casus begon, zonder te zeggen wie"),
    ),
    rijen=_rijen,
)
