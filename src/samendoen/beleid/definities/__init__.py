"""Schema of a municipality's policy: plan, parts, themes, goals, activities and changes of the budget.

Starting data: read in once and then kept up on screen. Every entry names its source, or openly is an
assumption: which goal serves which, and by what figure a goal shows. Lights are no part of it, because
no document prints them as text. Amounts are whole euro cents; totals are never typed, and what a document
names as total stands apart, to be compared.
"""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.beleid.rules import DRIE, Aspect, Deelsoort, Soort, begroting
from samendoen.beleid.rules.begroting import Zwaarte
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
    """What is done in a year, what it promises, with whom, and the account that was given of it.

    `advies`: how it should go on, as the document gives it.
    """

    code: Code
    titel: Titel
    resultaat: Zin
    partners: tuple[Naam, ...] = ()
    verantwoording: str = ""
    advies: tuple[Titel, ...] = ()


class Doel(MetHerkomst):
    """What is to be reached. `tevreden_als`: when are we satisfied, where a document says so.

    `tellen` and `vertellen`: what it counts and what it tells to know that. `niveau`: of prevention.
    """

    code: Code
    titel: Titel
    tevreden_als: str = ""
    tellen: tuple[Zin, ...] = ()
    vertellen: tuple[Zin, ...] = ()
    niveau: Code | None = None
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


class Kolom(Definitie):
    """A year of a budget, or years together; `jaar` is the last. `doorlopend`: each year after it too."""

    code: Code
    titel: Titel
    jaar: int = Field(ge=1990, le=2100)
    doorlopend: bool = False


class Budgetregel(MetHerkomst):
    """What is available for something, by code of the column; a column left out is not decided yet."""

    code: Code
    naam: Titel
    doel: Code | None = None
    deel_van: Code | None = None
    soort: Soort
    dekking: str = ""
    bedragen_eurocent: dict[Code, int]


class Taakstelling(MetHerkomst):
    """What must be saved."""

    titel: Titel
    kolom: Code
    eurocent: int = Field(lt=0)


class Besteding(MetHerkomst):
    """What was available and spent in a year, by the account of it."""

    regel: Code
    jaar: int
    beschikbaar_eurocent: int
    besteed_eurocent: int
    tot: datetime.date | None = None


class Adviesregel(MetHerkomst):
    """What is advised for the column of the advice."""

    naam: Titel
    regel: Code | None = None
    eurocent: int


class Keuze(MetHerkomst):
    """What a choice costs when it is made lightly, in the middle or heavily; and what was chosen."""

    naam: Titel
    bedragen_eurocent: dict[Zwaarte, int]
    gekozen: Zwaarte | None = None


class GenoemdBudget(Definitie):
    """What the document prints as totals."""

    totalen_eurocent: dict[Code, int] = Field(default_factory=dict)
    beschikbaar_eurocent: int | None = None
    advies_eurocent: int | None = None
    tekort_eurocent: int | None = None
    ruimte_eurocent: int | None = None

    def waarde(self) -> begroting.Genoemd:
        """Return it as the value that the rules compare with."""
        return begroting.Genoemd(
            self.totalen_eurocent,
            self.beschikbaar_eurocent,
            self.advies_eurocent,
            self.tekort_eurocent,
            self.ruimte_eurocent,
        )


