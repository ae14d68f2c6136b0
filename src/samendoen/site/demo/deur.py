"""What happens to a question at the front door of the demo: confirmed, triaged, referred, handled.

The human mostly follows the triage table. The team that a question ends up with is the published one, so
where the table says otherwise somebody decides differently, and says why.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from samendoen.site.demo.definities import Meldingendemo
from samendoen.site.demo.levensloop import Eropafgang, Levensloop, Meldingloop
from samendoen.site.demo.plan import ZAAD, werkdag_vanaf, werkdagen_terug
from samendoen.site.demo.redenen import reden
from samendoen.toegang.api import Route, Tafel, Triagevoorstel, Triagevraag, afgeschermd, leeftijdsgroep

# Per mille; not published, so ours. A warm referral is asked after within three weeks; some did not work.
MISLUKT = 60
NAVRAGEN = timedelta(days=14)
EEN_DAG = timedelta(days=1)
# Questions of the last days were taken by who can log in: they still have them (a fortnight).
VERS = timedelta(days=12)
LOKETTEN = {"jeugd": "loket-jeugd"}
# So many working days a team may leave a question untriaged: those of the last days still lie there.
LIGT_NOG = 2


@dataclass(frozen=True, slots=True)
class Keuze:
    """One triage decision of a human, on a day."""

    op: date
    uitkomst: str
    team: str = ""
    organisatie: str = ""
    opvolgen_op: date | None = None
    reden: str = ""


@dataclass(slots=True)
class Deurloop:
    """How one question goes through the front door. `eerst` is the team with which it lies first, `aannemer`
    the user name of who took it ("": the system).

    `af` is the outcome and the day on which a team handled it; None when triage itself did, or not yet.
    """

    melding: Meldingloop
    eerst: str
    aannemer: str = ""
    bevestigd_op: date | None = None
    keuzes: tuple[Keuze, ...] = ()
    opgevolgd: tuple[date, bool] | None = None
    af: tuple[str, date] | None = None
    ingetrokken_op: date | None = None


@dataclass(frozen=True, slots=True)
class Teams:
    """Codes of the teams that the front door of the demo knows, and the triage table."""

    per_telnaam: dict[str, str]
    tafel: Tafel

    def loket(self, kader: str) -> str:
        """Return the desk that takes questions of this frame."""
        return "loket_jeugd" if kader == "jeugd" else "sociaal_loket"


def door_de_deur(demo: Meldingendemo, loop: Levensloop, teams: Teams, zaad: int = ZAAD) -> list[Deurloop]:
    """Return what happens to every question, until the demo's today."""
    portier = _Portier(demo, teams)
    return [portier.leid(m, random.Random(f"{zaad}/deur/{m.voorval.kenmerk}")) for m in loop.meldingen]


