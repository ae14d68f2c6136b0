"""Schema of a municipality's starting catalogue: products and who provides them.

Starting data (*begingegevens*) are read in once. Codes, prices and providers are ours and say so: no
municipality publishes them in this form.
"""

from datetime import date
from functools import lru_cache
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.besluiten.rules import Eenheid, Frequentie
from samendoen.kernel.definities import (
    Cbscode,
    Code,
    Definitie,
    Definitiefout,
    MetDocumenten,
    MetHerkomst,
    Naam,
    Zin,
    bekende_waarden,
    definitie_hash,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.recht.api import is_agb

Kader = Annotated[str, StringConstraints(pattern=r"^(wmo|jeugd|geen)$")]


class Categorie(Definitie):
    """A group of products, as figures count them."""

    code: Code
    naam: Naam
    kader: Kader


class Product(MetHerkomst):
    """What can be granted. `naam` fits in a sentence ("U krijgt hulp bij het huishouden").

    `grondslag` is the article that a decision rests on where it is not that of the Wmo or the Jeugdwet.
    `eigen_uitgifte`: the municipality hands it over itself, so no provider and no own contribution.
    `berichtcategorie` and `berichtcode`: what messages with providers call it.
    """

    code: Code
    naam: Naam
    categorie: Code
    omschrijving: Zin
    eenheid: Eenheid
    frequentie: Frequentie
    prijs_eurocent: int = Field(gt=0)
    eigen_bijdrage: bool = False
    pgb: bool = True
    berichtcategorie: Annotated[str, StringConstraints(pattern=r"^([0-9]{2})?$")] = ""
    berichtcode: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{0,5}$")] = ""
    grondslag: Annotated[str, StringConstraints(max_length=200)] = ""
    eigen_uitgifte: bool = False

    @model_validator(mode="after")
    def _eigen_uitgifte_klopt(self) -> Self:
        if self.eigen_uitgifte and (self.pgb or self.eigen_bijdrage):
            raise ValueError(f"{self.code}: wat de gemeente zelf uitgeeft, kent geen pgb of eigen bijdrage")
        return self


class Aanbieder(MetHerkomst):
    """Who provides products, by code, with its AGB code."""

    agb: str
    naam: Naam
    plaats: Naam
    producten: tuple[Code, ...] = Field(min_length=1)
    wachttijd_weken: int | None = Field(default=None, ge=0, le=260)
    plaatsen: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _agb_klopt(self) -> Self:
        if not is_agb(self.agb):
            raise ValueError(f"{self.agb} is geen AGB-code van acht cijfers")
        return self


class Periode(MetHerkomst):
    """Something that counts from `van`; `tot` is the first day no longer."""

    van: date
    tot: date | None = None

    @model_validator(mode="after")
    def _loopt_op(self) -> Self:
        if self.tot is not None and self.tot <= self.van:
            raise ValueError(f"de periode vanaf {self.van} eindigt voordat zij begint")
        return self


class Tarief(Periode):
    """What one unit of a product costs; without a provider for everybody who has no price of its own."""

    product: Code
    aanbieder: str = ""
    eurocent: int = Field(gt=0)


class Contract(Periode):
    """That a provider works for this municipality."""

    aanbieder: str


class Catalogus(MetDocumenten):
    """Everything that can be granted to begin with."""

    gemeente: Cbscode
    categorie: tuple[Categorie, ...] = Field(min_length=1)
    product: tuple[Product, ...] = Field(min_length=1)
    aanbieder: tuple[Aanbieder, ...] = Field(min_length=1)
    tarief: tuple[Tarief, ...] = ()
    contract: tuple[Contract, ...] = ()

    @model_validator(mode="after")
    def _verwijzingen_kloppen(self) -> Self:
        unieke_waarden("categorie", [deel.code for deel in self.categorie])
        unieke_waarden("product", [deel.code for deel in self.product])
        unieke_waarden("aanbieder", [deel.agb for deel in self.aanbieder])
        categorieen = {deel.code for deel in self.categorie}
        bekende_waarden("categorie", {deel.categorie for deel in self.product}, categorieen)
        genoemd = {code for deel in self.aanbieder for code in deel.producten}
        bekende_waarden("product", genoemd, {deel.code for deel in self.product if not deel.eigen_uitgifte})
        for deel in self.product:
            if (self.kader_van(deel.categorie) == "geen") != bool(deel.grondslag):
                raise ValueError(f"{deel.code}: alleen zonder wettelijk kader hoort er een grondslag bij")
        return self

    @model_validator(mode="after")
    def _afspraken_kloppen(self) -> Self:
        producten, aanbieders = {deel.code for deel in self.product}, {deel.agb for deel in self.aanbieder}
        bekende_waarden("product", {deel.product for deel in self.tarief}, producten)
        genoemd = {deel.aanbieder for deel in self.tarief} | {deel.aanbieder for deel in self.contract}
        bekende_waarden("aanbieder", genoemd - {""}, aanbieders)
        return self

    def kader_van(self, categorie: str) -> str:
        """Return the legal frame of a category."""
        return next(deel.kader for deel in self.categorie if deel.code == categorie)


def catalogusnamen() -> tuple[str, ...]:
    """Return the municipalities that we have a catalogue of, as file names without ending, sorted."""
    return tuple(sorted(pad.stem for pad in definitie_pad("producten").glob("*.toml")))


@lru_cache
def catalogus(gemeentecode: str) -> tuple[Catalogus, str]:
    """Return the catalogue of a municipality (CBS code) and the hash of its file.

    Raises `Definitiefout` when there is none, or when a file is wrong.
    """
    for naam in catalogusnamen():
        pad = definitie_pad("producten", f"{naam}.toml")
        definitie = lees_definitie(pad, Catalogus)
        if definitie.gemeente == gemeentecode:
            return definitie, definitie_hash(pad)
    raise Definitiefout(
        fout="definitie_onbekend",
        toelichting=f"Er is geen catalogus van producten voor de gemeente '{gemeentecode[:60]}'.",
        doe="Voeg een definitiebestand toe in definities/producten.",
    )
