"""Jobs as the real worker runs them: what died is revived, twice is harmless, arguments are ids only."""

import asyncio
import inspect
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, cast
from urllib.parse import quote, urlencode
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.periodic import PeriodicDeferrer
from procrastinate.tasks import Task as Jobtaak
from pytest_django import Settings

from samendoen.cijfers.models import Momentopname
from samendoen.kernel import jobs as kerneljobs
from samendoen.kernel import klok, schrijfwacht, stekkers
from samendoen.kernel.models import Wislijstregel
from samendoen.kernel.rechten import Rol
from samendoen.site.databank import OPTIES
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from samendoen.toegang.models import Melding
from samendoen.werk.models import Taak
from tests.maak import actor, maak_medewerker
from tests.wachtrij import draai_af, draai_na, in_eigen_draad, stand, zet_klaar

GEDULD_S = 60.0
TEAM = "gebiedsteam_leerdam"
PERIODIEK = {
    "kernel.wek_stilgevallen": "*/5 * * * *",
    "kernel.wis_verlopen": "20 2 * * *",
    "casus.ruim_bestanden_op": "20 3 * * *",
    "kernel.vergeet_oude_jobs": "50 2 * * *",
    "beleid.laat_verhalen_verlopen": "40 2 * * *",
    "berichten.ronde": "* * * * *",
    "berichten.ruim_op": "40 2 * * *",
    "cijfers.momentopname": "10 1 * * *",
    "werk.nieuwe_dag": "10 3 * * *",
}
# What an argument of a job may be: a number of something, or the moment the clock called.
NUMMERS = {int, int | None, UUID, list[int], list[UUID]}


def eigen_taken() -> dict[str, Jobtaak[Any, Any, Any]]:
    return {naam: taak for naam, taak in app.tasks.items() if taak.func.__module__.startswith("samendoen.")}


class TestWatEenJobIs:
    def test_every_periodic_job_is_registered_with_its_hour_and_waits_once(self) -> None:
        geregeld = {naam: p.cron for (naam, _id), p in app.periodic_registry.periodic_tasks.items()}
        assert geregeld == PERIODIEK
        assert {naam: eigen_taken()[naam].queueing_lock for naam in geregeld} == {n: n for n in geregeld}

    def test_the_argument_of_a_job_is_an_id(self) -> None:
        fouten = [f"{naam}: {fout}" for naam, t in eigen_taken().items() for fout in vrije_argumenten(t)]
        assert set(PERIODIEK) <= set(eigen_taken())
        assert fouten == []

    def test_every_other_job_is_the_librarys_own(self) -> None:
        anders = set(app.tasks) - set(eigen_taken())
        assert all("procrastinate.builtin_tasks" in naam or naam.startswith("builtin:") for naam in anders)

    def test_a_free_text_argument_is_noticed(self) -> None:
        """The test above must be able to fail."""

        def tekst(bericht: str) -> None: ...
        def zak(**alles: int) -> None: ...
        def zonder(nummer) -> None: ...  # type: ignore[no-untyped-def]

        for functie in (tekst, zak, zonder):
            assert (
                len(list(vrije_argumenten(Jobtaak(functie, blueprint=app, queue="proef", name="proef")))) == 1
            )

    def test_every_follower_names_a_job_that_takes_an_event(self) -> None:
        for _soort, volgers in stekkers.volger:
            for volger in volgers:
                assert list(inspect.signature(eigen_taken()[volger.taak].func).parameters) == [
                    "gebeurtenis_id"
                ]


def vrije_argumenten(taak: Jobtaak[Any, Any, Any]) -> Iterator[str]:
    """Yield the parameters of a task that could hold anything else than ids."""
    parameters = list(inspect.signature(taak.func, eval_str=True).parameters.values())
    for parameter in parameters[1:] if taak.pass_context else parameters:
        los = parameter.kind in {parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL}
        if los or parameter.annotation not in NUMMERS:
            yield str(parameter)


