"""The commands `rapport maak`, `beleid controleer` and `beleid importeer`, as contract 09 has them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samendoen.beleid import api
from samendoen.beleid.models import Begrotingsmutatie, Mutatietabel
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM
from samendoen.site.cli import voer_uit

pytestmark = pytest.mark.django_db(transaction=True)
Voer = Callable[..., tuple[int, str, str]]


@pytest.fixture
def voer(capsys: pytest.CaptureFixture[str]) -> Voer:
    """Give a function that runs a command: exit code, stdout, stderr."""

    def binnen(*woorden: str) -> tuple[int, str, str]:
        code = voer_uit(list(woorden))
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return binnen


@pytest.fixture
def lopik(transactional_db: None) -> None:
    """Read in Lopik's plan."""
    api.importeer_plan(SYSTEEM, "lopik")


def document(uitvoer: str) -> Any:
    """Return the one JSON document on stdout."""
    assert len(uitvoer.splitlines()) == 1
    return json.loads(uitvoer)


@pytest.mark.usefixtures("lopik")
def test_a_report_in_every_form(voer: Voer, tmp_path: Path) -> None:
    pad = tmp_path / "voortgang.html"
    code, uit, _fout = voer("rapport", "maak", "voortgang", "--plan", "lopik", "--uit", str(pad))
    assert code == 0
    assert str(pad) in uit
    assert pad.read_text().startswith("<!DOCTYPE html>")
    pad = tmp_path / "voortgang.json"
    code, uit, _fout = voer("rapport", "maak", "voortgang", "--uit", str(pad), "--json")
    gemeld = document(uit)
    assert (code, gemeld["soort"], gemeld["peildatum"]) == (0, "voortgang", "2024-06-03")
    assert json.loads(pad.read_text())["mutaties"][0]["totaal"]["saldo_eurocent"] == -73_624_200
    for vorm, begin in ((".PDF", b"%PDF-"), (".docx", b"PK")):
        pad = tmp_path / f"voortgang{vorm}"
        assert voer("rapport", "maak", "voortgang", "--plan", "lopik", "--uit", str(pad))[0] == 0
        assert pad.read_bytes().startswith(begin)
    namen = ["voortgang.PDF", "voortgang.docx", "voortgang.html", "voortgang.json"]
    assert sorted(p.name for p in tmp_path.iterdir()) == namen


@pytest.mark.usefixtures("lopik")
@pytest.mark.parametrize(
    ("woorden", "fout"),
    [
        (("voortgang", "--uit", "x.xls"), "onbekend_formaat"),
        (("voortgang", "--uit", "rapport"), "onbekend_formaat"),
        (("voortgang", "--plan", "utopia", "--uit", "x.html"), "plan_onbekend"),
        (("horoscoop", "--plan", "lopik", "--uit", "x.html"), "onbekend_rapport"),
        (("voortgang", "--peildatum", "2024-06-04", "--uit", "x.html"), "peildatum_in_de_toekomst"),
        (("voortgang", "--uit", "geen/map/x.html"), "niet_te_schrijven"),
    ],
)
def test_an_error_is_one_document_and_exit_code_one(
    voer: Voer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, woorden: tuple[str, ...], fout: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, uit, _err = voer("rapport", "maak", *woorden, "--json")
    gemeld = document(uit)
    assert (code, gemeld["fout"], set(gemeld)) == (1, fout, {"fout", "toelichting", "doe"})
    assert gemeld["doe"]
    assert list(tmp_path.iterdir()) == []


def test_without_a_plan_it_says_how_to_read_one_in(voer: Voer, tmp_path: Path) -> None:
    code, uit, _err = voer("rapport", "maak", "voortgang", "--uit", str(tmp_path / "x.html"), "--json")
    assert (code, document(uit)["fout"]) == (1, "geen_plan")
    assert "beleid importeer lopik" in document(uit)["doe"]


@pytest.mark.parametrize(
    "woorden",
    [
        ("rapport", "maak", "voortgang"),
        ("rapport", "maak"),
        ("rapport",),
        ("rapport", "maak", "voortgang", "--uit", "x.html", "--peildatum", "gisteren"),
        ("beleid", "importeer"),
    ],
)
def test_wrong_usage_is_exit_code_two(voer: Voer, woorden: tuple[str, ...]) -> None:
    assert voer(*woorden)[0] == 2


def test_reading_in_a_plan_twice(voer: Voer) -> None:
    code, uit, _err = voer("beleid", "importeer", "lopik", "--json")
    assert (code, document(uit)) == (0, {"plan": "lopik", "nieuw": True})
    code, uit, _err = voer("beleid", "importeer", "lopik")
    assert code == 0
    assert "niets veranderd" in uit
    code, uit, _err = voer("beleid", "importeer", "utopia", "--json")
    assert (code, document(uit)["fout"]) == (1, "definitie_onbekend")


def test_without_plans_nothing_is_wrong(voer: Voer) -> None:
    assert voer("beleid", "controleer", "--json")[:2] == (0, "[]\n")


@pytest.mark.usefixtures("lopik")
def test_the_finding_of_lopik(voer: Voer) -> None:
    code, uit, _err = voer("beleid", "controleer", "--json")
    gevonden, *los = document(uit)
    assert code == 1
    assert {b["tabel"] for b in los} == {"Nulmeting", "Samenhang van Beleidsplan 2020"}
    assert list(gevonden) == ["tabel", "regel", "genoemd", "berekend", "verschil", "vermoeden"]
    assert (gevonden["regel"], gevonden["genoemd"], gevonden["berekend"]) == ("MBO-bijdrage", "S", "I")
    assert gevonden["verschil"] is None
    code, uit, err = voer("beleid", "controleer")
    assert code == 1
    assert "MBO-bijdrage" in uit
    assert "Bevindingen: 22." in err


@pytest.mark.usefixtures("lopik")
def test_a_wrong_named_total_gives_the_difference_and_the_culprit(voer: Voer) -> None:
    with schrijft("beleid"):
        Mutatietabel.objects.update(genoemd_saldo_eurocent=-717_923_00)
        Begrotingsmutatie.objects.filter(naam="MBO-bijdrage").update(soort="I")
    code, uit, _err = voer("beleid", "controleer", "--json")
    gevonden = document(uit)[0]
    assert code == 1
    assert gevonden == {
        "tabel": "Financiële mutaties programma 3",
        "regel": "Totaal, saldo",
        "genoemd": -717_923,
        "berekend": -736_242,
        "verschil": 18_319,
        "vermoeden": "Waarschijnlijk is 'MBO-bijdrage' niet meegeteld.",
    }
