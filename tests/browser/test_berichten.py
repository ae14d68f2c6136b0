"""Messages in a real browser: what went wrong, one of them, and once more by keyboard; on every screen."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Keur, MaakPagina
from tests.integration.berichten.conftest import post
from tests.integration.berichten.test_schermen import maak_verkeer
from tests.integration.berichten.test_stromen import Wereld, wereld
from tests.maak import aangemelde_client

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["post", "wereld"]


def test_the_back_office_sees_what_to_do_and_sends_once_more(
    maak_pagina: MaakPagina, live_server: Any, keur: Keur, settings: Any, wereld: Wereld
) -> None:
    maak_verkeer(wereld)
    pagina = maak_pagina()
    settings.SAMENDOEN_VANDAAG = "2024-06-12"
    sessie = aangemelde_client(wereld.gebruiker).cookies["sessionid"].value
    pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    pagina.goto("/besluiten/")
    pagina.get_by_role("link", name="Berichten", exact=True).press("Enter")
    expect(pagina.get_by_role("row").nth(1)).to_contain_text("er kwam geen antwoord")
    keur(pagina, "berichten")
    pagina.get_by_role("link", name="WMO301 toewijzing").press("Enter")
    expect(pagina.get_by_text("Wat u moet doen")).to_be_visible()
    keur(pagina, "bericht")
    pagina.get_by_role("link", name="Verstuur opnieuw").press("Enter")
    pagina.get_by_role("button", name="Verstuur opnieuw").press("Enter")
    expect(pagina.get_by_text("gaat binnen enkele minuten opnieuw weg")).to_be_visible()