@pytest.mark.usefixtures("wachtrij")
def test_what_is_due_is_queued_once_however_many_workers_look() -> None:
    om_11_over_1 = datetime(2024, 6, 3, 1, 11, tzinfo=UTC).timestamp()
    for _werker in range(2):
        in_eigen_draad(lambda: asyncio.run(zet_klaar_wat_aan_de_beurt_is(om_11_over_1)))
    gewacht = ProcrastinateJob.objects.order_by("task_name")
    assert [(job.task_name, om_11_over_1 - job.args["timestamp"]) for job in gewacht] == [
        ("berichten.ronde", 60),
        ("cijfers.momentopname", 60),
        ("kernel.wek_stilgevallen", 60),
    ]
    draai_af()
    assert {job.status for job in gewacht.filter(args__timestamp__lte=om_11_over_1)} == {"succeeded"}


async def zet_klaar_wat_aan_de_beurt_is(moment: float) -> None:
    """Do what a worker does at its start, at a moment of our choice."""
    verbinding = cast(DjangoConnector, app.connector).get_worker_connector()
    with app.replace_connector(verbinding) as met_verbinding:
        async with met_verbinding.open_async():
            klok_van_de_werker = PeriodicDeferrer(met_verbinding.periodic_registry)
            await klok_van_de_werker.defer_jobs(klok_van_de_werker.get_previous_tasks(at=moment))


@pytest.mark.usefixtures("stille_klok")
class TestDeWachtrij:
    def test_a_job_deferred_in_what_is_undone_does_not_exist(self) -> None:
        with pytest.raises(RuntimeError, match="toch niet"), transaction.atomic():
            zet_klaar("kernel.wis_verlopen")
            assert ProcrastinateJob.objects.count() == 1
            raise RuntimeError("toch niet")
        draai_af()
        assert ProcrastinateJob.objects.count() == 0

    def test_a_worker_sees_a_job_only_after_the_commit(self) -> None:
        with transaction.atomic():
            job = zet_klaar("kernel.wis_verlopen")
            draai_af()
            assert stand(job) == ("todo", 0)
        draai_af()
        assert stand(job) == ("succeeded", 1)

    def test_what_waits_already_is_not_queued_again(self) -> None:
        zet_klaar("werk.nieuwe_dag")
        with pytest.raises(AlreadyEnqueued), transaction.atomic():
            zet_klaar("werk.nieuwe_dag")
        assert ProcrastinateJob.objects.count() == 1

    def test_a_job_that_fails_is_tried_again_later(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def stuk() -> int:
            raise RuntimeError("schijf vol")

        monkeypatch.setattr("samendoen.kernel.wissen.wis_verlopen", stuk)
        job = draai_na("kernel.wis_verlopen")
        assert stand(job) == ("todo", 1)
        assert sql("SELECT scheduled_at > now() FROM procrastinate_jobs WHERE id = %s", job) == (True,)
        draai_af()
        assert stand(job) == ("todo", 1), "not before its time"

    def test_jobs_long_done_are_forgotten_and_others_stay(self) -> None:
        oud, recent = draai_na("kernel.wis_verlopen"), draai_na("kernel.wis_verlopen")
        wacht_nog = app.configure_task("kernel.wis_verlopen", schedule_in={"days": 1}).defer()
        voer_uit("UPDATE procrastinate_events SET at = at - interval '31 days' WHERE job_id <> %s", recent)
        draai_na("kernel.vergeet_oude_jobs")
        over = set(ProcrastinateJob.objects.values_list("pk", flat=True))
        assert (oud in over, recent in over, wacht_nog in over) == (False, True, True)


def neem_melding_op() -> Melding:
    consulent = actor(maak_medewerker(Rol.CONSULENT, [TEAM]))
    nieuw = NieuweMelding(uuid4(), "Wie helpt mij?", "telefoon", "wmo", TEAM, klok.vandaag())
    return Melding.objects.get(pk=registreer_meldingen(consulent, [nieuw])[0])


def gewist() -> bool:
    return Melding.objects.get().vraag == "" and Wislijstregel.objects.count() == 1


def bevroren() -> bool:
    return Momentopname.objects.get().peildatum == date(2024, 6, 3)


def herinnerd() -> bool:
    regels = sorted(Taak.objects.values_list("regel", flat=True))
    return regels == ["termijn-nadert", "toegang-triage"]  # nobody decided where the question goes either


@pytest.mark.usefixtures("stille_klok")
@pytest.mark.parametrize(
    ("taak", "nacht", "gedaan"),
    [
        ("kernel.wis_verlopen", date(2045, 1, 1), gewist),
        ("cijfers.momentopname", date(2024, 6, 4), bevroren),
        ("werk.nieuwe_dag", date(2024, 7, 14), herinnerd),
    ],
)
def test_a_nightly_job_does_its_work_once(taak: str, nacht: date, gedaan: Callable[[], bool]) -> None:
    neem_melding_op()
    with klok.op(nacht):
        assert stand(draai_na(taak)) == ("succeeded", 1)
        assert gedaan()
        eerst = alle_rijen()
        assert stand(draai_na(taak)) == ("succeeded", 1)
    assert alle_rijen() == eerst


def alle_rijen() -> dict[str, list[str]]:
    """Return every row of every table of ours."""
    inhoud = {}
    with connection.cursor() as cursor:
        for tabel in schrijfwacht.eigenaars():
            cursor.execute(f'SELECT t::text FROM "{tabel}" t ORDER BY 1')
            inhoud[tabel] = [rij for (rij,) in cursor.fetchall()]
    return inhoud


def sql(vraag: str, *waarden: float) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(vraag, waarden)
        rij: tuple[Any, ...] | None = cursor.fetchone()
    return rij


def voer_uit(opdracht: str, *waarden: float) -> None:
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)


