"""Schemas of the demo's data: published counts, our own assumed shares, and a bank of synthetic questions.

The counts are taken over exactly from the source document and its totals are computed and compared. How the
meldingen are spread over frames, channels and days is not published: those shares are per mille, add up to
1000, and say openly that they are ours. The questions are invented; no real person is in them.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from samendoen.kernel.definities import (
    Brondocument,
    Code,
    Definitie,
    MetDocumenten,
    MetHerkomst,
    bekende_waarden,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)

Telnaam = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Jaar = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}$")]
Promille = Annotated[int, Field(ge=0, le=1000)]
Aantal = Annotated[int, Field(ge=0)]

Kader = Literal["wmo", "jeugd", "participatie", "schuldhulp", "geen"]
Kanaal = Literal[
    "website",
    "telefoon",
    "inloop",
    "spreekuur",
    "school",
    "huisarts",
    "politie",
    "veilig_thuis",
    "meldpunt_bezorgd",
    "vroegsignaal",
    "aanbieder",
    "jeugdbescherming",
]
Weekdag = Literal["ma", "di", "wo", "do", "vr"]
Teamgroep = Literal["gebiedsteam", "voorzieningen"]
Levensfase = Literal["kind", "jongere", "volwassene", "oudere"]

Huishoudsoort = Literal["alleen", "paar", "gezin", "eenouder"]
Leeftijd = Annotated[int, Field(ge=0, le=120)]

LEVENSFASEN: tuple[Levensfase, ...] = ("kind", "jongere", "volwassene", "oudere")
DUIZEND = 1000
INVULPLEK = re.compile(r"\{([a-z_]+)\}")


class Telling(MetHerkomst):
    """Published counts of one team per year, and what was running on the reference date."""

    telnaam: Telnaam
    meldingen: dict[Jaar, Aantal]
    lopend: Aantal


class Totaal(MetHerkomst):
    """The totals as printed in the document; they are compared with the sum of the tellingen."""

    meldingen: dict[Jaar, Aantal]
    lopend: Aantal


class Drukfout(MetHerkomst):
    """A figure that reads wrongly in the document, and what it must be."""

    telnaam: Telnaam
    gedrukt: Aantal
    bedoeld: Aantal


class Reeksbreuk(MetHerkomst):
    """From `vanaf` the figures of `telnamen` count something else; the explanation goes beside the series."""

    vanaf: datetime.date
    telnamen: tuple[Telnaam, ...] = Field(min_length=1)
    wat: Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Teamverdeling(MetHerkomst):
    """Shares (per mille) of one team's meldingen by main legal frame."""

    telnaam: Telnaam
    teamgroep: Teamgroep
    kader: dict[Kader, Promille]

    @model_validator(mode="after")
    def _telt_op(self) -> Self:
        _tel_op("kader", self.kader.values())
        return self


class Kanaalverdeling(MetHerkomst):
    """Shares (per mille) of the channels along which questions of one main frame reach a kind of team."""

    teamgroep: Teamgroep
    kader: Kader
    kanaal: dict[Kanaal, Promille]

    @model_validator(mode="after")
    def _telt_op(self) -> Self:
        _tel_op("kanaal", self.kanaal.values())
        return self


class Leeftijden(MetHerkomst):
    """Ages in whole years that belong to a phase of life, both ends included."""

    levensfase: Levensfase
    vanaf: Annotated[int, Field(ge=0, le=120)]
    tot_en_met: Annotated[int, Field(ge=0, le=120)]

    @model_validator(mode="after")
    def _oplopend(self) -> Self:
        if self.vanaf > self.tot_en_met:
            raise ValueError(f"{self.levensfase}: vanaf is hoger dan tot_en_met")
        return self


class Ritme(MetHerkomst):
    """Shares (per mille) over the working week; nothing is taken in on a holiday or at the weekend."""

    weekdag: dict[Weekdag, Promille]

    @model_validator(mode="after")
    def _telt_op(self) -> Self:
        _tel_op("weekdag", self.weekdag.values())
        return self


