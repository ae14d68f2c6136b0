"""Schema of a municipality's caseload: how heavy a casus counts, and how much somebody can carry.

A municipality that has none of its own gets `algemeen.toml`.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Self

from pydantic import Field, model_validator

from samendoen.kernel.definities import (
    Code,
    MetDocumenten,
    MetHerkomst,
    Naam,
    definitie_hash,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import eigen_bestand

MAP = "caseload"


class Intensiteit(MetHerkomst):
    """How much a casus asks; `gewicht` in points. One that nobody judged has the `standaard`."""

    code: Code
    naam: Naam
    gewicht: Decimal = Field(gt=0, le=20)
    standaard: bool = False


class Vol(MetHerkomst):
    """When somebody is full: points in a week of `uren_per_fte` hours, in proportion for who works less."""

    uren_per_fte: int = Field(gt=0, le=40)
    punten_per_fte: Decimal = Field(gt=0, le=500)
    bijna_vol_procent: int = Field(gt=0, le=100)


class Caseload(MetDocumenten):
    """How heavy casussen count, and when somebody is full."""

    vol: Vol
    intensiteit: tuple[Intensiteit, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("intensiteit", [i.code for i in self.intensiteit])
        if sum(i.standaard for i in self.intensiteit) != 1:
            raise ValueError("zet bij precies één intensiteit standaard = true")
        return self

    def van(self, code: str) -> Intensiteit:
        """Return the intensity with this code; the standard for one that nobody judged."""
        gekozen = next((i for i in self.intensiteit if i.code == code), None)
        return gekozen or next(i for i in self.intensiteit if i.standaard)


@lru_cache
def caseloaddefinitie(naam: str) -> Caseload:
    """Return what one file in definities/caseload says; Definitiefout when it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Caseload)


@lru_cache
def _hash(naam: str) -> str:
    return definitie_hash(definitie_pad(MAP, f"{naam}.toml"))


def eigen_caseload() -> Caseload:
    """Return the caseload of this database's municipality."""
    return caseloaddefinitie(eigen_bestand(MAP))


def caseloadhash() -> str:
    """Return the hash of the file of this database's municipality."""
    return _hash(eigen_bestand(MAP))
