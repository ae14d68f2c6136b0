"""The shell and the public pages in a real browser: for every reader, on every screen."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from samendoen.kernel.api import Rol
from tests import maak
from tests.browser.conftest import Beeld, Keur, Keuring, MaakPagina

pytestmark = pytest.mark.django_db(transaction=True)

TERMIJN = "/termijnen/?soort=awb-beslistermijn&start=2025-02-03&s0-van=2025-02-13&s0-tot=2025-02-27"
# The main screens, of which docs/beeld keeps a picture.
BEWAARD = {"voorpagina", "woordenlijst", "termijnen"}
BLADEN = {
    "voorpagina": "/",
    "woordenlijst": "/woordenlijst/?zoek=termijn",
    "termijnen": TERMIJN,
    "termijnen-fout": "/termijnen/?soort=klacht&start=2025-03-10&verdaging=99",
    "dwangsom": "/termijnen/dwangsom/?verstreken=2025-09-01&ingebrekestelling=2025-09-02&tot=2025-09-30",
    "aanmelden": "/aanmelden/",
    "galerij": "/galerij/",
}


@pytest.fixture
def met_galerij(settings: Any) -> None:
    settings.DEBUG = True


@pytest.mark.parametrize("naam", BLADEN)
def test_a_page_is_accessible_and_fits_on_every_screen(
    pagina: Page, keur: Keur, axe: Keuring, met_galerij: None, naam: str
) -> None:
    pagina.goto(BLADEN[naam])
    keur(pagina, naam if naam in BEWAARD else "")
    pagina.emulate_media(forced_colors="active")
    axe(pagina)


def test_a_page_fits_at_200_percent(maak_pagina: MaakPagina, past: Keuring, met_galerij: None) -> None:
    # 200% on a window of 1280 is a window of 640.
    pagina = maak_pagina(640)
    for pad in BLADEN.values():
        pagina.goto(pad)
        past(pagina)


def test_the_error_page_is_accessible(browser: Browser, live_server: Any, axe: Keuring) -> None:
    context = browser.new_context(base_url=live_server.url)
    pagina = context.new_page()
    antwoord = pagina.goto("/bestaatniet/")
    assert antwoord is not None and antwoord.status == 404
    axe(pagina)
    context.close()


def test_the_check_finds_what_is_wrong(pagina: Page, axe: Keuring, past: Keuring) -> None:
    """The checks of all pages must be able to fail."""
    pagina.set_content(
        "<html lang=nl><title>x</title><main><h1>x</h1><input><p style='width:2000px'>x</p></main>"
    )
    with pytest.raises(AssertionError, match="label"):
        axe(pagina)
    with pytest.raises(AssertionError, match="wide in a window"):
        past(pagina)


def test_the_policy_refuses_inline_script(live_server: Any, browser: Browser) -> None:
    """The console must stay empty elsewhere because pages obey, not because nobody watches."""
    context = browser.new_context(base_url=live_server.url)
    pagina = context.new_page()
    klachten: list[str] = []
    pagina.on("console", lambda bericht: klachten.append(bericht.text))
    pagina.goto("/")
    pagina.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.x = 1';"
        " document.head.append(s); }"
    )
    assert pagina.evaluate("window.x") is None
    assert any("Content Security Policy" in klacht for klacht in klachten)
    context.close()


def toetsen(pagina: Page, *namen: str) -> None:
    for naam in namen:
        pagina.keyboard.press(naam)


def tot_aan(pagina: Page, selector: str, hoogstens: int = 30) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(hoogstens):
        pagina.keyboard.press("Tab")
        if pagina.locator(selector).evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"{selector} cannot be reached with Tab")


def test_logging_in_and_out_by_keyboard_alone(pagina: Page) -> None:
    medewerker = maak.maak_medewerker(Rol.LOKET, naam="Sanne Verhoef")
    pagina.goto("/aanmelden/")
    tot_aan(pagina, "#id_login")
    pagina.keyboard.type(medewerker.gebruikersnaam)
    pagina.keyboard.press("Tab")
    pagina.keyboard.type(maak.WACHTWOORD)
    pagina.keyboard.press("Enter")
    expect(pagina.locator(".sd-menu summary")).to_have_text("Sanne Verhoef")
    tot_aan(pagina, ".sd-menu summary")
    pagina.keyboard.press("Enter")
    tot_aan(pagina, ".sd-menu__knop")
    pagina.keyboard.press("Enter")
    expect(pagina.locator(".sd-kop a.sd-kop__knop")).to_have_text("Aanmelden")


def test_a_wrong_password_is_told_without_saying_which_half_was_wrong(pagina: Page, axe: Keuring) -> None:
    pagina.goto("/aanmelden/")
    pagina.fill("#id_login", "bestaat.niet")
    pagina.fill("#id_password", "ook niet goed 123")
    pagina.keyboard.press("Enter")
    overzicht = pagina.locator(".sd-foutoverzicht")
    expect(overzicht).to_be_focused()
    axe(pagina)


def test_the_skip_link_is_first_and_goes_to_the_content(pagina: Page) -> None:
    pagina.goto("/woordenlijst/")
    pagina.keyboard.press("Tab")
    expect(pagina.locator(".utrecht-skip-link")).to_be_focused()
    expect(pagina.locator(".utrecht-skip-link")).to_be_in_viewport()
    pagina.keyboard.press("Enter")
    expect(pagina).to_have_url(re.compile("#inhoud$"))


def test_the_focus_is_always_visible(pagina: Page, met_galerij: None) -> None:
    pagina.goto("/galerij/")
    for _ in range(40):
        pagina.keyboard.press("Tab")
        zichtbaar = pagina.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
            const l = e.nextElementSibling, t = l ? getComputedStyle(l) : s;
            if (e === document.body) return '';
            const dik = x => x.outlineStyle !== 'none' && parseFloat(x.outlineWidth) >= 2;
            return dik(s) || dik(t) ? '' : e.outerHTML.slice(0, 120) }"""
        )
        assert zichtbaar == ""


