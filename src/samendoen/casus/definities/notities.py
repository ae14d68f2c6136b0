"""Schema of the templates for notes: headings with what is asked under them.

A municipality that has no file of its own gets `algemeen.toml`.
"""

from functools import lru_cache
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.casus.rules import Notitiesoort, Wijze
from samendoen.kernel.definities import (
    Definitie,
    MetDocumenten,
    MetHerkomst,
    Naam,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import eigen_bestand

MAP = "notities"
# It is the name of a field of the form as well.
Kopcode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,29}$")]


class Kop(Definitie):
    """A heading under which one writes, and what helps to fill it."""

    code: Kopcode
    naam: Naam
    hulp: str = ""


class Sjabloon(MetHerkomst):
    """A template: of which kind of note, how the contact usually goes, and its headings."""

    code: Kopcode
    naam: Naam
    soort: Notitiesoort
    wijze: Wijze | None = None
    kop: tuple[Kop, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("kop", [kop.code for kop in self.kop])
        if (self.soort is Notitiesoort.CONTACT) != (self.wijze is not None):
            raise ValueError("een contactnotitie heeft een wijze, een dossiernotitie niet")
        return self


class Sjablonen(MetDocumenten):
    """The templates of one municipality."""

    sjabloon: tuple[Sjabloon, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _uniek(self) -> Self:
        unieke_waarden("sjabloon", [s.code for s in self.sjabloon])
        return self


@lru_cache
def _sjablonen(naam: str) -> dict[str, Sjabloon]:
    return {s.code: s for s in lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Sjablonen).sjabloon}


def sjablonen() -> dict[str, Sjabloon]:
    """Return code -> template, in the order of the file: that of this municipality, else the general one."""
    return _sjablonen(eigen_bestand(MAP))
