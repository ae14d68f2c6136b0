"""Schema of the meldcode files: what helps a professional at each step, for whom.

The five steps and the five weighing questions are law (`recht.meldcode`); the words around them are data.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.casus.rules import STAPPEN, Doelgroep
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
from samendoen.recht.api import WEEGVRAGEN

Zin = Annotated[str, StringConstraints(min_length=10, max_length=300)]
MAP = "meldcode"


class Keuze(Definitie):
    """Something to tick at a step: with whom one spoke."""

    code: Code
    naam: Naam


class Stap(MetHerkomst):
    """What helps at one step: what it is for, and which questions to think of."""

    code: Code
    titel: Naam
    doel: Zin
    vragen: tuple[Zin, ...] = Field(min_length=1)
    keuzes: tuple[Keuze, ...] = ()

    @model_validator(mode="after")
    def _eenmaal(self) -> Self:
        unieke_waarden("keuze", [keuze.code for keuze in self.keuzes])
        return self


class Weeghulp(Definitie):
    """What helps to answer one weighing question."""

    sleutel: Code
    hulp: Zin


class Meldcode(MetDocumenten):
    """The guidance for one group of people."""

    doelgroep: Doelgroep
    naam: Naam
    intro: Zin
    signalen: tuple[Zin, ...] = Field(min_length=1)
    stap: tuple[Stap, ...]
    weegvraag: tuple[Weeghulp, ...]

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        if [stap.code for stap in self.stap] != [stap.value for stap in STAPPEN]:
            raise ValueError(f"de stappen zijn, in deze volgorde: {', '.join(s.value for s in STAPPEN)}")
        vragen = [vraag.sleutel for vraag in WEEGVRAGEN]
        if [vraag.sleutel for vraag in self.weegvraag] != vragen:
            raise ValueError(f"de weegvragen zijn, in deze volgorde: {', '.join(vragen)}")
        return self

    def van_stap(self, code: str) -> Stap:
        """Return what helps at one step."""
        return next(stap for stap in self.stap if stap.code == code)

    def hulp(self, sleutel: str) -> str:
        """Return what helps to answer a weighing question."""
        return next(vraag.hulp for vraag in self.weegvraag if vraag.sleutel == sleutel)

    @property
    def bronnen(self) -> tuple[str, ...]:
        """Return the documents it rests on, as a page names them."""
        return tuple(f"{document.titel} ({document.jaar})" for document in self.document)


@lru_cache
def meldcode(doelgroep: str) -> Meldcode:
    """Return the guidance for one group; Definitiefout when its file is missing or wrong."""
    return lees_definitie(definitie_pad(MAP, f"{doelgroep}.toml"), Meldcode)


def meldcodes() -> Mapping[Doelgroep, Meldcode]:
    """Return the guidance for every group."""
    return {groep: meldcode(groep.value) for groep in Doelgroep}
