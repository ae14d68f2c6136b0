"""Dividing over villages adds up to the cent, whatever the amount; the part is granted from the whole."""

from hypothesis import given, settings
from hypothesis import strategies as st

from samendoen.beleid.rules.initiatief import geld_per_regel, tekort, verdeel

DORPEN = st.dictionaries(st.text(min_size=1, max_size=6), st.integers(0, 60_000), min_size=1, max_size=9)


@settings(max_examples=60)
@given(st.integers(0, 10**9), DORPEN.filter(lambda d: sum(d.values()) > 0))
def test_a_division_adds_up_and_is_never_a_cent_off(eurocent: int, inwoners: dict[str, int]) -> None:
    delen = verdeel(eurocent, inwoners)
    samen = sum(inwoners.values())
    assert sum(delen.values()) == eurocent
    for dorp, deel in delen.items():
        assert abs(deel * samen - eurocent * inwoners[dorp]) < samen
        assert deel == 0 or inwoners[dorp] > 0


def test_equal_remainders_go_by_name() -> None:
    assert verdeel(100, {"C": 1, "A": 1, "B": 1}) == {"C": 33, "A": 34, "B": 33}


def test_there_must_be_room_in_the_part_and_in_the_whole() -> None:
    deel_van = {"preventie": "innovatie"}
    regels = geld_per_regel(
        {"preventie": 170, "innovatie": 200}, deel_van, {"preventie": 100, "innovatie": 60}
    )
    assert {c: r.over for c, r in regels.items()} == {"preventie": 70, "innovatie": 40}
    assert tekort(regels, deel_van, "preventie", 40) is None
    krap = tekort(regels, deel_van, "preventie", 50)
    assert krap and krap.code == "innovatie"
    leeg = geld_per_regel({"preventie": None, "innovatie": 200}, deel_van, {})
    onbepaald = tekort(leeg, deel_van, "preventie", 1)
    assert onbepaald and onbepaald.over is None
