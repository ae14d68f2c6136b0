"""The task rules as data: every municipality's file, and what the schema refuses."""

from collections import defaultdict
from typing import Any

import pytest
from pydantic import ValidationError

from samendoen.kernel import stekkers
from samendoen.kernel.definities import Definitiefout, definitie_pad
from samendoen.werk.definities import Regel, taakregelbestand, taakregels_van

BESTANDEN = sorted(pad.stem for pad in definitie_pad("taakregels").glob("*.toml"))
LANG = "een heel lang woord dat hier zou kunnen staan"
GOED: dict[str, Any] = {
    "code": "proef",
    "naam": "proef",
    "taak": "Doe iets",
    "waarom": "op {dag} sprak u af om binnen {binnen_dagen} dagen iets te doen.",
    "binnen_dagen": 3,
    "aanname": True,
}


@pytest.mark.parametrize("naam", BESTANDEN)
def test_every_rule_is_one_that_code_knows_and_its_sentences_fit(naam: str) -> None:
    bekend = {code for code, _regel in stekkers.taakregel}
    for regel in taakregels_van(naam).values():
        assert regel.code in bekend or regel.vanaf is not None, regel.code
        getallen = {veld: waarde for veld, waarde in regel if isinstance(waarde, int)}
        woorden: dict[str, object] = defaultdict(lambda: LANG)
        woorden |= getallen
        for zin in (regel.taak, *regel.varianten.values()):
            assert len(zin.format_map(woorden)) <= 200, regel.code
        assert len(regel.waarom.format_map(woorden)) <= 400, regel.code
    assert taakregelbestand(naam).regel


def test_every_rule_that_explains_itself_has_a_row() -> None:
    rijen = taakregels_van("algemeen")
    zonder = {c for c, regel in stekkers.taakregel if regel.herleid is not None and c not in rijen}
    assert zonder == {"leeftijd", "leeftijd-voorziening"}  # have a row for each age


def test_an_own_file_replaces_rows_and_keeps_the_others() -> None:
    algemeen, eigen = taakregels_van("algemeen"), taakregels_van("vijfheerenlanden")
    assert algemeen.keys() == eigen.keys()
    anders = {code for code in eigen if eigen[code] != algemeen[code]}
    assert "toekomstplan" in anders
    assert eigen["toekomstplan"].document == "uitvoeringskader"


def test_a_rule_says_what_and_why_with_its_own_numbers() -> None:
    tekst, uitleg = Regel(**GOED).schrijf(dag="maandag")
    assert tekst == "Doe iets"
    assert uitleg == "Regel “proef”: op maandag sprak u af om binnen 3 dagen iets te doen."


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"code": "Met Hoofdletters"}, "code"),
        ({"binnen_dagen": -1}, "binnen_dagen"),
        ({"procent": 100}, "procent"),
        ({"aanname": False}, "bron"),
        ({"vanaf": {"jaren": 18}, "tot": {"jaren": 17, "maanden": 6}}, "tot ligt niet na vanaf"),
        ({"python": "import os"}, "python"),
    ],
)
def test_the_schema_refuses_what_cannot_be(anders: dict[str, Any], woord: str) -> None:
    with pytest.raises(ValidationError) as fout:
        Regel(**GOED | anders)
    assert woord in str(fout.value)


def test_a_missing_number_and_an_unknown_place_are_named() -> None:
    with pytest.raises(Definitiefout, match="mist het getal dagen_na"):
        Regel(**GOED).getal("dagen_na")
    with pytest.raises(Definitiefout, match="een plek die niet bestaat"):
        Regel(**GOED).schrijf(maand="juni")
