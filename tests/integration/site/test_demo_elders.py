"""A folder that says the demo is built, over another database: never served as if it were the demo."""

from pathlib import Path

import pytest

from samendoen.kernel.api import SYSTEEM
from samendoen.site.demo.bouw import bouw
from samendoen.site.demo.gebruikers import maak_demogebruikers
from samendoen.site.demo.stand import Stand
from samendoen.site.fout import Bedrijfsfout
from tests.maak import maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db
GEBOUWD = Stand("vijfheerenlanden", 1.0, "2024-06-03", klaar=True)


def test_a_database_without_the_demo_is_refused(tmp_path: Path) -> None:
    maak_medewerker("beheer")
    with pytest.raises(Bedrijfsfout) as fout:
        bouw(tmp_path, GEBOUWD, lambda _gedaan, _totaal: None)
    assert fout.value.fout == "demo_elders"


def test_the_demo_itself_is_not_built_again(tmp_path: Path) -> None:
    maak_gemeente()
    maak_demogebruikers(SYSTEEM)
    assert bouw(tmp_path, GEBOUWD, lambda _gedaan, _totaal: None).gemeente == "1961"
