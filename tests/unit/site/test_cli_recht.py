"""The commands `termijn` and `dwangsom`: what they print, where, and with which exit code."""

import json
import subprocess
import sys
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from samendoen.site.cli.recht import registreer

PROGRAMMA = typer.Typer()
registreer(PROGRAMMA)


def roep(*argumenten: str, verwacht: int = 0) -> tuple[str, str]:
    """Run a command, check its exit code, and return what it wrote on stdout and on stderr."""
    uitkomst = CliRunner().invoke(PROGRAMMA, argumenten)
    assert uitkomst.exit_code == verwacht, uitkomst.output
    return uitkomst.stdout, uitkomst.stderr


def json_van(*argumenten: str, verwacht: int = 0) -> dict[str, Any]:
    stdout, _ = roep(*argumenten, "--json", verwacht=verwacht)
    gelezen = json.loads(stdout)
    assert isinstance(gelezen, dict)
    return gelezen


class TestTermijn:
    @pytest.mark.parametrize(
        ("argumenten", "einde"),
        [
            (("wmo-onderzoek", "--start", "2025-03-10"), "2025-04-22"),
            (("bezwaar", "--start", "2025-04-14"), "2025-05-26"),
            (
                ("awb-beslistermijn", "--start", "2025-02-03", "--schorsing", "2025-02-13..2025-02-27"),
                "2025-04-14",
            ),
            (("klacht", "--start", "2025-06-02", "--verdaging", "28"), "2025-08-11"),
        ],
    )
    def test_the_last_day(self, argumenten: tuple[str, ...], einde: str) -> None:
        assert json_van("termijn", *argumenten)["einde"] == einde

    def test_the_json_has_exactly_the_public_form(self) -> None:
        uit = json_van("termijn", "wmo-onderzoek", "--start", "2025-03-10")
        assert set(uit) == {"soort", "start", "einde", "waarschuwingen", "stappen"}
        assert (uit["soort"], uit["start"], uit["waarschuwingen"]) == ("wmo-onderzoek", "2025-03-10", [])
        assert all(set(stap) == {"datum", "wat", "grondslag"} for stap in uit["stappen"])
        assert uit["stappen"][-1]["datum"] == "2025-04-22"

    def test_suspensions_can_be_repeated(self) -> None:
        uit = json_van(
            *("termijn", "awb-beslistermijn", "--start", "2025-02-03"),
            *("--schorsing", "2025-02-13..2025-02-27", "--schorsing", "2025-02-20..2025-03-06"),
        )
        assert uit["einde"] == "2025-04-22"

    def test_a_suspension_that_still_runs_warns(self) -> None:
        uit = json_van("termijn", "awb-beslistermijn", "--start", "2025-02-03", "--schorsing", "2025-02-13..")
        assert "schuift elke dag een dag op" in uit["waarschuwingen"][0]

    def test_without_json_it_explains_in_dutch(self) -> None:
        stdout, stderr = roep("termijn", "wmo-onderzoek", "--start", "2025-03-10")
        assert "Laatste dag: dinsdag 22 april 2025" in stdout
        assert "tweede paasdag" in stdout
        assert "[Atw art. 1 lid 1]" in stdout
        assert stderr == ""

    def test_without_json_it_shows_warnings(self) -> None:
        stdout, _ = roep("termijn", "wmo-onderzoek", "--start", "2030-03-11")
        assert "Let op: Deze termijn eindigt na 2028" in stdout

    @pytest.mark.parametrize(
        ("argumenten", "fout"),
        [
            (("wmo-onderzoek", "--start", "0001-01-01"), "datum-buiten-bereik"),
            (("wmo-onderzoek", "--start", "9999-12-31"), "datum-buiten-bereik"),
            (
                ("awb-beslistermijn", "--start", "2025-02-03", "--schorsing", "2025-02-27..2025-02-13"),
                "schorsing-omgekeerd",
            ),
            (
                ("wmo-onderzoek", "--start", "2025-02-03", "--schorsing", "2025-02-13..2025-02-27"),
                "schorsing-kan-niet",
            ),
            (("klacht", "--start", "2025-02-03", "--verdaging", "29"), "verdaging-te-lang"),
            (("klacht", "--start", "2025-02-03", "--verdaging", "-1"), "verdaging-negatief"),
        ],
    )
    def test_a_refusal_says_what_and_what_to_do(self, argumenten: tuple[str, ...], fout: str) -> None:
        uit = json_van("termijn", *argumenten, verwacht=1)
        assert set(uit) == {"fout", "toelichting", "doe"}
        assert uit["fout"] == fout
        stdout, stderr = roep("termijn", *argumenten, verwacht=1)
        assert stdout == ""
        assert stderr.strip() == f"{uit['toelichting']} {uit['doe']}"

    @pytest.mark.parametrize(
        ("argumenten", "zin"),
        [
            (("wmo-onderzoekje", "--start", "2025-03-10"), "Bedoelt u wmo-onderzoek"),
            (("--start", "2025-03-10"), "Welke termijn?"),
            (("bezwaar",), "--start ontbreekt"),
            (("bezwaar", "--start", "10-03-2025"), "geen datum"),
            (("bezwaar", "--start", "2025-02-30"), "geen datum"),
            (("bezwaar", "--start", "20250310"), "geen datum"),
            (("bezwaar", "--start", "2025-03-10", "--schorsing", "2025-03-12"), "geen VAN..TOT"),
            (("bezwaar", "--start", "2025-03-10", "--schorsing", "..2025-03-12"), "--schorsing ontbreekt"),
            (("bezwaar", "--start", "2025-03-10", "--schorsing", "a..b"), "geen datum"),
            (("klacht", "--start", "2025-03-10", "--verdaging", "zes"), "geen aantal dagen"),
        ],
    )
    def test_wrong_usage_is_told_on_stderr(self, argumenten: tuple[str, ...], zin: str) -> None:
        stdout, stderr = roep("termijn", *argumenten, "--json", verwacht=2)
        assert stdout == ""
        assert zin in stderr


