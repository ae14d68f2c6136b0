"""The commands `beleid lees` and `beleid controleer` on a file: contract 09, without a database."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samendoen.kernel.definities import definitie_pad
from samendoen.site.cli import voer_uit
from tests.unit.beleid.documenten import ACCENTEN, als_docx, als_tekst, voortgang

Voer = Callable[..., tuple[int, str, str]]
SLEUTELS = ["tabel", "regel", "genoemd", "berekend", "verschil", "vermoeden"]


@pytest.fixture
def voer(capsys: pytest.CaptureFixture[str]) -> Voer:
    """Give a function that runs a command: exit code, stdout, stderr."""

    def binnen(*woorden: object) -> tuple[int, str, str]:
        code = voer_uit([str(woord) for woord in woorden])
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return binnen


def document(uitvoer: str) -> Any:
    """Return the one JSON document on stdout."""
    assert len(uitvoer.splitlines()) == 1
    return json.loads(uitvoer)


def test_a_definition_is_checked(voer: Voer, tmp_path: Path) -> None:
    tekst = definitie_pad("beleid", "lopik.toml").read_text()
    pad = tmp_path / "plan.toml"
    pad.write_text(tekst.replace("baten_eurocent = 110_000_00", "baten_eurocent = 11_000_00"))
    code, uit, _err = voer("beleid", "controleer", pad, "--json")
    bevindingen = document(uit)
    assert code == 1
    assert all(list(b) == SLEUTELS for b in bevindingen)
    assert {(b["regel"], b["verschil"]) for b in bevindingen if not b["tabel"].startswith("Samenhang")} == {
        ("MBO-bijdrage", None),
        ("Huishoudens met een Wmo-voorziening", None),
        ("Lekdijk West, saldo", 99_000),
        ("Totaal, baten", 99_000),
        ("Totaal, saldo", 99_000),
    }


def test_the_letter_in_a_word_document_is_found(voer: Voer, tmp_path: Path) -> None:
    pad = tmp_path / "voortgang.docx"
    pad.write_bytes(als_docx(voortgang()))
    code, uit, _err = voer("beleid", "controleer", pad, "--json")
    [gevonden] = document(uit)
    assert (code, gevonden["regel"], gevonden["genoemd"], gevonden["berekend"]) == (
        1,
        "MBO-bijdrage",
        "S",
        "I",
    )
    code, uit, err = voer("beleid", "controleer", pad)
    assert (code, "MBO-bijdrage" in uit, err.strip()) == (1, True, "Bevindingen: 1.")


def test_table_against_table_and_text_in_an_evaluation(voer: Voer, tmp_path: Path) -> None:
    pad = tmp_path / "evaluatie.txt"
    pad.write_text(ACCENTEN)
    _code, uit, _err = voer("beleid", "controleer", pad, "--json")
    tabel = "Tabel 1 budgetten per accent (regel 69)"
    assert [(b["tabel"], b["regel"], b["genoemd"], b["berekend"]) for b in document(uit)] == [
        (tabel, "Beschikbaar in 2021", 31_000, 30_000),
        ("Beschikbaar budget per accent", "OUDEREN ETEN SAMEN, 2020", 18_000, 19_000),
        ("Accenten", "OUDEREN ETEN SAMEN", None, None),
    ]


def test_what_adds_up_is_said_so(voer: Voer, tmp_path: Path) -> None:
    pad = tmp_path / "brief.txt"
    pad.write_text("Appels 3\nPeren 4\nTotaal 7\n")
    assert voer("beleid", "controleer", pad, "--json")[:2] == (0, "[]\n")


def test_reading_a_document(voer: Voer, tmp_path: Path) -> None:
    pad = tmp_path / "voortgang.txt"
    pad.write_bytes(als_tekst(voortgang()))
    code, uit, _err = voer("beleid", "lees", pad, "--json")
    gelezen = document(uit)
    assert code == 0
    assert (gelezen["soort"], gelezen["jaar"], len(gelezen["doelen"])) == ("voortgang", 2025, 7)
    assert gelezen["doelen"][0]["activiteiten"][0]["lichten"]["geld"] == "niet leesbaar"
    assert gelezen["mutaties"][2]["lasten_eurocent"] == -18_319_00
    code, uit, _err = voer("beleid", "lees", pad)
    assert code == 0
    assert uit.startswith("7 doelen, 0 accenten, 30 activiteiten, 30 resultaten, 90 lichten")


@pytest.mark.parametrize(
    ("opdracht", "naam", "fout"),
    [
        ("controleer", "x.toml", "definitie_onleesbaar"),
        ("controleer", "x.docx", "document_onleesbaar"),
        ("lees", "x.pdf", "document_onleesbaar"),
        ("lees", "x.toml", "document_onleesbaar"),
    ],
)
def test_a_file_that_is_not_there(voer: Voer, tmp_path: Path, opdracht: str, naam: str, fout: str) -> None:
    code, uit, _err = voer("beleid", opdracht, tmp_path / naam, "--json")
    assert (code, document(uit)["fout"]) == (1, fout)
