"""Pulling the plug: what was acknowledged is there afterwards, and nothing is there by half.

Two stand-ins for the work of the product: a process that writes pairs of rows, one transaction each, and
says a number only after its commit. It is killed, or the database is, or both, with kill -9.
"""

import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from samendoen.site import databank, postgres

pytestmark = pytest.mark.volle_maat

RONDEN = 3
SCHRIJVER = textwrap.dedent(
    """
    import sys, psycopg
    with psycopg.connect(sys.argv[1]) as verbinding:
        for nummer in range(int(sys.argv[2]), int(sys.argv[2]) + 1_000_000):
            verbinding.execute("INSERT INTO links (nummer) VALUES (%s)", (nummer,))
            verbinding.execute("INSERT INTO rechts (nummer) VALUES (%s)", (nummer,))
            verbinding.commit()
            print(nummer, flush=True)
    """
)
Ramp = Callable[[Path, "subprocess.Popen[str]"], None]


def dood_schrijver(home: Path, schrijver: "subprocess.Popen[str]") -> None:
    schrijver.send_signal(signal.SIGKILL)


def dood_databank(home: Path, schrijver: "subprocess.Popen[str]") -> None:
    for pid in postgres._wezen(home / "databank"):
        try:
            psutil.Process(pid).kill()
        except psutil.NoSuchProcess:
            continue
    while postgres.draaiende_pid(home / "databank") is not None:  # a kill takes effect a moment later
        time.sleep(0.01)


def dood_beide(home: Path, schrijver: "subprocess.Popen[str]") -> None:
    dood_databank(home, schrijver)
    dood_schrijver(home, schrijver)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    map_ = tmp_path / "h"
    with databank.draaiende_databank(map_) as url:
        with psycopg.connect(url) as verbinding:
            verbinding.execute("CREATE TABLE links (nummer int PRIMARY KEY)")
            verbinding.execute("CREATE TABLE rechts (nummer int PRIMARY KEY)")
        yield map_
    shutil.rmtree(databank.socketmap(map_), ignore_errors=True)


def schrijf_tot(ramp: Ramp, home: Path, vanaf: int) -> list[int]:
    """Write until the disaster, a random moment after the first commits; return what was acknowledged."""
    opdracht = [sys.executable, "-c", SCHRIJVER, databank.databank_url(home), str(vanaf)]
    schrijver = subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert schrijver.stdout is not None
    bevestigd = [int(schrijver.stdout.readline()) for _ in range(5)]
    time.sleep(random.uniform(0.0, 0.2))
    ramp(home, schrijver)
    rest, _ = schrijver.communicate(timeout=60)
    return bevestigd + [int(regel) for regel in rest.splitlines(keepends=True) if regel.endswith("\n")]


def in_databank(home: Path) -> tuple[set[int], set[int]]:
    with psycopg.connect(databank.databank_url(home)) as verbinding:
        links = {nummer for (nummer,) in verbinding.execute("SELECT nummer FROM links")}
        rechts = {nummer for (nummer,) in verbinding.execute("SELECT nummer FROM rechts")}
    return links, rechts


@pytest.mark.parametrize("ramp", [dood_schrijver, dood_databank, dood_beide])
def test_every_acknowledged_commit_survives_and_nothing_is_half(home: Path, ramp: Ramp) -> None:
    bevestigd: list[int] = []
    for ronde in range(RONDEN):
        nieuw = schrijf_tot(ramp, home, vanaf=ronde * 1_000_000)
        assert databank.herstel(home) is (ramp is not dood_schrijver)
        bevestigd += nieuw
        links, rechts = in_databank(home)
        assert set(bevestigd) <= links, (
            f"round {ronde}: {len(set(bevestigd) - links)} acknowledged rows are gone"
        )
        assert links == rechts
    assert len(bevestigd) >= RONDEN * 5
