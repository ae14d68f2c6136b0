"""Fact of the meldcode for `cijfers`: counts alone, and nothing that says about whom."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from samendoen.casus.events import MELDCODE as ONDERWERP
from samendoen.casus.models import DOELGROEPEN, GEEN_TWEEDE, MELDBESLUITEN, PADSTATUSSEN
from samendoen.casus.rules import STAPPEN, Padstand, Stapsoort, vouw_meldcode
from samendoen.kernel.api import Wet, gebeurtenissen_tot, in_porties, per_onderwerp, verwoord_regels
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_pad(peilmoment))


def _per_pad(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    for _pad, regels in per_onderwerp(gebeurtenissen_tot(ONDERWERP, peilmoment)):
        stand = vouw_meldcode(verwoord_regels(regels))
        if stand is not None:
            yield _rij(stand)


def _rij(stand: Padstand) -> tuple[Any, ...]:
    laatste = {stap: stand.laatste(stap) for stap in Stapsoort}
    gemeld, beslist = laatste[Stapsoort.VT_MELDING], laatste[Stapsoort.BESLISSEN]
    return (
        stand.team,
        stand.kader,
        stand.doelgroep.value,
        stand.begonnen_op.replace(day=1),
        stand.status.value,
        stand.afgerond_op.replace(day=1) if stand.afgerond_op else None,
        (beslist.besluit or None) if beslist else None,
        sum(1 for stap in STAPPEN if (zo := laatste[stap]) is not None and zo.overgeslagen),
        gemeld is not None,
        stand.geen_tweede or None,
    )


def _namen(teksten: Mapping[Any, Any]) -> dict[str, str]:
    return {code.value: str(tekst) for code, tekst in teksten.items()}


MELDCODE = Feitsoort(
    naam="meldcode",
    korrel="een meldcode die is begonnen, over een of meer mensen",
    kolommen=(
        Kolom("team", "code", "geen", "team van de casus", benoem=getelde_teamnamen),
        Kolom(
            "kader",
            "code",
            "geen",
            "wettelijk kader van de casus",
            benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
        ),
        Kolom("doelgroep", "code", "geen", "kind, volwassene of oudere", benoem=lambda: _namen(DOELGROEPEN)),
        Kolom("beginmaand", "datum", "geen", "eerste dag van de maand waarin zij begon"),
        Kolom("status", "code", "geen", "loopt, wacht of is afgerond", benoem=lambda: _namen(PADSTATUSSEN)),
        Kolom("eindmaand", "datum", "geen", "eerste dag van de maand van afronden, leeg zolang zij loopt"),
        Kolom(
            "besluit",
            "code",
            "geen",
            "wat is beslist, leeg zolang dat niet is",
            benoem=lambda: _namen(MELDBESLUITEN),
        ),
        Kolom("overgeslagen", "geheel", "geen", "aantal stappen dat met een reden is overgeslagen"),
        Kolom("gemeld", "janee", "geen", "of er is gemeld bij Veilig Thuis"),
        Kolom(
            "geen_tweede",
            "code",
            "geen",
            "waarom er geen tweede professional is, leeg als er een is of kan zijn",
            benoem=lambda: _namen(GEEN_TWEEDE),
        ),
    ),
    rijen=_rijen,
)
