"""The short ways in a real browser: household help by keyboard in minutes, and the screens of ErOpAf."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from samendoen.besluiten.models import Aanvraag
from samendoen.casus.models import Bevinding
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import (
    Eropafinvoer,
    Poginginvoer,
    Triagebesluit,
    Zorginvoer,
    besluit_eropaf,
    leg_pogingen_vast,
    meld_zorgen,
    trieer_meldingen,
)
from tests.besluitmaker import HUISHOUDHULP, maak_catalogus
from tests.browser.conftest import Keuring, MaakPagina
from tests.browser.toetsen import Toetsen
from tests.casusmaker import TEAM, maak_gezin, maak_melding
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
MA = date(2024, 6, 3)
# Card, Moran and Newell: a key of an average typist, a thought before each of the choices.
TOETS_S, GEDACHTE_S, KEUZES = 0.28, 1.35, 8
ANTWOORDEN = {
    "situatie": "Stofzuigen en de was.",
    "wens": "Een schoon huis.",
    "zelf": "Koken lukt nog.",
    "omgeving": "Mijn dochter doet boodschappen.",
}


def zorgmelding() -> int:
    """Make a worry to which somebody goes, with an attempt and an investigation."""
    zorg = Zorginvoer(uuid4(), "De gordijnen zijn al een week dicht.", MA, True, "De man van nummer 12")
    [nummer] = meld_zorgen(SYSTEEM, [zorg])
    trieer_meldingen(SYSTEEM, [Triagebesluit(nummer, "eropaf", "eropaf")])
    leg_pogingen_vast(SYSTEEM, [Poginginvoer(uuid4(), nummer, MA, "huisbezoek", "niet_bereikt", "Licht.")])
    besluit_eropaf(SYSTEEM, [Eropafinvoer(uuid4(), nummer, "verkennend_onderzoek", "Zijn zus vroeg.", MA)])
    return nummer


def vraag_aan_met_toetsen(pagina: Page, melding: int, axe: Keuring) -> Toetsen:
    """Walk from a melding to its application without a mouse."""
    pagina.goto(f"/meldingen/{melding}/")
    toetsen = Toetsen(pagina)
    toetsen.knop("Korte route volgen")
    axe(pagina)
    for veld, tekst in ANTWOORDEN.items():
        toetsen.vul(veld, tekst)
    toetsen.vink("bewijs", "identiteit")
    toetsen.knop("Opslaan")
    toetsen.knop("Aanvragen: hulp bij het huishouden")
    expect(pagina.get_by_label("Wat is de vraag?")).to_have_value("\n".join(ANTWOORDEN.values()))
    axe(pagina)
    toetsen.knop("Aanvraag opnemen")
    expect(pagina.get_by_text("De aanvraag is opgenomen. De beslistermijn loopt.")).to_be_visible()
    return toetsen


def test_the_short_ways_by_keyboard_and_on_every_screen(
    maak_pagina: MaakPagina, live_server: Any, axe: Keuring, past: Keuring
) -> None:
    maak_catalogus()
    [wie] = maak_gezin(("Anna", date(1942, 1, 1)))
    melding = maak_melding(wie, "Wie kan mij helpen met stofzuigen?")
    zorg = zorgmelding()
    lotte = maak_medewerker([Rol.CONSULENT, Rol.LOKET], [TEAM, "eropaf", "sociaal_loket"], naam="Lotte Loket")
    sessie = aangemelde_client(lotte).cookies["sessionid"].value

    def binnen(breedte: int) -> Page:
        pagina = maak_pagina(breedte)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        return pagina

    toetsen = vraag_aan_met_toetsen(binnen(1280), melding, axe)
    assert Aanvraag.objects.get().product.code == HUISHOUDHULP
    assert Bevinding.objects.get().eigen_kracht == "Koken lukt nog."
    getypt = sum(map(len, ANTWOORDEN.values()))
    assert toetsen.aantal - getypt < 110, f"{toetsen.aantal} keys, of which {getypt} are words"
    assert toetsen.aantal * TOETS_S + KEUZES * GEDACHTE_S < 120

    paginas = (
        "/meldingen/bezorgd/", "/eropaf/", f"/meldingen/{zorg}/", f"/meldingen/{zorg}/contact/",
        f"/meldingen/{zorg}/eropaf/", "/advies/", f"/meldingen/{melding}/",
    )  # fmt: skip
    for breedte in (1280, 320):
        pagina = binnen(breedte)
        for url in paginas:
            pagina.goto(url)
            past(pagina)
            if breedte == 1280:
                axe(pagina)
