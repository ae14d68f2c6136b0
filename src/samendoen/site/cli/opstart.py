"""Getting ready: Django configured and the database running, for commands that need them."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

from samendoen.site.databank import draaiende_databank, samendoen_home
from samendoen.site.fout import Bedrijfsfout


def zet_django_op() -> None:
    """Configure Django. Raises Bedrijfsfout when the settings cannot be used."""
    import django

    from samendoen.kernel.sleutels import Sleutelfout

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samendoen.site.settings")
    # Children of this process must mean the same folder, wherever they run.
    os.environ["SAMENDOEN_HOME"] = str(samendoen_home())
    # Loading makes what stays: a fifth of its time went to looking for cycles in it.
    gc.disable()
    try:
        django.setup()
        gc.freeze()
    except Sleutelfout as fout:
        raise Bedrijfsfout("sleutels", str(fout), "Zie 'Sleutels' in docs/bediening.md.") from fout
    finally:
        gc.enable()


@contextmanager
def met_databank() -> Iterator[None]:
    """Run the block with Django configured and the database running; the last user stops the embedded one."""
    with draaiende_databank():
        zet_django_op()
        from django.db import connections

        try:
            yield
        finally:
            connections.close_all()


@contextmanager
def met_bijgewerkte_databank() -> Iterator[None]:
    """As `met_databank`, and refuse when the database lacks migrations. Raises Bedrijfsfout."""
    with met_databank():
        achter = ontbrekende_migraties()
        if achter:
            raise Bedrijfsfout(
                "migraties",
                f"De databank loopt {len(achter)} migraties achter (de eerste is {achter[0]}).",
                "Maak een reservekopie en voer 'samendoen migrate' uit.",
            )
        yield


def ontbrekende_migraties() -> list[str]:
    """Return the migrations that the database still lacks, in order, as "app.name"."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    plan = MigrationExecutor(connection)
    stappen = plan.migration_plan(plan.loader.graph.leaf_nodes())
    return [f"{migratie.app_label}.{migratie.name}" for migratie, _ in stappen]