class _Portier:
    def __init__(self, demo: Meldingendemo, teams: Teams) -> None:
        self._vandaag, self._teams = demo.vandaag, teams
        self._nieuwste = werkdagen_terug(demo.vandaag, LIGT_NOG)

    def leid(self, m: Meldingloop, toeval: random.Random) -> Deurloop:
        """Decide everything about one question."""
        v = m.voorval
        loop = Deurloop(m, self._teams.per_telnaam[v.telnaam])
        if v.ontvangen_op >= self._vandaag - VERS:
            loop.aannemer = LOKETTEN.get(v.kader, "loket")
        if m.eropaf and m.eropaf.aannemer:
            loop.aannemer = m.eropaf.aannemer
        loop.bevestigd_op = self._bevestigd(m, toeval)
        if v.ontvangen_op >= self._nieuwste and m.casus is None and not v.vraag.spoed:
            return loop
        op = (
            v.ontvangen_op
            if v.vraag.spoed
            else werkdag_vanaf(v.ontvangen_op + toeval.randint(0, 2) * EEN_DAG)
        )
        op = m.eropaf.op if m.eropaf else min(op, v.klaar_op, m.gekoppeld_op or date.max)
        self._trieer(loop, self._voorstel(m, op), op, toeval)
        if (
            v.klaar_op >= self._vandaag
            or m.met_verslag
            or loop.af
            or loop.keuzes[-1].uitkomst not in _NAAR_TEAM
        ):
            return loop
        if v.afloop == "ingetrokken":
            loop.ingetrokken_op = v.klaar_op
        else:
            loop.af = (v.afloop, v.klaar_op)
        return loop

    def _bevestigd(self, m: Meldingloop, toeval: random.Random) -> date | None:
        """The letter goes out within two working days; to nobody whose worry somebody else reported."""
        dag = werkdag_vanaf(m.voorval.ontvangen_op + toeval.randint(0, 2) * EEN_DAG)
        weg = m.voorval.afloop == "ingetrokken" and dag >= m.voorval.klaar_op
        zonder = m.wie is None or afgeschermd(m.voorval.kanaal)
        return None if zonder or weg or dag >= self._vandaag else dag

    def _voorstel(self, m: Meldingloop, op: date) -> Triagevoorstel:
        v = m.voorval
        geheim = m.gezin is not None and m.gezin.geheim
        return self._teams.tafel.stel_voor(
            Triagevraag(
                kader=v.kader,
                leefgebieden=v.vraag.leefgebieden,
                kanaal=v.kanaal,
                spoed=v.vraag.spoed,
                vrijwillig=v.vraag.vrijwillig,
                zorgvrager=v.vraag.zorgvrager,
                leeftijdsgroep=leeftijdsgroep(m.wie.leeftijd(op) if m.wie else None),
                plaats=m.gezin.straat.plaats if m.gezin and not geheim else "",
            )
        )

    def _trieer(self, loop: Deurloop, voorstel: Triagevoorstel, op: date, toeval: random.Random) -> None:
        v, doel = loop.melding.voorval, loop.eerst
        if gang := loop.melding.eropaf:
            loop.eerst = self._teams.loket(v.kader)
            loop.keuzes = _gaat_eropaf(gang, voorstel.team, doel)
        elif voorstel.uitkomst == Route.WARME_OVERDRACHT and v.afloop in _LICHT:
            self._draag_over(loop, voorstel, op, toeval)
        elif voorstel.uitkomst == Route.INFORMATIE_EN_ADVIES and v.afloop in _LICHT:
            loop.keuzes = (Keuze(op, voorstel.uitkomst),)
        elif voorstel.uitkomst == Route.EROPAF:
            loop.eerst = self._teams.loket(v.kader)
            loop.keuzes = self._eropaf(loop.melding, voorstel, doel, op, toeval)
        else:
            loop.eerst = self._teams.loket(v.kader)
            loop.keuzes = (self._naar_team(voorstel, doel, op, toeval, v.teamgroep),)

    def _naar_team(
        self, voorstel: Triagevoorstel, doel: str, op: date, toeval: random.Random, soort: str
    ) -> Keuze:
        spoed = voorstel.uitkomst == Route.SPOED
        past = voorstel.uitkomst in _NAAR_TEAM and voorstel.team in ("", doel)
        waarom = "" if past else reden(voorstel.uitkomst, soort, toeval)
        return Keuze(op, (Route.SPOED if spoed else Route.TEAM).value, doel, reden=waarom)

    def _eropaf(
        self, m: Meldingloop, voorstel: Triagevoorstel, doel: str, op: date, toeval: random.Random
    ) -> tuple[Keuze, ...]:
        """The outreach team makes contact; once there is, the team of the area goes on."""
        uiterlijk = min(m.voorval.klaar_op, m.gekoppeld_op or date.max, self._vandaag - EEN_DAG)
        verder = werkdag_vanaf(op + toeval.randint(2, 20) * EEN_DAG)
        verder = min(verder, uiterlijk)
        if verder <= op:
            return (self._naar_team(voorstel, doel, op, toeval, m.voorval.teamgroep),)
        eerst = Keuze(op, voorstel.uitkomst, voorstel.team)
        return eerst, Keuze(
            verder, Route.TEAM.value, doel, reden=reden("na_eropaf", m.voorval.teamgroep, toeval)
        )

    def _draag_over(self, loop: Deurloop, voorstel: Triagevoorstel, op: date, toeval: random.Random) -> None:
        v = loop.melding.voorval
        navragen = werkdag_vanaf(op + NAVRAGEN)
        loop.keuzes = (Keuze(op, voorstel.uitkomst, organisatie=voorstel.organisatie, opvolgen_op=navragen),)
        gevraagd = werkdag_vanaf(navragen + toeval.randint(0, 5) * EEN_DAG)
        if gevraagd >= self._vandaag:
            return
        gelukt = toeval.randrange(1000) >= MISLUKT
        loop.opgevolgd = (gevraagd, gelukt)
        if gelukt:
            return
        weer = Keuze(
            gevraagd,
            Route.TEAM.value,
            self._teams.per_telnaam[v.telnaam],
            reden=reden("mislukt", v.teamgroep, toeval),
        )
        loop.keuzes = (*loop.keuzes, weer)
        klaar = werkdag_vanaf(gevraagd + toeval.randint(5, 20) * EEN_DAG)
        if klaar < self._vandaag:
            loop.af = ("informatie_en_advies", klaar)


def _gaat_eropaf(gang: Eropafgang, eropaf: str, doel: str) -> tuple[Keuze, ...]:
    """The outreach team goes until another goes on; who still goes is of the team that it counts for."""
    if gang.tot is None:
        return (Keuze(gang.op, Route.EROPAF.value, doel, reden=gang.reden),)
    verder = Keuze(gang.tot, Route.TEAM.value, doel, reden=gang.reden)
    return Keuze(gang.op, Route.EROPAF.value, eropaf), verder


_NAAR_TEAM = frozenset({Route.TEAM, Route.SPOED, Route.EROPAF})
# A question that ends lightly may end as the table proposes.
_LICHT = frozenset({"informatie_en_advies", "doorverwezen"})
