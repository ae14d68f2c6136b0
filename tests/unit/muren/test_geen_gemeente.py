"""A municipality is data: no code asks which one it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

from samendoen.kernel.definities import definitie_pad
from samendoen.recht.api import GEMEENTEN

BRON = Path(__file__).resolve().parents[3] / "src" / "samendoen"
NAMEN = {pad.stem for pad in definitie_pad("gemeenten").glob("*.toml")}
VERBODEN = {naam.casefold() for naam in (*GEMEENTEN, *GEMEENTEN.values(), *NAMEN)}


def vragen(boom: ast.AST) -> Iterator[ast.AST]:
    """Yield every part of a program that chooses by comparing."""
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Compare | ast.MatchValue):
            yield knoop
        elif isinstance(knoop, ast.If | ast.IfExp | ast.While):
            yield knoop.test


def gemeenten_in(broncode: str) -> set[str]:
    """Return the municipalities by which a program chooses."""
    woorden = {
        deel.value.casefold()
        for vraag in vragen(ast.parse(broncode))
        for deel in ast.walk(vraag)
        if isinstance(deel, ast.Constant) and isinstance(deel.value, str)
    }
    return woorden & VERBODEN


def test_no_code_chooses_by_municipality() -> None:
    gevonden = {
        str(pad.relative_to(BRON)): namen
        for pad in BRON.rglob("*.py")
        if (namen := gemeenten_in(pad.read_text(encoding="utf-8")))
    }
    assert gevonden == {}


def test_the_wall_breaks_when_it_is_violated() -> None:
    assert gemeenten_in('if gemeente == "Lopik":\n    pass') == {"lopik"}
    assert gemeenten_in('x = 1 if code in ("1961", "9999") else 2') == {"1961"}
    assert gemeenten_in('match naam:\n    case "vijfheerenlanden":\n        pass') == {"vijfheerenlanden"}
    assert gemeenten_in('print("Lopik")') == set()
