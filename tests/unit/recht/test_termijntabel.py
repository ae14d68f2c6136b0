"""Dates worked out by hand with a calendar, one or more for every kind of term.

The comment behind each row is the reasoning; nothing here was copied from the engine. Holidays used:

2021  Easter Monday 5 April
2023  Koningsdag Thu 27 April, equated Fri 28 April
2024  Good Friday 29 March, Easter Monday 1 April, Koningsdag Sat 27 April, 5 May a Sunday, Ascension Thu
      9 May, equated Fri 10 May, Christmas Wed 25 and Thu 26 December, equated Fri 27 December
2025  Good Friday 18 April, Easter Monday 21 April, Koningsdag Sat 26 April (the 27th is a Sunday), Mon 5 May,
      Ascension Thu 29 May, equated Fri 30 May, Whit Monday 9 June, Christmas Thu 25 and Fri 26 December
2026  Thu 1 January, equated Fri 2 January, Good Friday 3 April, Easter Monday 6 April, Christmas Fri 25 and
      Sat 26 December
2027  Ascension Thu 6 May, equated Fri 7 May        2028  Koningsdag Thu 27 April, equated Fri 28 April
2029  Easter Monday 2 April
"""

from datetime import date

import pytest

from samendoen.recht.api import SOORTEN, Schorsing, bereken

# (kind, start, suspensions "van..tot", days of postponement, last day)
Rij = tuple[str, str, tuple[str, ...], int, str]

