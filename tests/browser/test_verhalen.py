"""A story in a real browser: what points at somebody, four eyes, gone when consent is."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from samendoen.beleid.api import importeer_plan
from samendoen.beleid.models import Doelstelling
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from tests.browser.conftest import Keur, MaakPagina
from tests.integration.muren.tabellen.beleid_verhaal import PNG
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
TEKST = (
    "Toen mijn man ziek werd, kwam ik nergens meer. Op dinsdag 4 maart haalde Fatima mij op voor de "
    "koffieochtend in Everdingen. Ik ben 83 jaar en had niet gedacht dat ik nog vriendinnen zou maken."
)


@pytest.fixture(autouse=True)
def thuis(settings: Any, tmp_path: Path) -> None:
    settings.SAMENDOEN_HOME = tmp_path


def test_a_story_from_teller_to_council_and_gone_again(
    maak_pagina: MaakPagina, live_server: Any, keur: Keur
) -> None:
    importeer_plan(SYSTEEM, "lopik")
    doel = Doelstelling.objects.get(code="1.1", thema__onderdeel__plan__code="lopik").pk

    def binnen(rol: Rol) -> Page:
        pagina = maak_pagina(1280)
        sessie = aangemelde_client(maak_medewerker(rol)).cookies["sessionid"].value
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        return pagina

    een, ander, raad = binnen(Rol.BELEID), binnen(Rol.BELEID), binnen(Rol.RAAD)
    een.goto(f"/koers/verhalen/nieuw/?doel={doel}")
    een.get_by_label("De verteller zelf").check()
    een.get_by_label("in een rapport aan de raad").check()
    een.get_by_label("naast het cijfer op Koers").check()
    een.get_by_label("Ondertekend formulier").check()
    een.get_by_label("Waar ligt het bewijs?").fill("Z-2024-0017")
    een.get_by_label("Geldt tot en met").fill("2025-06-02")
    een.get_by_label("Titel").fill("Weer onder de mensen")
    een.get_by_label("Verhaal", exact=True).fill("Bel mij op 06-12345678. " + TEKST)
    een.get_by_role("button", name="Opslaan als concept").click()
    expect(een.get_by_text("Telefoonnummer (06-12345678)").first).to_be_visible()
    een.get_by_label("Verhaal", exact=True).fill(TEKST)
    een.get_by_role("button", name="Opslaan als concept").click()
    een.get_by_role("link", name="Weer onder de mensen").click()
    een.get_by_role("link", name="Foto of filmpje erbij").click()
    een.get_by_label("Foto of filmpje").set_input_files(
        {"name": "kop.png", "mimeType": "image/png", "buffer": PNG}
    )
    een.get_by_label("Wat is er te zien en te horen?").fill("Kopjes koffie op een lange tafel.")
    een.get_by_role("button", name="Toevoegen").click()
    expect(een.locator("mark", has_text="Fatima").first).to_be_visible()
    keur(een, "koers-verhaal", heel=True)
    adres = een.url
    een.get_by_role("link", name="Aanbieden aan een collega").click()
    for veld in een.locator("input[name^=vlag_]").all():
        veld.fill("Besproken met de verteller.")
    een.get_by_role("button", name="Aanbieden").click()
    expect(een.get_by_text("Een collega leest het en publiceert.")).to_be_visible()
    expect(een.get_by_role("button", name="Publiceren")).to_have_count(0)
    raad.goto("/koers/verhalen/")
    expect(raad.get_by_text("Nog geen verhalen")).to_be_visible()
    ander.goto(adres)
    ander.get_by_role("button", name="Publiceren").click()
    raad.goto("/koers/verhalen/")
    expect(raad.get_by_role("img", name="Kopjes koffie op een lange tafel.")).to_be_visible()
    keur(raad, "koers-verhalen")
    een.goto(adres)
    een.get_by_role("link", name="Toestemming intrekken").click()
    een.get_by_role("button", name="Alles wissen").click()
    expect(een.get_by_text("Dit verhaal is gewist.")).to_be_visible()
    raad.reload()
    expect(raad.get_by_text("Nog geen verhalen")).to_be_visible()
