"""The commands `cijfers momentopname` and `cijfers indicator`, as contract 09 has them."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samendoen.site.cli import voer_uit
from tests.integration.cijfers.conftest import Meld

pytestmark = pytest.mark.django_db(transaction=True)
Voer = Callable[..., tuple[int, str, str]]


@pytest.fixture
def voer(capsys: pytest.CaptureFixture[str], meld: Meld) -> Voer:
    """Give a function that runs a command: exit code, stdout, stderr."""
    meld("gebiedsteam_leerdam", date(2023, 3, 1), 6)
    meld("voorzieningen", date(2024, 3, 1), 2)

    def binnen(*woorden: str) -> tuple[int, str, str]:
        code = voer_uit(["cijfers", *woorden])
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return binnen


def document(uitvoer: str) -> Any:
    """Return the one JSON document on stdout."""
    assert len(uitvoer.splitlines()) == 1
    return json.loads(uitvoer)


def test_freeze_and_ask_as_json(voer: Voer) -> None:
    code, uit, _fout = voer("momentopname", "--json")
    assert (code, document(uit)) == (0, {"peildatum": "2024-06-02", "feiten": {"melding": 8}})
    code, uit, _fout = voer("indicator", "meldingen-per-team", "--per", "team,jaar", "--json")
    assert code == 0
    assert document(uit) == {
        "code": "meldingen-per-team",
        "peildatum": "2024-06-02",
        "rijen": [
            {"team": "Leerdam", "jaar": 2023, "waarde": 6, "onderdrukt": False},
            {"team": "Wmo consulenten", "jaar": 2024, "waarde": 2, "onderdrukt": False},
        ],
    }
    code, uit, _fout = voer("indicator", "meldingen-per-team", "--per", "team,jaar", "--publiek", "--json")
    assert code == 0
    assert [(r["waarde"], r["onderdrukt"]) for r in document(uit)["rijen"]] == [(6, False), (None, True)]


def test_a_day_of_the_past(voer: Voer) -> None:
    code, uit, _fout = voer("momentopname", "--peildatum", "2023-06-01", "--json")
    assert (code, document(uit)) == (0, {"peildatum": "2023-06-01", "feiten": {"melding": 6}})
    code, uit, _fout = voer("indicator", "meldingen-per-team", "--peildatum", "2023-06-01", "--json")
    assert document(uit)["rijen"] == [{"waarde": 6, "onderdrukt": False}]


def test_people_get_a_table_with_totals(voer: Voer, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as even:
        even.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        _code, uit, fout = voer("momentopname")
    assert "bestond al" not in uit
    assert "1 van 1" in fout
    assert "Momentopname bestond al: 2024-06-02." in voer("momentopname")[1]
    _code, uit, _fout = voer("indicator", "meldingen-per-team", "--per", "team,jaar")
    regels = [regel.split() for regel in uit.splitlines()]
    assert ["Leerdam", "6", "0", "6"] in regels
    assert ["Totaal", "6", "2", "8"] in regels
    assert "(t/m mei)" in uit
    _code, uit, _fout = voer("indicator", "meldingen-per-team", "--per", "team,jaar,kader")
    assert ["Leerdam", "2023", "Wmo", "2015", "6"] in [regel.split() for regel in uit.splitlines()]
    _code, uit, _fout = voer("indicator", "meldingen-per-team", "--per", "team,jaar", "--publiek")
    assert "1 t/m 4" in uit
    assert "verborgen" in uit


@pytest.mark.parametrize(
    ("woorden", "fout", "zin"),
    [
        (["momentopname", "--peildatum", "2024-06-03"], "peildatum_niet_voorbij", "voor vandaag"),
        (["indicator", "meldingen-per-taem"], "onbekende_indicator", "meldingen-per-team"),
        (["indicator", "meldingen-per-team"], "geen_momentopname", "samendoen cijfers momentopname"),
        (["indicator", "meldingen-per-team", "--per", "wijk"], "onbekende_uitsplitsing", "team, jaar"),
        (["indicator", "meldingen-per-team", "--per", "kader", "--publiek"], "niet_openbaar", "team,jaar"),
    ],
)
def test_an_error_is_one_document_and_exit_code_one(
    voer: Voer, woorden: list[str], fout: str, zin: str
) -> None:
    code, uit, _err = voer(*woorden, "--json")
    gemeld = document(uit)
    assert (code, gemeld["fout"], set(gemeld)) == (1, fout, {"fout", "toelichting", "doe"})
    assert zin in gemeld["doe"]
    code, uit, err = voer(*woorden)
    assert (code, uit) == (1, "")
    assert gemeld["toelichting"] in err


@pytest.mark.parametrize(
    "woorden",
    [["indicator"], ["indicator", "x", "--peildatum", "gisteren"], ["momentopname", "--snel"], ["weg"]],
)
def test_wrong_usage_is_exit_code_two(voer: Voer, woorden: list[str]) -> None:
    code, uit, _err = voer(*woorden, "--json")
    assert (code, document(uit)["fout"]) == (2, "gebruik")


def test_what_others_measured_is_taken_in_and_shown_with_its_warning(voer: Voer, tmp_path: Path) -> None:
    bestand = tmp_path / "cijfers.csv"
    bestand.write_text("indicator;jaar;soort;gebied;waarde;bron\neenzaamheid;2022;land;Nederland;47;CBS\n")
    code, uit, _fout = voer("metingen", "lees", str(bestand), "--json")
    assert (code, document(uit)["gedaan"], len(document(uit)["nieuw"])) == (0, True, 1)
    code, uit, _fout = voer("metingen", "lees", str(bestand))
    assert (code, uit.strip()) == (0, "Ingelezen: 0 nieuw, 0 verbeterd, 1 stond er al.")
    bestand.write_text("indicator;jaar;soort;gebied;waarde;bron\nx;2022;land;Nederland;47;CBS\n")
    code, uit, fout = voer("metingen", "lees", str(bestand))
    assert (code, uit) == (1, "")
    assert "regel 2: De indicator 'x' bestaat niet" in fout
    assert voer("metingen", "lees", str(tmp_path / "weg.csv"))[0] == 1
    code, uit, _fout = voer("indicator", "huishoudens-met-wmo", "--json")
    metingen = document(uit)["metingen"]
    assert [(m["gebied"], m["periode"], m["waarde"], len(m["twijfels"])) for m in metingen] == [
        ("Lopik", "2018", 12, 1),
        ("Nederland", "2018", 81, 1),
    ]
    code, uit, _fout = voer("indicator", "huishoudens-met-wmo")
    assert "Nederland, 2018: 81% (eerste halfjaar 2018) *" in uit
    assert "Let op: Dit getal kan niet kloppen" in uit
    code, uit, _fout = voer("metingen", "toon", "--bron", "samendoen", "--json")
    assert len(document(uit)["indicatoren"]) == 55
