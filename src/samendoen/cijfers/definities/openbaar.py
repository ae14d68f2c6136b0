"""Which public indicators may stand beside each other, and which facts tell something about each other."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Self

from pydantic import model_validator

from samendoen.cijfers.definities import (
    Aandeel,
    Gemeten,
    Indicator,
    Kolomnaam,
    Uniek,
    indicatorfout,
)
from samendoen.kernel.definities import MetDocumenten, MetHerkomst, definitie_pad, lees_definitie

KOPPELINGEN = definitie_pad("onthulling.toml")


class Koppeling(MetHerkomst):
    """Of which other fact this one counts a part at most ("" is none), and the columns that say the same of
    both."""

    naam: Kolomnaam
    deel_van: Kolomnaam | None = None
    gelijk: tuple[Kolomnaam, ...] = ()

    @model_validator(mode="after")
    def _zegt_iets(self) -> Self:
        if not self.toelichting:
            raise ValueError("zeg in de toelichting waarom")
        if self.deel_van == self.naam:
            raise ValueError("een feit is geen deel van zichzelf")
        if self.gelijk and self.deel_van is None:
            raise ValueError("gelijk hoort bij deel_van")
        return self


class Koppelingen(MetDocumenten):
    """Every fact of which something is published."""

    feit: tuple[Koppeling, ...]


def koppelingen() -> Mapping[str, Koppeling]:
    """Return what is known of each fact of which something may be published. Raises Definitiefout."""
    return lees_koppelingen(KOPPELINGEN)


@lru_cache(maxsize=8)
def lees_koppelingen(pad: Path) -> Mapping[str, Koppeling]:
    """Read which facts tell something about each other. Raises Definitiefout."""
    return {koppeling.naam: koppeling for koppeling in lees_definitie(pad, Koppelingen).feit}


def keur_openbare(openbare: Sequence[Indicator]) -> None:
    """Refuse public indicators that give each other's hidden counts away. Raises Definitiefout.

    Disclosure control links tables of the same rows. So all public indicators of a fact count the same
    rows; a column by which one of them picks its part is not the breakdown, nor the pick, of another; and
    what does not add up stands beside nothing with another breakdown.
    """
    for nummer, een in enumerate(openbare):
        if een.feit not in koppelingen():
            wat = f"openbaar: van het feit {een.feit} staat niet in onthulling.toml wat het over andere zegt."
            raise indicatorfout(een.code, wat)
        for ander in openbare[:nummer]:
            if een.feit == ander.feit and (wat := _botst(een, ander)):
                raise indicatorfout(een.code, wat)


def _botst(een: Indicator, ander: Indicator) -> str:
    """Return why two public indicators of one fact give each other away, "" when they do not."""
    if een.filter != ander.filter:
        return f"filter: {ander.code} is ook openbaar en telt andere regels van het feit {een.feit}."
    botst = keuzes_van(een) & _kolommen(ander) | keuzes_van(ander) & _kolommen(een)
    if botst and _teller(een) != _teller(ander):
        kolommen = ", ".join(sorted(botst))
        return f"openbaar: {ander.code} is ook openbaar en gebruikt ook {kolommen}."
    if een.weergave.per == ander.weergave.per:
        twee = isinstance(een.maat, Uniek) and isinstance(ander.maat, Uniek)
        return f"maat: {ander.code} telt ook mensen, en die zijn niet te vergelijken." if twee else ""
    if {type(een.maat), type(ander.maat)} & {Uniek}:
        return f"weergave: {ander.code} is ook openbaar, en wat niet optelt vraagt dezelfde uitsplitsing."
    if isinstance(een.maat, Gemeten) and _teller(een) == _teller(ander):
        return f"weergave: {ander.code} meet hetzelfde met een andere uitsplitsing."
    return ""


def _teller(indicator: Indicator) -> object:
    """Return by what an indicator picks a part of its rows; None when it does not."""
    maat = indicator.maat
    if isinstance(maat, Aandeel):
        return maat.teller
    return (maat.kolom, maat.sinds) if isinstance(maat, Gemeten) else None


def keuzes_van(indicator: Indicator) -> set[str]:
    """Return the columns by which an indicator picks a part of its rows."""
    maat = indicator.maat
    if isinstance(maat, Aandeel):
        return {naam for f in maat.teller for naam in (f.kolom, f.sinds) if naam}
    return {naam for naam in (maat.kolom, maat.sinds) if naam} if isinstance(maat, Gemeten) else set()


def _kolommen(indicator: Indicator) -> set[str]:
    return keuzes_van(indicator) | set(indicator.weergave.per)
