"""Schema of a municipality's starting map: organisations, places and offers.

Starting data (*begingegevens*) are read in once and then edited on screen. Every part says where it comes
from: a published document, or openly an assumption.
"""

from functools import lru_cache
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kaart.rules import Doelgroep, Ondersteuningsniveau
from samendoen.kernel.definities import (
    Cbscode,
    Code,
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

Taal = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]


class Organisatie(MetHerkomst):
    """Somebody that offers help. No telephone numbers here: a document of policy has none that hold."""

    code: Code
    naam: Naam
    omschrijving: Zin


class Locatie(MetHerkomst):
    """A place of an organisation, in a village that the municipality's own definition knows."""

    code: Code
    organisatie: Code
    kern: Naam
    naam: Naam


class Aanbod(MetHerkomst):
    """An offer. Life domains by the codes of the municipality's lens; no place: the whole municipality."""

    code: Code
    organisatie: Code
    naam: Naam
    tekst: Zin
    niveau: Ondersteuningsniveau
    leefgebieden: tuple[Code, ...] = Field(min_length=1)
    doelgroepen: tuple[Doelgroep, ...] = ()
    locaties: tuple[Code, ...] = ()
    prijs: str = Field(default="", max_length=120)
    wachttijd_weken: int | None = Field(default=None, ge=0, le=260)
    aanmelden: str = Field(default="", max_length=1000)
    talen: tuple[Taal, ...] = ()


class Kaartdefinitie(MetDocumenten):
    """Everything that is on the map to begin with."""

    gemeente: Cbscode
    organisatie: tuple[Organisatie, ...] = Field(min_length=1)
    locatie: tuple[Locatie, ...] = ()
    aanbod: tuple[Aanbod, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _verwijzingen_kloppen(self) -> Self:
        for soort, delen in (
            ("organisatie", self.organisatie),
            ("locatie", self.locatie),
            ("aanbod", self.aanbod),
        ):
            unieke_waarden(soort, [deel.code for deel in delen])
        organisaties = {deel.code for deel in self.organisatie}
        genoemd = {deel.organisatie for deel in self.locatie} | {deel.organisatie for deel in self.aanbod}
        bekende_waarden("organisatie", genoemd, organisaties)
        plaatsen = {code for deel in self.aanbod for code in deel.locaties}
        bekende_waarden("locatie", plaatsen, {deel.code for deel in self.locatie})
        return self


def kaartnamen() -> tuple[str, ...]:
    """The municipalities that we have a map of, as file names without ending, sorted."""
    return tuple(sorted(pad.stem for pad in definitie_pad("kaart").glob("*.toml")))


@lru_cache
def kaartdefinitie(gemeentecode: str) -> tuple[Kaartdefinitie, str]:
    """The map of a municipality by CBS code ("1961") or file name, and the hash of its file.

    Raises `Definitiefout` that names the known ones when there is none, or when the file is wrong.
    """
    for naam in kaartnamen():
        pad = definitie_pad("kaart", f"{naam}.toml")
        definitie = lees_definitie(pad, Kaartdefinitie)
        if gemeentecode in (naam, definitie.gemeente):
            return definitie, definitie_hash(pad)
    raise Definitiefout(
        fout="definitie_onbekend",
        toelichting=f"Van de gemeente '{gemeentecode[:60]}' is er geen sociale kaart. "
        f"Er zijn er van: {', '.join(kaartnamen())}.",
        doe="Kies een van deze namen, of voeg een bestand toe in definities/kaart.",
    )
