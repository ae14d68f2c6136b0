"""Clocks start, are met or missed, lapse, change hands and run on."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, tijdlijn, van_onderwerp
from samendoen.kernel.models import Dossier, Gebeurtenis
from samendoen.recht.api import SOORTEN, bereken
from samendoen.werk.actions import termijn as acties
from samendoen.werk.api import (
    TermijnStart,
    draag_termijnen_over,
    heropen_termijnen,
    laat_vervallen,
    start_termijnen,
    voltooi_termijnen,
)
from samendoen.werk.models import Termijn
from tests.integration.werk.conftest import VANDAAG, Starter, in_actie

pytestmark = pytest.mark.django_db
OVER = "toegang.melding"


def soorten_van(termijn: Termijn) -> list[str]:
    return [g.soort for g in van_onderwerp("werk.termijn", [termijn.pk]).get(termijn.pk, [])]


@pytest.mark.parametrize("soort", sorted(SOORTEN))
def test_every_kind_of_the_law_can_run_and_ends_when_the_law_says(start: Starter, soort: str) -> None:
    termijn = start(soort)
    assert termijn.uiterste_datum == bereken(soort, VANDAAG).einde
    assert (termijn.status, termijn.grondslag) == ("loopt", SOORTEN[soort].grondslag)
    assert VANDAAG <= termijn.nadert_op <= termijn.uiterste_datum


def test_starting_is_recorded_on_the_day_of_its_event(start: Starter) -> None:
    termijn = start("wmo-onderzoek", date(2024, 5, 21))
    [gebeurtenis] = van_onderwerp("werk.termijn", [termijn.pk])[termijn.pk]
    assert gebeurtenis.voorgevallen_op == date(2024, 5, 21)
    assert gebeurtenis.gegevens == {
        "termijnsoort": "wmo-onderzoek",
        "over_soort": OVER,
        "over_id": termijn.onderwerp_id,
        "uiterste_datum": "2024-07-02",
        "groep": termijn.groep_id,
        "gebruiker": None,
    }


def test_the_timeline_tells_what_happened_to_a_clock(start: Starter, dossier: Dossier) -> None:
    termijn = start("wmo-onderzoek", date(2024, 5, 21))
    with in_actie():
        voltooi_termijnen(SYSTEEM, OVER, [(termijn.onderwerp_id, VANDAAG)])
    assert [regel["zin"] for regel in tijdlijn([dossier.pk])] == [
        "Termijn gehaald (uiterlijk di 2 juli 2024).",
        "Termijn gestart: onderzoek na een melding, uiterlijk di 2 juli 2024.",
    ]


def test_a_kind_that_does_not_exist_is_refused_with_what_does(start: Starter) -> None:
    with pytest.raises(Domeinfout, match="bestaat niet") as fout:
        start("wmo-onderzoekje")
    assert "wmo-onderzoek" in fout.value.doe


def test_one_kind_runs_once_for_a_subject(start: Starter) -> None:
    termijn = start()
    with pytest.raises(Domeinfout) as fout:
        start(onderwerp_id=termijn.onderwerp_id)
    assert fout.value.fout == "termijn_loopt_al"


def test_it_may_run_again_when_the_first_has_ended(start: Starter) -> None:
    eerste = start()
    with in_actie():
        laat_vervallen(SYSTEEM, OVER, [eerste.onderwerp_id])
    assert start(onderwerp_id=eerste.onderwerp_id).status == "loopt"


def test_nobody_starts_a_clock_outside_an_action(dossier: Dossier, groep: int) -> None:
    with pytest.raises(RuntimeError, match="part of other actions"):
        start_termijnen(SYSTEEM, [TermijnStart("klacht", VANDAAG, dossier.pk, OVER, 1, groep_id=groep)])


@pytest.mark.parametrize(("groep_", "gebruiker_"), [(False, False), (True, True)])
def test_the_database_wants_exactly_one_owner(
    start: Starter, consulent: Actor, groep: int, groep_: bool, gebruiker_: bool
) -> None:
    with pytest.raises(IntegrityError, match="termijn_een_eigenaar"):
        start(groep_id=groep if groep_ else None, gebruiker_id=consulent.id if gebruiker_ else None)


def test_five_hundred_clocks_are_one_insert_per_table(dossier: Dossier, groep: int) -> None:
    starts = [
        TermijnStart("wmo-onderzoek", VANDAAG, dossier.pk, OVER, nr, groep_id=groep) for nr in range(500)
    ]
    with (
        in_actie(),
        CaptureQueriesContext(
            connection,
        ) as vragen,
    ):
        assert len(set(start_termijnen(SYSTEEM, starts))) == 500
    inserts = [v["sql"].split("(")[0] for v in vragen if v["sql"].startswith("INSERT")]
    assert inserts == ['INSERT INTO "werk_termijn" ', 'INSERT INTO "kernel_gebeurtenis" ']


def test_five_hundred_clocks_end_in_one_statement(dossier: Dossier, groep: int) -> None:
    starts = [
        TermijnStart("wmo-onderzoek", VANDAAG, dossier.pk, OVER, nr, groep_id=groep) for nr in range(500)
    ]
    with in_actie():
        start_termijnen(SYSTEEM, starts)
    klaar = [(nr, VANDAAG + timedelta(days=nr % 90)) for nr in range(500)]
    with in_actie(), CaptureQueriesContext(connection) as vragen:
        voltooi_termijnen(SYSTEEM, OVER, klaar)
    geschreven = [v["sql"] for v in vragen if v["sql"].startswith(('INSERT INTO "werk_t', 'UPDATE "werk_t'))]
    assert len(geschreven) == 1
    assert Termijn.objects.filter(status="gemist").count() == sum(op > date(2024, 7, 15) for _nr, op in klaar)


@pytest.mark.parametrize(
    ("op", "status", "soort"),
    [
        (date(2024, 7, 15), "gehaald", "werk.termijn_gehaald"),
        (date(2024, 7, 16), "gemist", "werk.termijn_gemist"),
    ],
)
def test_work_through_the_last_day_is_in_time(start: Starter, op: date, status: str, soort: str) -> None:
    termijn = start("wmo-onderzoek")  # last day 2024-07-15
    with klok.op(op), in_actie():
        assert voltooi_termijnen(SYSTEEM, OVER, [(termijn.onderwerp_id, op)]) == [termijn.pk]
    termijn.refresh_from_db()
    assert (termijn.status, termijn.gehaald_op) == (status, op)
    assert soorten_van(termijn)[-1] == soort


def test_a_missed_clock_says_how_late_it_was(start: Starter) -> None:
    termijn = start("wmo-onderzoek")
    with in_actie():
        voltooi_termijnen(SYSTEEM, OVER, [(termijn.onderwerp_id, date(2024, 7, 18))])
    laatste = van_onderwerp("werk.termijn", [termijn.pk])[termijn.pk][-1]
    assert laatste.gegevens == {"uiterste_datum": "2024-07-15", "dagen_te_laat": 3}


def test_only_the_kind_that_was_finished_ends(start: Starter) -> None:
    onderzoek = start("wmo-onderzoek")
    plan = start("wmo-persoonlijk-plan", onderwerp_id=onderzoek.onderwerp_id)
    with in_actie():
        klaar = voltooi_termijnen(
            SYSTEEM, OVER, [(onderzoek.onderwerp_id, VANDAAG)], soort="wmo-persoonlijk-plan"
        )
    assert klaar == [plan.pk]
    onderzoek.refresh_from_db()
    assert onderzoek.status == "loopt"


def test_finishing_twice_or_nothing_changes_nothing(start: Starter) -> None:
    termijn = start()
    with in_actie():
        voltooi_termijnen(SYSTEEM, OVER, [(termijn.onderwerp_id, VANDAAG)])
        assert voltooi_termijnen(SYSTEEM, OVER, [(termijn.onderwerp_id, VANDAAG), (99999, VANDAAG)]) == []
        assert voltooi_termijnen(SYSTEEM, OVER, []) == []
    assert soorten_van(termijn) == ["werk.termijn_gestart", "werk.termijn_gehaald"]


def test_work_cannot_be_done_before_the_clock_began(start: Starter) -> None:
    termijn = start()
    with pytest.raises(Domeinfout, match="voordat de termijn begon"), in_actie():
        voltooi_termijnen(SYSTEEM, OVER, [(termijn.onderwerp_id, VANDAAG - timedelta(days=1))])
    termijn.refresh_from_db()
    assert termijn.status == "loopt"


def test_reopening_revokes_and_lets_the_clock_run_as_if_never_stopped(start: Starter) -> None:
    termijn = start()
    with in_actie():
        voltooi_termijnen(SYSTEEM, OVER, [(termijn.onderwerp_id, VANDAAG)])
        assert heropen_termijnen(SYSTEEM, OVER, [termijn.onderwerp_id]) == [termijn.pk]
    na = Termijn.objects.get(pk=termijn.pk)
    assert (na.status, na.gehaald_op, na.uiterste_datum) == ("loopt", None, termijn.uiterste_datum)
    assert soorten_van(termijn) == ["werk.termijn_gestart", "werk.termijn_heropend"]


def test_reopening_leaves_what_was_met_earlier(start: Starter) -> None:
    onderzoek = start("wmo-onderzoek", VANDAAG - timedelta(days=20))
    plan = start("wmo-persoonlijk-plan", VANDAAG - timedelta(days=20), onderwerp_id=onderzoek.onderwerp_id)
    with in_actie():
        nr = onderzoek.onderwerp_id
        voltooi_termijnen(SYSTEEM, OVER, [(nr, VANDAAG - timedelta(days=15))], soort="wmo-persoonlijk-plan")
        voltooi_termijnen(SYSTEEM, OVER, [(nr, VANDAAG)])
        assert heropen_termijnen(SYSTEEM, OVER, [nr]) == [onderzoek.pk]
    plan.refresh_from_db()
    assert plan.status == "gehaald"


def test_what_is_no_longer_asked_lapses(start: Starter) -> None:
    termijn, ander = start(), start()
    with in_actie():
        assert laat_vervallen(SYSTEEM, OVER, [termijn.onderwerp_id]) == [termijn.pk]
        assert laat_vervallen(SYSTEEM, OVER, [termijn.onderwerp_id]) == []
    assert soorten_van(termijn)[-1] == "werk.termijn_vervallen"
    ander.refresh_from_db()
    assert ander.status == "loopt"


def test_another_team_keeps_watch_from_the_day_of_transfer(start: Starter, buur: Actor) -> None:
    termijn = start()
    [nieuwe] = buur.groepen
    with klok.op(VANDAAG + timedelta(days=9)), in_actie():
        nr = termijn.onderwerp_id
        assert draag_termijnen_over(SYSTEEM, OVER, [nr], groep_id=nieuwe) == [termijn.pk]
        assert draag_termijnen_over(SYSTEEM, OVER, [nr], groep_id=nieuwe) == []
    termijn.refresh_from_db()
    assert (termijn.groep_id, termijn.bij_sinds) == (nieuwe, VANDAAG + timedelta(days=9))
    assert soorten_van(termijn) == ["werk.termijn_gestart", "werk.termijn_overgedragen"]


def test_a_clock_moves_from_a_team_to_a_person(start: Starter, consulent: Actor) -> None:
    termijn = start()
    with in_actie():
        draag_termijnen_over(SYSTEEM, OVER, [termijn.onderwerp_id], gebruiker_id=consulent.id)
    termijn.refresh_from_db()
    assert (termijn.groep_id, termijn.gebruiker_id) == (None, consulent.id)


@pytest.mark.parametrize(
    "doe",
    [
        lambda nr: voltooi_termijnen(SYSTEEM, OVER, [(nr, VANDAAG)]),
        lambda nr: laat_vervallen(SYSTEEM, OVER, [nr]),
        lambda nr: draag_termijnen_over(SYSTEEM, OVER, [nr], gebruiker_id=None, groep_id=1),
    ],
    ids=["voltooi", "verval", "draag over"],
)
def test_nothing_changes_when_recording_fails(
    start: Starter, monkeypatch: pytest.MonkeyPatch, doe: object
) -> None:
    termijn = start()
    rij = Termijn.objects.filter(pk=termijn.pk).values()
    voor, aantal = rij.get(), Gebeurtenis.objects.count()
    monkeypatch.setattr(acties, "leg_vast", _kapot)
    with pytest.raises(OSError, match="kapot"), in_actie():
        doe(termijn.onderwerp_id)  # type: ignore[operator]
    assert (rij.get(), Gebeurtenis.objects.count()) == (voor, aantal)


def test_no_clock_starts_when_recording_fails(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acties, "leg_vast", _kapot)
    with pytest.raises(OSError, match="kapot"):
        start()
    assert not Termijn.objects.exists()


def _kapot(*_args: object) -> None:
    raise OSError("kapot")


@pytest.mark.parametrize(
    ("velden", "muur"),
    [
        ({"status": "gehaald"}, "termijn_afgerond_is_heel"),
        ({"gehaald_op": VANDAAG}, "termijn_afgerond_is_heel"),
        ({"status": "gemist", "gehaald_op": VANDAAG}, "termijn_afgerond_is_heel"),
        ({"status": "slaapt"}, "termijn_(status|afgerond_is_heel)"),
        ({"uiterste_datum": VANDAAG - timedelta(days=1)}, "termijn_(uiterste_na_start|nadert_voor)"),
    ],
)
def test_the_database_refuses_a_clock_that_cannot_be(
    start: Starter, velden: dict[str, object], muur: str
) -> None:
    termijn = start()
    with pytest.raises(IntegrityError, match=muur), transaction.atomic(), schrijft("werk"):
        Termijn.objects.filter(pk=termijn.pk).update(**velden)
