"""Lopik's plan, read in; an adviser and a councillor."""

from collections.abc import Callable

import pytest

from samendoen.beleid.api import NieuweStand, importeer_plan
from samendoen.beleid.models import Activiteit, Plan
from samendoen.kernel import klok
from samendoen.kernel.api import SYSTEEM, Actor, Rol
from tests.maak import actor, maak_medewerker

Licht = Callable[..., NieuweStand]


@pytest.fixture
def lopik(db: None) -> Plan:
    """Give Lopik's plan without lights, as it is read in."""
    importeer_plan(SYSTEEM, "lopik")
    return Plan.objects.get(code="lopik")


@pytest.fixture
def mbo(lopik: Plan) -> Activiteit:
    """Give one activity of the agenda."""
    return Activiteit.objects.get(code="mbo")


@pytest.fixture
def adviseur(db: None) -> Actor:
    """Give somebody who may change policy."""
    return actor(maak_medewerker(Rol.BELEID))


@pytest.fixture
def raadslid(db: None) -> Actor:
    """Give somebody who may only see it."""
    return actor(maak_medewerker(Rol.RAAD))


@pytest.fixture
def licht(mbo: Activiteit) -> Licht:
    """Give a maker of lights for that activity, by default orange for time, today."""

    def maak(**anders: object) -> NieuweStand:
        velden: dict[str, object] = {
            "activiteit_id": mbo.pk,
            "aspect": "tijd",
            "kleur": "oranje",
            "peildatum": klok.vandaag(),
            "toelichting": "De planning schuift.",
        }
        return NieuweStand(**(velden | anders))  # type: ignore[arg-type]

    return maak
