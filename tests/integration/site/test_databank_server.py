"""The embedded server for real: who starts it, who stops it, and what a crash leaves behind."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from samendoen.site import databank, postgres
from samendoen.site.fout import Bedrijfsfout
from tests.mapkopie import kopieer

pytestmark = pytest.mark.volle_maat

GEBRUIKER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from samendoen.site import databank
    with databank.draaiende_databank(Path(sys.argv[1]), duurzaam=False) as url:
        import psycopg
        with psycopg.connect(url) as verbinding:
            print(verbinding.execute("SELECT pg_postmaster_start_time()").fetchone()[0], flush=True)
        sys.stdin.read()
    """
)


@pytest.fixture(scope="module")
def aangelegd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder whose database was made, and stopped."""
    map_ = tmp_path_factory.mktemp("aangelegd") / "h"
    with databank.draaiende_databank(map_, duurzaam=False):
        pass
    return map_


@pytest.fixture
def home(tmp_path: Path, aangelegd: Path) -> Iterator[Path]:
    """Give a data folder of one's own, in which nothing runs: to make one takes longer than most tests."""
    map_ = tmp_path / "h"
    kopieer(aangelegd, map_)
    yield map_
    postgres.stop(databank._server(map_))
    shutil.rmtree(databank.socketmap(map_), ignore_errors=True)


def draait(home: Path) -> bool:
    return postgres.draaiende_pid(home / "databank") is not None


def gebruiker(home: Path) -> subprocess.Popen[str]:
    """Start another process that uses the server until its stdin closes."""
    opdracht = [sys.executable, "-c", GEBRUIKER, str(home)]
    return subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def eerste_regel(proces: subprocess.Popen[str]) -> str:
    assert proces.stdout is not None
    return proces.stdout.readline()


def test_it_runs_inside_the_block_only(home: Path) -> None:
    with databank.draaiende_databank(home, duurzaam=False) as url:
        with psycopg.connect(url) as verbinding:
            assert verbinding.execute("SELECT current_database()").fetchone() == ("samendoen",)
        assert draait(home)
    assert not draait(home)


def test_a_block_inside_a_block_joins(home: Path) -> None:
    with databank.draaiende_databank(home, duurzaam=False):
        with databank.draaiende_databank(home, duurzaam=False):
            pass
        assert draait(home)
    assert not draait(home)


def test_the_last_of_two_processes_stops_it(home: Path) -> None:
    with databank.draaiende_databank(home, duurzaam=False):
        ander = gebruiker(home)
        assert eerste_regel(ander)
    assert draait(home)
    ander.communicate(timeout=30)
    assert not draait(home)


def test_starters_at_the_same_moment_share_one_server(home: Path) -> None:
    allen = [gebruiker(home) for _ in range(3)]
    assert len({eerste_regel(proces) for proces in allen}) == 1
    for proces in allen:
        proces.communicate(timeout=30)
        assert proces.returncode == 0
    assert not draait(home)


def test_a_killed_user_holds_nothing(home: Path) -> None:
    ander = gebruiker(home)
    assert eerste_regel(ander)
    ander.send_signal(signal.SIGKILL)
    ander.communicate(timeout=30)
    with databank.draaiende_databank(home, duurzaam=False):
        assert draait(home)
    assert not draait(home)


def test_a_pid_file_whose_number_another_process_got_does_not_stop_the_start(home: Path) -> None:
    with databank.draaiende_databank(home, duurzaam=False):
        pass
    ander = subprocess.Popen(["sleep", "60"])
    try:
        (home / "databank" / "postmaster.pid").write_text(f"{ander.pid}\n{home / 'databank'}\n")
        (databank.socketmap(home) / ".s.PGSQL.5432.lock").write_text(f"{ander.pid}\n{home / 'databank'}\n")
        assert not draait(home)
        with databank.draaiende_databank(home, duurzaam=False):
            assert draait(home)
        assert ander.poll() is None
    finally:
        ander.kill()
        ander.wait()


