"""The commands `onthulling bescherm` and `onthulling controleer`: contract 09, and bad input."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samendoen.site.cli import voer_uit

Voer = Callable[..., tuple[int, Any]]

SCHOLEN = {
    "binnen": [32, 1, 0, 0, 3],
    "Lekstroom": [20, 2, 1, 1, 8],
    "AV": [22, 2, 2, 3, 15],
    "elders": [41, 3, 20, 25, 48],
}
SOORTEN = ["BO", "SBO", "SO", "VSO", "VO"]


def scholen() -> dict[str, Any]:
    """Return the table of pupils per origin and kind of school (Vijfheerenlanden)."""
    cellen = [
        {"regio": regio, "soort": soort, "aantal": aantal}
        for regio, rij in SCHOLEN.items()
        for soort, aantal in zip(SOORTEN, rij, strict=True)
    ]
    return {"naam": "scholen", "dimensies": ["regio", "soort"], "cellen": cellen}


@pytest.fixture
def voer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Voer:
    """Give a function that runs a command on a document: exit code and answer."""

    def binnen(opdracht: str, document: object, *keuzes: str) -> tuple[int, Any]:
        bestand = tmp_path / "tabellen.json"
        bestand.write_text(document if isinstance(document, str) else json.dumps(document))
        code = voer_uit(["onthulling", opdracht, str(bestand), "--json", *keuzes])
        uit = capsys.readouterr().out
        assert len(uit.splitlines()) == 1
        return code, json.loads(uit)

    return binnen


def test_the_schools_are_protected_with_all_their_margins(voer: Voer) -> None:
    code, uit = voer("bescherm", {"tabellen": [scholen()]})
    assert code == 0
    cellen = {(cel["regio"], cel["soort"]): cel for cel in uit["tabellen"][0]["cellen"]}
    assert len(cellen) == 30
    assert [cellen["Totaal", soort]["aantal"] for soort in [*SOORTEN, "Totaal"]] == [115, 8, 23, 29, 74, 249]
    assert cellen["binnen", "SO"] == {"regio": "binnen", "soort": "SO", "aantal": 0, "status": "open"}
    assert cellen["binnen", "SBO"]["status"] == "primair"
    assert all((cel["aantal"] is None) == (cel["status"] != "open") for cel in cellen.values())
    assert (uit["verlies"], uit["optimaal"], uit["tekort"]) == ({"cellen": 2, "aantal": 28}, True, [])


def test_what_comes_out_passes_the_audit_and_what_goes_in_does_not(voer: Voer) -> None:
    _code, uit = voer("bescherm", {"tabellen": [scholen()]})
    code, oordeel = voer("controleer", uit)
    assert (code, oordeel["veilig"], len(oordeel["cellen"])) == (0, True, 11)
    code, oordeel = voer("controleer", {"tabellen": [scholen()]})
    assert (code, oordeel["veilig"]) == (1, False)


def test_one_hidden_cell_in_a_row_is_computed(voer: Voer) -> None:
    rijen = [
        {"team": "Leerdam", "waarde": None, "onderdrukt": True},
        {"team": "Vianen", "waarde": 20, "onderdrukt": False},
        {"waarde": 23, "onderdrukt": False},
    ]
    code, uit = voer("controleer", {"code": "meldingen", "rijen": rijen})
    assert code == 1
    cel = uit["cellen"][0]
    assert (cel["cel"], cel["ondergrens"], cel["bovengrens"]) == ({"team": "Leerdam"}, 3, 3)


def test_a_hierarchy_with_years_as_numbers(voer: Voer) -> None:
    tabel = {
        "naam": "t",
        "dimensies": ["dorp", "jaar"],
        "hierarchie": {"dorp": {"Totaal": ["Noord", "Zuid"], "Noord": ["a", "b"], "Zuid": ["c", "d"]}},
        "cellen": [
            {"dorp": dorp, "jaar": jaar, "aantal": 3 + 7 * nummer}
            for nummer, (dorp, jaar) in enumerate((d, j) for d in "abcd" for j in (2023, 2024))
        ],
    }
    code, uit = voer("bescherm", {"tabellen": [tabel]})
    assert (code, len(uit["tabellen"][0]["cellen"])) == (0, 7 * 3)
    assert {cel["jaar"] for cel in uit["tabellen"][0]["cellen"]} == {2023, 2024, "Totaal"}
    assert voer("controleer", uit)[0] == 0


def test_what_cannot_be_protected_is_a_finding(voer: Voer) -> None:
    cellen = [{"dorp": dorp, "aantal": 1} for dorp in "abcd"]
    code, uit = voer("bescherm", {"tabellen": [{"naam": "t", "dimensies": ["dorp"], "cellen": cellen}]})
    assert (code, len(uit["tekort"])) == (1, 5)


def anders(**wijziging: Any) -> dict[str, Any]:
    """Return a document with one table that differs from a good one."""
    return {"tabellen": [{"naam": "t", "dimensies": ["a"], "cellen": [{"a": "x", "aantal": 7}], **wijziging}]}


@pytest.mark.parametrize(
    ("document", "woord"),
    [
        ("{", "geen JSON"),
        ("", "geen JSON"),
        ("[" * 200_000 + "]" * 200_000, "geen JSON"),
        ("9" * 5_000, "geen JSON"),
        ("[]", "tabellen"),
        ("null", "tabellen"),
        ({"rijen": []}, "dimensies"),
        ({"rijen": "x"}, "geen lijst van rijen"),
        ({"rijen": [{"team": "A", "waarde": 0.5, "teller": 5, "noemer": 10}]}, "noemer, teller"),
        ({"rijen": [{"team": "A", "waarde": 12.5, "over": 10}]}, "over"),
        ({"rijen": [{"team": "A", "waarde": "7"}]}, "het aantal 7"),
        ({"tabellen": []}, "tabellen"),
        ({"tabellen": [3]}, "geen tabel"),
        ({"tabellen": [*anders()["tabellen"], *anders()["tabellen"]]}, "twee keer"),
        (anders(naam=3), "geen tekst"),
        (anders(naam=None), "geen tekst"),
        (anders(naam="t\x1b[31m"), "niet te lezen"),
        (anders(cellen=[{"a": "\ud800", "aantal": 7}]), "niet te lezen"),
        (anders(cellen=[{"a": ["x"], "aantal": 7}]), "geen waarde is: ['x']"),
        (anders(cellen=[{"a": {"b": 1}, "aantal": 7}]), "geen waarde"),
        (anders(cellen=[{"a": float("nan"), "aantal": 7}]), "geen waarde"),
        (anders(cellen=[{"a": "x", "aantal": float("inf")}]), "inf"),
        (anders(cellen=[{"a": "x", "aantal": 10**30}]), "te groot"),
        (anders(cellen=[{"a": 1, "aantal": 7}, {"a": "1", "aantal": 7}]), "twee keer"),
        (anders(cellen=[{"a": f"x{n}", "aantal": 1 + n % 9} for n in range(5_000)]), "te veel kleine"),
        (anders(cellen=[{"a": f"x{n}", "aantal": 9} for n in range(50_000)]), "te groot"),
        (anders(hierarchie={f"n{n}": [f"n{n + 1}"] for n in range(3_000)} | {"a": ["x"]}), "niet past"),
        (anders(hierarchie={"a": {f"n{n}": [f"n{n + 1}"] for n in range(3_000)}}), "te veel lagen"),
        (anders(dimensies=[]), "dimensies"),
        (anders(dimensies=["a", "a"]), "dimensies"),
        (anders(dimensies=["aantal"]), "dimensies"),
        (anders(cellen=[]), "cellen"),
        (anders(cellen=[{"a": "x"}]), "zonder aantal"),
        (anders(cellen=[{"aantal": 3}]), "zonder a"),
        (anders(cellen=[{"a": "x", "b": "y", "aantal": 3}]), "geen dimensie is: b"),
        (anders(cellen=[{"a": "x", "aantal": -1}]), "-1"),
        (anders(cellen=[{"a": "x", "aantal": 1.5}]), "1.5"),
        (anders(cellen=[{"a": "x", "aantal": True}]), "True"),
        (anders(cellen=[{"a": "x", "aantal": 1, "status": "geheim"}]), "geheim"),
        (anders(cellen=[{"a": "x", "aantal": 7, "status": "primair"}]), "noemt"),
        (anders(cellen=[{"a": "x", "aantal": 7}, {"a": "x", "aantal": 8}]), "twee keer"),
        (anders(cellen=[{"a": "x", "aantal": 7}, {"a": "Totaal", "aantal": 8}]), "tellen op tot 7"),
        (anders(hierarchie={"b": {}}), "niet past: b"),
        (anders(hierarchie={"a": {"Totaal": "x"}}), "niet te lezen"),
        (anders(hierarchie={"a": {"Totaal": ["y"]}}), "niet in de hiërarchie"),
        (anders(hierarchie={"a": {"Totaal": ["x"], "y": ["x"]}}), "op twee plaatsen"),
        (anders(hierarchie={"a": {"Totaal": ["x"], "y": ["z"]}}), "één totaal"),
        (anders(hierarchie={"a": {"Totaal": ["x"], "y": ["z"], "z": ["y"]}}), "één totaal"),
    ],
)
def test_bad_input_is_told_in_words(voer: Voer, document: object, woord: str) -> None:
    code, uit = voer("bescherm", document)
    assert code == 1
    assert woord in uit["toelichting"]
    assert uit["doe"]
    assert uit["fout"] != "onvoorzien"


@pytest.mark.parametrize(
    ("cellen", "woord"),
    [
        ([{"a": "x", "aantal": 7}, {"a": "x", "aantal": 8}], "twee keer"),
        ([{"a": f"x{n}", "aantal": None, "status": "verborgen"} for n in range(3_000)], "te veel"),
        ([{"a": "x", "aantal": None, "status": "open"}], "zonder aantal"),
    ],
)
def test_what_can_not_be_audited_is_told_in_words(voer: Voer, cellen: list[Any], woord: str) -> None:
    code, uit = voer("controleer", anders(cellen=cellen))
    assert (code, uit["fout"], woord in uit["toelichting"]) == (1, "tabel_klopt_niet", True)


def test_what_stands_in_no_words_is_no_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bestand = tmp_path / "tabellen.json"
    for inhoud in (b"\0" * 100, '{"naam": "caf\u00e9"}'.encode("latin1"), b"PK\x03\x04\xff\xff"):
        bestand.write_bytes(inhoud)
        for opdracht in ("bescherm", "controleer"):
            assert voer_uit(["onthulling", opdracht, str(bestand)]) == 1
            assert "geen JSON" in capsys.readouterr().err


def test_open_cells_that_do_not_add_up_cannot_be_audited(voer: Voer) -> None:
    cellen = [{"a": "x", "aantal": 7}, {"a": "y", "aantal": 8}, {"a": "Totaal", "aantal": 16}]
    assert voer("controleer", anders(cellen=cellen))[1]["fout"] == "telt_niet_op"


@pytest.mark.parametrize("keuze", [("--k", "4"), ("--mogelijk", "1")])
def test_less_than_the_promise_is_wrong_usage(voer: Voer, keuze: tuple[str, str]) -> None:
    assert voer("bescherm", anders(), *keuze)[0] == 2


def test_more_than_there_is_can_not_be_asked(voer: Voer) -> None:
    assert voer("bescherm", anders(), "--mogelijk", "5")[1]["fout"] == "te_veel_gevraagd"
