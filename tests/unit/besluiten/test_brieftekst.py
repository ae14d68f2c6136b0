"""The letter says what the law asks, in plain Dutch, to the right person."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from samendoen.besluiten.queries.brieftekst import Briefgegevens, Toegekend, maak_brief
from samendoen.schil.api import Alinea, Brief, Feiten, Kop, Lijst, brief_als_json, brief_pdf, brief_uit_json

TOEGEKEND = Toegekend(
    Decimal(3), "uur", "per_week", date(2024, 6, 10), date(2025, 6, 9), "zin", 561600, "Thuishulp Lingehand"
)
GEGEVENS = Briefgegevens(
    gemeente="Vijfheerenlanden",
    naam="Aisha de Boer",
    leeftijd=71,
    nummer="A12-B31",
    datum=date(2024, 6, 3),
    wet="wmo",
    product="hulp bij het huishouden",
    omschrijving="Iemand helpt met schoonmaken.",
    aangevraagd_op=date(2024, 5, 24),
    uitkomst="toegekend",
    grond="artikel 2.3.5 van de Wet maatschappelijke ondersteuning 2015",
    bevinding="U hebt reuma.",
    niet_lichter="Uw dochter helpt al.",
    motivering="Zo blijft uw huis schoon.",
    eigen_bijdrage=True,
    toegekend=TOEGEKEND,
    ondertekenaars=("Joke Jansen",),
    contact="Bel het loket.",
    gratis_hulp="Een cliëntondersteuner helpt u gratis.",
)
JEUGD = replace(
    GEGEVENS,
    naam="Sem Bakker",
    leeftijd=9,
    wet="jeugd",
    product="dagbehandeling",
    grond="artikel 2.3 van de Jeugdwet",
)


def woorden(brief: Brief) -> str:
    """Return everything that a letter says, as one line."""
    delen: list[str] = [brief.onderwerp, brief.aanhef, *brief.slot]
    for blok in brief.blokken:
        match blok:
            case Alinea() | Kop():
                delen.append(blok.tekst)
            case Lijst():
                delen += blok.punten
            case Feiten():
                delen += [f"{naam}: {waarde}" for naam, waarde in blok.regels]
    return " ".join(delen)


@pytest.mark.parametrize(
    "zin",
    [
        "U krijgt hulp bij het huishouden",
        "Op 24 mei 2024 hebt u hulp bij het huishouden aangevraagd.",
        "Wij keuren uw aanvraag goed.",
        "Hoeveel: 3 uur per week",
        "Vanaf: 10 juni 2024",
        "Tot en met: 8 juni 2025",
        "Van wie: Thuishulp Lingehand",
        "U hebt reuma.",
        "Uw dochter helpt al.",
        "Zo blijft uw huis schoon.",
        "artikel 2.3.5 van de Wet maatschappelijke ondersteuning 2015",
        "€ 20,60 per maand. Dat is het bedrag in 2024.",
        "Thuishulp Lingehand neemt contact met u op.",
        "bezwaar maken. Dat kan tot en met maandag 15 juli 2024.",
        "college van burgemeester en wethouders van Vijfheerenlanden",
        "het kenmerk van deze brief: A12-B31",
        "Een cliëntondersteuner helpt u gratis.",
        "Joke Jansen",
    ],
)
def test_a_grant_says_everything_that_the_law_asks(zin: str) -> None:
    assert zin in woorden(maak_brief(GEGEVENS)).replace("\xa0", " ")


def test_a_refusal_says_no_and_how_to_object_and_asks_no_money() -> None:
    tekst = woorden(
        maak_brief(replace(GEGEVENS, uitkomst="afgewezen", toegekend=None, product="een rolstoel"))
    )
    assert "Wij keuren uw aanvraag niet goed. U krijgt geen rolstoel." in tekst
    assert "bezwaar" in tekst
    assert "eigen bijdrage" not in tekst


def test_a_partial_grant_says_so() -> None:
    assert "voor een deel goed" in woorden(maak_brief(replace(GEGEVENS, uitkomst="gedeeltelijk")))


def test_a_withdrawal_is_confirmed_without_a_term_to_object() -> None:
    tekst = woorden(maak_brief(replace(GEGEVENS, uitkomst="ingetrokken", toegekend=None)))
    assert "Wij nemen daarom geen besluit." in tekst
    assert "bezwaar" not in tekst
    assert "gratis" in tekst


def test_a_revision_names_the_decision_that_it_replaces() -> None:
    tekst = woorden(maak_brief(replace(GEGEVENS, herziet_van=date(2024, 2, 1))))
    assert "Op 1 februari 2024 kreeg u daarover een besluit" in tekst
    gestopt = replace(GEGEVENS, herziet_van=date(2024, 2, 1), uitkomst="afgewezen", toegekend=None)
    assert "U krijgt geen hulp bij het huishouden meer." in woorden(maak_brief(gestopt))


def test_a_budget_says_how_much_and_who_pays() -> None:
    tekst = woorden(maak_brief(replace(GEGEVENS, toegekend=replace(TOEGEKEND, vorm="pgb", aanbieder=""))))
    assert "Ten hoogste € 5.616,00" in tekst.replace("\xa0", " ")
    assert "Sociale Verzekeringsbank" in tekst


def test_without_an_end_the_letter_says_so() -> None:
    tekst = woorden(maak_brief(replace(GEGEVENS, toegekend=replace(TOEGEKEND, tot=None))))
    assert "Tot en met: geen einddatum" in tekst


@pytest.mark.parametrize(("leeftijd", "aan"), [(9, "De ouder(s)"), (13, "Sem Bakker"), (16, "Sem Bakker")])
def test_a_letter_about_a_child_goes_to_who_decides(leeftijd: int, aan: str) -> None:
    brief = maak_brief(replace(JEUGD, leeftijd=leeftijd))
    assert brief.aan[0].startswith(aan)
    assert (brief.aan[-1] == "en de ouder(s) of verzorger(s)") is (leeftijd == 13)
    assert ("Sem Bakker krijgt dagbehandeling" in woorden(brief)) is (leeftijd < 16)


def test_youth_help_asks_no_contribution_and_names_a_confidant() -> None:
    tekst = woorden(maak_brief(JEUGD))
    assert "eigen bijdrage" not in tekst
    assert "vertrouwenspersoon" in tekst


def test_a_year_without_a_known_amount_leaves_it_to_the_cak() -> None:
    later = replace(TOEGEKEND, van=date(2031, 1, 1), tot=None)
    assert "Het bedrag staat in de brief van het CAK." in woorden(
        maak_brief(replace(GEGEVENS, toegekend=later))
    )


def test_a_letter_is_dutch_whatever_the_screen_is() -> None:
    with override("nl"):
        nederlands = maak_brief(GEGEVENS)
    with override("en"):
        assert maak_brief(GEGEVENS) == nederlands


def test_a_letter_survives_keeping_and_comes_out_as_pdf() -> None:
    brief = maak_brief(replace(GEGEVENS, motivering="#set text(red) $x$ <script> \\ @naam"))
    assert brief_uit_json(brief_als_json(brief)) == brief
    assert brief_pdf(brief).startswith(b"%PDF-")
