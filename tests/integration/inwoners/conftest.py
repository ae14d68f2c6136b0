"""People to write about, and colleagues with or without a grant on them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from samendoen.inwoners.api import NieuweInwoner, NieuwHuishouden, registreer_inwoners, vorm_huishoudens
from samendoen.kernel.access import Toekenning, ken_toe, open_dossiers
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebruiker, Grond, Niveau
from samendoen.kernel.rechten import Rol
from tests.maak import aangemelde_client, actor, maak_medewerker

GEBOREN, KIND_GEBOREN, SINDS = date(1980, 3, 12), date(2014, 5, 1), date(2020, 1, 1)
ADRES: dict[str, Any] = {
    "straat": "Dorpsstraat",
    "huisnummer": "12 A",
    "postcode": "4141ab",
    "plaats": "Leerdam",
}
SchrijfIn = Callable[..., int]
GeefDossier = Callable[..., int]
Vorm = Callable[..., int]
Geef = Callable[..., None]


def nieuw(achternaam: str = "Jansen", geboren: date = GEBOREN, **anders: Any) -> NieuweInwoner:
    """Return a new resident with only what must be."""
    return replace(NieuweInwoner(uuid4(), achternaam, geboren), **anders)


@pytest.fixture
def schrijf_in() -> SchrijfIn:
    """Give what registers one resident and returns the person's id."""

    def maak(achternaam: str = "Jansen", geboren: date = GEBOREN, **anders: Any) -> int:
        return registreer_inwoners(SYSTEEM, [nieuw(achternaam, geboren, **anders)])[0]

    return maak


@pytest.fixture
def vorm() -> Vorm:
    """Give what forms one household of (person, role) and returns its id."""

    def maak(*leden: tuple[int, str], van: date = SINDS, ook_hier: Sequence[int] = ()) -> int:
        nieuw_huishouden = NieuwHuishouden(uuid4(), van, tuple(leden), frozenset(ook_hier))
        return vorm_huishoudens(SYSTEEM, [nieuw_huishouden])[0]

    return maak


@pytest.fixture
def geef_dossier() -> GeefDossier:
    """Give what opens a dossier of a person and lets somebody read or write in it."""

    def maak(
        persoon: int,
        door: Actor | None = None,
        grond: Grond = Grond.TEAM,
        niveau: Niveau = Niveau.SCHRIJFBAAR,
        wet: str = "wmo",
    ) -> int:
        with schrijft("kernel"):
            [dossier] = open_dossiers([wet], "melding", [SINDS], [persoon])
            if door is not None:
                ken_toe([Toekenning(dossier.pk, niveau, grond, wet, gebruiker_id=door.id)])
        return dossier.pk

    return maak


@pytest.fixture
def loket() -> Actor:
    """Give somebody at the front desk, without any grant."""
    return actor(maak_medewerker(Rol.LOKET, ["sociaal_loket"]))


@pytest.fixture
def consulent() -> Actor:
    """Give a professional, without any grant."""
    return actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_leerdam"]))


@pytest.fixture
def kapot(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Give what makes recording fail in a module of actions."""

    def stuk(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError("recording failed")

    return lambda module: monkeypatch.setattr(module, "leg_vast", stuk)


@pytest.fixture
def wie() -> Gebruiker:
    """Give the professional who is logged in."""
    return maak_medewerker(Rol.CONSULENT, ["gebiedsteam_leerdam"])


@pytest.fixture
def klant(wie: Gebruiker) -> Client:
    """Give the browser in which that professional is logged in."""
    return aangemelde_client(wie)


@pytest.fixture
def geef(wie: Gebruiker, geef_dossier: GeefDossier) -> Geef:
    """Give what lets the logged-in professional read or write about somebody."""

    def maak(persoon: int, grond: Grond = Grond.TEAM, niveau: Niveau = Niveau.SCHRIJFBAAR) -> None:
        geef_dossier(persoon, actor(wie), grond, niveau)

    return maak


def haal(klant: Client, naam: str, *args: object) -> str:
    """Return the page of this name, which opens."""
    antwoord = klant.get(reverse(naam, args=args))
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


def stuur(klant: Client, naam: str, /, *args: object, **velden: Any) -> HttpResponse:
    """Send a form and return the answer."""
    antwoord = klant.post(reverse(naam, args=args), velden)
    assert isinstance(antwoord, HttpResponse)
    return antwoord
