"""Schema of how ErOpAf is done: the rhythm of contact, and what is read to who reports a worry.

A municipality that says nothing of its own gets `algemeen.toml`.
"""

from functools import lru_cache
from typing import Annotated

from pydantic import Field, StringConstraints

from samendoen.kernel.definities import MetDocumenten, MetHerkomst, definitie_pad, lees_definitie
from samendoen.organisatie.api import eigen_bestand

MAP = "eropaf"
Zin = Annotated[str, StringConstraints(min_length=10, max_length=400)]


class Ritme(MetHerkomst):
    """Within how many working days contact is first sought, and after how many days again."""

    eerste_werkdagen: int = Field(ge=0, le=30)
    dagen_ertussen: int = Field(ge=1, le=90)


class Voorlezen(MetHerkomst):
    """A sentence that is read to who reports a worry."""

    zin: Zin


class Eropafwijze(MetDocumenten):
    """How one municipality does it."""

    ritme: Ritme
    voorlezen: tuple[Voorlezen, ...] = Field(min_length=1)


@lru_cache
def eropafwijze(naam: str) -> Eropafwijze:
    """Return one file of definities/eropaf; Definitiefout when there is none, or it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Eropafwijze)


def eigen_eropafwijze() -> Eropafwijze:
    """Return how this database's municipality does it, else the general way."""
    return eropafwijze(eigen_bestand(MAP))
