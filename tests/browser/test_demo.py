"""The thinnest thread, on the demo itself: a question at the desk becomes a figure for the council.

Built and served by the real command, at the published size, on a data folder of its own.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from samendoen.site.demo.definities import meldingendemo
from tests.browser.conftest import Keur
from tests.browser.toetsen import Toetsen
from tests.mapkopie import kopieer

pytestmark = pytest.mark.volle_maat
WORTEL = Path(__file__).resolve().parents[2]
WACHTWOORD = "samen-doen-demo"
GEDULD_S = 240
# The table in the uitvoeringskader, hoofdstuk 3, paragraaf 5.
GEPUBLICEERD = {
    ("Leerdam", 2021): 547, ("Leerdam", 2022): 594, ("Leerdam", 2023): 641, ("Leerdam", 2024): 274,
    ("Meerkerk", 2021): 282, ("Meerkerk", 2022): 291, ("Meerkerk", 2023): 299, ("Meerkerk", 2024): 115,
    ("Vianen", 2021): 661, ("Vianen", 2022): 674, ("Vianen", 2023): 802, ("Vianen", 2024): 270,
    ("Wmo consulenten", 2021): 2046, ("Wmo consulenten", 2022): 2111,
    ("Wmo consulenten", 2023): 2254, ("Wmo consulenten", 2024): 709,
}  # fmt: skip
LOPEND = {"Leerdam": 500, "Meerkerk": 313, "Vianen": 556, "Wmo consulenten": 269}


@dataclass
class Demo:
    """The demo on a data folder of its own; served on one day or another."""

    home: Path
    poort: int
    proces: subprocess.Popen[str] | None = None
    uitvoer: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.poort}"

    def omgeving(self) -> dict[str, str]:
        eigen = ("SAMENDOEN", "DJANGO", "DATABASE")
        schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(eigen)}
        modules = WORTEL / "node_modules"
        return {**schoon, "SAMENDOEN_HOME": str(self.home), "SAMENDOEN_NODE_MODULES": str(modules)}

    def opdracht(self, *woorden: str) -> dict[str, Any]:
        """Run a command with --json and return its document."""
        klaar = subprocess.run(
            [sys.executable, "-m", "samendoen.site.cli.start", *woorden, "--json"],
            env=self.omgeving(), capture_output=True, text=True, timeout=GEDULD_S, check=False,
        )  # fmt: skip
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr
        gelezen: dict[str, Any] = json.loads(klaar.stdout)
        return gelezen

    def serveer(self, vandaag: str) -> None:
        """Serve the demo as if it were that day, until `stop`."""
        woorden = ["demo", "--poort", str(self.poort), "--vandaag", vandaag]
        self.proces = subprocess.Popen(
            [sys.executable, "-m", "samendoen.site.cli.start", *woorden],
            env=self.omgeving(), stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.proces.stderr
        einde = time.monotonic() + GEDULD_S
        for regel in self.proces.stderr:
            self.uitvoer.append(regel)
            if "fg " in regel:  # the last of the logins it prints
                return
            assert time.monotonic() < einde, "".join(self.uitvoer)
        raise AssertionError("".join(self.uitvoer))

    def stop(self) -> None:
        """Stop serving as Ctrl+C does, and wait until it has."""
        if self.proces:
            self.proces.send_signal(signal.SIGINT)
            self.proces.wait(60)
            self.proces = None


@pytest.fixture(scope="module")
def demo(klaar: Path | None) -> Iterator[Demo]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        poort = server.getsockname()[1]
    # Not below pytest's own folder: another run closes that for everybody, also for a database that runs.
    map_ = Path(tempfile.mkdtemp(prefix="samendoen-demo-"))
    gebouwd = Demo(map_ / "home", poort)
    if klaar:
        kopieer(klaar, gebouwd.home)
    yield gebouwd
    gebouwd.stop()
    shutil.rmtree(map_, ignore_errors=True)


@pytest.fixture
def pagina(browser: Browser, demo: Demo) -> Iterator[Page]:
    context = browser.new_context(
        base_url=demo.url, viewport={"width": 1280, "height": 900}, locale="nl-NL", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_the_demo_holds_the_published_numbers(demo: Demo) -> None:
    """Built once here; the tests below go on with what it built."""
    gebouwd = demo.opdracht("demo", "--eenmalig")
    assert gebouwd["gemeente"] == "1961"
    tabel = {(team, int(jaar)): n for jaar, per in gebouwd["meldingen"].items() for team, n in per.items()}
    assert tabel == GEPUBLICEERD
    assert sum(tabel.values()) == 12_570
    assert gebouwd["casussen_open"] == LOPEND
    assert {t.telnaam for t in meldingendemo().telling} == {team for team, _jaar in tabel}


def test_the_indicator_gives_the_published_table(demo: Demo) -> None:
    antwoord = demo.opdracht("cijfers", "indicator", "meldingen-per-team", "--per", "team,jaar")
    assert antwoord["peildatum"] == "2024-06-02"
    assert {(r["team"], r["jaar"]): r["waarde"] for r in antwoord["rijen"]} == GEPUBLICEERD
    assert not any(r["onderdrukt"] for r in antwoord["rijen"])
    lopend = demo.opdracht("cijfers", "indicator", "trajecten-lopend", "--per", "team")
    assert {r["team"]: r["waarde"] for r in lopend["rijen"]} == LOPEND


def meld_aan(pagina: Page, wie: str) -> None:
    pagina.goto("/aanmelden/")
    toetsen = Toetsen(pagina)
    toetsen.naar("input[name=login]")
    toetsen.typ(wie)
    toetsen.naar("input[name=password]")
    toetsen.typ(WACHTWOORD)
    toetsen.druk("Enter")
    pagina.wait_for_url(lambda url: "aanmelden" not in url)


def test_a_melding_by_keyboard_is_on_vandaag_with_its_clock(demo: Demo, pagina: Page, keur: Keur) -> None:
    demo.serveer("2024-06-03")
    meld_aan(pagina, "loket")
    expect(pagina.get_by_role("complementary", name="Oefenomgeving")).to_contain_text("maandag 3 juni 2024")

    pagina.goto("/meldingen/nieuw/")
    keur(pagina)
    toetsen = Toetsen(pagina)
    toetsen.naar("textarea[name=vraag]")
    toetsen.typ("Ik kan door mijn knie de trap niet meer op. Kunt u meedenken?")
    toetsen.naar("input[name=inwoner]")
    toetsen.druk("ArrowDown")  # not known who it is
    toetsen.naar("input[name=kader]")
    toetsen.druk("Space")
    toetsen.naar("#voorstel ~ .sd-knoppen button")
    toetsen.druk("Enter")
    pagina.wait_for_url(re.compile(r"/meldingen/\d+/\?nieuw=1$"))
    toetsen.naar("select[name=team]")
    toetsen.typ("Gebiedsteam L")
    toetsen.naar(".tg-triage button")
    toetsen.druk("Enter")
    pagina.wait_for_url(re.compile(r"/meldingen/\d+/$"))
    assert toetsen.aantal < 160, "two minutes is about 160 touches at an easy pace"

    expect(pagina.locator("main")).to_contain_text("ma 15 juli 2024")
    expect(pagina.locator("main")).to_contain_text("Melding ontvangen (Telefoon).")
    pagina.locator("summary", has_text="Hoe is deze dag berekend?").first.press("Enter")
    expect(pagina.locator("main")).to_contain_text("Wmo 2015 art. 2.3.2 lid 1")
    keur(pagina, "melding", heel=True)

    pagina.goto("/vandaag/")
    keur(pagina)


def test_the_vandaag_of_a_team_and_its_list(pagina: Page, keur: Keur) -> None:
    meld_aan(pagina, "leerdam")
    expect(pagina.locator("main")).to_contain_text("Eerst: termijnen die naderen of voorbij zijn")
    # The desk decided that the question goes to this team: its clock went along.
    nieuw = pagina.locator("main tr", has_text="door mijn knie de trap")
    expect(nieuw).to_contain_text("ma 15 juli 2024 (nog 42 dagen)")
    keur(pagina, "vandaag")
    pagina.goto("/meldingen/")
    expect(pagina.locator("main")).to_contain_text("door mijn knie de trap")
    keur(pagina, "meldingen")


def test_the_count_goes_up_with_the_next_snapshot(demo: Demo, pagina: Page, keur: Keur) -> None:
    meld_aan(pagina, "beleid")
    pagina.goto("/cijfers/meldingen-per-team/")
    rij = pagina.locator("tr", has_text="Leerdam")
    expect(rij).to_contain_text("274")
    pagina.goto("/cijfers/trajecten-lopend/")
    for team, aantal in LOPEND.items():
        expect(pagina.locator("tr", has_text=team)).to_contain_text(str(aantal))
    pagina.goto("/koers/geld/")
    for bedrag in ("-€ 1.025.729", "€ 289.487", "-€ 736.242"):
        expect(pagina.locator("main")).to_contain_text(bedrag)
    pagina.goto("/cijfers/dashboard/raad/")
    expect(pagina.locator("#koers")).to_contain_text("Bijna. Geen licht staat op rood")
    keur(pagina, "dashboard")
    demo.stop()

    demo.serveer("2024-06-04")
    pagina.goto("/cijfers/")
    pagina.get_by_role("button", name="momentopname").press("Enter")
    pagina.goto("/cijfers/meldingen-per-team/")
    expect(pagina.locator("tr", has_text="Leerdam")).to_contain_text("275")
    expect(pagina.locator("tr", has_text="Totaal").last).to_contain_text("12.571")
    keur(pagina, "indicator")


def test_what_the_desk_took_is_not_for_the_neighbours_or_the_council(demo: Demo, pagina: Page) -> None:
    meld_aan(pagina, "vianen")
    pagina.goto("/meldingen/")
    expect(pagina.locator("main")).not_to_contain_text("door mijn knie de trap")
    antwoord = pagina.goto("/meldingen/12571/")
    assert antwoord is not None
    assert antwoord.status == 404
    expect(pagina.locator("main")).not_to_contain_text("knie")


def test_the_second_start_is_quick_and_keeps_everything(demo: Demo) -> None:
    demo.stop()
    begin = time.monotonic()
    nogmaals = demo.opdracht("demo", "--eenmalig")
    assert sum(n for per in nogmaals["meldingen"].values() for n in per.values()) == 12_571
    assert nogmaals["duur_s"] * 5 < time.monotonic() - begin + 5  # nothing is built again
