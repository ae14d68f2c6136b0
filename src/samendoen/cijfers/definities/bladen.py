"""Schema of the sheets: which tables leave the house for people's own questions."""

from functools import lru_cache
from pathlib import Path
from typing import Any, Self

from pydantic import Field, model_validator

from samendoen.cijfers.definities import (
    Filter,
    Indicator,
    Indicatorcode,
    Kolomnaam,
    indicatoren,
)
from samendoen.cijfers.definities.openbaar import keuzes_van, koppelingen
from samendoen.kernel.definities import (
    Definitie,
    Definitiefout,
    MetHerkomst,
    Naam,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)

PAD = definitie_pad("bladen.toml")


class Blad(Definitie):
    """One sheet: the rows of a fact that pass `filter`, counted by two or three columns with all totals.

    `telt` says which rows those are, `periode` is the date column that a year in `per` is of.
    """

    code: Indicatorcode
    naam: Naam
    telt: Naam
    feit: Kolomnaam
    periode: Kolomnaam
    per: tuple[Kolomnaam, ...] = Field(min_length=2, max_length=3)
    filter: tuple[Filter, ...] = ()


class Bladen(MetHerkomst):
    """All sheets."""

    blad: tuple[Blad, ...] = ()

    @model_validator(mode="after")
    def _elk_een_keer(self) -> Self:
        unieke_waarden("blad", [blad.code for blad in self.blad])
        return self


def bladen() -> tuple[Blad, ...]:
    """Return the sheets. Raises Definitiefout."""
    return lees_bladen(PAD).blad


@lru_cache(maxsize=8)
def lees_bladen(pad: Path) -> Bladen:
    """Read the sheets and hold them against the public indicators. Raises Definitiefout.

    A sheet is one more public table: it counts the same rows as those of its fact, and has no column by which
    one of them picks its part.
    """
    gelezen = lees_definitie(pad, Bladen)
    for blad in gelezen.blad:
        if blad.feit not in koppelingen():
            raise _fout(
                blad, f"van het feit {blad.feit} staat niet in onthulling.toml wat het over andere zegt"
            )
        for ander in indicatoren().values():
            if ander.openbaar and ander.feit == blad.feit:
                _keur(blad, ander)
        for buur in gelezen.blad:
            if buur.feit == blad.feit and buur.filter != blad.filter:
                raise _fout(blad, f"filter: {buur.code} telt andere regels van het feit {blad.feit}")
    return gelezen


def _keur(blad: Blad, ander: Indicator) -> None:
    if ander.filter != blad.filter:
        raise _fout(blad, f"filter: het openbare cijfer {ander.code} telt andere regels van {blad.feit}")
    if botst := sorted(keuzes_van(ander) & set(blad.per)):
        raise _fout(blad, f"per: het openbare cijfer {ander.code} kiest op {', '.join(botst)}")


def _fout(blad: Blad, wat: str) -> Definitiefout:
    return Definitiefout(
        fout="Het definitiebestand bladen.toml klopt niet.",
        toelichting=f"{blad.code}, {wat}.",
        doe="Verbeter dit blad, of haal het weg.",
    )


def als_indicator(blad: Blad) -> Indicator:
    """Return a sheet as what counts it: an indicator that stands in no list."""
    return losse_indicator(
        code=blad.code,
        naam=blad.naam,
        feit=blad.feit,
        eenheid=blad.telt,
        filter=[f.model_dump(by_alias=True, exclude_none=True) for f in blad.filter],
        uitsplitsingen=blad.per,
        periode={"kolom": blad.periode},
        weergave={"rijen": blad.per[0], "kolommen": blad.per[1]},
    )


def losse_indicator(**anders: Any) -> Indicator:
    """Return an indicator that somebody made up for one question: it has no source and nobody checked it."""
    return Indicator.model_validate(
        {
            "zin": "Een vraag die iemand zelf stelt.",
            "waarom": "Om iets te weten wat nog geen indicator zegt.",
            "niveau": "output",
            "soort": "tellen",
            "herkomst": {"aanname": True},
            "richting": "geen",
            "auteur": "wie de vraag stelt",
            "controleur": "niemand",
            "herzien_op": "2024-01-01",
            "herzien_voor": "2100-01-01",
            "maat": {"soort": "aantal"},
            **anders,
        }
    )
