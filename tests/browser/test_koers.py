"""Koers in a real browser: by keyboard, without JavaScript, on every screen, and the report on paper."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from samendoen.beleid.api import (
    Beloftesoort,
    NieuweBelofte,
    NieuweStand,
    laad_voorbeeld,
    leg_belofte_vast,
    maak_rapport,
    zet_standen,
)
from samendoen.beleid.models import Activiteit, Doelstelling
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from tests.browser.conftest import Keur, Keuring, MaakPagina
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
Bekijk = Callable[..., Page]


@pytest.fixture
def bekijk(maak_pagina: MaakPagina, live_server: Any) -> Bekijk:
    """Give a maker of pages in which somebody with a role is logged in; Lopik's example is there."""
    sessies: dict[Rol, str] = {}

    def binnen(rol: Rol, breedte: int, **anders: bool) -> Page:
        if rol not in sessies:
            sessies[rol] = aangemelde_client(maak_medewerker(rol)).cookies["sessionid"].value
        pagina = maak_pagina(breedte, **anders)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessies[rol], "url": live_server.url}])
        return pagina

    return binnen


@pytest.fixture
def lopik() -> dict[str, str]:
    """Read in Lopik with made-up lights and one real one; give the pages to look at."""
    laad_voorbeeld(SYSTEEM)
    mbo = Activiteit.objects.get(code="mbo").pk
    zet_standen(SYSTEEM, [NieuweStand(mbo, "geld", "oranje", klok.vandaag(), "Eenmalig extra geld nodig.")])
    rapport = maak_rapport(SYSTEEM, "voortgang", "lopik").rapport_id
    doel = Doelstelling.objects.get(code="5").pk
    vroeger = klok.vandaag() - timedelta(days=40)
    leg_belofte_vast(
        SYSTEEM, NieuweBelofte(uuid4(), doel, Beloftesoort.MOTIE, "Meer buurtkamers", vroeger, vroeger)
    )
    return {
        "koers": "/koers/",
        "koers-open": "/koers/?open=1",
        "koers-plan": "/koers/?deel=plan-2020&open=1",
        "koers-doel": f"/koers/doelen/{doel}/",
        "koers-activiteit": f"/koers/activiteiten/{mbo}/",
        "koers-licht": f"/koers/activiteiten/{mbo}/licht/",
        "koers-geld": "/koers/geld/",
        "koers-raad": "/koers/raad/",
        "koers-stoppen": f"/koers/doelen/{doel}/stoppen/",
        "koers-rapporten": "/koers/rapporten/",
        "koers-rapport": f"/koers/rapporten/{rapport}/rapport.html?bekijk",
    }


def test_koers_is_accessible_and_fits_on_every_screen(
    bekijk: Bekijk, keur: Keur, lopik: dict[str, str]
) -> None:
    pagina = bekijk(Rol.BELEID, 1280)
    for naam, url in lopik.items():
        pagina.goto(url)
        if naam == "koers":
            pagina.locator("summary").nth(1).press("Enter")
        keur(pagina, naam if naam in {"koers", "koers-activiteit", "koers-geld", "koers-rapport"} else "")


def test_koers_in_high_contrast(bekijk: Bekijk, axe: Keuring, lopik: dict[str, str]) -> None:
    pagina = bekijk(Rol.RAAD, 1280, contrast=True)
    pagina.goto(lopik["koers-open"])
    axe(pagina)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.usefixtures("lopik")
def test_the_tree_opens_and_closes_by_keyboard(bekijk: Bekijk, script: bool) -> None:
    pagina = bekijk(Rol.RAAD, 1280, script=script)
    pagina.goto("/koers/")
    kop = pagina.locator("summary", has_text="Het sociaal domein werkt over")
    activiteit = pagina.get_by_role("link", name="Mbo en zorg werken samen")
    expect(activiteit).to_be_hidden()
    kop.press("Enter")
    expect(activiteit).to_be_visible()
    kop.press("Enter")
    expect(activiteit).to_be_hidden()
    pagina.get_by_role("checkbox", name="Alleen oranje en rood").press("Space")
    pagina.get_by_role("button", name="Tonen").press("Enter")
    expect(activiteit).to_be_visible()
    assert "aandacht=1" in pagina.url


