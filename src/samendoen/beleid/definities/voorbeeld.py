"""Made-up stories, a market and initiatives for the demo, as data."""

import datetime
from functools import lru_cache
from typing import Literal

from pydantic import Field

from samendoen.kernel.definities import Definitie, Naam, Zin, definitie_pad, lees_definitie


class Voorbeeldverhaal(Definitie):
    """A story; `staat` is how far it came. `redenen`: of a sign, its word and why it may stay."""

    code: Naam
    plan: Naam
    doel: Naam
    titel: Naam
    tekst: Zin
    verteller: Naam
    staat: Literal["concept", "wacht", "gepubliceerd", "ingetrokken"]
    dorp: str = ""
    beeld: str = ""
    omschrijving: str = ""
    redenen: dict[str, str] = Field(default_factory=dict)


class Voorbeeldregel(Definitie):
    """A line of the market; `doel` and `verhaal` by code."""

    soort: Naam
    titel: Zin
    tekst: str = ""
    begin: datetime.time | None = None
    einde: datetime.time | None = None
    herkomst: str = ""
    van: str = ""
    vorm: str = ""
    doel: str = ""
    verhaal: str = ""
    gevolg: str = ""
    reden: str = ""
    afgedaan: bool = False


class Voorbeeldmarkt(Definitie):
    """A market that was held so many days ago."""

    plan: Naam
    titel: Naam
    plaats: Naam
    vraag: Zin
    dagen_geleden: int
    regel: tuple[Voorbeeldregel, ...]


class Voorbeeldinitiatief(Definitie):
    """An initiative; `staat`: "toets", "loopt" or the decision. `hiaat`: what is still to be worked out."""

    code: Naam
    plan: Naam
    naam: Naam
    indiener: Naam
    omschrijving: Zin
    beoogd: Zin
    gronden: tuple[Zin, ...]
    doel: Naam
    eurocent: int
    regel: Naam
    jaar: int
    begin_dagen_geleden: int
    dagen: int
    momenten_dagen_geleden: tuple[int, ...]
    evaluatie: str = ""
    staat: Naam
    besteed_eurocent: int = 0
    reden: str = ""
    hiaat: str = ""


class Voorbeelduitgave(Definitie):
    """What a village spent."""

    dorp: Naam
    omschrijving: Naam
    eurocent: int


class Voorbeeldbudget(Definitie):
    """The villages' money of this year."""

    eurocent: int
    uitgaven: tuple[Voorbeelduitgave, ...]


class Voorbeeld(Definitie):
    """All of it."""

    verhaal: tuple[Voorbeeldverhaal, ...]
    markt: Voorbeeldmarkt
    initiatief: tuple[Voorbeeldinitiatief, ...]
    dorpsbudget: Voorbeeldbudget


@lru_cache
def voorbeeld() -> Voorbeeld:
    """Return what the demo tells. Raises Definitiefout."""
    return lees_definitie(definitie_pad("demo", "verhalen.toml"), Voorbeeld)
