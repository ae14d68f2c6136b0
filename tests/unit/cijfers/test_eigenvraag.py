"""Own questions without a database: the address of a choice, and the sheets that go outside."""

from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samendoen.cijfers.definities.bladen import bladen, lees_bladen
from samendoen.cijfers.queries.bladen import bladvragen
from samendoen.cijfers.rules.keuze import Keuze, adres, als_woord, lees
from samendoen.kernel.definities import Definitiefout

codes = st.text("abcdefgh_:-0123456789", min_size=1, max_size=12)
keuzes = st.builds(
    Keuze,
    feit=codes,
    maat=codes,
    rijen=st.just("") | codes,
    kolommen=st.just("") | codes,
    dag=st.just("") | codes,
    periode=st.just("") | codes,
    alleen=st.lists(st.tuples(codes, st.just("") | codes), max_size=2).map(tuple),
    buiten=st.booleans(),
    peildatum=st.just("") | codes,
)
BLAD = """
aanname = true
toelichting = "Om te proeven."
[[blad]]
code = "een"
naam = "Een"
telt = "dingen"
feit = "{feit}"
periode = "ontvangen_op"
per = {per}
filter = {filter}
"""


@given(keuzes)
def test_a_choice_is_what_its_address_says(keuze: Keuze) -> None:
    assert lees(dict(parse_qsl(adres(keuze)))) == keuze


def test_what_an_address_does_not_know_is_passed_over() -> None:
    assert lees({"feit": "melding", "naam": "Jansen", "w1": "los", "buiten": "misschien"}) == Keuze("melding")
    assert [als_woord(waarde) for waarde in (None, True, False, 2024, "wmo")] == [
        "-",
        "ja",
        "nee",
        "2024",
        "wmo",
    ]


@pytest.mark.parametrize(
    ("feit", "per", "filter_", "wat"),
    [
        ("melding", '["team", "kanaal"]', '[{ kolom = "kader", is = "wmo" }]', "filter: het openbare cijfer"),
        ("besluit", '["team", "op_tijd"]', '[{ kolom = "op_tijd", in = [true, false] }]', "kiest op op_tijd"),
        ("meldcode", '["team", "jaar"]', "[]", "onthulling.toml"),
        ("melding", '["team"]', "[]", "per"),
    ],
)
def test_a_sheet_that_would_give_something_away_is_refused(
    tmp_path: Path, feit: str, per: str, filter_: str, wat: str
) -> None:
    pad = tmp_path / "bladen.toml"
    pad.write_text(BLAD.format(feit=feit, per=per, filter=filter_))
    with pytest.raises(Definitiefout, match=wat):
        lees_bladen(pad)


def test_every_sheet_asks_a_question_of_its_own() -> None:
    vragen = dict(bladvragen({blad.feit for blad in bladen()}))
    assert vragen.keys() == {blad.code for blad in bladen()}
    assert len(set(vragen.values())) == len(vragen)
