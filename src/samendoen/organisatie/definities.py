"""Schema of a municipality's starting data: villages, teams, capacity, mandate, life domains, contact.

Starting data (*begingegevens*) are imported once and then edited on screen. Everything says where it comes
from: a published document, or openly an assumption. Periods run from `van` up to but not including `tot`;
a missing end is open. There is no municipality in code: what differs between them is in these files.
"""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import (
    Brondocument,
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

Postcodegebied = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{3}$")]


class Kader(StrEnum):
    """The legal frame of a question or decision; a question may fall under several."""

    WMO = "wmo"
    JEUGD = "jeugd"
    PARTICIPATIE = "participatie"
    SCHULDHULP = "schuldhulp"
    GEEN = "geen"


class TeamSoort(StrEnum):
    """What kind of desk or team it is; decides which screens and queues it gets."""

    LOKET = "loket"
    TOEGANGSTEAM = "toegangsteam"
    GEBIEDSTEAM = "gebiedsteam"
    VOORZIENINGEN = "voorzieningen"
    OUTREACH = "outreach"
    MELDPUNT = "meldpunt"
    SPECIALISTISCH = "specialistisch"
    ONDERSTEUNING = "ondersteuning"
    BACKOFFICE = "backoffice"
    PARTNER = "partner"


class Rol(StrEnum):
    """The roles that can hold a mandate."""

    LOKET = "loket"
    CONSULENT = "consulent"
    TEAMLEIDER = "teamleider"
    KWALITEIT = "kwaliteit"
    BACKOFFICE = "backoffice"


class Bevoegdheid(StrEnum):
    """What a mandate allows: prepare and advise, or decide in the college's name."""

    ADVISEERT = "adviseert"
    BESLUIT = "besluit"


class Periode(Definitie):
    """From `van` up to but not including `tot`; open where a date is missing."""

    van: datetime.date | None = None
    tot: datetime.date | None = None

    @model_validator(mode="after")
    def _van_voor_tot(self) -> Self:
        if self.van and self.tot and self.van >= self.tot:
            raise ValueError(f"van ({self.van}) ligt niet voor tot ({self.tot})")
        return self

    def geldt_op(self, datum: datetime.date) -> bool:
        """True when `datum` lies in the period."""
        return (self.van is None or self.van <= datum) and (self.tot is None or datum < self.tot)


class Inwonertal(MetHerkomst):
    """Number of residents as published; `ongeveer` when the document itself rounds."""

    aantal: int = Field(gt=0)
    ongeveer: bool = False


class Gemeente(Definitie):
    """The municipality: CBS code as text of four digits, and its name."""

    code: Cbscode
    naam: Naam
    inwonertal: Inwonertal | None = None


class Kern(MetHerkomst):
    """A town or village. `postcodes` only serve to make plausible synthetic addresses."""

    naam: Naam
    postcodes: tuple[Postcodegebied, ...] = ()


class TeamNaam(MetHerkomst, Periode):
    """What a team is called in a period, and who runs it (empty: the municipality itself)."""

    naam: Naam
    uitvoerder: str = ""


class Gebied(MetHerkomst):
    """The villages a team serves."""

    kernen: tuple[Naam, ...] = Field(min_length=1)


class Team(MetHerkomst, Periode):
    """A desk or team. Without `gebied` it serves the whole municipality."""

    code: Code
    soort: TeamSoort
    kaders: tuple[Kader, ...] = Field(min_length=1)
    omschrijving: Zin
    naam: tuple[TeamNaam, ...] = Field(min_length=1)
    gebied: Gebied | None = None
    telnaam: Naam | None = None

    @model_validator(mode="after")
    def _namen_sluiten_aan(self) -> Self:
        for eerder, later in pairwise(self.naam):
            if eerder.tot is None or eerder.tot != later.van:
                raise ValueError(f"de namen van {self.code} sluiten niet op elkaar aan in de tijd")
        if self.naam[0].van != self.van or self.naam[-1].tot != self.tot:
            raise ValueError(f"de namen van {self.code} beslaan niet de hele periode van het team")
        return self

    def naam_op(self, datum: datetime.date) -> str | None:
        """The team's name on `datum`; None when it does not exist then."""
        return next((naam.naam for naam in self.naam if naam.geldt_op(datum)), None)


class Capaciteit(MetHerkomst, Periode):
    """How much staff one or more teams have for a job: full-time equivalents, number of people, or both."""

    teams: tuple[Code, ...] = Field(min_length=1)
    functie: Naam
    fte: Decimal | None = Field(default=None, gt=0, max_digits=6, decimal_places=2)
    personen: int | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _fte_of_personen(self) -> Self:
        if self.fte is None and self.personen is None:
            raise ValueError(f"noem voor {self.functie} het aantal fte, het aantal personen, of allebei")
        return self


class Grens(MetHerkomst):
    """Up to which amount per decision: euro cents, inclusive, or without limit."""

    tot_bedrag_eurocent: int | None = Field(default=None, gt=0)
    onbeperkt: bool = False

    @model_validator(mode="after")
    def _bedrag_of_onbeperkt(self) -> Self:
        if (self.tot_bedrag_eurocent is None) != self.onbeperkt:
            raise ValueError("noem tot_bedrag_eurocent, of zet onbeperkt = true (precies één van de twee)")
        return self


class Mandaat(MetHerkomst, Periode):
    """Who may advise or decide what. A decision has a limit; advice has none.

    Without `teams` the mandate holds for the role in every team.
    """

    code: Code
    rol: Rol
    bevoegdheid: Bevoegdheid
    kaders: tuple[Kader, ...] = Field(min_length=1)
    teams: tuple[Code, ...] = ()
    tweede_handtekening: bool = False
    grens: Grens | None = None

    @model_validator(mode="after")
    def _besluit_heeft_grens(self) -> Self:
        if (self.bevoegdheid is Bevoegdheid.BESLUIT) != (self.grens is not None):
            raise ValueError(f"mandaat {self.code}: wie besluit heeft een grens, wie adviseert niet")
        if self.tweede_handtekening and self.bevoegdheid is Bevoegdheid.ADVISEERT:
            raise ValueError(f"mandaat {self.code}: een advies vraagt geen tweede handtekening")
        return self


class Lens(MetHerkomst):
    """Through which set of life domains this municipality looks at a household."""

    code: Code
    naam: Naam


class Leefgebied(Definitie):
    """One life domain of the lens; `vraag` is the opening question in plain Dutch."""

    code: Code
    naam: Naam
    vraag: Zin


class Contacttekst(MetHerkomst):
    """What a resident reads about how to reach someone; plain Dutch, no person's name."""

    code: Code
    titel: Naam
    tekst: Zin


class Gemeentedefinitie(MetDocumenten):
    """Everything a municipality starts with."""

    document: tuple[Brondocument, ...] = Field(min_length=1)
    gemeente: Gemeente
    kern: tuple[Kern, ...] = Field(min_length=1)
    team: tuple[Team, ...] = Field(min_length=1)
    capaciteit: tuple[Capaciteit, ...] = Field(min_length=1)
    mandaat: tuple[Mandaat, ...] = Field(min_length=1)
    lens: Lens
    leefgebied: tuple[Leefgebied, ...] = Field(min_length=1)
    contact: tuple[Contacttekst, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _codes_zijn_uniek(self) -> Self:
        unieke_waarden("document", [document.sleutel for document in self.document])
        unieke_waarden("kern", [kern.naam for kern in self.kern])
        unieke_waarden("team", [team.code for team in self.team])
        unieke_waarden("telnaam", [team.telnaam for team in self.team if team.telnaam])
        unieke_waarden("mandaat", [mandaat.code for mandaat in self.mandaat])
        unieke_waarden("leefgebied", [leefgebied.code for leefgebied in self.leefgebied])
        unieke_waarden("contact", [contact.code for contact in self.contact])
        return self

    @model_validator(mode="after")
    def _verwijzingen_bestaan(self) -> Self:
        teams = {team.code for team in self.team}
        bekende_waarden("kern", _kernen(self.team), {kern.naam for kern in self.kern})
        bekende_waarden("team", {code for regel in self.capaciteit for code in regel.teams}, teams)
        bekende_waarden("team", {code for regel in self.mandaat for code in regel.teams}, teams)
        return self

    def teams_op(self, datum: datetime.date) -> tuple[Team, ...]:
        """The teams that exist on `datum`, in the order of the file."""
        return tuple(team for team in self.team if team.geldt_op(datum))

    def team_met_telnaam(self, telnaam: str) -> Team | None:
        """The team that published tables call `telnaam`."""
        return next((team for team in self.team if team.telnaam == telnaam), None)


def _kernen(teams: Iterable[Team]) -> set[str]:
    return {kern for team in teams if team.gebied for kern in team.gebied.kernen}


def gemeentenamen() -> tuple[str, ...]:
    """The municipalities we have a definition of, as file names without ending, sorted."""
    return tuple(sorted(pad.stem for pad in definitie_pad("gemeenten").glob("*.toml")))


@lru_cache
def gemeentedefinitie(naam: str) -> Gemeentedefinitie:
    """The definition of one municipality, asked by file name (`lopik`) or by CBS code (`0331`).

    Raises `Definitiefout` naming the known ones when there is none, or when the file is wrong.
    """
    if naam in gemeentenamen():
        return lees_definitie(definitie_pad("gemeenten", f"{naam}.toml"), Gemeentedefinitie)
    if naam.isdigit():
        for bekend in gemeentenamen():
            definitie = gemeentedefinitie(bekend)
            if definitie.gemeente.code == naam:
                return definitie
    bekende = ", ".join(gemeentenamen())
    raise Definitiefout(
        fout="definitie_onbekend",
        toelichting=f"De gemeente '{naam[:60]}' is niet bekend. Er zijn definities van: {bekende}.",
        doe="Kies een van deze namen, of voeg een definitiebestand toe in definities/gemeenten.",
    )


def gemeentedefinitie_hash(naam: str) -> str:
    """SHA-256 of the file behind `gemeentedefinitie(naam)`; raises `Definitiefout` when there is none."""
    code = gemeentedefinitie(naam).gemeente.code
    bestand = next(bekend for bekend in gemeentenamen() if gemeentedefinitie(bekend).gemeente.code == code)
    return definitie_hash(definitie_pad("gemeenten", f"{bestand}.toml"))
