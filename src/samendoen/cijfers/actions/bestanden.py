"""Writing the files of a snapshot: streamed, sorted, the same bytes for the same events.

Rows go in batches to a raw file, and from there sorted by all columns into the real one. The order then
says nothing about who came first, and does not depend on how they were read. Memory stays bounded:
sorting spills to disk. The figures stack is imported here, when a snapshot is made.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from samendoen.cijfers.actions.feitkolommen import keur_feitsoort, kolommen_van
from samendoen.cijfers.queries.momentopnamen import BESTAND, feitenmap, feitmap, hash_van
from samendoen.kernel.api import Domeinfout, pseudoniemen
from samendoen.kernel.stekkers import Feitsoort

if TYPE_CHECKING:
    import duckdb

_RIJEN_PER_GROEP = 122_880
_BEKENDEN = 200_000
"""So many pseudonyms are kept at most beside those of a batch."""
_DOEL = "feiten"  # what a pseudonym is for: another use of the same key gives another one


@contextmanager
def werkmap(peildatum: date) -> Iterator[Path]:
    """Give a folder beside the facts, gone afterwards.

    When the making is broken off (the process is stopped or killed) it stays: the facts that were finished in
    it are not made again.
    """
    map_ = feitenmap() / f".bezig-{peildatum.isoformat()}"
    try:
        map_.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield map_
    except OSError as fout:
        shutil.rmtree(map_, ignore_errors=True)
        raise Domeinfout(
            "momentopname_schrijven",
            _("De momentopname kon niet worden weggeschreven: %(reden)s.") % {"reden": fout.strerror or fout},
            _("Maak ruimte vrij of herstel de schrijfrechten van de gegevensmap, en probeer het opnieuw."),
        ) from fout
    except Exception:
        shutil.rmtree(map_, ignore_errors=True)
        raise
    else:
        shutil.rmtree(map_, ignore_errors=True)


def schrijf_feiten(
    soorten: Sequence[Feitsoort], peilmoment: datetime, map_: Path, samen: "Samen"
) -> dict[str, tuple[int, str]]:
    """Write facts of one reading, as known at `peilmoment`, under `map_`; return rows and hash of each.

    What stands there finished, of a making that was broken off, is taken as it is.
    """
    for soort in soorten:
        keur_feitsoort(soort)
    eerder = [_eerder_klaar(soort, map_) for soort in soorten]
    if all(eerder):
        return {soort.naam: klaar for soort, klaar in zip(soorten, eerder, strict=True) if klaar}
    for soort in soorten:
        shutil.rmtree(map_ / soort.naam, ignore_errors=True)
    uit = {}
    for naam, aantal in _schrijf_ruw(soorten, peilmoment, map_, samen).items():
        uit[naam] = aantal, _rond_af(naam, map_, samen)
    for soort in soorten:
        _klaar(map_, soort.naam).write_text(json.dumps([*uit[soort.naam], *_kenmerk(soort)]))
    return uit


def _eerder_klaar(soort: Feitsoort, map_: Path) -> tuple[int, str] | None:
    """Return the rows and hash of a fact that was finished before; None when it must be made.

    The events of before the peilmoment are the same ones; what only knows the present is made anew.
    """
    try:
        rijen, hash_, *kenmerk = json.loads(_klaar(map_, soort.naam).read_text())
        heel = kenmerk == _kenmerk(soort) and hash_van(map_ / soort.naam / BESTAND) == hash_
    except (OSError, ValueError):
        return None
    return (rijen, hash_) if heel and not soort.alleen_nu else None


def _klaar(map_: Path, naam: str) -> Path:
    return map_ / f"{naam}.klaar"


def _kenmerk(soort: Feitsoort) -> list[str]:
    """Return by what a file is known to be of this release and these columns."""
    return [version("samendoen"), ",".join(f"{kolom.naam}:{kolom.type}" for kolom in soort.kolommen)]


class Samen:
    """What all facts of one snapshot share: the engine that sorts them, and the pseudonyms known so far."""

    def __init__(self, motor: "duckdb.DuckDBPyConnection") -> None:
        self.motor = motor
        self._pseudoniemen: dict[int, str | None] = {}

    def pseudoniemen(self, personen: AbstractSet[int]) -> dict[int, str | None]:
        """Return the pseudonyms of these, and of more: a key is read once, within bounds of memory."""
        bekend = self._pseudoniemen
        if len(bekend) > _BEKENDEN:
            bekend.clear()
        if nieuw := personen - bekend.keys():
            bekend |= pseudoniemen(nieuw, _DOEL)
        return bekend


@contextmanager
def samen(map_: Path) -> Iterator[Samen]:
    """Give what the facts of one snapshot share, until it is finished."""
    import duckdb

    instellingen: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "memory_limit": "512MB",
        "temp_directory": str(map_ / "sorteren"),
        "threads": "1",
    }
    with duckdb.connect(config=instellingen) as motor:
        yield Samen(motor)


def _rond_af(naam: str, map_: Path, samen: Samen) -> str:
    """Sort the raw file of a fact into the real one, on disk, and return its hash."""
    doel, ruw = map_ / naam, _ruw(map_, naam)
    doel.mkdir()
    _sorteer(ruw, doel / BESTAND, samen)
    ruw.unlink()
    _naar_schijf(doel / BESTAND)
    _naar_schijf(doel)
    return hash_van(doel / BESTAND)


def _ruw(map_: Path, naam: str) -> Path:
    return map_ / f"{naam}.ruw"


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


def _schrijf_ruw(
    soorten: Sequence[Feitsoort], peilmoment: datetime, map_: Path, samen: Samen
) -> dict[str, int]:
    """Write what the facts yield to a raw file each; return the numbers of rows."""
    import pyarrow.parquet as pq

    per = {soort.naam: soort for soort in soorten}
    aantallen = dict.fromkeys(per, 0)
    with ExitStack() as stapel:
        schrijvers = {
            naam: stapel.enter_context(pq.ParquetWriter(_ruw(map_, naam), _schema(soort), compression="lz4"))
            for naam, soort in per.items()
        }
        for naam, portie in _porties(soorten, peilmoment):
            if portie and naam in per:
                schrijvers[naam].write_batch(_partij(per[naam], portie, samen))
                aantallen[naam] += len(portie)
    return aantallen


def _porties(
    soorten: Sequence[Feitsoort], peilmoment: datetime
) -> Iterator[tuple[str, Sequence[tuple[Any, ...]]]]:
    eerste = soorten[0]
    if eerste.samen is not None:
        return eerste.samen(peilmoment)
    return ((eerste.naam, portie) for portie in eerste.rijen(peilmoment))


def _partij(soort: Feitsoort, portie: Sequence[tuple[Any, ...]], samen: Samen) -> Any:
    import pyarrow as pa

    schema = _schema(soort)
    kolommen = _zonder_personen(soort, kolommen_van(soort, portie), samen)
    velden = [pa.array(waarden, veld.type) for waarden, veld in zip(kolommen, schema, strict=True)]
    return pa.record_batch(velden, schema=schema)


def _zonder_personen(soort: Feitsoort, kolommen: list[list[Any]], samen: Samen) -> list[list[Any]]:
    """Replace each person's id by the pseudonym."""
    plaatsen = [i for i, kolom in enumerate(soort.kolommen) if kolom.type == "pseudoniem"]
    personen = {waarde for i in plaatsen for waarde in kolommen[i] if waarde is not None}
    van = samen.pseudoniemen(personen)
    for i in plaatsen:
        kolommen[i] = list(map(van.get, kolommen[i]))
    return kolommen


def _sorteer(ruw: Path, doel: Path, samen: Samen) -> None:
    import duckdb

    samen.motor.read_parquet(str(ruw), hive_partitioning=False).create_view("ruw")
    try:
        samen.motor.execute(
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
