"""An organisation with an offer, and who keeps the map."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from samendoen.kaart.actions.aanbod import Aanbodgegevens, NieuwAanbod, maak_aanbod
from samendoen.kaart.actions.organisatie import NieuweOrganisatie, Organisatiegegevens, maak_organisaties
from samendoen.kernel.actor import Actor
from samendoen.kernel.rechten import Rol
from tests.maak import actor, maak_medewerker

GEWOON = Aanbodgegevens(
    naam="Koffieochtend",
    tekst="Elke dinsdag koffie voor wie zin heeft in een praatje.",
    niveau="algemeen",
    leefgebieden=("participatie",),
)


def gegevens(**anders: Any) -> Aanbodgegevens:
    """Return an offer with what is named changed."""
    return replace(GEWOON, **anders)


@pytest.fixture
def beheer() -> Actor:
    """Give somebody of functional management; the municipality comes along."""
    return actor(maak_medewerker(Rol.BEHEER))


@pytest.fixture
def organisatie(beheer: Actor) -> int:
    """Give an organisation on the map."""
    nieuw = NieuweOrganisatie(uuid4(), Organisatiegegevens("Welzijn Samen", telefoon="0345 123456"))
    return maak_organisaties(beheer, [nieuw])[0]


@pytest.fixture
def aanbod(beheer: Actor, organisatie: int) -> int:
    """Give an offer on the map."""
    return maak_aanbod(beheer, [NieuwAanbod(uuid4(), organisatie, GEWOON)])[0]
