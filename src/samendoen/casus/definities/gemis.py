"""Schema of what practice misses: kinds of lighter offers, and why one that would fit was not there."""

from functools import lru_cache
from typing import Self

from pydantic import Field, model_validator

from samendoen.kernel.definities import (
    Code,
    Definitie,
    MetHerkomst,
    Naam,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import eigen_bestand

MAP = "gemis"


class Benoemd(Definitie):
    """A code with its name."""

    code: Code
    naam: Naam


class Gemis(MetHerkomst):
    """The two closed lists: which kind of offer, and why it was not available."""

    soort: tuple[Benoemd, ...] = Field(min_length=1)
    reden: tuple[Benoemd, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _elk_een_keer(self) -> Self:
        unieke_waarden("soort", [soort.code for soort in self.soort])
        unieke_waarden("reden", [reden.code for reden in self.reden])
        return self


@lru_cache
def lees_gemis(naam: str) -> Gemis:
    """Return the lists of one file; Definitiefout when there is none, or it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Gemis)


def gemissoorten() -> dict[str, str]:
    """Return the kinds of offers of this municipality's list, code -> name."""
    return {soort.code: soort.naam for soort in lees_gemis(eigen_bestand(MAP)).soort}


def gemisredenen() -> dict[str, str]:
    """Return why an offer can be unavailable, code -> name."""
    return {reden.code: reden.naam for reden in lees_gemis(eigen_bestand(MAP)).reden}
