"""Decisions in a real browser: from the plan to the provider by keyboard, on every screen."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from samendoen.besluiten.api import geef_advies
from samendoen.besluiten.models import Aanvraag, Besluit, Toewijzing
from samendoen.casus.api import stel_plannen_vast
from samendoen.casus.models import Actie
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import handel_melding_af
from tests.besluitmaker import beslis, besluit, maak_catalogus, maak_geldend, vraag, wijs
from tests.browser.conftest import Keur, Keuring, MaakPagina
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
Bekijk = Callable[..., Page]
VRAAG = "Ik heb reuma en houd mijn huis niet meer schoon. Mijn dochter doet de boodschappen."
LICHTER = "De dochter helpt al. Een vrijwilliger mag dit werk niet doen."


@pytest.fixture
def joke() -> Gebruiker:
    """A consulent of the team."""
    maak_catalogus()
    return maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen")


@pytest.fixture
def bekijk(maak_pagina: MaakPagina, live_server: Any) -> Bekijk:
    """Give a maker of pages in which somebody is logged in."""

    def binnen(wie: Gebruiker, breedte: int = 1280, **anders: bool) -> Page:
        sessie = aangemelde_client(wie).cookies["sessionid"].value
        pagina = maak_pagina(breedte, **anders)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        return pagina

    return binnen


@pytest.fixture
def casus(joke: Gebruiker) -> int:
    """A household whose question was investigated, with a plan that asks for a decision."""
    moeder, _dochter = maak_gezin(("Fatima", date(1953, 3, 12)), ("Noor", date(2012, 2, 1)))
    melding = maak_melding(moeder, VRAAG, op=date(2024, 5, 1))
    nummer = maak_casus(actor(joke), melding)
    handel_melding_af(SYSTEEM, melding, "onderzocht", date(2024, 6, 3))
    maatwerk = actie("maatwerk", "Iemand helpt met het zware werk in huis.", niet_lichter=LICHTER)
    plan = schrijf(actor(joke), nummer, [doel(moeder, maatwerk)], date(2024, 9, 2))
    stel_plannen_vast(actor(joke), [(plan, date(2024, 6, 3))])
    return nummer


def moeder_van(casus: int) -> int:
    return Actie.objects.get(doel__plan__casus=casus).inwoner_id


def kies(pagina: Page, naam: str) -> None:
    pagina.get_by_role("radio", name=naam, exact=True).press("Space")


def test_from_the_plan_to_the_provider_by_keyboard(bekijk: Bekijk, joke: Gebruiker, casus: int) -> None:
    pagina = bekijk(joke)
    pagina.goto(f"/casussen/{casus}/")
    pagina.get_by_role("link", name="Voorziening aanvragen").press("Enter")
    pagina.get_by_role("link", name="Neem deze woorden over").press("Enter")
    expect(pagina.get_by_label("Wat is de vraag?")).to_have_value("Iemand helpt met het zware werk in huis.")
    product = pagina.get_by_label("Wat wordt aangevraagd?")
    product.focus()
    product.press_sequentially("Hulp bij")
    pagina.get_by_role("button", name="Aanvraag opnemen").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("De beslistermijn loopt")
    pagina.get_by_role("link", name="Beslissen").press("Enter")
    expect(pagina.get_by_label("Waarom is lichtere hulp niet genoeg?")).to_have_value(LICHTER)
    kies(pagina, "Toegekend")
    pagina.get_by_label("Hoeveel?").fill("2,5")
    pagina.get_by_label("Eerste dag").fill("2024-06-10")
    pagina.get_by_label("Laatste dag").fill("2025-06-08")
    pagina.get_by_label("Waarom besluit u dit?").fill("Zo blijft uw huis schoon.")
    brief = pagina.get_by_role("article", name="U krijgt hulp bij het huishouden")
    expect(brief).to_contain_text("Zo blijft uw huis schoon.")
    expect(brief).to_contain_text("2,5 uur per week")
    expect(pagina.locator("#voorbeeld")).to_contain_text("Besluit zelf")
    pagina.get_by_role("button", name="Besluit nemen").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("Maak het bekend")
    pagina.get_by_role("link", name="Bekendmaken").press("Enter")
    pagina.get_by_role("button", name="Bekendmaken").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("Verstuur nu de brief")
    with pagina.expect_download() as bezig:
        pagina.get_by_role("link", name="Download de brief (PDF)").press("Enter")
    assert bezig.value.suggested_filename.startswith("brief-A")
    pagina.get_by_role("link", name="Toewijzen").press("Enter")
    pagina.get_by_label("Aanbieder").press("ArrowDown")
    pagina.get_by_role("button", name="Toewijzen").press("Enter")
    expect(pagina.get_by_role("heading", name="Thuishulp Lingehand")).to_be_visible()
    pagina.get_by_role("link", name=f"Casus {casus}").first.press("Enter")
    expect(pagina.get_by_role("main")).to_contain_text("Van Thuishulp Lingehand.")
    assert Toewijzing.objects.get().status == "geldt"


def test_the_letter_follows_what_is_filled_in(bekijk: Bekijk, joke: Gebruiker, casus: int) -> None:
    nummer = vraag(actor(joke), casus, moeder_van(casus))
    pagina = bekijk(joke)
    pagina.goto(f"/aanvragen/{nummer}/beslissen/")
    kies(pagina, "Toegekend")
    pagina.get_by_label("Hoeveel?").fill("12")
    pagina.get_by_label("Eerste dag").fill("2024-06-10")
    expect(pagina.locator("#voorbeeld")).to_contain_text("Adviseert alleen")
    expect(pagina.get_by_role("button", name="Besluit nemen")).to_have_count(0)
    kies(pagina, "Afgewezen")
    expect(pagina.get_by_role("article")).to_contain_text("U krijgt geen hulp bij het huishouden")
    expect(pagina.get_by_label("Hoeveel?")).to_be_hidden()
    expect(pagina.get_by_role("button", name="Besluit nemen")).to_be_visible()


def test_without_javascript_a_button_shows_the_letter(bekijk: Bekijk, joke: Gebruiker, casus: int) -> None:
    nummer = vraag(actor(joke), casus, moeder_van(casus))
    pagina = bekijk(joke, script=False)
    pagina.goto(f"/aanvragen/{nummer}/beslissen/")
    kies(pagina, "Afgewezen")
    pagina.get_by_label("Waarom besluit u dit?").fill("Uw dochter kan dit doen.")
    pagina.get_by_role("button", name="Bekijk de brief").press("Enter")
    expect(pagina.get_by_role("article")).to_contain_text("Uw dochter kan dit doen.")
    assert not Besluit.objects.exists()
    pagina.get_by_role("button", name="Besluit nemen").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("Het besluit is genomen.")


def test_every_page_is_accessible_and_fits_on_every_screen(
    bekijk: Bekijk, axe: Keuring, keur: Keur, joke: Gebruiker, casus: int
) -> None:
    door, moeder = actor(joke), moeder_van(casus)
    geldt = maak_geldend(door, casus, moeder)
    wijs(door, geldt)
    open_ = vraag(door, casus, moeder, aangevraagd_op=date(2024, 5, 28), actie=Actie.objects.get().pk)
    genomen = beslis(
        door, vraag(door, casus, moeder, product="dagbesteding"), aanbieder="", omvang=Decimal(2)
    )
    te_laat = vraag(door, casus, moeder, product="rolstoel", aangevraagd_op=date(2024, 5, 10))
    geef_advies(door, besluit(te_laat, omvang=Decimal(1), aanbieder=""))
    paginas = {
        "besluiten": "/besluiten/",
        "aanvragen": f"/casussen/{casus}/aanvragen/",
        "aanvraag": f"/aanvragen/{open_}/",
        "beslissen": f"/aanvragen/{open_}/beslissen/",
        "besluit": f"/voorzieningen/{geldt}/",
        "bekendmaken": f"/besluiten/{genomen}/bekendmaken/",
    }
    pagina = bekijk(joke)
    for naam, url in paginas.items():
        pagina.goto(url)
        if naam == "beslissen":
            kies(pagina, "Toegekend")
            pagina.get_by_label("Hoeveel?").fill("3")
            pagina.get_by_label("Eerste dag").fill("2024-06-10")
            pagina.get_by_label("Laatste dag").fill("2025-06-08")
            pagina.get_by_label("Waarom besluit u dit?").fill("Zo blijft uw huis schoon.")
            expect(pagina.get_by_role("article")).to_contain_text("Zo blijft uw huis schoon.")
        keur(pagina, naam if naam in {"besluit", "besluiten"} else "")
    hoog = bekijk(joke, contrast=True)
    hoog.goto(paginas["beslissen"])
    axe(hoog)
    assert Aanvraag.objects.count() == 4
