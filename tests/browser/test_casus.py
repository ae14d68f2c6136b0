"""A household taken through its casus in a real browser: by keyboard, on every width, on paper."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from samendoen.casus.actions.concept import ongewijzigd, wijzig_concept
from samendoen.casus.api import (
    Akkoordinvoer,
    leg_akkoorden_vast,
    rond_acties_af,
    stel_plannen_vast,
    voeg_meldingen_toe,
    zet_tweede,
)
from samendoen.casus.models import Actie, Casus, Plan
from samendoen.kaart.api import aanbod_voor_keuze, importeer_kaart
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.toegang.models import Melding
from tests.browser.conftest import Keur, Keuring, MaakPagina
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
Bekijk = Callable[..., Page]
BEGIN = date(2024, 5, 2)


@pytest.fixture
def joke() -> Actor:
    """Give a consulent of Leerdam with a colleague, and offers on the map."""
    with klok.op(BEGIN):
        maak_medewerker(Rol.CONSULENT, [TEAM], "Piet Pieters")
        wie = actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen"))
        importeer_kaart(SYSTEEM, "1961")
    return wie


@pytest.fixture
def bekijk(maak_pagina: MaakPagina, live_server: Any, joke: Actor) -> Bekijk:
    """Give a maker of pages in which Joke is logged in."""
    sessie = aangemelde_client(Gebruiker.objects.get(pk=joke.id or 0)).cookies["sessionid"].value

    def binnen(breedte: int = 1280, **anders: bool) -> Page:
        pagina = maak_pagina(breedte, **anders)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        return pagina

    return binnen


@pytest.fixture
def gezin() -> Iterator[list[int]]:
    """Give a mother with a son of 14 and a daughter of 8."""
    with klok.op(BEGIN):
        yield maak_gezin(
            ("Fatima", date(1985, 3, 12)), ("Sami", date(2010, 1, 20)), ("Noor", date(2016, 2, 1))
        )


VRAAG = (
    "Sinds mijn man weg is, red ik het niet meer met de kinderen. Sami gaat bijna niet meer naar school en "
    "'s avonds is er altijd ruzie."
)


@pytest.fixture
def vol(joke: Actor, gezin: list[int]) -> int:
    """Give a casus in the middle of its life: two questions, a plan that holds, an action that is done."""
    moeder, zoon, _dochter = gezin
    collega = Gebruiker.objects.get(naam="Piet Pieters").pk
    with klok.op(BEGIN):
        casus = maak_casus(joke, maak_melding(moeder, VRAAG))
    with klok.op(date(2024, 5, 20)):
        voeg_meldingen_toe(joke, [(casus, maak_melding(zoon, "School belt: Sami was elf dagen weg."))])
        zet_tweede(joke, casus, collega)
        plan = schrijf(joke, casus, doelen(moeder, zoon), date(2024, 9, 2))
        akkoorden = [
            Akkoordinvoer(plan, moeder, "akkoord", klok.vandaag()),
            Akkoordinvoer(
                plan, zoon, "niet_akkoord", klok.vandaag(), "Ik wil niemand naast me in de klas.", ("zelf",)
            ),
        ]
        leg_akkoorden_vast(joke, akkoorden)
        stel_plannen_vast(joke, [(plan, klok.vandaag())])
    with klok.op(date(2024, 5, 28)):
        gedaan = Actie.objects.get(tekst__startswith="Ik bel")
        rond_acties_af(joke, [(gedaan.pk, "gedaan", klok.vandaag())])
    return casus


def doelen(moeder: int, zoon: int) -> list[Any]:
    """Return goals over the whole pyramid."""
    nummer, _naam = aanbod_voor_keuze(["opvoeden_en_opgroeien"])[0]
    return [
        doel(
            moeder,
            actie("eigen_kracht", "Ik bel elke zondag met mijn zus.", wie="Fatima"),
            actie("netwerk", "Oma haalt Noor op dinsdag en donderdag uit school.", wie="Oma Aicha"),
            actie(
                "algemeen",
                "Samen naar het spreekuur over opvoeden.",
                wie="Joke en Fatima",
                aanbod=nummer,
                uiterlijk=date(2024, 6, 14),
            ),
            tekst="Ik wil 's avonds rust in huis, zodat we samen kunnen eten.",
            leefgebied="opvoeden_en_opgroeien",
        ),
        doel(
            moeder,
            actie("basishulp", "Elke week een gesprek over geld en formulieren.", wie="Joke Jansen"),
            tekst="Ik wil weten wat er elke maand binnenkomt en uitgaat.",
            leefgebied="inkomen",
        ),
        doel(
            zoon,
            actie("eigen_kracht", "Sami zet zijn telefoon om tien uur uit.", wie="Sami"),
            actie(
                "maatwerk",
                "Begeleiding thuis en op school, twee keer in de week.",
                niet_lichter="De mentor en de jongerenwerker hebben drie maanden geprobeerd. Sami blijft weg "
                "zodra het druk wordt in de klas.",
            ),
            tekst="Ik wil weer naar school zonder buikpijn.",
            leefgebied="psychische_gezondheid",
        ),
    ]


def test_a_household_from_its_question_to_a_plan_that_holds_by_keyboard(
    bekijk: Bekijk, gezin: list[int], joke: Actor
) -> None:
    with klok.op(BEGIN):
        melding = maak_melding(gezin[0], VRAAG)
    pagina = bekijk()
    pagina.goto(f"/meldingen/{melding}/")
    pagina.get_by_role("link", name="Casus openen").press("Enter")
    expect(pagina.get_by_label("Wie wordt regisseur?")).to_contain_text("Joke Jansen")
    pagina.get_by_role("button", name="Casus openen").press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Fatima Yilmaz en nog 2")
    pagina.get_by_role("link", name="Plan schrijven").first.press("Enter")
    pagina.get_by_role("link", name="Doel toevoegen").press("Enter")
    pagina.get_by_role("radio", name="Sami Yilmaz").press("Space")
    pagina.get_by_role("radio", name="Opvoeden en opgroeien").press("Space")
    pagina.get_by_label("Wat wil deze persoon bereiken?").fill("Ik wil weer naar school.")
    pagina.get_by_label("Wanneer zijn we tevreden?").fill("Als ik een maand geen dag mis.")
    pagina.get_by_role("button", name="Doel opslaan").press("Enter")
    pagina.get_by_role("link", name="Actie toevoegen").press("Enter")
    naam = aanbod_voor_keuze(["opvoeden_en_opgroeien"])[0][1]
    pagina.get_by_label("Aanbod van de sociale kaart").select_option(label=naam)
    expect(pagina.get_by_label("Wat spreken we af?")).to_have_value(re.compile("Gebruik maken van"))
    expect(pagina.locator("input[name=niveau]:checked")).to_have_count(1)
    pagina.get_by_role("button", name="Actie opslaan").press("Enter")
    pagina.get_by_label("Wanneer kijkt u samen terug?").fill("2024-09-02")
    pagina.get_by_role("button", name="Dag opslaan").press("Enter")
    pagina.get_by_role("link", name=re.compile("Leg vast wat deze persoon vindt.*Sami")).press("Enter")
    pagina.get_by_role("radio", name="Eens met het plan", exact=True).press("Space")
    pagina.get_by_role("button", name="Opslaan").press("Enter")
    expect(pagina.locator(".cs-akkoorden")).to_contain_text("de ouders met gezag, de inwoner zelf")
    pagina.get_by_role("link", name="Vaststellen").press("Enter")
    pagina.get_by_role("button", name="Vaststellen").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("Het plan geldt.")
    pagina.get_by_role("link", name="Onderzoek afgerond, verslag verstuurd").press("Enter")
    pagina.get_by_role("button", name="Onderzoek afgerond").press("Enter")
    expect(pagina.locator(".cs-melding")).to_contain_text("op tijd klaar")
    assert Plan.objects.get().status == "vastgesteld"
    assert Melding.objects.get().uitkomst == "onderzocht"


def test_the_screens_are_accessible_and_fit_on_every_width(
    bekijk: Bekijk, keur: Keur, joke: Actor, vol: int, gezin: list[int]
) -> None:
    los = maak_melding(gezin[2], "Noor slaapt slecht.")
    doel_ = Plan.objects.get(pk=wijzig_concept(joke, vol, ongewijzigd)).doelen.order_by("volgorde")[0]
    bladen = {
        "casus": f"/casussen/{vol}/",
        "plan-schrijven": f"/casussen/{vol}/plan/schrijven/",
        "casus-brief": f"/casussen/{vol}/plan/",
        "casussen": "/casussen/",
        "casus-loopt": f"/meldingen/{los}/casus/",
        "casus-sluiten": f"/casussen/{vol}/sluiten/",
        "plan-akkoord": f"/casussen/{vol}/akkoord/{gezin[1]}/",
        "plan-actie": f"/casussen/{vol}/plan/doel/{doel_.kenmerk}/actie/",
    }
    beelden = {"casus": "casus-lopend", "plan-schrijven": "plan-schrijven", "casus-brief": "casus-brief"}
    pagina = bekijk()
    for naam, blad in bladen.items():
        pagina.goto(blad)
        keur(pagina, beelden.get(naam, ""))


def test_the_casus_in_high_contrast(bekijk: Bekijk, axe: Keuring, vol: int) -> None:
    pagina = bekijk(contrast=True)
    pagina.goto(f"/casussen/{vol}/")
    axe(pagina)


def test_without_javascript_an_offer_fills_in_who_helps(
    bekijk: Bekijk, joke: Actor, gezin: list[int]
) -> None:
    with klok.op(BEGIN):
        casus = maak_casus(joke, maak_melding(gezin[0]))
        rust = doel(gezin[0], leefgebied="inkomen")
        schrijf(joke, casus, [rust])
    nummer, naam = aanbod_voor_keuze(["inkomen"])[0]
    pagina = bekijk(script=False)
    pagina.goto(f"/casussen/{casus}/plan/schrijven/")
    pagina.get_by_role("link", name="Actie toevoegen").press("Enter")
    pagina.get_by_label("Aanbod van de sociale kaart").select_option(label=naam)
    pagina.get_by_role("button", name="Actie opslaan").press("Enter")
    expect(pagina.locator(".cs-actie")).to_contain_text("Gebruik maken van")
    assert Actie.objects.get().aanbod_id == nummer


def test_the_plan_prints_on_two_sides_of_paper(bekijk: Bekijk, vol: int) -> None:
    pagina = bekijk()
    pagina.goto(f"/casussen/{vol}/plan/")
    papier = pagina.pdf(format="A4", prefer_css_page_size=True)
    [bladen] = re.findall(rb"/Type /Pages\b.*?/Count (\d+)", papier, re.DOTALL) or re.findall(
        rb"/Count (\d+)", papier
    )
    assert int(bladen) <= 2
    pagina.emulate_media(media="print")
    expect(pagina.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(pagina.locator(".sd-brief")).to_be_visible()


def test_the_list_leads_to_the_casus_and_the_timeline_fetches_more(
    bekijk: Bekijk, joke: Actor, vol: int
) -> None:
    for n in range(16):
        schrijf(joke, vol, [doel(Casus.objects.get().betrokkenen.order_by("pk")[0].inwoner_id, tekst=f"{n}")])
        with klok.op(date(2024, 6, 3)):
            zet_tweede(joke, vol, None if n % 2 else Gebruiker.objects.get(naam="Piet Pieters").pk)
    pagina = bekijk()
    pagina.goto("/casussen/")
    pagina.get_by_role("link", name="Fatima Yilmaz en nog 2").press("Enter")
    pagina.wait_for_url(f"**/casussen/{vol}/", wait_until="load")  # so that htmx listens
    regels = pagina.locator(".sd-tijdlijn__regel")
    voor = regels.count()
    pagina.get_by_role("link", name="Meer laten zien").press("Enter")
    expect(regels.filter(has_text="Casus geopend")).to_have_count(1)
    assert regels.count() > voor
