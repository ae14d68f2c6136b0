"""Every indicator that comes with the product, against what was counted by hand, and the slow engine too."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from samendoen.cijfers import definities
from samendoen.cijfers.queries.motor import bereken
from samendoen.cijfers.queries.vragen import vraag
from samendoen.kernel import stekkers
from tests.unit.cijfers.geteld import FEITEN, VERWACHT
from tests.unit.cijfers.naslag import reken

SOORTEN: dict[str, tuple[Any, Any]] = {
    "code": (pa.string(), str),
    "pseudoniem": (pa.string(), str),
    "datum": (pa.date32(), date.fromisoformat),
    "geheel": (pa.int64(), int),
    "janee": (pa.bool_(), lambda woord: {"ja": True, "nee": False}[woord]),
}


def rijen_van(feit: str) -> list[dict[str, Any]]:
    """Return the rows as they are written; a column that is not written is a gap."""
    soort = stekkers.feit.geef(feit)
    assert soort is not None
    kop, *regels = (regel.split() for regel in FEITEN[feit].strip().splitlines())
    assert set(kop) <= {kolom.naam for kolom in soort.kolommen}

    def waarde(kolom: Any, woord: str) -> Any:
        return None if woord == "-" else SOORTEN[kolom.type][1](woord)

    gelezen = [dict(zip(kop, regel, strict=True)) for regel in regels]
    return [{k.naam: waarde(k, rij.get(k.naam, "-")) for k in soort.kolommen} for rij in gelezen]


@pytest.fixture(scope="module")
def bestanden(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, list[dict[str, Any]]]]:
    """Give every fact as a file, and its rows."""
    uit = {}
    for feit in FEITEN:
        soort = stekkers.feit.geef(feit)
        assert soort is not None
        rijen = rijen_van(feit)
        schema = pa.schema([(kolom.naam, SOORTEN[kolom.type][0]) for kolom in soort.kolommen])
        pad = tmp_path_factory.getbasetemp() / f"{feit}.parquet"
        pq.write_table(pa.Table.from_pylist(rijen, schema), pad)
        uit[feit] = (pad, rijen)
    return uit


def test_every_indicator_was_counted_by_hand_and_there_are_sixty() -> None:
    assert set(VERWACHT) == set(definities.indicatoren())
    assert len(VERWACHT) >= 60
    niveaus = {indicator.niveau for indicator in definities.indicatoren().values()}
    assert niveaus == {"input", "throughput", "output", "outcome"}


def test_no_two_indicators_ask_the_same() -> None:
    vragen = [(vraag(i, i.weergave.per)) for i in definities.indicatoren().values()]
    assert len(set(vragen)) == len(vragen)
    assert len({i.zin for i in definities.indicatoren().values()}) == len(vragen)


@pytest.mark.parametrize("code", sorted(VERWACHT))
def test_an_indicator_gives_what_was_counted_by_hand(
    bestanden: Mapping[str, tuple[Path, list[dict[str, Any]]]], code: str
) -> None:
    indicator = definities.indicatoren()[code]
    pad, rijen = bestanden[indicator.feit]
    verwacht = {
        sleutels: antwoord if isinstance(antwoord, tuple) else (antwoord,)
        for sleutels, antwoord in VERWACHT[code].items()
    }
    gekregen = {
        u.sleutels: (u.waarde, u.teller)
        if u.gemeten
        else ((u.teller,) if u.noemer is None else (u.teller, u.noemer))
        for u in bereken(pad, "hand", vraag(indicator, indicator.weergave.per))
    }
    assert gekregen.keys() == verwacht.keys()
    definitie = tomllib.loads((definities.MAP / f"{code}.toml").read_text())
    langzaam = reken(definitie, rijen, indicator.weergave.per)
    assert langzaam.keys() == verwacht.keys()
    for sleutels, antwoord in verwacht.items():
        assert gekregen[sleutels] == pytest.approx(antwoord)
        assert langzaam[sleutels] == pytest.approx(antwoord)
