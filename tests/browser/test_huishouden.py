"""The main path, by keyboard alone and in ten minutes of touches: from a question to looking back.

One household of Leerdam: a mother of seventy-one and a grown daughter. The front desk takes the question, the
team investigates, makes the plan with them, decides and looks back, the policy adviser sees it counted.
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
from samendoen.casus.models import Casus, Doel, Plan
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

pytestmark = [pytest.mark.volle_maat, pytest.mark.django_db(transaction=True)]
VANDAAG = date(2024, 6, 3)
TEAM = "gebiedsteam_leerdam"
VRAAG = "Ik heb reuma en kom niet meer de deur uit. Mijn dochter doet nu alles, dat houdt zij niet vol."
CONCLUSIE = "U kunt het zware werk in huis niet meer zelf. Uw dochter heeft rust nodig."
# By the keystroke-level model of toetsen.py, without the minutes in which people talk.
MELDING_S, HEEL_S = 120, 600
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


def neem_op(pagina: Page, wie: Gebruiker, axe: Keuring, beeld: Beeld) -> Toetsen:
    """The front desk takes the question, recognises the household and accepts the proposal of triage."""
    toetsen = meld_aan(pagina, wie)
    pagina.goto("/meldingen/nieuw/")
    toetsen.opnieuw()
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
    gezegd = f"{toetsen.aantal} touches, {toetsen.duur:.0f} s"
    assert toetsen.duur < MELDING_S, f"{gezegd}: a melding takes under two minutes"
    assert Melding.objects.get(vraag=VRAAG).route == "team"
    return toetsen


def bevestig(toetsen: Toetsen, axe: Keuring, beeld: Beeld) -> None:
    """The confirmation goes out, with free client support and the seven days."""
    pagina = toetsen.pagina
    toetsen.knop("Ontvangst bevestigen")
    brief = pagina.get_by_role("article").first
    expect(brief).to_contain_text("cliëntondersteun")
    expect(brief).to_contain_text("10 juni 2024")
    axe(pagina)
    beeld(pagina, "bevestiging-scherm", heel=True)
    toetsen.knop("De brief is verstuurd")
    expect(pagina.get_by_role("status")).to_be_visible()


def open_casus(pagina: Page, wie: Gebruiker) -> Toetsen:
    """The consulent opens the casus."""
    toetsen = meld_aan(pagina, wie)
    pagina.goto(f"/meldingen/{Melding.objects.get(vraag=VRAAG).pk}/")
    toetsen.opnieuw()
    toetsen.knop("Casus openen")
    toetsen.knop("Casus openen")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Yilmaz")
    return toetsen


def onderzoek(toetsen: Toetsen, beeld: Beeld) -> None:
    """They look together, and the report that is sent meets the clock of the question."""
    pagina = toetsen.pagina
    toetsen.knop("Onderzoek beginnen")
    toetsen.knop("Onderzoek beginnen")
    toetsen.knop("Lichamelijke gezondheid")
    toetsen.vul("situatie", "Lopen en tillen doen pijn. Boven komt Fatima niet meer.")
    toetsen.vul("wens", "Ik wil weer naar de markt.")
    toetsen.vul("netwerk", "Noor doet alles na haar werk.")
    beeld(pagina, "hoofdpad-onderzoek-scherm")
    toetsen.knop("Verder: Voor alle leefgebieden")
    toetsen.vul("conclusie", CONCLUSIE)
    toetsen.knop("Klaar, naar het overzicht")
    toetsen.knop("Verslag maken en versturen")
    expect(pagina.get_by_role("article")).to_contain_text(CONCLUSIE)
    beeld(pagina, "hoofdpad-verslag-scherm", heel=True)
    toetsen.knop("Verslag is verstuurd")
    expect(pagina.get_by_role("status")).to_contain_text("De termijn van de melding is klaar.")
    melding = Melding.objects.get(vraag=VRAAG)
    assert melding.uitkomst == "onderzocht"


def maak_plan(toetsen: Toetsen, axe: Keuring, beeld: Beeld) -> None:
    """The consulent writes with the household who does what; the pages save by themselves."""
    pagina, casus = toetsen.pagina, Casus.objects.get()
    pagina.goto(f"/casussen/{casus.pk}/")
    toetsen.knop("Plan schrijven")
    toetsen.knop("Doel toevoegen")
    toetsen.kies("persoon", str(casus.dossier.persoon_id))
    toetsen.kies("leefgebied", "lichamelijke_gezondheid")
    toetsen.vul("tekst", "Ik wil weer zelf naar de markt, zonder dat Noor vrij moet nemen.")
    toetsen.vul("tevreden_als", "Als ik elke week een keer buiten kom.")
    axe(pagina)
    beeld(pagina, "hoofdpad-doel-scherm", heel=True)
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


def spreek_af(toetsen: Toetsen, axe: Keuring, past: Keuring, beeld: Beeld) -> None:
    """Both agree and the plan is adopted."""
    pagina = toetsen.pagina
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
    assert Plan.objects.get().status == "vastgesteld"
    axe(pagina)
    past(pagina)
    beeld(pagina, "casus-scherm")


def beslis(toetsen: Toetsen, axe: Keuring, beeld: Beeld) -> None:
    """What the plan asks is applied for, decided in the words of the report, told by letter, and assigned."""
    pagina = toetsen.pagina
    toetsen.knop("Voorziening aanvragen")
    toetsen.knop("Neem deze woorden over")
    toetsen.vul("product", "Hulp bij")
    toetsen.knop("Aanvraag opnemen")
    toetsen.knop("Beslissen")
    expect(pagina.locator("main [name=bevinding]")).to_have_value(CONCLUSIE)
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


def kijk_terug(toetsen: Toetsen, axe: Keuring, beeld: Beeld) -> None:
    """On the day that was agreed they look back together, and the next time is planned."""
    pagina, casus = toetsen.pagina, Casus.objects.get()
    pagina.goto(f"/casussen/{casus.pk}/")
    toetsen.knop("Samen terugkijken")
    doel = Doel.objects.get()
    toetsen.kies(f"bereikt_{doel.pk}", "bereikt")
    toetsen.vul(f"woorden_{doel.pk}", "Ik kom weer op de markt.")
    toetsen.vul(f"cijfer_{doel.inwoner_id}", "8")
    axe(pagina)
    beeld(pagina, "hoofdpad-terugkijken-scherm", heel=True)
    toetsen.knop("Vastleggen")
    expect(pagina.get_by_role("status")).to_contain_text("De evaluatie is vastgelegd.")
    assert Plan.objects.get().evaluatie_op == date(2024, 12, 9)


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
def test_a_household_from_its_question_to_looking_back_in_ten_minutes(
    maak_pagina: MaakPagina, axe: Keuring, past: Keuring, beeld: Beeld, settings: Any
) -> None:
    loket = maak_medewerker(Rol.LOKET, ["sociaal_loket"], "Noor de Wit")
    consulent = maak_medewerker(Rol.CONSULENT, [TEAM], "Yara Bakker")
    beleid = maak_medewerker(Rol.BELEID, [], "Ruben Smit")
    balie = neem_op(maak_pagina(), loket, axe, beeld)
    bevestig(balie, axe, beeld)
    kamer = open_casus(maak_pagina(), consulent)
    onderzoek(kamer, beeld)
    maak_plan(kamer, axe, beeld)
    spreek_af(kamer, axe, past, beeld)
    beslis(kamer, axe, beeld)
    settings.SAMENDOEN_VANDAAG = "2024-06-04"
    tel(maak_pagina(), beleid, axe)
    settings.SAMENDOEN_VANDAAG = "2024-09-09"
    kijk_terug(kamer, axe, beeld)
    duur, aantal = balie.duur + kamer.duur, balie.aantal + kamer.aantal
    assert duur < HEEL_S, f"{aantal} touches, {duur:.0f} s: the whole path takes under ten minutes"
