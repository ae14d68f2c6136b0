"""Schema of a municipality's triage table: typed rows, the first that holds wins, the last always holds.

A municipality that has no table of its own gets `algemeen.toml`.
"""

from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import (
    Code,
    Definitie,
    MetDocumenten,
    MetHerkomst,
    definitie_hash,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)
from samendoen.organisatie.api import eigen_bestand
from samendoen.toegang.rules import Kanaal, Leeftijdsgroep, Route, Triageregel

Zin = Annotated[str, StringConstraints(min_length=10, max_length=300)]
Kader = Literal["wmo", "jeugd", "participatie", "schuldhulp", "geen"]


class Voorwaarden(Definitie):
    """When a row holds; a condition that is missing holds for everything."""

    kader: tuple[Kader, ...] = ()
    leefgebieden: tuple[Code, ...] = ()
    alleen_deze_leefgebieden: bool = False
    kanaal: tuple[Kanaal, ...] = ()
    spoed: bool | None = None
    vrijwillig: bool | None = None
    zorgvrager: tuple[Literal[1, 2, 3], ...] = ()
    leeftijd: tuple[Leeftijdsgroep, ...] = ()
    plaats: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _alleen_van_iets(self) -> Self:
        if self.alleen_deze_leefgebieden and not self.leefgebieden:
            raise ValueError("alleen_deze_leefgebieden vraagt een lijst van leefgebieden")
        return self


class Regel(MetHerkomst):
    """One row: when it holds, where the question then goes, and the sentence that says why."""

    code: Code
    als: Voorwaarden = Voorwaarden()
    uitkomst: Route
    team: Code | None = None
    gebiedsteam: bool = False
    organisatie: str = ""
    reden: Zin

    @model_validator(mode="after")
    def _team_past(self) -> Self:
        if self.team and self.gebiedsteam:
            raise ValueError(f"regel {self.code}: noem een team, of zet gebiedsteam = true, niet allebei")
        if self.organisatie and self.uitkomst is not Route.WARME_OVERDRACHT:
            raise ValueError(f"regel {self.code}: een organisatie hoort bij een warme overdracht")
        return self

    def als_waarde(self) -> Triageregel:
        """Return the row as the rule reads it."""
        return Triageregel(
            code=self.code,
            uitkomst=self.uitkomst.value,
            reden=self.reden,
            kaders=frozenset(self.als.kader),
            leefgebieden=frozenset(self.als.leefgebieden),
            alleen=self.als.alleen_deze_leefgebieden,
            kanalen=frozenset(kanaal.value for kanaal in self.als.kanaal),
            spoed=self.als.spoed,
            vrijwillig=self.als.vrijwillig,
            zorgvrager=frozenset(self.als.zorgvrager),
            leeftijd=frozenset(groep.value for groep in self.als.leeftijd),
            plaatsen=frozenset(self.als.plaats),
            team=self.team or "",
            gebiedsteam=self.gebiedsteam,
            organisatie=self.organisatie,
        )


class Triagetabel(MetDocumenten):
    """The decision table of one municipality, in order."""

    regel: tuple[Regel, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("regel", [regel.code for regel in self.regel])
        *eerder, laatste = self.regel
        if laatste.als != Voorwaarden():
            raise ValueError(f"de laatste regel ({laatste.code}) moet altijd gelden: laat de voorwaarden weg")
        onbereikbaar = [regel.code for regel in eerder if regel.als == Voorwaarden()]
        if onbereikbaar:
            raise ValueError(f"na regel {onbereikbaar[0]} komt geen regel meer aan de beurt")
        return self


@lru_cache
def triagetabel(naam: str) -> Triagetabel:
    """Return the table of one file in definities/triage; Definitiefout when there is none, or it is wrong."""
    return lees_definitie(definitie_pad("triage", f"{naam}.toml"), Triagetabel)


@lru_cache
def triageregels(naam: str) -> tuple[tuple[Triageregel, ...], str]:
    """Return the rows of a table as the rule reads them, and the hash of its file."""
    pad = definitie_pad("triage", f"{naam}.toml")
    return tuple(regel.als_waarde() for regel in triagetabel(naam).regel), definitie_hash(pad)


def tabelnaam() -> str:
    """Return the name of the table of this database's municipality."""
    return eigen_bestand("triage")
