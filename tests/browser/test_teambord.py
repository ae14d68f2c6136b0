"""The team leader at the board: by keyboard without JavaScript, by dragging, and back; and who waits."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.organisatie.actions.afwezigheid import Melding as Afwezig
from samendoen.organisatie.actions.afwezigheid import meld_afwezig
from samendoen.toegang.api import (
    Contactinvoer,
    Prioriteitkeuze,
    Triagebesluit,
    leg_wachtcontacten_vast,
    trieer_meldingen,
    zet_wachtprioriteiten,
)
from tests.browser.conftest import Keuring, MaakPagina
from tests.browser.toetsen import Toetsen
from tests.casusmaker import TEAM, maak_casus, maak_inwoner, maak_melding
from tests.maak import aangemelde_client, actor, maak_medewerker, medewerker_id

pytestmark = pytest.mark.django_db(transaction=True)
BEGIN = date(2024, 5, 2)


@pytest.fixture
def team() -> dict[str, int]:
    """Give a leader, a colleague with two casussen, one who is away, and a question that waits."""
    with klok.op(BEGIN):
        wie = {
            naam: maak_medewerker(rol, [TEAM], naam)
            for naam, rol in (
                ("Lena Leider", Rol.TEAMLEIDER),
                ("Joke Jansen", Rol.CONSULENT),
                ("Piet Pieters", Rol.CONSULENT),
            )
        }
        joke = wie["Joke Jansen"].pk
        casussen = [maak_casus(SYSTEEM, maak_melding(maak_inwoner(n)), joke) for n in ("Karel", "Truus")]
        lena = actor(wie["Lena Leider"])
        terug = date(2024, 7, 1)
        meld_afwezig(
            lena, Afwezig(medewerker_id(wie["Piet Pieters"]), BEGIN, terug, medewerker_id(wie["Joke Jansen"]))
        )
        wacht = maak_melding(maak_inwoner("Wil"), "De post blijft liggen.")
        trieer_meldingen(SYSTEEM, [Triagebesluit(wacht, "team", TEAM, reden="Zo hoort het")])
        zet_wachtprioriteiten(lena, [Prioriteitkeuze(wacht, "hoog", "Er dreigt afsluiting van het gas.")])
        bel = Contactinvoer(uuid4(), wacht, BEGIN, "gesproken", "Redt zich nog.", verwachte_weken=5)
        leg_wachtcontacten_vast(lena, [bel])
    return {naam.split()[0]: g.pk for naam, g in wie.items()} | {
        "karel": casussen[0],
        "truus": casussen[1],
        "wacht": wacht,
    }


def kolom(pagina: Page, naam: str) -> Any:
    return pagina.get_by_role("region", name=naam)


def test_casussen_move_by_keyboard_and_by_dragging_and_go_back(
    maak_pagina: MaakPagina, live_server: Any, team: dict[str, int], axe: Keuring, past: Keuring
) -> None:
    sessie = aangemelde_client(Gebruiker.objects.get(pk=team["Lena"])).cookies["sessionid"].value

    def binnen(breedte: int = 1280, **anders: bool) -> Page:
        pagina = maak_pagina(breedte, **anders)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        return pagina

    zonder = binnen(script=False)
    zonder.goto("/teambord/")
    handen = Toetsen(zonder)
    handen.naar(zonder.get_by_label("Gekozen casussen naar"))
    handen.typ("Lena")
    handen.naar(zonder.get_by_label("Karel Yilmaz"))
    handen.druk("Space")
    handen.naar(zonder.get_by_role("button", name="Verplaatsen"), terug=True)
    handen.druk("Enter")
    expect(kolom(zonder, "Lena Leider")).to_contain_text("Karel Yilmaz")
    handen.naar(zonder.get_by_role("button", name="Ongedaan maken"))
    handen.druk("Enter")
    expect(kolom(zonder, "Joke Jansen")).to_contain_text("2 casussen")

    bord = binnen()
    bord.goto(f"/teambord/{TEAM}/")
    expect(kolom(bord, "Piet Pieters")).to_contain_text("Afwezig")
    expect(kolom(bord, "Wachten: 1")).to_contain_text("Er dreigt afsluiting van het gas.")
    axe(bord)
    bord.locator(f"[data-casus='{team['truus']}.{team['Joke']}'] .tb-feiten").drag_to(
        kolom(bord, "Piet Pieters").locator("h2")
    )
    expect(kolom(bord, "Piet Pieters")).to_contain_text("Truus Yilmaz")
    expect(bord.get_by_text("1 casus is verplaatst.")).to_be_visible()

    bord.goto(f"/teambord/{TEAM}/collega/{team['Joke']}/")
    axe(bord)
    bord.goto(f"/meldingen/{team['wacht']}/wachten/")
    expect(bord.get_by_text("Prioriteit Hoog, omdat: Er dreigt afsluiting van het gas.")).to_be_visible()
    axe(bord)
    smal = binnen(320)
    pagina, plek = f"/teambord/{TEAM}/", f"/meldingen/{team['wacht']}/wachten/"
    for pad in (pagina, f"{pagina}collega/{team['Joke']}/", "/wachtlijst/", plek, f"{plek}contact/"):
        smal.goto(pad)
        past(smal)
