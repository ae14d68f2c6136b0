"""Events cannot be changed, come in whole or not at all, and no follower misses one."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from psycopg.errors import RestrictViolation

from samendoen.kernel import stekkers
from samendoen.kernel.access import open_dossiers
from samendoen.kernel.acties import actie
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.events import NoodtoegangGenomen
from samendoen.kernel.gebeurtenissen import Vastlegging, lees, leg_vast, van_onderwerp
from samendoen.kernel.models import Dossier, Gebeurtenis, GebeurtenisInhoud
from samendoen.kernel.rechten import Permissie

DAG = date(2024, 6, 3)


@actie("kernel", Permissie.SYSTEEM)
def doe_iets(door: Actor, aantal: int = 1, *, breek: bool = False) -> list[int]:
    """Make a dossier and events on it, as an action does."""
    dossiers = open_dossiers(["wmo"] * aantal, "proef", [DAG] * aantal)
    nummers = leg_vast(
        door,
        *(
            Vastlegging(
                NoodtoegangGenomen(wet="wmo", uren=24),
                d.pk,
                DAG,
                dossier_id=d.pk,
                persoon_id=d.persoon_id,
                wet="wmo",
                inhoud={"reden": "omdat het moet"},
            )
            for d in dossiers
        ),
    )
    if breek:
        raise RuntimeError("na het vastleggen")
    return nummers


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE kernel_gebeurtenis SET versie = 2",
        "DELETE FROM kernel_gebeurtenis",
        "TRUNCATE kernel_gebeurtenis CASCADE",
        "UPDATE kernel_gebeurtenisinhoud SET waarde = 'anders'",
        "TRUNCATE kernel_gebeurtenisinhoud",
    ],
)
def test_the_database_refuses_every_change_to_an_event(sql: str) -> None:
    doe_iets(SYSTEEM)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(RestrictViolation, match="geweigerd"), transaction.atomic():
            # Past the write guard, straight to the database: the trigger stands there by itself.
            cursor.cursor.execute(sql)
    assert Gebeurtenis.objects.count() == 1


@pytest.mark.django_db
def test_an_event_comes_back_as_it_was_recorded() -> None:
    [nummer] = doe_iets(SYSTEEM)
    rij = Gebeurtenis.objects.get(pk=nummer)
    assert lees(rij) == NoodtoegangGenomen(wet="wmo", uren=24)
    assert (rij.voorgevallen_op, rij.actor_soort, rij.actor_id) == (DAG, "systeem", None)
    assert GebeurtenisInhoud.objects.get(gebeurtenis=rij).waarde == "omdat het moet"


@pytest.mark.django_db
def test_an_error_after_recording_leaves_nothing() -> None:
    with pytest.raises(RuntimeError):
        doe_iets(SYSTEEM, breek=True)
    assert (Gebeurtenis.objects.count(), Dossier.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_an_event_is_recorded_only_by_an_action_of_its_context() -> None:
    vastlegging = Vastlegging(NoodtoegangGenomen(wet="wmo", uren=1), 1, DAG)
    with pytest.raises(RuntimeError, match="outside an action"):
        leg_vast(SYSTEEM, vastlegging)


@pytest.mark.django_db
def test_a_revoked_event_is_left_out_and_can_be_revoked_once() -> None:
    @actie("kernel", Permissie.SYSTEEM)
    def herroep(door: Actor, rij: Gebeurtenis) -> None:
        leg_vast(
            door,
            Vastlegging(NoodtoegangGenomen(wet="wmo", uren=0), rij.onderwerp_id, DAG, herroept_id=rij.pk),
        )

    [nummer] = doe_iets(SYSTEEM)
    rij = Gebeurtenis.objects.get(pk=nummer)
    herroep(SYSTEEM, rij)
    over = van_onderwerp("kernel.dossier", [rij.onderwerp_id])[rij.onderwerp_id]
    assert [g.gegevens["uren"] for g in over] == [0]
    with pytest.raises(DatabaseError, match="gebeurtenis_eenmaal_herroepen"):
        herroep(SYSTEEM, rij)


@pytest.fixture
def volger(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(stekkers, "volger", stekkers.Register("volger"))
    taken = (stekkers.Volger(NoodtoegangGenomen.soort, "kernel.proefvolger"),)
    stekkers.volger.meld_aan(NoodtoegangGenomen.soort, taken)
    yield


@pytest.mark.django_db
def test_a_followers_job_is_deferred_with_the_event(volger: None) -> None:
    nummers = doe_iets(SYSTEEM, 3)
    jobs = ProcrastinateJob.objects.filter(task_name="kernel.proefvolger").order_by("id")
    assert [job.args for job in jobs] == [{"gebeurtenis_id": n} for n in nummers]


@pytest.mark.django_db
def test_no_event_no_job(volger: None) -> None:
    with pytest.raises(RuntimeError):
        doe_iets(SYSTEEM, breek=True)
    assert ProcrastinateJob.objects.filter(task_name="kernel.proefvolger").count() == 0


INVOEGEN = """
INSERT INTO kernel_gebeurtenis (onderwerp_soort, onderwerp_id, soort, versie, voorgevallen_op,
    vastgelegd_op, actor_soort, gegevens)
VALUES ('kernel.dossier', 1, 'kernel.noodtoegang_genomen', 1, '2024-06-03', now(), 'systeem', '{}')
RETURNING id
"""
JOB = """
INSERT INTO procrastinate_jobs (queue_name, task_name, args, status)
VALUES ('default', 'kernel.proefvolger', jsonb_build_object('gebeurtenis_id', %s::bigint), 'todo')
"""


@pytest.mark.django_db(transaction=True)
def test_no_follower_misses_an_event_that_commits_out_of_order(tweede_verbinding: Any, volger: None) -> None:
    """The slow transaction takes the lower id and commits last; whoever follows "id > seen" misses it."""
    traag: psycopg.Connection[Any] = tweede_verbinding
    lager = traag.execute(INVOEGEN).fetchone()[0]  # type: ignore[index]
    traag.execute(JOB, [lager])
    [hoger] = doe_iets(SYSTEEM)
    gezien = set(gevolgd())
    assert (lager < hoger, gezien) == (True, {hoger})
    traag.commit()
    gezien |= set(gevolgd())
    assert gezien == {lager, hoger}


def gevolgd() -> list[int]:
    """Take the waiting jobs from the queue as a worker does, and return the events they name."""
    gehaald: list[int] = []
    with connection.cursor() as cursor:
        while True:
            cursor.execute(
                "UPDATE procrastinate_jobs SET status = 'doing' WHERE id = (SELECT id FROM procrastinate_jobs"
                " WHERE status = 'todo' AND task_name = 'kernel.proefvolger' ORDER BY id LIMIT 1"
                " FOR UPDATE SKIP LOCKED) RETURNING args"
            )
            rij = cursor.fetchone()
            if rij is None:
                return gehaald
            args = rij[0] if isinstance(rij[0], dict) else __import__("json").loads(rij[0])
            gehaald.append(args["gebeurtenis_id"])
