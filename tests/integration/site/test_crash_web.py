"""Pulling the plug under the real thing: meldingen through the form, over HTTP, while processes are killed.

An answer that sends the browser on is an acknowledgement: that melding is there afterwards, once and whole.
Of one without it, all or nothing is there; sending the same form again makes it exactly one.
"""

import http.client
import http.cookiejar
import random
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psutil
import psycopg
import pytest

from samendoen.site import databank, postgres
from tests.integration.site.test_serve import Dienst, omgeving, vrije_poort, wacht
from tests.mapkopie import kopieer

pytestmark = pytest.mark.volle_maat

RONDEN = 2
SCHRIJVERS = 3
MEESTE = 1000
"""Meldingen that one desk takes in a round, at most: it is cut off long before."""
GEDULD_S = 60.0
WACHTWOORD = "een-lang-proefwachtwoord"
WOORD = "Kanarievogeltje"
# Team and legal frame of the meldingen, in turn, with the clock that the law starts.
SOORTEN = (
    ("sociaal_loket", "wmo", "wmo-onderzoek"),
    ("loket_jeugd", "jeugd", None),
    ("sociaal_loket", "schuldhulp", "wgs-gesprek"),
    ("sociaal_loket", "participatie", None),
)
AANLEG = textwrap.dedent(
    """
    import sys
    from samendoen.site.cli.opstart import met_databank
    with met_databank():
        from samendoen.site.cli.bedrijf import bijwerken
        bijwerken()
        from samendoen.kernel.api import SYSTEEM
        from samendoen.organisatie.api import NieuweMedewerker, importeer_gemeente, maak_medewerker
        importeer_gemeente(SYSTEEM, "1961")
        wie = NieuweMedewerker("loket", "Noor Proef", ("loket",), ("sociaal_loket",), wachtwoord=sys.argv[1])
        maak_medewerker(SYSTEEM, wie)
    """
)
HEEL = """
    SELECT m.kenmerk, m.id, t.code, m.wet,
        (SELECT array_agg(g.soort ORDER BY g.id) FROM kernel_gebeurtenis g WHERE g.dossier_id = m.dossier_id),
        (SELECT array_agg(i.waarde) FROM kernel_gebeurtenisinhoud i
            JOIN kernel_gebeurtenis g ON g.id = i.gebeurtenis_id
            WHERE g.dossier_id = m.dossier_id AND i.inwoner_id = m.inwoner_id AND i.wet = m.wet),
        (SELECT array_agg(r.grond::text ORDER BY r.grond) FROM kernel_inzagerecht r
            WHERE r.dossier_id = m.dossier_id AND r.tot IS DISTINCT FROM r.van),
        (SELECT array_agg(k.soort::text) FROM werk_termijn k
            WHERE k.onderwerp_soort = 'toegang.melding' AND k.onderwerp_id = m.id
            AND k.dossier_id = m.dossier_id AND k.status = 'loopt'),
        (SELECT array_agg(z.tekst) FROM kernel_zoekregel z
            WHERE z.soort = 'toegang.melding' AND z.onderwerp_id = m.id AND z.dossier_id = m.dossier_id),
        m.vraag
    FROM toegang_melding m JOIN organisatie_team t ON t.id = m.team_id
"""
# What hangs on a melding: the number of rows in each table tells whether anything was left by half.
RIJEN = {
    "kernel_dossier": 1,
    "kernel_persoon": 1,
    "kernel_inzagerecht": 2,
    "kernel_zoekregel": 1,
    "kernel_gebeurtenisinhoud": 1,
}


