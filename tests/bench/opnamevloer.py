"""The least that registering a melding could cost: the same rows by raw psycopg in one transaction.

Which rows these are is looked up, not written down here: what one real registration left behind is the
pattern, so the floor grows along with the product.
"""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from uuid import UUID, uuid4

import psycopg
from django.apps import apps
from django.db import connection, models
from psycopg import sql
from psycopg.types.json import Jsonb

from samendoen.kernel.models import Inzagelogregel
from tests.bench.dienst import databank_cpu
from tests.bench.verbruik import Stand
from tests.bench.verkeer import WARM, Uitslag

Tabel = type[models.Model]


@dataclass(frozen=True, slots=True)
class Rij:
    """One row of the pattern: which columns, what in them, and which of those name another new row."""

    tabel: str
    sleutel: str
    oud: int
    waarden: dict[str, object]
    verwijst: dict[str, tuple[str, int]]

    @property
    def noemt(self) -> set[tuple[str, int]]:
        """The other rows that must be there first."""
        return set(self.verwijst.values()) - {(self.tabel, self.oud)}


@dataclass(frozen=True, slots=True)
class Patroon:
    """The rows of one registration, each after those that it names."""

    rijen: list[Rij]

    @property
    def tabellen(self) -> list[str]:
        """The tables that are written, in order."""
        return list(dict.fromkeys(rij.tabel for rij in self.rijen))


def neem_patroon(registreer: Callable[[], object]) -> Patroon:
    """Register once and return the rows that this added."""
    modellen = [m for m in apps.get_models() if m._meta.managed and m is not Inzagelogregel]
    modellen = [m for m in modellen if isinstance(_sleutel(m), models.AutoField | models.OneToOneField)]
    hoogste = {m: m._base_manager.aggregate(h=models.Max("pk"))["h"] or 0 for m in modellen}
    registreer()
    nieuw: dict[Tabel, list[dict[str, object]]] = {}
    for model in modellen:
        kolommen = [str(v.attname) for v in model._meta.concrete_fields if not _gemaakt(v)]
        nieuw[model] = list(
            model._base_manager.filter(pk__gt=hoogste[model]).order_by("pk").values(*kolommen)
        )
    bekend = {(m._meta.db_table, rij[_sleutel(m).attname]) for m, rijen in nieuw.items() for rij in rijen}
    rijen = [_rij(m, rij, bekend) for m, gevonden in nieuw.items() for rij in gevonden]
    return Patroon(_op_volgorde(rijen))


def _sleutel(model: Tabel) -> models.Field:  # type: ignore[type-arg]
    sleutel = model._meta.pk
    assert sleutel is not None
    return sleutel


def _gemaakt(veld: models.Field) -> bool:  # type: ignore[type-arg]
    return isinstance(veld, models.GeneratedField)


def _rij(model: Tabel, waarden: dict[str, object], bekend: set[tuple[str, object]]) -> Rij:
    sleutel, per = _sleutel(model), {str(v.attname): v for v in model._meta.concrete_fields}
    verwijst: dict[str, tuple[str, int]] = {}
    for naam, waarde in waarden.items():
        tabel = _doel(per[naam], waarden)
        if tabel and isinstance(waarde, int) and (tabel, waarde) in bekend:
            verwijst[str(per[naam].column)] = (tabel, waarde)
    klaar = {
        str(per[naam].column): Jsonb(waarde) if isinstance(per[naam], models.JSONField) else waarde
        for naam, waarde in waarden.items()
        if naam != sleutel.attname or not isinstance(sleutel, models.AutoField)
    }
    oud = waarden[sleutel.attname]
    assert isinstance(oud, int)
    return Rij(model._meta.db_table, str(sleutel.column), oud, klaar, verwijst)


def _doel(veld: models.Field, waarden: dict[str, object]) -> str:  # type: ignore[type-arg]
    """Return the table that a column names a row of; "" when it names none."""
    if isinstance(veld, models.ForeignKey):
        return str(veld.related_model._meta.db_table)
    if veld.attname == "onderwerp_id":
        return str(waarden.get("onderwerp_soort") or waarden.get("soort") or "").replace(".", "_")
    return ""


def _op_volgorde(rijen: list[Rij]) -> list[Rij]:
    """Put every row after the rows that it names."""
    over, gezet, klaar = list(rijen), set[tuple[str, int]](), list[Rij]()
    while over:
        kan = [rij for rij in over if rij.noemt <= gezet]
        if not kan:
            raise RuntimeError("The rows of a registration name each other in a circle")
        klaar += kan
        gezet |= {(rij.tabel, rij.oud) for rij in kan}
        over = [rij for rij in over if rij not in kan]
    return klaar


def meet_vloer(patroon: Patroon, home: object, aantal: int, uniek: Collection[str] = frozenset()) -> Uitslag:
    """Write the pattern `aantal` times, each in one transaction; processor time of client and database.

    In columns of `uniek`, as in those with a UUID, no value may stand twice.
    """
    from pathlib import Path

    params = connection.get_connection_params()
    params = {k: v for k, v in params.items() if k in {"dbname", "user", "password", "host", "port"}}
    map_ = Path(str(home))
    with psycopg.connect(**params, autocommit=True) as verbinding:
        vragen = [_vraag(rij) for rij in patroon.rijen]
        for _n in range(min(WARM, aantal)):
            _schrijf(verbinding, patroon, vragen, uniek)
        duren, eigen, databank = [], time.process_time(), databank_cpu(map_)
        for _n in range(aantal):
            van = time.perf_counter()
            _schrijf(verbinding, patroon, vragen, uniek)
            duren.append(time.perf_counter() - van)
        cpu = Stand(time.process_time() - eigen, databank_cpu(map_) - databank)
    return Uitslag(duren, cpu)


def _vraag(rij: Rij) -> sql.Composed:
    return sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING {}").format(
        sql.Identifier(rij.tabel),
        sql.SQL(", ").join(map(sql.Identifier, rij.waarden)),
        sql.SQL(", ").join(sql.Placeholder() for _kolom in rij.waarden),
        sql.Identifier(rij.sleutel),
    )


def _schrijf(
    verbinding: psycopg.Connection, patroon: Patroon, vragen: list[sql.Composed], uniek: Collection[str]
) -> None:
    nieuw: dict[tuple[str, int], int] = {}
    with verbinding.transaction(), verbinding.cursor() as cursor:
        for rij, vraag in zip(patroon.rijen, vragen, strict=True):
            waarden = [
                uuid4() if isinstance(waarde, UUID) else nieuw.get(rij.verwijst.get(kolom, ("", 0)), waarde)
                for kolom, waarde in rij.waarden.items()
            ]
            for plek, kolom in enumerate(rij.waarden):
                if kolom in uniek:
                    waarden[plek] = _anders(waarden[plek])
            cursor.execute(vraag, waarden)
            gemaakt = cursor.fetchone()
            assert gemaakt is not None
            nieuw[rij.tabel, rij.oud] = gemaakt[0]


_teller = count(1)


def _anders(waarde: object) -> object:
    """Return a value that did not stand there before: another day, or another short text."""
    n = next(_teller)
    return waarde - timedelta(days=n) if isinstance(waarde, date) else f"v{n}"
