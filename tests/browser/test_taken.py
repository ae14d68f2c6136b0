"""Why a task is here, two versions of a plan, a part of the direction elsewhere; on a phone too."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from samendoen.casus.api import stel_plannen_vast
from samendoen.kernel import klok
from samendoen.kernel.rechten import Rol
from samendoen.werk.jobs import nieuwe_dag
from samendoen.werk.models import Taak
from tests.browser.conftest import Keuring, MaakPagina
from tests.casusmaker import TEAM, actie, doel, maak_avres, maak_casus, maak_gezin, maak_melding, schrijf
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_task_explains_itself_a_plan_compares_and_a_partner_takes_over(
    maak_pagina: MaakPagina, live_server: Any, axe: Keuring, past: Keuring
) -> None:
    wie = maak_medewerker(Rol.CONSULENT, [TEAM], "Yara Demo-Leerdam")
    door, vandaag = actor(wie), klok.vandaag()
    maak_avres()
    ouder, kind = maak_gezin(("Fatima", date(1985, 3, 12)), ("Mees", date(2007, 12, 17)))
    casus = maak_casus(door, maak_melding(ouder))
    rust = doel(ouder, actie(wie="Oma"), tekst="Ik wil rust in huis.")
    later = doel(kind, actie("basishulp", "Wekelijks gesprek.", van=vandaag), tekst="Ik wil op kamers.")
    terug = vandaag + timedelta(days=10)
    stel_plannen_vast(door, [(schrijf(door, casus, [rust, later], terug), vandaag)])
    schrijf(door, casus, [replace(rust, tekst="Ik wil rust en ruimte in huis.")], terug)
    nieuwe_dag(0)
    taak = Taak.objects.get(sleutel__startswith="toekomstplan").pk
    sessie = aangemelde_client(wie).cookies["sessionid"].value

    pagina = maak_pagina()
    pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    adressen = [
        f"/vandaag/taken/{taak}/",
        f"/casussen/{casus}/plan/vergelijken/",
        f"/casussen/{casus}/partner/",
    ]
    for adres in adressen:
        pagina.goto(adres)
        axe(pagina)
    pagina.set_viewport_size({"width": 320, "height": 700})
    for adres in ["/vandaag/", *adressen]:
        pagina.goto(adres)
        past(pagina)

    pagina.get_by_label("Wie is daar het aanspreekpunt?").fill("A. Visser")
    pagina.get_by_label("Wat spreekt u af?").fill("Avres doet de schulden.")
    pagina.get_by_role("button", name="Regie overdragen").press("Enter")
    expect(pagina.get_by_text("Inkomen: Avres, sinds", exact=False).first).to_be_visible()
    pagina.goto("/vandaag/")
    pagina.get_by_role("link", name=re.compile("Waarom staat dit hier.*een toekomstplan")).press("Enter")
    expect(pagina.get_by_text("hoofdstuk 4, paragraaf 3")).to_be_visible()
    pagina.get_by_role("button", name="Gedaan").press("Enter")
    expect(pagina.get_by_role("button", name="Toch niet")).to_be_visible()
