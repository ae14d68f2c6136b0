"""Schema of the mapping from facts to the Gemeentelijk Gegevensmodel (GGM), and of the tables it fills."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import (
    Code,
    Definitie,
    Definitiefout,
    bekende_waarden,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)

TABELLEN = definitie_pad("ggm", "tabellen.toml")
AFBEELDING = definitie_pad("ggm", "afbeelding.toml")

Ggmnaam = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$", max_length=63)]
Ggmkolom = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z][A-Z0-9_]* (INTEGER|DATE|BOOLEAN|TEXT|TIMESTAMP|VARCHAR\([0-9]+\))$"),
]
Waarde = str | int | bool
Uitleg = Annotated[str, StringConstraints(min_length=10, max_length=400)]


class Tabel(Definitie):
    """A table of the standard: every column as "NAME TYPE", the key first."""

    naam: Ggmnaam
    model: str
    kolommen: tuple[Ggmkolom, ...] = Field(min_length=2)

    @property
    def typen(self) -> dict[str, str]:
        """The type of each column, by its name and in the order of the standard."""
        return dict((naam, type_) for naam, _, type_ in (kolom.partition(" ") for kolom in self.kolommen))


class Tabellen(Definitie):
    """The tables of one version of the standard, in the order in which they can be filled."""

    versie: str
    tabel: tuple[Tabel, ...]


class Bron(Definitie):
    """Where the values of a column come from: exactly one of `rij`, `vast` and `van` (`in`: its number in a
    list). A code that `waarden` does not name becomes `anders`, or stays empty; it is reported."""

    rij: bool = False
    vast: Waarde | None = None
    van: Code | None = None
    in_: Ggmnaam | None = Field(default=None, alias="in")
    waarden: Mapping[str, Waarde] = {}
    anders: Waarde | None = None
    naar: Ggmnaam | None = None

    @model_validator(mode="after")
    def _een_bron(self) -> Self:
        if [self.rij, self.vast is not None, self.van is not None].count(True) != 1:
            raise ValueError("noem rij, of vast, of van (precies één van de drie)")
        if (self.in_ or self.waarden) and self.van is None:
            raise ValueError("in en waarden horen bij van")
        if self.anders is not None and not self.waarden:
            raise ValueError("anders hoort bij waarden")
        return self


class Keuze(Definitie):
    """Which rows of a fact: those with one of these codes, or those that have a value."""

    kolom: Code
    in_: tuple[str, ...] = Field(default=(), alias="in")
    gevuld: bool = False

    @model_validator(mode="after")
    def _een_keuze(self) -> Self:
        if bool(self.in_) == self.gevuld:
            raise ValueError("noem in, of zet gevuld = true (precies één van de twee)")
        return self


class Vulling(Definitie):
    """Rows for one table, out of one fact. `waarom` says what becomes of the rows that are not taken."""

    tabel: Ggmnaam
    feit: Code
    alleen: Keuze | None = None
    waarom: Uitleg | None = None
    kolommen: Mapping[Ggmnaam, Bron]

    @model_validator(mode="after")
    def _zegt_waarom(self) -> Self:
        if (self.alleen is None) != (self.waarom is None):
            raise ValueError("alleen en waarom horen bij elkaar")
        return self

    def gebruikt(self) -> set[str]:
        """Return the columns of the fact that this reads."""
        ook = {self.alleen.kolom} if self.alleen else set()
        return ook | {bron.van for bron in self.kolommen.values() if bron.van}


class Lijst(Definitie):
    """A table with a row per value that others refer to (in `kolom`), or with rows of the standard itself."""

    tabel: Ggmnaam
    kolom: Ggmnaam | None = None
    vast: tuple[tuple[int, str], ...] = ()

    @model_validator(mode="after")
    def _een_soort(self) -> Self:
        if (self.kolom is None) == (not self.vast):
            raise ValueError("noem kolom, of vast (precies één van de twee)")
        return self


class ZonderPlaats(Definitie):
    """Columns of a fact for which the standard has no place, and why."""

    feit: Code
    kolommen: tuple[Code, ...] = Field(min_length=1)
    reden: Uitleg


class Afbeelding(Definitie):
    """The whole mapping."""

    lijst: tuple[Lijst, ...]
    vulling: tuple[Vulling, ...]
    zonder_plaats: tuple[ZonderPlaats, ...]

    @model_validator(mode="after")
    def _klopt_met_zichzelf(self) -> Self:
        unieke_waarden("lijst", [lijst.tabel for lijst in self.lijst])
        bekende_waarden("in", {naam for _, _, naam in self.verwijzingen_naar_lijsten()}, self._uit_waarden())
        unieke_waarden("vulling", [f"{v.tabel} uit {v.feit}" for v in self.vulling])
        return self

    def _uit_waarden(self) -> set[str]:
        return {lijst.tabel for lijst in self.lijst if lijst.kolom}

    def verwijzingen_naar_lijsten(self) -> Iterator[tuple[Vulling, str, str]]:
        """Yield each filling with a column of its fact and the list in which that is numbered."""
        for vulling in self.vulling:
            for bron in vulling.kolommen.values():
                if bron.in_ and bron.van:
                    yield vulling, bron.van, bron.in_

    @property
    def feiten(self) -> tuple[str, ...]:
        """The facts that are mapped, by name."""
        return tuple(sorted({vulling.feit for vulling in self.vulling}))


@lru_cache(maxsize=1)
def tabellen() -> Tabellen:
    """Return the tables of the standard that we fill. Raises Definitiefout."""
    return lees_definitie(TABELLEN, Tabellen)


@lru_cache(maxsize=1)
def afbeelding() -> Afbeelding:
    """Return the mapping, held against the tables. Raises Definitiefout."""
    gelezen = lees_definitie(AFBEELDING, Afbeelding)
    typen = {tabel.naam: tabel.typen for tabel in tabellen().tabel}
    bronnen = [(v.tabel, naam, bron) for v in gelezen.vulling for naam, bron in v.kolommen.items()]
    genoemd = {(tabel, naam) for tabel, naam, _bron in bronnen}
    genoemd |= {(lijst.tabel, lijst.kolom) for lijst in gelezen.lijst if lijst.kolom}
    doelen = {doel for _tabel, _naam, bron in bronnen for doel in (bron.in_, bron.naar) if doel}
    fout = sorted(f"{tabel}.{naam}" for tabel, naam in genoemd if naam not in typen.get(tabel, {}))
    fout += sorted((doelen | {lijst.tabel for lijst in gelezen.lijst}) - typen.keys())
    if fout:
        raise Definitiefout(
            fout="Het definitiebestand ggm/afbeelding.toml klopt niet.",
            toelichting=f"Dit kent ggm/tabellen.toml niet: {', '.join(fout)}.",
            doe="Verbeter de naam, of zet de tabel erbij zoals de standaard haar heeft.",
        )
    return gelezen
