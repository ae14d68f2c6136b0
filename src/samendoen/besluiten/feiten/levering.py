"""The fact of delivery: when a provider began with what it was assigned, and when and why it stopped."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from samendoen.besluiten import events
from samendoen.besluiten.feiten.besluit import categorieen
from samendoen.besluiten.models import STOPREDENEN, Aanbieder
from samendoen.besluiten.rules import EEN_DAG
from samendoen.besluiten.rules.levering import Leverperiode, Melding, periodes
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
class Stand:
    """What the events of one provision say: what it is, who was asked when, and the reports that stand."""

    voorziening: events.VoorzieningToegekend | None
    toegewezen: dict[int, tuple[str, date]]
    meldingen: list[Melding]

    @property
    def periodes(self) -> list[Leverperiode]:
        """From when until when it was given."""
        return periodes(self.meldingen)


def vouw(gebeurtenissen: Iterable[tuple[date, Gebeurtenissoort]]) -> Stand:
    """Fold what counts here; a report that was taken back is not among the events any more."""
    stand = Stand(None, {}, [])
    for dag, g in gebeurtenissen:
        match g:
            case events.VoorzieningToegekend():
                stand.voorziening = g
            case events.Toegewezen():
                stand.toegewezen[g.toewijzing] = (g.aanbieder, dag)
            case events.StartGemeld():
                stand.meldingen.append(Melding(g.toewijzing, g.begin))
            case events.StopGemeld():
                stand.meldingen.append(Melding(g.toewijzing, g.begin, g.tot, g.reden))
            case _:
                pass
    return stand


_SOORTEN = (
    events.VoorzieningToegekend.soort,
    events.Toegewezen.soort,
    events.StartGemeld.soort,
    events.StopGemeld.soort,
)


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_levering(peilmoment))


def _per_levering(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    bron = gebeurtenissen_tot(events.VOORZIENING, peilmoment, _SOORTEN, met=events.StartGemeld.soort)
    for _voorziening, regels in per_onderwerp(bron):
        stand = vouw(verwoord_regels(regels))
        v = stand.voorziening
        if v is None:
            continue
        for p in stand.periodes:
            aanbieder, toegewezen_op = stand.toegewezen[p.toewijzing]
            yield (
                v.team,
                v.kader,
                v.categorie,
                aanbiedercode(aanbieder),
                toegewezen_op,
                p.begin,
                p.tot - EEN_DAG if p.tot else None,
                p.reden or None,
                max((p.begin - toegewezen_op).days, 0),
                regels[0].persoon_id,
            )


def aanbieders() -> dict[str, str]:
    """Return the names of providers by the code that facts have for them."""
    return {aanbiedercode(agb): naam for agb, naam in Aanbieder.objects.values_list("agb", "naam")}


def aanbiedercode(agb: str) -> str:
    """Return the code of a provider in facts: eight digits in a row pass for the number of a person there."""
    return f"agb-{agb[:4]}-{agb[4:]}"


LEVERING = Feitsoort(
    naam="levering",
    korrel="een periode waarin een aanbieder hulp geeft, zoals die het meldt",
    kolommen=(
        Kolom("team", "code", "geen", "team van de casus", benoem=getelde_teamnamen),
        Kolom(
            "kader",
            "code",
            "geen",
            "wet waarop de hulp rust",
            benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
        ),
        Kolom("categorie", "code", "geen", "soort voorziening", benoem=categorieen),
        Kolom("aanbieder", "code", "geen", "wie de hulp geeft", benoem=aanbieders),
        Kolom("toegewezen_op", "datum", "geen", "dag waarop de aanbieder is gevraagd"),
        Kolom("begin", "datum", "geen", "eerste dag van de hulp"),
        Kolom("einde", "datum", "geen", "laatste dag van de hulp, leeg zolang die loopt"),
        Kolom(
            "reden",
            "code",
            "geen",
            "waarom de hulp stopte (code van de standaard)",
            benoem=lambda: {code: str(naam) for code, naam in STOPREDENEN.items()},
        ),
        Kolom("dagen_tot_begin", "geheel", "geen", "dagen van vragen tot beginnen"),
        Kolom("inwoner", "pseudoniem", "pseudoniem", "om wie het gaat, zonder te zeggen wie"),
    ),
    rijen=_rijen,
)
