"""Algemene termijnenwet art. 1, 2, 4: on terms made for the purpose, so that each rule stands alone."""

from datetime import date

import pytest

from samendoen.recht.api import (
    Eenheid,
    Grond,
    Rechtsfout,
    Schorsing,
    Termijnsoort,
    bereken,
    plus_werkdagen,
    terugrekenen,
)
from samendoen.recht.atw import Verschuiving, valt_onder_atw


def soort(aantal: int, eenheid: Eenheid, verschuiving: Verschuiving = Verschuiving.ATW) -> Termijnsoort:
    """Make a term of this length that can be suspended for a supplement, unless it is in working days."""
    gronden = () if eenheid is Eenheid.WERKDAGEN else ((Grond.AANVULLING, "Awb art. 4:15 lid 1"),)
    return Termijnsoort(
        f"proef-{aantal}-{eenheid}-{verschuiving}", "proef", aantal, eenheid, "Proefwet art. 1",
        "begint de proef", "dan is de proef klaar", verschuiving, gronden,
    )  # fmt: skip


def laatste_dag(aantal: int, eenheid: Eenheid, start: str) -> str:
    return bereken(soort(aantal, eenheid), date.fromisoformat(start)).einde.isoformat()


def test_twelve_weeks_that_end_on_easter_monday_move() -> None:
    assert laatste_dag(12, Eenheid.WEKEN, "2025-01-27") == "2025-04-22"  # 4 + 28 + 31 + 21 = 84 days


def test_thirteen_weeks_that_end_on_easter_monday_stay() -> None:
    assert laatste_dag(13, Eenheid.WEKEN, "2025-01-20") == "2025-04-21"  # 91 days


def test_ninety_days_move_and_ninety_one_stay() -> None:
    assert laatste_dag(90, Eenheid.DAGEN, "2025-01-21") == "2025-04-22"  # 10 + 28 + 31 + 21 = 90 days
    assert laatste_dag(91, Eenheid.DAGEN, "2025-01-20") == "2025-04-21"


def test_three_months_move_and_four_stay() -> None:
    assert laatste_dag(3, Eenheid.MAANDEN, "2025-01-21") == "2025-04-22"
    assert laatste_dag(4, Eenheid.MAANDEN, "2024-12-21") == "2025-04-21"


def test_a_year_stays() -> None:
    assert laatste_dag(1, Eenheid.JAREN, "2024-04-21") == "2025-04-21"


@pytest.mark.parametrize(("aantal", "eenheid"), [(1, Eenheid.UREN), (72, Eenheid.UREN), (1, Eenheid.JAREN)])
def test_hours_and_years_are_never_covered(aantal: int, eenheid: Eenheid) -> None:
    assert not valt_onder_atw(aantal, eenheid)


def test_why_a_long_term_stays_on_a_sunday_is_explained() -> None:
    stappen = bereken(soort(13, Eenheid.WEKEN), date(2025, 1, 19)).stappen  # ends Sunday 20 April
    assert "Atw art. 4" in {stap.grondslag for stap in stappen}


def test_three_days_from_thursday_end_on_monday() -> None:
    assert (
        laatste_dag(3, Eenheid.DAGEN, "2025-09-04") == "2025-09-08"
    )  # Sunday moves; holds Friday and Monday


def test_three_days_from_friday_are_lengthened_to_hold_two_ordinary_days() -> None:
    assert laatste_dag(3, Eenheid.DAGEN, "2025-09-05") == "2025-09-09"  # Monday alone is one; art. 2


def test_two_days_from_friday_are_not_lengthened() -> None:
    assert laatste_dag(2, Eenheid.DAGEN, "2025-09-05") == "2025-09-08"  # art. 2 starts at three days


def test_four_days_over_easter_hold_two_ordinary_days() -> None:
    assert (
        laatste_dag(4, Eenheid.DAGEN, "2025-04-17") == "2025-04-23"
    )  # Good Friday .. Easter Monday: Tue, Wed


def test_an_ordinary_day_on_which_the_term_stood_still_does_not_count_for_the_two() -> None:
    schorsing = Schorsing(date(2025, 9, 4), date(2025, 9, 6))  # stands still on Friday 5 September
    termijn = bereken(soort(3, Eenheid.DAGEN), date(2025, 9, 4), [schorsing])
    assert termijn.einde == date(2025, 9, 9)  # Monday 8 alone is one: Tuesday


