"""Writing and changing many rows in one statement.

The rows go to PostgreSQL as one JSON parameter. Django's own bulk_create and bulk_update spend five to ten
times as much on preparing the same statement, and that is what the plural of an action is held to.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

import orjson
from django.db import connections, router
from django.db.models import BinaryField, Field, GeneratedField, Model

M = TypeVar("M", bound=Model)
PARTIJ = 5000


def schrijf(rijen: Iterable[M], *, of_werk_bij: tuple[Sequence[str], Sequence[str]] | None = None) -> list[M]:
    """Insert rows that are new, one statement per five thousand; return them with their ids.

    `of_werk_bij`, (unique fields, fields to change), overwrites a row that is there already. For models
    of ours: no default by the database, nothing computed on saving. Raises IntegrityError as Django does.
    """
    alle = list(rijen)
    if alle:
        velden = _in_te_voegen(type(alle[0]))
        for begin in range(0, len(alle), PARTIJ):
            _voeg_toe(alle[begin : begin + PARTIJ], velden, of_werk_bij)
    return alle


def schrijf_waarden(model: type[Model], rijen: Sequence[Mapping[str, Any]]) -> list[int]:
    """As `schrijf`, for rows that nobody needs as an object: column values by attribute; return the ids.

    Every attribute of the model is named. For tables of which tens of thousands are written at a time.
    """
    velden = _in_te_voegen(model)
    kolommen = [(v.column, v.attname) for v in velden]
    ids: list[int] = []
    for begin in range(0, len(rijen), PARTIJ):
        deel = [{kolom: rij[veld] for kolom, veld in kolommen} for rij in rijen[begin : begin + PARTIJ]]
        ids += _voer_in(model, velden, orjson.dumps(deel, default=_als_tekst).decode(), None)
    return ids


def werk_bij(rijen: Iterable[M], velden: Sequence[str]) -> None:
    """Write these fields of rows that exist; one statement per five thousand. The rows are locked."""
    alle = list(rijen)
    if alle:
        model = type(alle[0])
        anders = tuple(_veld(model, naam) for naam in velden)
        zet = ", ".join(f'"{v.column}" = nieuw."{v.column}"' for v in anders)
        sql = (
            f"UPDATE {_tabel(model)} AS oud SET {zet} FROM {_bron(model)} AS nieuw "
            f'WHERE oud."{_pk(model)}" = nieuw."{_pk(model)}"'
        )
        with connections[router.db_for_write(model)].cursor() as cursor:
            for begin in range(0, len(alle), PARTIJ):
                deel = alle[begin : begin + PARTIJ]
                cursor.execute(sql, [_als_json(deel, (model._meta.pk, *anders))])


def _voeg_toe(
    rijen: Sequence[Model],
    velden: Sequence["Field[Any, Any]"],
    of_werk_bij: tuple[Sequence[str], Sequence[str]] | None,
) -> None:
    model = type(rijen[0])
    database = router.db_for_write(model)
    ids = _voer_in(model, velden, _als_json(rijen, velden), of_werk_bij)
    for rij, pk in zip(rijen, ids, strict=True):
        rij.pk = pk
        rij._state.adding, rij._state.db = False, database


def _voer_in(
    model: type[Model],
    velden: Sequence["Field[Any, Any]"],
    als_json: str,
    of_werk_bij: tuple[Sequence[str], Sequence[str]] | None,
) -> list[int]:
    kolommen = ", ".join(f'"{v.column}"' for v in velden)
    sql = f"INSERT INTO {_tabel(model)} ({kolommen}) SELECT {kolommen} FROM {_bron(model)}"
    if of_werk_bij:
        uniek, anders = ([f'"{_veld(model, n).column}"' for n in namen] for namen in of_werk_bij)
        zet = ", ".join(f"{kolom} = EXCLUDED.{kolom}" for kolom in anders)
        sql += f" ON CONFLICT ({', '.join(uniek)}) DO UPDATE SET {zet}"
    with connections[router.db_for_write(model)].cursor() as cursor:
        cursor.execute(f'{sql} RETURNING "{_pk(model)}"', [als_json])
        return [pk for (pk,) in cursor.fetchall()]


@lru_cache(maxsize=256)
def _in_te_voegen(model: type[Model]) -> tuple["Field[Any, Any]", ...]:
    """Return the fields to insert; a key that counts up is left to the database."""
    zelf = [v for v in model._meta.concrete_fields if not isinstance(v, GeneratedField)]
    return tuple(v for v in zelf if v.get_internal_type() not in ("AutoField", "BigAutoField"))


def _veld(model: type[Model], naam: str) -> "Field[Any, Any]":
    veld: Field[Any, Any] = model._meta.get_field(naam)  # type: ignore[assignment]
    return veld


def _tabel(model: type[Model]) -> str:
    return f'"{model._meta.db_table}"'


def _pk(model: type[Model]) -> str:
    return str(model._meta.pk.column)


def _bron(model: type[Model]) -> str:
    return f"json_populate_recordset(NULL::{_tabel(model)}, %s::json)"


def _als_json(rijen: Sequence[Model], velden: Iterable["Field[Any, Any]"]) -> str:
    gewoon = [(v.column, v.attname) for v in velden if not isinstance(v, BinaryField)]
    # Encrypting is done by the field.
    binair = [(v.column, v.attname, v) for v in velden if isinstance(v, BinaryField)]
    inhoud = []
    for rij in rijen:
        waarden = {kolom: getattr(rij, attribuut) for kolom, attribuut in gewoon}
        for kolom, attribuut, veld in binair:
            waarden[kolom] = _hexadecimaal(veld, getattr(rij, attribuut))
        inhoud.append(waarden)
    return orjson.dumps(inhoud, default=_als_tekst).decode()


def _hexadecimaal(veld: "Field[Any, Any]", waarde: Any) -> str | None:
    if waarde is None:
        return None
    klaar = veld.get_db_prep_value(waarde, connections["default"])
    return f"\\x{bytes(getattr(klaar, 'obj', klaar)).hex()}"


def _als_tekst(waarde: Any) -> str:
    if isinstance(waarde, Decimal):
        return str(waarde)
    raise TypeError(f"{type(waarde)} cannot be written in bulk")
