"""`samendoen serve` for real: it answers, it stops in order, and nothing outlives it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from samendoen.site import databank, postgres

pytestmark = pytest.mark.volle_maat

GEDULD_S = 60.0
ZONDER_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def vrije_poort() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        poort: int = server.getsockname()[1]
    return poort


def wacht(klaar: Callable[[], object], waarop: str) -> None:
    einde = time.monotonic() + GEDULD_S
    while not klaar():
        assert time.monotonic() < einde, f"waited in vain for: {waarop}"
        time.sleep(0.03)


@dataclass
class Dienst:
    """A running `samendoen serve` on a data folder of its own."""

    home: Path
    poort: int
    proces: subprocess.Popen[str]

    def antwoord(self, pad: str) -> str:
        """Return the answer to a request, or an empty text when there is none."""
        try:
            with ZONDER_PROXY.open(f"http://127.0.0.1:{self.poort}/{pad}", timeout=5) as antwoord:
                tekst: str = antwoord.read().decode()
        except OSError:
            return ""
        return tekst.strip()

    def kind(self, deel: str) -> psutil.Process:
        """Return the child whose command holds `deel`."""
        kinderen = psutil.Process(self.proces.pid).children()
        return next(kind for kind in kinderen if deel in _regel(kind))

    def heeft(self, deel: str) -> bool:
        """Say whether such a child runs."""
        return any(deel in _regel(kind) for kind in psutil.Process(self.proces.pid).children())

    def databank(self) -> int | None:
        """Return the process id of its database, if it runs."""
        return postgres.draaiende_pid(self.home / "databank")

    def allen(self) -> list[psutil.Process]:
        """Return all its processes but the database."""
        familie = psutil.Process(self.proces.pid).children(recursive=True)
        return [proces for proces in familie if proces.name() != "postgres"]


def _regel(proces: psutil.Process) -> str:
    try:
        return " ".join(proces.cmdline())
    except psutil.Error:
        return ""


def omgeving(home: Path) -> dict[str, str]:
    weg = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SAMENDOEN_SLEUTELS", "SAMENDOEN_VANDAAG"}
    rest = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
    return rest | {"SAMENDOEN_HOME": str(home)}


def opdracht(home: Path, *argumenten: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "samendoen.site.cli.start", *argumenten],
        env=omgeving(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    map_ = tmp_path_factory.mktemp("serve") / "h"
    yield map_
    postgres.stop(databank._server(map_))
    shutil.rmtree(databank.socketmap(map_), ignore_errors=True)


@contextmanager
def gestart(home: Path) -> Iterator[Dienst]:
    poort = vrije_poort()
    proces = opdracht(home, "serve", "--poort", str(poort), "--werkers", "1")
    assert proces.stdout is not None
    dienst = Dienst(home, poort, proces)
    try:
        gezegd = list(tot_en_met(proces.stdout, f"http://127.0.0.1:{poort}/"))
        assert gezegd[-1].startswith("Samendoen draait op"), "".join(gezegd)
        yield dienst
    finally:
        proces.terminate()
        proces.communicate(timeout=GEDULD_S)
    wacht(lambda: dienst.databank() is None, "the database to stop")


def tot_en_met(regels: Iterable[str], deel: str) -> Iterator[str]:
    """Yield lines up to the one that holds `deel`, or all of them."""
    for regel in regels:
        yield regel
        if deel in regel:
            return


@pytest.fixture
def dienst(home: Path) -> Iterator[Dienst]:
    """Give a service that the test may end."""
    with gestart(home) as eigen:
        yield eigen


@pytest.fixture(scope="class")
def lopend(home: Path) -> Iterator[Dienst]:
    """Give a service that goes on from test to test."""
    with gestart(home) as gedeeld:
        yield gedeeld


class TestEenOnderdeelValtOm:
    def test_a_killed_web_server_comes_back(self, lopend: Dienst) -> None:
        oud = lopend.kind("granian")
        oud.kill()
        wacht(lambda: not oud.is_running() and lopend.antwoord("klaar") == "ok", "the web server to return")
        assert lopend.kind("granian").pid != oud.pid

    def test_a_killed_worker_comes_back(self, lopend: Dienst) -> None:
        oud = lopend.kind("worker")
        oud.kill()
        wacht(lambda: not oud.is_running() and lopend.heeft("worker"), "the worker to return")
        assert lopend.kind("worker").pid != oud.pid

    def test_a_killed_database_comes_back(self, lopend: Dienst) -> None:
        oud = lopend.databank()
        assert oud is not None
        for pid in postgres._wezen(lopend.home / "databank"):
            psutil.Process(pid).kill()
        wacht(lambda: lopend.databank() not in {None, oud}, "the database to return")
        wacht(lambda: lopend.antwoord("klaar") == "ok", "the database to answer")

    def test_after_all_that_a_stop_signal_still_ends_everything_in_order(self, lopend: Dienst) -> None:
        stopt_ordelijk(lopend, signal.SIGHUP)


@pytest.mark.parametrize("teken", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_signal_ends_everything_in_order(dienst: Dienst, teken: signal.Signals) -> None:
    stopt_ordelijk(dienst, teken)


def stopt_ordelijk(dienst: Dienst, teken: signal.Signals) -> None:
    """Send this signal to a service that answers; nothing of it is left."""
    assert dienst.antwoord("klaar") == "ok"
    familie = dienst.allen()
    dienst.proces.send_signal(teken)
    assert dienst.proces.wait(GEDULD_S) == 0
    assert [proces for proces in familie if proces.is_running()] == []
    assert dienst.databank() is None


def test_after_kill_9_of_serve_nothing_is_left(dienst: Dienst) -> None:
    familie = dienst.allen()
    assert len(familie) >= 3
    dienst.proces.kill()
    wacht(lambda: not any(proces.is_running() for proces in familie), "the children to end")
    wacht(lambda: dienst.databank() is None, "the worker to stop the database")
    socket.create_server(("127.0.0.1", dienst.poort)).close()


def test_a_taken_port_is_one_sentence_and_exit_1(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        poort = server.getsockname()[1]
        uit, fout = (proces := opdracht(home, "serve", "--poort", str(poort))).communicate(timeout=GEDULD_S)
    assert (proces.returncode, uit) == (1, "")
    assert f"poort {poort} niet beschikbaar" in fout
    assert "Traceback" not in fout


def test_a_web_server_that_cannot_run_ends_with_a_sentence(home: Path) -> None:
    proces = opdracht(home, "serve", "--poort", str(vrije_poort()), "--adres", "192.0.2.1")
    _, fout = proces.communicate(timeout=GEDULD_S)
    assert proces.returncode == 1
    assert "niet beschikbaar" in fout