def test_lengthening_for_two_ordinary_days_names_article_2() -> None:
    stappen = bereken(soort(3, Eenheid.DAGEN), date(2025, 9, 5)).stappen
    assert [stap.grondslag for stap in stappen].count("Atw art. 2") == 2


def test_the_length_is_judged_before_suspension() -> None:
    schorsing = Schorsing(date(2025, 1, 10), date(2025, 2, 21))  # 11 January - 20 February = 41 days
    termijn = bereken(soort(8, Eenheid.WEKEN), date(2025, 1, 1), [schorsing])
    assert termijn.einde == date(2025, 4, 8)  # 26 February + 41 = 2 + 31 + 8: Tuesday
    termijn = bereken(
        soort(8, Eenheid.WEKEN), date(2025, 1, 1), [Schorsing(date(2025, 1, 10), date(2025, 2, 24))]
    )
    assert termijn.einde == date(2025, 4, 11)  # three days more: Friday
    termijn = bereken(
        soort(8, Eenheid.WEKEN), date(2025, 1, 1), [Schorsing(date(2025, 1, 10), date(2025, 2, 25))]
    )
    assert termijn.einde == date(2025, 4, 14)  # Saturday 12 April, 101 days after the start, still moves


def test_a_long_term_that_stands_still_on_its_last_day_is_lengthened_too() -> None:
    schorsing = Schorsing(date(2025, 4, 20), date(2025, 4, 25))  # 21-24 April; the term ends on the 21st
    assert bereken(soort(13, Eenheid.WEKEN), date(2025, 1, 20), [schorsing]).einde == date(2025, 4, 25)


def test_a_term_that_is_not_in_a_law_stays_on_a_sunday() -> None:
    termijn = bereken(soort(2, Eenheid.WEKEN, Verschuiving.GEEN), date(2025, 9, 7))
    assert termijn.einde == date(2025, 9, 21)
    assert "Atw art. 5" in {stap.grondslag for stap in termijn.stappen}


def test_a_term_in_european_law_moves_off_a_sunday_but_not_off_good_friday() -> None:
    assert bereken("avg-maand", date(2025, 8, 7)).einde == date(2025, 9, 8)  # Sunday 7 September
    assert bereken("avg-maand", date(2025, 3, 18)).einde == date(2025, 4, 18)  # Good Friday


@pytest.mark.parametrize("dag", ["2025-04-20", "2025-04-21", "2025-12-25"])
def test_counting_backwards_never_moves(dag: str) -> None:
    gezocht = date.fromisoformat(dag)
    hoorzitting = date.fromordinal(gezocht.toordinal() + 10)
    assert terugrekenen(hoorzitting, 10, Eenheid.DAGEN) == gezocht


def test_counting_backwards_by_months_lands_on_the_last_day_of_a_short_month() -> None:
    assert terugrekenen(date(2025, 3, 31), 1, Eenheid.MAANDEN) == date(2025, 2, 28)


def test_counting_backwards_refuses_a_negative_number() -> None:
    with pytest.raises(Rechtsfout, match="negatief"):
        terugrekenen(date(2025, 3, 31), -1, Eenheid.DAGEN)


def test_working_days_skip_the_weekend() -> None:
    assert plus_werkdagen(date(2025, 9, 5), 1) == date(2025, 9, 8)


@pytest.mark.parametrize(("aantal", "eenheid"), [(0, Eenheid.DAGEN), (-3, Eenheid.WEKEN), (24, Eenheid.UREN)])
def test_an_impossible_kind_cannot_be_made(aantal: int, eenheid: Eenheid) -> None:
    with pytest.raises(Rechtsfout) as fout:
        soort(aantal, eenheid)
    assert fout.value.fout == "soort-onmogelijk"


def test_a_term_in_working_days_cannot_be_suspendable() -> None:
    with pytest.raises(Rechtsfout, match="werkdagen"):
        Termijnsoort(
            "x",
            "x",
            3,
            Eenheid.WERKDAGEN,
            "x",
            "x",
            "x",
            schorsgronden=((Grond.AANVULLING, "Awb art. 4:15 lid 1"),),
        )
