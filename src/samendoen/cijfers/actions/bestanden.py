"""Writing the files of a snapshot: streamed, sorted, the same bytes for the same events.

Rows go in batches to a raw file, and from there sorted by all columns into the real one. The order then
says nothing about who came first, and does not depend on how they were read. Memory stays bounded:
sorting spills to disk. The figures stack is imported here, when a snapshot is made.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from samendoen.cijfers.actions.feitkolommen import keur_feitsoort, kolommen_van
from samendoen.cijfers.queries.momentopnamen import BESTAND, feitenmap, feitmap, hash_van
from samendoen.kernel.api import Domeinfout, pseudoniemen
from samendoen.kernel.stekkers import Feitsoort

_RIJEN_PER_GROEP = 122_880
_DOEL = "feiten"  # what a pseudonym is for: another use of the same key gives another one


@contextmanager
def werkmap(peildatum: date) -> Iterator[Path]:
    """Give an empty folder beside the facts; it is gone afterwards, whatever happens."""
    map_ = feitenmap() / f".bezig-{peildatum.isoformat()}"
    try:
        shutil.rmtree(map_, ignore_errors=True)
        map_.mkdir(mode=0o700, parents=True)
        yield map_
    except OSError as fout:
        raise Domeinfout(
            "momentopname_schrijven",
            _("De momentopname kon niet worden weggeschreven: %(reden)s.") % {"reden": fout.strerror or fout},
            _("Maak ruimte vrij of herstel de schrijfrechten van de gegevensmap, en probeer het opnieuw."),
        ) from fout
    finally:
        shutil.rmtree(map_, ignore_errors=True)


def schrijf_feit(soort: Feitsoort, peilmoment: datetime, map_: Path) -> tuple[int, str]:
    """Write one fact as known at `peilmoment` under `map_`; return its number of rows and file hash."""
    keur_feitsoort(soort)
    doel = map_ / soort.naam
    doel.mkdir()
    ruw = map_ / f"{soort.naam}.ruw"
    aantal = _schrijf_ruw(soort, soort.rijen(peilmoment), ruw)
    _sorteer(ruw, doel / BESTAND, map_)
    ruw.unlink()
    _naar_schijf(doel / BESTAND)
    _naar_schijf(doel)
    return aantal, hash_van(doel / BESTAND)


def zet_neer(map_: Path, feiten: Iterable[str], peildatum: date) -> None:
    """Put the finished folders in their place. What a crash left there, without a row, gives way."""
    for feit in feiten:
        doel = feitmap(feit, peildatum)
        doel.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if doel.exists():
            shutil.rmtree(doel)
        (map_ / feit).rename(doel)
        _naar_schijf(doel.parent)
    _naar_schijf(feitenmap())


def _schema(soort: Feitsoort) -> Any:
    import pyarrow as pa

    typen = {
        "code": pa.string(),
        "datum": pa.date32(),
        "geheel": pa.int64(),
        "janee": pa.bool_(),
        "pseudoniem": pa.string(),
    }
    return pa.schema([(kolom.naam, typen[kolom.type]) for kolom in soort.kolommen])


def _schrijf_ruw(soort: Feitsoort, porties: Iterable[Sequence[tuple[Any, ...]]], ruw: Path) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema, aantal = _schema(soort), 0
    with pq.ParquetWriter(ruw, schema, compression="lz4") as schrijver:
        for portie in porties:
            if not portie:
                continue
            kolommen = _zonder_personen(soort, kolommen_van(soort, portie))
            velden = [pa.array(waarden, veld.type) for waarden, veld in zip(kolommen, schema, strict=True)]
            schrijver.write_batch(pa.record_batch(velden, schema=schema))
            aantal += len(portie)
    return aantal


def _zonder_personen(soort: Feitsoort, kolommen: list[list[Any]]) -> list[list[Any]]:
    """Replace each person's id by the pseudonym: keys are read once per resident of the batch."""
    plaatsen = [i for i, kolom in enumerate(soort.kolommen) if kolom.type == "pseudoniem"]
    personen = {waarde for i in plaatsen for waarde in kolommen[i] if waarde is not None}
    van = pseudoniemen(personen, _DOEL) if personen else {}
    for i in plaatsen:
        kolommen[i] = [van.get(waarde) for waarde in kolommen[i]]
    return kolommen


def _sorteer(ruw: Path, doel: Path, map_: Path) -> None:
    import duckdb

    instellingen: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "memory_limit": "512MB",
        "temp_directory": str(map_ / "sorteren"),
        "threads": "1",
    }
    with duckdb.connect(config=instellingen) as verbinding:
        verbinding.read_parquet(str(ruw), hive_partitioning=False).create_view("ruw")
        try:
            verbinding.execute(
                f"COPY (SELECT * FROM ruw ORDER BY ALL NULLS LAST) TO '{_aangehaald(doel)}' "
                f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_RIJEN_PER_GROEP})"
            )
        except (duckdb.IOException, duckdb.OutOfMemoryException) as fout:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from fout


def _aangehaald(pad: Path) -> str:
    return str(pad).replace("'", "''")


def _naar_schijf(pad: Path) -> None:
    fd = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
