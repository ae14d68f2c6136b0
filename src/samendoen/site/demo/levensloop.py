"""Who asks the demo's questions, and which households get a casus: decided before anything is written.

The casussen that run on the reference date are exactly the published ones: how long each lasts is drawn
first, then the ones that end nearest to that date are moved to the other side of it.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from samendoen.organisatie.api import gemeentedefinitie
from samendoen.site.demo.definities import LEVENSFASEN, Levensfase, Meldingendemo
from samendoen.site.demo.mensen import Bevolking, Gezin, Mens
from samendoen.site.demo.plan import ZAAD, Schrijfritme, Voorval, werkdag_vanaf

# Not published, so ours. Per mille of the questions comes from a household that asked before; of those that
# advice answers, part is from somebody who does not say who they are.
HERHAALD, ANONIEM, POGINGEN = 340, 80, 6
# How long a casus runs on average, in days, under the team that has it; from the break in the series on the
# Wmo team keeps the direction after the help has started.
DUUR: dict[str, int] = {"Leerdam": 620, "Meerkerk": 760, "Vianen": 560, "Wmo consulenten": 60}
DUUR_NA_BREUK: dict[str, int] = {"Wmo consulenten": 150}
NAZORG = timedelta(days=28)
"""A casus stays open at least this long after its last question was investigated."""
LOOPT = date.max


@dataclass(frozen=True, slots=True)
class Eropafgang:
    """Since when, and until when, somebody goes to who did not ask; None: still today.

    `reden` is why another goes on then, or of who still goes why it is this team that does. `aannemer` is the
    user name of who took the worry ("": the desk).
    """

    op: date
    tot: date | None
    reden: str
    aannemer: str = ""


@dataclass(slots=True, eq=False)
class Meldingloop:
    """One question with who it is about (None: did not say), and the casus that it leads to or joins, on
    a day. `met_verslag`: the report of an investigation answers it."""

    voorval: Voorval
    tekst: str
    gezin: Gezin | None
    wie: Mens | None
    casus: "Casusloop | None" = None
    gekoppeld_op: date | None = None
    met_verslag: bool = False
    eropaf: Eropafgang | None = None


@dataclass(slots=True, eq=False)
class Casusloop:
    """A casus of a household, from `opent_op` until `einde` (LOOPT: it runs).

    `door` is who writes it down (a user name; "": the system).
    """

    kenmerk: UUID
    gezin: Gezin
    telnaam: str
    opent_op: date
    einde: date
    meldingen: list[Meldingloop]
    door: str = ""

    @property
    def onderzocht_op(self) -> date:
        """The day on which its last question was investigated."""
        return max(m.voorval.klaar_op for m in self.meldingen)

    @property
    def vroegste_einde(self) -> date:
        """The first day on which it can be closed."""
        return werkdag_vanaf(self.onderzocht_op + NAZORG)


@dataclass(slots=True)
class Levensloop:
    """Everything that is decided: households in order of becoming known, questions and casussen by day."""

    gezinnen: list[tuple[date, Gezin]] = field(default_factory=list)
    meldingen: list[Meldingloop] = field(default_factory=list)
    casussen: list[Casusloop] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Gegeven:
    """What is given of a question: who asks it, the casus that it leads to or joins on a day, and what else
    goes as in Meldingloop."""

    gezin: Gezin
    wie: Mens
    casus: Casusloop | None = None
    gekoppeld_op: date | None = None
    met_verslag: bool = False
    eropaf: Eropafgang | None = None


Vast = dict[UUID, Gegeven]
"""Questions (by kenmerk) of which this is given; chance decides it of the others."""


def leef(
    demo: Meldingendemo,
    voorvallen: Sequence[Voorval],
    schaal: float = 1.0,
    zaad: int = ZAAD,
    vast: Vast | None = None,
) -> Levensloop:
    """Return who asks what and what becomes of it; `voorvallen` are in order of day."""
    loop = _Verteller(demo, zaad, vast or {}, Schrijfritme.bij(schaal)).vertel(voorvallen)
    toeval = random.Random(f"{zaad}/lopend")
    for telling in demo.telling:
        van_team = [c for c in loop.casussen if c.telnaam == telling.telnaam]
        _maak_kloppend(van_team, _laatste(loop.casussen), round(telling.lopend * schaal), demo, toeval)
    return loop


class _Verteller:
    """Goes through the questions in order of day, and remembers who is known."""

    def __init__(self, demo: Meldingendemo, zaad: int, vast: Vast, ritme: Schrijfritme) -> None:
        self._demo, self._vast, self._schrijfdag = demo, vast, ritme.schrijfdag
        self._toeval = random.Random(f"{zaad}/levensloop")
        self._bevolking = Bevolking(demo, zaad)
        self._gebied = _gebieden(demo)
        self._bekend: dict[tuple[str, Levensfase], list[tuple[Gezin, Mens]]] = defaultdict(list)
        self._laatste: dict[UUID, Casusloop] = {}
        self._geteld: set[UUID] = set()
        self._loop = Levensloop()

    def vertel(self, voorvallen: Iterable[Voorval]) -> Levensloop:
        """Tell everything, in order."""
        for voorval in voorvallen:
            gegeven = self._vast.get(voorval.kenmerk)
            melding = self._gegeven(voorval, gegeven) if gegeven else self._melding(voorval)
            self._loop.meldingen.append(melding)
            if voorval.afloop == "onderzocht" and not gegeven:
                self._volg(melding)
        return self._loop

    def _gegeven(self, voorval: Voorval, g: Gegeven) -> Meldingloop:
        self._onthoud(g.gezin, voorval.ontvangen_op)
        tekst = _tekst(voorval, g.wie)
        melding = Meldingloop(
            voorval, tekst, g.gezin, g.wie, g.casus, g.gekoppeld_op, g.met_verslag, g.eropaf
        )
        if g.casus:
            if not g.casus.meldingen:
                self._loop.casussen.append(g.casus)
            g.casus.meldingen.append(melding)
        return melding

    def _melding(self, voorval: Voorval) -> Meldingloop:
        advies = voorval.afloop == "informatie_en_advies"
        if advies and self._toeval.randrange(1000) < ANONIEM:
            return Meldingloop(voorval, voorval.vraag.ingevuld(voorval.invulling), None, None)
        gezin, wie = self._wie(voorval)
        self._onthoud(gezin, voorval.ontvangen_op)
        return Meldingloop(voorval, _tekst(voorval, wie), gezin, wie)

    def _wie(self, voorval: Voorval) -> tuple[Gezin, Mens]:
        gebied = self._kies_gebied(voorval.telnaam)
        if self._toeval.randrange(1000) < HERHAALD and (eerder := self._al_bekend(voorval, gebied)):
            return eerder
        kernen = self._gebied[gebied]
        return self._bevolking.gezin_voor(voorval.vraag, kernen, voorval.ontvangen_op)

    def _kies_gebied(self, telnaam: str) -> str:
        """A team without an area of its own works for the whole municipality."""
        if telnaam in self._gebied:
            return telnaam
        gewicht = [
            t.meldingen[str(self._demo.jaren[0])] for t in self._demo.telling if t.telnaam in self._gebied
        ]
        return self._toeval.choices(list(self._gebied), gewicht)[0]

    def _al_bekend(self, voorval: Voorval, gebied: str) -> tuple[Gezin, Mens] | None:
        pool = self._bekend[gebied, voorval.vraag.levensfase]
        van, tot = self._bevolking.leeftijden(voorval.vraag)
        for _ in range(POGINGEN if pool else 0):
            gezin, wie = self._toeval.choice(pool)
            past = van <= wie.leeftijd(voorval.ontvangen_op) <= tot
            past &= voorval.vraag.geslacht in (None, wie.geslacht)
            if past and voorval.vraag.huishouden in (None, gezin.soort):
                return gezin, wie
        return None

    def _onthoud(self, gezin: Gezin, dag: date) -> None:
        if gezin.kenmerk in self._geteld:
            return
        self._geteld.add(gezin.kenmerk)
        self._loop.gezinnen.append((dag, gezin))
        if gezin.vitrine:
            return
        [gebied] = [naam for naam, kernen in self._gebied.items() if gezin.straat.plaats in kernen]
        for wie in gezin.mensen:
            for fase in LEVENSFASEN:
                van, tot = self._bevolking.fasen[fase]
                if van <= wie.leeftijd(dag) <= tot:
                    self._bekend[gebied, fase].append((gezin, wie))

    def _volg(self, melding: Meldingloop) -> None:
        """Let an investigated question open a casus, or join the one that its household has."""
        gezin, voorval = melding.gezin, melding.voorval
        assert gezin
        ruimte = (voorval.klaar_op - voorval.ontvangen_op).days
        wacht = round(self._toeval.triangular(1, min(14, ruimte), min(4, ruimte)))
        dag = werkdag_vanaf(voorval.ontvangen_op + timedelta(days=wacht))
        if dag >= self._demo.vandaag:
            return
        loopt = self._laatste.get(gezin.kenmerk)
        # What is closed on the Friday on which it would be opened anew goes on.
        if loopt and self._schrijfdag(loopt.einde) >= self._schrijfdag(dag):
            loopt.meldingen.append(melding)
            melding.casus, melding.gekoppeld_op = loopt, max(dag, loopt.opent_op)
            loopt.einde = max(loopt.einde, loopt.vroegste_einde)
            return
        kenmerk = UUID(int=self._toeval.getrandbits(128), version=4)
        casus = Casusloop(kenmerk, gezin, voorval.telnaam, dag, dag, [melding])
        casus.einde = werkdag_vanaf(max(casus.vroegste_einde, dag + self._duur(voorval.telnaam, dag)))
        melding.casus = self._laatste[gezin.kenmerk] = casus
        melding.gekoppeld_op = dag
        self._loop.casussen.append(casus)

    def _duur(self, telnaam: str, dag: date) -> timedelta:
        gemiddeld = DUUR[telnaam]
        if any(telnaam in breuk.telnamen and dag >= breuk.vanaf for breuk in self._demo.reeksbreuk):
            gemiddeld = DUUR_NA_BREUK.get(telnaam, gemiddeld)
        return timedelta(days=round(gemiddeld * self._toeval.triangular(0.2, 2.2, 0.6)))


def _tekst(voorval: Voorval, wie: Mens) -> str:
    """Fill in the question; an age in it is that of whom it is about."""
    invulling = dict(voorval.invulling)
    plek = f"leeftijd_{voorval.vraag.levensfase}"
    if plek in invulling:
        invulling[plek] = str(wie.leeftijd(voorval.ontvangen_op))
    return voorval.vraag.ingevuld(invulling)


def _gebieden(demo: Meldingendemo) -> dict[str, tuple[str, ...]]:
    """Return the villages of each team that has an area, by the name it is counted under."""
    gemeente = gemeentedefinitie(demo.gemeente)
    teams = {t.telnaam: gemeente.team_met_telnaam(t.telnaam) for t in demo.telling}
    return {naam: tuple(team.gebied.kernen) for naam, team in teams.items() if team and team.gebied}


def _laatste(casussen: Iterable[Casusloop]) -> set[Casusloop]:
    """Return of each household the casus that was opened last: the only one that can still run."""
    return set({casus.gezin.kenmerk: casus for casus in casussen}.values())


def _maak_kloppend(
    casussen: Sequence[Casusloop],
    laatste: set[Casusloop],
    aantal: int,
    demo: Meldingendemo,
    toeval: random.Random,
) -> None:
    """Have exactly `aantal` of these run today; those that end nearest to it give way."""
    loopt = sorted((c for c in casussen if c.einde >= demo.vandaag), key=lambda c: (c.einde, c.kenmerk))
    te_veel = len(loopt) - aantal
    kan_dicht = [c for c in loopt if c.vroegste_einde < demo.vandaag and not c.gezin.vitrine]
    for casus in kan_dicht[: max(te_veel, 0)]:
        ruimte = (demo.tot_en_met - casus.vroegste_einde).days
        dag = casus.vroegste_einde + timedelta(days=toeval.randint(0, max(0, ruimte)))
        casus.einde = min(werkdag_vanaf(dag), demo.tot_en_met)
    dicht = sorted((c for c in casussen if c.einde < demo.vandaag), key=lambda c: (c.einde, c.kenmerk))
    kan_open = [c for c in reversed(dicht) if c in laatste and not c.gezin.vitrine]
    for casus in kan_open[: max(-te_veel, 0)]:
        casus.einde = LOOPT
    for casus in casussen:
        casus.einde = LOOPT if casus.einde >= demo.vandaag else casus.einde
