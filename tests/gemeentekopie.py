"""A municipality is read in by its action once per worker and moment; after that its rows are put back.

Nearly every test needs one, and undoes it at its end: all its rows in one statement take a third of the time.
Whoever tests the action calls the action.
"""

from datetime import datetime
from typing import Any

from django.db import connection

from samendoen.kernel.api import SYSTEEM, klok
from samendoen.kernel.models import Groep
from samendoen.organisatie.api import importeer_gemeente

# In the order in which one refers to the other.
TABELLEN = (
    "organisatie_gemeente",
    "organisatie_kern",
    "kernel_groep",
    "organisatie_team",
    "organisatie_teamnaam",
    "organisatie_team_kernen",
    "organisatie_capaciteit",
    "organisatie_capaciteit_teams",
    "organisatie_mandaat",
    "organisatie_mandaat_teams",
)
GEBEURD = "organisatie.gemeente_geimporteerd"
_bewaard: dict[tuple[str, datetime], str] = {}


def lees_in(code: str) -> None:
    """Read in a municipality, where there is none."""
    sleutel = (code, klok.nu())
    alleen = not Groep.objects.exists()
    if not alleen or sleutel not in _bewaard:
        importeer_gemeente(SYSTEEM, code)
        if alleen:
            _bewaard[sleutel] = _als_sql()
        return
    # What the rows are was written under the guard; it is not asked again.
    wachters, connection.execute_wrappers = connection.execute_wrappers, []
    try:
        with connection.cursor() as cursor:
            cursor.execute(_bewaard[sleutel])
    finally:
        connection.execute_wrappers = wachters


def _als_sql() -> str:
    """Return what puts the rows back in a database without them; no number is given out a second time."""
    with connection.cursor() as cursor:
        delen = [_tabel_als_sql(cursor, tabel) for tabel in TABELLEN]
        kolommen = ", ".join(
            kolom.name
            for kolom in connection.introspection.get_table_description(cursor, "kernel_gebeurtenis")
            if kolom.name != "id"
        )
        cursor.execute(f"SELECT json_agg(g)::text FROM kernel_gebeurtenis g WHERE soort = '{GEBEURD}'")
        [rijen] = cursor.fetchone()
        # An event takes its number at the moment itself: numbers say what came first.
        delen.append(
            f"INSERT INTO kernel_gebeurtenis ({kolommen}) SELECT {kolommen}"
            f" FROM json_populate_recordset(NULL::kernel_gebeurtenis, {_aangehaald(rijen)})"
        )
    return "; ".join(delen)


def _tabel_als_sql(cursor: Any, tabel: str) -> str:
    cursor.execute(f'SELECT json_agg(t ORDER BY t.id)::text, max(t.id) FROM "{tabel}" t')
    rijen, hoogste = cursor.fetchone()
    if rijen is None:
        return "SELECT 1"
    invoer = f"INSERT INTO {tabel} SELECT * FROM json_populate_recordset(NULL::{tabel}, {_aangehaald(rijen)})"
    if tabel == "organisatie_gemeente":  # has one row, with a fixed number
        return invoer
    teller = f"pg_get_serial_sequence('{tabel}', 'id')"
    return f"{invoer}; SELECT setval({teller}, GREATEST(nextval({teller}), {hoogste}))"


def _aangehaald(tekst: str) -> str:
    return "'" + tekst.replace("'", "''") + "'"
