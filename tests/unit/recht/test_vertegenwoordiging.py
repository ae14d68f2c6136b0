"""To whom a letter goes: by age, custody and representation."""

from datetime import date

import pytest

from samendoen.recht.api import Post, Rechtsfout, post_aan

OP = date(2024, 6, 3)
OUD = date(1950, 1, 1)


@pytest.mark.parametrize(
    ("geboren", "aan"),
    [
        (date(2012, 6, 4), [Post.GEZAG]),
        (date(2012, 6, 3), [Post.GEZAG, Post.ZELF]),
        (date(2008, 6, 4), [Post.GEZAG, Post.ZELF]),
        (date(2008, 6, 3), [Post.ZELF]),
        (OUD, [Post.ZELF]),
    ],
)
def test_age_decides_whether_who_has_custody_reads(geboren: date, aan: list[Post]) -> None:
    assert [r.aan for r in post_aan(geboren, OP)] == aan


def test_a_curator_and_a_mentor_come_before_the_resident() -> None:
    regels = post_aan(OUD, OP, frozenset({Post.MENTOR, Post.CURATOR}))
    assert [(r.aan, r.via) for r in regels] == [
        (Post.CURATOR, True),
        (Post.MENTOR, True),
        (Post.ZELF, False),
    ]
    assert all(r.grondslag and r.uitleg for r in regels)


def test_an_administrator_reads_what_is_about_money_alone() -> None:
    wie = frozenset({Post.BEWINDVOERDER})
    assert [r.aan for r in post_aan(OUD, OP, wie)] == [Post.ZELF]
    assert [r.aan for r in post_aan(OUD, OP, wie, geld=True)] == [Post.ZELF, Post.BEWINDVOERDER]


def test_of_a_minor_a_mentor_does_not_count_and_a_power_of_attorney_from_sixteen() -> None:
    alle = frozenset(Post) - {Post.ZELF, Post.GEZAG}
    assert [r.aan for r in post_aan(date(2016, 1, 1), OP, alle)] == [Post.GEZAG]
    assert [r.aan for r in post_aan(date(2007, 1, 1), OP, alle)] == [Post.ZELF, Post.GEMACHTIGDE]


def test_a_day_before_the_birth_is_refused() -> None:
    with pytest.raises(Rechtsfout):
        post_aan(date(2025, 1, 1), OP)
