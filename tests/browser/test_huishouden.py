"""The thread, by keyboard alone: a household's question becomes a plan, a decision and a figure.

One household of Leerdam: a mother of seventy-one and a grown daughter. The front desk takes the question, the
team makes the plan with them and decides, the policy adviser sees it counted.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from samendoen.beleid.api import laad_voorbeeld
from samendoen.besluiten.api import importeer_catalogus
from samendoen.besluiten.models import Toewijzing
from samendoen.casus.models import Casus, Plan
from samendoen.inwoners.api import NieuweInwoner, NieuwHuishouden, registreer_inwoners, vorm_huishoudens
from samendoen.kaart.api import importeer_kaart
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from samendoen.toegang.models import Melding
from tests.browser.conftest import Beeld, Keuring, MaakPagina
from tests.browser.toetsen import Toetsen
from tests.maak import WACHTWOORD, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
VANDAAG = date(2024, 6, 3)
TEAM = "gebiedsteam_leerdam"
VRAAG = "Ik heb reuma en kom niet meer de deur uit. Mijn dochter doet nu alles, dat houdt zij niet vol."
# Keystroke-level model (Card, Moran and Newell): an average typist takes 0.28 s for a touch, and 1.35 s to
# think before each of the ten fields and buttons of this page.
TOETS_S, DENK_S, VELDEN = 0.28, 1.35, 10
Kijk = Callable[[Gebruiker], Page]


@pytest.fixture
def gezin() -> list[int]:
    """The household is known: the mother asked something years ago."""
    maak_gemeente()
    importeer_kaart(SYSTEEM, "vijfheerenlanden")
    importeer_catalogus(SYSTEEM, "1961")
    laad_voorbeeld(SYSTEEM)
    adres: dict[str, Any] = {
        "straat": "Lingedijk",
        "huisnummer": "12",
        "postcode": "4141 AB",
        "plaats": "Leerdam",
    }
    wie = [("Fatima", date(1953, 3, 3), "vrouw"), ("Noor", date(1981, 5, 5), "vrouw")]
    ids = registreer_inwoners(
        SYSTEEM,
        [NieuweInwoner(uuid4(), "Yilmaz", op, naam, geslacht=sekse, **adres) for naam, op, sekse in wie],
    )
    leden = tuple(zip(ids, ("ouder", "kind"), strict=True))
    vorm_huishoudens(SYSTEEM, [NieuwHuishouden(uuid4(), date(2015, 1, 5), leden)])
    return ids


@pytest.fixture
def buren(gezin: list[int]) -> None:
    """Enough other questions for a figure: below five none is shown."""
    wie = [NieuweInwoner(uuid4(), f"Buur{letter}", date(1960, 1, 1)) for letter in "abcdef"]
    with klok.op(VANDAAG - timedelta(days=3)):
        nieuw = [
            NieuweMelding(uuid4(), "Een vraag", "telefoon", "wmo", TEAM, klok.vandaag(), inwoner=persoon)
            for persoon in registreer_inwoners(SYSTEEM, wie)
        ]
        registreer_meldingen(SYSTEEM, nieuw)


def meld_aan(pagina: Page, wie: Gebruiker) -> Toetsen:
    """Log in by keyboard and give the hands that did it."""
    pagina.goto("/aanmelden/")
    toetsen = Toetsen(pagina)
    toetsen.vul("login", wie.gebruikersnaam)
    toetsen.vul("password", WACHTWOORD)
    toetsen.enter()
    return toetsen


def neem_op(pagina: Page, wie: Gebruiker, axe: Keuring, beeld: Beeld) -> None:
    """The front desk takes the question, recognises the household and accepts the proposal."""
    toetsen = meld_aan(pagina, wie)
    pagina.goto("/meldingen/nieuw/")
    toetsen.aantal = 0
    toetsen.typ(VRAAG)  # the question has the focus
    toetsen.vul("achternaam", "yilmaz")
    toetsen.vul("geboortedatum", "03031953")
    kaart = pagina.locator(".tg-kaart", has_text="Fatima Yilmaz")
    expect(kaart).to_contain_text("woont met Noor Yilmaz")
    toetsen.kies("inwoner", kaart.locator("input").get_attribute("value") or "")
    toetsen.kies("kader", "wmo")
    toetsen.vink("leefgebieden", "lichamelijke_gezondheid")
    expect(pagina.locator("#voorstel")).to_contain_text("Leerdam")
    axe(pagina)
    beeld(pagina, "melding-opnemen-scherm", heel=True)
    toetsen.knop("Melding opnemen")
    pagina.wait_for_url("**/meldingen/*/*")
    expect(pagina.locator("main")).to_contain_text("ma 15 juli 2024")
    toetsen.knop("Voorstel overnemen")
    expect(pagina.get_by_role("status")).to_be_visible()
    duur = toetsen.aantal * TOETS_S + VELDEN * DENK_S
    assert duur < 120, f"{toetsen.aantal} touches, {duur:.0f} s: a melding takes under two minutes"
    assert Melding.objects.get(vraag=VRAAG).route == "team"


def bevestig(pagina: Page, axe: Keuring, beeld: Beeld) -> None:
    """The confirmation goes out, with free client support and the seven days."""
    toetsen = Toetsen(pagina)
    toetsen.knop("Ontvangst bevestigen")
    brief = pagina.get_by_role("article").first
    expect(brief).to_contain_text("cliëntondersteun")
    expect(brief).to_contain_text("10 juni 2024")
    axe(pagina)
    beeld(pagina, "bevestiging-scherm", heel=True)
    toetsen.knop("De brief is verstuurd")
    expect(pagina.get_by_role("status")).to_be_visible()


def maak_plan(pagina: Page, wie: Gebruiker, axe: Keuring) -> None:
    """The consulent opens the casus and writes with the household who does what."""
    toetsen = meld_aan(pagina, wie)
    pagina.goto(f"/meldingen/{Melding.objects.get(vraag=VRAAG).pk}/")
    toetsen.knop("Casus openen")
    toetsen.knop("Casus openen")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Yilmaz")
    axe(pagina)
    toetsen.knop("Plan schrijven")
    toetsen.knop("Doel toevoegen")
    moeder = Casus.objects.get().dossier.persoon_id
    toetsen.kies("persoon", str(moeder))
    toetsen.kies("leefgebied", "lichamelijke_gezondheid")
    toetsen.vul("tekst", "Ik wil weer zelf naar de markt, zonder dat Noor vrij moet nemen.")
    toetsen.vul("tevreden_als", "Als ik elke week een keer buiten kom.")
    toetsen.knop("Doel opslaan")
    voeg_actie_toe(toetsen, "netwerk", "Noor gaat op zaterdag mee naar de markt.")
    voeg_actie_toe(
        toetsen,
        "maatwerk",
        "Iemand neemt het zware werk in huis over.",
        "Noor werkt vijf dagen. Vrijwilligers doen dit werk niet.",
    )
    toetsen.vul("evaluatie_op", "09092024")
    toetsen.knop("Dag opslaan")
    expect(pagina.get_by_role("status")).to_be_visible()


def voeg_actie_toe(toetsen: Toetsen, niveau: str, tekst: str, niet_lichter: str = "") -> None:
    toetsen.knop("Actie toevoegen")
    toetsen.kies("niveau", niveau)
    toetsen.vul("tekst", tekst)
    if niet_lichter:
        toetsen.vul("niet_lichter", niet_lichter)
    toetsen.knop("Actie opslaan")
    expect(toetsen.pagina.locator("main")).to_contain_text(tekst)


def spreek_af(pagina: Page, axe: Keuring, past: Keuring, beeld: Beeld) -> None:
    """Both agree, the plan is adopted, the investigation is done: its clock is met."""
    toetsen = Toetsen(pagina)
    for nummer in range(2):
        link = pagina.locator("main").get_by_role("link", name="Leg vast wat deze persoon vindt")
        toetsen.naar(link.nth(nummer))
        toetsen.enter()
        toetsen.kies("oordeel", "akkoord")
        toetsen.knop("Opslaan")
        expect(pagina.get_by_role("status")).to_be_visible()
    toetsen.knop("Vaststellen")
    toetsen.knop("Vaststellen")
    expect(pagina.get_by_role("status")).to_be_visible()
    toetsen.knop("Onderzoek afgerond, verslag verstuurd")
    toetsen.knop("Onderzoek afgerond, verslag verstuurd")
    expect(pagina.locator("main")).to_contain_text("gehaald")
    assert Plan.objects.get().status == "vastgesteld"
    axe(pagina)
    past(pagina)
    beeld(pagina, "casus-scherm")


def beslis(pagina: Page, axe: Keuring, beeld: Beeld) -> None:
    """What the plan asks is applied for, decided, told by letter, and assigned to a provider."""
    toetsen = Toetsen(pagina)
    toetsen.knop("Voorziening aanvragen")
    toetsen.knop("Neem deze woorden over")
    toetsen.vul("product", "Hulp bij")
    toetsen.knop("Aanvraag opnemen")
    toetsen.knop("Beslissen")
    toetsen.kies("uitkomst", "toegekend")
    toetsen.vul("omvang", "2,5")
    toetsen.vul("van", "06062024")
    toetsen.vul("tot", "06062025")
    toetsen.vul("motivering", "Met deze hulp blijft uw huis schoon en houdt uw dochter het vol.")
    expect(pagina.locator("#voorbeeld")).to_contain_text("2,5 uur per week")
    axe(pagina)
    beeld(pagina, "beslissen-scherm", heel=True)
    toetsen.knop("Besluit nemen")
    toetsen.knop("Bekendmaken")
    toetsen.knop("Bekendmaken")
    expect(pagina.locator("main")).to_contain_text("15 juli 2024")  # the last day to object
    toetsen.knop("Toewijzen")
    toetsen.naar("main select[name=aanbieder]")
    toetsen.druk("ArrowDown")
    toetsen.knop("Toewijzen")
    expect(pagina.get_by_role("status")).to_be_visible()
    assert Toewijzing.objects.get().status == "geldt"


def tel(pagina: Page, wie: Gebruiker, axe: Keuring) -> None:
    """The next day it is in the figure, and the figure stands beside the goal of the plan."""
    toetsen = meld_aan(pagina, wie)
    pagina.goto("/cijfers/")
    toetsen.knop("Maak momentopname")
    pagina.goto("/cijfers/meldingen-per-team/")
    expect(pagina.locator("tr", has_text="Leerdam")).to_contain_text("7")
    axe(pagina)
    pagina.goto("/koers/?deel=plan-2020&open=1")
    expect(pagina.locator("main")).to_contain_text("Meldingen per team")
    expect(pagina.locator("main")).not_to_contain_text("Yilmaz")
    axe(pagina)


@pytest.mark.usefixtures("buren")
def test_a_household_from_its_question_to_the_council(
    maak_pagina: MaakPagina, axe: Keuring, past: Keuring, beeld: Beeld, settings: Any
) -> None:
    loket = maak_medewerker(Rol.LOKET, ["sociaal_loket"], "Noor de Wit")
    consulent = maak_medewerker(Rol.CONSULENT, [TEAM], "Yara Bakker")
    beleid = maak_medewerker(Rol.BELEID, [], "Ruben Smit")
    balie = maak_pagina()
    neem_op(balie, loket, axe, beeld)
    bevestig(balie, axe, beeld)
    kamer = maak_pagina()
    maak_plan(kamer, consulent, axe)
    spreek_af(kamer, axe, past, beeld)
    beslis(kamer, axe, beeld)
    settings.SAMENDOEN_VANDAAG = "2024-06-04"
    tel(maak_pagina(), beleid, axe)
