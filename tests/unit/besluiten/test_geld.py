"""Money in cents: which price counts, what a month is worth, what a ledger allows."""

from datetime import date
from decimal import Decimal

import pytest

from samendoen.besluiten.rules.geld import (
    Boekregel,
    Omvang,
    Prijs,
    bezwaar_regel,
    maanden,
    overlap,
    prijs_op,
    prijzen_in,
    waarde_in_maand,
)

JAN, FEB, MRT = date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1)
JAAR = (JAN, date(2025, 1, 1))
ALTIJD = [Prijs(date(2020, 1, 1), None, 7000)]
IEDEREEN, EIGEN = Prijs(JAN, None, 100), Prijs(FEB, MRT, 90, eigen=True)


def test_ones_own_price_goes_first_and_only_while_it_counts() -> None:
    assert prijzen_in((JAN, date(2024, 4, 1)), [IEDEREEN, EIGEN]) == [
        Prijs(JAN, FEB, 100),
        Prijs(FEB, MRT, 90, eigen=True),
        Prijs(MRT, date(2024, 4, 1), 100),
    ]
    assert prijs_op(date(2023, 12, 31), [IEDEREEN, EIGEN]) is None


def test_a_period_touches_its_months() -> None:
    assert maanden(date(2023, 12, 31), FEB) == [date(2023, 12, 1), JAN]
    assert overlap(date(2024, 1, 15), None, JAN) == (date(2024, 1, 15), FEB)
    assert overlap(JAN, FEB, FEB) is None


@pytest.mark.parametrize(
    ("omvang", "frequentie", "periode", "maand", "cent"),
    [
        # 29 days of a leap February, two hours a week at 70 euros: 29/7 x 2 x 7000
        ("2", "per_week", JAAR, FEB, 58000),
        ("4", "per_vier_weken", JAAR, FEB, 29000),
        ("2", "per_maand", JAAR, FEB, 14000),
        ("2", "per_maand", (date(2024, 2, 16), None), FEB, 6759),
        ("1", "totaal", (FEB, None), FEB, 7000),
        ("1", "totaal", (FEB, None), MRT, 0),
        ("2", "per_week", (MRT, None), FEB, 0),
    ],
)
def test_a_volume_is_worth_its_days_in_the_month(
    omvang: str, frequentie: str, periode: tuple[date, date | None], maand: date, cent: int
) -> None:
    assert waarde_in_maand(Omvang(Decimal(omvang), frequentie, *periode), ALTIJD, periode, maand) == cent


def test_the_months_of_a_total_add_up_to_the_cent() -> None:
    half = date(2024, 6, 15)
    omvang = Omvang(Decimal("1.5"), "totaal", *JAAR)
    delen = ((JAN, half), (half, JAAR[1]))  # two providers, one after the other
    per = [waarde_in_maand(omvang, ALTIJD, deel, maand) for deel in delen for maand in maanden(*JAAR)]
    assert sum(per) == 10500


def test_without_a_price_nothing_is_worth_anything() -> None:
    assert waarde_in_maand(Omvang(Decimal(2), "per_week", *JAAR), [], JAAR, FEB) == 0


DEBET = Boekregel("R1", "", 7, 500, 500)
CREDIT = Boekregel("R2", "R1", 7, 500, 500)


@pytest.mark.parametrize(
    ("regel", "eerder", "code"),
    [
        (DEBET, [], ""),
        (CREDIT, [DEBET], ""),
        (Boekregel("R1", "", 7, 500, 499), [], "bedrag"),
        (Boekregel("R1", "", 7, 0, 0), [], ""),
        (Boekregel("R1", "", 7, -1, 0), [], "bedrag"),
        (Boekregel("R1", "", None, 500, 500), [], "toewijzing"),
        (Boekregel("R1", "", None, 500, 0), [], ""),
        (DEBET, [DEBET], "dubbel"),
        (CREDIT, [], "vorige"),
        (Boekregel("R3", "R2", 7, 500, 500), [DEBET, CREDIT], "vorige"),
        (Boekregel("R3", "R1", 7, 500, 500), [DEBET, CREDIT], "al_terug"),
        (Boekregel("R2", "R1", 7, 400, 400), [DEBET], "ander_bedrag"),
    ],
)
def test_a_line_fits_the_ledger(regel: Boekregel, eerder: list[Boekregel], code: str) -> None:
    assert bezwaar_regel(regel, {r.referentie: r for r in eerder}) == code
