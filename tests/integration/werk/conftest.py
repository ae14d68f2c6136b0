"""Dossiers, people and clocks for the tests of werk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import pytest
from django.db import transaction

from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Grond,
    Niveau,
    Rol,
    Toekenning,
    ken_toe,
    maak_groepen,
    open_dossiers,
)
from samendoen.kernel.models import Dossier
from samendoen.werk.api import TermijnStart, start_termijnen
from samendoen.werk.models import Termijn
from tests.maak import actor, maak_medewerker

VANDAAG = date(2024, 6, 3)
TEAM = "gebiedsteam_leerdam"
ANDER = "gebiedsteam_vianen"
_nummers = count(1)


@contextmanager
def in_actie() -> Iterator[None]:
    """Be inside an action of another context: what may call the inner actions of werk."""
    with transaction.atomic(), schrijft("toegang"):
        yield


@pytest.fixture
def groep(db: None) -> int:
    return maak_groepen([TEAM])[TEAM]


@pytest.fixture
def consulent(db: None) -> Actor:
    """Works in the team that has the grant."""
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM]))


@pytest.fixture
def loket(db: None) -> Actor:
    """In the same team, but her role may not move clocks."""
    return actor(maak_medewerker(Rol.LOKET, [TEAM]))


@pytest.fixture
def buur(db: None) -> Actor:
    """Same role, another team."""
    return actor(maak_medewerker(Rol.CONSULENT, [ANDER]))


@pytest.fixture
def meelezer(db: None) -> Actor:
    """A colleague of another team who may read the dossiers that a test gives her."""
    return actor(maak_medewerker(Rol.CONSULENT, [ANDER]))


@pytest.fixture
def dossier(groep: int) -> Dossier:
    return maak_dossier(groep)


def maak_dossier(groep: int, wet: str = "wmo") -> Dossier:
    """Make a dossier that this group may write."""
    with in_actie():
        [gemaakt] = open_dossiers([wet], "melding", [VANDAAG])
        ken_toe([Toekenning(gemaakt.pk, Niveau.SCHRIJFBAAR, Grond.TEAM, wet, groep_id=groep)])
    return gemaakt


def laat_lezen(dossier: Dossier, wie: Actor) -> None:
    """Give one person a grant to read."""
    with in_actie():
        ken_toe(
            [Toekenning(dossier.pk, Niveau.LEESBAAR, Grond.CONSULTATIE, dossier.wet, gebruiker_id=wie.id)]
        )


def start_een(dossier: Dossier, groep: int, nummer: int, soort: str, op: date, **anders: Any) -> Termijn:
    """Start one clock on melding `nummer` for a group: keywords change what is asked."""
    gewoon = TermijnStart(soort, op, dossier.pk, "toegang.melding", nummer, groep_id=groep)
    with in_actie():
        [pk] = start_termijnen(SYSTEEM, [replace(gewoon, **anders)])
    return Termijn.objects.get(pk=pk)


Starter = Callable[..., Termijn]


@pytest.fixture
def start(dossier: Dossier, groep: int) -> Starter:
    """Start one clock on the dossier, for its team: keywords change what is asked."""

    def starter(soort: str = "awb-beslistermijn", op: date = VANDAAG, **anders: Any) -> Termijn:
        return start_een(dossier, groep, next(_nummers), soort, op, **anders)

    return starter
