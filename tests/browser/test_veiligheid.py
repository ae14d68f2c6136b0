"""Safety in a real browser: a mark above the casus, and the meldcode walked by keyboard, on every width."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from samendoen.casus.api import begin_meldcodes, leg_stappen_vast, taxeer_veiligheid, zet_merken
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from tests.browser.conftest import Beeld, Keuring, MaakPagina
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import aangemelde_client, maak_medewerker
from tests.veiligheidmaker import meldcode, merk, stap, taxatie

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_meldcode_is_walked_by_keyboard_and_the_mark_warns(
    maak_pagina: MaakPagina, live_server: Any, axe: Keuring, past: Keuring, beeld: Beeld
) -> None:
    with klok.op(date(2024, 6, 3)):
        wie = maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen").pk
        moeder, zoon = maak_gezin(("Fatima", date(1985, 3, 12)), ("Sami", date(2010, 1, 20)))
        casus = maak_casus(SYSTEEM, maak_melding(moeder), wie)
        zet_merken(SYSTEEM, [merk(casus, moeder, besloten_door=wie)])
        taxeer_veiligheid(SYSTEEM, [taxatie(casus, zoon), taxatie(casus, moeder, oordeel="geen", dagen=0)])
        [pad] = begin_meldcodes(SYSTEEM, [meldcode(casus, zoon)])
        leg_stappen_vast(SYSTEEM, [stap(pad, "signalen", "Sami zei dat hij niet naar huis durft.")])
    sessie = aangemelde_client(Gebruiker.objects.get(pk=wie)).cookies["sessionid"].value

    def open_(breedte: int, adres: str) -> Any:
        pagina = maak_pagina(breedte)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        pagina.goto(adres)
        return pagina

    pagina = open_(1280, f"/casussen/{casus}/")
    expect(pagina.get_by_text("Agressie: Niet alleen op huisbezoek.")).to_be_visible()
    axe(pagina)
    beeld(pagina, "veiligheid-casus", heel=True)
    pagina.get_by_role("link", name="Veiligheid bekijken").press("Enter")
    axe(pagina)
    beeld(pagina, "veiligheid", heel=True)
    pagina.get_by_role("link", name="Sami Yilmaz", exact=True).press("Enter")
    pagina.get_by_role("link", name="Vastleggen : Weeg het gevaar").press("Enter")
    beeld(pagina, "meldcode-wegen", heel=True)
    for vraag in ("vermoeden van huiselijk geweld", "acute of structurele onveiligheid"):
        groep = pagina.get_by_role("group", name=vraag)
        groep.get_by_label("Ja").press("Space")
    pagina.get_by_label("Wat schrijft u hierover op?").fill("Vader dreigt elke dag.")
    axe(pagina)
    pagina.get_by_role("button", name="Vastleggen").press("Enter")
    expect(pagina.get_by_text("De weging leidt tot: melden bij Veilig Thuis.")).to_be_visible()
    axe(pagina)
    beeld(pagina, "meldcode", heel=True)
    smal = open_(320, f"/veiligheid/meldcodes/{pad}/")
    past(smal)
    smal.goto(f"/casussen/{casus}/veiligheid/")
    past(smal)
