"""Schema of who else may direct a part of a casus: organisations of the kaart, by life domain."""

from functools import lru_cache
from typing import Annotated, Self

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

MAP = "partnerregie"
Waarvoor = Annotated[str, StringConstraints(min_length=20, max_length=400)]


class Partner(MetHerkomst):
    """An organisation of the kaart, by its name, that may direct these life domains, and for what."""

    organisatie: Naam
    leefgebieden: tuple[Code, ...] = Field(min_length=1)
    waarvoor: Waarvoor
    bekijken_weken: int = Field(ge=1, le=52)


class Partnerregies(MetDocumenten):
    """Everything that may be directed elsewhere in one municipality."""

    partner: tuple[Partner, ...] = ()

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("partner", [partner.organisatie for partner in self.partner])
        return self


@lru_cache
def partnerbestand(naam: str = ALGEMEEN) -> Partnerregies:
    """Return what one file in definities/partnerregie says; Definitiefout when it is missing or wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Partnerregies)


def partners() -> tuple[Partner, ...]:
    """Return the organisations that may direct a part of a casus in this municipality."""
    return partnerbestand(eigen_bestand(MAP)).partner
