"""Fixtures of every test: the database, the write guard, the clock."""

import gc
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, connections
from django.db.backends.postgresql.operations import DatabaseOperations
from django.db.backends.signals import connection_created
from django.middleware import csrf
from pytest_django import DjangoDbBlocker

from samendoen.kernel import klok, kluis, schrijfwacht
from samendoen.site import databank
from tests import instellingen, klaarmap

pytest_plugins = ["tests.geen_skips", "tests.schemas", "tests.wachtrij"]

# Spark is 450 MB that `make test` does not install: `make test-spark` does, and only then these are tests.
collect_ignore = [] if os.environ.get("SAMENDOEN_TEST_SPARK") else ["spark"]

# A fixed Monday, so that no test depends on the day it runs.
VANDAAG = date(2024, 6, 3)
# Letters of the tokens in forms: what a test looks for, a name or a number, is never in one by chance.
csrf.CSRF_ALLOWED_CHARS = "qxzQXZ"
# What Django fills after a migration, the same for every test.
BLIJFT = {"auth_permission", "django_content_type"}


# One file that needs the database, so that the first worker makes it while the other does what needs none.
EERST = ("integration/site/test_api.py", "unit/", "integration/site/", "integration/verhalen/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that nobody waits for it at the end."""

    def plaats(item: pytest.Item) -> int:
        pad = item.path.as_posix()
        return next((n for n, deel in enumerate(EERST) if f"tests/{deel}" in pad), len(EERST))

    items.sort(key=plaats)


def pytest_configure(config: pytest.Config) -> None:
    """Collect without looking for cycles: what that makes stays until the end."""
    gc.disable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for them in what the tests make alone, and less often."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    instellingen.ruim_op()


@pytest.fixture(scope="session")
def klaar(django_db_blocker: DjangoDbBlocker) -> Path | None:
    """Give a migrated data folder to copy, or None where DATABASE_URL says which database to use."""
    with django_db_blocker.unblock():
        return klaarmap.maak_eens()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, klaar: Path | None
) -> Iterator[None]:
    """Have PostgreSQL running for the whole session: the embedded one, or DATABASE_URL's."""
    with databank.draaiende_databank(duurzaam=False):
        yield
        connections.close_all()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Put the write guard on every connection, once the migrations have run."""
    connection_created.connect(schrijfwacht.zet_op, dispatch_uid="schrijfwacht")
    schrijfwacht.zet_op(connection)


@pytest.fixture(scope="session", autouse=True)
def leeg_tussen_twee_tests() -> Iterator[None]:
    """Empty between two transactional tests only the tables that have rows: TRUNCATE of all is slow.

    As a replica no trigger fires: neither those that keep events for ever, nor the foreign keys.
    """
    echt = DatabaseOperations.execute_sql_flush

    def leeg(self: DatabaseOperations, _sql: list[str]) -> None:
        wachters, self.connection.execute_wrappers = self.connection.execute_wrappers, []
        try:
            tabellen = set(self.connection.introspection.django_table_names(only_existing=True)) - BLIJFT
            with self.connection.cursor() as cursor:
                vraag = " UNION ALL ".join(
                    f"SELECT '{tabel}' WHERE EXISTS (SELECT 1 FROM \"{tabel}\")" for tabel in sorted(tabellen)
                )
                cursor.execute(vraag)
                vol = [tabel for (tabel,) in cursor.fetchall()]
                weg = "".join(f'DELETE FROM "{tabel}";' for tabel in vol)
                cursor.execute(f"BEGIN; SET LOCAL session_replication_role = replica; {weg} COMMIT")
        finally:
            self.connection.execute_wrappers = wachters

    DatabaseOperations.execute_sql_flush = leeg  # type: ignore[method-assign, assignment]
    yield
    DatabaseOperations.execute_sql_flush = echt  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def vaste_klok() -> Iterator[date]:
    """Stand the clock of this thread at nine o'clock on a fixed Monday."""
    with klok.op(VANDAAG):
        yield VANDAAG


@pytest.fixture(autouse=True)
def geen_sleutels_uit_een_andere_test() -> Iterator[None]:
    """Forget the data keys of the previous test: its database rows are gone."""
    kluis.vergeet_geheugen()
    yield


@pytest.fixture(autouse=True)
def geen_gemeente_uit_een_andere_test() -> Iterator[None]:
    """Forget the municipality of the previous test: its row is gone."""
    from samendoen.organisatie.queries import vergeet_gemeentenaam

    vergeet_gemeentenaam()
    yield


@pytest.fixture
def tweede_verbinding(transactional_db: None) -> Iterator[object]:
    """Give a second, raw connection to the test database: another worker."""
    import psycopg

    params = connection.get_connection_params()
    params.pop("cursor_factory", None)
    params.pop("context", None)
    with psycopg.connect(**params, autocommit=False) as verbinding:
        yield verbinding
