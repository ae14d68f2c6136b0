"""Facts as files: the rows that were written to be counted by hand, and a lake of three municipalities."""

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from samendoen.kernel import stekkers
from samendoen.kernel.stekkers import Feitsoort
from tests.unit.cijfers.geteld import FEITEN

Rij = dict[str, Any]
DAG = date(2024, 6, 2)
SOORTEN: dict[str, tuple[Any, Any]] = {
    "code": (pa.string(), str),
    "pseudoniem": (pa.string(), str),
    "datum": (pa.date32(), date.fromisoformat),
    "geheel": (pa.int64(), int),
    "janee": (pa.bool_(), lambda woord: {"ja": True, "nee": False}[woord]),
}


def soort_van(feit: str) -> Feitsoort:
    """Return a fact that some context offers."""
    soort = stekkers.feit.geef(feit)
    assert soort is not None
    return soort


def rijen_van(feit: str) -> list[Rij]:
    """Return the rows as they are written; a column that is not written is a gap."""
    soort = soort_van(feit)
    kop, *regels = (regel.split() for regel in FEITEN[feit].strip().splitlines())
    assert set(kop) <= {kolom.naam for kolom in soort.kolommen}

    def waarde(kolom: Any, woord: str) -> Any:
        return None if woord == "-" else SOORTEN[kolom.type][1](woord)

    gelezen = [dict(zip(kop, regel, strict=True)) for regel in regels]
    return [{k.naam: waarde(k, rij.get(k.naam, "-")) for k in soort.kolommen} for rij in gelezen]


def schrijf_feit(pad: Path, feit: str, rijen: list[Rij]) -> Path:
    """Write rows of a fact to a file as a snapshot has it."""
    kolommen = soort_van(feit).kolommen
    schema = pa.schema([(kolom.naam, SOORTEN[kolom.type][0]) for kolom in kolommen])
    pad.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rijen, schema), pad)
    return pad


def leg_meer_aan(map_: Path) -> dict[str, dict[str, list[Rij]]]:
    """Write a lake; return per municipality the rows of every fact.

    One has the rows that are counted by hand, one the same rows with the values of each column dealt anew
    and gaps in them, one a few of those twice and of every other fact none at all.
    """
    toeval = Random(6)
    meer: dict[str, dict[str, list[Rij]]] = {"0001": {}, "0002": {}, "0003": {}}
    for nummer, feit in enumerate(sorted(FEITEN)):
        rijen = rijen_van(feit)
        waarden = {naam: [rij[naam] for rij in rijen] + [None] for naam in rijen[0]}
        anders = [{naam: toeval.choice(keuze) for naam, keuze in waarden.items()} for _n in range(40)]
        meer["0001"][feit], meer["0002"][feit] = rijen, anders
        meer["0003"][feit] = [*anders[:7], *anders[:7]] if nummer % 2 else []
    for gemeente, feiten in meer.items():
        for feit, rijen in feiten.items():
            pad = map_ / "feiten" / gemeente / feit / f"peildatum={DAG.isoformat()}" / "deel-0.parquet"
            schrijf_feit(pad, feit, rijen)
    return meer
