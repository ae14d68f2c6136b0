"""Figures leave the house by one door: what computes them, what publishes them, and who may not count.

What the answers hold is seen in tests/integration/buiten; here stands who could go around it at all.
"""

import re
from pathlib import Path

BRON = Path(__file__).resolve().parents[3] / "src" / "samendoen"

REKENEN = {
    "cijfers/queries/beschermen.py": "to protect what it counts",
    "cijfers/queries/meer.py": "of many municipalities, for who keeps that lake; the council is refused",
    "cijfers/queries/tabellen.py": "for staff; a publication is read instead for everybody else",
}
"""Who asks the engine for a figure, and for what."""
BUITENKANT = ("beleid", "site/web", "cijfers/web")
"""What makes pages for the council and the public."""
WIE_TELT = ("toegang", "casus", "besluiten", "berichten", "inwoners", "werk")
"""Contexts with dossiers: their counts go out as facts alone."""
MET_REDEN = {
    "beleid/actions/publicatie.py": "closes the task of who wrote an account",
    "beleid/queries/initiatieven.py": "the words of a rule of tasks",
    "beleid/queries/werkronde.py": "the words of a rule of tasks",
    "site/web/api.py": "collects the API of each context; the council has no part in it",
    "site/web/zoekuitslag.py": "finds a person, for who may search for one",
}


def importeurs(patroon: str, onder: str = "") -> set[str]:
    """Return the files below a folder with a line that matches."""
    zoek = re.compile(patroon, re.MULTILINE)
    paden = (BRON / onder).rglob("*.py")
    return {pad.relative_to(BRON).as_posix() for pad in paden if zoek.search(pad.read_text())}


def test_the_engine_is_asked_in_few_places_and_each_says_what_for() -> None:
    assert importeurs(r"^\s*from samendoen\.cijfers\.queries\.motor import") == REKENEN.keys()


def test_a_publication_is_made_in_one_place_from_what_was_protected() -> None:
    assert importeurs(r"Publicatie\.objects\.(bulk_)?create") == {"cijfers/actions/publicatie.py"}
    assert importeurs(r"import openbare_tabellen") == {"cijfers/actions/publicatie.py"}
    assert importeurs(r"queries\.onthulling\.bescherm import") == {
        "cijfers/queries/beschermen.py",
        "cijfers/queries/onthulling/document.py",
    }


def test_who_makes_pages_for_the_council_counts_no_dossiers() -> None:
    contexten = "|".join(WIE_TELT)
    for onder in BUITENKANT:
        gevonden = importeurs(rf"^\s*(from|import) samendoen\.({contexten})\b", onder)
        assert gevonden <= MET_REDEN.keys(), onder
    lezen = importeurs(r"gebeurtenissen_tot|stekkers\.feit\b|import (duckdb|pyarrow|ibis)", "beleid")
    assert not lezen
