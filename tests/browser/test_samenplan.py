"""Two professionals in one plan, in two real browsers: no word is lost, and both see each other."""

import re
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from samendoen.casus.api import zet_tweede
from samendoen.casus.models import Actie, Doel
from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from tests.browser.conftest import ZONDER_PAUZE, Keur, MaakPagina
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
BEGIN = date(2024, 5, 13)
DOEL = "Wat wil deze persoon bereiken?"


@pytest.fixture
def joke() -> Actor:
    with klok.op(BEGIN):
        return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen"))


@pytest.fixture
def piet(joke: Actor) -> Actor:
    with klok.op(BEGIN):
        return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Piet Pieters"))


@pytest.fixture
def plan(joke: Actor, piet: Actor) -> str:
    """Give the address of a concept with two goals; Joke directs, Piet is the second professional."""
    with klok.op(BEGIN):
        moeder, zoon = maak_gezin(("Fatima", date(1985, 3, 12)), ("Sami", date(2010, 1, 20)))
        casus = maak_casus(joke, maak_melding(moeder))
        zet_tweede(joke, casus, piet.id)
        eten = doel(moeder, actie(), tekst="Ik wil 's avonds samen eten.", leefgebied="opvoeden_en_opgroeien")
        school = doel(zoon, tekst="Ik wil weer naar school.", leefgebied="psychische_gezondheid")
        schrijf(joke, casus, [eten, school])
    return f"/casussen/{casus}/plan"


def binnen(pagina: Page, wie: Actor, adres: str) -> Page:
    """Log somebody in without the screen for it."""
    sessie = aangemelde_client(Gebruiker.objects.get(pk=wie.id or 0)).cookies["sessionid"].value
    pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": adres}])
    return pagina


def bewaard(pagina: Page) -> None:
    expect(pagina.locator("#stand [data-bewaard]")).to_contain_text("Opgeslagen om")


def _zonder_antwoord(route: Route) -> None:
    """Let what is sent arrive, and lose the answer."""
    route.fetch()
    route.abort()


def test_two_professionals_in_one_plan_lose_no_word(
    maak_pagina: MaakPagina, joke: Actor, piet: Actor, plan: str, keur: Keur, live_server: Any
) -> None:
    eten, school = Doel.objects.order_by("volgorde")
    een, twee = binnen(maak_pagina(), joke, live_server.url), binnen(maak_pagina(), piet, live_server.url)

    # Different goals: they go together by themselves, and it is shown.
    een.goto(f"{plan}/doel/{eten.kenmerk}/")
    twee.goto(f"{plan}/doel/{school.kenmerk}/")
    een.get_by_label("Wanneer zijn we tevreden?").fill("Drie avonden in de week.")
    bewaard(een)
    twee.get_by_label("Wanneer zijn we tevreden?").fill("Een maand geen dag gemist.")
    bewaard(twee)
    expect(twee.locator("#stand")).to_contain_text("Joke Jansen: doel bij Opvoeden en opgroeien")
    twee.get_by_role("button", name="Doel opslaan").click()
    expect(twee.locator("main")).to_contain_text("Laatst gewijzigd: Joke Jansen")

    # The same field, while both pages save by themselves.
    twee.goto(f"{plan}/doel/{eten.kenmerk}/")
    een.get_by_role("textbox", name=DOEL).fill("Van Joke.")
    bewaard(een)
    twee.get_by_role("textbox", name=DOEL).fill("Van Piet.")
    expect(twee.get_by_role("alert")).to_contain_text("Een collega heeft hier intussen ook iets veranderd.")
    assert Doel.objects.get(pk=eten.pk).tekst == "Van Joke."
    keuze = twee.get_by_role("group", name="Joke Jansen schreef hier intussen ook")
    expect(keuze).to_contain_text("Van Joke.")
    expect(twee.get_by_role("textbox", name=DOEL)).to_have_value("Van Piet.")
    hun, mijn = keuze.bounding_box(), twee.get_by_role("textbox", name=DOEL).bounding_box()
    assert hun and mijn
    assert hun["x"] + hun["width"] <= mijn["x"], "the two texts stand side by side"
    # By the button it is the same: so it is without JavaScript.
    twee.get_by_role("button", name="Doel opslaan").click()
    expect(twee).to_have_title(re.compile("Fout:"))
    keur(twee)
    keuze.get_by_role("radio", name="Allebei").check()
    expect(keuze).to_have_count(0)
    expect(twee.get_by_role("textbox", name=DOEL)).to_have_value("Van Joke.\n\nVan Piet.")
    twee.get_by_role("textbox", name=DOEL).fill("Van ons samen.")
    twee.get_by_role("button", name="Doel opslaan").click()
    expect(twee.get_by_role("heading", level=1)).to_contain_text("Plan schrijven")
    nu = Doel.objects.get(pk=eten.pk)
    assert (nu.tekst, nu.tevreden_als) == ("Van ons samen.", "Drie avonden in de week.")
    # Joke typed nothing since: what she has on screen overwrites nothing either.
    een.get_by_role("button", name="Doel opslaan").click()
    expect(een.locator("main")).to_contain_text("Van ons samen.")


def test_writing_goes_on_without_a_connection(
    browser: Browser, joke: Actor, plan: str, live_server: Any
) -> None:
    eten = Doel.objects.order_by("volgorde")[0]
    # A page of its own: a browser complains on its console that the server is away, as it should.
    context = browser.new_context(locale="nl-NL")
    context.add_init_script(ZONDER_PAUZE)
    pagina = binnen(context.new_page(), joke, live_server.url)
    blad = f"{live_server.url}{plan}/doel/{eten.kenmerk}/actie/{eten.acties.get().kenmerk}/"
    pagina.goto(blad)
    veld = pagina.get_by_label("Wat spreken we af?")
    pagina.route(blad, lambda route: route.abort())
    veld.fill("Zonder verbinding.")
    expect(pagina.get_by_role("alert")).to_contain_text("er is geen verbinding")
    pagina.get_by_role("button", name="Actie opslaan").click()
    expect(veld).to_have_value("Zonder verbinding.")
    # The connection is back for one save, whose answer gets lost: nobody has to choose against oneself.
    pagina.unroute(blad)
    pagina.route(blad, _zonder_antwoord)
    with pagina.expect_event("requestfailed"):
        veld.press_sequentially(" En verder.")
    assert Actie.objects.get().tekst == "Zonder verbinding."
    # The page is closed before it is answered: this device offers the words again.
    pagina.route(blad, lambda route: route.abort())
    veld.press_sequentially(" Tot hier.")
    bewaard_hier = "Object.values(localStorage).join()"
    pagina.wait_for_function(f"() => {bewaard_hier}.includes('geheim')")
    assert "verbinding" not in pagina.evaluate(bewaard_hier)
    pagina.close(run_before_unload=False)
    pagina = context.new_page()
    pagina.goto(blad)
    veld = pagina.get_by_label("Wat spreken we af?")
    expect(veld).to_have_value("Zonder verbinding. En verder. Tot hier.")
    pagina.wait_for_function("() => !Object.keys(localStorage).length")
    bewaard(pagina)
    assert Actie.objects.get().tekst == "Zonder verbinding. En verder. Tot hier."
    # The button saves first what was not saved yet: nothing stays behind on the device.
    veld.press_sequentially(" Klaar.")
    pagina.get_by_role("button", name="Actie opslaan").click()
    expect(pagina.locator("main")).to_contain_text("En verder. Tot hier. Klaar.")
    assert pagina.evaluate("Object.keys(localStorage)") == []
    context.close()
