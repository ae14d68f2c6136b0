"""Watching over children, and choosing a port."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator

import psutil
import pytest

from samendoen.site.cli import bedrijf, opzicht
from samendoen.site.cli.opzicht import Kind, bewaak
from samendoen.site.fout import Bedrijfsfout


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_child_that_fell_over_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opzicht, "RONDE_S", 0.02)
    kind = Kind("slaper", python("import time; time.sleep(60)"))
    stop = threading.Event()

    def ronde() -> None:
        assert kind.proces is not None
        if len(kind.starts) == 1:
            kind.proces.kill()
        elif kind.leeft():
            stop.set()

    bewaak([kind], stop, ronde)
    assert len(kind.starts) == 2
    assert not kind.leeft()


def test_a_child_that_keeps_falling_over_ends_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opzicht, "RONDE_S", 0.02)
    ander = Kind("slaper", python("import time; time.sleep(60)"))
    stuk = Kind("stuk", ["false"])
    with pytest.raises(Bedrijfsfout, match="'stuk' valt steeds om"):
        bewaak([ander, stuk], threading.Event(), lambda: None)
    assert len(stuk.starts) == opzicht.HERSTARTS + 1
    assert not ander.leeft()


def test_a_child_that_does_not_listen_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opzicht, "GEDULD_S", 0.3)
    doof = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    kind = Kind("doof", python(doof))
    kind.start()
    time.sleep(0.5)
    kind.stop()
    assert kind.proces is not None
    assert kind.proces.returncode == -signal.SIGKILL


def test_a_child_does_not_outlive_a_killed_parent() -> None:
    ouder = textwrap.dedent(
        """
        import sys, time
        from samendoen.site.cli.opzicht import Kind
        kind = Kind("kind", [sys.executable, "-c", "import time; time.sleep(60)"])
        kind.start()
        print(kind.proces.pid, flush=True)
        time.sleep(60)
        """
    )
    proces = subprocess.Popen(python(ouder), stdout=subprocess.PIPE, text=True)
    assert proces.stdout is not None
    kind = psutil.Process(int(proces.stdout.readline()))
    proces.kill()
    proces.communicate()
    kind.wait(10)
    assert not kind.is_running()


@pytest.fixture
def bezet() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_the_port_asked_for_is_used_when_free(bezet: int) -> None:
    vrij = next(poort for poort in range(bezet + 1, bezet + 50) if bedrijf._vrij("127.0.0.1", poort))
    assert bedrijf.kies_poort("127.0.0.1", vrij) == vrij


def test_a_taken_port_that_was_asked_for_is_an_error_that_says_what_to_do(bezet: int) -> None:
    with pytest.raises(Bedrijfsfout, match=f"poort {bezet}") as fout:
        bedrijf.kies_poort("127.0.0.1", bezet)
    assert "--poort" in fout.value.doe


def test_a_taken_default_port_gives_way_to_the_next_and_says_so(
    bezet: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bedrijf, "EERSTE_POORT", bezet)
    gekozen = bedrijf.kies_poort("127.0.0.1", None)
    assert bezet < gekozen <= bezet + bedrijf.UITWIJKPOORTEN
    assert capsys.readouterr().out == f"Poort {bezet} is bezet; Samendoen neemt poort {gekozen}.\n"


def test_no_free_port_at_all_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bedrijf, "_vrij", lambda adres, poort: False)
    with pytest.raises(Bedrijfsfout, match="alle bezet"):
        bedrijf.kies_poort("127.0.0.1", None)


def test_our_own_process_group_is_not_the_childs() -> None:
    kind = Kind("slaper", python("import time; time.sleep(60)"))
    kind.start()
    assert kind.proces is not None
    assert os.getpgid(kind.proces.pid) != os.getpgid(0)
    kind.stop()
