"""The organisation in a real browser: accessible and fitting everywhere, and a new colleague by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from samendoen.kernel.api import SYSTEEM, klok
from samendoen.organisatie.actions.afwezigheid import Melding, meld_afwezig
from samendoen.organisatie.models import Mandaat, Medewerker
from samendoen.site.demo.gebruikers import DEMOWACHTWOORD, maak_demogebruikers
from tests.browser.conftest import Keur, Keuring, MaakPagina
from tests.conftest import VANDAAG
from tests.maak import maak_gemeente

# What docs/beeld/ keeps: by address, or by what stands after its question mark.
BEELDEN = {
    "/organisatie/": "organisatie",
    "/organisatie/afwezig/": "afwezigheid",
}
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def demo(transactional_db: None) -> None:
    """Fill the organisation with the demo's colleagues, one of them away."""
    maak_gemeente()
    maak_demogebruikers(SYSTEEM)
    weg = Medewerker.objects.get(gebruiker__gebruikersnaam="vianen").pk
    vervanger = Medewerker.objects.get(gebruiker__gebruikersnaam="wmo").pk
    meld_afwezig(SYSTEEM, Melding(weg, VANDAAG, None, vervanger))


def meld_aan(pagina: Page, naam: str, naar: str) -> None:
    """Log in as a colleague of the demo, by keyboard."""
    pagina.goto(f"/aanmelden/?next={naar}")
    pagina.get_by_label("Gebruikersnaam").fill(naam)
    pagina.get_by_label("Wachtwoord", exact=True).fill(DEMOWACHTWOORD)
    pagina.keyboard.press("Enter")
    # Not a pattern: the login's own address ends with where one is going.
    pagina.wait_for_url(lambda adres: "/aanmelden/" not in adres)


def bladen() -> list[str]:
    """Return every page that functional management has here."""
    wie = Medewerker.objects.get(gebruiker__gebruikersnaam="meerkerk").pk
    mandaat = Mandaat.objects.order_by("pk").values_list("pk", flat=True)[0]
    stam = f"/organisatie/medewerkers/{wie}/"
    return [
        "/organisatie/",
        "/organisatie/teams/voorzieningen/",
        "/organisatie/teams/voorzieningen/naam/",
        "/organisatie/medewerkers/",
        "/organisatie/medewerkers/nieuw/",
        f"{stam}?kader=wmo&bedrag=15.000",
        f"{stam}rollen/",
        f"{stam}gegevens/",
        f"{stam}wachtwoord/",
        "/organisatie/mandaten/",
        "/organisatie/mandaten/nieuw/",
        f"/organisatie/mandaten/{mandaat}/intrekken/",
        "/organisatie/toegangstokens/",
        "/organisatie/toegangstokens/nieuw/",
        "/organisatie/toegangstokens/systeem/",
        "/api/docs",
        "/organisatie/afwezig/",
    ]


def test_every_page_is_accessible_and_fits(pagina: Page, keur: Keur) -> None:
    with klok.op(VANDAAG):
        meld_aan(pagina, "beheer", "/organisatie/")
        for blad in bladen():
            antwoord = pagina.goto(blad)
            assert antwoord and antwoord.status == 200 and "/aanmelden/" not in pagina.url
            keur(pagina, BEELDEN.get(blad, ""))


def test_a_wrong_form_is_accessible_and_says_where(maak_pagina: MaakPagina, axe: Keuring) -> None:
    pagina = maak_pagina(390)
    meld_aan(pagina, "beheer", "/organisatie/medewerkers/nieuw/")
    pagina.get_by_role("button", name="Account maken").click()
    expect(pagina.get_by_role("alert")).to_contain_text("Naam")
    axe(pagina)


def test_functional_management_makes_a_colleague_who_then_logs_in(
    maak_pagina: MaakPagina, axe: Keuring
) -> None:
    pagina = maak_pagina()
    meld_aan(pagina, "beheer", "/organisatie/medewerkers/nieuw/")
    pagina.get_by_label("Naam", exact=True).fill("Ties Demo-Nieuw")
    pagina.get_by_label("Gebruikersnaam").fill("ties")
    pagina.get_by_label("Consulent").focus()
    pagina.keyboard.press("Space")
    pagina.get_by_label("Gebiedsteam Leerdam").focus()
    pagina.keyboard.press("Space")
    pagina.get_by_label("Functie").focus()
    pagina.keyboard.press("Enter")
    code = pagina.locator("code")
    expect(code).to_have_text(re.compile(r"^[a-z2-9]{5}(-[a-z2-9]{5}){3}$"))
    axe(pagina)

    ander = maak_pagina(390)
    ander.goto("/aanmelden/?next=/organisatie/afwezig/")
    ander.get_by_label("Gebruikersnaam").fill("ties")
    ander.get_by_label("Wachtwoord", exact=True).fill(code.inner_text())
    ander.keyboard.press("Enter")
    expect(ander.get_by_role("heading", level=1)).to_have_text("Mijn afwezigheid")
    ander.get_by_role("button", name="Afwezig melden").click()
    expect(ander.get_by_text("De afwezigheid is gemeld.")).to_be_visible()
    axe(ander)
