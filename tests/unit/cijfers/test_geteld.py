"""Every indicator that comes with the product, against what was counted by hand, and the slow engine too."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from samendoen.cijfers import definities
from samendoen.cijfers.queries.motor import bereken
from samendoen.cijfers.queries.vragen import vraag
from tests.feitmaker import rijen_van, schrijf_feit
from tests.unit.cijfers.geteld import FEITEN, VERWACHT
from tests.unit.cijfers.naslag import reken


@pytest.fixture(scope="module")
def bestanden(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, list[dict[str, Any]]]]:
    """Give every fact as a file, and its rows."""
    map_ = tmp_path_factory.getbasetemp()
    rijen = {feit: rijen_van(feit) for feit in FEITEN}
    return {feit: (schrijf_feit(map_ / f"{feit}.parquet", feit, rijen[feit]), rijen[feit]) for feit in FEITEN}


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
