"""Escalation routes as data: whom to call, when and in which order. Roles, never people.

A municipality that has no file of its own gets `algemeen.toml`.
"""

from functools import lru_cache
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import (
    Code,
    Definitie,
    MetDocumenten,
    MetHerkomst,
    Naam,
    Zin,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import eigen_bestand

MAP = "escalatie"
Nummer = Annotated[str, StringConstraints(pattern=r"^[0-9 ]*$", max_length=20)]


class Stap(Definitie):
    """Whom to call next. `nummer` is empty for somebody inside the municipality."""

    wie: Naam
    nummer: Nummer = ""
    bereikbaar: Naam
    wanneer: str = ""


class Route(MetHerkomst):
    """What to do for one kind of problem, in order."""

    code: Code
    naam: Naam
    wanneer: Zin
    stap: tuple[Stap, ...] = Field(min_length=1)


class Escalatieroutes(MetDocumenten):
    """The routes of one municipality."""

    route: tuple[Route, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("route", [route.code for route in self.route])
        return self


@lru_cache
def lees_routes(naam: str) -> Escalatieroutes:
    """Return the routes of one file; Definitiefout when there is none, or it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Escalatieroutes)


def escalatieroutes() -> tuple[Route, ...]:
    """Return the routes of this database's municipality."""
    return lees_routes(eigen_bestand(MAP)).route
