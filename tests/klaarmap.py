"""A data folder that is migrated once per run: test databases are copies of it, and folders that tests serve.

That an empty folder is set up by `serve` itself is what test_serve begins with.
"""

import fcntl
from pathlib import Path

from django.core.management import call_command
from django.db import connections

from samendoen.site import databank
from tests.instellingen import TESTMAP
from tests.mapkopie import kopieer

KLAAR = TESTMAP / "klaar"


def maak_eens() -> Path | None:
    """Migrate the data folder of this run and return a copy; the first worker makes it, the others wait.

    None on a server of others, where there is nothing to copy.
    """
    if databank.eigen_server():
        return None
    with (TESTMAP / "klaar.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not KLAAR.exists():
            with databank.draaiende_databank(duurzaam=False):
                call_command("migrate", interactive=False, verbosity=0)
                connections.close_all()
            kopieer(databank.samendoen_home(), KLAAR)
    return KLAAR
