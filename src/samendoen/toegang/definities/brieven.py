"""Schema of the letter that confirms the receipt: per legal frame a text in plain Dutch, as data.

A municipality that has no texts of its own gets `algemeen.toml`.
"""

from enum import StrEnum
from functools import lru_cache
from string import Formatter
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import (
    Definitie,
    MetHerkomst,
    definitie_hash,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import ALGEMEEN, eigen_bestand
from samendoen.toegang.definities.triage import Kader
from samendoen.toegang.rules import TERMIJN_BIJ_MELDING

Tekst = Annotated[str, StringConstraints(min_length=10, max_length=600)]
Kop = Annotated[str, StringConstraints(max_length=100)]
MAP = "ontvangstbrieven"


class Wanneer(StrEnum):
    """For whom a part of the letter is."""

    ALTIJD = "altijd"
    SPOED = "spoed"
    GEEN_SPOED = "geen_spoed"
    ZELF = "zelf"
    ANDER = "ander"


# What a text may name, and what only the letter of a frame with that term may.
PLEKKEN = frozenset({"ontvangen_op", "gemeente", "team"})
ALLEEN_BIJ = {"uiterlijk": frozenset(TERMIJN_BIJ_MELDING), "plan_tot": frozenset({"wmo"})}


class Briefdeel(MetHerkomst):
    """A part of the letter: a heading, if any, and paragraphs. `voor` says to whom it is told."""

    kop: Kop = ""
    voor: Wanneer = Wanneer.ALTIJD
    alineas: tuple[Tekst, ...] = Field(min_length=1)


class Ontvangstbrief(Definitie):
    """The letter under one legal frame."""

    kader: Kader
    onderwerp: Kop
    deel: tuple[Briefdeel, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _plekken_bestaan(self) -> Self:
        for tekst in (alinea for deel in self.deel for alinea in deel.alineas):
            for _tekst, plek, _vorm, _om in Formatter().parse(tekst):
                if plek is not None and plek not in PLEKKEN and self.kader not in ALLEEN_BIJ.get(plek, ()):
                    raise ValueError(f"{{{plek}}} kan niet in de brief bij kader {self.kader}")
        return self


class Ontvangstbrieven(Definitie):
    """The letters of one municipality: one per legal frame."""

    brief: tuple[Ontvangstbrief, ...]

    @model_validator(mode="after")
    def _elk_kader_een_brief(self) -> Self:
        unieke_waarden("brief", [brief.kader for brief in self.brief])
        return self


@lru_cache
def ontvangstbrieven(naam: str = ALGEMEEN) -> Ontvangstbrieven:
    """Return the letters of one file; Definitiefout when there is none, or it is wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Ontvangstbrieven)


def ontvangstbrief(kader: str) -> tuple[Ontvangstbrief, str]:
    """Return the letter under a legal frame and the hash of the file it stands in: that of this database's
    municipality, else the general one."""
    for naam in (eigen_bestand(MAP), ALGEMEEN):
        for brief in ontvangstbrieven(naam).brief:
            if brief.kader == kader:
                return brief, _hash(naam)
    raise LookupError(f"no letter for {kader}")


@lru_cache
def _hash(naam: str) -> str:
    return definitie_hash(definitie_pad(MAP, f"{naam}.toml"))
