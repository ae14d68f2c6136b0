"""A household with a casus, its question investigated, and who works with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from samendoen.kernel import stekkers
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebeurtenis
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import handel_melding_af
from tests.besluitmaker import beslis, maak_catalogus, vraag
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import actor, maak_medewerker


@pytest.fixture(autouse=True)
def wat_gebeurde_leest_als_een_zin(db: None) -> Iterator[None]:
    """Whatever a test recorded stands on a timeline as a sentence."""
    yield
    rijen = Gebeurtenis.objects.filter(soort__startswith="besluiten.").order_by()
    for soort, gegevens in rijen.values_list("soort", "gegevens"):
        zin = stekkers.gebeurteniszin.geef(soort)
        assert zin is not None, soort
        assert zin(gegevens, {}).endswith("."), soort


@dataclass(frozen=True)
class Gezin:
    """A mother of 39 and a daughter of 8 with their casus; the mother's question is investigated."""

    moeder: int
    dochter: int
    melding: int
    casus: int


@pytest.fixture
def consulent(db: None) -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen"))


@pytest.fixture
def collega(db: None) -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Piet Pieters"))


@pytest.fixture
def leider(db: None) -> Actor:
    return actor(maak_medewerker(Rol.TEAMLEIDER, [TEAM], "Lena Leider"))


@pytest.fixture
def leider2(db: None) -> Actor:
    return actor(maak_medewerker(Rol.TEAMLEIDER, [TEAM], "Ties Tweede"))


@pytest.fixture
def backoffice(db: None) -> Actor:
    return actor(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"], "Bo Back"))


@pytest.fixture
def buur(db: None) -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"], "Bram Buur"))


@pytest.fixture
def gezin(consulent: Actor) -> Gezin:
    maak_catalogus()
    moeder, dochter = maak_gezin(("Fatima", date(1985, 3, 12)), ("Noor", date(2016, 2, 1)))
    melding = maak_melding(moeder)
    casus = maak_casus(consulent, melding)
    handel_melding_af(SYSTEEM, melding, "onderzocht", date(2024, 6, 3))
    return Gezin(moeder, dochter, melding, casus)


@pytest.fixture
def aanvraag(gezin: Gezin, consulent: Actor) -> int:
    return vraag(consulent, gezin.casus, gezin.moeder)


@pytest.fixture
def genomen(aanvraag: int, consulent: Actor) -> int:
    """A decision that was taken, not announced."""
    return beslis(consulent, aanvraag)
