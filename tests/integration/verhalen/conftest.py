"""A story's days, and who works in it."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.kernel.rechten import Rol
from tests.casusmaker import TEAM
from tests.integration.verhalen.verloop import Verloop
from tests.maak import actor, maak_medewerker


@pytest.fixture
def verloop(stille_klok: None) -> Iterator[Verloop]:
    """Give a story on the Monday of the tests, with an empty queue and a worker."""
    with ExitStack() as stapel:
        stapel.enter_context(klok.op(klok.vandaag()))
        yield Verloop(stapel)


@pytest.fixture
def loket(verloop: Verloop) -> Actor:
    return actor(maak_medewerker(Rol.LOKET, ["sociaal_loket"], "Lotte Loket"))


@pytest.fixture
def joke(verloop: Verloop) -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen"))


@pytest.fixture
def piet(verloop: Verloop) -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Piet Pieters"))


@pytest.fixture
def lena(verloop: Verloop) -> Actor:
    return actor(maak_medewerker(Rol.TEAMLEIDER, [TEAM], "Lena Leider"))


@pytest.fixture
def bo(verloop: Verloop) -> Actor:
    return actor(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"], "Bo Back"))


@pytest.fixture
def bram(verloop: Verloop) -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"], "Bram Buur"))
