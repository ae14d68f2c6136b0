"""Holidays of the Algemene termijnenwet against the calendars of the years themselves."""

from datetime import date

import pytest

from samendoen.recht.api import erkende_feestdag, feestdagen, is_erkende_feestdag
from samendoen.recht.kalender import eerste_paasdag, koningsdag

PASEN = [
    "2008-03-23",
    "2011-04-24",
    "2015-04-05",
    "2016-03-27",
    "2017-04-16",
    "2018-04-01",
    "2019-04-21",
    "2020-04-12",
    "2021-04-04",
    "2022-04-17",
    "2023-04-09",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2029-04-01",
    "2030-04-21",
    "2035-03-25",
    "2038-04-25",
]


@pytest.mark.parametrize("pasen", PASEN)
def test_easter_falls_where_the_almanac_says(pasen: str) -> None:
    dag = date.fromisoformat(pasen)
    assert eerste_paasdag(dag.year) == dag


def test_2025_has_exactly_these_holidays() -> None:
    assert {dag.isoformat(): feestdag.grondslag for dag, feestdag in feestdagen(2025).items()} == {
        "2025-01-01": "Atw art. 3 lid 1",
        "2025-04-18": "Atw art. 3 lid 2",
        "2025-04-21": "Atw art. 3 lid 1",
        "2025-04-26": "Atw art. 3 lid 1",
        "2025-05-05": "Atw art. 3 lid 1",
        "2025-05-29": "Atw art. 3 lid 1",
        "2025-05-30": "Atw art. 3 lid 3",
        "2025-06-09": "Atw art. 3 lid 1",
        "2025-12-25": "Atw art. 3 lid 1",
        "2025-12-26": "Atw art. 3 lid 1",
    }


@pytest.mark.parametrize(
    ("jaar", "dag"), [(2014, 26), (2024, 27), (2025, 26), (2026, 27), (2031, 26), (2036, 26)]
)
def test_koningsdag_moves_to_saturday_when_the_27th_is_a_sunday(jaar: int, dag: int) -> None:
    assert koningsdag(jaar) == date(jaar, 4, dag)


def test_before_2014_the_birthday_of_the_queen_was_celebrated() -> None:
    assert erkende_feestdag(date(2012, 4, 30)) is not None
    assert erkende_feestdag(date(2012, 4, 27)) is None
    assert koningsdag(2006) == date(2006, 4, 29)


@pytest.mark.parametrize("jaar", range(2014, 2036))
def test_5_may_is_a_holiday_every_year_not_once_in_five(jaar: int) -> None:
    assert is_erkende_feestdag(date(jaar, 5, 5))


@pytest.mark.parametrize(
    "dag",
    [
        "2023-04-28",
        "2023-05-19",
        "2024-05-10",
        "2024-12-27",
        "2025-05-30",
        "2026-01-02",
        "2026-05-15",
        "2027-05-07",
        "2028-04-28",
        "2028-05-26",
    ],
)
def test_days_equated_by_decree_count_as_holidays(dag: str) -> None:
    feestdag = erkende_feestdag(date.fromisoformat(dag))
    assert feestdag is not None
    assert feestdag.grondslag == "Atw art. 3 lid 3"


@pytest.mark.parametrize(
    "dag", ["2026-05-04", "2025-04-27", "2025-12-24", "2025-12-31", "2029-05-11", "2025-10-31"]
)
def test_other_days_are_no_holidays(dag: str) -> None:
    assert erkende_feestdag(date.fromisoformat(dag)) is None


def test_ascension_on_5_may_is_one_holiday() -> None:
    assert len(feestdagen(2016)) == 8
    assert is_erkende_feestdag(date(2016, 5, 5))
