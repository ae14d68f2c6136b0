"""Extend, change, end: what it does to the assignments, whatever the days, and by which code."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samendoen.besluiten.models import REDENEN as REDENNAMEN
from samendoen.besluiten.rules.wijziging import (
    REDENEN,
    Aanpassing,
    Gevolg,
    Loopt,
    Nieuw,
    Reden,
    RedenWijziging,
    Verandering,
    Wat,
    code_van,
    eindig,
    grondslag,
    mag_vanaf,
    redenen_bij,
    splitst,
    verleng,
    wijzig,
)

VAN, TOT, VANDAAG = date(2024, 6, 10), date(2025, 6, 9), date(2024, 9, 2)
LATER = date(2025, 12, 8)
OUD = Wat(VAN, TOT, 300, "per_week", "zin", 1)
LOOPT = Loopt(7, 1, VAN, TOT, geldt=True)
CODE = RedenWijziging


def anders(**wat: object) -> Wat:
    velden = {
        veld: getattr(OUD, veld) for veld in ("van", "tot", "honderdste", "frequentie", "vorm", "aanbieder")
    }
    return Wat(**{**velden, **wat})


def test_every_code_of_the_standard_comes_from_an_event_but_the_lapsed_and_the_removed() -> None:
    gebruikt = {regel.code for regel in REDENEN.values()}
    assert set(CODE) - gebruikt == {CODE.VERVALLEN, CODE.VERWIJDERD}
    assert set(REDENEN) == set(Reden) == set(REDENNAMEN)
    assert {c.value for c in CODE} == {f"{n:02}" for n in range(1, 15)}


def test_each_event_has_its_code() -> None:
    codes = {reden.value: regel.code.value for reden, regel in REDENEN.items()}
    assert codes == {
        "nog_nodig": "04", "op_verzoek_aanbieder": "12", "meer_of_minder": "05", "andere_vorm": "08",
        "andere_aanbieder": "09", "contract": "03", "bekostiging": "10", "correctie": "14",
        "doel_bereikt": "05", "wens_inwoner": "05", "niet_meer_nodig": "05", "overlijden": "02",
        "verhuizing": "07", "andere_wet": "06", "herindeling": "11", "na_stop": "14", "ten_onrechte": "14",
    }  # fmt: skip
    for verandering in Verandering:
        assert redenen_bij(verandering)
    assert Reden.OVERLIJDEN in redenen_bij(Verandering.BEEINDIGING)
    assert Reden.OVERLIJDEN not in redenen_bij(Verandering.WIJZIGING)


def test_the_documentation_names_every_code() -> None:
    tekst = (Path(__file__).parents[3] / "docs/berichten.md").read_text()
    for code in CODE:
        assert f"| {code.value} | " in tekst


def test_a_budget_or_somebody_else_says_more_than_less() -> None:
    assert code_van(Reden.MEER_OF_MINDER, OUD, anders(vorm="pgb", aanbieder=None)) is CODE.LEVERINGSVORM
    assert code_van(Reden.MEER_OF_MINDER, OUD, anders(aanbieder=2)) is CODE.ANDERE_AANBIEDER
    assert code_van(Reden.MEER_OF_MINDER, OUD, anders(honderdste=100)) is CODE.VERKORT
    assert code_van(Reden.CONTRACT, OUD, anders(aanbieder=2)) is CODE.CONTRACT


def test_an_extension_moves_the_last_day_and_keeps_the_number() -> None:
    gevolg = verleng(OUD, anders(tot=LATER), [LOOPT], CODE.VERLENGD, VANDAAG)
    assert gevolg == Gevolg((Aanpassing(7, LATER, CODE.VERLENGD, eindigt=False),))


def test_what_was_over_gets_a_new_number() -> None:
    gevolg = verleng(OUD, anders(tot=LATER), [LOOPT], CODE.VERLENGD, TOT)
    assert gevolg == Gevolg((Aanpassing(7, TOT, None, eindigt=True),), Nieuw(1, TOT, LATER))


def test_an_extension_without_anybody_or_with_a_budget_assigns_nothing() -> None:
    assert verleng(OUD, anders(tot=LATER), [], CODE.VERLENGD, VANDAAG) == Gevolg()
    pgb = anders(vorm="pgb", aanbieder=None)
    assert verleng(pgb, anders(vorm="pgb", tot=LATER), [], CODE.VERLENGD, VANDAAG) == Gevolg()


PER = date(2024, 10, 1)


@pytest.mark.parametrize(
    ("nieuw", "apart", "tot", "code", "volgt"),
    [
        # More hours a week: the old number ends, a new one begins.
        ({"honderdste": 500}, True, PER, CODE.VERKORT, Nieuw(1, PER, TOT)),
        # Somebody else, the same help: the provision stays.
        ({"aanbieder": 2}, False, PER, CODE.ANDERE_AANBIEDER, Nieuw(2, PER, TOT)),
        # A budget: nobody is asked any more.
        ({"vorm": "pgb", "aanbieder": None}, True, PER, CODE.LEVERINGSVORM, None),
    ],
)
def test_a_change_of_the_need(
    nieuw: dict[str, object], apart: bool, tot: date, code: RedenWijziging, volgt: Nieuw | None
) -> None:
    wordt = anders(**nieuw)
    assert splitst(OUD, wordt, PER) is apart
    gevolg = wijzig(OUD, wordt, PER, [LOOPT], code)
    assert gevolg == Gevolg((Aanpassing(7, tot, code, eindigt=True),), volgt)


def test_a_total_over_the_period_may_change_in_what_there_is() -> None:
    totaal = anders(frequentie="totaal")
    meer = anders(frequentie="totaal", honderdste=900)
    assert not splitst(totaal, meer, PER)
    gevolg = wijzig(totaal, meer, PER, [LOOPT], CODE.VERKORT)
    assert gevolg == Gevolg((Aanpassing(7, TOT, CODE.VERKORT, eindigt=False),))
    assert splitst(totaal, anders(frequentie="totaal", aanbieder=2), PER)


def test_from_budget_to_kind_somebody_is_asked_and_nothing_ends() -> None:
    pgb = anders(vorm="pgb", aanbieder=None)
    assert wijzig(pgb, OUD, PER, [], CODE.LEVERINGSVORM) == Gevolg((), Nieuw(1, PER, TOT))


def test_what_never_began_is_removed() -> None:
    [een] = eindig([LOOPT], VAN, CODE.OVERLEDEN)
    assert een == Aanpassing(7, VAN, CODE.VERWIJDERD, eindigt=True)


def test_an_end_shortens_all_that_goes_on_and_leaves_what_was_over() -> None:
    eerst = Loopt(6, 1, VAN, date(2024, 8, 1), geldt=False)
    toekomst = Loopt(8, 2, date(2025, 1, 1), TOT, geldt=True)
    tussen = Loopt(7, 1, date(2024, 8, 1), date(2025, 1, 1), geldt=False)
    assert eindig([eerst, tussen, toekomst], PER, CODE.VERHUISD) == (
        Aanpassing(7, PER, CODE.VERHUISD, eindigt=True),
        Aanpassing(8, date(2025, 1, 1), CODE.VERWIJDERD, eindigt=True),
    )


def test_what_harms_works_afterwards_only() -> None:
    morgen = VANDAAG + timedelta(days=1)
    assert not mag_vanaf(Reden.DOEL_BEREIKT, VANDAAG, VANDAAG)
    assert mag_vanaf(Reden.DOEL_BEREIKT, morgen, VANDAAG)
    assert mag_vanaf(Reden.OVERLIJDEN, VAN, VANDAAG)


def test_the_article_follows_law_and_reason() -> None:
    assert "2.3.9" in grondslag("wmo", Verandering.WIJZIGING, Reden.MEER_OF_MINDER)
    assert "woonplaats" in grondslag("jeugd", Verandering.BEEINDIGING, Reden.VERHUIZING)
    assert grondslag("geen", Verandering.BEEINDIGING, Reden.VERHUIZING, "artikel 49 RVV") == "artikel 49 RVV"


dagen = st.dates(date(2024, 1, 1), date(2027, 12, 31))
tellers = st.sampled_from([100, 300, 500])


@st.composite
def lopend(draw: st.DrawFn) -> tuple[Wat, list[Loopt]]:
    """Draw a provision in kind with assignments that follow each other, the last of which holds."""
    grenzen = sorted(draw(st.lists(dagen, min_size=2, max_size=5, unique=True)))
    open_ = draw(st.booleans())
    paren = list(pairwise(grenzen))
    rijen = [
        Loopt(nr, draw(st.integers(1, 3)), van, tot, geldt=tot == grenzen[-1])
        for nr, (van, tot) in enumerate(paren)
    ]
    eind = None if open_ else grenzen[-1]
    if open_:
        rijen[-1] = Loopt(rijen[-1].toewijzing, rijen[-1].aanbieder, rijen[-1].van, None, geldt=True)
    frequentie = draw(st.sampled_from(["per_week", "totaal"]))
    wat = Wat(grenzen[0], eind, draw(tellers), frequentie, "zin", rijen[-1].aanbieder)
    return wat, rijen


def na(rijen: list[Loopt], gevolg: Gevolg) -> list[tuple[date, date]]:
    """Return the periods of the assignments afterwards, in order, without what was removed."""
    per = {a.toewijzing: a for a in gevolg.aanpassingen}
    perioden = [(t.van, per[t.toewijzing].tot if t.toewijzing in per else t.tot) for t in rijen]
    if gevolg.nieuw:
        perioden.append((gevolg.nieuw.van, gevolg.nieuw.tot))
    return sorted((van, tot or date.max) for van, tot in perioden if tot != van)


def in_orde(rijen: list[Loopt], gevolg: Gevolg) -> None:
    """Assert that periods never overlap or turn around, and that the code says removed for what is empty."""
    perioden = na(rijen, gevolg)
    assert all(van < tot for van, tot in perioden)
    assert all(een[1] <= ander[0] for een, ander in pairwise(perioden))
    van = {t.toewijzing: t.van for t in rijen}
    for a in gevolg.aanpassingen:
        assert (a.code is CODE.VERWIJDERD) == (a.tot == van[a.toewijzing])
    blijft = {a.toewijzing for a in gevolg.aanpassingen if not a.eindigt}
    weg = {a.toewijzing for a in gevolg.aanpassingen if a.eindigt}
    geldt = {t.toewijzing for t in rijen if t.geldt} - weg | blijft
    assert len(geldt) + bool(gevolg.nieuw) <= 1


@given(lopend(), dagen)
def test_after_an_end_nobody_gives_anything(geval: tuple[Wat, list[Loopt]], per: date) -> None:
    _oud, rijen = geval
    gevolg = Gevolg(eindig(rijen, per, CODE.VERHUISD))
    in_orde(rijen, gevolg)
    assert all(tot <= per for _van, tot in na(rijen, gevolg))


@given(lopend(), st.integers(1, 900), dagen)
def test_an_extension_reaches_the_new_day_without_a_hole(
    geval: tuple[Wat, list[Loopt]], erbij: int, vandaag: date
) -> None:
    oud, rijen = geval
    if oud.tot is None:
        return
    tot = oud.tot + timedelta(days=erbij)
    nieuw = Wat(oud.van, tot, oud.honderdste, oud.frequentie, oud.vorm, oud.aanbieder)
    gevolg = verleng(oud, nieuw, rijen, CODE.VERLENGD, vandaag)
    in_orde(rijen, gevolg)
    perioden = na(rijen, gevolg)
    assert (perioden[0][0], perioden[-1][1]) == (oud.van, tot)
    assert all(een[1] == ander[0] for een, ander in pairwise(perioden))
    # A new number only when the last day was past (OP380).
    assert (gevolg.nieuw is not None) == (oud.tot <= vandaag)


@given(lopend(), dagen, tellers, st.integers(1, 3))
def test_a_change_holds_from_its_first_day(
    geval: tuple[Wat, list[Loopt]], per: date, honderdste: int, wie: int
) -> None:
    oud, rijen = geval
    if not (oud.van <= per and (oud.tot is None or per < oud.tot)):
        return
    nieuw = Wat(oud.van, oud.tot, honderdste, oud.frequentie, "zin", wie)
    gevolg = wijzig(oud, nieuw, per, rijen, CODE.VERKORT)
    in_orde(rijen, gevolg)
    if gevolg.nieuw is not None:
        assert (gevolg.nieuw.van, gevolg.nieuw.aanbieder) == (per, wie)
    # Another volume per week never keeps its number (IV066).
    if splitst(oud, nieuw, per):
        assert gevolg.nieuw is not None
        assert all(a.eindigt for a in gevolg.aanpassingen)
