"""Small numbers are hidden, on either side of a share."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samendoen.cijfers.rules.onthulling.drempel import te_klein, verborgen, verborgen_delen
from samendoen.cijfers.rules.uitdrukking import Kolomgroep, Periodegroep, Uitkomst, Verdeling, Vraag


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


@pytest.mark.parametrize(
    ("delen", "weg"),
    [
        ([40, 60, 900], set()),
        ([3, 60, 900], {0, 1}),
        ([3, 4, 6, 900], {0, 1, 2}),
        ([1, 1, 900], {0, 1, 2}),
        ([2], {0}),
        ([2, 2], {0, 1}),
        ([], set()),
    ],
)
def test_a_small_part_of_a_whole_takes_another_with_it(delen: list[int], weg: set[int]) -> None:
    assert verborgen_delen(delen, 5) == weg


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=2, max_size=4))
def test_an_attacker_who_knows_the_whole_cannot_compute_a_hidden_part(delen: list[int]) -> None:
    """Every hidden part has at least five values with which the rest would look the same."""
    weg = sorted(verborgen_delen(delen, 5))
    if len(weg) in (0, len(delen)):
        return  # nothing is hidden; or nothing of this whole is shown, the whole neither
    rest = sum(delen[i] for i in weg)
    mogelijk = [set[int]() for _ in weg]
    for gok in product(range(1, rest), repeat=len(weg) - 1):
        if (laatste := rest - sum(gok)) >= 1:
            for plaats, waarde in enumerate((*gok, laatste)):
                mogelijk[plaats].add(waarde)
    assert all(len(waarden) >= 5 for waarden in mogelijk)


def test_parts_are_hidden_within_their_own_whole() -> None:
    vraag = Vraag("proef", (), (Kolomgroep("niveau"), Periodegroep("jaar", "dag")), Verdeling("niveau"))
    uitkomsten = [
        Uitkomst(("licht", 2023), 3, 103),
        Uitkomst(("licht", 2024), 30, 130),
        Uitkomst(("zwaar", 2023), 100, 103),
        Uitkomst(("zwaar", 2024), 100, 130),
    ]
    assert verborgen(vraag, uitkomsten, 5) == {0, 2}
