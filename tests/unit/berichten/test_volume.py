"""Volumes per week in a month, and amounts: the examples of the standard (IV076 to IV079, IV081), by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samendoen.berichten.rules.volume import (
    Periode,
    bedrag,
    bedrag_van_minuten,
    hele_uren,
    hele_weken,
    hoogstens_inspanning,
    hoogstens_output,
    hoogstens_totaal,
    productperiode,
    tarief_per_minuut,
    weken,
    zondagen,
)


def periode(van: str, tot: str) -> Periode:
    return Periode(date.fromisoformat(van), date.fromisoformat(tot))


DRIE_UUR = periode("2025-07-07", "2025-09-07")
HERFST = periode("2025-10-07", "2025-12-30")
TOT_ZATERDAG = periode("2025-07-07", "2025-09-06")
TOT_VRIJDAG = periode("2025-07-07", "2025-09-05")
WINTER = periode("2025-10-07", "2025-12-31")


@pytest.mark.parametrize(
    ("van", "tot", "aantal", "hele"),
    [
        ("2024-06-03", "2024-06-03", 1, 0),  # one Monday
        ("2024-06-03", "2024-06-09", 1, 1),  # Monday to Sunday
        ("2024-06-09", "2024-06-10", 2, 0),  # a Sunday and the Monday after it
        ("2024-06-04", "2024-06-16", 2, 1),
        ("2024-12-28", "2025-01-05", 2, 1),  # week 52, and week 1 that begins in December
        ("2020-12-28", "2021-01-10", 2, 2),  # 2020 has a week 53
        ("2026-01-01", "2026-12-31", 53, 51),  # a year that begins on Thursday
        ("2015-02-01", "2015-02-28", 5, 3),  # Sunday to Saturday
        ("2021-02-01", "2021-02-28", 4, 4),  # exactly four weeks
        ("2024-09-01", "2024-09-30", 6, 4),  # a month that touches six weeks
    ],
)
def test_weeks_are_counted_from_monday_to_sunday(van: str, tot: str, aantal: int, hele: int) -> None:
    assert (weken(periode(van, tot)), hele_weken(periode(van, tot))) == (aantal, hele)


@given(van=st.dates(date(1999, 1, 1), date(2040, 1, 1)), dagen=st.integers(0, 900))
def test_weeks_and_sundays_are_those_that_the_calendar_names(van: date, dagen: int) -> None:
    alle = [van + timedelta(days=n) for n in range(dagen + 1)]
    namen = [dag.isocalendar()[:2] for dag in alle]
    dit = Periode(alle[0], alle[-1])
    assert weken(dit) == len(set(namen))
    assert hele_weken(dit) == sum(namen.count(naam) == 7 for naam in set(namen))
    assert zondagen(dit) == sum(dag.isoweekday() == 7 for dag in alle)


@pytest.mark.parametrize(
    ("toewijzing", "jaar", "maand", "uren"),
    [
        (DRIE_UUR, 2025, 7, 12),
        (DRIE_UUR, 2025, 8, 15),
        (DRIE_UUR, 2025, 9, 3),
        (HERFST, 2025, 10, 12),
        (HERFST, 2025, 11, 15),
        (HERFST, 2025, 12, 15),
        (periode("2025-11-12", "2025-12-13"), 2025, 11, 9),
    ],
)
def test_effort_of_three_hours_a_week_in_a_month(
    toewijzing: Periode, jaar: int, maand: int, uren: int
) -> None:
    maandperiode = productperiode(toewijzing, jaar, maand)
    assert maandperiode is not None
    assert hoogstens_inspanning(3, maandperiode) == uren


def test_household_help_counts_six_weeks_in_every_month() -> None:
    februari = productperiode(periode("2021-01-01", "2021-12-31"), 2021, 2)
    assert februari is not None
    assert hoogstens_inspanning(3, februari, "01") == 18
    assert hoogstens_inspanning(3, februari, "02") == 12


@pytest.mark.parametrize(
    ("toewijzing", "jaar", "maand", "euro"),
    [
        (DRIE_UUR, 2025, 7, 900),
        (DRIE_UUR, 2025, 8, 1500),
        (DRIE_UUR, 2025, 9, 300),
        (TOT_ZATERDAG, 2025, 7, 900),
        (TOT_ZATERDAG, 2025, 8, 1800),
        (TOT_ZATERDAG, 2025, 9, 0),
        (WINTER, 2025, 10, 900),
        (WINTER, 2025, 11, 1500),
        (WINTER, 2025, 12, 1500),
        (TOT_VRIJDAG, 2025, 7, 900),
        (TOT_VRIJDAG, 2025, 8, 1800),
        (periode("2024-06-03", "2024-06-05"), 2024, 6, 300),  # no Sunday at all: our reading
    ],
)
def test_a_result_of_300_euro_a_week(toewijzing: Periode, jaar: int, maand: int, euro: int) -> None:
    maandperiode = productperiode(toewijzing, jaar, maand)
    assert maandperiode is not None
    assert hoogstens_output(30_000, maandperiode, toewijzing) == euro * 100


@pytest.mark.parametrize(("toewijzing", "uren"), [(DRIE_UUR, 27), (HERFST, 39)])
def test_all_of_an_assignment_has_its_own_limit(toewijzing: Periode, uren: int) -> None:
    assert hoogstens_totaal(3, toewijzing) == uren


@given(van=st.dates(date(2021, 1, 1), date(2030, 1, 1)), dagen=st.integers(0, 400))
def test_the_months_of_a_result_add_up_to_the_whole(van: date, dagen: int) -> None:
    toewijzing = Periode(van, van + timedelta(days=dagen))
    maanden = {(dag.year, dag.month) for dag in (van + timedelta(days=n) for n in range(dagen + 1))}
    perioden = [productperiode(toewijzing, *maand) for maand in maanden]
    som = sum(hoogstens_output(7, p, toewijzing) for p in perioden if p is not None)
    assert som == hoogstens_totaal(7, toewijzing)


@pytest.mark.parametrize(
    ("jaar", "maand", "verwacht"),
    [
        (2025, 3, None),
        (2025, 4, periode("2025-04-08", "2025-04-30")),
        (2025, 5, periode("2025-05-01", "2025-05-31")),
        (2025, 6, periode("2025-06-01", "2025-06-17")),
        (2025, 7, None),
    ],
)
def test_a_period_lies_in_the_month_and_in_the_assignment(
    jaar: int, maand: int, verwacht: Periode | None
) -> None:
    assert productperiode(periode("2025-04-08", "2025-06-17"), jaar, maand) == verwacht


@pytest.mark.parametrize(("minuten", "uren"), [(380, 6), (1, 1), (89, 1), (90, 2), (0, 1), (150, 3)])
def test_minutes_are_declared_in_whole_hours(minuten: int, uren: int) -> None:
    assert hele_uren(minuten) == uren


def test_an_amount_is_volume_times_tariff() -> None:
    assert bedrag(13, 3900) == 50_700


@pytest.mark.parametrize(
    ("minuten", "uurtarief", "centen"),
    [(95, 5050, 7996), (60, 5050, 5050), (1, 87, 1), (1, 90, 2), (30, 1, 1), (29, 1, 0), (0, 5050, 0)],
)
def test_minutes_at_a_tariff_per_hour_round_at_the_end(minuten: int, uurtarief: int, centen: int) -> None:
    assert bedrag_van_minuten(minuten, uurtarief) == centen


@pytest.mark.parametrize(("uurtarief", "per_minuut"), [(8730, 146), (8724, 145), (8729, 145), (6000, 100)])
def test_the_tariff_per_minute_beside_it_is_rounded(uurtarief: int, per_minuut: int) -> None:
    """1.455 becomes 1.46 and 1.454 becomes 1.45 (IV081)."""
    assert tarief_per_minuut(uurtarief) == per_minuut


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        periode("2024-06-03", "2024-06-02")
