"""Schema of a municipality's waiting list: its priorities in order, each with how often people are called.

A municipality that has none of its own gets `algemeen.toml`.
"""

from functools import lru_cache
from typing import Self

from pydantic import Field, model_validator

from samendoen.kernel.definities import (
    Code,
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
from samendoen.toegang.rules import WACHTROUTES, Route

MAP = "wachtlijsten"


class Prioriteit(MetHerkomst):
    """One priority; `weken` is the rhythm of contact. A question on one of `routes` begins with it."""

    code: Code
    naam: Naam
    weken: int = Field(gt=0, le=52)
    routes: tuple[Route, ...] = ()
    standaard: bool = False


class Wachtlijstdefinitie(MetDocumenten):
    """The priorities of one municipality: the first goes first."""

    prioriteit: tuple[Prioriteit, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("prioriteit", [p.code for p in self.prioriteit])
        routes = [route.value for p in self.prioriteit for route in p.routes]
        unieke_waarden("route", routes)
        bekende_waarden("wachtroute", set(routes), {route.value for route in WACHTROUTES})
        if sum(p.standaard for p in self.prioriteit) != 1:
            raise ValueError("zet bij precies één prioriteit standaard = true")
        return self

    def van(self, code: str, route: str) -> Prioriteit:
        """Return the priority of a question: the one that was chosen, else the one its route begins with."""
        gekozen = next((p for p in self.prioriteit if p.code == code), None)
        begin = next((p for p in self.prioriteit if route in p.routes), None)
        return gekozen or begin or next(p for p in self.prioriteit if p.standaard)


@lru_cache
def wachtlijstdefinitie(naam: str) -> Wachtlijstdefinitie:
    """Return the priorities of one file in definities/wachtlijsten; Definitiefout when it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Wachtlijstdefinitie)


@lru_cache
def wachtlijsthash(naam: str) -> str:
    """Return the hash of that file."""
    return definitie_hash(definitie_pad(MAP, f"{naam}.toml"))


def wachtlijstnaam() -> str:
    """Return the name of the file of this database's municipality."""
    return eigen_bestand(MAP)


def eigen_wachtlijst() -> Wachtlijstdefinitie:
    """Return the priorities of this database's municipality."""
    return wachtlijstdefinitie(wachtlijstnaam())
