"""The doorbraakbudget of a municipality as data: the ceiling per household, and who may grant how much."""

from functools import lru_cache

from pydantic import Field, model_validator

from samendoen.kernel.api import Rol
from samendoen.kernel.definities import (
    MetDocumenten,
    MetHerkomst,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import eigen_bestand

MAP = "doorbraak"


class Budget(MetHerkomst):
    """What one household can get at most in so many months."""

    plafond_eurocent: int = Field(gt=0, le=10_000_000)
    maanden: int = Field(gt=0, le=60)


class Grens(MetHerkomst):
    """Up to which amount a role may grant at once, inclusive."""

    rol: Rol
    tot_eurocent: int = Field(gt=0)


class Doorbraak(MetDocumenten):
    """The rules of one municipality. A role that is not named grants nothing."""

    budget: Budget
    grens: tuple[Grens, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> "Doorbraak":
        unieke_waarden("grens", [g.rol.value for g in self.grens])
        return self

    def tot(self, rollen: frozenset[Rol]) -> int:
        """Return the highest amount that somebody with these roles may grant; 0 is nothing."""
        return max((g.tot_eurocent for g in self.grens if g.rol in rollen), default=0)


@lru_cache
def doorbraakdefinitie(naam: str) -> Doorbraak:
    """Return what one file in definities/doorbraak says; Definitiefout when it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Doorbraak)


def eigen_doorbraak() -> Doorbraak:
    """Return the rules of this database's municipality."""
    return doorbraakdefinitie(eigen_bestand(MAP))