class TestDwangsom:
    GEVAL = ("dwangsom", "--verstreken", "2025-09-01", "--ingebrekestelling", "2025-09-02", "--tot")

    def test_the_worked_example(self) -> None:
        assert json_van(*self.GEVAL, "2025-09-30") == {
            "eerste_dag": "2025-09-17",
            "dagen": 14,
            "bedrag_eurocent": 32200,
        }

    def test_without_json_it_explains_in_dutch(self) -> None:
        stdout, _ = roep(*self.GEVAL, "2025-12-31")
        assert "Eerste dag: woensdag 17 september 2025" in stdout
        assert "€ 1.442,00 over 42 dagen, tot en met dinsdag 28 oktober 2025" in stdout

    def test_before_the_first_day_nothing_is_due(self) -> None:
        stdout, _ = roep(*self.GEVAL, "2025-09-16")
        assert "nog geen dwangsom" in stdout

    def test_a_premature_notice_warns_on_stderr_and_leaves_the_json_alone(self) -> None:
        stdout, stderr = roep(
            *("dwangsom", "--verstreken", "2025-09-01", "--ingebrekestelling", "2025-08-20"),
            *("--tot", "2025-09-30", "--json"),
        )
        assert "Let op:" in stderr
        assert set(json.loads(stdout)) == {"eerste_dag", "dagen", "bedrag_eurocent"}

    def test_a_date_far_away_is_refused(self) -> None:
        assert json_van(*self.GEVAL, "9999-12-31", verwacht=1)["fout"] == "datum-buiten-bereik"

    @pytest.mark.parametrize("weg", ["--verstreken", "--ingebrekestelling", "--tot"])
    def test_every_date_is_needed(self, weg: str) -> None:
        argumenten = [*self.GEVAL, "2025-09-30"]
        plek = argumenten.index(weg)
        _, stderr = roep(*argumenten[:plek], *argumenten[plek + 2 :], verwacht=2)
        assert f"{weg} ontbreekt" in stderr


def test_the_commands_run_without_django() -> None:
    code = (
        "import sys, typer\n"
        "from samendoen.site.cli.recht import registreer\n"
        "app = typer.Typer()\n"
        "registreer(app)\n"
        "app(['termijn', 'bezwaar', '--start', '2025-04-14', '--json'], standalone_mode=False)\n"
        "zwaar = {'django', 'psycopg', 'ibis', 'pyarrow'} & set(sys.modules)\n"
        "sys.exit(f'imported: {zwaar}' if zwaar else 0)\n"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert klaar.returncode == 0, klaar.stderr
    assert json.loads(klaar.stdout)["einde"] == "2025-05-26"