class Meldingendemo(MetDocumenten):
    """What the demo municipality's meldingen must add up to, and how they are spread.

    `vandaag` is the demo's today; `tot_en_met` is the last day counted in the (partial) last year.
    """

    gemeente: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
    vandaag: datetime.date
    tot_en_met: datetime.date
    document: tuple[Brondocument, ...] = Field(min_length=1)
    telling: tuple[Telling, ...] = Field(min_length=1)
    totaal: Totaal
    drukfout: tuple[Drukfout, ...] = ()
    reeksbreuk: tuple[Reeksbreuk, ...] = ()
    verdeling: tuple[Teamverdeling, ...]
    kanaalverdeling: tuple[Kanaalverdeling, ...]
    leeftijden: tuple[Leeftijden, ...]
    ritme: Ritme

    @model_validator(mode="after")
    def _totalen_kloppen(self) -> Self:
        for jaar, gedrukt in self.totaal.meldingen.items():
            som = sum(telling.meldingen[jaar] for telling in self.telling if jaar in telling.meldingen)
            if som != gedrukt:
                raise ValueError(f"totaal {jaar}: er staat {gedrukt}, de teams samen zijn {som}")
        som = sum(telling.lopend for telling in self.telling)
        if som != self.totaal.lopend:
            raise ValueError(f"totaal lopend: er staat {self.totaal.lopend}, de teams samen zijn {som}")
        return self

    @model_validator(mode="after")
    def _delen_passen(self) -> Self:
        namen = [telling.telnaam for telling in self.telling]
        unieke_waarden("telnaam", namen)
        unieke_waarden("verdeling", [verdeling.telnaam for verdeling in self.verdeling])
        if set(namen) != {verdeling.telnaam for verdeling in self.verdeling}:
            raise ValueError("elke telnaam heeft precies één verdeling")
        if any(set(telling.meldingen) != set(self.totaal.meldingen) for telling in self.telling):
            raise ValueError("elk team heeft een telling voor dezelfde jaren als het totaal")
        genoemd = {naam for breuk in self.reeksbreuk for naam in breuk.telnamen}
        genoemd |= {fout.telnaam for fout in self.drukfout}
        bekende_waarden("telnaam", genoemd, set(namen))
        return self

    @model_validator(mode="after")
    def _verdelingen_compleet(self) -> Self:
        paren = [f"{deel.teamgroep} {deel.kader}" for deel in self.kanaalverdeling]
        unieke_waarden("kanaalverdeling", paren)
        nodig = {
            f"{deel.teamgroep} {kader}" for deel in self.verdeling for kader, n in deel.kader.items() if n
        }
        bekende_waarden("kanaalverdeling", nodig, set(paren))
        fasen = [deel.levensfase for deel in self.leeftijden]
        unieke_waarden("leeftijden", list(fasen))
        bekende_waarden("leeftijden", set(LEVENSFASEN), set(fasen))
        return self

    @model_validator(mode="after")
    def _vandaag_na_de_telling(self) -> Self:
        if self.tot_en_met >= self.vandaag:
            raise ValueError("vandaag ligt na de laatste getelde dag (tot_en_met)")
        if str(self.tot_en_met.year) != max(self.totaal.meldingen):
            raise ValueError("tot_en_met ligt in het laatste getelde jaar")
        return self

    @property
    def jaren(self) -> tuple[int, ...]:
        """The counted years, oldest first."""
        return tuple(sorted(int(jaar) for jaar in self.totaal.meldingen))

    def aantal(self, telnaam: str, jaar: int) -> int:
        """Published number of meldingen of one team in one year; KeyError when it is not in the table."""
        telling = {telling.telnaam: telling for telling in self.telling}[telnaam]
        return telling.meldingen[str(jaar)]

    def periode(self, jaar: int) -> tuple[datetime.date, datetime.date]:
        """First and last counted day of `jaar`, both included."""
        laatste = min(datetime.date(jaar, 12, 31), self.tot_en_met)
        return datetime.date(jaar, 1, 1), laatste


class Vraag(Definitie):
    """One question as a resident might put it; `{name}` in the text is filled from `Vragenbank.invulling`.

    `levensfase` is that of the person it is about, who need not be the one who asks (`melder`).
    `geslacht`, `huishouden` and `leeftijd` (from, through) are there where the text itself says so.
    """

    code: Code
    tekst: Annotated[str, StringConstraints(min_length=10, max_length=400)]
    kaders: tuple[Kader, ...] = Field(min_length=1)
    leefgebieden: tuple[Code, ...] = Field(min_length=1)
    kanalen: tuple[Kanaal, ...] = Field(min_length=1)
    teamgroep: Teamgroep
    levensfase: Levensfase
    geslacht: Literal["vrouw", "man"] | None = None
    huishouden: Huishoudsoort | None = None
    leeftijd: tuple[Leeftijd, Leeftijd] | None = None
    melder: Literal["zelf", "ander"] = "zelf"
    zorgvrager: Literal[1, 2, 3] = 1
    vrijwillig: bool = True
    spoed: bool = False

    @property
    def invulplekken(self) -> frozenset[str]:
        """The names between braces in the text."""
        return frozenset(INVULPLEK.findall(self.tekst))

    def past_bij(self, teamgroep: Teamgroep, kader: Kader, kanaal: Kanaal) -> bool:
        """True when this question can reach that kind of team, under that frame, along that channel."""
        return teamgroep == self.teamgroep and kader in self.kaders and kanaal in self.kanalen

    def ingevuld(self, waarden: Mapping[str, str]) -> str:
        """The text with every place filled; KeyError when a value is missing."""
        return INVULPLEK.sub(lambda plek: waarden[plek.group(1)], self.tekst)


class Vragenbank(Definitie):
    """The synthetic questions and the values that may stand in their open places."""

    invulling: dict[Code, Annotated[tuple[str, ...], Field(min_length=1)]]
    vraag: tuple[Vraag, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("vraag", [vraag.code for vraag in self.vraag])
        unieke_waarden("tekst", [vraag.tekst for vraag in self.vraag])
        gebruikt = {plek for vraag in self.vraag for plek in vraag.invulplekken}
        bekende_waarden("invulling", gebruikt, set(self.invulling))
        return self


def _tel_op(wat: str, promille: Iterable[int]) -> None:
    som = sum(promille)
    if som != DUIZEND:
        raise ValueError(f"{wat}: de delen tellen op tot {som}, niet tot {DUIZEND}")


@lru_cache
def meldingendemo(gemeente: str = "vijfheerenlanden") -> Meldingendemo:
    """The demo figures of one municipality, asked by file name; `Definitiefout` when there are none."""
    return lees_definitie(definitie_pad("demo", f"{gemeente}-meldingen.toml"), Meldingendemo)


@lru_cache
def vragenbank() -> Vragenbank:
    """The bank of synthetic questions."""
    return lees_definitie(definitie_pad("demo", "vragen.toml"), Vragenbank)
