"""What comes free if one stops, counted by hand: by whole months, notice to the end of a month."""

from datetime import date

import pytest

from samendoen.beleid.rules.raad import Vast, Vrijval, eindigt, nog_te_besteden, vast_in_jaar, wat_als

JUNI = date(2024, 6, 3)


@pytest.mark.parametrize(
    ("tot", "termijn", "einde"),
    [
        (date(2026, 12, 31), None, date(2026, 12, 31)),  # nobody may end it sooner
        (date(2026, 12, 31), 3, date(2024, 9, 30)),
        (date(2024, 7, 15), 3, date(2024, 7, 15)),  # never later than itself
        (None, 0, date(2024, 6, 30)),
        (None, 8, date(2025, 2, 28)),
    ],
)
def test_notice_ends_with_a_month_and_never_after_the_promise(
    tot: date | None, termijn: int | None, einde: date
) -> None:
    assert eindigt(Vast(100, date(2020, 1, 1), tot, termijn), JUNI) == einde


def test_what_is_still_owed_is_counted_in_whole_months() -> None:
    subsidie = Vast(1_200_00, date(2020, 1, 1), date(2025, 3, 31), None)
    assert vast_in_jaar(subsidie, 2023, JUNI) == 0
    assert vast_in_jaar(subsidie, 2024, JUNI) == 600_00  # July to December
    assert vast_in_jaar(subsidie, 2025, JUNI) == 300_00
    assert vast_in_jaar(subsidie, 2026, JUNI) == 0
    later = Vast(1_200_00, date(2024, 11, 15), date(2025, 12, 31), None)
    assert vast_in_jaar(later, 2024, JUNI) == 200_00  # the month in which it begins counts
    assert vast_in_jaar(Vast(100_01, date(2020, 1, 1), None, 1), 2024, JUNI) == 8_33  # July alone


def test_in_december_nothing_of_the_year_is_left() -> None:
    assert nog_te_besteden(1_200_00, 2024, date(2024, 12, 1)) == 0
    assert nog_te_besteden(1_200_00, 2025, date(2024, 12, 1)) == 1_200_00
    assert nog_te_besteden(1_200_00, 2023, date(2024, 12, 1)) == 0


def test_what_comes_free_is_never_less_than_nothing() -> None:
    vast = [Vast(900_00, date(2020, 1, 1), date(2025, 12, 31), None), Vast(600_00, date(2020, 1, 1), None, 3)]
    jaren = wat_als({2023: 1_200_00, 2024: 1_200_00, 2025: 1_200_00, 2026: 1_200_00}, vast, JUNI)
    assert jaren == [
        Vrijval(2024, 600_00, 450_00 + 150_00),
        Vrijval(2025, 1_200_00, 900_00),
        Vrijval(2026, 1_200_00, 0),
    ]
    assert [j.vrij for j in jaren] == [0, 300_00, 1_200_00]
    assert Vrijval(2024, 100, 101).vrij == 0
    assert wat_als({}, vast, JUNI) == []
