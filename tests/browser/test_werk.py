"""Vandaag, a clock and a task by hand in a real browser: accessible, narrow, by keyboard, without script."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from samendoen.kernel import klok
from samendoen.kernel.api import SYSTEEM, Rol, actor_van, maak_groepen
from samendoen.recht.api import Grond
from samendoen.werk.api import NieuweTaak, maak_taak, pas_taakregels_toe, schors_termijn
from samendoen.werk.models import Taak, Termijn
from tests.browser.conftest import Keur, Keuring, MaakPagina
from tests.conftest import VANDAAG
from tests.integration.werk.conftest import TEAM, maak_dossier, start_een
from tests.maak import WACHTWOORD, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
# The main screens, of which docs/beeld keeps a picture.
BEWAARD = {"termijn"}
MaakBureau = Callable[[Page], None]


def vul() -> None:
    """Fill the desk of Anne."""
    ik = actor_van(maak_medewerker(Rol.CONSULENT, [TEAM], "Anne Bakker", gebruikersnaam="anne"))
    groep = maak_groepen([TEAM])[TEAM]
    for nummer, dagen in enumerate((0, 2, 20, 33, 41, 60)):
        start_een(maak_dossier(groep), groep, nummer + 1, "wmo-onderzoek", VANDAAG - timedelta(days=dagen))
    stil = start_een(maak_dossier(groep), groep, 9, "awb-beslistermijn", VANDAAG - timedelta(days=10))
    schors_termijn(ik, stil.pk, VANDAAG, Grond.AANVULLING, uuid4(), VANDAAG + timedelta(days=14))
    maak_taak(ik, NieuweTaak(uuid4(), "Bel de huisarts over het verslag", VANDAAG))
    pas_taakregels_toe(SYSTEEM)


@pytest.fixture
def bureau(transactional_db: None) -> MaakBureau:
    """Give what logs in somebody with a filled desk: clocks of every stand, a task of a rule and her own."""
    # From midnight: the server's clock shows this day, at whatever hour it is now.
    with klok.op(datetime.combine(VANDAAG, time.min, klok.NEDERLAND)):
        vul()

    def meld_aan(pagina: Page) -> None:
        pagina.goto("/aanmelden/?next=/vandaag/")
        pagina.get_by_label("Gebruikersnaam").fill("anne")
        pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
        pagina.keyboard.press("Enter")
        expect(pagina.get_by_role("heading", level=1, name="Vandaag")).to_be_visible()

    return meld_aan


def bladen() -> dict[str, str]:
    """Return every page of werk by name, on what the desk holds."""
    stil = Termijn.objects.get(geschorst_vanaf__isnull=False).pk
    loopt = Termijn.objects.filter(geschorst_vanaf=None).order_by("pk")[0].pk
    return {
        "vandaag": "/vandaag/",
        "taak": "/vandaag/taken/nieuw/",
        "termijn": f"/vandaag/termijnen/{loopt}/",
        "termijn-stil": f"/vandaag/termijnen/{stil}/",
    }


def test_every_page_is_accessible_and_fits(bureau: MaakBureau, pagina: Page, keur: Keur) -> None:
    bureau(pagina)
    for naam, blad in bladen().items():
        pagina.goto(blad)
        keur(pagina, naam if naam in BEWAARD else "", heel=True)


def test_high_contrast_is_accessible(bureau: MaakBureau, maak_pagina: MaakPagina, axe: Keuring) -> None:
    pagina = maak_pagina(contrast=True)
    bureau(pagina)
    axe(pagina)


def test_a_task_is_made_finished_and_taken_back_by_keyboard(bureau: MaakBureau, pagina: Page) -> None:
    bureau(pagina)
    pagina.get_by_role("link", name="Taak maken").focus()
    pagina.keyboard.press("Enter")
    pagina.get_by_label("Wat moet er gebeuren?").focus()
    pagina.keyboard.type("Plan een huisbezoek")
    pagina.get_by_label("Uiterlijk").fill((VANDAAG + timedelta(days=7)).isoformat())
    pagina.get_by_role("button", name="Taak maken").focus()
    pagina.keyboard.press("Enter")
    pagina.get_by_role("button", name="Gedaan: Plan een huisbezoek").focus()
    pagina.keyboard.press("Enter")
    pagina.get_by_role("button", name="Toch niet: Plan een huisbezoek").focus()
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("button", name="Gedaan: Plan een huisbezoek")).to_be_visible()
    assert Taak.objects.get(notitie="Plan een huisbezoek").status == "open"


def test_a_clock_runs_again_without_script(bureau: MaakBureau, maak_pagina: MaakPagina) -> None:
    pagina = maak_pagina(script=False)
    bureau(pagina)
    stil = Termijn.objects.get(geschorst_vanaf__isnull=False)
    pagina.goto(f"/vandaag/termijnen/{stil.pk}/")
    pagina.get_by_role("button", name="Laat de termijn lopen").click()
    expect(pagina.get_by_text("De termijn loopt weer.")).to_be_visible()
    stil.refresh_from_db()
    assert stil.geschorst_vanaf is None


def test_what_is_wrong_gets_the_focus(bureau: MaakBureau, pagina: Page, axe: Keuring) -> None:
    bureau(pagina)
    pagina.goto("/vandaag/taken/nieuw/")
    pagina.get_by_role("button", name="Taak maken").click()
    expect(pagina.get_by_role("alert")).to_be_focused()
    axe(pagina)
    assert klok.vandaag() == VANDAAG


def test_an_impatient_second_click_sends_nothing(bureau: MaakBureau, pagina: Page) -> None:
    bureau(pagina)
    pagina.goto("/vandaag/taken/nieuw/")
    pagina.get_by_label("Wat moet er gebeuren?").fill("Bel de school")
    pagina.get_by_label("Uiterlijk").fill(VANDAAG.isoformat())
    verstuurd: list[str] = []
    pagina.on("request", lambda vraag: verstuurd.append(vraag.url) if vraag.method == "POST" else None)
    pagina.get_by_role("button", name="Taak maken").dblclick()
    expect(pagina.get_by_text("De taak is gemaakt.")).to_be_visible()
    assert len(verstuurd) == 1
