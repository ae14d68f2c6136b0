"""Schema of the task rules of a municipality: which hold, with which numbers, in which words, and why.

What a rule looks at is code, plugged in by the context that knows it; when it asks, and what it says, is
here. A municipality's own file replaces rows of `algemeen.toml` by their code, or adds to them.
"""

from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import (
    Code,
    Definitie,
    Definitiefout,
    MetDocumenten,
    MetHerkomst,
    Naam,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import ALGEMEEN, eigen_bestand

Regelcode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Taaktekst = Annotated[str, StringConstraints(min_length=5, max_length=140)]
Waarom = Annotated[str, StringConstraints(min_length=20, max_length=330)]
Getal = Annotated[int, Field(ge=0, le=400)]
MAP = "taakregels"


class Leeftijd(Definitie):
    """An age in years and months."""

    jaren: int = Field(ge=0, le=120)
    maanden: int = Field(default=0, ge=0, le=11)


class Regel(MetHerkomst):
    """One rule: when it asks, and in which sentences. A number that is missing is not asked by that rule.

    In the sentences stand the words that the rule gives, between braces, and the numbers of its own row.
    """

    code: Regelcode
    naam: Naam
    geldt: bool = True
    taak: Taaktekst
    waarom: Waarom
    varianten: Mapping[Code, Taaktekst] = {}
    dagen_vooraf: Getal | None = None
    weken_vooraf: Getal | None = None
    dagen_na: Getal | None = None
    binnen_dagen: Getal | None = None
    binnen_werkdagen: Getal | None = None
    procent: Annotated[int, Field(ge=1, le=99)] | None = None
    vanaf: Leeftijd | None = None
    tot: Leeftijd | None = None
    niveaus: tuple[Code, ...] = ()

    @model_validator(mode="after")
    def _van_jong_naar_oud(self) -> Self:
        if self.vanaf and self.tot:
            jong, oud = ((leeftijd.jaren, leeftijd.maanden) for leeftijd in (self.vanaf, self.tot))
            if jong >= oud:
                raise ValueError(f"regel {self.code}: tot ligt niet na vanaf")
        return self

    def getal(self, veld: str) -> int:
        """Return a number of this row; Definitiefout when the municipality left it out."""
        waarde = getattr(self, veld)
        if not isinstance(waarde, int):
            raise Definitiefout(
                fout="definitie_onjuist",
                toelichting=f"De taakregel {self.code} mist het getal {veld}.",
                doe=f"Vul {veld} in, of zet geldt = false.",
            )
        return waarde

    @property
    def vooraf(self) -> timedelta:
        """How long before its day the rule asks; on the day itself when the row has no such number."""
        return timedelta(weeks=self.weken_vooraf or 0, days=self.dagen_vooraf or 0)

    def dagen(self, veld: str) -> timedelta:
        """Return a number of this row as so many days."""
        return timedelta(days=self.getal(veld))

    def schrijf(self, variant: str = "", **woorden: object) -> tuple[str, str]:
        """Return what is to be done, and why it is asked, with these words and the numbers filled in.

        Definitiefout when a sentence names something that this rule does not know.
        """
        getallen = {naam: waarde for naam, waarde in self if isinstance(waarde, int)}
        taak = self.varianten.get(variant, self.taak)
        try:
            delen = (taak.format(**getallen, **woorden), self.waarom.format(**getallen, **woorden))
        except (KeyError, ValueError, IndexError) as fout:
            raise Definitiefout(
                fout="definitie_onjuist",
                toelichting=f"In de taakregel {self.code} staat een plek die niet bestaat: {fout}.",
                doe="Gebruik alleen woorden en getallen die deze regel kent.",
            ) from fout
        return delen[0], f"Regel “{self.naam}”: {delen[1]}"


class Taakregels(MetDocumenten):
    """The rules of one file."""

    regel: tuple[Regel, ...]

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("regel", [regel.code for regel in self.regel])
        return self


@lru_cache
def taakregelbestand(naam: str) -> Taakregels:
    """Return the rules of one file in definities/taakregels; Definitiefout when it is missing or wrong."""
    return lees_definitie(definitie_pad(MAP, f"{naam}.toml"), Taakregels)


@lru_cache
def taakregels_van(naam: str) -> Mapping[str, Regel]:
    """Return the rules of one municipality by code: the general ones, with its own in their place."""
    bestanden = (ALGEMEEN, naam) if naam != ALGEMEEN else (ALGEMEEN,)
    return {regel.code: regel for bestand in bestanden for regel in taakregelbestand(bestand).regel}


def taakregels() -> Mapping[str, Regel]:
    """Return the rules of this database's municipality by code, also those that do not hold."""
    return taakregels_van(eigen_bestand(MAP))


def taakregel(code: str) -> Regel:
    """Return one rule of this municipality; Definitiefout when it has none of that code."""
    regel = taakregels().get(code)
    if regel is None:
        raise Definitiefout(
            fout="definitie_onbekend",
            toelichting=f"De taakregel {code} staat niet in definities/{MAP}.",
            doe=f"Zet de regel in definities/{MAP}/{ALGEMEEN}.toml.",
        )
    return regel


def documenttitel(regel: Regel) -> str:
    """Return the title and year of the document that a rule rests on; "" for an assumption."""
    for naam in (eigen_bestand(MAP), ALGEMEEN):
        for document in taakregelbestand(naam).document:
            if regel.bron and document.sleutel == regel.document:
                return f"{document.titel} ({document.jaar})"
    return ""
