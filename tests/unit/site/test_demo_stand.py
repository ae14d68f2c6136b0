"""The day that the demo shows: one on which its clocks can run, and refused before anything is written."""

from datetime import date
from pathlib import Path

import pytest

from samendoen.site.demo.bouw import bepaal_stand
from samendoen.site.demo.stand import Stand, lees_stand, schrijf_stand
from samendoen.site.fout import Bedrijfsfout

GEBOUWD = Stand("vijfheerenlanden", 1.0, "2024-06-03", klaar=True)


@pytest.fixture(autouse=True)
def omgeving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put back what the demo says in the environment."""
    for naam in ("SAMENDOEN_VANDAAG", "SAMENDOEN_GEMEENTE"):
        monkeypatch.setenv(naam, "")


@pytest.mark.parametrize("dag", [date(1, 1, 1), date(2024, 6, 2), date(2034, 6, 4), date.max])
def test_a_day_on_which_the_demo_cannot_run_is_refused_and_not_kept(tmp_path: Path, dag: date) -> None:
    schrijf_stand(tmp_path, GEBOUWD)
    with pytest.raises(Bedrijfsfout) as fout:
        bepaal_stand(tmp_path, "vijfheerenlanden", 1.0, dag)
    assert fout.value.fout == "demodag"
    assert lees_stand(tmp_path) == GEBOUWD


def test_a_later_day_is_kept_for_the_next_start(tmp_path: Path) -> None:
    schrijf_stand(tmp_path, GEBOUWD)
    assert bepaal_stand(tmp_path, "vijfheerenlanden", 1.0, date(2024, 8, 1)).vandaag == "2024-08-01"
    assert bepaal_stand(tmp_path, "vijfheerenlanden", 1.0, None).vandaag == "2024-08-01"