TABEL: list[Rij] = [
    # --- wmo-onderzoek: 6 weeks = 42 days
    ("wmo-onderzoek", "2025-01-06", (), 0, "2025-02-17"),  # 25 days to 31 Jan + 17: Monday
    ("wmo-onderzoek", "2025-03-10", (), 0, "2025-04-22"),  # 21 + 21 = 21 April, Easter Monday: Tuesday
    ("wmo-onderzoek", "2025-03-07", (), 0, "2025-04-22"),  # 18 April Good Friday, weekend, Easter Monday
    ("wmo-onderzoek", "2025-01-04", (), 0, "2025-02-17"),  # Saturday 15 February: Monday
    ("wmo-onderzoek", "2025-01-05", (), 0, "2025-02-17"),  # Sunday 16 February: Monday
    ("wmo-onderzoek", "2025-03-15", (), 0, "2025-04-28"),  # Sat 26 April (Koningsdag), Sunday: Monday
    ("wmo-onderzoek", "2025-03-24", (), 0, "2025-05-06"),  # 7 + 30 + 5 = Monday 5 May, Bevrijdingsdag
    ("wmo-onderzoek", "2025-04-17", (), 0, "2025-06-02"),  # Ascension 29 May, equated 30 May, weekend
    ("wmo-onderzoek", "2025-04-28", (), 0, "2025-06-10"),  # 2 + 31 + 9 = Whit Monday 9 June
    ("wmo-onderzoek", "2025-11-13", (), 0, "2025-12-29"),  # 25 and 26 December, weekend: Monday
    ("wmo-onderzoek", "2025-11-20", (), 0, "2026-01-05"),  # 1 January, equated 2 January, weekend
    ("wmo-onderzoek", "2024-03-28", (), 0, "2024-05-13"),  # Ascension 9 May, equated 10 May, weekend
    ("wmo-onderzoek", "2024-11-13", (), 0, "2024-12-30"),  # 25, 26, equated 27 December, weekend
    ("wmo-onderzoek", "2023-03-17", (), 0, "2023-05-01"),  # equated Friday 28 April 2023, weekend
    ("wmo-onderzoek", "2023-03-16", (), 0, "2023-05-01"),  # Koningsdag Thursday 27 April, then as above
    ("wmo-onderzoek", "2027-03-25", (), 0, "2027-05-10"),  # Ascension 6 May, equated 7 May, weekend
    ("wmo-onderzoek", "2028-03-16", (), 0, "2028-05-01"),  # Koningsdag 27, equated 28 April, weekend
    ("wmo-onderzoek", "2024-01-18", (), 0, "2024-02-29"),  # 13 + 29: a leap day, Thursday
    ("wmo-onderzoek", "2024-03-24", (), 0, "2024-05-06"),  # Sunday 5 May: the Monday after is ordinary
    ("wmo-onderzoek", "2024-03-16", (), 0, "2024-04-29"),  # Saturday 27 April, Sunday: Monday
    ("wmo-onderzoek", "2021-02-22", (), 0, "2021-04-06"),  # 6 + 31 + 5 = Easter Monday 5 April 2021
    ("wmo-onderzoek", "2029-02-19", (), 0, "2029-04-03"),  # 9 + 31 + 2 = Easter Monday 2 April 2029
    # --- wmo-persoonlijk-plan: 7 days
    ("wmo-persoonlijk-plan", "2025-09-01", (), 0, "2025-09-08"),  # Monday to Monday
    ("wmo-persoonlijk-plan", "2025-04-11", (), 0, "2025-04-22"),  # Good Friday 18 April to Tuesday
    ("wmo-persoonlijk-plan", "2025-12-18", (), 0, "2025-12-29"),  # Christmas and weekend
    ("wmo-persoonlijk-plan", "2025-06-02", (), 0, "2025-06-10"),  # Whit Monday 9 June
    # --- wmo-besluit: 2 weeks = 14 days
    ("wmo-besluit", "2025-04-07", (), 0, "2025-04-22"),  # Easter Monday 21 April
    ("wmo-besluit", "2025-05-15", (), 0, "2025-06-02"),  # Ascension 29 May, equated 30 May, weekend
    ("wmo-besluit", "2025-09-01", ("2025-09-03..2025-09-10",), 0, "2025-09-22"),  # 4-9 Sep: 15 + 6 = Sun 21
    # --- awb-beslistermijn: 8 weeks = 56 days
    ("awb-beslistermijn", "2025-02-03", (), 0, "2025-03-31"),  # 25 + 31: Monday
    ("awb-beslistermijn", "2025-11-03", (), 0, "2025-12-29"),  # 27 + 29: Monday
    ("awb-beslistermijn", "2024-11-01", (), 0, "2024-12-30"),  # equated Friday 27 December 2024, weekend
    (
        "awb-beslistermijn",
        "2025-02-03",
        ("2025-02-13..2025-02-27",),
        0,
        "2025-04-14",
    ),  # 13 days: Sun 13 April
    # overlap: 14 Feb - 5 March = 15 + 5 = 20 days: Easter Sunday 20 April, Easter Monday, Tuesday
    (
        "awb-beslistermijn",
        "2025-02-03",
        ("2025-02-13..2025-02-27", "2025-02-20..2025-03-06"),
        0,
        "2025-04-22",
    ),
    # adjacent: 14-19 Feb (6) and 20-26 Feb (7) = 13 days, whatever the order
    (
        "awb-beslistermijn",
        "2025-02-03",
        ("2025-02-19..2025-02-27", "2025-02-13..2025-02-20"),
        0,
        "2025-04-14",
    ),
    # the same suspension twice counts once
    (
        "awb-beslistermijn",
        "2025-02-03",
        ("2025-02-13..2025-02-27", "2025-02-13..2025-02-27"),
        0,
        "2025-04-14",
    ),
    # one suspension inside another adds nothing
    (
        "awb-beslistermijn",
        "2025-02-03",
        ("2025-02-13..2025-02-27", "2025-02-17..2025-02-20"),
        0,
        "2025-04-14",
    ),
    ("awb-beslistermijn", "2025-02-03", ("2025-04-01..2025-04-10",), 0, "2025-03-31"),  # after the end
    (
        "awb-beslistermijn",
        "2025-02-03",
        ("2025-03-31..2025-04-10",),
        0,
        "2025-03-31",
    ),  # stands still from 1 April
    (
        "awb-beslistermijn",
        "2025-02-03",
        ("2025-03-30..2025-04-10",),
        0,
        "2025-04-10",
    ),  # 31 March - 9 April = 10
    # the first brings the end to 13 April, so 6-14 April (9 days) still counts: 22 April
    (
        "awb-beslistermijn",
        "2025-02-03",
        ("2025-02-13..2025-02-27", "2025-04-05..2025-04-15"),
        0,
        "2025-04-22",
    ),
    ("awb-beslistermijn", "2025-02-03", ("2025-01-20..2025-01-27",), 0, "2025-03-31"),  # before the start
    (
        "awb-beslistermijn",
        "2025-02-03",
        ("2025-01-30..2025-02-10",),
        0,
        "2025-04-07",
    ),  # 4-9 Feb: Sunday 6 April
    ("awb-beslistermijn", "2025-02-03", ("2025-02-13..2025-02-13",), 0, "2025-03-31"),  # supplemented at once
    ("awb-beslistermijn", "2025-02-03", ("2025-02-13..2025-02-14",), 0, "2025-03-31"),  # the next day: 0 days
    ("awb-beslistermijn", "2025-02-03", ("2025-02-13..2025-02-15",), 0, "2025-04-01"),  # only 14 February
    # 56 days end Sat 29 March and run through Mon 31; standing still 30 March - 3 April: Friday 4 April
    ("awb-beslistermijn", "2025-02-01", ("2025-03-29..2025-04-04",), 0, "2025-04-04"),
    ("awb-beslistermijn", "2025-02-03", (), 14, "2025-04-14"),  # 31 March + 14
    # --- awb-buiten-behandeling: 4 weeks = 28 days
    ("awb-buiten-behandeling", "2025-03-24", (), 0, "2025-04-22"),  # 7 + 21 = Easter Monday
    # --- bezwaar: 6 weeks
    ("bezwaar", "2025-04-14", (), 0, "2025-05-26"),  # 16 + 26: Monday
    ("bezwaar", "2024-02-16", (), 0, "2024-04-02"),  # 13 + 29 = Good Friday 29 March, Easter Monday 1 April
    ("bezwaar", "2026-02-23", (), 0, "2026-04-07"),  # 5 + 31 + 6 = Easter Monday
    ("bezwaar", "2026-11-13", (), 0, "2026-12-28"),  # Christmas Friday and Saturday, Sunday
    ("bezwaar-per-post", "2025-04-14", (), 0, "2025-04-22"),  # one week: Easter Monday
    # --- beslissing-op-bezwaar: 6 weeks after the objection term
    ("beslissing-op-bezwaar", "2025-04-14", (), 0, "2025-07-07"),  # 26 May + 42 = 5 + 30 + 7
    ("beslissing-op-bezwaar", "2024-02-16", (), 0, "2024-05-14"),  # from the moved end 2 April: 28 + 14
    ("beslissing-op-bezwaar", "2025-04-14", (), 42, "2025-08-18"),  # 7 July + 42 = 24 + 18
    # asked to repair on 20 May; the term runs from 27 May, so 27 May - 1 June = 6 days: Sunday 13 July
    ("beslissing-op-bezwaar", "2025-04-14", ("2025-05-20..2025-06-02",), 0, "2025-07-14"),
    # --- beslissing-op-bezwaar-commissie: 12 weeks = 84 days after the objection term
    ("beslissing-op-bezwaar-commissie", "2025-04-14", (), 0, "2025-08-18"),  # 26 May + 84
    (
        "beslissing-op-bezwaar-commissie",
        "2025-12-01",
        (),
        0,
        "2026-04-07",
    ),  # 12 Jan + 84 = Easter Monday 6 April
    ("beslissing-op-bezwaar-commissie", "2025-04-14", (), 42, "2025-09-29"),  # 18 August + 42 = 13 + 29
    # --- klacht: 6 weeks, with a committee 10 weeks = 70 days
    ("klacht", "2025-06-02", (), 0, "2025-07-14"),  # 28 + 14
    ("klacht", "2025-06-02", (), 28, "2025-08-11"),  # 14 July + 28 = 17 + 11
    ("klacht-commissie", "2025-03-10", (), 0, "2025-05-19"),  # 21 + 30 + 19
    ("klacht-commissie", "2025-03-20", (), 0, "2025-06-02"),  # 11 + 30 + 29 = Ascension, equated, weekend
    ("dwangsom-vaststellen", "2025-04-07", (), 0, "2025-04-22"),  # Easter Monday
    # --- jeugd and schulden
    ("jeugd-plan", "2025-05-05", (), 0, "2025-06-16"),  # 26 + 16: Monday
    ("wgs-gesprek", "2025-04-01", (), 0, "2025-04-29"),  # 28 days: Tuesday
    ("wgs-gesprek", "2025-04-07", (), 0, "2025-05-06"),  # 23 + 5 = Bevrijdingsdag
    ("wgs-gesprek-dreigend", "2025-09-05", (), 0, "2025-09-10"),  # Friday: Mon, Tue, Wed
    ("wgs-gesprek-dreigend", "2025-04-16", (), 0, "2025-04-23"),  # Thu 17, then only Tue 22 and Wed 23
    ("wgs-gesprek-dreigend", "2025-12-24", (), 0, "2025-12-31"),  # Mon 29, Tue 30, Wed 31
    ("wgs-gesprek-dreigend", "2025-12-30", (), 0, "2026-01-06"),  # Wed 31, Mon 5, Tue 6 (2 January equated)
    ("wgs-besluit", "2025-04-14", (), 0, "2025-06-10"),  # 16 + 31 + 9 = Whit Monday
    # --- other laws
    ("wvggz-verkennend", "2025-04-07", (), 0, "2025-04-22"),  # Easter Monday
    ("wvggz-verkennend", "2025-12-11", (), 0, "2025-12-29"),  # Christmas and weekend
    ("avg-maand", "2025-01-31", (), 0, "2025-02-28"),  # February has no 31st: its last day, Friday
    ("avg-maand", "2025-03-21", (), 0, "2025-04-22"),  # Easter Monday 21 April
    ("avg-maand-verlengd", "2024-11-30", (), 0, "2025-02-28"),  # three months, no 30 February
    ("vernietiging-op-verzoek", "2025-01-21", (), 0, "2025-04-22"),  # exactly 3 months: Easter Monday moves
    ("vernietiging-op-verzoek", "2024-11-30", (), 0, "2025-02-28"),  # no 30 February
    # --- retention: years never move
    ("bewaren-wmo", "2024-06-03", (), 0, "2039-06-03"),  # 15 years
    ("bewaren-wmo", "2024-02-29", (), 0, "2039-02-28"),  # 2039 has no 29 February
    ("bewaren-jeugd", "2024-12-25", (), 0, "2044-12-25"),  # 20 years; Christmas Sunday stays
    ("bewaren-veilig-thuis", "2020-02-29", (), 0, "2040-02-29"),  # both leap years
    ("bewaren-cak-svb", "2025-01-01", (), 0, "2032-01-01"),  # 7 years
    # --- iStandaarden: working days
    ("istandaard-retour", "2024-06-03", (), 0, "2024-06-06"),  # Monday: Tue, Wed, Thu
    ("istandaard-retour", "2024-06-01", (), 0, "2024-06-05"),  # Saturday: Mon, Tue, Wed
    ("istandaard-retour", "2025-04-16", (), 0, "2025-04-23"),  # Thu 17, Tue 22, Wed 23 (Easter)
    ("istandaard-declaratie-antwoord", "2024-06-03", (), 0, "2024-06-17"),  # 4-7 (4), 10-14 (9), 17 (10)
    ("istandaard-start", "2024-05-06", (), 0, "2024-05-15"),  # 7, 8, 13, 14, 15 May (9 and 10 off)
    ("istandaard-stop", "2024-12-23", (), 0, "2025-01-03"),  # 24, 30, 31 December, 2, 3 January
    ("istandaard-antwoord", "2025-09-01", (), 0, "2025-09-08"),  # 2-5 September (4), Monday 8
    ("declaratie-betaling", "2024-07-01", (), 0, "2024-07-31"),  # 30 days
    ("istandaard-woonplaats", "2024-06-03", (), 0, "2024-06-17"),
    ("istandaard-onderzoek", "2024-06-01", (), 0, "2024-07-27"),  # 8 weeks, a Saturday
]


def schorsing(tekst: str) -> Schorsing:
    van, tot = tekst.split("..")
    return Schorsing(date.fromisoformat(van), date.fromisoformat(tot))


@pytest.mark.parametrize(("soort", "start", "schorsingen", "verdaging", "einde"), TABEL)
def test_the_last_day_is_the_one_worked_out_by_hand(
    soort: str, start: str, schorsingen: tuple[str, ...], verdaging: int, einde: str
) -> None:
    termijn = bereken(soort, date.fromisoformat(start), [schorsing(s) for s in schorsingen], verdaging)
    assert termijn.einde == date.fromisoformat(einde)


def test_the_table_has_sixty_dates_and_every_kind() -> None:
    assert len({rij[:4] for rij in TABEL}) >= 60
    assert {rij[0] for rij in TABEL} == set(SOORTEN)
