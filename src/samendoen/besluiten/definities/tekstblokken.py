"""Text blocks of a decision as data: a sentence that is often true, to take over and adapt.

A municipality that has a file of its own adds to `algemeen.toml`, or replaces a block by its code.
"""

from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import (
    Code,
    MetDocumenten,
    MetHerkomst,
    Naam,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import ALGEMEEN, eigen_bestand

MAP = "tekstblokken"
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=1000)]


class Blokveld(StrEnum):
    """In which field of a decision a block comes, in the order of the form."""

    BEVINDING = "bevinding"
    NIET_LICHTER = "niet_lichter"
    MOTIVERING = "motivering"


class Tekstblok(MetHerkomst):
    """One text. Without `wet` or `product` it fits every one."""

    code: Code
    naam: Naam
    veld: Blokveld
    tekst: Tekst
    wet: tuple[Literal["wmo", "jeugd", "geen"], ...] = ()
    product: tuple[Code, ...] = ()

    def past(self, wet: str, product: str) -> bool:
        """Tell whether this block fits a product under a law."""
        return (not self.wet or wet in self.wet) and (not self.product or product in self.product)


class Tekstblokken(MetDocumenten):
    """The blocks of one file."""

    blok: tuple[Tekstblok, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("blok", [blok.code for blok in self.blok])
        return self


@lru_cache
def tekstblokken(naam: str) -> Tekstblokken:
    """Return the blocks of one file; Definitiefout when there is none, or it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Tekstblokken)


def blokken_voor(wet: str, product: str) -> dict[str, Tekstblok]:
    """Return the blocks by code that fit a product: the general ones and those of this municipality."""
    alle = {blok.code: blok for naam in (ALGEMEEN, eigen_bestand(MAP)) for blok in tekstblokken(naam).blok}
    return {code: blok for code, blok in alle.items() if blok.past(wet, product)}


def voeg_in(staat_er: str, blok: Tekstblok) -> str:
    """Return a text with a block below it; a block that stands there already is not put in twice."""
    if blok.tekst in staat_er:
        return staat_er
    return f"{staat_er.rstrip()}\n\n{blok.tekst}".lstrip()
