"""The web server of the bench: granian with two workers on the loopback, ended by its own process id."""

import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from samendoen.site import postgres
from samendoen.site.cli.opzicht import Kind
from tests.bench.verbruik import Stand, cpu_van

WERKERS, DRADEN, GEREED_S = 2, 4, 60.0
ZONDER_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True, slots=True)
class Dienst:
    """A running web server on the database of this data folder."""

    poort: int
    pid: int
    home: Path

    def stand(self) -> Stand:
        """Return the processor time so far."""
        return Stand(cpu_van(self.pid), databank_cpu(self.home))


def databank_cpu(home: Path) -> float:
    """Return the processor seconds of the embedded PostgreSQL under `home`."""
    pid = postgres.draaiende_pid(home / "databank")
    if pid is None:
        raise RuntimeError("The database of the bench does not run")
    return cpu_van(pid)


def vrije_poort() -> int:
    """Return a port of the loopback that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        poort: int = server.getsockname()[1]
    return poort


@contextmanager
def draaiende_dienst(home: Path) -> Iterator[Dienst]:
    """Serve for the length of the block. The environment is this process's own (`omgeving.betreed`)."""
    poort = vrije_poort()
    keuzes = {
        "--interface": "wsgi",
        "--host": "127.0.0.1",
        "--port": str(poort),
        "--workers": str(WERKERS),
        "--blocking-threads": str(DRADEN),
        "--workers-kill-timeout": "8",
        "--log-level": "warning",
    }
    opdracht = [sys.executable, "-m", "granian", *(deel for paar in keuzes.items() for deel in paar)]
    kind = Kind("webserver", [*opdracht, "tests.bench.wsgi:application"])
    kind.start()
    assert kind.proces is not None
    try:
        wacht_op_antwoord(f"http://127.0.0.1:{poort}/gezond", kind)
        yield Dienst(poort, kind.proces.pid, home)
    finally:
        kind.stop()


def wacht_op_antwoord(url: str, kind: Kind) -> None:
    """Wait until an address answers 200; RuntimeError after GEREED_S, or when the server fell over."""
    einde = time.monotonic() + GEREED_S
    while not _antwoordt(url):
        if time.monotonic() > einde or not kind.leeft():
            raise RuntimeError("The web server of the bench does not answer")
        time.sleep(0.05)


def _antwoordt(url: str) -> bool:
    try:
        with ZONDER_PROXY.open(url, timeout=2) as antwoord:
            return bool(antwoord.status == 200)
    except (urllib.error.URLError, OSError):
        return False
