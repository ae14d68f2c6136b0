"""What comes in at the demo's front door: decided by the seed, before anything is written."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from samendoen.recht.api import is_gewone_dag
from samendoen.site.demo.definities import (
    Kader,
    Kanaal,
    Meldingendemo,
    Teamgroep,
    Teamverdeling,
    Vraag,
    Weekdag,
    vragenbank,
)

K = TypeVar("K")
ZAAD = 1961
EERSTE_VRIJDAG, VIER_WEKEN = date(2021, 1, 29), timedelta(weeks=4)
PER_WEEK, PER_WEEK_KLEIN, KLEIN = date(2024, 1, 5), date(2024, 5, 3), 0.25
WEEKDAGEN: tuple[Weekdag, ...] = ("ma", "di", "wo", "do", "vr")

# How a melding ends: outcome -> (per mille, soonest and latest day, most usual). Not published: ours.
# Part of what is investigated takes longer than the six weeks of Wmo 2015 art. 2.3.2.
AFLOOP: dict[str, tuple[int, int, int, int]] = {
    "informatie_en_advies": (300, 0, 12, 2),
    "onderzocht": (500, 8, 58, 33),
    "doorverwezen": (180, 1, 25, 7),
    "ingetrokken": (20, 1, 20, 5),
}


@dataclass(frozen=True, slots=True)
class Voorval:
    """One melding of the demo: what is asked, and when and how it ends."""

    kenmerk: UUID
    telnaam: str
    teamgroep: Teamgroep
    kader: Kader
    kanaal: Kanaal
    vraag: Vraag
    invulling: Mapping[str, str]
    ontvangen_op: date
    afloop: str
    klaar_op: date


def voorvallen(demo: Meldingendemo, schaal: float = 1.0, zaad: int = ZAAD) -> list[Voorval]:
    """Return what comes in, by day: exactly the published counts (times `schaal`)."""
    alle = []
    for verdeling in demo.verdeling:
        for jaar in demo.jaren:
            # A stream of its own per team and year: a change in one leaves the others as they were.
            toeval = random.Random(f"{zaad}/{verdeling.telnaam}/{jaar}")
            aantal = round(demo.aantal(verdeling.telnaam, jaar) * schaal)
            alle += [_voorval(demo, verdeling, jaar, toeval) for _ in range(aantal)]
    return sorted(alle, key=lambda v: (v.ontvangen_op, v.kenmerk))


@dataclass(frozen=True, slots=True)
class Schrijfritme:
    """On which Fridays the demo writes: from `per_week` each week, before that four weeks at once.

    (Decision record 0005.) A small demo has little to write, and writes it in fewer steps.
    """

    per_week: date

    @classmethod
    def bij(cls, schaal: float) -> "Schrijfritme":
        """Return the rhythm for a demo of this size."""
        return cls(PER_WEEK if schaal >= KLEIN else PER_WEEK_KLEIN)

    def schrijfdag(self, dag: date) -> date:
        """Return the Friday on which is written down what happened on `dag`."""
        vrijdag = dag + timedelta(days=4 - dag.weekday())
        if vrijdag >= self.per_week:
            return vrijdag
        wacht = (EERSTE_VRIJDAG - vrijdag).days % VIER_WEKEN.days
        return min(vrijdag + timedelta(days=wacht), self.per_week - timedelta(days=7))


def werkdag_vanaf(dag: date) -> date:
    """Return `dag`, or the first day after it on which is worked."""
    while not is_gewone_dag(dag):
        dag += timedelta(days=1)
    return dag


def werkdag_terug(dag: date) -> date:
    """Return `dag`, or the last day before it on which is worked."""
    while not is_gewone_dag(dag):
        dag -= timedelta(days=1)
    return dag


def werkdagen_terug(dag: date, aantal: int) -> date:
    """Return the day that lies `aantal` working days before `dag`."""
    while aantal:
        dag -= timedelta(days=1)
        aantal -= is_gewone_dag(dag)
    return dag


def _voorval(demo: Meldingendemo, verdeling: Teamverdeling, jaar: int, toeval: random.Random) -> Voorval:
    kader = _kies(verdeling.kader, toeval)
    kanaal = _kies(_kanalen(demo, verdeling.teamgroep, kader), toeval)
    ritme = tuple(demo.ritme.weekdag.get(dag, 0) for dag in WEEKDAGEN)
    ontvangen_op = toeval.choices(*_werkdagen(*demo.periode(jaar), ritme))[0]
    afloop = toeval.choices(list(AFLOOP), [a[0] for a in AFLOOP.values()])[0]
    _deel, vroegst, laatst, meestal = AFLOOP[afloop]
    duur = timedelta(days=round(toeval.triangular(vroegst, laatst, meestal)))
    vraag = toeval.choice(_passend(verdeling.teamgroep, kader, kanaal))
    return Voorval(
        kenmerk=UUID(int=toeval.getrandbits(128), version=4),
        telnaam=verdeling.telnaam,
        teamgroep=verdeling.teamgroep,
        kader=kader,
        kanaal=kanaal,
        vraag=vraag,
        invulling={p: toeval.choice(vragenbank().invulling[p]) for p in sorted(vraag.invulplekken)},
        ontvangen_op=ontvangen_op,
        afloop=afloop,
        klaar_op=werkdag_vanaf(ontvangen_op + duur),
    )


def _kies(delen: Mapping[K, int], toeval: random.Random) -> K:
    return toeval.choices(list(delen), list(delen.values()))[0]


def _kanalen(demo: Meldingendemo, teamgroep: Teamgroep, kader: Kader) -> dict[Kanaal, int]:
    return next(d.kanaal for d in demo.kanaalverdeling if (d.teamgroep, d.kader) == (teamgroep, kader))


@lru_cache(maxsize=16)
def _werkdagen(van: date, tot_en_met: date, ritme: tuple[int, ...]) -> tuple[list[date], list[int]]:
    alle = (van + timedelta(days=n) for n in range((tot_en_met - van).days + 1))
    open_ = [dag for dag in alle if is_gewone_dag(dag)]
    return open_, [ritme[dag.weekday()] for dag in open_]


@lru_cache(maxsize=256)
def _passend(teamgroep: Teamgroep, kader: Kader, kanaal: Kanaal) -> tuple[Vraag, ...]:
    bank = vragenbank().vraag
    precies = tuple(v for v in bank if v.past_bij(teamgroep, kader, kanaal))
    return precies or tuple(v for v in bank if v.teamgroep == teamgroep and kader in v.kaders)