def laat_sterven(job: int, seconden: int, pogingen: int = 0) -> None:
    """Have a worker take this job and give its last sign of life some seconds ago."""
    rij = sql(
        "INSERT INTO procrastinate_workers (last_heartbeat)"
        " VALUES (now() - %s * interval '1 s') RETURNING id",
        seconden,
    )
    assert rij is not None
    voer_uit(
        "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s, attempts = %s WHERE id = %s",
        rij[0], pogingen, job,
    )  # fmt: skip


@pytest.fixture
def dode_werkers_blijven(stille_klok: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a worker that starts leave the rows of dead workers, as a worker does that goes on."""
    monkeypatch.setitem(app.worker_defaults, "stalled_worker_timeout", 1e6)


@pytest.mark.usefixtures("dode_werkers_blijven")
class TestEenWerkerStierf:
    @pytest.mark.parametrize(("seconden", "uitkomst"), [(60, ("doing", 0)), (180, ("succeeded", 2))])
    def test_a_job_is_revived_after_two_minutes_of_silence(
        self, seconden: int, uitkomst: tuple[str, int]
    ) -> None:
        job = zet_klaar("kernel.wis_verlopen")
        laat_sterven(job, seconden)
        draai_na("kernel.wek_stilgevallen")
        assert stand(job) == uitkomst

    def test_a_job_whose_worker_is_forgotten_is_revived(self) -> None:
        job = zet_klaar("kernel.wis_verlopen")
        laat_sterven(job, 1)
        voer_uit("DELETE FROM procrastinate_workers")  # what the next worker does at its start
        draai_na("kernel.wek_stilgevallen")
        assert stand(job) == ("succeeded", 2)

    def test_who_revives_leaves_itself_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """After a suspend its own heartbeat is old too."""
        monkeypatch.setattr(kerneljobs, "STIL_NA", -60)
        job = zet_klaar("kernel.wis_verlopen")
        laat_sterven(job, 0)
        wekker = draai_na("kernel.wek_stilgevallen")
        assert (stand(wekker), stand(job)) == (("succeeded", 1), ("succeeded", 2))

    def test_one_that_waits_takes_over_from_one_that_died(self) -> None:
        dood, ander = zet_klaar("kernel.wis_verlopen"), zet_klaar("cijfers.momentopname")
        for job in (dood, ander):
            laat_sterven(job, 180)
        opvolger = app.configure_task("kernel.wis_verlopen", schedule_in={"days": 1}).defer()
        wekker = draai_na("kernel.wek_stilgevallen")
        assert (stand(wekker)[0], stand(dood)[0], stand(opvolger)[0]) == ("succeeded", "aborted", "todo")
        assert stand(ander) == ("succeeded", 2), "the others are revived all the same"

    def test_a_job_that_keeps_killing_its_worker_fails(self) -> None:
        job = zet_klaar("kernel.wis_verlopen")
        laat_sterven(job, 180, kerneljobs.HOOGSTENS)
        draai_na("kernel.wek_stilgevallen")
        assert stand(job)[0] == "failed"


def databank_url() -> str:
    """Return the address of the test database, for another process."""
    gegevens = connection.settings_dict
    wie = ":".join(quote(deel, "") for deel in (gegevens["USER"], gegevens["PASSWORD"]) if deel)
    vragen = urlencode(
        {"host": gegevens["HOST"]} | {k: v for k, v in gegevens["OPTIONS"].items() if k in OPTIES}
    )
    return f"postgresql://{wie}@:{gegevens['PORT'] or 5432}/{gegevens['NAME']}?{vragen}"


@contextmanager
def echte_werker(vandaag: date, settings: Settings) -> Iterator["subprocess.Popen[bytes]"]:
    """Run `samendoen worker` on the test database, as if it were that day."""
    omgeving = {k: v for k, v in os.environ.items() if not k.startswith(("SAMENDOEN", "DJANGO"))} | {
        "DATABASE_URL": databank_url(),
        "SAMENDOEN_HOME": str(settings.SAMENDOEN_HOME),
        "SAMENDOEN_SLEUTELS": str(settings.SAMENDOEN_SLEUTELS),
        "SAMENDOEN_VANDAAG": vandaag.isoformat(),
    }
    proces = subprocess.Popen([sys.executable, "-m", "samendoen.site.cli.start", "worker"], env=omgeving)
    try:
        yield proces
    finally:
        proces.kill()
        proces.wait()


def wacht(klaar: Callable[[], object], waarop: str) -> None:
    einde = time.monotonic() + GEDULD_S
    while not klaar():
        assert time.monotonic() < einde, f"waited in vain for: {waarop}"
        time.sleep(0.1)


@pytest.mark.usefixtures("stille_klok")
def test_after_kill_9_of_the_worker_its_job_is_done_after_all(
    tweede_verbinding: psycopg.Connection[Any], settings: Settings
) -> None:
    """The worker is held up halfway its job by a lock on a table that the job reads, and is killed there."""
    neem_melding_op()
    ooit = date(2045, 1, 1)
    job = zet_klaar("kernel.wis_verlopen")
    tweede_verbinding.execute("LOCK TABLE kernel_dossier IN ACCESS EXCLUSIVE MODE")
    with echte_werker(ooit, settings) as werker:
        wacht(staat_te_wachten, "the worker to be halfway its job")
        werker.kill()
        werker.wait()
    tweede_verbinding.rollback()
    wacht(lambda: not staat_te_wachten(), "the server to notice")
    with klok.op(ooit):
        draai_na("kernel.wek_stilgevallen")
        assert (stand(job), gewist()) == (("doing", 0), False)
        voer_uit("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '3 minutes'")
        draai_na("kernel.wek_stilgevallen")
        assert (stand(job), gewist()) == (("succeeded", 2), True)


def staat_te_wachten() -> bool:
    return sql("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'kernel_dossier'::regclass") == (1,)
