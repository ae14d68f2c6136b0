"""Rules of the own contribution: from when until when it is owed, and what the letter says of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samendoen.besluiten.definities.bijdrage import bijdragedefinitie
from samendoen.besluiten.queries.brieftekst import Briefgegevens, Toegekend, betaalt
from samendoen.besluiten.rules.bijdrage import Periode, bijdragemaanden, bijdrageperiodes, geleverd
from samendoen.besluiten.rules.levering import Leverperiode

JAN, FEB, MRT, APR, MEI = (date(2024, m, 1) for m in range(1, 6))


def lever(begin: date, tot: date | None = None, reden: str = "19") -> Leverperiode:
    return Leverperiode(1, begin, tot, reden if tot else "")


@pytest.mark.parametrize(
    ("vorm", "tot", "gemeld", "verwacht"),
    [
        ("pgb", APR, [], Periode(JAN, APR)),
        ("zin", APR, [], None),
        ("zin", APR, [lever(FEB)], Periode(FEB, APR)),
        ("zin", None, [lever(FEB)], Periode(FEB, None)),
        ("zin", APR, [lever(FEB, MRT)], Periode(FEB, MRT)),
        ("zin", None, [lever(FEB, MRT, "20")], Periode(FEB, None)),  # a stop for a while is no end
        ("zin", None, [lever(FEB, MRT), lever(APR)], Periode(FEB, None)),
        ("zin", JAN, [lever(FEB)], None),
    ],
)
def test_when_help_was_given(
    vorm: str, tot: date | None, gemeld: list[Leverperiode], verwacht: Periode | None
) -> None:
    assert geleverd(vorm, JAN, tot, gemeld) == verwacht


@pytest.mark.parametrize(
    ("hulp", "vrij", "volwassen", "verwacht"),
    [
        ([Periode(JAN, MRT), Periode(FEB, APR)], [], None, [Periode(JAN, APR)]),
        ([Periode(JAN, FEB), Periode(FEB, None)], [], None, [Periode(JAN, None)]),
        ([Periode(JAN, FEB), Periode(MRT, APR)], [], None, [Periode(JAN, FEB), Periode(MRT, APR)]),
        ([Periode(JAN, None), Periode(FEB, MRT)], [], None, [Periode(JAN, None)]),
        ([Periode(JAN, None)], [Periode(FEB, MRT)], None, [Periode(JAN, FEB), Periode(MRT, None)]),
        ([Periode(JAN, APR)], [Periode(FEB, None)], None, [Periode(JAN, FEB)]),
        ([Periode(JAN, APR)], [Periode(JAN, None)], None, []),
        ([Periode(JAN, APR)], [], FEB, [Periode(FEB, APR)]),
        ([Periode(JAN, APR)], [], MEI, []),
        ([], [], None, []),
    ],
)
def test_when_the_contribution_is_owed(
    hulp: list[Periode], vrij: list[Periode], volwassen: date | None, verwacht: list[Periode]
) -> None:
    assert bijdrageperiodes(hulp, vrij, volwassen) == verwacht


BRIEF = Briefgegevens(
    gemeente="Vijfheerenlanden",
    naam="Fatima Yilmaz",
    leeftijd=71,
    nummer="A1",
    datum=date(2024, 6, 3),
    wet="wmo",
    product="hulp bij het huishouden",
    omschrijving="Hulp.",
    aangevraagd_op=date(2024, 6, 3),
    uitkomst="toegekend",
    eigen_bijdrage=True,
    toegekend=Toegekend(Decimal(3), "uur", "per_week", date(2024, 6, 10), None, "zin", 0),
)


def tekst(g: Briefgegevens) -> str:
    return " ".join(str(getattr(blok, "tekst", "")) for blok in betaalt(g))


def test_the_letter_says_how_much_from_when_and_on_which_article() -> None:
    brief = tekst(BRIEF)
    for deel in ("20,60", "op de dag dat de hulp begint", "artikel 3.8 van het Uitvoeringsbesluit"):
        assert deel in brief
    assert BRIEF.toegekend is not None
    pgb = replace(BRIEF, toegekend=replace(BRIEF.toegekend, vorm="pgb"))
    assert "op 10 juni 2024" in tekst(pgb)


def test_the_letter_says_why_somebody_pays_nothing() -> None:
    assert "Uw inkomen is laag." in tekst(replace(BRIEF, vrijgesteld="Uw inkomen is laag."))
    assert "tot 18 jaar" in tekst(replace(BRIEF, leeftijd=15))
    assert "20,60" not in tekst(replace(BRIEF, leeftijd=15))


def test_every_ground_says_where_it_comes_from() -> None:
    assert [g.code for g in bijdragedefinitie("algemeen").grond] == ["meerpersoons", "wlz", "minima"]


def test_a_household_owes_a_month_once_from_the_first_day_on_which_help_runs() -> None:
    moeder, vader = Periode(date(2024, 1, 15), date(2024, 3, 2)), Periode(date(2024, 2, 1), None)
    assert bijdragemaanden([moeder, vader], date(2024, 4, 1)) == [date(2024, m, 1) for m in (2, 3, 4)]
    assert bijdragemaanden([moeder], date(2025, 1, 1)) == [date(2024, 2, 1), date(2024, 3, 1)]
    assert bijdragemaanden([Periode(date(2024, 12, 2), None)], date(2025, 1, 31)) == [date(2025, 1, 1)]
    assert bijdragemaanden([Periode(date(2024, 1, 1), date(2024, 2, 1))], date(2025, 1, 1)) == [
        date(2024, 1, 1)
    ]
    assert bijdragemaanden([], date(2025, 1, 1)) == []
