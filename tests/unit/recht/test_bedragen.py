"""Amounts by date."""

from datetime import date
from itertools import pairwise

import pytest

from samendoen.recht.api import Norm, Periode, Rechtsfout, bijstandsnorm, eigen_bijdrage, percentage_van_norm
from samendoen.recht.bedragen import EIGEN_BIJDRAGE, Bedrag

JULI = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("op", "eurocent", "periode"),
    [
        ("2019-12-31", 1750, Periode.VIER_WEKEN),
        ("2020-01-01", 1900, Periode.MAAND),
        ("2023-12-31", 1900, Periode.MAAND),
        ("2024-01-01", 2060, Periode.MAAND),
        ("2025-06-01", 2100, Periode.MAAND),
        ("2026-12-31", 2180, Periode.MAAND),
    ],
)
def test_the_own_contribution_of_a_day(op: str, eurocent: int, periode: Periode) -> None:
    bedrag = eigen_bijdrage(date.fromisoformat(op))
    assert (bedrag.eurocent, bedrag.periode) == (eurocent, periode)


@pytest.mark.parametrize("op", [date(2018, 12, 31), date(2027, 1, 1)])
def test_the_amount_of_another_year_is_not_guessed(op: date) -> None:
    with pytest.raises(Rechtsfout) as fout:
        eigen_bijdrage(op)
    assert fout.value.fout == "bedrag-onbekend"


def test_another_contribution_can_be_configured_by_date() -> None:
    nieuw = Bedrag(5000, Periode.MAAND, date(2027, 1, 1), date(2028, 1, 1), "proefregeling")
    assert eigen_bijdrage(date(2027, 3, 1), (*EIGEN_BIJDRAGE, nieuw)).eurocent == 5000


def test_the_years_of_the_own_contribution_join_up() -> None:
    assert all(rij.tot == volgende.vanaf for rij, volgende in pairwise(EIGEN_BIJDRAGE))


@pytest.mark.parametrize(
    ("norm", "eurocent"),
    [
        (Norm.ALLEENSTAANDE, 141946),
        (Norm.PAAR, 202779),
        (Norm.ALLEENSTAANDE_AOW, 158734),
        (Norm.PAAR_AOW, 217610),
        (Norm.ALLEENSTAANDE_18_20, 35042),
    ],
)
def test_the_norms_from_1_july_2026(norm: Norm, eurocent: int) -> None:
    assert bijstandsnorm(norm, JULI).eurocent == eurocent


def test_a_half_year_that_is_not_known_is_not_guessed() -> None:
    for op in (date(2026, 6, 30), date(2027, 1, 1)):
        with pytest.raises(Rechtsfout, match="bijstandsnorm"):
            bijstandsnorm(Norm.PAAR, op)


@pytest.mark.parametrize(
    ("norm", "procent", "eurocent"),
    [
        (Norm.ALLEENSTAANDE, 150, 212919),
        (Norm.PAAR, 150, 304169),  # 304168.5: half a cent goes up
        (Norm.ALLEENSTAANDE, 100, 141946),
        (Norm.ALLEENSTAANDE, 110, 156141),  # 156140.6
        (Norm.ALLEENSTAANDE, 0, 0),
    ],
)
def test_a_percentage_of_the_norm(norm: Norm, procent: int, eurocent: int) -> None:
    assert percentage_van_norm(norm, JULI, procent) == eurocent


def test_a_negative_percentage_is_refused() -> None:
    with pytest.raises(Rechtsfout, match="negatief"):
        percentage_van_norm(Norm.PAAR, JULI, -1)
