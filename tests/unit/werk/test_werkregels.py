"""The rules of clocks and tasks on values."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samendoen.recht.api import Grond, Schorsing, bereken
from samendoen.werk import rules
from samendoen.werk.rules import (
    TAAK_OVERGANGEN,
    TERMIJN_OVERGANGEN,
    Stand,
    Stilstand,
    Taakstatus,
    Termijnstatus,
)

DAG = date(2024, 6, 3)


def nadert_op(van: date, einde: date, stil: int = 0) -> date:
    return rules.nadert_op(van, einde, stil, procent=75, dagen=3)


def dagen(n: int) -> date:
    return DAG + timedelta(days=n)


def test_every_status_of_a_clock_has_its_transitions() -> None:
    assert set(TERMIJN_OVERGANGEN) == set(Termijnstatus)
    assert set(TAAK_OVERGANGEN) == set(Taakstatus)


def test_only_a_running_clock_can_stand_still_move_or_end() -> None:
    eindstanden = set(Termijnstatus) - {Termijnstatus.LOOPT}
    doen = {"schors", "hervat", "verdaag", "draag_over", "haal", "mis", "verval"}
    assert set(TERMIJN_OVERGANGEN[Termijnstatus.LOOPT]) == doen
    assert not any(doen & set(TERMIJN_OVERGANGEN[stand]) for stand in eindstanden)


@pytest.mark.parametrize(
    ("lengte", "voor_het_einde"),
    [(42, 10), (56, 14), (14, 3), (7, 3), (4, 3), (3, 3), (84, 21)],
)
def test_a_clock_asks_attention_with_a_quarter_or_three_days_left(lengte: int, voor_het_einde: int) -> None:
    einde = dagen(lengte)
    assert nadert_op(DAG, einde) == einde - timedelta(days=voor_het_einde)


def test_a_clock_of_two_days_asks_attention_from_the_start() -> None:
    assert nadert_op(DAG, dagen(2)) == DAG


def test_days_that_stood_still_do_not_count_for_three_quarters() -> None:
    # 42 days of work stretched by 28 still days: a quarter of 42, not of 70.
    assert nadert_op(DAG, dagen(70), stil=28) == dagen(60)


def test_three_quarters_is_where_progress_says_so() -> None:
    einde = dagen(40)
    nadert = nadert_op(DAG, einde)
    assert rules.voortgang(DAG, einde, nadert) >= 0.75
    assert rules.voortgang(DAG, einde, nadert - timedelta(days=1)) < 0.75


@pytest.mark.parametrize(("dag", "deel"), [(-5, 0.0), (0, 0.0), (20, 0.5), (40, 1.0), (60, 1.0)])
def test_progress_goes_from_nothing_to_all(dag: int, deel: float) -> None:
    assert rules.voortgang(DAG, dagen(40), dagen(dag)) == deel


def test_progress_stands_still_while_the_clock_does() -> None:
    stil = [Stilstand(dagen(10), dagen(19), Grond.INSTEMMING)]
    assert rules.voortgang(DAG, dagen(50), dagen(9), stil) == rules.voortgang(DAG, dagen(50), dagen(19), stil)


@pytest.mark.parametrize(
    ("status", "uiterste", "nadert", "stil", "stand"),
    [
        ("loopt", 10, 5, False, Stand.LOOPT),
        ("loopt", 10, 0, False, Stand.NADERT),
        ("loopt", 0, -3, False, Stand.NADERT),
        ("loopt", -1, -9, False, Stand.TE_LAAT),
        ("loopt", -1, -9, True, Stand.STIL),
        ("gehaald", -1, -9, False, Stand.GEHAALD),
        ("gemist", 9, 0, False, Stand.GEMIST),
        ("vervallen", 9, 0, True, Stand.VERVALLEN),
    ],
)
def test_what_a_list_shows(status: str, uiterste: int, nadert: int, stil: bool, stand: Stand) -> None:
    assert rules.stand(status, dagen(uiterste), dagen(nadert), stil, DAG) is stand


def test_the_last_day_itself_is_in_time() -> None:
    assert rules.na_voltooiing(DAG, DAG) is Termijnstatus.GEHAALD
    assert rules.na_voltooiing(DAG, dagen(1)) is Termijnstatus.GEMIST


def test_a_set_term_that_lapses_ends_the_suspension_by_itself() -> None:
    stil = Stilstand(DAG, None, Grond.AANVULLING, hersteltermijn=dagen(14))
    assert stil.op(dagen(14)) == Schorsing(DAG, None, Grond.AANVULLING)
    assert stil.op(dagen(15)) == Schorsing(DAG, dagen(14), Grond.AANVULLING)
    assert stil.loopt(dagen(14))
    assert not stil.loopt(dagen(15))


def test_an_objection_clock_begins_when_the_objection_term_has_ended() -> None:
    assert rules.begin("beslissing-op-bezwaar", date(2025, 4, 14)) == date(2025, 5, 26)
    assert rules.begin("wmo-onderzoek", DAG) == DAG


@pytest.mark.parametrize(
    ("van", "tot", "raakt"),
    [(0, 5, False), (0, 10, True), (12, 13, True), (20, 25, True), (21, 25, False), (5, None, True)],
)
def test_suspensions_that_share_a_day_overlap(van: int, tot: int | None, raakt: bool) -> None:
    bestaand = [Schorsing(dagen(10), dagen(20), Grond.INSTEMMING)]
    nieuw = Schorsing(dagen(van), None if tot is None else dagen(tot), Grond.INSTEMMING)
    assert rules.overlapt(nieuw, bestaand) is raakt


def test_a_new_invitation_on_the_day_of_the_supplement_does_not_overlap() -> None:
    bestaand = [Schorsing(DAG, dagen(14), Grond.AANVULLING)]
    assert not rules.overlapt(Schorsing(dagen(14), None, Grond.AANVULLING), bestaand)


@st.composite
def stilstanden(draw: st.DrawFn) -> list[Stilstand]:
    """Draw suspensions one after the other, the first within the eight weeks."""
    gemaakt: list[Stilstand] = []
    vanaf = 0
    for _ in range(draw(st.integers(0, 4))):
        vanaf += draw(st.integers(1, 8))
        duur = draw(st.integers(0, 30))
        grond = draw(st.sampled_from([Grond.INSTEMMING, Grond.VERTRAGING, Grond.OVERMACHT]))
        gemaakt.append(Stilstand(dagen(vanaf), dagen(vanaf + duur), grond))
        vanaf += duur
    return gemaakt


@given(stilstanden())
def test_a_clock_that_approaches_is_never_past_its_last_day(stil: list[Stilstand]) -> None:
    einde = rules.reken("awb-beslistermijn", DAG, stil).einde
    still = rules.stille_dagen(stil, DAG, einde)
    nadert = nadert_op(DAG, einde, still)
    assert DAG <= nadert <= einde - timedelta(days=3)
    assert einde >= bereken("awb-beslistermijn", DAG).einde


@given(stilstanden())
def test_progress_never_runs_back(stil: list[Stilstand]) -> None:
    einde = rules.reken("awb-beslistermijn", DAG, stil).einde
    delen = [rules.voortgang(DAG, einde, dagen(n), stil) for n in range((einde - DAG).days + 1)]
    assert delen == sorted(delen)
    assert (delen[0], delen[-1]) == (0.0, 1.0)
