"""Schema of the indicators and of the threshold of disclosure.

The schema allows what the engine can do and nothing more. These files are rules (*regels*): code reads
them, and their hash stands with every snapshot.
"""

import datetime
import hashlib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, StringConstraints, model_validator

from samendoen.cijfers.definities.meting import Externemeting
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN, begin_van
from samendoen.kernel.definities import (
    Definitie,
    Definitiefout,
    MetDocumenten,
    MetHerkomst,
    Naam,
    bekende_waarden,
    definitie_hash,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)

MAP = definitie_pad("indicatoren")
DREMPEL = definitie_pad("cijfers.toml")

Indicatorcode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Kolomnaam = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Zin = Annotated[str, StringConstraints(min_length=10, max_length=600)]
Cbscode = Annotated[str, StringConstraints(pattern=r"^([0-9]{4})?$")]
Waarde = str | int | bool


class Filter(Definitie):
    """Keeps the rows of which a column is one value (`is`), one of several (`in`), is empty or not (`leeg`),
    or lies in a range.

    A range goes from `van` (inclusive) up to `tot` (exclusive); one of the two may be left out. With `sinds`
    it is a range of days: from that date column to `kolom`.
    """

    kolom: Kolomnaam
    is_: Waarde | None = Field(default=None, alias="is")
    in_: tuple[Waarde, ...] | None = Field(default=None, alias="in", min_length=1)
    leeg: bool | None = None
    van: str | int | None = None
    tot: str | int | None = None
    sinds: Kolomnaam | None = None

    @model_validator(mode="after")
    def _een_soort(self) -> Self:
        bereik = self.van is not None or self.tot is not None
        gekozen = [self.is_ is not None, self.in_ is not None, self.leeg is not None, bereik]
        if gekozen.count(True) != 1:
            raise ValueError("noem is, of in, of leeg, of van en tot (precies één van de vier)")
        if self.sinds is not None and not bereik:
            raise ValueError("sinds hoort bij een bereik van dagen: noem van, tot of allebei")
        return self


class Aantal(Definitie):
    """Counts rows."""

    soort: Literal["aantal"]


class Uniek(Definitie):
    """Counts the different values of a column: people, instead of their questions."""

    soort: Literal["uniek"]
    kolom: Kolomnaam


class Aandeel(Definitie):
    """The part of the rows that also passes these filters; all rows of the indicator are the denominator."""

    soort: Literal["aandeel"]
    teller: tuple[Filter, ...] = Field(min_length=1)


class Verdeling(Definitie):
    """How the rows are divided over the values of a column; `uitgelicht` is the value that is named where
    there is room for one figure only."""

    soort: Literal["verdeling"]
    kolom: Kolomnaam
    uitgelicht: Waarde


class Gemeten(Definitie):
    """A number taken of a column of whole numbers, or of the days from `sinds` to `kolom`, two dates.

    Rows without a value do not count. `deler`: the column counts in smaller parts (hundredths), and so many
    make one.
    """

    kolom: Kolomnaam
    sinds: Kolomnaam | None = None
    deler: int = Field(default=1, ge=1, le=1000)


class Som(Gemeten):
    """The sum."""

    soort: Literal["som"]


class Gemiddelde(Gemeten):
    """The mean."""

    soort: Literal["gemiddelde"]


class Mediaan(Gemeten):
    """The middle value: half of the rows lie below it."""

    soort: Literal["mediaan"]


class Percentiel(Gemeten):
    """The value below which so many percent of the rows lie."""

    soort: Literal["percentiel"]
    percentiel: int = Field(ge=1, le=99)


Maat = Annotated[
    Aantal | Uniek | Aandeel | Verdeling | Som | Gemiddelde | Mediaan | Percentiel,
    Field(discriminator="soort"),
]


class Periode(Definitie):
    """Which date places a row in time."""

    kolom: Kolomnaam


class Weergave(Definitie):
    """The table on screen. It is also the only breakdown that leaves the house (see docs/cijfers.md)."""

    rijen: Kolomnaam
    kolommen: Kolomnaam | None = None

    @property
    def per(self) -> tuple[str, ...]:
        """The breakdowns of this table."""
        return (self.rijen,) if self.kolommen is None else (self.rijen, self.kolommen)


class Breuk(MetHerkomst):
    """From this day on the figures mean something else. Without `gemeente` it holds everywhere."""

    datum: datetime.date
    reden: Zin
    gemeente: Cbscode = ""


class Deelperiode(MetHerkomst):
    """A period of which the source gives only a part, and how that is written ("t/m mei").

    Holds for snapshots before `peildatum_voor`; later ones know more of the period.
    """

    periode: str
    tekst: Naam
    peildatum_voor: datetime.date
    gemeente: Cbscode = ""

    @model_validator(mode="after")
    def _periode_bestaat(self) -> Self:
        try:
            begin_van(self.periode)
        except ValueError:
            raise ValueError("schrijf een periode als 2024, 2024-K2 of 2024-05") from None
        return self


class Ijkpunt(MetHerkomst):
    """A value to hold the figure against: baseline, target, or the figure of another area."""

    naam: Naam
    waarde: int | Decimal
    jaar: int = Field(ge=1990, le=2100)
    gemeente: Cbscode = ""


class Indicatorbasis(MetDocumenten):
    """What every indicator says: which question it answers, why, where that comes from and who checked it."""

    code: Indicatorcode
    naam: Naam
    zin: Zin
    waarom: Zin
    niveau: Literal["input", "throughput", "output", "outcome"]
    herkomst: MetHerkomst
    eenheid: Naam
    richting: Literal["hoger", "lager", "geen"]
    auteur: Naam
    controleur: Naam
    herzien_op: datetime.date
    herzien_voor: datetime.date

    @model_validator(mode="after")
    def _vier_ogen(self) -> Self:
        if self.auteur.casefold().split() == self.controleur.casefold().split():
            raise ValueError("de controleur is iemand anders dan de auteur")
        if self.herzien_op >= self.herzien_voor:
            raise ValueError("herzien_voor ligt na herzien_op")
        return self


