"""Who works at the front door in these tests, and what they take."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from samendoen.inwoners.api import NieuweInwoner, registreer_inwoners
from samendoen.kaart.api import importeer_kaart, organisaties_voor_keuze
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from tests.maak import actor, maak_gemeente, maak_medewerker

TEAM, BUREN = "gebiedsteam_leerdam", "gebiedsteam_vianen"
NeemOp = Callable[..., int]
MaakInwoner = Callable[..., int]


@pytest.fixture
def loket() -> Actor:
    return actor(maak_medewerker(Rol.LOKET, ["sociaal_loket"]))


@pytest.fixture
def consulent() -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM]))


@pytest.fixture
def buur() -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, [BUREN]))


@pytest.fixture
def avres() -> int:
    """Read in the social map and give the organisation that helps with debts."""
    maak_gemeente()
    importeer_kaart(SYSTEEM, "1961")
    return next(pk for pk, naam in organisaties_voor_keuze() if naam == "Avres")


def nieuw(**anders: Any) -> NieuweMelding:
    """Return an ordinary question, with what is different."""
    gewoon = NieuweMelding(uuid4(), "Wie helpt mij met mijn was?", "telefoon", "wmo", TEAM, date(2024, 6, 3))
    return replace(gewoon, **anders)


@pytest.fixture
def neem_op() -> NeemOp:
    """Give what takes one question and returns its number."""

    def doe(door: Actor, **anders: Any) -> int:
        return registreer_meldingen(door, [nieuw(**anders)])[0]

    return doe


@pytest.fixture
def maak_inwoner() -> MaakInwoner:
    """Give what registers a resident of Leerdam of sixty, and returns the person."""

    def doe(**anders: Any) -> int:
        maak_gemeente()
        gewoon = NieuweInwoner(
            uuid4(), "Proefpersoon", date(1964, 2, 1), voornamen="Anna", plaats="Leerdam", postcode="4141 AB",
            straat="Dorpsstraat", huisnummer="1",
        )  # fmt: skip
        return registreer_inwoners(SYSTEEM, [replace(gewoon, **anders)])[0]

    return doe