def test_a_term_is_computed_without_javascript(maak_pagina: MaakPagina) -> None:
    pagina = maak_pagina(script=False)
    pagina.goto("/termijnen/")
    pagina.select_option("#id_soort", "wmo-onderzoek")
    pagina.fill("#id_start", "2025-03-10")
    pagina.get_by_role("button", name="Bereken").click()
    expect(pagina.locator(".sd-klok__dag strong")).to_have_text("di 22 april 2025")
    expect(pagina).to_have_url(re.compile("soort=wmo-onderzoek&start=2025-03-10"))


def test_a_row_is_added_without_javascript(maak_pagina: MaakPagina) -> None:
    pagina = maak_pagina(script=False)
    pagina.goto(TERMIJN)
    pagina.get_by_role("button", name="Nog een periode erbij").click()
    expect(pagina.locator("#id_s1-van")).to_be_visible()
    expect(pagina.locator("#id_s0-van")).to_have_value("2025-02-13")


def test_the_glossary_filters_while_typing(pagina: Page, axe: Keuring) -> None:
    pagina.goto("/woordenlijst/")
    pagina.keyboard.press("/")
    expect(pagina.locator("#zoek-woord")).to_be_focused()
    pagina.keyboard.type("bezwaartermijn")
    expect(pagina.locator("#aanbieder")).to_have_count(0)
    expect(pagina.locator("#bezwaartermijn")).to_be_visible()
    expect(pagina).to_have_url(re.compile("zoek=bezwaartermijn"))
    expect(pagina.locator("#gevonden")).to_have_text(re.compile(r"^\d woord"))
    axe(pagina)


def test_the_language_switch_keeps_page_and_answer(pagina: Page) -> None:
    pagina.goto(TERMIJN)
    pagina.get_by_role("button", name="English").click()
    expect(pagina.locator(".sd-klok__dag strong")).to_have_text("Mon 14 April 2025")
    expect(pagina.locator("html")).to_have_attribute("lang", "en")
    pagina.get_by_role("button", name="Nederlands").click()
    expect(pagina.locator(".sd-klok__dag strong")).to_have_text("ma 14 april 2025")


# --- components with a script


def test_a_dialog_takes_the_focus_and_gives_it_back(pagina: Page, met_galerij: None, axe: Keuring) -> None:
    pagina.goto("/galerij/")
    opener = pagina.get_by_role("link", name="Open een dialoog")
    opener.focus()
    pagina.keyboard.press("Enter")
    dialoog = pagina.get_by_role("dialog", name="Melding intrekken?")
    expect(dialoog).to_be_visible()
    axe(pagina)
    pagina.keyboard.press("Escape")
    expect(dialoog).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_dialog_is_a_link_without_javascript(maak_pagina: MaakPagina, met_galerij: None) -> None:
    pagina = maak_pagina(script=False)
    pagina.goto("/galerij/")
    pagina.get_by_role("link", name="Open een dialoog").click()
    expect(pagina).to_have_url(re.compile("#intrekken-zonder-script$"))


def test_a_timeline_shows_more_below_what_was_there(pagina: Page, met_galerij: None) -> None:
    pagina.goto("/galerij/")
    regels = pagina.locator("#tijdlijn-lijst > li")
    expect(regels).to_have_count(4)
    pagina.locator("#tijdlijn-knop").click()
    expect(regels).to_have_count(5)
    expect(pagina.locator("#tijdlijn-knop")).to_have_count(0)


def test_chips_are_chosen_with_the_space_bar(pagina: Page, met_galerij: None) -> None:
    pagina.goto("/galerij/")
    chip = pagina.locator("#id_leeg-domeinen_2")
    chip.focus()
    pagina.keyboard.press("Space")
    expect(chip).to_be_checked()


def test_paper_holds_the_content_alone(pagina: Page, beeld: Beeld) -> None:
    pagina.goto(TERMIJN)
    pagina.emulate_media(media="print")
    expect(pagina.locator(".sd-klok")).to_be_visible()
    for selector in (".sd-nav", ".sd-kop__rechts", "main form", ".sd-oefen"):
        expect(pagina.locator(selector)).to_be_hidden()
    beeld(pagina, "termijnen-papier")
