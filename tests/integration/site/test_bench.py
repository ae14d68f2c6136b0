"""`make bench` works from beginning to end, on very little; what it measures is no matter for a test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.http_metingen import onderdelen
from tests.bench.rijen import Grenzen, Maat, Onderdeel
from tests.bench.verbruik import exponent, percentiel
from tests.bench.verslag import Verslag

WORTEL = Path(__file__).resolve().parents[3]


@pytest.mark.volle_maat
def test_a_short_run_measures_every_row_and_leaves_nothing_behind(tmp_path: Path, klaar: Path | None) -> None:
    verslag = tmp_path / "prestaties.md"
    begin = ["--begin", str(klaar)] if klaar else []
    uitslag = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--kort", "--uit", str(verslag), *begin],
        cwd=WORTEL,
        env=os.environ | {"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert uitslag.returncode == 0, uitslag.stderr
    tekst = verslag.read_text()
    assert "its figures mean nothing" in tekst
    assert [o.naam for o in onderdelen().values() if o.naam not in tekst] == []
    assert [rest.name for rest in tmp_path.iterdir()] == [verslag.name]


@pytest.mark.parametrize(
    ("maten", "verwacht"),
    [([(10, 5.0), (100, 5.0)], 0.0), ([(10, 1.0), (100, 10.0)], 1.0), ([(10, 1.0), (100, 100.0)], 2.0)],
)
def test_growth_is_an_exponent(maten: list[tuple[float, float]], verwacht: float) -> None:
    gevonden = exponent(maten)
    assert gevonden == pytest.approx(verwacht)


def test_one_size_says_nothing_about_growth() -> None:
    assert exponent([(10, 1.0)]) is None


def test_a_percentile_is_a_duration_that_was_measured() -> None:
    assert [percentiel([5.0, 1.0, 3.0, 2.0, 4.0], deel) for deel in (0.5, 0.95, 1.0)] == [3.0, 5.0, 5.0]


@pytest.mark.parametrize(
    ("cpu", "p95", "vragen", "oordeel"),
    [
        (30.0, 50.0, 10, "| - reached |"),
        (30.1, 50.0, 10, "| - NOT REACHED |"),
        (30.0, 50.1, 10, "| - NOT REACHED |"),
        (30.0, 50.0, 11, "| - NOT REACHED |"),
    ],
)
def test_a_row_without_a_floor_is_judged_by_its_own_limits(
    cpu: float, p95: float, vragen: int, oordeel: str
) -> None:
    rij = Onderdeel("Casus", "-", "-", "casussen", grenzen=Grenzen(p95=50, cpu=30, vragen=10))
    rij.maten.append(Maat(100, 5.0, p95, cpu=(cpu - 10, 10.0), vragen=vragen))
    assert oordeel in Verslag([rij]).tekst()


def test_a_row_with_a_floor_and_a_limit_must_stay_within_both() -> None:
    rij = Onderdeel("Lijst", "SQL", "-", "meldingen", 2, grenzen=Grenzen(p95=40))
    rij.maten.append(Maat(100, 5.0, 41.0, cpu=(5.0, 5.0), vloer_cpu=6.0))
    assert "**1.7x** NOT REACHED" in Verslag([rij]).tekst()
