"""The demo's conversations with two providers: real messages of ours, and a simulator that answers.

Every Friday both sides do their work at folders of their own, which become the municipality's when all is
built: the conversation goes on from there. Nothing is written by hand but what the providers are asked to do.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from samendoen.berichten.post import Betaling, Mappen, betaal_declaraties, doe_ronde, te_betalen
from samendoen.besluiten.api import (
    beeindig_toewijzingen,
    kent_aanbieder,
    producttarieven,
    zet_berichtenverkeer,
)
from samendoen.kernel.api import SYSTEEM, klok
from samendoen.site.demo.definities import Meldingendemo
from samendoen.site.simulator.declaratie import Vraag
from samendoen.site.simulator.ronde import Aanbieder, Opdracht
from samendoen.site.simulator.tarieven import Tarieven
from samendoen.site.simulator.verzoeken import Wensen, Wijziging
from samendoen.site.simulator.waarden import Levering, Stand
from samendoen.site.simulator.waarden import Toewijzing as Gekregen

THUISHULP, BEGELEIDING = "99990001", "99990003"
STANDAARD, WET, KAAL = "WMO", "wmo", "kaal"
VANAF, EEN_WEEK = date(2024, 4, 1), timedelta(days=7)
EERSTE_VRIJDAG = date(2024, 4, 5)
APRIL, MEI = "2024-04", "2024-05"


@dataclass(frozen=True, slots=True)
class Keuze:
    """What a provider does on a day beside its usual work: declare a month, and make a mistake.

    `wijzig` lets it ask for more hours for a client; `stopt`: help of one client ends, because we say so;
    `betaald`: we pay what this provider may have.
    """

    maand: str = ""
    herstel: bool = False
    fout: str = ""
    wijzig: int = 0
    stopt: bool = False
    betaald: bool = False


GEWOON = Keuze()
# Day -> provider -> what it does then: one of each thing that the back office can meet.
BIJZONDER: Mapping[date, Mapping[str, Keuze]] = {
    date(2024, 5, 3): {THUISHULP: Keuze(APRIL), BEGELEIDING: Keuze(APRIL, fout="te-veel-volume")},
    date(2024, 5, 10): {BEGELEIDING: Keuze(APRIL, herstel=True)},
    date(2024, 5, 17): {THUISHULP: Keuze(stopt=True)},
    date(2024, 5, 24): {THUISHULP: Keuze(betaald=True), BEGELEIDING: Keuze(fout="dubbele-start")},
    date(2024, 5, 31): {THUISHULP: Keuze(wijzig=5), BEGELEIDING: Keuze(fout="kapotte-xml")},
    date(2024, 6, 3): {THUISHULP: Keuze(MEI), BEGELEIDING: Keuze(MEI, fout="verkeerd-tarief")},
}


@dataclass(slots=True)
class Gesprekken:
    """The conversations of one build, at folders that nobody else uses until it is done."""

    demo: Meldingendemo
    _map: Path = field(init=False)
    _doel: Path = field(init=False)
    _dagen: list[date] = field(init=False)
    _tarieven: Tarieven = field(default_factory=Tarieven, init=False)

    def __post_init__(self) -> None:
        self._doel = Path(settings.SAMENDOEN_BERICHTEN)
        self._map = self._doel.with_name(f".{self._doel.name}.demo")
        shutil.rmtree(self._map, ignore_errors=True)  # of a build that broke off
        # The simulator speaks this form only; in another form the demo has no conversations.
        spreekt = settings.SAMENDOEN_BERICHTEN_VORM == KAAL
        self._dagen = [*_vrijdagen(self.demo.vandaag), self.demo.vandaag] if spreekt else []

    def leef(self, tot_en_met: date) -> None:
        """Let everything happen that happens through this day and did not happen yet."""
        while self._dagen and self._dagen[0] <= tot_en_met:
            dag = self._dagen.pop(0)
            with klok.op(dag):
                self._dag(dag)

    def geef_over(self) -> None:
        """Let the folders be those of the municipality; where files lie there already, these go."""
        bezet = self._doel.exists() and any(self._doel.iterdir())
        if bezet or not self._map.exists():
            shutil.rmtree(self._map, ignore_errors=True)
            return
        self._doel.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._map.replace(self._doel)

    def _dag(self, dag: date) -> None:
        if dag == EERSTE_VRIJDAG:
            self._begin()
        keuzes = BIJZONDER.get(dag, {})
        self._gemeente()
        for agb in (THUISHULP, BEGELEIDING):
            keuze = keuzes.get(agb, GEWOON)
            if keuze.betaald:
                betaal_declaraties(SYSTEEM, [_betaling(*te_doen, dag) for te_doen in te_betalen(agb)])
            self._aanbieder(agb, dag, keuze)
        self._gemeente()
        if dag < self.demo.vandaag:
            for agb in (THUISHULP, BEGELEIDING):
                self._aanbieder(agb, dag, GEWOON)

    def _begin(self) -> None:
        """Say with whom we exchange messages, and agree on what is paid."""
        bekend = [agb for agb in (THUISHULP, BEGELEIDING) if kent_aanbieder(agb)]
        zet_berichtenverkeer(SYSTEEM, [(agb, VANAF) for agb in bekend])
        prijzen = producttarieven(THUISHULP, WET, (VANAF, self.demo.vandaag))
        self._tarieven = Tarieven({p.productcode: (p.eurocent, False) for p in prijzen})

    def _gemeente(self) -> None:
        doe_ronde(Mappen(self._map, duurzaam=False), met_taken=False)  # the last night makes the tasks

    def _aanbieder(self, agb: str, dag: date, keuze: Keuze) -> None:
        aanbieder = Aanbieder(self._opdracht(agb, keuze), self._map)
        try:
            if keuze.stopt or keuze.wijzig:
                self._over_een_client(aanbieder, dag, keuze)
            aanbieder.ronde(dag)
        finally:
            aanbieder.sluit()

    def _opdracht(self, agb: str, keuze: Keuze, **meer: Any) -> Opdracht:
        return Opdracht(
            agb,
            self.demo.gemeente,
            tarieven=self._tarieven,
            vraag=Vraag(keuze.maand, herstel=keuze.herstel) if keuze.maand else None,
            fout=keuze.fout,
            geduld=True,
            **meer,
        )

    def _over_een_client(self, aanbieder: Aanbieder, dag: date, keuze: Keuze) -> None:
        """End the help of the client who got it first, or ask more for the one who got it last."""
        loopt = {x.nummer for x in aanbieder.boek.alle(Levering, stand=Stand.GEMELD) if x.eind is None}
        nummers = sorted(t.nummer for t in aanbieder.boek.alle(Gekregen) if t.nummer in loopt)
        if nummers and keuze.stopt:
            beeindig_toewijzingen(SYSTEEM, [(nummers[0], dag)])
            self._gemeente()
        elif nummers:
            wens = Wensen(wijzigingen=[Wijziging(STANDAARD, nummers[-1], volume=keuze.wijzig)])
            aanbieder.opdracht = self._opdracht(aanbieder.opdracht.agb, keuze, wensen=wens)


def _betaling(bericht: int, eurocent: int, dag: date) -> Betaling:
    return Betaling(uuid5(NAMESPACE_URL, f"demo/betaling/{bericht}"), bericht, dag, eurocent)


def _vrijdagen(tot: date) -> list[date]:
    alle, dag = [], EERSTE_VRIJDAG
    while dag < tot:
        alle.append(dag)
        dag += EEN_WEEK
    return alle
