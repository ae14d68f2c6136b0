"""Schema of the demo's bank of goals, actions and reasons: what people write in a plan and a decision."""

from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kaart.api import Ondersteuningsniveau
from samendoen.kernel.definities import (
    Code,
    Definitie,
    bekende_waarden,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.site.demo.definities import LEVENSFASEN, Levensfase

Zin = Annotated[str, StringConstraints(min_length=10, max_length=400)]
Wie = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Besluitkader = Literal["wmo", "jeugd"]


class Actie(Definitie):
    """What is agreed, on one level. Maatwerk names law, product and why nothing lighter suffices; `gemist`
    and `gemis_reden` say of some of those who agree this that a lighter offer was not available."""

    niveau: Ondersteuningsniveau
    tekst: Zin
    wie: Wie
    aanbod: str = ""
    kader: Besluitkader | None = None
    product: Code | None = None
    niet_lichter: str = ""
    gemist: str = ""
    gemis_reden: str = ""

    @model_validator(mode="after")
    def _maatwerk_is_heel(self) -> Self:
        maatwerk = self.niveau is Ondersteuningsniveau.MAATWERK
        if maatwerk != bool(self.kader and self.product and self.niet_lichter):
            raise ValueError("maatwerk, en alleen dat, noemt kader, product en niet_lichter")
        if bool(self.gemist) != bool(self.gemis_reden):
            raise ValueError("gemist en gemis_reden horen bij elkaar")
        if maatwerk and self.aanbod:
            raise ValueError("maatwerk noemt een product, geen aanbod")
        return self


class Doel(Definitie):
    """A goal on one life domain, in the words of somebody in one of these phases of life."""

    code: Code
    leefgebied: Code
    levensfasen: tuple[Levensfase, ...] = Field(min_length=1)
    tekst: Zin
    tevreden_als: Zin
    actie: tuple[Actie, ...] = Field(min_length=2)


class Product(Definitie):
    """What is asked and decided about a product; `maanden` is how long it is granted for (0: no end).

    `pgb` is as in the municipality's catalogue.
    """

    code: Code
    vraag: Zin
    bevinding: Zin
    toegekend: Zin
    gedeeltelijk: Zin
    afgewezen: Zin
    omvang: tuple[str, ...] = Field(min_length=1)
    pgb: bool = True
    maanden: Annotated[int, Field(ge=0, le=120)]

    def motivering(self, uitkomst: str) -> str:
        """Return the reason of a decision with this outcome."""
        return {
            "toegekend": self.toegekend,
            "gedeeltelijk": self.gedeeltelijk,
            "afgewezen": self.afgewezen,
        }[uitkomst]


class Plannenbank(Definitie):
    """All goals and products."""

    doel: tuple[Doel, ...]
    product: tuple[Product, ...]

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("doel", [doel.code for doel in self.doel])
        unieke_waarden("product", [product.code for product in self.product])
        gevraagd = {a.product for doel in self.doel for a in doel.actie if a.product}
        bekende_waarden("product", gevraagd, {product.code for product in self.product})
        gebieden = {doel.leefgebied for doel in self.doel}
        for gebied in sorted(gebieden):
            fasen = {fase for doel in self.doel if doel.leefgebied == gebied for fase in doel.levensfasen}
            if fasen != set(LEVENSFASEN):
                raise ValueError(f"leefgebied {gebied}: niet elke levensfase heeft een doel")
        return self

    def van_product(self, code: str) -> Product:
        """Return the words about a product."""
        return next(product for product in self.product if product.code == code)


@lru_cache
def plannenbank() -> Plannenbank:
    """Return the bank of goals, actions and reasons. Raises Definitiefout."""
    return lees_definitie(definitie_pad("demo", "plannen.toml"), Plannenbank)


@lru_cache(maxsize=64)
def doelen(leefgebied: str, fase: Levensfase) -> tuple[Doel, ...]:
    """Return the goals on a life domain that fit somebody in this phase of life."""
    return tuple(d for d in plannenbank().doel if d.leefgebied == leefgebied and fase in d.levensfasen)