@pytest.mark.usefixtures("lopik")
def test_a_light_is_set_and_the_report_made_published_and_downloaded_by_keyboard(
    bekijk: Bekijk, keur: Keur
) -> None:
    pagina = bekijk(Rol.BELEID, 1280)
    pagina.goto("/koers/?open=1")
    pagina.get_by_role("link", name="Buurtgezinnen gaat door").press("Enter")
    pagina.get_by_role("link", name="Lichten zetten").press("Enter")
    pagina.get_by_role("group", name="Tijd").get_by_role("radio", name="Rood").press("Space")
    pagina.get_by_label("Tijd: waarom?").fill("Er zijn te weinig steungezinnen.")
    pagina.get_by_role("button", name="Opslaan").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("De lichten zijn gezet.")
    expect(pagina.locator(".sd-tijdlijn__regel").first).to_contain_text("Er zijn te weinig steungezinnen.")
    mbo = Activiteit.objects.get(code="mbo").pk
    zet_standen(SYSTEEM, [NieuweStand(mbo, "tijd", "rood", klok.vandaag(), "Er zijn te weinig handen.")])
    pagina.goto("/koers/")
    pagina.get_by_role("link", name="Rapport maken").press("Enter")
    pagina.get_by_role("button", name="Bekijken").press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Voortgang 2025 gemeente Lopik")
    expect(pagina.get_by_text("Er is nog niets vastgelegd")).to_be_visible()
    # A light that waits for a colleague is in no report.
    expect(pagina.get_by_text("Er zijn te weinig handen.")).to_be_visible()
    expect(pagina.get_by_text("Er zijn te weinig steungezinnen.")).to_have_count(0)
    keur(pagina, "rapport-voorbeeld")
    pagina.get_by_role("button", name="Vastleggen").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("verandert niet meer")
    expect(pagina.get_by_role("button", name="Publiceren")).to_have_count(0)
    blad = pagina.url
    tweede = bekijk(Rol.BELEID, 1280)
    ander = aangemelde_client(maak_medewerker(Rol.BELEID)).cookies["sessionid"].value
    tweede.context.clear_cookies()
    tweede.context.add_cookies([{"name": "sessionid", "value": ander, "url": blad.split("/koers")[0]}])
    tweede.goto(blad)
    tweede.get_by_role("button", name="Publiceren").press("Enter")
    expect(tweede.get_by_role("status")).to_contain_text("de raad kan het lezen")
    keur(tweede, "rapport-blad")
    with tweede.expect_download() as bezig:
        tweede.get_by_role("link", name="PDF van Voortgang 2025").press("Enter")
    assert bezig.value.suggested_filename == "voortgang-lopik-2024-06-03.pdf"
    tweede.goto(f"{blad}verschil/")
    tweede.get_by_role("button", name="Vergelijken").press("Enter")
    expect(tweede.locator("ins", has_text="Er zijn te weinig handen.")).to_be_visible()
    keur(tweede)


def _als(maak_pagina: MaakPagina, live_server: Any, rol: Rol) -> Page:
    """Give a page in which somebody of their own with this role is logged in."""
    pagina = maak_pagina(1280)
    sessie = aangemelde_client(maak_medewerker(rol)).cookies["sessionid"].value
    pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    return pagina


def test_a_year_by_keyboard_from_the_goal_to_the_council(
    maak_pagina: MaakPagina, live_server: Any, keur: Keur, lopik: dict[str, str]
) -> None:
    anna, bert, raad = (_als(maak_pagina, live_server, rol) for rol in (Rol.BELEID, Rol.BELEID, Rol.RAAD))
    anna.goto(lopik["koers-doel"])
    anna.get_by_role("link", name="Doel wijzigen").press("Enter")
    anna.get_by_label("Wanneer zijn we tevreden?").fill("Als iedereen de weg weet.")
    anna.get_by_role("button", name="Opslaan").press("Enter")
    expect(anna.locator("#id_reden_error")).to_contain_text("Er staat niet waarom dit verandert.")
    anna.get_by_label("Waarom verandert dit?").fill("De markt vroeg erom.")
    anna.get_by_role("button", name="Opslaan").press("Enter")
    expect(anna.get_by_role("status")).to_contain_text("Gewijzigd.")
    keur(anna)  # the plan to work in
    anna.goto(lopik["koers-doel"])
    expect(anna.locator("#tijdlijn")).to_contain_text("Waarom: De markt vroeg erom.")
    keur(anna, "koers-doel")
    anna.goto(lopik["koers-activiteit"])
    anna.get_by_role("link", name="Lichten zetten").press("Enter")
    for aspect in ("Kwaliteit", "Tijd", "Geld"):
        anna.get_by_role("group", name=f"{aspect}: hoe").get_by_role("radio", name="Oranje").press("Space")
        anna.get_by_label(f"{aspect}: waarom?").fill("Het duurt langer dan gedacht.")
    anna.get_by_role("button", name="Opslaan").press("Enter")
    anna.get_by_role("link", name="Verantwoording schrijven").press("Enter")
    anna.get_by_label("Verantwoording", exact=True).fill("De samenwerking loopt op één school.")
    anna.get_by_role("button", name="Opslaan").press("Enter")
    anna.get_by_role("button", name="Aanbieden ter goedkeuring").press("Enter")
    expect(anna.get_by_role("status")).to_contain_text("Aangeboden.")
    raad.goto(lopik["koers-activiteit"])
    expect(raad.get_by_text("De samenwerking loopt op één school.")).to_have_count(0)
    bert.goto("/koers/goedkeuren/")
    bert.get_by_role("link", name="Mbo en zorg werken samen").press("Enter")
    keur(bert, "koers-goedkeuren")
    bert.get_by_role("button", name="Goedkeuren en publiceren").press("Enter")
    expect(bert.get_by_role("status")).to_contain_text("vanaf nu leest de raad dit")
    raad.reload()
    expect(raad.get_by_text("De samenwerking loopt op één school.").first).to_be_visible()
    for url in ("/koers/komt/", "/koers/wijzigingen/?plan=lopik"):
        anna.goto(url)
        keur(anna)


def test_closed_goals_are_open_on_paper(bekijk: Bekijk, lopik: dict[str, str]) -> None:
    pagina = bekijk(Rol.RAAD, 1280)
    pagina.goto(lopik["koers"])
    pagina.emulate_media(media="print")
    hoogte = pagina.locator(".bl-binnen").first.bounding_box()
    assert hoogte is not None
    assert hoogte["height"] > 100
