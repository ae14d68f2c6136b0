"""The contract of the command line: exit codes, one JSON document, a sentence instead of a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from samendoen.site import cli
from samendoen.site.cli.taal import Opdrachten, melding
from samendoen.site.fout import Bedrijfsfout


@pytest.fixture
def proef(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Opdrachten:
    """Give an app of three commands in place of the real one."""
    monkeypatch.setenv("SAMENDOEN_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SAMENDOEN_DEBUG", raising=False)
    app = Opdrachten(help="Proef.")

    @app.command()
    def kan_niet() -> None:
        raise Bedrijfsfout("kan_niet", "Dat kan niet.", "Doe iets anders.")

    @app.command()
    def stuk() -> None:
        raise ZeroDivisionError("bijzonderheid")

    @app.command()
    def bevinding(aantal: int = 1, als_json: bool = typer.Option(False, "--json")) -> None:
        raise typer.Exit(aantal)

    monkeypatch.setattr(cli, "maak_app", lambda: app)
    return app


def test_a_domain_error_is_two_sentences_and_exit_1(
    proef: Opdrachten, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.voer_uit(["kan-niet"]) == 1
    uit = capsys.readouterr()
    assert (uit.out, uit.err) == ("", "Dat kan niet. Doe iets anders.\n")


def test_with_json_a_domain_error_is_one_document(
    proef: Opdrachten, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faal(*argumenten: object, **keuzes: object) -> None:
        raise Bedrijfsfout("kan_niet", "Dat kan niet.", "Doe iets anders.")

    monkeypatch.setattr(cli, "maak_app", lambda: faal)
    assert cli.voer_uit(["bevinding", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "fout": "kan_niet",
        "toelichting": "Dat kan niet.",
        "doe": "Doe iets anders.",
    }


def test_the_unforeseen_is_one_sentence_and_a_file_that_only_the_owner_reads(
    proef: Opdrachten, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert cli.voer_uit(["stuk"]) == 1
    uit = capsys.readouterr()
    log = tmp_path / "home" / "fouten.log"
    assert str(log) in uit.err
    assert "Traceback" not in uit.err
    assert "ZeroDivisionError" in log.read_text()
    assert "in stuk" in log.read_text()
    assert log.stat().st_mode & 0o077 == 0


def test_debug_shows_the_traceback(
    proef: Opdrachten, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMENDOEN_DEBUG", "1")
    assert cli.voer_uit(["stuk"]) == 1
    assert "ZeroDivisionError: bijzonderheid" in capsys.readouterr().err


def test_a_finding_is_exit_1(proef: Opdrachten) -> None:
    assert cli.voer_uit(["bevinding"]) == 1


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["bestaat-niet"], "De opdracht 'bestaat-niet' bestaat niet."),
        (["bevinding", "--foo"], "De optie '--foo' bestaat niet."),
        (["bevinding", "--aantal", "drie"], "Verkeerde waarde bij '--aantal': dit is geen getal."),
        (["bevinding", "--aantal"], "De optie '--aantal' vraagt om een waarde."),
        (["bevinding", "teveel"], "Dit staat er te veel: teveel."),
    ],
)
def test_wrong_usage_is_exit_2_and_a_dutch_sentence(
    proef: Opdrachten, capsys: pytest.CaptureFixture[str], argumenten: list[str], zin: str
) -> None:
    assert cli.voer_uit(argumenten) == 2
    uit = capsys.readouterr()
    assert uit.out == ""
    assert zin in uit.err


def test_without_arguments_the_help_is_shown(proef: Opdrachten, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.voer_uit([]) == 2
    assert "Gebruik: samendoen" in capsys.readouterr().err


@pytest.mark.parametrize("engels", ["Usage:", "Options:", "Commands:", "Show this message"])
def test_the_help_is_dutch(capsys: pytest.CaptureFixture[str], engels: str) -> None:
    assert cli.voer_uit(["--help"]) == 0
    assert engels not in capsys.readouterr().out


def test_an_unknown_message_stays_readable() -> None:
    assert melding("Something else.") == "Something else."


def test_statutory_terms_need_no_django_and_no_database() -> None:
    proef = (
        "import sys; from samendoen.site import cli; "
        "cli.voer_uit(['termijn', 'wmo-onderzoek', '--start', '2025-03-10']); "
        "print([m for m in ('django', 'psycopg') if m in sys.modules])"
    )
    uit = subprocess.run([sys.executable, "-c", proef], capture_output=True, text=True, check=True)
    assert uit.stdout.splitlines()[-1] == "[]"


def test_a_wrong_day_is_said_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.voer_uit(["cijfers", "momentopname", "--peildatum", "kaas", "--json"]) == 2
    toelichting = json.loads(capsys.readouterr().out)["toelichting"]
    assert toelichting == "Verkeerde waarde bij '--peildatum': 'kaas' is geen datum in de vorm '%Y-%m-%d'."
