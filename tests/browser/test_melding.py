"""The front door in a real browser: by keyboard alone, without JavaScript, on every screen."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from samendoen.inwoners.api import NieuweInwoner, NieuwHuishouden, registreer_inwoners, vorm_huishoudens
from samendoen.inwoners.models import Inwoner
from samendoen.kaart.api import importeer_kaart, organisaties_voor_keuze
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, Triagebesluit, registreer_meldingen, trieer_meldingen
from samendoen.toegang.models import Melding
from tests.browser.conftest import Keur, Keuring, MaakPagina
from tests.maak import aangemelde_client, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
Bekijk = Callable[..., Page]
VANDAAG = date(2024, 6, 3)
VRAAG = "Mijn moeder komt de trap niet meer op. Wie kan haar helpen?"
# Card, Moran and Newell's keystroke-level model: a key of an average typist, a thought before each choice.
TOETS_S, GEDACHTE_S = 0.28, 1.35


class Toetsen:
    """Types on the keyboard alone, and counts."""

    def __init__(self, pagina: Page) -> None:
        self.pagina, self.aantal, self.gedachten = pagina, 0, 0

    def typ(self, tekst: str) -> None:
        """Type a text."""
        self.pagina.keyboard.type(tekst)
        self.aantal += len(tekst)
        self.gedachten += 1

    def druk(self, *toetsen: str) -> None:
        """Press keys, one after the other."""
        for toets in toetsen:
            self.pagina.keyboard.press(toets)
            self.aantal += 1

    def naar(self, wat: str) -> None:
        """Tab until what has the focus is called `wat`; whoever cannot get there fails."""
        for _ in range(40):
            self.druk("Tab")
            if wat in self._hier():
                self.gedachten += 1
                return
        raise AssertionError(f"No Tab leads to {wat}")

    def _hier(self) -> str:
        zin = "e => [...(e.labels || [])].map(l => l.innerText).join(' ') + ' ' + e.innerText"
        naam: str = self.pagina.evaluate(f"({zin})(document.activeElement)")
        return naam

    @property
    def seconden(self) -> float:
        """How long it takes somebody who knows the screen."""
        return self.aantal * TOETS_S + self.gedachten * GEDACHTE_S


@pytest.fixture
def bekijk(maak_pagina: MaakPagina, live_server: Any) -> Bekijk:
    """Give a maker of pages in which somebody of the front desk is logged in."""
    maak_gemeente()
    wie = maak_medewerker(Rol.LOKET, ["sociaal_loket", "loket_jeugd"], naam="Lotte Loket")
    sessie = aangemelde_client(wie).cookies["sessionid"].value

    def binnen(breedte: int = 1280, **anders: bool) -> Page:
        pagina = maak_pagina(breedte, **anders)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        return pagina

    return binnen


@pytest.fixture
def gezin() -> list[int]:
    """Make a family of three in Leerdam."""
    maak_gemeente()
    wie = [("Anna", 1984, 2, 1), ("Bram", 1983, 5, 1), ("Cato", 2015, 5, 1)]
    personen = registreer_inwoners(
        SYSTEEM,
        [
            NieuweInwoner(
                uuid4(), "Proefpersoon", date(*geboren), voornamen=naam, straat="Dorpsstraat", huisnummer="1",
                postcode="4141 AB", plaats="Leerdam",
            )
            for naam, *geboren in wie
        ],
    )  # fmt: skip
    rollen = zip(personen, ("ouder", "ouder", "kind"), strict=True)
    vorm_huishoudens(SYSTEEM, [NieuwHuishouden(uuid4(), date(2016, 1, 1), tuple(rollen))])
    return personen


@pytest.fixture
def paginas(gezin: list[int]) -> dict[str, str]:
    """Take questions in every state; give the pages to look at."""
    importeer_kaart(SYSTEEM, "1961")
    avres = next(pk for pk, naam in organisaties_voor_keuze() if naam == "Avres")
    anna, bram, cato = gezin
    nieuw = [
        NieuweMelding(uuid4(), VRAAG, "telefoon", "wmo", "", VANDAAG, anna, leefgebieden=("wonen",)),
        NieuweMelding(uuid4(), "Ik kan mijn huur niet betalen.", "inloop", "schuldhulp", "", VANDAAG, bram),
        NieuweMelding(uuid4(), "Onze dochter wil niet naar school.", "school", "jeugd", "", VANDAAG, cato,
                      melder="ander", spoed=True),
        NieuweMelding(uuid4(), "Er is veel overlast in het trappenhuis.", "telefoon", "geen", "", VANDAAG),
    ]  # fmt: skip
    wonen, huur, school, anoniem = registreer_meldingen(SYSTEEM, nieuw)
    warm = Triagebesluit(huur, "warme_overdracht", "", avres, date(2024, 6, 17), contact="Mevrouw Voorbeeld")
    trieer_meldingen(SYSTEEM, [warm])
    return {
        "meldingen": "/meldingen/",
        "melding": f"/meldingen/{wonen}/",
        "melding-overgedragen": f"/meldingen/{huur}/",
        "melding-spoed": f"/meldingen/{school}/",
        "melding-triage": f"/meldingen/{wonen}/triage/",
        "melding-koppelen": f"/meldingen/{anoniem}/inwoner/",
        "melding-brief": f"/meldingen/{wonen}/brief/",
    }


def test_a_melding_is_taken_and_triaged_by_keyboard_in_under_two_minutes(
    bekijk: Bekijk, gezin: list[int], axe: Keuring
) -> None:
    pagina = bekijk()
    pagina.goto("/meldingen/nieuw/")
    toetsen = Toetsen(pagina)
    toetsen.typ(VRAAG)
    toetsen.naar("Achternaam")
    toetsen.typ("Proefpersoon")
    toetsen.naar("Geboortedatum")
    toetsen.typ("02011984")  # as this browser writes a date
    expect(pagina.get_by_text("woont met Bram Proefpersoon, Cato Proefpersoon")).to_be_visible()
    toetsen.naar("Anna Proefpersoon")
    toetsen.druk("Space")
    toetsen.naar("Wmo 2015")
    toetsen.druk("Space")
    toetsen.naar("Wonen")
    toetsen.druk("Space")
    expect(pagina.locator("#voorstel")).to_contain_text("Wmo-team")
    expect(pagina.locator("#voorstel")).to_contain_text("rolstoel of vervoer: dat behandelt dit team")
    axe(pagina)
    toetsen.naar("Melding opnemen")
    toetsen.druk("Enter")
    expect(pagina.get_by_role("button", name="Voorstel overnemen")).to_be_focused()
    toetsen.druk("Enter")
    expect(pagina.get_by_text("Het triagebesluit is vastgelegd.")).to_be_visible()
    melding = Melding.objects.get()
    assert (melding.inwoner_id, melding.team.code, melding.route) == (gezin[0], "voorzieningen", "team")
    assert toetsen.seconden < 60, f"{toetsen.aantal} keys, {toetsen.gedachten} choices"


def test_somebody_new_is_registered_on_the_same_page_and_an_error_loses_nothing(bekijk: Bekijk) -> None:
    pagina = bekijk()
    pagina.goto("/meldingen/nieuw/")
    pagina.get_by_label("Wat is de vraag?").fill(VRAAG)
    pagina.get_by_label("Achternaam").fill("Nieuwkomer")
    pagina.get_by_label("Geboortedatum").fill("1990-05-05")
    pagina.get_by_label("Achternaam").press("Enter")  # searches at once, and sends nothing
    expect(pagina.locator("#herkenning")).to_contain_text("Niemand gevonden.")
    expect(pagina.get_by_label("Achternaam")).to_be_focused()
    pagina.get_by_label("BSN").fill("111222334")
    expect(pagina.locator("#herkenning")).to_contain_text("Dit is geen geldig burgerservicenummer.")
    expect(pagina.get_by_label("Voornamen")).to_be_hidden()
    pagina.get_by_role("radio", name="Nieuwe inwoner").press("Space")
    pagina.get_by_label("Voornamen").fill("Noor")
    pagina.get_by_label("Woonplaats").fill("Vianen")
    pagina.get_by_role("radio", name="Jeugdwet").press("Space")
    expect(pagina.locator("#voorstel")).to_contain_text("Gebiedsteam Vianen")
    pagina.get_by_role("button", name="Melding opnemen").press("Enter")
    expect(pagina.locator(".sd-foutoverzicht")).to_contain_text("BSN: Dit is geen geldig")
    expect(pagina.get_by_label("Voornamen")).to_have_value("Noor")
    assert not Inwoner.objects.exists()
    pagina.get_by_label("BSN").fill("")
    pagina.get_by_role("button", name="Melding opnemen").press("Enter")
    expect(pagina.get_by_text("Noor Nieuwkomer")).to_be_visible()
    assert Melding.objects.get().herkend


@pytest.mark.usefixtures("gezin")
def test_without_javascript_the_same_page_does_the_same(bekijk: Bekijk, axe: Keuring) -> None:
    pagina = bekijk(script=False)
    pagina.goto("/meldingen/nieuw/")
    pagina.get_by_label("Wat is de vraag?").fill(VRAAG)
    pagina.get_by_label("Achternaam").fill("Proefpersoon")
    pagina.get_by_label("Geboortedatum").fill("1984-02-01")
    pagina.get_by_label("Geboortedatum").press("Enter")  # searches, and sends nothing
    pagina.get_by_role("radio", name="Anna Proefpersoon").press("Space")
    expect(pagina.get_by_label("Wat is de vraag?")).to_have_value(VRAAG)
    pagina.get_by_role("radio", name="Wmo 2015").press("Space")
    pagina.get_by_role("button", name="Melding opnemen").press("Enter")
    pagina.get_by_role("button", name="Voorstel overnemen").press("Enter")
    expect(pagina.get_by_text("Het triagebesluit is vastgelegd.")).to_be_visible()
    assert Melding.objects.get().route == "team"


def test_the_front_door_is_accessible_and_fits_on_every_screen(
    bekijk: Bekijk, keur: Keur, paginas: dict[str, str]
) -> None:
    pagina = bekijk()
    pagina.goto("/meldingen/nieuw/")
    pagina.get_by_label("Wat is de vraag?").fill(VRAAG)
    pagina.get_by_label("Achternaam").fill("Proefpersoon")
    pagina.get_by_label("Geboortedatum").fill("1984-02-01")
    pagina.get_by_role("radio", name="Anna Proefpersoon").press("Space")
    pagina.get_by_role("radio", name="Wmo 2015").press("Space")
    pagina.get_by_role("checkbox", name="Wonen", exact=True).press("Space")
    expect(pagina.locator("#voorstel")).to_contain_text("Wmo-team")
    pagina.evaluate("scrollTo(0, 0)")
    keur(pagina, "melding-opnemen", heel=True)
    pagina.locator(".tg-kiest-nieuw").press("Space")
    pagina.locator("#opnemen summary").press("Enter")
    keur(pagina)
    for naam, url in paginas.items():
        pagina.goto(url)
        if naam == "melding-spoed":
            pagina.locator("summary", has_text="Iets anders kiezen").press("Enter")
        keur(pagina, naam if naam == "melding-brief" else "")


@pytest.mark.usefixtures("gezin")
def test_taking_a_melding_in_high_contrast(bekijk: Bekijk, axe: Keuring) -> None:
    pagina = bekijk(contrast=True)
    pagina.goto("/meldingen/nieuw/")
    pagina.locator(".tg-kiest-nieuw").press("Space")
    axe(pagina)


def test_the_letter_is_downloaded_and_said_to_be_sent(bekijk: Bekijk, paginas: dict[str, str]) -> None:
    pagina = bekijk()
    pagina.goto(paginas["melding"])
    pagina.get_by_role("link", name="Ontvangst bevestigen").press("Enter")
    with pagina.expect_download() as bezig:
        pagina.get_by_role("link", name="Download als PDF").press("Enter")
    assert bezig.value.suggested_filename.startswith("ontvangstbevestiging-")
    pagina.get_by_role("button", name="De brief is verstuurd").press("Enter")
    expect(pagina.get_by_text("Vastgelegd: de ontvangst is bevestigd.")).to_be_visible()
