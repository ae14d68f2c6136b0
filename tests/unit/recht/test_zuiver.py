"""The package stays pure: standard library only, no clock; and its documentation stays true."""

import ast
import sys
from pathlib import Path

import pytest

import samendoen.recht
from samendoen.recht.tabel import markdown_tabel

MAP = Path(samendoen.recht.__file__).parent
BESTANDEN = sorted(MAP.glob("**/*.py"))
KLOKKEN = {"today", "now", "utcnow"}


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda bestand: bestand.name)
def test_it_imports_only_the_standard_library_and_itself(bestand: Path) -> None:
    for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
        namen = [alias.name for alias in knoop.names] if isinstance(knoop, ast.Import) else []
        if isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0
            namen = [knoop.module or ""]
        for naam in namen:
            assert naam.split(".")[0] in sys.stdlib_module_names or naam.startswith("samendoen.recht"), naam


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda bestand: bestand.name)
def test_it_reads_no_clock_and_no_file(bestand: Path) -> None:
    for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Attribute):
            assert knoop.attr not in KLOKKEN
        if isinstance(knoop, ast.Name):
            assert knoop.id not in {"open", "print", "input"}


def test_the_table_in_the_documentation_is_the_one_in_the_code() -> None:
    docs = MAP.parents[2] / "docs" / "recht.md"
    assert markdown_tabel() in docs.read_text(encoding="utf-8")
