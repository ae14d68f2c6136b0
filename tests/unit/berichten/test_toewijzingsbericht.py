"""The 301 that we make: it passes our own checks, and of a secret address nothing is in it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from samendoen.berichten.rules.bericht import Bericht
from samendoen.berichten.rules.inhoud import toets
from samendoen.berichten.rules.toewijzingsbericht import Client, Product, Toewijzingsbericht
from samendoen.berichten.xml.controleren import controleer
from samendoen.berichten.xml.schrijven import schrijf

DAG = date(2024, 6, 3)
MOMENT = datetime(2024, 6, 3, 9, 30, 1, 5, tzinfo=UTC)
CLIENT = Client(
    bsn="999990019", geboortedatum=date(1950, 1, 1), geslacht="vrouw", achternaam="Voorbeeld",
    tussenvoegsel="van", voornamen="Anna", voorletters="A.B.", straat="Verzonnenstraat", huisnummer="12abis",
    postcode="4141 ZZ", plaats="Leerdam", telefoon="06-0000 0001", geheim=False, gemeente="Vijfheerenlanden",
)  # fmt: skip
UREN = Product(
    nummer=7, categorie="01", code="01A01", toegewezen_op=MOMENT, ingang=date(2024, 6, 10),
    einde=date(2025, 6, 8), volume=3, eenheid="04", frequentie="2",
)  # fmt: skip
BUDGET = replace(
    UREN, nummer=8, categorie="02", code="", volume=None, eenheid="", frequentie="", budget=250000
)


def bericht(client: Client = CLIENT) -> Bericht:
    return Toewijzingsbericht("wmo", "1961", "41414141", client, [UREN, BUDGET]).maak("241550000001", DAG)


def test_it_passes_levels_1_and_2_and_says_what_was_assigned() -> None:
    gemaakt = bericht()
    assert controleer(schrijf(gemaakt)).bevindingen == ()
    eerste, tweede = gemaakt.wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")
    assert (eerste.tekst("Product/Code"), eerste.getal("Omvang/Volume")) == ("01A01", 3)
    assert eerste.tekst("Toewijzingstijd") == "09:30:01"
    assert (tweede.tekst("Budget"), tweede.heeft("Omvang"), tweede.heeft("Product/Code")) == (
        "250000",
        False,
        False,
    )
    [contact] = gemaakt.wortel.groepen("Client/Contactgegevens/Contact")
    assert [contact.tekst(f"Adres/Huis/{deel}") for deel in ("Huisnummer", "Huisletter")] == ["12", "A"]
    assert contact.tekst("Adres/Huis/HuisnummerToevoeging") == "BIS"


def test_a_secret_address_is_not_in_it_and_the_municipality_is_whom_to_ask() -> None:
    geheim = replace(CLIENT, geheim=True)
    gemaakt = bericht(geheim)
    assert controleer(schrijf(gemaakt)).bevindingen == ()
    tekst = schrijf(gemaakt).decode()
    for deel in ("Verzonnenstraat", "4141ZZ", "Leerdam", "<iwmo:Huis>"):
        assert deel not in tekst
    [contact] = gemaakt.wortel.groepen("Client/Contactgegevens/Contact")
    assert (contact.tekst("Soort"), contact.tekst("Organisatie")) == ("02", "Gemeente Vijfheerenlanden")
    # Without a telephone number nobody can be reached: a person must look (TR006).
    assert [b.regel for b in toets(bericht(replace(geheim, telefoon="")))] == ["TR006"]
