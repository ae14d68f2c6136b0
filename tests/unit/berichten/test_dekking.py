"""docs/berichten.md says of every rule of the documentation whether it is implemented."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from gereedschap.berichtregels import BESTAND, VERVALT, bijgewerkt, vormregels
from samendoen.berichten.rules.inhoud import ALLE_REGELS as REGELS
from samendoen.berichten.rules.tabellen import CODES
from samendoen.berichten.rules.verkeer import ALLE_KRUISREGELS as KRUISREGELS


def test_the_generated_part_is_up_to_date() -> None:
    """Otherwise: .venv/bin/python -m gereedschap.berichtregels"""
    tekst = BESTAND.read_text()
    assert bijgewerkt(tekst) == tekst


def test_a_rule_is_either_implemented_or_explained() -> None:
    """And it belongs to one level."""
    levels = [vormregels().keys(), REGELS.keys(), KRUISREGELS.keys(), VERVALT.keys()]
    assert sum(map(len, levels)) == len(set().union(*levels))


def test_the_counts_are_those_of_the_design() -> None:
    assert {soort: sum(code.startswith(soort) for code in REGELS) for soort in ("CD", "CS", "TR")} == {
        "CD": 22,
        "CS": 16,
        "TR": 22,
    }
    assert Counter(regel.niveau for regel in KRUISREGELS.values()) == {3: 54, 4: 4}


def test_every_rule_that_is_answered_has_a_code_of_the_list() -> None:
    """Three rules on the answer to an invoice have none: nobody answers an answer."""
    zonder = {regel.code for regel in KRUISREGELS.values() if not regel.retourcode}
    assert zonder == {"TR337", "TR371", "TR376"}
    gebruikt = {regel.retourcode for regel in KRUISREGELS.values()} - {""}
    assert gebruikt | {"0001", "0200", "0233", "8001"} == set(CODES["WJ001"].split())


@pytest.mark.schemas_niet_in_repo
def test_no_rule_of_the_documentation_is_forgotten(schemas: Path) -> None:
    bron = schemas / "documentatie" / "regels-ijw-3.2.csv"
    if not bron.exists():
        pytest.skip("the documentation does not lie beside the schemas")
    with bron.open(encoding="utf-8-sig", newline="") as bestand:
        codes = {rij["Regelcode"] for rij in csv.DictReader(bestand)}
    technisch = {code for code in codes if re.fullmatch(r"(CD|CS|RS|TR)[0-9]+", code)}
    gezegd = REGELS.keys() | vormregels().keys() | KRUISREGELS.keys() | VERVALT.keys()
    assert technisch - gezegd == set()
    assert {code for code in gezegd if re.fullmatch(r"(CD|CS|RS|TR)[0-9]+", code)} - technisch == set()
