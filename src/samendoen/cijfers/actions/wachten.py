"""Before a snapshot: one maker at a time, and no event of that day still on its way.

An event carries the moment of recording, but is only there for others once its transaction commits.
Who reads too early misses it for ever, because a snapshot is never rebuilt. So we wait until the
transactions that may still hold such an event are over: those that have written something, and those
that began before the end of the day. That is asked of the server's own list of locks, over a connection
of its own: on that of the action each question would be part of the snapshot's transaction.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from samendoen.cijfers.models import Momentopname
from samendoen.kernel.api import Domeinfout, klok
from samendoen.schil.api import datum_zonder_dag

GEDULD_S = 30.0
"""How long we wait for older transactions before giving up."""
_PAUZE_S = 0.05
_SPELING = timedelta(minutes=1)  # clocks of web server and database may differ
_SLOT = 0x53414D45

# A virtual transaction id is unique for one transaction of one connection, and visible to every role.
_OUDERE = """
SELECT l.virtualtransaction, a.xact_start
FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'virtualxid' AND l.granted AND l.mode = 'ExclusiveLock'
  AND a.datname = current_database() AND a.usesysid IS NOT NULL AND a.leader_pid IS NULL
  AND a.pid <> ALL(%s)
  AND (a.backend_xid IS NOT NULL OR a.xact_start IS NULL OR now() - a.xact_start > make_interval(secs => %s))
"""
_NOG_BEZIG = """
SELECT min(a.xact_start), count(*)
FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'virtualxid' AND l.granted AND l.mode = 'ExclusiveLock' AND l.virtualtransaction = ANY(%s)
"""


@contextmanager
def beurt(dag: date, peilmoment: datetime) -> Iterator[None]:
    """Hold the turn to make the snapshot of `dag`, with nothing older on its way.

    Returns at once when that snapshot exists. Raises Domeinfout when another is making it, or when an
    older transaction does not end in time.
    """
    apart = connection.copy()
    try:
        if not _bestaat(apart, dag):
            _neem_beurt(apart, dag)
            _wacht_op_oudere(apart, peilmoment)
        yield
    finally:
        apart.close()


def _bestaat(apart: BaseDatabaseWrapper, dag: date) -> bool:
    tabel = Momentopname._meta.db_table
    with apart.cursor() as cursor:
        cursor.execute(f'SELECT 1 FROM "{tabel}" WHERE peildatum = %s', [dag])
        return cursor.fetchone() is not None


def _neem_beurt(apart: BaseDatabaseWrapper, dag: date) -> None:
    """Lock for as long as this connection lives: also a killed process lets go."""
    with apart.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_SLOT, dag.toordinal()])
        if cursor.fetchone() == (True,):
            return
    raise Domeinfout(
        "momentopname_bezig",
        _("De momentopname van %(dag)s wordt op dit moment al gemaakt.") % {"dag": datum_zonder_dag(dag)},
        _("Wacht even en kijk dan opnieuw."),
    )


def _wacht_op_oudere(apart: BaseDatabaseWrapper, peilmoment: datetime) -> None:
    with apart.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        eigen = [cursor.fetchone()[0], connection.connection.info.backend_pid]
        ouderdom = klok.nu() - peilmoment - _SPELING
        cursor.execute(_OUDERE, [eigen, ouderdom.total_seconds()])
        oudere = [rij[0] for rij in cursor.fetchall()]
        uiterlijk = time.monotonic() + GEDULD_S
        while oudere:
            cursor.execute(_NOG_BEZIG, [oudere])
            sinds, aantal = cursor.fetchone()
            if not aantal:
                return
            if time.monotonic() > uiterlijk:
                raise _duurt_te_lang(sinds)
            time.sleep(_PAUZE_S)


def _duurt_te_lang(sinds: datetime | None) -> Domeinfout:
    moment = sinds.astimezone(klok.NEDERLAND).strftime("%H:%M:%S") if sinds else _("onbekend hoe lang")
    return Domeinfout(
        "momentopname_wacht",
        _("Er loopt nog een bewerking in de databank (sinds %(moment)s) die bij deze dag kan horen.")
        % {"moment": moment},
        _("Probeer het over een paar minuten opnieuw. Blijft dit zo, laat beheer die bewerking dan stoppen."),
    )
