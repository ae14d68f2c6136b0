"""How the casussen of the demo go, by chance: plans with goals from the bank, applications, decisions.

Nothing of this was published, so the shares below are ours. The dates keep to what the actions demand: a
version is adopted before the next is written, and everything asked is decided before a casus is closed.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from samendoen.site.demo.definities import Levensfase, Meldingendemo
from samendoen.site.demo.levensloop import LOOPT, Casusloop, Meldingloop
from samendoen.site.demo.mensen import Mens
from samendoen.site.demo.plan import ZAAD, Schrijfritme, werkdag_terug, werkdag_vanaf
from samendoen.site.demo.plandefinities import Actie, Doel, doelen, plannenbank
from samendoen.site.demo.traject import Afspraak, Beslissing, Doelstuk, Traject, Versie, Verzoek

K = TypeVar("K")
VOLWASSEN = 18
EEN_DAG, EEN_JAAR = timedelta(days=1), timedelta(days=364)
# Per mille of the questions (kind of team, frame) for which maatwerk is agreed.
MAATWERK = {("voorzieningen", "wmo"): 850, ("gebiedsteam", "wmo"): 480, ("gebiedsteam", "jeugd"): 430}
GEMIST = 1  # of five who agree what may miss a lighter offer, so many do
EIGEN, LICHT = 750, 650  # of a goal: an action of one's own or the network, and one of everybody or the team
TERUGGEKEKEN, WACHT = {True: 700, False: 300}, timedelta(days=35)  # runs -> looked back after a year
GEDAAN, OVERGEDRAGEN, NIET_EENS, PGB = 550, 40, 25, 70
UITKOMST = {"toegekend": 840, "gedeeltelijk": 70, "afgewezen": 70, "": 20}  # "": withdrawn
# Law -> (days to decide: soonest, latest, most usual), (the same when late), per mille late.
BESLISTIJD: dict[str, tuple[tuple[int, int, int], tuple[int, int, int], int]] = {
    "wmo": ((2, 13, 9), (15, 34, 18), 90),
    "jeugd": ((10, 54, 30), (57, 90, 62), 70),
}
REDENEN = {"doelen_bereikt": 450, "zelf_verder": 320, "overgedragen": 120, "verhuisd": 50, "geen_contact": 60}
NIET_EENS_OMDAT = (
    "Ik wil eerst weten wat het kost.",
    "Ik vind dat mijn zus hier niet over hoeft te gaan.",
    "Voor mij hoeft dit niet. Ik doe mee omdat mijn moeder het vraagt.",
    "Ik wil het eerst nog een keer zelf proberen.",
)
ANDERE_GEBIEDEN = ("inkomen", "psychische_gezondheid", "participatie", "opvoeden_en_opgroeien", "wonen")


class Verloop:
    """Makes the trajects of one demo; a stream of chance for each casus, so that one leaves the others be."""

    def __init__(
        self,
        demo: Meldingendemo,
        aanbieders: Mapping[str, Sequence[str]],
        collegas: Mapping[str, Sequence[str]],
        ritme: Schrijfritme,
        zaad: int = ZAAD,
    ) -> None:
        self._vandaag, self._zaad, self._schrijfdag = demo.vandaag, zaad, ritme.schrijfdag
        self._fasen = {deel.levensfase: (deel.vanaf, deel.tot_en_met) for deel in demo.leeftijden}
        self._aanbieders, self._collegas = aanbieders, collegas
        self._toeval = random.Random()

    def maak(self, casus: Casusloop) -> Traject:
        """Return everything that happens in one casus until the demo's today."""
        self._toeval = random.Random(f"{self._zaad}/verloop/{casus.kenmerk}")
        traject = Traject(casus, self._toeval.choice(self._collegas[casus.telnaam]))
        for versie in self._versies(casus):
            traject.versies.append(versie)
            if versie.vastgesteld_op:
                traject.verzoeken += self._verzoeken(traject, versie, versie.vastgesteld_op)
        self._regie(traject)
        if casus.einde != LOOPT:
            traject.reden = self._kies(REDENEN)
        return traject

    def _regie(self, traject: Traject) -> None:
        anderen = [c for c in self._collegas[traject.casus.telnaam] if c != traject.regisseur]
        tot = min(traject.casus.einde, self._vandaag)
        dagen = (tot - traject.casus.opent_op).days
        if not anderen or dagen < 60 or self._toeval.randrange(1000) >= OVERGEDRAGEN:
            return
        dag = werkdag_vanaf(traject.casus.opent_op + self._toeval.randint(20, dagen - 20) * EEN_DAG)
        traject.overgedragen = (self._toeval.choice(anderen), dag)

    def _versies(self, casus: Casusloop) -> Iterator[Versie]:
        """Yield the versions: one per investigated question, and one a year later when they look back."""
        eind = min(casus.einde, self._vandaag)
        vorige: Versie | None = None
        for melding in sorted(casus.meldingen, key=lambda m: (m.voorval.klaar_op, m.voorval.kenmerk)):
            while vorige and (kijkt := self._kijkt_terug(vorige, melding.voorval.klaar_op, casus)):
                yield (vorige := kijkt)
            vorige = self._na_vraag(casus, melding, vorige)
            if vorige is None:
                return
            yield vorige
            if vorige.vastgesteld_op is None:
                return
        while vorige and (kijkt := self._kijkt_terug(vorige, eind, casus)):
            yield (vorige := kijkt)

    def _na_vraag(self, casus: Casusloop, m: Meldingloop, vorige: Versie | None) -> Versie | None:
        klaar, begin = m.voorval.klaar_op, m.gekoppeld_op or casus.opent_op
        op = werkdag_terug(max(begin, klaar - self._toeval.randint(0, 6) * EEN_DAG))
        op = max(op, begin, self._na(vorige))
        vast = max(klaar, op)
        if op >= self._vandaag or vast > casus.einde:
            return None
        nieuw = tuple(self._doelen(casus, m, op))
        oud = vorige.doelen if vorige else ()
        return self._versie(casus, vorige, op, (*oud, *nieuw), vast if vast < self._vandaag else None)

    def _na(self, vorige: Versie | None) -> date:
        """Return the first day on which a version after this one can be written: after that Friday."""
        if vorige is None or vorige.vastgesteld_op is None:
            return date.min
        return werkdag_vanaf(self._schrijfdag(vorige.vastgesteld_op) + 3 * EEN_DAG)

    def _kijkt_terug(self, vorige: Versie, tot: date, casus: Casusloop) -> Versie | None:
        """Return the version that comes of looking back at the one before, when that was before `tot`."""
        loopt = casus.einde == LOOPT
        op = werkdag_vanaf(vorige.evaluatie_op + self._toeval.randint(-10, 8) * EEN_DAG)
        vast = werkdag_vanaf(op + self._toeval.randint(0, 6) * EEN_DAG)
        if vast >= tot or vast >= self._vandaag:
            return None
        # Of what still runs, only the last weeks can be waiting to be looked back on.
        wacht = not loopt or op >= self._vandaag - WACHT
        if wacht and self._toeval.randrange(1000) >= TERUGGEKEKEN[loopt]:
            return None
        afspraken = [a for doel in vorige.doelen for a in doel.afspraken]
        gedaan = {
            a.kenmerk: "gedaan" if self._toeval.randrange(10) else "gestopt"
            for a in afspraken
            if self._toeval.randrange(1000) < GEDAAN
        }
        over = tuple(d for doel in vorige.doelen if (d := _zonder(doel, gedaan)))
        if not over:
            laatste = vorige.doelen[-1].afspraken[-1].kenmerk
            gedaan.pop(laatste)
            over = tuple(d for doel in vorige.doelen if (d := _zonder(doel, gedaan)))
        versie = self._versie(casus, vorige, op, over, vast)
        versie.gedaan = tuple(gedaan.items())
        return versie

    def _versie(
        self,
        casus: Casusloop,
        vorige: Versie | None,
        op: date,
        doelen_: tuple[Doelstuk, ...],
        vast: date | None,
    ) -> Versie:
        nummer = vorige.nummer + 1 if vorige else 1
        kijkt = werkdag_vanaf((vast or op) + EEN_JAAR)
        versie = Versie(casus, nummer, op, doelen_, kijkt, vast)
        if vast:
            versie.oordelen = tuple(self._oordeel(wie) for wie in dict.fromkeys(d.wie for d in doelen_))
        return versie

    def _oordeel(self, wie: Mens) -> tuple[Mens, str, str]:
        if self._toeval.randrange(1000) < NIET_EENS:
            return wie, "niet_akkoord", self._toeval.choice(NIET_EENS_OMDAT)
        return wie, "akkoord", ""

    def _doelen(self, casus: Casusloop, m: Meldingloop, op: date) -> Iterator[Doelstuk]:
        """Yield goals for who asked, on the domains of the question; an area team looks at the others too."""
        v = m.voorval
        assert m.wie
        maatwerk = self._toeval.randrange(1000) < MAATWERK.get((v.teamgroep, v.kader), 0)
        # Youth care is for a child, also when a parent asks.
        kinderen = [mens for mens in casus.gezin.mensen if mens.leeftijd(op) < VOLWASSEN]
        wie = m.wie if v.kader != "jeugd" or m.wie in kinderen or not kinderen else kinderen[0]
        # Who has no question under that law can apply only where the casus itself is under it.
        kan = wie is m.wie or casus.meldingen[0].voorval.kader == v.kader
        past = kan and (v.kader != "jeugd" or wie in kinderen)
        eerste, *rest = v.vraag.leefgebieden
        yield self._doel(wie, eerste, op, v.kader if maatwerk and past else "")
        if v.teamgroep == "voorzieningen":
            return
        if rest and self._toeval.random() < 0.5:
            yield self._doel(m.wie, rest[0], op, "")
        anderen = [mens for mens in casus.gezin.mensen if mens is not m.wie]
        if anderen and self._toeval.random() < 0.45:
            yield self._doel(self._toeval.choice(anderen), self._toeval.choice(ANDERE_GEBIEDEN), op, "")

    def _doel(self, wie: Mens, gebied: str, op: date, kader: str) -> Doelstuk:
        kan = doelen(gebied, self._fase(wie, op))
        met = [d for d in kan if any(a.kader == kader for a in d.actie)] if kader else []
        doel = self._toeval.choice(met or kan)
        return Doelstuk(
            self._kenmerk(), wie, doel.leefgebied, doel.tekst, doel.tevreden_als, self._afspraken(doel, kader)
        )

    def _afspraken(self, doel: Doel, kader: str) -> tuple[Afspraak, ...]:
        eigen = [a for a in doel.actie if a.niveau in ("eigen_kracht", "netwerk")]
        licht = [a for a in doel.actie if a.niveau in ("algemeen", "basishulp")]
        zwaar = [a for a in doel.actie if kader and a.kader == kader]
        gekozen = [
            self._toeval.choice(groep)
            for groep, deel in ((eigen, EIGEN), (licht, LICHT), (zwaar, 1000))
            if groep and self._toeval.randrange(1000) < deel
        ]
        return tuple(self._afspraak(a) for a in gekozen or [eigen[0]])

    def _afspraak(self, a: Actie) -> Afspraak:
        kenmerk = self._kenmerk()
        mist = kenmerk.int % 5 < GEMIST
        return Afspraak(
            kenmerk,
            a.niveau.value,
            a.tekst,
            a.wie,
            a.niet_lichter,
            a.aanbod,
            a.product or "",
            a.kader or "",
            a.gemist if mist else "",
            a.gemis_reden if mist else "",
        )

    def _fase(self, wie: Mens, op: date) -> Levensfase:
        jaren = min(wie.leeftijd(op), max(tot for _van, tot in self._fasen.values()))
        return next(fase for fase, (van, tot) in self._fasen.items() if van <= jaren <= tot)

    def _verzoeken(self, traject: Traject, versie: Versie, vast: date) -> Iterator[Verzoek]:
        """Yield an application for each action of this version that asks one and was not applied for yet."""
        casus, gevraagd = traject.casus, {(v.wie.kenmerk, v.product) for v in traject.verzoeken}
        for doel in versie.doelen:
            for a in doel.afspraken:
                op = werkdag_vanaf(vast + self._toeval.randint(0, 6) * EEN_DAG)
                ruimte = (min(casus.einde, date(9999, 1, 1)) - op).days
                nieuw = a.product and (doel.wie.kenmerk, a.product) not in gevraagd
                if not nieuw or op >= self._vandaag or ruimte < 7 or doel.wie.leeftijd(op) > 98:
                    continue
                gevraagd.add((doel.wie.kenmerk, a.product))
                woorden = plannenbank().van_product(a.product)
                verzoek = Verzoek(self._kenmerk(), casus, doel.wie, a.product, a.kenmerk, op, woorden.vraag)
                uiterlijk = werkdag_terug(casus.einde - EEN_DAG) if ruimte < 400 else None
                self._beslis(verzoek, a.wet, uiterlijk)
                yield verzoek

    def _beslis(self, verzoek: Verzoek, wet: str, uiterlijk: date | None) -> None:
        """Let an application be decided; at the latest on `uiterlijk`, where the casus is closed then."""
        gewoon, laat, deel = BESLISTIJD[wet]
        vroegst, laatst, meestal = laat if self._toeval.randrange(1000) < deel else gewoon
        dagen = round(self._toeval.triangular(vroegst, laatst, meestal))
        besloten = werkdag_vanaf(verzoek.op + dagen * EEN_DAG)
        bekend = werkdag_vanaf(besloten + self._toeval.randint(0, 2) * EEN_DAG)
        toegewezen = werkdag_vanaf(bekend + self._toeval.randint(0, 5) * EEN_DAG)
        if uiterlijk:
            besloten, bekend, toegewezen = (
                max(verzoek.op, min(dag, uiterlijk)) for dag in (besloten, bekend, toegewezen)
            )
        uitkomst = self._kies(UITKOMST)
        if besloten >= self._vandaag:
            return
        if not uitkomst:
            verzoek.ingetrokken_op = besloten
            return
        verzoek.beslissing = self._beslissing(verzoek.product, uitkomst, besloten, bekend, toegewezen)

    def _beslissing(
        self, product: str, uitkomst: str, besloten: date, bekend: date, toegewezen: date
    ) -> Beslissing:
        woorden = plannenbank().van_product(product)
        al_bekend = bekend if bekend < self._vandaag else None
        kern: dict[str, Any] = {
            "kenmerk": self._kenmerk(),
            "uitkomst": uitkomst,
            "motivering": woorden.motivering(uitkomst),
            "bevinding": woorden.bevinding,
            "besloten_op": besloten,
            "bekend_op": al_bekend,
        }
        if uitkomst == "afgewezen":
            return Beslissing(**kern)
        van = werkdag_vanaf(bekend + self._toeval.randint(3, 21) * EEN_DAG)
        pgb = self._toeval.randrange(1000) < PGB and woorden.pgb
        al_toegewezen = bool(al_bekend) and not pgb and toegewezen < self._vandaag
        return Beslissing(
            **kern,
            omvang=Decimal(self._toeval.choice(woorden.omvang)),
            van=van,
            tot=_maanden_na(van, woorden.maanden) if woorden.maanden else None,
            vorm="pgb" if pgb else "zin",
            aanbieder="" if pgb else self._toeval.choice(self._aanbieders[product]),
            toegewezen_op=toegewezen if al_toegewezen else None,
            toewijzing=self._kenmerk(),
        )

    def _kenmerk(self) -> UUID:
        return UUID(int=self._toeval.getrandbits(128), version=4)

    def _kies(self, delen: Mapping[K, int]) -> K:
        return self._toeval.choices(list(delen), list(delen.values()))[0]


def _zonder(doel: Doelstuk, gedaan: Mapping[UUID, str]) -> Doelstuk | None:
    """Return the goal with what is still to be done; None when nothing is left."""
    rest = tuple(a for a in doel.afspraken if a.kenmerk not in gedaan)
    if not rest:
        return None
    return Doelstuk(doel.kenmerk, doel.wie, doel.leefgebied, doel.tekst, doel.tevreden_als, rest)


def _maanden_na(dag: date, maanden: int) -> date:
    maand = dag.month - 1 + maanden
    return date(dag.year + maand // 12, maand % 12 + 1, min(dag.day, 28))
