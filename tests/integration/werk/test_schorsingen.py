"""A clock stands still, runs again and is postponed, as the law allows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Geweigerd, NietGevonden, van_onderwerp
from samendoen.kernel.models import Dossier, Gebeurtenis
from samendoen.recht.api import Grond, bereken
from samendoen.recht.api import Schorsing as Interval
from samendoen.werk.actions import schorsing as schorsacties
from samendoen.werk.actions import verdaging as verdaagacties
from samendoen.werk.api import (
    Verdagingsreden,
    hervat_termijn,
    hervat_verstreken,
    klokken_van,
    schors_termijn,
    verdaag_termijn,
    voltooi_termijnen,
)
from samendoen.werk.models import Schorsing, Termijn, Verdaging
from tests.integration.werk.conftest import VANDAAG, Starter, in_actie, laat_lezen

pytestmark = pytest.mark.django_db
# The worked example of the law: Awb 8 weeks from 3 February 2025, invited on the 13th, answered on the 27th.
START, UITNODIGING, AANVULLING = date(2025, 2, 3), date(2025, 2, 13), date(2025, 2, 27)
HERSTEL = date(2025, 3, 6)


def schors(door: Actor, termijn: Termijn, op: date = UITNODIGING, **anders: Any) -> int:
    with klok.op(op):
        gewoon: dict[str, Any] = {
            "van": op,
            "reden": Grond.AANVULLING,
            "sleutel": uuid4(),
            "hersteltermijn": op + timedelta(days=21),
        }
        return schors_termijn(door, termijn.pk, **(gewoon | anders))


def hervat(door: Actor, termijn: Termijn, op: date = AANVULLING) -> int:
    with klok.op(op):
        return hervat_termijn(door, termijn.pk, op)


def verdaag(door: Actor, termijn: Termijn, dagen: int = 14, op: date = VANDAAG, **anders: Any) -> int:
    with klok.op(op):
        gewoon: dict[str, Any] = {"reden": Verdagingsreden.ADVIES, "sleutel": uuid4()}
        return verdaag_termijn(door, termijn.pk, dagen, **(gewoon | anders))


def laatste(termijn: Termijn) -> Gebeurtenis:
    return van_onderwerp("werk.termijn", [termijn.pk])[termijn.pk][-1]


def test_the_worked_example_of_the_law(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    schors(consulent, termijn)
    hervat(consulent, termijn)
    termijn.refresh_from_db()
    assert (termijn.uiterste_datum, termijn.geschorst_vanaf) == (date(2025, 4, 14), None)
    assert laatste(termijn).gegevens == {
        "van": "2025-02-13",
        "tot": "2025-02-27",
        "verstreken": False,
        "uiterste_datum": "2025-04-14",
    }


def test_a_clock_that_stands_still_says_since_when(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    schors(consulent, termijn)
    termijn.refresh_from_db()
    assert termijn.geschorst_vanaf == UITNODIGING
    assert termijn.uiterste_datum == bereken("awb-beslistermijn", START).einde  # the earliest possible
    assert laatste(termijn).soort == "werk.termijn_geschorst"
    assert laatste(termijn).voorgevallen_op == UITNODIGING


def test_the_clock_bar_shows_the_day_as_it_is_now_and_explains_it(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    schors(consulent, termijn)
    with klok.op(date(2025, 2, 20)):
        [beeld] = klokken_van(consulent, "toegang.melding", termijn.onderwerp_id)
    # 14 through 20 February: seven days so far. 31 March + 7 = Monday 7 April.
    assert beeld.uiterste == "ma 7 april 2025"
    assert beeld.stand == "stil"
    assert "Awb art. 4:15 lid 1" in [stap.grondslag for stap in beeld.stappen]
    assert any("loopt nog" in tekst for tekst in beeld.waarschuwingen)


def test_the_same_form_twice_is_one_suspension(start: Starter, consulent: Actor) -> None:
    termijn, sleutel = start("awb-beslistermijn", START), uuid4()
    assert schors(consulent, termijn, sleutel=sleutel) == schors(consulent, termijn, sleutel=sleutel)
    aantal = Gebeurtenis.objects.count()
    assert hervat(consulent, termijn) == hervat(consulent, termijn)
    assert Gebeurtenis.objects.count() == aantal + 1


def test_a_second_suspension_waits_for_the_first(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    schors(consulent, termijn)
    with pytest.raises(Domeinfout, match="staat al stil"):
        schors(consulent, termijn, date(2025, 2, 14))


def test_an_invitation_without_a_set_day_does_not_suspend(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    with pytest.raises(Domeinfout) as fout:
        schors(consulent, termijn, hersteltermijn=None)
    assert (fout.value.fout, fout.value.veld) == ("hersteltermijn_ontbreekt", "hersteltermijn")


def test_other_grounds_need_no_set_day_and_keep_none(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    nummer = schors(consulent, termijn, reden=Grond.INSTEMMING, hersteltermijn=HERSTEL)
    assert Schorsing.objects.get(pk=nummer).hersteltermijn is None


def test_a_ground_that_the_law_does_not_know_here_is_refused(start: Starter, consulent: Actor) -> None:
    termijn = start("wmo-onderzoek", START)
    with pytest.raises(Domeinfout, match="kan niet worden geschorst") as fout:
        schors(consulent, termijn, reden=Grond.OVERMACHT)
    assert fout.value.veld == "reden"


@pytest.mark.parametrize("van", [START - timedelta(days=1), UITNODIGING + timedelta(days=1)])
def test_a_suspension_begins_within_the_term_and_not_tomorrow(
    start: Starter, consulent: Actor, van: date
) -> None:
    termijn = start("awb-beslistermijn", START)
    with pytest.raises(Domeinfout) as fout:
        schors(consulent, termijn, van=van, hersteltermijn=van + timedelta(days=9))
    assert fout.value.veld == "van"


@pytest.mark.parametrize("dag", [date.min, date.max])
def test_a_day_outside_all_law_is_said_beside_its_field(start: Starter, consulent: Actor, dag: date) -> None:
    with pytest.raises(Domeinfout) as gevangen:
        schors_termijn(consulent, start().pk, dag, Grond.OVERMACHT, uuid4())
    assert gevangen.value.veld == "van"


def test_after_the_last_day_there_is_nothing_to_suspend(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    with pytest.raises(Domeinfout, match="terwijl de termijn loopt"):
        schors(consulent, termijn, date(2025, 4, 1))


@pytest.mark.parametrize(("reden", "mag"), [(Grond.AANVULLING, False), (Grond.OVERMACHT, True)])
def test_an_invitation_on_the_last_day_comes_too_late(
    start: Starter, consulent: Actor, reden: Grond, mag: bool
) -> None:
    """It would stand still from the day after: then the term has passed."""
    termijn = start("awb-beslistermijn", START)
    laatste_dag = termijn.uiterste_datum
    if mag:
        schors(consulent, termijn, laatste_dag, reden=reden)
        hervat(consulent, termijn, laatste_dag + timedelta(days=9))
        termijn.refresh_from_db()
        assert termijn.uiterste_datum > laatste_dag
    else:
        with pytest.raises(Domeinfout, match="terwijl de termijn loopt"):
            schors(consulent, termijn, laatste_dag, reden=reden)
        schors(consulent, termijn, laatste_dag - timedelta(days=1), reden=reden)


def test_days_that_stood_still_cannot_stand_still_again(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    schors(consulent, termijn)
    hervat(consulent, termijn)
    with pytest.raises(Domeinfout, match="stond de termijn al stil"):
        schors(consulent, termijn, AANVULLING, van=date(2025, 2, 20))


def test_a_finished_clock_cannot_stand_still(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    with klok.op(UITNODIGING), in_actie():
        voltooi_termijnen(SYSTEEM, "toegang.melding", [(termijn.onderwerp_id, UITNODIGING)])
    with pytest.raises(Domeinfout, match="is op tijd afgerond"):
        schors(consulent, termijn)


def test_a_clock_that_runs_cannot_be_resumed(start: Starter, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match="staat niet stil"):
        hervat(consulent, start("awb-beslistermijn", START))


@pytest.mark.parametrize("tot", [UITNODIGING - timedelta(days=1), HERSTEL + timedelta(days=1)])
def test_it_runs_again_after_it_stood_still_and_not_after_the_set_day(
    start: Starter, consulent: Actor, tot: date
) -> None:
    termijn = start("awb-beslistermijn", START)
    schors(consulent, termijn, hersteltermijn=HERSTEL)
    with pytest.raises(Domeinfout) as fout, klok.op(date(2025, 3, 20)):
        hervat_termijn(consulent, termijn.pk, tot)
    assert fout.value.veld == "tot"


def test_the_night_ends_a_suspension_whose_set_day_passed(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    schors(consulent, termijn, hersteltermijn=HERSTEL)
    assert hervat_verstreken(SYSTEEM, HERSTEL) == 0
    with klok.op(HERSTEL + timedelta(days=1)):
        assert (hervat_verstreken(SYSTEEM), hervat_verstreken(SYSTEEM)) == (1, 0)
    termijn.refresh_from_db()
    interval = Interval(UITNODIGING, HERSTEL)
    assert termijn.uiterste_datum == bereken("awb-beslistermijn", START, [interval]).einde
    assert (laatste(termijn).gegevens["verstreken"], laatste(termijn).voorgevallen_op) == (True, HERSTEL)


def test_work_done_while_it_stood_still_is_in_time(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)  # without suspension: 31 March
    schors(consulent, termijn, date(2025, 3, 28), hersteltermijn=date(2025, 5, 1))
    op = date(2025, 4, 20)
    with klok.op(op), in_actie():
        voltooi_termijnen(SYSTEEM, "toegang.melding", [(termijn.onderwerp_id, op)])
    termijn.refresh_from_db()
    stil = Interval(date(2025, 3, 28), None)
    assert termijn.status == "gehaald"
    assert termijn.uiterste_datum == bereken("awb-beslistermijn", START, [stil], peildatum=op).einde


def test_a_decision_is_postponed_as_long_as_the_law_allows(start: Starter, consulent: Actor) -> None:
    termijn = start("klacht")
    verdaag(consulent, termijn, 20)
    verdaag(consulent, termijn, 8)
    termijn.refresh_from_db()
    assert termijn.uiterste_datum == bereken("klacht", VANDAAG, (), 28).einde
    assert (laatste(termijn).soort, laatste(termijn).gegevens["dagen"]) == ("werk.termijn_verdaagd", 8)
    with pytest.raises(Domeinfout, match="hoogstens 28 dagen") as fout:
        verdaag(consulent, termijn, 1)
    assert fout.value.veld == "dagen"


def test_a_kind_without_postponement_is_refused(start: Starter, consulent: Actor) -> None:
    with pytest.raises(Domeinfout, match="kan niet worden verdaagd"):
        verdaag(consulent, start("wmo-onderzoek"))


@pytest.mark.parametrize("dagen", [0, -3])
def test_postponing_makes_longer(start: Starter, consulent: Actor, dagen: int) -> None:
    with pytest.raises(Domeinfout, match="langer"):
        verdaag(consulent, start("klacht"), dagen)


def test_after_the_last_day_nobody_postpones(start: Starter, consulent: Actor) -> None:
    termijn = start("klacht")
    with pytest.raises(Domeinfout, match="voorbij"):
        verdaag(consulent, termijn, 7, op=termijn.uiterste_datum + timedelta(days=1))


def test_the_same_postponement_twice_is_one(start: Starter, consulent: Actor) -> None:
    termijn, sleutel = start("klacht"), uuid4()
    eerste = verdaag(consulent, termijn, 7, sleutel=sleutel)
    assert verdaag(consulent, termijn, 7, sleutel=sleutel) == eerste
    assert Verdaging.objects.count() == 1


Doe = Callable[[Actor, Termijn], int]
WIJZIGEN: dict[str, Doe] = {
    "schors": schors,
    "hervat": hervat,
    "verdaag": lambda d, t: verdaag(d, t, op=START),
}


@pytest.fixture(params=sorted(WIJZIGEN))
def wijziging(request: pytest.FixtureRequest) -> Doe:
    return WIJZIGEN[request.param]


@pytest.fixture
def klaar_voor(start: Starter, consulent: Actor, request: pytest.FixtureRequest) -> Termijn:
    """A clock on which each of the changes can be made by who may."""
    termijn = start("awb-beslistermijn", START)
    if request.node.callspec.params["wijziging"] == "hervat":
        schors(consulent, termijn)
    return termijn


def staat(termijn: Termijn) -> tuple[object, ...]:
    rijen = (list(m.objects.order_by("pk").values()) for m in (Termijn, Schorsing, Verdaging))
    return (*rijen, Gebeurtenis.objects.count())


def test_who_may_write_the_dossier_may_move_its_clock(
    klaar_voor: Termijn, wijziging: Doe, consulent: Actor
) -> None:
    voor = staat(klaar_voor)
    wijziging(consulent, klaar_voor)
    assert staat(klaar_voor) != voor


def test_outside_the_scope_a_clock_does_not_exist(klaar_voor: Termijn, wijziging: Doe, buur: Actor) -> None:
    voor = staat(klaar_voor)
    with pytest.raises(NietGevonden):
        wijziging(buur, klaar_voor)
    assert staat(klaar_voor) == voor


def test_who_only_reads_may_not_move_a_clock(
    klaar_voor: Termijn, wijziging: Doe, meelezer: Actor, dossier: Dossier
) -> None:
    with klok.op(START):
        laat_lezen(dossier, meelezer)
    voor = staat(klaar_voor)
    with pytest.raises(Geweigerd, match="niet wijzigen"):
        wijziging(meelezer, klaar_voor)
    assert staat(klaar_voor) == voor


def test_a_role_without_the_right_is_refused(klaar_voor: Termijn, wijziging: Doe, loket: Actor) -> None:
    voor = staat(klaar_voor)
    with pytest.raises(Geweigerd, match="rol"):
        wijziging(loket, klaar_voor)
    assert staat(klaar_voor) == voor


def test_nothing_changes_when_recording_fails(
    klaar_voor: Termijn, wijziging: Doe, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kapot(*_args: object) -> None:
        raise OSError("kapot")

    voor = staat(klaar_voor)
    for module in (schorsacties, verdaagacties):
        monkeypatch.setattr(module, "leg_vast", kapot)
    with pytest.raises(OSError, match="kapot"), transaction.atomic():
        wijziging(consulent, klaar_voor)
    assert staat(klaar_voor) == voor


def test_the_database_keeps_suspensions_apart(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", START)
    schors(consulent, termijn)
    hervat(consulent, termijn)
    with (
        pytest.raises(IntegrityError, match="schorsing_overlapt_niet"),
        transaction.atomic(),
        schrijft("werk"),
    ):
        Schorsing.objects.create(
            termijn=termijn, sleutel=uuid4(), van=date(2025, 2, 26), tot=date(2025, 3, 3), reden="instemming"
        )


def test_another_clock_may_stand_still_on_the_same_days(start: Starter, consulent: Actor) -> None:
    for termijn in (start("awb-beslistermijn", START), start("awb-beslistermijn", START)):
        schors(consulent, termijn)
        hervat(consulent, termijn)
    assert Schorsing.objects.count() == 2


stukken = st.lists(
    st.tuples(st.integers(1, 9), st.integers(0, 25), st.sampled_from(list(Grond))), min_size=0, max_size=4
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stukken=stukken, verdaging=st.integers(0, 30), eindigt=st.booleans())
def test_the_stored_last_day_is_always_that_of_the_law(
    start: Starter,
    consulent: Actor,
    stukken: list[tuple[int, int, Grond]],
    verdaging: int,
    eindigt: bool,
) -> None:
    """Random suspensions (the last one perhaps still running) and a postponement, all through the actions."""
    termijn, dag = start("awb-beslistermijn", START), START
    if verdaging:
        verdaag(consulent, termijn, verdaging, op=START)
    intervallen: list[Interval] = []
    for nr, (tussen, duur, grond) in enumerate(stukken):
        van, tot = dag + timedelta(days=tussen), dag + timedelta(days=tussen + duur)
        herstel = tot + timedelta(days=1)
        schors(consulent, termijn, van, reden=grond, hersteltermijn=herstel)
        loopt_nog = nr == len(stukken) - 1 and not eindigt
        if not loopt_nog:
            hervat(consulent, termijn, tot)
        intervallen.append(Interval(van, None if loopt_nog else tot, grond))
        dag = tot
    termijn.refresh_from_db()
    wet = bereken("awb-beslistermijn", START, intervallen, verdaging)
    assert termijn.uiterste_datum == wet.einde
    gebeurd = laatste(termijn).gegevens
    assert gebeurd["uiterste_datum"] == wet.einde.isoformat()