class NietDoorsturen(urllib.request.HTTPRedirectHandler):
    """Leaves a redirect to be seen."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


@dataclass
class Formulier:
    """One filled-in form: its mark, its frame, and the team of the front desk that takes such questions."""

    kenmerk: UUID
    team: str
    kader: str

    @property
    def vraag(self) -> str:
        return f"{WOORD} {self.kenmerk}"

    def velden(self) -> dict[str, str]:
        vandaag = time.strftime("%Y-%m-%d")
        vast = {"kanaal": "telefoon", "ontvangen_op": vandaag, "vraag": self.vraag, "inwoner": "onbekend"}
        eigen = {"kenmerk": str(self.kenmerk), "kader": self.kader}
        return vast | eigen | {"melder": "zelf", "zorgvrager": "0"}


@dataclass
class Geboekt:
    """What the writers sent, and for which forms an acknowledgement came: the id in its address."""

    verstuurd: list[Formulier] = field(default_factory=list)
    bevestigd: dict[UUID, int] = field(default_factory=dict)

    def zonder_antwoord(self) -> list[Formulier]:
        return [f for f in self.verstuurd if f.kenmerk not in self.bevestigd]


@dataclass(frozen=True)
class Loket:
    """A browser at the front desk, logged in; several may write with it at the same time."""

    basis: str
    koekjes: str
    bewijs: str

    @classmethod
    def meld_aan(cls, dienst: Dienst) -> "Loket":
        """Log in through the form."""
        pot = http.cookiejar.CookieJar()
        opener = maak_opener(urllib.request.HTTPCookieProcessor(pot))
        basis = f"http://127.0.0.1:{dienst.poort}"
        verborgen = lees_formulier(opener, f"{basis}/aanmelden/")
        velden = {"login": "loket", "password": WACHTWOORD} | verborgen
        assert verstuur(opener, f"{basis}/aanmelden/", velden) == "/"
        formulier = lees_formulier(opener, f"{basis}/meldingen/nieuw/")
        koekjes = "; ".join(f"{koek.name}={koek.value}" for koek in pot)
        return cls(basis, koekjes, formulier["csrfmiddlewaretoken"])

    def opener(self) -> urllib.request.OpenerDirector:
        opener = maak_opener()
        opener.addheaders = [("Cookie", self.koekjes)]
        return opener

    def nieuw_kenmerk(self) -> UUID:
        """Open the form and return the mark that it was given."""
        return UUID(lees_formulier(self.opener(), f"{self.basis}/meldingen/nieuw/")["kenmerk"])

    def neem_op(self, formulier: Formulier) -> int | None:
        """Post the form of a melding; return the melding it became, or None without acknowledgement."""
        velden = formulier.velden() | {"csrfmiddlewaretoken": self.bewijs}
        waarheen = verstuur(self.opener(), f"{self.basis}/meldingen/nieuw/", velden)
        gevonden = re.fullmatch(r"/meldingen/(\d+)/\?nieuw=1", waarheen or "")
        return int(gevonden[1]) if gevonden else None

    def schrijf_door(self, geboekt: Geboekt) -> None:
        """Take meldingen one after another, until one is not acknowledged."""
        kenmerk = self.nieuw_kenmerk()
        for beurt in range(MEESTE):
            team, kader, _klok = SOORTEN[beurt % len(SOORTEN)]
            formulier = Formulier(kenmerk, team, kader)
            geboekt.verstuurd.append(formulier)
            nummer = self.neem_op(formulier)
            if nummer is None:
                return
            geboekt.bevestigd[kenmerk] = nummer
            kenmerk = uuid4()  # as the form makes it


def maak_opener(*handlers: urllib.request.BaseHandler) -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(urllib.request.ProxyHandler({}), NietDoorsturen(), *handlers)


def lees_formulier(opener: urllib.request.OpenerDirector, url: str) -> dict[str, str]:
    """Return the hidden fields of the form that a page is about."""
    with opener.open(url, timeout=GEDULD_S) as antwoord:
        tekst = antwoord.read().decode().partition("<main")[2].partition("</main>")[0]
    invoer = re.findall(r'<input type="hidden"[^>]*>', tekst)
    return {naam(regel, "name"): naam(regel, "value") for regel in invoer}


def verstuur(opener: urllib.request.OpenerDirector, url: str, velden: dict[str, str]) -> str | None:
    """Post a form; return where it sends the browser, or None without such an answer."""
    try:
        opener.open(url, urllib.parse.urlencode(velden).encode(), timeout=GEDULD_S).close()
    except urllib.error.HTTPError as antwoord:
        with antwoord:
            return antwoord.headers["Location"] if antwoord.code == 302 else None
    except (OSError, http.client.HTTPException):
        pass
    return None


def naam(regel: str, wat: str) -> str:
    gevonden = re.search(rf'{wat}="([^"]*)"', regel)
    assert gevonden, regel
    return gevonden[1]


def dood(processen: list[psutil.Process]) -> None:
    """Kill -9, and wait until they are gone."""
    for proces in processen:
        try:
            proces.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(processen, timeout=GEDULD_S)


def webprocessen(dienst: Dienst, *, hoofd: bool) -> list[psutil.Process]:
    """Return the processes that answer requests, with or without the one that watches over them."""
    granian = dienst.kind("granian")
    werkers: list[psutil.Process] = granian.children(recursive=True)
    return [granian, *werkers] if hoofd else werkers


def databankprocessen(dienst: Dienst) -> list[psutil.Process]:
    """Return the database and all its children."""
    return [psutil.Process(pid) for pid in postgres._wezen(dienst.home / "databank")]


def dood_web(dienst: Dienst, ronde: int) -> None:
    dood(webprocessen(dienst, hoofd=ronde % 2 == 0))


def dood_databank(dienst: Dienst, ronde: int) -> None:
    dood(databankprocessen(dienst))


def dood_beide(dienst: Dienst, ronde: int) -> None:
    dood(databankprocessen(dienst) + webprocessen(dienst, hoofd=ronde % 2 == 0))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, klaar: Path | None) -> Iterator[Path]:
    """Give a data folder with a municipality and one colleague at the front desk."""
    map_ = tmp_path_factory.mktemp("crash") / "h"
    if klaar:
        kopieer(klaar, map_)
    opdracht = [sys.executable, "-c", AANLEG, WACHTWOORD]
    subprocess.run(opdracht, env=omgeving(map_), check=True, timeout=2 * GEDULD_S)
    yield map_
    postgres.stop(databank._server(map_))
    shutil.rmtree(databank.socketmap(map_), ignore_errors=True)


@pytest.fixture(scope="module")
def dienst(home: Path) -> Iterator[Dienst]:
    """Serve that folder by `samendoen serve`, with its messages in a file: nobody reads a pipe here.

    One service for all disasters: it goes on.
    """
    with (home / "uitvoer.log").open("a") as uitvoer, gestart(home, uitvoer) as gestarte:
        yield gestarte


@contextmanager
def gestart(home: Path, uitvoer: Any) -> Iterator[Dienst]:
    poort = vrije_poort()
    woorden = ["serve", "--poort", str(poort), "--werkers", "1"]
    opdracht = [sys.executable, "-m", "samendoen.site.cli.start", *woorden]
    proces = subprocess.Popen(opdracht, env=omgeving(home), stdout=uitvoer, stderr=uitvoer, text=True)
    dienst = Dienst(home, poort, proces)
    try:
        wacht(lambda: dienst.antwoord("klaar") == "ok", "the first answer")
        yield dienst
    finally:
        proces.send_signal(signal.SIGTERM)
        proces.wait(GEDULD_S)
    wacht(lambda: dienst.databank() is None, "the database to stop")


def schrijf_tot(ramp: Callable[[], None], loket: Loket) -> Geboekt:
    """Have several desks write at once until the disaster, a random moment after the first commits."""
    geboekt = Geboekt()
    with ThreadPoolExecutor(SCHRIJVERS) as draden:
        lopend = [draden.submit(loket.schrijf_door, geboekt) for _ in range(SCHRIJVERS)]
        wacht(lambda: len(geboekt.bevestigd) >= 2 * SCHRIJVERS, "the first acknowledgements")
        time.sleep(random.uniform(0.0, 0.3))
        ramp()
        for schrijver in lopend:
            schrijver.result(GEDULD_S)
    return geboekt


def lees(home: Path) -> dict[UUID, tuple[Any, ...]]:
    """Return all meldingen by their mark, each with everything that hangs on it."""
    with psycopg.connect(databank.databank_url(home)) as verbinding:
        rijen = verbinding.execute(HEEL).fetchall()
    return {rij[0]: rij[1:] for rij in rijen}


def verwacht(formulier: Formulier, nummer: int) -> tuple[Any, ...]:
    """Return what `lees` must give for a melding that is whole."""
    klok = {kader: soort for _team, kader, soort in SOORTEN}[formulier.kader]
    gebeurd = ["toegang.melding_geregistreerd", *(["werk.termijn_gestart"] if klok else [])]
    vraag = formulier.vraag
    gronden, klokken = ["aanname", "team"], [klok] if klok else None
    return nummer, formulier.team, formulier.kader, gebeurd, [vraag], gronden, klokken, [vraag], vraag


def controleer(home: Path, geboekt: Geboekt) -> None:
    """Acknowledged: there, and the one it was said to be. Everything that is there: whole."""
    aanwezig = lees(home)
    weg = set(geboekt.bevestigd) - set(aanwezig)
    assert not weg, f"{len(weg)} of {len(geboekt.bevestigd)} acknowledged meldingen are gone"
    for formulier in geboekt.verstuurd:
        rij = aanwezig.get(formulier.kenmerk)
        if rij is not None:
            nummer = geboekt.bevestigd.get(formulier.kenmerk, rij[0])
            assert rij == verwacht(formulier, nummer)
    geen_halve(home, len(aanwezig))


def geen_halve(home: Path, meldingen: int) -> None:
    """Nothing hangs loose: each table holds as many rows as the meldingen explain."""
    with psycopg.connect(databank.databank_url(home)) as verbinding:
        geteld = {tabel: verbinding.execute(f"SELECT count(*) FROM {tabel}").fetchone() for tabel in RIJEN}
        klokken = verbinding.execute(
            "SELECT count(*) FILTER (WHERE m.id IS NULL) FROM werk_termijn k"
            " LEFT JOIN toegang_melding m ON m.dossier_id = k.dossier_id"
        ).fetchone()
    assert geteld == {tabel: (meldingen * per,) for tabel, per in RIJEN.items()}
    assert klokken == (0,)


def stuur_opnieuw(loket: Loket, geboekt: Geboekt) -> None:
    """Send again what got no answer, and something that did: the same form gives the same melding."""
    for formulier in [*geboekt.zonder_antwoord(), geboekt.verstuurd[0]]:
        nummer = loket.neem_op(formulier)
        assert nummer is not None
        assert geboekt.bevestigd.setdefault(formulier.kenmerk, nummer) == nummer


@pytest.mark.parametrize("ramp", [dood_web, dood_databank, dood_beide])
def test_every_acknowledged_melding_is_there_once_and_whole(
    dienst: Dienst, ramp: Callable[[Dienst, int], None]
) -> None:
    loket = Loket.meld_aan(dienst)
    verwacht_aantal = len(lees(dienst.home))
    for ronde in range(RONDEN):
        geboekt = schrijf_tot(partial(ramp, dienst, ronde), loket)
        assert len(geboekt.zonder_antwoord()) == SCHRIJVERS, "every desk was cut off"
        wacht(lambda: dienst.antwoord("klaar") == "ok", "everything to come back")
        controleer(dienst.home, geboekt)
        stuur_opnieuw(loket, geboekt)
        assert not geboekt.zonder_antwoord()
        controleer(dienst.home, geboekt)
        verwacht_aantal += len(geboekt.verstuurd)
    assert len(lees(dienst.home)) == verwacht_aantal
    assert dienst.proces.poll() is None, "serve itself went on all the while"


def test_no_log_of_all_this_holds_a_word_of_a_question(home: Path) -> None:
    gelogd = {pad.name: pad.read_text() for pad in home.glob("*.log")}
    assert "viel om" in gelogd["uitvoer.log"]
    assert "was not properly shut down" in gelogd["databank.log"]
    assert [bestand for bestand, tekst in gelogd.items() if WOORD in tekst] == []