class Extern(Indicatorbasis):
    """One indicator that is measured elsewhere: no fact of ours gives it.

    Without a `meting` it says what a document counts while nobody gave the figure yet.
    """

    soort: Literal["extern"]
    meting: tuple[Externemeting, ...] = ()


class Indicator(Indicatorbasis):
    """One indicator: what is counted of which fact, why, and how it must be read.

    `openbaar`: its protected table is published for the council and everybody else.
    """

    soort: Literal["tellen"]
    openbaar: bool = False
    feit: Kolomnaam
    maat: Maat
    filter: tuple[Filter, ...] = ()
    uitsplitsingen: tuple[Kolomnaam, ...] = Field(min_length=1)
    periode: Periode | None = None
    weergave: Weergave
    breuk: tuple[Breuk, ...] = ()
    deelperiode: tuple[Deelperiode, ...] = ()
    ruisband: int | None = Field(default=None, gt=0)
    nulmeting: Ijkpunt | None = None
    streefwaarde: Ijkpunt | None = None
    vergelijking: tuple[Ijkpunt, ...] = ()

    @model_validator(mode="after")
    def _verwijzingen_bestaan(self) -> Self:
        unieke_waarden("uitsplitsing", list(self.uitsplitsingen))
        unieke_waarden("weergave", list(self.weergave.per))
        bekende_waarden("uitsplitsing", set(self.weergave.per), set(self.uitsplitsingen))
        if self.periode is None and set(self.uitsplitsingen) & set(PERIODEDELEN):
            raise ValueError("een uitsplitsing naar jaar, kwartaal of maand vraagt een periode")
        if isinstance(self.maat, Verdeling) and self.maat.kolom != self.weergave.rijen:
            raise ValueError("een verdeling toont haar kolom als de rijen van de weergave")
        return self

    @model_validator(mode="after")
    def _mag_naar_buiten(self) -> Self:
        if self.openbaar and isinstance(self.maat, Som | Percentiel):
            raise ValueError("een som of percentiel gaat niet naar buiten: één geval kan er te veel in wegen")
        return self

    @property
    def is_meting(self) -> bool:
        """Return whether it measures a number (sum, mean, median, percentile) instead of counting."""
        return isinstance(self.maat, Gemeten)


class Onthulling(MetHerkomst):
    """From how many people or cases a figure may leave the house (5, or more), and how many days lie at
    least between two publications; and under which licence what was published may be used."""

    drempel: int = Field(ge=5, le=100)
    dagen_tussen: int = Field(ge=7, le=400)
    licentie: Literal["CC0-1.0", "CC-BY-4.0"]


def indicatoren() -> Mapping[str, Indicator]:
    """Return every indicator that we count ourselves, by its code. Raises Definitiefout."""
    return {code: indicator for code, indicator in _lees(MAP).items() if isinstance(indicator, Indicator)}


def externe_indicatoren() -> Mapping[str, Extern]:
    """Return every indicator that is measured elsewhere, by its code. Raises Definitiefout."""
    return {code: indicator for code, indicator in _lees(MAP).items() if isinstance(indicator, Extern)}


def indicatorfout(code: str, wat: str) -> Definitiefout:
    """Return what to raise about the file of an indicator."""
    return Definitiefout(
        fout=f"Het definitiebestand indicatoren/{code}.toml klopt niet.",
        toelichting=wat,
        doe="Verbeter de genoemde sleutel; lijsten tellen vanaf 1.",
    )


def drempel() -> int:
    """Return the smallest count that may be shown outside. Raises Definitiefout."""
    return lees_drempel(DREMPEL).drempel


def dagen_tussen() -> int:
    """Return how many days lie at least between two publications. Raises Definitiefout."""
    return lees_drempel(DREMPEL).dagen_tussen


def licentie() -> str:
    """Return the licence of what was published. Raises Definitiefout."""
    return lees_drempel(DREMPEL).licentie


def definities_hash() -> str:
    """Return SHA-256 (hexadecimal) over the files that decide the figures, names included."""
    som = hashlib.sha256()
    for pad in (*sorted(MAP.glob("*.toml")), DREMPEL):
        som.update(f"{pad.name}:{definitie_hash(pad)}\n".encode())
    return som.hexdigest()


@lru_cache(maxsize=8)
def lees_drempel(pad: Path) -> Onthulling:
    """Read the threshold of disclosure. Raises Definitiefout."""
    return lees_definitie(pad, Onthulling)


class _Soort(BaseModel):
    """The one key that says which schema holds for the rest of the file."""

    soort: Literal["tellen", "extern"]


@lru_cache(maxsize=8)
def _lees(map_: Path) -> Mapping[str, Indicator | Extern]:
    gelezen: dict[str, Indicator | Extern] = {}
    for pad in sorted(map_.glob("*.toml")):
        soort = lees_definitie(pad, _Soort).soort
        indicator = lees_definitie(pad, Extern) if soort == "extern" else lees_definitie(pad, Indicator)
        if indicator.code != pad.stem:
            raise indicatorfout(
                pad.stem, f"code: hier staat {indicator.code}, maar het bestand heet {pad.stem}."
            )
        gelezen[indicator.code] = indicator
    from samendoen.cijfers.definities.openbaar import keur_openbare  # it is about what stands above

    keur_openbare([i for i in gelezen.values() if isinstance(i, Indicator) and i.openbaar])
    return gelezen
