"""Schema of the short routes of a municipality: per kind of question what to ask, where one looks, which
proof belongs to it, and where it leads.

A municipality that says nothing of its own gets `algemeen.toml`.
"""

from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import (
    Code,
    Definitie,
    MetDocumenten,
    MetHerkomst,
    Naam,
    bekende_waarden,
    definitie_hash,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import eigen_bestand

MAP = "routes"
Zin = Annotated[str, StringConstraints(min_length=10, max_length=200)]
Veld = Literal["situatie", "wens", "eigen_kracht", "netwerk", "mantelzorg", "algemeen"]


class Routevraag(Definitie):
    """A question, and where in an investigation its answer belongs (None: nowhere by itself)."""

    code: Code
    tekst: Zin
    leefgebied: Code | None = None
    veld: Veld | None = None

    @model_validator(mode="after")
    def _heel(self) -> Self:
        if (self.leefgebied is None) != (self.veld is None):
            raise ValueError(f"vraag {self.code}: noem leefgebied en veld allebei, of geen van beide")
        return self


class Routebewijs(Definitie):
    """A proof that belongs to the application."""

    code: Code
    naam: Naam


class Korteroute(MetHerkomst):
    """One short route. `product` is what is applied for; without one it leads to no application here."""

    code: Code
    naam: Naam
    product: Code | None = None
    woorden: tuple[Naam, ...] = Field(min_length=1)
    leefgebieden: tuple[Code, ...] = ()
    stappen: tuple[Zin, ...] = Field(min_length=1)
    vraag: tuple[Routevraag, ...] = Field(min_length=1, max_length=8)
    bewijs: tuple[Routebewijs, ...] = ()

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden(f"vraag van {self.code}", [v.code for v in self.vraag])
        unieke_waarden(f"bewijs van {self.code}", [b.code for b in self.bewijs])
        genoemd = {v.leefgebied for v in self.vraag if v.leefgebied}
        bekende_waarden("leefgebied", genoemd, set(self.leefgebieden))
        return self


class Korteroutes(MetDocumenten):
    """The short routes of one municipality, in the order in which they are proposed."""

    route: tuple[Korteroute, ...]

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("route", [route.code for route in self.route])
        return self


@lru_cache
def korteroutes(naam: str) -> Korteroutes:
    """Return the routes of one file of definities/routes; Definitiefout when it is not there or wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Korteroutes)


def eigen_routes() -> dict[str, Korteroute]:
    """Return the routes of this database's municipality by code, in order."""
    return {route.code: route for route in korteroutes(eigen_bestand(MAP)).route}


def routehash() -> str:
    """Return the hash of the file of this database's municipality."""
    return _hash(eigen_bestand(MAP))


@lru_cache
def _hash(naam: str) -> str:
    return definitie_hash(definitie_pad(MAP, f"{naam}.toml"))
