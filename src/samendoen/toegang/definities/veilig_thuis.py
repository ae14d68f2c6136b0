"""Schema of a municipality's order of reports from Veilig Thuis: typed rows, the first that holds wins.

A municipality that has none of its own gets `algemeen.toml`.
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
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import eigen_bestand
from samendoen.toegang.definities.triage import Zin
from samendoen.toegang.rules import Voorrangregel

MAP = "veilig_thuis"


class Wanneer(Definitie):
    """When a row holds; a condition that is missing holds for everything."""

    spoed: bool | None = None
    kind: bool | None = None
    oudere: bool | None = None
    eerder_gemeld: bool | None = None


class Regel(MetHerkomst):
    """One row: its place is the priority; within so many working days somebody looks at it."""

    code: Code
    naam: Naam
    als: Wanneer = Wanneer()
    binnen_werkdagen: int = Field(ge=0, le=20)
    reden: Zin

    def als_waarde(self) -> Voorrangregel:
        """Return the row as the rule reads it."""
        return Voorrangregel(self.code, self.naam, self.binnen_werkdagen, self.reden, **self.als.model_dump())


class Voorrangtabel(MetDocumenten):
    """The rows of one municipality, in order."""

    regel: tuple[Regel, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("regel", [regel.code for regel in self.regel])
        if self.regel[-1].als != Wanneer():
            code = self.regel[-1].code
            raise ValueError(f"de laatste regel ({code}) moet altijd gelden: laat de voorwaarden weg")
        return self


@lru_cache
def voorrangtabel(naam: str) -> Voorrangtabel:
    """Return the table of one file in definities/veilig_thuis; Definitiefout when missing or wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Voorrangtabel)


def eigen_voorrang() -> Voorrangtabel:
    """Return the table of this database's municipality."""
    return voorrangtabel(eigen_bestand(MAP))
