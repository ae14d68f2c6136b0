"""Schema of a municipality's policy: plan, parts, themes, goals, activities and changes of the budget.

Starting data: read in once and then kept up on screen. Every entry names its source, or openly is an
assumption: which goal serves which, and by what figure a goal shows. Lights are no part of it, because
no document prints them as text. Amounts are whole euro cents; totals are never typed, and what a document
names as total stands apart, to be compared.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.beleid.rules import Deelsoort, Soort
from samendoen.kernel.definities import (
    Brondocument,
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

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=60)]
Titel = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Planregel(Definitie):
    """What the plan is called, and whose it is."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
    titel: Titel
    gemeente: Naam


class Meting(MetHerkomst):
    """By which indicator of `cijfers` a goal shows."""

    indicator: Code


class Dient(MetHerkomst):
    """That a goal serves a goal of another part, and why we think so."""

    doel: Code


class Activiteit(MetHerkomst):
    """What is done in a year, what it promises, with whom, and the account that was given of it."""

    code: Code
    titel: Titel
    resultaat: Zin
    partners: tuple[Naam, ...] = ()
    verantwoording: str = ""


class Doel(MetHerkomst):
    """What is to be reached. `tevreden_als`: when are we satisfied, where a document says so."""

    code: Code
    titel: Titel
    tevreden_als: str = ""
    meting: Meting | None = None
    dient: tuple[Dient, ...] = ()
    activiteit: tuple[Activiteit, ...] = ()


class Thema(MetHerkomst):
    """Goals that belong together."""

    code: Code
    titel: Titel
    doel: tuple[Doel, ...] = Field(min_length=1)


class Genoemd(Definitie):
    """The totals that the document prints."""

    lasten_eurocent: int
    baten_eurocent: int
    saldo_eurocent: int


class Mutatie(MetHerkomst):
    """One change of the budget. `saldo_eurocent` as printed; ours is computed."""

    naam: Titel
    lasten_eurocent: int
    baten_eurocent: int
    saldo_eurocent: int | None = None
    soort: Soort
    verklaring: Zin
    activiteit: Code | None = None


class Mutatietabel(MetHerkomst):
    """A table of changes, with the totals it prints if it prints any."""

    titel: Titel
    genoemd: Genoemd | None = None
    mutatie: tuple[Mutatie, ...] = Field(min_length=1)


class Onderdeel(MetHerkomst):
    """The plan itself, or the agenda of one year."""

    code: Code
    soort: Deelsoort
    titel: Titel
    jaar: int = Field(ge=1990, le=2100)
    thema: tuple[Thema, ...] = Field(min_length=1)
    mutatietabel: Mutatietabel | None = None


class Plandefinitie(MetDocumenten):
    """Everything of one plan."""

    document: tuple[Brondocument, ...] = Field(min_length=1)
    plan: Planregel
    onderdeel: tuple[Onderdeel, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _codes_kloppen(self) -> Self:
        unieke_waarden("onderdeel", [deel.code for deel in self.onderdeel])
        for deel in self.onderdeel:
            unieke_waarden(f"thema van {deel.code}", [thema.code for thema in deel.thema])
            if deel.mutatietabel:
                unieke_waarden("mutatie", [m.naam for m in deel.mutatietabel.mutatie])
        doelen = [doel.code for _deel, doel in self.doelen()]
        unieke_waarden("doel", doelen)
        unieke_waarden("activiteit", [a.code for _deel, doel in self.doelen() for a in doel.activiteit])
        return self

    @model_validator(mode="after")
    def _verwijzingen_bestaan(self) -> Self:
        van = {doel.code: deel.code for deel, doel in self.doelen()}
        for deel, doel in self.doelen():
            bekende_waarden("doel", {d.doel for d in doel.dient}, set(van))
            if any(van[d.doel] == deel.code for d in doel.dient):
                raise ValueError(f"doel {doel.code} dient een doel van hetzelfde onderdeel")
        activiteiten = {a.code for _deel, doel in self.doelen() for a in doel.activiteit}
        tabellen = [deel.mutatietabel for deel in self.onderdeel if deel.mutatietabel]
        genoemd = {m.activiteit for tabel in tabellen for m in tabel.mutatie if m.activiteit}
        bekende_waarden("activiteit", genoemd, activiteiten)
        return self

    def doelen(self) -> Iterator[tuple[Onderdeel, Doel]]:
        """Yield every goal with the part it stands in."""
        for deel in self.onderdeel:
            for thema in deel.thema:
                for doel in thema.doel:
                    yield deel, doel

    def herkomst(self, deel: MetHerkomst) -> str:
        """Return where an entry comes from, as people read it."""
        if not deel.bron:
            return "Aanname van Samendoen"
        document = next(d for d in self.document if d.sleutel == deel.document)
        return f"{document.titel} ({document.jaar}), {deel.bron.partition(':')[2].strip()}"


def plancodes() -> tuple[str, ...]:
    """Return the plans that come with Samendoen, by code."""
    return tuple(sorted(pad.stem for pad in definitie_pad("beleid").glob("*.toml")))


@lru_cache
def plandefinitie(code: str) -> tuple[Plandefinitie, str]:
    """Return the definition of a plan and the hash of its file.

    Raises `Definitiefout` naming the known ones when there is none, or when the file is wrong.
    """
    if code not in plancodes():
        raise Definitiefout(
            fout="definitie_onbekend",
            toelichting=f"Het plan '{code[:60]}' is niet bekend. Er zijn definities van: "
            f"{', '.join(plancodes())}.",
            doe="Kies een van deze codes, of voeg een definitiebestand toe in definities/beleid.",
        )
    pad = definitie_pad("beleid", f"{code}.toml")
    return lees_plan(pad), definitie_hash(pad)


def lees_plan(pad: Path) -> Plandefinitie:
    """Read one definition file of a plan. Raises `Definitiefout`."""
    return lees_definitie(pad, Plandefinitie)
