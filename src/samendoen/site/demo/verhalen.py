"""Schema of the households of the demo that were written by hand: who they are and what happens to them."""

from datetime import date
from functools import lru_cache
from typing import Literal, Self
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import Field, model_validator

from samendoen.kernel.definities import Code, Definitie, definitie_pad, lees_definitie, unieke_waarden
from samendoen.site.demo.definities import Kader, Kanaal
from samendoen.site.demo.kamerverhalen import (
    Eropafverhaal,
    Evaluatieverhaal,
    Meldcodeverhaal,
    Merkverhaal,
    Notitieverhaal,
    Onderzoeksverhaal,
    Partnerverhaal,
    Puntverhaal,
    Taxatieverhaal,
    Wachtverhaal,
    Zwaarteverhaal,
)
from samendoen.site.demo.plandefinities import Besluitkader


def kenmerk_van(*delen: str) -> UUID:
    """Return the mark of something in a story, the same in every build."""
    return uuid5(NAMESPACE_URL, "/".join(("demo/vitrine", *delen)))


class Persoon(Definitie):
    """Somebody of the story."""

    code: Code
    voornamen: str
    tussenvoegsel: str = ""
    achternaam: str
    geslacht: Literal["vrouw", "man"]
    geboortedatum: date
    rol: Literal["ouder", "kind", "partner", "overig"]
    voorkeurstaal: str = "nl"


class Adres(Definitie):
    """Where somebody lives since a day; the street does not exist."""

    kern: str
    straat: str
    huisnummer: int
    postcode: str
    sinds: date


class AnderHuis(Adres):
    """The home of the children's other parent."""

    ouder: Persoon


class Vraagverhaal(Definitie):
    """A question, as it came in; `gekoppeld_op` is when a further one joined the casus."""

    code: Code
    wie: Code
    team: str
    kader: Kader
    kanaal: Kanaal
    leefgebieden: tuple[Code, ...]
    tekst: str
    melder: Literal["zelf", "ander"] = "zelf"
    spoed: bool = False
    vrijwillig: bool = True
    zorgvrager: Literal[1, 2, 3] = 1
    ontvangen_op: date
    afloop: str
    klaar_op: date
    gekoppeld_op: date | None = None
    eropaf: Eropafverhaal | None = None
    wacht: tuple[Wachtverhaal, ...] = ()


class Actieverhaal(Definitie):
    """An action of the plan; its `code` stays the same in a next version."""

    code: Code
    niveau: str
    tekst: str
    wie: str
    aanbod: str = ""
    kader: Besluitkader | None = None
    product: Code | None = None
    niet_lichter: str = ""


class Doelverhaal(Definitie):
    """A goal of somebody; its `code` stays the same in a next version."""

    code: Code
    wie: Code
    leefgebied: Code
    tekst: str
    tevreden_als: str
    actie: tuple[Actieverhaal, ...] = Field(min_length=1)


class Versieverhaal(Definitie):
    """A version of the plan: who agrees, who does not and why, and what of the one before was done."""

    op: date
    vastgesteld_op: date | None = None
    evaluatie_op: date
    akkoord: tuple[Code, ...] = ()
    niet_akkoord: dict[Code, str] = Field(default_factory=dict)
    gedaan: tuple[Code, ...] = ()
    doel: tuple[Doelverhaal, ...] = Field(min_length=1)


class Besluitverhaal(Definitie):
    """What was decided on an application."""

    uitkomst: Literal["toegekend", "gedeeltelijk", "afgewezen"]
    besloten_op: date
    bekend_op: date | None = None
    toegewezen_op: date | None = None
    bevinding: str
    motivering: str
    omvang: str
    van: date
    tot: date | None = None
    aanbieder: str = ""


class Verzoekverhaal(Definitie):
    """An application for what an action says."""

    wie: Code
    actie: Code
    op: date
    motivering: str
    besluit: Besluitverhaal | None = None


class Casusverhaal(Definitie):
    """The casus of the household; directors are user names of the demo."""

    opent_op: date
    regisseur: str
    tweede: str = ""
    tweede_op: date | None = None
    versie: tuple[Versieverhaal, ...] = Field(min_length=1)
    verzoek: tuple[Verzoekverhaal, ...] = ()
    onderzoek: tuple[Onderzoeksverhaal, ...] = ()
    evaluatie: tuple[Evaluatieverhaal, ...] = ()
    partnerregie: tuple[Partnerverhaal, ...] = ()
    merk: tuple[Merkverhaal, ...] = ()
    taxatie: tuple[Taxatieverhaal, ...] = ()
    meldcode: tuple[Meldcodeverhaal, ...] = ()
    notitie: tuple[Notitieverhaal, ...] = ()
    zwaarte: Zwaarteverhaal | None = None


class Gezinsverhaal(Adres):
    """One household with everything that happens to it."""

    code: Code
    geheim: bool = False
    mens: tuple[Persoon, ...] = Field(min_length=1)
    ander_huis: AnderHuis | None = None
    vraag: tuple[Vraagverhaal, ...] = Field(min_length=1)
    casus: Casusverhaal | None = None
    punt: tuple[Puntverhaal, ...] = ()

    @property
    def onderzocht(self) -> dict[str, date]:
        """Question -> the day on which the report of its investigation went out."""
        gedaan = self.casus.onderzoek if self.casus else ()
        return {vraag: o.verstuurd_op for o in gedaan if o.verstuurd_op for vraag in o.vragen}

    @model_validator(mode="after")
    def _verslag_is_antwoord(self) -> Self:
        klaar = {vraag.code: vraag.klaar_op for vraag in self.vraag}
        for vraag, dag in self.onderzocht.items():
            if klaar.get(vraag) != dag:
                raise ValueError(f"{self.code}: vraag {vraag} is klaar op de dag van het verslag, {dag}")
        return self


class Verhalen(Definitie):
    """All households of the tour."""

    gezin: tuple[Gezinsverhaal, ...]


@lru_cache
def verhalen() -> tuple[Gezinsverhaal, ...]:
    """Return the stories. Raises Definitiefout."""
    gelezen = lees_definitie(definitie_pad("demo", "vitrine.toml"), Verhalen).gezin
    unieke_waarden("gezin", [gezin.code for gezin in gelezen])
    return gelezen
