"""A million residents by COPY, for the search alone: they have no households and no dossiers."""

import io
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from django.db import connection, models
from psycopg import sql

from samendoen.inwoners.models import Inwoner
from samendoen.inwoners.rules import zoeknaam
from tests.bench.namen import ACHTERNAMEN, VOORNAMEN

VANAF = 5_000_000_000
REGELS = 20_000
EERSTE = date(1930, 1, 1)
DAGEN = 94 * 365


def laad(tot: int, al: int) -> None:
    """Write residents number `al` up to (not including) `tot`; the same number is the same person."""
    velden = [v for v in Inwoner._meta.concrete_fields if v.column not in {"bsn", "bsn_index"}]
    kolommen = [str(v.column) for v in velden]
    toeval = Random(al)
    _kopieer("kernel_persoon", ["id"], ([str(VANAF + n)] for n in range(al, tot)))
    rijen = (_rij(velden, VANAF + n, toeval) for n in range(al, tot))
    _kopieer(Inwoner._meta.db_table, kolommen, rijen)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE inwoners_inwoner")


def _rij(velden: list[models.Field], nummer: int, toeval: Random) -> list[str]:  # type: ignore[type-arg]
    achternaam = toeval.choice(ACHTERNAMEN)
    geboren = EERSTE + timedelta(days=toeval.randrange(DAGEN))
    eigen = {
        "inwoner_id": str(nummer),
        "kenmerk": f"{nummer:032x}",
        "voornamen": toeval.choice(VOORNAMEN),
        "achternaam": achternaam,
        "naam_zoek": zoeknaam(achternaam),
        "geboortedatum": geboren.isoformat(),
    }
    return [eigen.get(str(veld.column)) or _leeg(veld) for veld in velden]


def _leeg(veld: models.Field) -> str:  # type: ignore[type-arg]
    if veld.has_default():
        standaard = veld.get_default()
        return str(getattr(standaard, "value", standaard))
    return "\\N" if veld.null else ""


def _kopieer(tabel: str, kolommen: list[str], rijen: Iterator[list[str]]) -> None:
    opdracht = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(tabel), sql.SQL(", ").join(map(sql.Identifier, kolommen))
    )
    connection.ensure_connection()
    with connection.connection.cursor() as cursor, cursor.copy(opdracht) as kopie:
        stapel = io.StringIO()
        for n, rij in enumerate(rijen, 1):
            stapel.write("\t".join(rij) + "\n")
            if n % REGELS == 0:
                kopie.write(stapel.getvalue())
                stapel = io.StringIO()
        kopie.write(stapel.getvalue())


def wie(n: int) -> tuple[str, date]:
    """Return surname and birth date of somebody who was loaded: the n-th by key."""
    rij = Inwoner.objects.filter(pk=VANAF + n).values_list("achternaam", "geboortedatum").get()
    return rij
