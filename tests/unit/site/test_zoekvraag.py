"""What somebody means by what they typed in the search box."""

from datetime import date

import pytest

from samendoen.site.web.zoekvraag import Zoekvraag, ontleed

DAG = date(1980, 3, 12)


@pytest.mark.parametrize(
    "tekst",
    [
        "Jansen 12-03-1980",
        "Jansen 12-3-1980",
        "Jansen, 12/03/1980",
        "12.3.1980 Jansen",
        "1980-03-12 Jansen",
        "Jansen 12 maart 1980",
        "Jansen 12 mrt 1980",
        "  Jansen   12 MAART 1980 ",
    ],
)
def test_a_name_with_a_birth_date_in_any_notation(tekst: str) -> None:
    assert ontleed(tekst) == Zoekvraag(woorden="Jansen", geboortedatum=DAG)


@pytest.mark.parametrize("tekst", ["123456782", "123 456 782", "1234.56.782", "BSN: 123456782"])
def test_a_number_of_nine_digits_is_a_bsn(tekst: str) -> None:
    assert ontleed(tekst).bsn.replace(" ", "").replace(".", "") == "123456782"
    assert ontleed(tekst).geboortedatum is None


def test_eight_digits_are_a_bsn_that_misses_its_zero() -> None:
    assert ontleed("12345678").bsn == "12345678"


@pytest.mark.parametrize(
    ("tekst", "huisnummer", "naam"),
    [
        ("4141 AB 12 Jansen", "12", "Jansen"),
        ("4141ab 12a Jansen", "12a", "Jansen"),
        ("Jansen 4141AB 12-a", "12-a", "Jansen"),
        ("Jansen, 4141 AB, 12 a", "12 a", "Jansen"),
        ("4141 AB 12bis de Vries", "12bis", "de Vries"),
        ("4141 AB 12 A. Jansen", "12", "A. Jansen"),
        ("4141 AB 12 de Vries", "12", "de Vries"),
        ("4141 AB Jansen", "", "Jansen"),
        ("4141 AB", "", ""),
    ],
)
def test_an_address_with_a_name(tekst: str, huisnummer: str, naam: str) -> None:
    vraag = ontleed(tekst)
    assert vraag.postcode.replace(" ", "").upper() == "4141AB"
    assert (vraag.huisnummer, vraag.woorden) == (huisnummer, naam)


@pytest.mark.parametrize(
    ("tekst", "soort", "nummer"),
    [("12", "", 12), ("#12", "", 12), ("casus 12", "casus", 12), ("Melding #1234567", "melding", 1234567)],
)
def test_a_short_number_is_that_of_a_casus_or_a_melding(tekst: str, soort: str, nummer: int) -> None:
    assert ontleed(tekst) == Zoekvraag(nummer=nummer, soort=soort)


@pytest.mark.parametrize("tekst", ["Jansen 31-02-1980", "Jansen 12-13-1980", "Jansen 40 maart 1980"])
def test_a_day_that_does_not_exist_is_said_to_be_none(tekst: str) -> None:
    assert ontleed(tekst) == Zoekvraag(woorden="Jansen", datum_fout=True)


@pytest.mark.parametrize("tekst", ["scootmobiel", "hulp bij geld", "eten 65+", "Jansen 12-3-80", "A4"])
def test_everything_else_is_words(tekst: str) -> None:
    assert ontleed(tekst) == Zoekvraag(woorden=tekst)


@pytest.mark.parametrize("tekst", ["", "   ", "\x00", "x" * 5000, "9" * 400, "1-1-1 " * 80, "'; DROP TABLE"])
def test_nonsense_is_taken_apart_without_a_fuss(tekst: str) -> None:
    assert len(ontleed(tekst).woorden) <= 200


def test_what_can_only_be_about_a_person_says_so() -> None:
    assert ontleed("Jansen 12-03-1980").over_iemand
    assert ontleed("123456782").over_iemand
    assert not ontleed("scootmobiel").over_iemand
