"""Amounts by date, in whole eurocents: the Wmo own contribution and the norms of the Participatiewet.

A row holds from `vanaf` up to but not including `tot`. A date for which no row holds raises a `Rechtsfout`:
an amount of another year is a wrong amount. New years are new rows; a municipality that must reckon with
another contribution gives its own table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samendoen.recht.datum import MAANDNAMEN
from samendoen.recht.fouten import Rechtsfout


class Periode(StrEnum):
    """The period an amount is for."""

    VIER_WEKEN = "vier weken"
    MAAND = "maand"


class Norm(StrEnum):
    """Households the Participatiewet has a norm for (net, per month, holiday pay included)."""

    ALLEENSTAANDE = "alleenstaande van 21 jaar tot de AOW-leeftijd"
    PAAR = "paar van 21 jaar tot de AOW-leeftijd"
    ALLEENSTAANDE_AOW = "alleenstaande met AOW"
    PAAR_AOW = "paar met AOW"
    ALLEENSTAANDE_18_20 = "alleenstaande van 18 tot en met 20 jaar"


@dataclass(frozen=True, slots=True)
class Bedrag:
    """An amount in eurocents per period, valid from `vanaf` up to but not including `tot`."""

    eurocent: int
    periode: Periode
    vanaf: date
    tot: date
    grondslag: str


def _bijdrage(eurocent: int, vanaf: int, tot: int, periode: Periode = Periode.MAAND) -> Bedrag:
    return Bedrag(eurocent, periode, date(vanaf, 1, 1), date(tot, 1, 1), "Wmo 2015 art. 2.1.4a")


EIGEN_BIJDRAGE = (
    _bijdrage(1750, 2019, 2020, Periode.VIER_WEKEN),
    _bijdrage(1900, 2020, 2024),
    _bijdrage(2060, 2024, 2025),
    _bijdrage(2100, 2025, 2026),
    _bijdrage(2180, 2026, 2027),
)


def _norm(eurocent: int, grondslag: str) -> tuple[Bedrag, ...]:
    return (Bedrag(eurocent, Periode.MAAND, date(2026, 7, 1), date(2027, 1, 1), grondslag),)


NORMEN: dict[Norm, tuple[Bedrag, ...]] = {
    Norm.ALLEENSTAANDE: _norm(141946, "Participatiewet art. 21"),
    Norm.PAAR: _norm(202779, "Participatiewet art. 21"),
    Norm.ALLEENSTAANDE_AOW: _norm(158734, "Participatiewet art. 22"),
    Norm.PAAR_AOW: _norm(217610, "Participatiewet art. 22"),
    Norm.ALLEENSTAANDE_18_20: _norm(35042, "Participatiewet art. 20"),
}


def eigen_bijdrage(op: date, tabel: Sequence[Bedrag] = EIGEN_BIJDRAGE) -> Bedrag:
    """Return the flat own contribution of a household on a day (Wmo 2015 art. 2.1.4a).

    In 2019 per four weeks, from 2020 per month. Raises `Rechtsfout` for a year without a known amount.
    """
    return _zoek(tabel, op, "De eigen bijdrage Wmo")


def bijstandsnorm(norm: Norm, op: date) -> Bedrag:
    """Return the norm of the Participatiewet on a day; raises `Rechtsfout` for an unknown half-year."""
    return _zoek(NORMEN[norm], op, f"De bijstandsnorm voor een {norm.value}")


def percentage_van_norm(norm: Norm, op: date, procent: int) -> int:
    """Return `procent` percent of the norm in eurocents per month, half a cent rounded up.

    "150%" is one and a half times the norm.
    """
    if procent < 0:
        raise Rechtsfout(
            "procent-negatief", "Een percentage kan niet negatief zijn.", "Geef een getal van 0 of meer."
        )
    return (bijstandsnorm(norm, op).eurocent * procent + 50) // 100


def _zoek(tabel: Sequence[Bedrag], op: date, wat: str) -> Bedrag:
    for rij in tabel:
        if rij.vanaf <= op < rij.tot:
            return rij
    raise Rechtsfout(
        "bedrag-onbekend",
        f"{wat} op {op.day} {MAANDNAMEN[op.month - 1]} {op.year} is hier niet bekend.",
        "Kies een andere datum of voeg het bedrag van die periode toe.",
    )
