"""Case tables as data: which there are, how often, on which legal basis one shares, and what can come of it.

A municipality that has no file of its own gets `algemeen.toml`.
"""

from functools import lru_cache
from typing import Self

from pydantic import Field, model_validator

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
from samendoen.toegang.api import Kanaal

MAP = "tafels"


class Deelgrond(Definitie):
    """A legal basis on which something may be shared; `toestemming` asks for its day."""

    code: Code
    naam: Naam
    artikel: Naam


class Puntuitkomst(Definitie):
    """What can come of discussing an item."""

    code: Code
    naam: Naam


class Tafel(MetHerkomst):
    """A kind of meeting. `vult_zichzelf`: new questions of its team come on the agenda by themselves (of
    these channels, or of all); `buiten`: people of other organisations sit at it (`aan_tafel` names them)."""

    code: Code
    naam: Naam
    ritme: Naam
    uitleg: Zin
    vult_zichzelf: bool = False
    kanaal: tuple[Kanaal, ...] = ()
    buiten: bool = False
    aan_tafel: tuple[Naam, ...] = ()
    grond: tuple[Deelgrond, ...] = Field(min_length=1)
    uitkomst: tuple[Puntuitkomst, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("grond", [grond.code for grond in self.grond])
        unieke_waarden("uitkomst", [uitkomst.code for uitkomst in self.uitkomst])
        if self.aan_tafel and not self.buiten:
            raise ValueError(f"tafel {self.code}: wie van buiten komt, vraagt buiten = true")
        return self

    def gronden(self) -> dict[str, Deelgrond]:
        """Return the legal bases by code."""
        return {grond.code: grond for grond in self.grond}

    def uitkomsten(self) -> dict[str, str]:
        """Return the outcomes, code -> name."""
        return {uitkomst.code: uitkomst.naam for uitkomst in self.uitkomst}


class Tafels(MetDocumenten):
    """The case tables of one municipality."""

    tafel: tuple[Tafel, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("tafel", [tafel.code for tafel in self.tafel])
        return self


@lru_cache
def lees_tafels(naam: str) -> Tafels:
    """Return the tables of one file; Definitiefout when there is none, or it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Tafels)


def tafels() -> dict[str, Tafel]:
    """Return the case tables of this database's municipality by code, in the order of its file."""
    return {tafel.code: tafel for tafel in lees_tafels(eigen_bestand(MAP)).tafel}