class Begroting(MetHerkomst):
    """The money of a part over the years."""

    titel: Titel
    kolom: tuple[Kolom, ...] = Field(min_length=1)
    regel: tuple[Budgetregel, ...] = Field(min_length=1)
    taakstelling: tuple[Taakstelling, ...] = ()
    besteding: tuple[Besteding, ...] = ()
    advieskolom: Code | None = None
    advies: tuple[Adviesregel, ...] = ()
    keuze: tuple[Keuze, ...] = ()
    genoemd: GenoemdBudget | None = None

    @model_validator(mode="after")
    def _codes_bestaan(self) -> Self:
        kolommen, regels = {k.code for k in self.kolom}, {r.code for r in self.regel}
        unieke_waarden("kolom", [k.code for k in self.kolom])
        unieke_waarden("budgetregel", [r.code for r in self.regel])
        unieke_waarden("taakstelling", [t.kolom for t in self.taakstelling])
        genoemd = {code for r in self.regel for code in r.bedragen_eurocent}
        genoemd |= {t.kolom for t in self.taakstelling} | ({self.advieskolom} if self.advieskolom else set())
        genoemd |= set(self.genoemd.totalen_eurocent) if self.genoemd else set()
        bekende_waarden("kolom", genoemd, kolommen)
        verwezen = {b.regel for b in self.besteding} | {a.regel for a in self.advies if a.regel}
        bekende_waarden("budgetregel", verwezen | {r.deel_van for r in self.regel if r.deel_van}, regels)
        if self.advies and not self.advieskolom:
            raise ValueError("bij een advies hoort een advieskolom")
        if any(k.gekozen and k.gekozen not in k.bedragen_eurocent for k in self.keuze):
            raise ValueError("een gekozen zwaarte heeft geen bedrag")
        return self

    def waarde(self) -> begroting.Begroting:
        """Return it as the value that the rules compute with."""
        g = self.genoemd
        return begroting.Begroting(
            titel=self.titel,
            kolommen=tuple(begroting.Kolom(k.code, k.titel, k.jaar, k.doorlopend) for k in self.kolom),
            regels=tuple(
                begroting.Budgetregel(
                    r.code, r.naam, r.bedragen_eurocent, r.soort, r.dekking, r.doel or "", r.deel_van or ""
                )
                for r in self.regel
            ),
            taakstellingen=tuple(
                begroting.Taakstelling(t.titel, t.kolom, t.eurocent) for t in self.taakstelling
            ),
            bestedingen=tuple(
                begroting.Besteding(b.regel, b.jaar, b.beschikbaar_eurocent, b.besteed_eurocent, b.tot)
                for b in self.besteding
            ),
            advies=tuple(begroting.Advies(a.naam, a.eurocent, a.regel or "") for a in self.advies),
            advieskolom=self.advieskolom or "",
            keuzen=tuple(begroting.Keuze(k.naam, k.bedragen_eurocent, k.gekozen) for k in self.keuze),
            genoemd=g.waarde() if g else None,
        )


class Onderdeel(MetHerkomst):
    """The plan itself, or the agenda of one year. `aspecten`: what its lights are about."""

    code: Code
    soort: Deelsoort
    titel: Titel
    jaar: int = Field(ge=1990, le=2100)
    aspecten: tuple[Aspect, ...] = Field(default=DRIE, min_length=1)
    thema: tuple[Thema, ...] = Field(min_length=1)
    mutatietabel: Mutatietabel | None = None
    begroting: Begroting | None = None


class Niveau(MetHerkomst):
    """A level of prevention, and the layer of the pyramid that it works in."""

    code: Code
    titel: Titel
    laag: Titel


class Voorwaarde(MetHerkomst):
    """What an initiative must be to get money."""

    code: Code
    titel: Titel


class Initiatiefgeld(MetHerkomst):
    """Which line of the budget pays for initiatives that meet the conditions."""

    regel: Code


class Nulmeting(MetHerkomst):
    """A share as it was when the plan began, beside that of elsewhere, in percent."""

    naam: Titel
    jaar: int | None = None
    hier: Decimal = Field(ge=0, le=100)
    elders: Decimal = Field(ge=0, le=100)
    waar: Naam


class Plandefinitie(MetDocumenten):
    """Everything of one plan."""

    document: tuple[Brondocument, ...] = Field(min_length=1)
    plan: Planregel
    onderdeel: tuple[Onderdeel, ...] = Field(min_length=1)
    niveau: tuple[Niveau, ...] = ()
    voorwaarde: tuple[Voorwaarde, ...] = ()
    initiatiefgeld: Initiatiefgeld | None = None
    nulmeting: tuple[Nulmeting, ...] = ()

    @model_validator(mode="after")
    def _codes_kloppen(self) -> Self:
        unieke_waarden("onderdeel", [deel.code for deel in self.onderdeel])
        for deel in self.onderdeel:
            unieke_waarden(f"thema van {deel.code}", [thema.code for thema in deel.thema])
            if deel.mutatietabel:
                unieke_waarden("mutatie", [m.naam for m in deel.mutatietabel.mutatie])
        unieke_waarden("niveau", [niveau.code for niveau in self.niveau])
        unieke_waarden("voorwaarde", [voorwaarde.code for voorwaarde in self.voorwaarde])
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
        bekende_waarden("niveau", {d.niveau for _o, d in self.doelen() if d.niveau}, self._niveaus())
        geld = [deel.begroting for deel in self.onderdeel if deel.begroting]
        bekende_waarden("doel", {r.doel for b in geld for r in b.regel if r.doel}, set(van))
        betaalt = {self.initiatiefgeld.regel} if self.initiatiefgeld else set()
        bekende_waarden("budgetregel", betaalt, {r.code for b in geld for r in b.regel})
        activiteiten = {a.code for _deel, doel in self.doelen() for a in doel.activiteit}
        tabellen = [deel.mutatietabel for deel in self.onderdeel if deel.mutatietabel]
        genoemd = {m.activiteit for tabel in tabellen for m in tabel.mutatie if m.activiteit}
        bekende_waarden("activiteit", genoemd, activiteiten)
        return self

    def _niveaus(self) -> set[str]:
        return {niveau.code for niveau in self.niveau}

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
