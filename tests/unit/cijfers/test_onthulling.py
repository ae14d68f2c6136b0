"""Small numbers are hidden, on either side of a share."""

import pytest

from samendoen.cijfers.rules.onthulling.drempel import te_klein
from samendoen.cijfers.rules.uitdrukking import Uitkomst


@pytest.mark.parametrize(
    ("aantal", "verborgen"), [(0, False), (1, True), (4, True), (5, False), (6, False), (1000, False)]
)
def test_a_count_from_one_to_four_is_hidden(aantal: int, verborgen: bool) -> None:
    assert te_klein(Uitkomst((), aantal), 5) is verborgen


@pytest.mark.parametrize(
    ("teller", "noemer", "verborgen"),
    [
        (0, 0, False),
        (0, 4, True),
        (0, 5, False),
        (4, 40, True),
        (5, 10, False),
        (36, 40, True),
        (40, 40, False),
        (35, 40, False),
    ],
)
def test_a_share_is_hidden_when_few_are_in_it_or_few_are_not(
    teller: int, noemer: int, verborgen: bool
) -> None:
    assert te_klein(Uitkomst((), teller, noemer), 5) is verborgen


def test_a_higher_threshold_hides_more() -> None:
    assert te_klein(Uitkomst((), 9), 10)


def test_no_threshold_hides_nothing() -> None:
    assert not te_klein(Uitkomst((), 1), 0)
