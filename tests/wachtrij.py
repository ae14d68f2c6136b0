"""The queue of jobs in tests, and the real worker that empties it."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from pathlib import Path

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued
from pytest_django import Settings

from samendoen.site.cli.bedrijf import werk_jobs_af


@pytest.fixture
def wachtrij(
    transactional_db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Give an empty queue, and folders of this test's own."""
    # The worker runs jobs in threads, whose connections would outlive the test database.
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)
    settings.SAMENDOEN_SLEUTELS = tmp_path / "sleutels"
    settings.SAMENDOEN_HOME = tmp_path / "home"
    settings.SAMENDOEN_SLEUTELS.mkdir(mode=0o700)
    leeg_wachtrij()
    yield
    leeg_wachtrij()


@pytest.fixture
def stille_klok(wachtrij: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Queue nothing by the hour: what runs is what the test asks."""
    monkeypatch.setattr(app.periodic_registry, "periodic_tasks", {})


def leeg_wachtrij() -> None:
    """Take everything from the queue."""
    with connection.cursor() as cursor:
        for tabel in ("periodic_defers", "jobs", "workers"):
            cursor.execute(f"DELETE FROM procrastinate_{tabel}")


def zet_klaar(taak: str, **argumenten: int) -> int:
    """Queue a job; return its id."""
    return app.configure_task(taak, allow_unknown=False).defer(**argumenten)


def stand(job: int) -> tuple[str, int]:
    """Return where a job stands, and how often it was put back."""
    rij = ProcrastinateJob.objects.get(pk=job)
    return rij.status, rij.attempts


def draai_af() -> None:
    """Run all that waits, by the worker of `samendoen worker`."""
    in_eigen_draad(lambda: werk_jobs_af(gelijktijdig=1, blijf=False))


def in_eigen_draad(werk: Callable[[], None]) -> None:
    """Run what needs its own event loop: where browser tests ran before, this thread has Playwright's."""
    with ThreadPoolExecutor(1) as draden:
        draden.submit(copy_context().run, werk).result()


def draai_na(taak: str) -> int:
    """Queue a job, unless it waits already, run all that waits, and return its id."""
    try:
        with transaction.atomic():
            job = zet_klaar(taak)
    except AlreadyEnqueued:
        job = ProcrastinateJob.objects.get(task_name=taak, status="todo").pk
    draai_af()
    return job
