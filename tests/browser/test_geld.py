"""The page Geld in a real browser: on every screen, with a total below its columns."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from tests.besluitmaker import boek, maak_catalogus, maak_geldend, regel, start, wijs
from tests.browser.conftest import Keur, MaakPagina
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_back_office_compares_what_was_granted_with_what_was_paid(
    maak_pagina: MaakPagina, live_server: Any, keur: Keur
) -> None:
    maak_catalogus()
    regisseur = maak_medewerker(Rol.CONSULENT, [TEAM]).pk
    [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder), regisseur)
    toewijzing = wijs(SYSTEEM, maak_geldend(SYSTEEM, casus, ouder))
    start(SYSTEEM, toewijzing, date(2024, 6, 10))
    boek(regel(toewijzing), regel(None, "R2", toegekend_eurocent=0))
    wie = maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"])
    pagina = maak_pagina(1280)
    sessie = aangemelde_client(wie).cookies["sessionid"].value
    pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    pagina.goto(f"{live_server.url}/besluiten/")
    pagina.get_by_role("link", name="Geld", exact=True).click()
    pagina.get_by_label("Periode").select_option("2024-06")
    pagina.get_by_role("button", name="Filteren").click()
    expect(pagina.get_by_role("heading", name="Juni 2024")).to_be_visible()
    expect(pagina.get_by_role("row", name="Totaal")).to_contain_text("€\xa0360,00")
    keur(pagina, "geld")
