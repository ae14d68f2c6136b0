"""The same definitions on Spark and on DuckDB, over a lake of three municipalities: the same numbers.

Only `make test-spark` runs this: it installs Spark.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from samendoen.cijfers import definities
from samendoen.cijfers.api import meertabel
from samendoen.cijfers.queries.meer import Motor
from samendoen.cijfers.rules.uitdrukking import Uitkomst
from samendoen.kernel.api import SYSTEEM
from tests.feitmaker import leg_meer_aan


@pytest.fixture(scope="module")
def meer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a lake: gaps, ties, rows twice, facts without a row."""
    map_ = tmp_path_factory.mktemp("meer")
    leg_meer_aan(map_)
    return map_


def antwoorden(map_: Path, code: str, motor: Motor) -> list[list[Uitkomst]]:
    """Return what an engine says per municipality and over all."""
    tabel = meertabel(SYSTEEM, map_, code, definities.indicatoren()[code].weergave.per, motor=motor)
    assert len({u.sleutels for u in tabel.rijen}) == len(tabel.rijen)
    return [list(tabel.rijen), list(tabel.totaal)]


def geteld(uitkomst: Uitkomst) -> str:
    """Return all of an answer but the number measured, with its types."""
    return repr(replace(uitkomst, meting=None))


@pytest.mark.parametrize("code", sorted(definities.indicatoren()))
def test_spark_gives_what_duckdb_gives(meer: Path, code: str) -> None:
    """Counts to the last one, of the same type; what is measured to the last digits of a double."""
    van_spark, van_duckdb = antwoorden(meer, code, "spark"), antwoorden(meer, code, "duckdb")
    assert van_duckdb[0]
    for spark, duckdb in zip(van_spark, van_duckdb, strict=True):
        assert [geteld(u) for u in spark] == [geteld(u) for u in duckdb]
        assert [u.meting for u in spark] == [
            None if u.meting is None else pytest.approx(u.meting, rel=1e-12) for u in duckdb
        ]
