"""Properties that hold for every term, and the engine against a slow and obvious reference."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samendoen.recht.api import SOORTEN, Eenheid, Grond, Schorsing, Termijnsoort, bereken, feestdagen

DAG = timedelta(days=1)

# Every weekday the Algemene termijnenwet excludes in the years of which all decrees are known.
FEESTDAGEN_PER_JAAR = {
    2023: [(4, 7), (4, 10), (4, 27), (4, 28), (5, 5), (5, 18), (5, 19), (5, 29), (12, 25), (12, 26)],
    2024: [(1, 1), (3, 29), (4, 1), (5, 9), (5, 10), (5, 20), (12, 25), (12, 26), (12, 27)],
    2025: [(1, 1), (4, 18), (4, 21), (5, 5), (5, 29), (5, 30), (6, 9), (12, 25), (12, 26)],
    2026: [(1, 1), (1, 2), (4, 3), (4, 6), (4, 27), (5, 5), (5, 14), (5, 15), (5, 25), (12, 25)],
    2027: [(1, 1), (3, 26), (3, 29), (4, 27), (5, 5), (5, 6), (5, 7), (5, 17)],
    2028: [(4, 14), (4, 17), (4, 27), (4, 28), (5, 5), (5, 25), (5, 26), (6, 5), (12, 25), (12, 26)],
}  # fmt: skip
FEESTDAGEN = {date(jaar, *dag) for jaar, dagen in FEESTDAGEN_PER_JAAR.items() for dag in dagen}


def gewoon(dag: date) -> bool:
    return dag.weekday() < 5 and dag not in FEESTDAGEN


# Starts leave room for the longest term here, so that every end lies in a year we know.
starts = st.dates(date(2023, 1, 1), date(2027, 12, 31))
atw_soorten = st.sampled_from([soort for soort in SOORTEN.values() if soort.atw])
alle_soorten = st.sampled_from(list(SOORTEN.values()))
proefsoorten = st.builds(
    lambda aantal, eenheid: Termijnsoort(
        f"proef-{aantal}-{eenheid}", "proef", aantal, eenheid, "Proefwet", "begint zij", "dan is zij om",
        schorsgronden=tuple((grond, "Awb art. 4:15") for grond in Grond),
    ),
    st.integers(1, 13),
    st.sampled_from([Eenheid.DAGEN, Eenheid.WEKEN]),
)  # fmt: skip


@st.composite
def schorsingen_rond(draw: st.DrawFn, start: date) -> list[Schorsing]:
    """Suspensions around a start: before, within, across the end and after it, overlapping or not."""
    paren = draw(
        st.lists(st.tuples(st.integers(-20, 130), st.integers(0, 40), st.sampled_from(Grond)), max_size=5)
    )
    return [Schorsing(start + van * DAG, start + (van + lengte) * DAG, grond) for van, lengte, grond in paren]


@given(st.data(), starts)
def test_a_term_never_ends_on_a_day_the_law_excludes(data: st.DataObject, start: date) -> None:
    soort = data.draw(st.one_of(atw_soorten, proefsoorten.filter(lambda soort: soort.atw)))
    schorsingen = data.draw(schorsingen_rond(start)) if len(soort.schorsgronden) == len(Grond) else []
    assert gewoon(bereken(soort, start, schorsingen).einde)


@given(st.data(), proefsoorten, starts)
def test_suspending_never_shortens(data: st.DataObject, soort: Termijnsoort, start: date) -> None:
    schorsingen = data.draw(schorsingen_rond(start))
    zonder = bereken(soort, start, schorsingen[:-1]).einde
    assert bereken(soort, start, schorsingen).einde >= zonder


@given(st.data(), proefsoorten, starts)
def test_the_order_of_suspensions_does_not_matter(
    data: st.DataObject, soort: Termijnsoort, start: date
) -> None:
    schorsingen = data.draw(schorsingen_rond(start))
    anders = data.draw(st.permutations(schorsingen))
    assert bereken(soort, start, schorsingen).einde == bereken(soort, start, anders).einde


@given(st.data(), proefsoorten, starts)
def test_the_engine_agrees_with_walking_day_by_day(
    data: st.DataObject, soort: Termijnsoort, start: date
) -> None:
    schorsingen = data.draw(schorsingen_rond(start))
    assert bereken(soort, start, schorsingen).einde == loop_dag_voor_dag(soort, start, schorsingen)


def loop_dag_voor_dag(soort: Termijnsoort, start: date, schorsingen: list[Schorsing]) -> date:
    """Tick off one running day at a time, then look for a day on which the term may end."""
    te_gaan = soort.aantal * (7 if soort.eenheid is Eenheid.WEKEN else 1)
    dag, gewone_dagen = start, 0
    while te_gaan:
        dag += DAG
        if not stil(dag, schorsingen):
            te_gaan -= 1
            gewone_dagen += gewoon(dag)
    if not soort.atw:
        return dag
    minstens = 0 if (soort.eenheid is Eenheid.DAGEN and soort.aantal < 3) else 2
    while not gewoon(dag) or stil(dag, schorsingen) or gewone_dagen < minstens:
        dag += DAG
        gewone_dagen += gewoon(dag) and not stil(dag, schorsingen)
    return dag


def stil(dag: date, schorsingen: list[Schorsing]) -> bool:
    for schorsing in schorsingen:
        assert schorsing.tot is not None
        if schorsing.grond is Grond.AANVULLING:
            if schorsing.van < dag < schorsing.tot:
                return True
        elif schorsing.van <= dag <= schorsing.tot:
            return True
    return False


@given(st.dates(date(1980, 1, 1), date(2199, 12, 31)), alle_soorten)
def test_every_term_ends_after_its_start_and_its_last_step_names_that_day(
    start: date, soort: Termijnsoort
) -> None:
    termijn = bereken(soort, start)
    assert termijn.einde > start
    assert termijn.stappen[0].datum == start
    assert termijn.stappen[-1].datum == termijn.einde
    assert all(stap.wat.endswith(".") and stap.grondslag for stap in termijn.stappen)


@given(st.data(), proefsoorten, starts)
def test_with_suspensions_the_last_step_names_the_last_day(
    data: st.DataObject, soort: Termijnsoort, start: date
) -> None:
    termijn = bereken(soort, start, data.draw(schorsingen_rond(start)))
    assert termijn.stappen[-1].datum == termijn.einde


@given(st.sampled_from(sorted(FEESTDAGEN)))
def test_twelve_weeks_ending_on_a_holiday_move_and_thirteen_do_not(feestdag: date) -> None:
    twaalf = Termijnsoort(
        "twaalf", "proef", 12, Eenheid.WEKEN, "Proefwet art. 1", "begint zij", "dan is zij klaar"
    )
    dertien = Termijnsoort(
        "dertien", "proef", 13, Eenheid.WEKEN, "Proefwet art. 1", "begint zij", "dan is zij klaar"
    )
    assert bereken(twaalf, feestdag - timedelta(weeks=12)).einde > feestdag
    assert bereken(dertien, feestdag - timedelta(weeks=13)).einde == feestdag


@given(st.dates(date(2023, 1, 1), date(2199, 12, 31)), atw_soorten)
def test_a_term_warns_exactly_when_it_ends_after_2028(start: date, soort: Termijnsoort) -> None:
    termijn = bereken(soort, start)
    assert bool(termijn.waarschuwingen) == (termijn.einde.year > 2028)


@given(starts, st.sampled_from(["beslissing-op-bezwaar", "klacht", "awb-beslistermijn"]), st.integers(0, 28))
def test_postponing_never_shortens(start: date, soort: str, dagen: int) -> None:
    assert bereken(soort, start, verdaging_dagen=dagen).einde >= bereken(soort, start).einde


@pytest.mark.parametrize("jaar", range(2023, 2029))
def test_the_engine_knows_exactly_the_holidays_of_the_list(jaar: int) -> None:
    assert {dag for dag in feestdagen(jaar) if dag.weekday() < 5} == {
        dag for dag in FEESTDAGEN if dag.year == jaar
    }
