"""A household, its question, and who works with it."""

from dataclasses import dataclass
from datetime import date

import pytest

from samendoen.kernel.actor import Actor
from samendoen.kernel.rechten import Rol
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import actor, maak_medewerker


@dataclass(frozen=True)
class Gezin:
    """A mother, a son of 14 and a daughter of 8, and the mother's question."""

    moeder: int
    zoon: int
    dochter: int
    melding: int


@pytest.fixture
def gezin() -> Gezin:
    moeder, zoon, dochter = maak_gezin(
        ("Fatima", date(1985, 3, 12)), ("Sami", date(2010, 1, 20)), ("Noor", date(2016, 2, 1))
    )
    return Gezin(moeder, zoon, dochter, maak_melding(moeder))


@pytest.fixture
def consulent() -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen"))


@pytest.fixture
def collega() -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Piet Pieters"))


@pytest.fixture
def leider() -> Actor:
    return actor(maak_medewerker(Rol.TEAMLEIDER, [TEAM], "Lena Leider"))


@pytest.fixture
def buur() -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"], "Bram Buur"))


@pytest.fixture
def casus(gezin: Gezin, consulent: Actor) -> int:
    return maak_casus(consulent, gezin.melding)
