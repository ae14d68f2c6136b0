"""At the door with a phone: the page, the note, and a connection that drops while one types."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from samendoen.casus.actions.notitieinvoer import woorden_van
from samendoen.casus.api import NieuweBijlage, stel_plannen_vast, voeg_bijlage_toe
from samendoen.casus.models import Notitie
from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from tests.browser.conftest import ZONDER_PAUZE, Beeld, Keuring, MaakPagina
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.maak import aangemelde_client, actor, maak_medewerker
from tests.notitiemaker import klaar

pytestmark = pytest.mark.django_db(transaction=True)
VEILIG = "Niemand deed open; de buurvrouw zegt dat zij er wel is."


@pytest.fixture
def joke() -> Actor:
    with klok.op(date(2024, 6, 3)):
        return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen"))


@pytest.fixture
def casus(joke: Actor, settings: Any, tmp_path: Any) -> int:
    """Give a casus with agreements, an earlier note and a file."""
    settings.SAMENDOEN_HOME = tmp_path
    with klok.op(date(2024, 6, 3)):
        moeder, zoon = maak_gezin(("Fatima", date(1985, 3, 12)), ("Sami", date(2012, 1, 20)))
        nummer = maak_casus(joke, maak_melding(moeder))
        rust = doel(moeder, actie(tekst="Oma haalt de kinderen op woensdag op.", wie="oma"))
        stel_plannen_vast(joke, [(schrijf(joke, nummer, [rust], date(2024, 9, 2)), date(2024, 6, 3))])
        klaar(
            joke, nummer, moeder, zoon, sjabloon="telefoongesprek", tekst="De huisbaas dreigt met een brief."
        )
        nieuw = NieuweBijlage(Notitie.objects.get().kenmerk, nummer, moeder, "brief.pdf", b"%PDF-1.7 brief")
        voeg_bijlage_toe(joke, nieuw)
    return nummer


def test_no_word_is_lost_at_the_door(
    joke: Actor,
    casus: int,
    browser: Browser,
    live_server: Any,
    maak_pagina: MaakPagina,
    axe: Keuring,
    past: Keuring,
    beeld: Beeld,
) -> None:
    sessie = aangemelde_client(Gebruiker.objects.get(pk=joke.id or 0)).cookies["sessionid"].value
    maak_pagina()  # sets the server's clock; its own console may not complain, as this one will
    telefoon = browser.new_context(
        base_url=live_server.url, locale="nl-NL", viewport={"width": 390, "height": 844}
    )
    telefoon.add_init_script(ZONDER_PAUZE)
    telefoon.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    pagina = telefoon.new_page()
    pagina.goto(f"/casussen/{casus}/")
    pagina.get_by_role("link", name="Op huisbezoek").click()
    expect(pagina.get_by_text("Lingedijk").first).to_be_visible()
    expect(pagina.get_by_text("Oma haalt de kinderen op woensdag op.")).to_be_visible()
    pagina.get_by_role("button", name="Notitie beginnen").click()
    veld = pagina.get_by_label("Wat zag en hoorde u?")
    veld.fill("Niemand deed open;")
    expect(pagina.locator("#stand")).to_contain_text("Opgeslagen om")
    axe(pagina)
    beeld(pagina, "huisbezoek-telefoon", heel=True)
    pagina.set_viewport_size({"width": 320, "height": 700})
    past(pagina)
    telefoon.set_offline(True)
    veld.press("End")
    veld.press_sequentially(" de buurvrouw zegt dat zij er wel is.")
    expect(pagina.get_by_role("alert")).to_contain_text("er is geen verbinding")
    # The phone closes the page; what it kept cannot be read without the page.
    bewaard = pagina.evaluate("Object.values(localStorage).join()")
    assert "geheim" in bewaard and "buurvrouw" not in bewaard
    pagina.close()
    telefoon.set_offline(False)
    opnieuw = telefoon.new_page()
    opnieuw.goto(f"/casussen/{casus}/huisbezoek/")
    expect(opnieuw.get_by_label("Wat zag en hoorde u?")).to_have_value(VEILIG)
    expect(opnieuw.locator("#stand")).to_contain_text("Opgeslagen om", timeout=20_000)
    opnieuw.wait_for_function(
        "() => !Object.keys(localStorage).some(n => n.startsWith('samendoen-vangnet-'))"
    )
    opnieuw.get_by_role("button", name="Notitie afronden").click()
    expect(opnieuw).to_have_url(re.compile(r"/notities/2/$"))
    expect(opnieuw.get_by_text(VEILIG)).to_be_visible()
    assert woorden_van(Notitie.objects.get(nummer=2)).delen[0].tekst == VEILIG
    telefoon.close()


def test_notes_files_and_search_are_accessible_and_fit(
    joke: Actor,
    casus: int,
    maak_pagina: MaakPagina,
    live_server: Any,
    axe: Keuring,
    past: Keuring,
    beeld: Beeld,
) -> None:
    sessie = aangemelde_client(Gebruiker.objects.get(pk=joke.id or 0)).cookies["sessionid"].value
    pagina = maak_pagina()
    pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])

    def keur(adres: str, doe: Callable[[], object] = lambda: None, naam: str = "") -> None:
        pagina.set_viewport_size({"width": 1280, "height": 900})
        pagina.goto(f"/casussen/{casus}/{adres}")
        doe()
        axe(pagina)
        if naam:
            beeld(pagina, f"{naam}-scherm", heel=True)
        pagina.set_viewport_size({"width": 320, "height": 700})
        past(pagina)

    def zoek() -> None:
        pagina.keyboard.press("Tab")
        pagina.get_by_label("Woorden").fill("huisbaas")
        pagina.keyboard.press("Enter")
        expect(pagina.locator("main mark")).to_have_text("huisbaas")

    keur("")
    keur("notities/1/", naam="notitie")
    keur("notities/nieuw/")
    keur("bijlagen/nieuw/")
    keur("zoeken/", zoek, naam="casus-zoeken")
