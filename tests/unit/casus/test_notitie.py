"""Who of the household may read a note by default."""

from datetime import date

import pytest

from samendoen.casus.rules import Huisgenoot, standaard_lezers

OP = date(2024, 6, 3)
MOEDER, VADER, KIND, JONGERE = 1, 2, 3, 4
MENSEN = {
    MOEDER: Huisgenoot(MOEDER, date(1985, 1, 1), True),
    VADER: Huisgenoot(VADER, date(1980, 1, 1), False),  # moved out, and still has custody
    KIND: Huisgenoot(KIND, date(2016, 1, 1), True, (MOEDER, VADER)),
    JONGERE: Huisgenoot(JONGERE, date(2008, 6, 3), True, (MOEDER, VADER)),
}


@pytest.mark.parametrize(
    ("over", "lezers"),
    [
        ((MOEDER,), {MOEDER}),
        ((VADER,), {VADER}),
        ((KIND,), {KIND, MOEDER}),
        ((JONGERE,), {JONGERE}),
        ((MOEDER, KIND), {MOEDER}),
        ((MOEDER, VADER), set()),
        ((MOEDER, KIND, JONGERE), set()),
        ((), set()),
    ],
)
def test_a_reader_may_read_about_every_one_of_them(over: tuple[int, ...], lezers: set[int]) -> None:
    assert standaard_lezers(over, MENSEN, OP) == lezers
