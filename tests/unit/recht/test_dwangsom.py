"""Penalty for deciding late (Awb art. 4:17 and 4:18)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samendoen.recht.api import Rechtsfout, bereken_dwangsom, vaststellen_uiterlijk
from samendoen.recht.dwangsom import MAXIMUM_EUROCENT, bedrag

VERSTREKEN = date(2025, 9, 1)
INGEBREKE = date(2025, 9, 2)
EERSTE = date(2025, 9, 17)


def test_the_worked_example() -> None:
    dwangsom = bereken_dwangsom(VERSTREKEN, INGEBREKE, date(2025, 9, 30))
    assert (dwangsom.eerste_dag, dwangsom.dagen, dwangsom.bedrag_eurocent) == (EERSTE, 14, 32200)


@pytest.mark.parametrize(
    ("dagen", "euro"),
    [
        (0, 0),
        (1, 23),
        (13, 299),
        (14, 322),
        (15, 357),
        (27, 777),
        (28, 812),
        (29, 857),
        (41, 1397),
        (42, 1442),
        (43, 1442),
        (400, 1442),
        (-1, 0),
    ],
)
def test_the_amount_climbs_in_three_steps_of_fourteen_days(dagen: int, euro: int) -> None:
    assert bedrag(dagen) == euro * 100


def test_the_maximum_is_1442_euro() -> None:
    assert MAXIMUM_EUROCENT == 100 * (14 * 23 + 14 * 35 + 14 * 45) == 144_200


@pytest.mark.parametrize(
    ("tot", "dagen"), [("2025-09-16", 0), ("2025-09-17", 1), ("2025-10-28", 42), ("2025-10-29", 42)]
)
def test_days_count_from_the_first_through_the_forty_second(tot: str, dagen: int) -> None:
    assert bereken_dwangsom(VERSTREKEN, INGEBREKE, date.fromisoformat(tot)).dagen == dagen


def test_the_forty_two_days_run_on_over_christmas() -> None:
    dwangsom = bereken_dwangsom(date(2025, 10, 31), date(2025, 11, 1), date(2026, 6, 1))
    assert dwangsom.eerste_dag == date(2025, 11, 16)  # a Sunday: the Atw does not apply
    assert dwangsom.laatste_dag == date(2025, 12, 27)  # 15 + 27 days, a Saturday


def test_a_late_notice_starts_the_clock_late() -> None:
    assert bereken_dwangsom(VERSTREKEN, date(2025, 12, 1), date(2025, 12, 15)).eerste_dag == date(
        2025, 12, 16
    )


@pytest.mark.parametrize(
    ("notice", "warned"), [("2025-08-20", True), ("2025-09-01", True), ("2025-09-02", False)]
)
def test_a_notice_before_the_term_was_over_warns(notice: str, warned: bool) -> None:
    dwangsom = bereken_dwangsom(VERSTREKEN, date.fromisoformat(notice), date(2025, 9, 30))
    assert bool(dwangsom.waarschuwingen) is warned


def test_a_notice_before_the_term_was_over_never_counts_before_the_term() -> None:
    assert bereken_dwangsom(VERSTREKEN, date(2025, 8, 20), date(2025, 9, 30)).eerste_dag == date(2025, 9, 16)


def test_the_first_day_can_be_read_a_day_earlier() -> None:
    assert bereken_dwangsom(VERSTREKEN, INGEBREKE, date(2025, 9, 30), eerste_dag_na=14).eerste_dag == date(
        2025, 9, 16
    )


@pytest.mark.parametrize("na", [0, 13, 16])
def test_another_first_day_is_refused(na: int) -> None:
    with pytest.raises(Rechtsfout, match="14 of 15"):
        bereken_dwangsom(VERSTREKEN, INGEBREKE, date(2025, 9, 30), eerste_dag_na=na)


@pytest.mark.parametrize("dag", [date.min, date.max])
def test_dates_far_away_are_refused(dag: date) -> None:
    for dagen in ((dag, INGEBREKE, EERSTE), (VERSTREKEN, dag, EERSTE), (VERSTREKEN, INGEBREKE, dag)):
        with pytest.raises(Rechtsfout) as fout:
            bereken_dwangsom(*dagen)
        assert fout.value.fout == "datum-buiten-bereik"


def test_the_penalty_is_fixed_within_two_weeks_after_its_last_day() -> None:
    assert vaststellen_uiterlijk(date(2025, 10, 28)).einde == date(2025, 11, 11)


@given(st.integers(-100, 200))
def test_a_day_more_never_costs_less_and_never_more_than_45_euro(dagen: int) -> None:
    assert 0 <= bedrag(dagen + 1) - bedrag(dagen) <= 4500


@given(st.dates(date(2015, 1, 1), date(2100, 1, 1)), st.integers(0, 100), st.integers(-10, 100))
def test_the_penalty_is_the_sum_of_its_days(verstreken: date, later: int, tot: int) -> None:
    ingebreke = verstreken + timedelta(days=later)
    dwangsom = bereken_dwangsom(verstreken, ingebreke, ingebreke + timedelta(days=tot))
    tarieven = [2300] * 14 + [3500] * 14 + [4500] * 14
    assert dwangsom.bedrag_eurocent == sum(tarieven[: max(tot - 14, 0)])
