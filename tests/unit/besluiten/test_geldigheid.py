"""What holds for a time: one at a time, nothing overwritten, a mistake taken back leaves what there was."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samendoen.besluiten.events.aanbod import TariefAfgesproken, TariefEindigt, TariefIngetrokken
from samendoen.besluiten.rules.geldigheid import (
    Afspraak,
    Afspraakstand,
    Bezwaar,
    pas_in,
    trek_in,
    voeg_in,
    vouw_afspraak,
)

BEGIN = date(2024, 1, 1)
OPEN, JAAR = Afspraak(1, BEGIN), Afspraak(1, BEGIN, date(2025, 1, 1))
DAGEN = [BEGIN + timedelta(days=n) for n in range(-2, 45)]
periodes = st.lists(
    st.tuples(st.integers(0, 30), st.none() | st.integers(1, 12)).map(
        lambda p: (
            BEGIN + timedelta(days=p[0]),
            None if p[1] is None else BEGIN + timedelta(days=p[0] + p[1]),
        )
    ),
    max_size=7,
)


def maak(reeks: list[tuple[date, date | None]]) -> list[Afspraak]:
    """Return what there is after trying these one by one; what does not fit is passed over."""
    alle: list[Afspraak] = []
    for nummer, (van, tot) in enumerate(reeks, 1):
        if pas_in(alle, van, tot).bezwaar is None:
            alle = voeg_in(alle, Afspraak(nummer, van, tot))
    return alle


def kaart(alle: list[Afspraak]) -> dict[date, int | None]:
    """Return by day which agreement holds; fails when two do."""
    per: dict[date, int | None] = {}
    for dag in DAGEN:
        [*geldend] = [a.id for a in alle if a.geldt(dag)]
        assert len(geldend) <= 1
        per[dag] = geldend[0] if geldend else None
    return per


@given(periodes, st.integers(0, 30), st.none() | st.integers(1, 12))
@settings(max_examples=150, deadline=None)
def test_a_new_one_holds_on_its_days_and_changes_none_before(
    reeks: list[tuple[date, date | None]], begin: int, duur: int | None
) -> None:
    oud = maak(reeks)
    van = BEGIN + timedelta(days=begin)
    tot = None if duur is None else van + timedelta(days=duur)
    if pas_in(oud, van, tot).bezwaar is not None:
        return
    nieuw = voeg_in(oud, Afspraak(99, van, tot))
    voor, na = kaart(oud), kaart(nieuw)
    for dag in DAGEN:
        if dag < van:
            assert na[dag] == voor[dag]
        elif tot is None or dag < tot:
            assert na[dag] == 99
    assert kaart(trek_in(nieuw, nieuw[-1])) == voor


@given(periodes, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_taking_back_in_any_order_never_makes_two_hold_and_ends_with_nothing(
    reeks: list[tuple[date, date | None]], toeval: object
) -> None:
    alle = maak(reeks)
    while alle:
        weg = toeval.choice(alle)  # type: ignore[attr-defined]
        voor = kaart(alle)
        alle = trek_in(alle, weg)
        na = kaart(alle)
        assert all(na[dag] == voor[dag] for dag in DAGEN if voor[dag] not in (None, weg.id))


@pytest.mark.parametrize(
    ("bestaand", "van", "tot", "bezwaar"),
    [
        ([], BEGIN, BEGIN, Bezwaar.LEEG),
        ([OPEN], BEGIN, None, Bezwaar.ZELFDE_BEGIN),
        ([OPEN], date(2023, 6, 1), None, Bezwaar.LATER),
        ([JAAR], date(2024, 6, 1), date(2024, 9, 1), Bezwaar.BINNEN),
        ([OPEN], date(2023, 6, 1), BEGIN, None),
        ([OPEN], date(2024, 6, 1), date(2024, 9, 1), None),
        ([JAAR], date(2024, 6, 1), date(2025, 1, 1), None),
        ([JAAR], date(2025, 1, 1), None, None),
    ],
)
def test_what_overlaps_is_refused_and_says_what_is_in_its_way(
    bestaand: list[Afspraak], van: date, tot: date | None, bezwaar: Bezwaar | None
) -> None:
    past = pas_in(bestaand, van, tot)
    assert past.bezwaar == bezwaar
    assert (past.met is None) == (bezwaar in (None, Bezwaar.LEEG))
    if bezwaar is not None:
        with pytest.raises(ValueError, match=bezwaar):
            voeg_in(bestaand, Afspraak(9, van, tot))


def test_taking_back_the_middle_one_of_three_lets_the_first_go_on_up_to_the_third() -> None:
    drie = maak([(BEGIN, date(2025, 1, 1)), (date(2024, 4, 1), None), (date(2024, 7, 1), None)])
    zonder = trek_in(drie, drie[1])
    assert [(a.id, a.tot) for a in zonder] == [(1, date(2024, 7, 1)), (3, None)]
    assert [(a.id, a.tot) for a in trek_in(zonder, zonder[1])] == [(1, date(2025, 1, 1))]


def test_the_state_of_an_agreement_is_the_fold_of_its_events() -> None:
    begin = TariefAfgesproken(product="p", aanbieder=None, eurocent=1, van=BEGIN, tot=None)
    eind = TariefEindigt(tot=date(2024, 7, 1))
    assert vouw_afspraak([]) is None
    assert vouw_afspraak([begin, eind, TariefEindigt(tot=None)]) == Afspraakstand(BEGIN, None)
    assert vouw_afspraak([begin, eind, TariefIngetrokken()]) == Afspraakstand(BEGIN, eind.tot, True)
