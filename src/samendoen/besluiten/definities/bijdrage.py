"""Grounds on which a municipality asks no own contribution, as data: the sentence that the letter says."""

from functools import lru_cache

from pydantic import Field, model_validator

from samendoen.kernel.definities import (
    Code,
    MetDocumenten,
    MetHerkomst,
    Naam,
    Zin,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import eigen_bestand

MAP = "bijdrage"


class Grond(MetHerkomst):
    """Why somebody pays none. `brief` stands in the letter, so it speaks to the resident."""

    code: Code
    naam: Naam
    brief: Zin
    grondslag: Naam


class Bijdrage(MetDocumenten):
    """The grounds of one municipality."""

    grond: tuple[Grond, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> "Bijdrage":
        unieke_waarden("grond", [g.code for g in self.grond])
        return self


@lru_cache
def bijdragedefinitie(naam: str) -> Bijdrage:
    """Return what one file in definities/bijdrage says; Definitiefout when it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Bijdrage)


def gronden() -> dict[str, Grond]:
    """Return by code the grounds of this database's municipality."""
    return {g.code: g for g in bijdragedefinitie(eigen_bestand(MAP)).grond}
