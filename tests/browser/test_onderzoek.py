"""An investigation in a real browser: by keyboard, two professionals in one text, without JavaScript."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from samendoen.casus.api import (
    geef_cijfers_later,
    schrijf_bevindingen,
    schrijf_onderzochten,
    verstuur_verslagen,
)
from samendoen.casus.models import Bevinding, Onderzoek
from samendoen.inwoners.api import NieuwGezag, leg_gezag_vast
from samendoen.kaart.api import importeer_kaart
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from samendoen.toegang.models import Melding
from tests.browser.conftest import ZONDER_PAUZE, Keur, Keuring, MaakPagina
from tests.browser.toetsen import Toetsen
from tests.casusmaker import TEAM, maak_casus, maak_gezin
from tests.maak import aangemelde_client, actor, maak_medewerker
from tests.onderzoekmaker import begin, bevinding, kies, onderzochte

pytestmark = pytest.mark.django_db(transaction=True)
BEGIN, GESPREK = date(2024, 5, 13), date(2024, 5, 20)
VRAAG = (
    "Sinds mijn val durf ik de trap niet meer op. Mijn dochter doet alles, maar die is ook op. "
    "Hoe moet dat nu verder met het huis?"
)
Binnen = Callable[..., Page]


@pytest.fixture
def joke() -> Actor:
    with klok.op(BEGIN):
        wie = actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen"))
        importeer_kaart(SYSTEEM, "1961")
    return wie


@pytest.fixture
def piet(joke: Actor) -> Actor:
    with klok.op(BEGIN):
        return actor(maak_medewerker(Rol.CONSULENT, [TEAM], "Piet Pieters"))


@pytest.fixture
def mensen(joke: Actor) -> tuple[int, int]:
    """Give a woman of 82 and the grandson of 12 for whom she decides."""
    with klok.op(BEGIN):
        oma, kind = maak_gezin(("Fatima", date(1942, 3, 12)), ("Sami", date(2012, 1, 20)))
        leg_gezag_vast(SYSTEEM, [NieuwGezag(kind, oma, klok.vandaag())])
    return oma, kind


@pytest.fixture
def casus(joke: Actor, mensen: tuple[int, int]) -> int:
    with klok.op(BEGIN):
        nieuw = NieuweMelding(
            uuid4(),
            VRAAG,
            "telefoon",
            "wmo",
            TEAM,
            klok.vandaag(),
            inwoner=mensen[0],
            leefgebieden=("wonen", "huishouden"),
        )
        return maak_casus(joke, registreer_meldingen(SYSTEEM, [nieuw])[0])


@pytest.fixture
def binnen(maak_pagina: MaakPagina, live_server: Any) -> Binnen:
    """Give a maker of pages in which somebody is logged in."""

    def maak(wie: Actor, breedte: int = 1280, **anders: bool) -> Page:
        sessie = aangemelde_client(Gebruiker.objects.get(pk=wie.id or 0)).cookies["sessionid"].value
        pagina = maak_pagina(breedte, **anders)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        return pagina

    return maak


def test_from_the_question_to_the_report_by_keyboard(
    joke: Actor, casus: int, mensen: tuple[int, int], binnen: Binnen
) -> None:
    pagina = binnen(joke)
    pagina.goto(f"/casussen/{casus}/")
    hand = Toetsen(pagina)
    hand.knop("Onderzoek beginnen")
    hand.knop("Onderzoek beginnen")
    pagina.get_by_role("link", name="Wonen").focus()
    hand.enter()
    hand.vul("situatie", "Zij slaapt op de bank.")
    hand.vul("wens", "Ik wil weer in een bed slapen.")
    expect(pagina.locator("#stand")).to_contain_text("Opgeslagen om")
    hand.knop("Verder: Huishouden")
    assert Bevinding.objects.get(leefgebied="wonen").wens == "Ik wil weer in een bed slapen."
    hand.vul("situatie", "Boven maakt niemand schoon.")
    hand.knop("Verder: Voor alle leefgebieden")
    hand.vul("conclusie", "Een bed beneden lost het op.")
    hand.knop("Klaar, naar het overzicht")
    hand.knop("Verslag maken en versturen")
    expect(pagina.get_by_role("article")).to_contain_text("Een bed beneden lost het op.")
    hand.knop("Verslag is verstuurd")
    expect(pagina.get_by_role("status")).to_contain_text("De termijn van de melding is klaar.")
    assert (Onderzoek.objects.get().status, Melding.objects.get().uitkomst) == ("afgerond", "onderzocht")


def test_two_professionals_in_one_text_lose_no_word(
    joke: Actor, piet: Actor, casus: int, mensen: tuple[int, int], binnen: Binnen, axe: Keuring
) -> None:
    with klok.op(GESPREK):
        begin(joke, casus)
    url = f"/casussen/{casus}/onderzoeken/1/{mensen[0]}/gebied/wonen/"
    een, twee = binnen(joke), binnen(piet)
    een.goto(url)
    twee.goto(url)
    een.get_by_label("Hoe gaat het nu?").fill("Van Joke.")
    expect(een.locator("#stand")).to_contain_text("Opgeslagen om")
    twee.get_by_label("Wat wil Fatima?").fill("Van Piet.")
    expect(twee.locator("#stand")).to_contain_text("Een collega schreef intussen bij: Hoe gaat het nu?")
    twee.get_by_label("Hoe gaat het nu?").fill("Ook van Piet.")
    expect(twee.get_by_role("alert")).to_contain_text("Niet opgeslagen.")
    keuze = twee.get_by_role("group", name="Hier staat intussen een andere tekst")
    expect(keuze).to_contain_text("Van Joke.")
    axe(twee)
    keuze.get_by_role("radio", name="Allebei").check()
    expect(twee.locator("#stand")).to_contain_text("Opgeslagen om")
    expect(keuze).to_have_count(0)
    expect(twee.get_by_label("Hoe gaat het nu?")).to_have_value("Van Joke.\n\nOok van Piet.")
    twee.get_by_label("Hoe gaat het nu?").fill("Van ons samen.")
    twee.get_by_role("button", name="Verder: Huishouden").click()
    expect(twee.get_by_role("heading", level=1)).to_contain_text("Huishouden")
    rij = Bevinding.objects.get(leefgebied="wonen")
    assert (rij.situatie, rij.wens) == ("Van ons samen.", "Van Piet.")


def test_typing_goes_on_when_the_connection_drops(
    joke: Actor, casus: int, mensen: tuple[int, int], binnen: Binnen, browser: Browser, live_server: Any
) -> None:
    with klok.op(GESPREK):
        begin(joke, casus)
    # A page of its own: a browser complains on its console that the server is away, as it should.
    context = browser.new_context(storage_state=binnen(joke).context.storage_state(), locale="nl-NL")
    context.add_init_script(ZONDER_PAUZE)
    pagina = context.new_page()
    pagina.goto(live_server.url + f"/casussen/{casus}/onderzoeken/1/{mensen[0]}/gebied/wonen/")
    veld = pagina.get_by_label("Hoe gaat het nu?")
    weg = "**/gebied/wonen/"
    pagina.route(weg, lambda route: route.fulfill(status=503, body=""))
    veld.fill("Zonder verbinding.")
    expect(pagina.get_by_role("alert")).to_contain_text("er is geen verbinding")
    pagina.unroute(weg)
    veld.press_sequentially(" En verder.")
    expect(pagina.locator("#stand")).to_contain_text("Opgeslagen om")
    assert Bevinding.objects.get(leefgebied="wonen").situatie == "Zonder verbinding. En verder."
    context.close()


def test_without_javascript_the_same_form_is_sent(
    joke: Actor, piet: Actor, casus: int, mensen: tuple[int, int], binnen: Binnen
) -> None:
    with klok.op(GESPREK):
        nummer = begin(joke, casus)
    pagina = binnen(joke, script=False)
    pagina.goto(f"/casussen/{casus}/onderzoeken/1/{mensen[0]}/gebied/wonen/")
    with klok.op(GESPREK):
        leeg = dict.fromkeys(("wens", "eigen_kracht", "netwerk", "mantelzorg", "algemeen"), "")
        schrijf_bevindingen(piet, [bevinding(nummer, mensen[0], situatie="Van Piet.", cijfer=None, **leeg)])
    pagina.get_by_label("Hoe gaat het nu?").fill("Van Joke.")
    pagina.get_by_role("button", name="Verder: Huishouden").click()
    expect(pagina.get_by_role("group", name="Piet Pieters schreef hier intussen ook")).to_be_visible()
    pagina.get_by_role("radio", name="Mijn tekst").check()
    pagina.get_by_role("button", name="Verder: Huishouden").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Huishouden")
    assert Bevinding.objects.get(leefgebied="wonen").situatie == "Van Joke."


def test_every_screen_at_every_width(
    joke: Actor,
    casus: int,
    mensen: tuple[int, int],
    binnen: Binnen,
    axe: Keuring,
    keur: Keur,
) -> None:
    oma, kind = mensen
    pagina, hoog = binnen(joke), binnen(joke, contrast=True)
    stam = f"/casussen/{casus}/onderzoeken/1"

    def bekijk(adres: str, naam: str = "") -> None:
        pagina.goto(adres)
        keur(pagina, naam)
        hoog.goto(adres)
        axe(hoog)

    bekijk(f"/casussen/{casus}/onderzoek/")
    with klok.op(GESPREK):
        nummer = begin(joke, casus)
    bekijk(f"{stam}/{oma}/leefgebieden/")
    with klok.op(GESPREK):
        _vul(joke, nummer, oma, kind)
    bekijk(f"{stam}/", "onderzoek")
    bekijk(f"{stam}/{oma}/gebied/wonen/", "onderzoek-leefgebied")
    bekijk(f"{stam}/{oma}/")
    bekijk(f"{stam}/verslag/", "onderzoek-verslag")
    with klok.op(date(2024, 6, 3)):
        verstuur_verslagen(joke, [(nummer, klok.vandaag())])
        later = (("wonen", 7), ("huishouden", 7), ("mobiliteit", 5))
        geef_cijfers_later(joke, [(nummer, oma, gebied, cijfer) for gebied, cijfer in later])
    bekijk(f"{stam}/", "onderzoek-klaar")
    bekijk(f"{stam}/{oma}/cijfers/")
    bekijk(f"{stam}/verslag/?voor={kind}")


def _vul(joke: Actor, nummer: int, oma: int, kind: int) -> None:
    kies(joke, nummer, oma, "wonen", "huishouden", "mobiliteit", "participatie")
    kies(joke, nummer, kind, "opvoeden_en_opgroeien")
    schrijf_bevindingen(
        joke,
        [
            bevinding(
                nummer,
                oma,
                situatie="De trap is steil. Sinds haar val slaapt Fatima op de bank.",
                wens="Ik wil in mijn eigen huis blijven en weer in een bed slapen.",
                eigen_kracht="Overdag redt zij zich beneden. Zij kookt zelf.",
                netwerk="Haar dochter komt elke dag langs en doet de was.",
                mantelzorg="Haar dochter is moe en wil één dag in de week vrij.",
                algemeen="De klussendienst maakt een tweede leuning. Dat is niet genoeg.",
                cijfer=3,
            ),
            bevinding(
                nummer,
                oma,
                "huishouden",
                situatie="Boven wordt niet meer schoongemaakt.",
                wens="Ik wil dat het huis er netjes uitziet.",
                algemeen="",
                cijfer=5,
            ),
            bevinding(
                nummer,
                oma,
                "mobiliteit",
                situatie="Met de rollator komt zij tot de winkel.",
                wens="Ik wil weer naar mijn zus.",
                cijfer=6,
            ),
            bevinding(
                nummer,
                kind,
                "opvoeden_en_opgroeien",
                situatie="Sami helpt veel in huis en mist soms school.",
                wens="Ik wil gewoon naar voetbal.",
                cijfer=6,
            ),
        ],
    )
    conclusie = (
        "Met een traplift of een bed beneden kan Fatima in haar huis blijven. Hulp in het huishouden is "
        "nodig zolang haar dochter op adem komt. Met de klussendienst alleen lukt dat niet."
    )
    antwoord = "Wij nemen de traplift mee. De hulp van uw dochter schrijven wij zo op."
    schrijf_onderzochten(
        joke,
        [
            onderzochte(
                nummer,
                oma,
                conclusie=conclusie,
                plan_antwoord=antwoord,
                clientondersteuning="",
                verteld=("pgb",),
            )
        ],
    )
