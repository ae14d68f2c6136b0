"""Dates, money and numbers as people read them."""

from collections.abc import Callable
from datetime import date

import pytest
from django.utils.translation import override

from samendoen.schil import api

DAG = date(2025, 4, 22)


@pytest.mark.parametrize(
    ("functie", "nederlands", "engels"),
    [
        (api.datum_lang, "di 22 april 2025", "Tue 22 April 2025"),
        (api.datum_voluit, "dinsdag 22 april 2025", "Tuesday 22 April 2025"),
        (api.datum_zonder_dag, "22 april 2025", "22 April 2025"),
        (api.datum_kort, "22-04-2025", "22 Apr 2025"),
    ],
)
def test_a_date_reads_as_people_write_it(
    functie: Callable[[date], str], nederlands: str, engels: str
) -> None:
    with override("nl"):
        assert functie(DAG) == nederlands
    with override("en"):
        assert functie(DAG) == engels


@pytest.mark.parametrize(
    ("vandaag", "tekst"),
    [
        (date(2025, 4, 10), "nog 12 dagen"),
        (date(2025, 4, 21), "nog 1 dag"),
        (DAG, "vandaag"),
        (date(2025, 4, 23), "1 dag te laat"),
        (date(2025, 4, 24), "2 dagen te laat"),
        (date(2020, 1, 1), "nog 1.938 dagen"),
    ],
)
def test_days_left_are_counted_in_words(vandaag: date, tekst: str) -> None:
    with override("nl"):
        assert api.dagen_over(DAG, vandaag) == tekst


def test_a_calculated_day_is_never_late() -> None:
    with override("nl"):
        assert api.dagen_geleden(DAG, date(2025, 4, 24)) == "2 dagen geleden"
        assert api.dagen_geleden(DAG, date(2025, 4, 10)) == "over 12 dagen"


def test_a_term_shows_its_last_day_and_the_days_left() -> None:
    with override("nl"):
        assert api.termijn_tekst(DAG, date(2025, 4, 10)) == "di 22 april 2025 (nog 12 dagen)"


@pytest.mark.parametrize(
    ("cent", "nederlands", "engels"),
    [
        (102_572_900, "€ 1.025.729", "€ 1,025,729"),
        (-102_572_900, "-€ 1.025.729", "-€ 1,025,729"),
        (2350, "€ 23,50", "€ 23.50"),
        (-5, "-€ 0,05", "-€ 0.05"),
        (0, "€ 0", "€ 0"),
    ],
)
def test_an_amount_has_cents_only_when_there_are_any(cent: int, nederlands: str, engels: str) -> None:
    with override("nl"):
        assert api.euro(cent) == nederlands.replace("€ ", "€\u00a0")
    with override("en"):
        assert api.euro(cent) == engels.replace("€ ", "€\u00a0")


def test_a_penalty_always_shows_cents() -> None:
    with override("nl"):
        assert api.euro_centen(144_200) == "€\u00a01.442,00"


def test_a_share_of_nothing_is_no_percentage() -> None:
    with override("nl"):
        assert api.percentage(7542, 12_570) == "60%"
        assert api.percentage(0, 0) == "-"


def test_a_memoised_text_does_not_leak_into_another_language() -> None:
    with override("nl"):
        eerst = api.aantal(12_570)
    with override("en"):
        assert api.aantal(12_570) == "12,570" != eerst