def test_an_interrupted_first_start_is_done_again(home: Path) -> None:
    shutil.rmtree(home / "databank")
    (home / "databank.nieuw" / "base").mkdir(parents=True)
    with databank.draaiende_databank(home, duurzaam=False):
        assert draait(home)
    assert not (home / "databank.nieuw").exists()


@pytest.mark.parametrize("naam", ["met spatie", 'a"b', "a$b", "a'b,c", "x" * 120])
def test_any_name_of_a_folder_will_do(tmp_path: Path, naam: str) -> None:
    home = tmp_path / naam
    with databank.draaiende_databank(home, duurzaam=False) as url, psycopg.connect(url) as verbinding:
        assert verbinding.execute("SELECT 1").fetchone() == (1,)
    shutil.rmtree(databank.socketmap(home), ignore_errors=True)


def test_only_the_owner_can_reach_it(home: Path) -> None:
    with databank.draaiende_databank(home, duurzaam=False) as url:
        map_ = databank.socketmap(home)
        assert stat.S_IMODE(map_.stat().st_mode) == 0o700
        assert stat.S_IMODE((map_ / ".s.PGSQL.5432").stat().st_mode) == 0o700
        with psycopg.connect(url) as verbinding:
            assert verbinding.execute("SHOW listen_addresses").fetchone() == ("",)


def test_it_never_runs_as_root_and_reaches_its_data_under_a_closed_folder(tmp_path: Path) -> None:
    gesloten = tmp_path / "gesloten"
    gesloten.mkdir(mode=0o700)
    with databank.draaiende_databank(gesloten / "h", duurzaam=False):
        pid = postgres.draaiende_pid(gesloten / "h" / "databank")
        assert psutil.Process(pid).uids().effective not in {0} - {os.geteuid() or None}
    assert not gesloten.stat().st_mode & 0o007


def test_a_socket_folder_that_others_can_enter_is_refused(home: Path) -> None:
    with databank.draaiende_databank(home, duurzaam=False):
        pass
    databank.socketmap(home).chmod(0o755)
    with pytest.raises(Bedrijfsfout, match="staat open voor anderen"):
        databank.start(home, duurzaam=False)


def test_real_data_do_not_go_into_a_server_in_the_fast_mode_of_tests(home: Path) -> None:
    ander = gebruiker(home)
    assert eerste_regel(ander)
    with pytest.raises(Bedrijfsfout, match="onveilige stand"):
        databank.start(home, duurzaam=True)
    ander.communicate(timeout=30)
    assert not draait(home)


def test_data_of_another_postgresql_are_left_alone(home: Path) -> None:
    (home / "databank" / "PG_VERSION").write_text("16\n")
    with pytest.raises(Bedrijfsfout, match="PostgreSQL 16"):
        databank.start(home)
    assert (home / "databank" / "PG_VERSION").read_text() == "16\n"


def test_committed_work_is_written_through_and_checked(home: Path) -> None:
    with databank.draaiende_databank(home) as url, psycopg.connect(url) as verbinding:
        namen = ("fsync", "full_page_writes", "synchronous_commit", "data_checksums", "server_encoding")
        waarden = [verbinding.execute("SELECT current_setting(%s)", (naam,)).fetchone() for naam in namen]
    assert waarden == [("on",), ("on",), ("on",), ("on",), ("UTF8",)]


def test_the_log_holds_no_values_of_a_failed_statement(home: Path) -> None:
    with (
        databank.draaiende_databank(home, duurzaam=False) as url,
        psycopg.connect(url, autocommit=True) as verbinding,
    ):
        verbinding.execute("CREATE TABLE persoon (naam text PRIMARY KEY)")
        for _ in range(2):
            try:
                verbinding.execute("INSERT INTO persoon VALUES ('Kanariepiet')")
            except psycopg.errors.UniqueViolation:
                dubbel = True
    assert dubbel
    log = (home / "databank.log").read_text()
    assert "persoon_pkey" in log
    assert "Kanariepiet" not in log
