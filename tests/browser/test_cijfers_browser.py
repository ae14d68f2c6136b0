"""The figures in a real browser: the published table, on every screen, for staff and for the council."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from samendoen.cijfers.api import maak_momentopname, publiceer
from samendoen.kernel import stekkers
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from tests.browser.conftest import Keur, Keuring, MaakPagina
from tests.maak import aangemelde_client, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
# Design 07, table 1: 2021, 2022, 2023, 2024 up to and including May.
GEPUBLICEERD = {
    "gebiedsteam_leerdam": (547, 594, 641, 274),
    "gebiedsteam_meerkerk": (282, 291, 299, 115),
    "gebiedsteam_vianen": (661, 674, 802, 270),
    "voorzieningen": (2046, 2111, 2254, 709),
}
BLADEN = {"cijfers": "/cijfers/", "indicator": "/cijfers/meldingen-per-team/"}
Bekijk = Callable[[Rol, int], Page]


@pytest.fixture
def vastgezet(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Freeze as many meldingen as were published; with a parameter also so many for one more team."""
    settings.SAMENDOEN_HOME = tmp_path
    maak_gemeente()
    melding = stekkers.feit.geef("melding")
    assert melding is not None

    def rij(team: str, jaar: int) -> tuple[Any, ...]:
        dag = date(jaar, 3, 1)
        waarden = {"team": team, "ontvangen_op": dag, "kanaal": "telefoon", "kader": "wmo", "status": "open"}
        return tuple(waarden.get(kolom.naam) for kolom in melding.kolommen)

    rijen = [
        rij(team, 2021 + nummer)
        for team, aantallen in GEPUBLICEERD.items()
        for nummer, aantal in enumerate(aantallen)
        for _ in range(aantal)
    ]
    rijen += [rij("eropaf", 2024)] * getattr(request, "param", 0)
    monkeypatch.setattr(
        stekkers.feit, "_inhoud", {"melding": replace(melding, rijen=lambda peilmoment: iter([rijen]))}
    )
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)


@pytest.fixture
def bekijk(maak_pagina: MaakPagina, live_server: Any) -> Bekijk:
    """Give a maker of pages in which somebody with a role is logged in."""

    def binnen(rol: Rol, breedte: int) -> Page:
        sessie = aangemelde_client(maak_medewerker(rol)).cookies["sessionid"].value
        pagina = maak_pagina(breedte)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        return pagina

    return binnen


@pytest.mark.parametrize("naam", BLADEN)
@pytest.mark.parametrize(("rol", "vastgezet"), [(Rol.BELEID, 0), (Rol.RAAD, 3)], indirect=["vastgezet"])
@pytest.mark.usefixtures("vastgezet")
def test_the_figures_are_accessible_and_fit_on_every_screen(
    bekijk: Bekijk, keur: Keur, naam: str, rol: Rol
) -> None:
    pagina = bekijk(rol, 1280)
    pagina.goto(BLADEN[naam])
    keur(pagina, naam if rol is Rol.BELEID and naam == "cijfers" else "")


@pytest.mark.usefixtures("vastgezet")
def test_the_published_table_stands_on_the_screen(bekijk: Bekijk) -> None:
    pagina = bekijk(Rol.BELEID, 1280)
    pagina.goto(BLADEN["indicator"])
    koppen = pagina.locator("#cijfers thead th").all_inner_texts()
    assert koppen == ["Team", "2021", "2022", "2023", "2024 (t/m mei)", "Totaal"]
    rijen = [r.locator("th, td").all_inner_texts() for r in pagina.locator("#cijfers tbody tr").all()]
    assert rijen == [
        ["Leerdam", "547", "594", "641", "274", "2.056"],
        ["Meerkerk", "282", "291", "299", "115", "987"],
        ["Vianen", "661", "674", "802", "270", "2.407"],
        ["Wmo consulenten", "2.046", "2.111", "2.254", "709", "7.120"],
    ]
    voet = pagina.locator("#cijfers tfoot th, #cijfers tfoot td").all_inner_texts()
    assert voet == ["Totaal", "3.536", "3.670", "3.996", "1.368", "12.570"]


@pytest.mark.parametrize("vastgezet", [3], indirect=True)
@pytest.mark.usefixtures("vastgezet")
def test_the_council_reads_it_by_keyboard_and_downloads_what_it_sees(bekijk: Bekijk) -> None:
    pagina = bekijk(Rol.RAAD, 1280)
    pagina.goto(BLADEN["cijfers"])
    pagina.get_by_role("link", name="Meldingen per team").press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Meldingen per team")
    expect(pagina.locator("#cijfers")).to_contain_text("1 t/m 4")
    with pagina.expect_download() as bezig:
        pagina.get_by_role("link", name="Download CSV").press("Enter")
    assert bezig.value.suggested_filename == "meldingen-per-team-2024-06-02.csv"
    assert ";2024;;ja" in Path(bezig.value.path()).read_text(encoding="utf-8-sig")


@pytest.mark.usefixtures("vastgezet")
def test_the_button_says_what_it_did(bekijk: Bekijk) -> None:
    pagina = bekijk(Rol.BELEID, 390)
    pagina.goto(BLADEN["cijfers"])
    pagina.get_by_role("button", name="Maak momentopname").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("bestaat al")


def test_an_empty_screen_says_what_to_do(bekijk: Bekijk, axe: Keuring, tmp_path: Path, settings: Any) -> None:
    settings.SAMENDOEN_HOME = tmp_path
    pagina = bekijk(Rol.BELEID, 320)
    pagina.goto(BLADEN["cijfers"])
    expect(pagina.get_by_text("Er zijn nog geen cijfers")).to_be_visible()
    axe(pagina)
    pagina.get_by_role("button", name="Maak momentopname").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("is gemaakt")


@pytest.mark.parametrize("vastgezet", [3], indirect=True)
@pytest.mark.usefixtures("vastgezet")
def test_the_dashboard_of_the_council_is_read_by_keyboard_on_every_screen(bekijk: Bekijk, keur: Keur) -> None:
    pagina = bekijk(Rol.RAAD, 1280)
    pagina.goto("/cijfers/dashboard/")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Liggen we op koers?")
    grafiek = pagina.get_by_role("img", name="Meldingen per team")
    expect(grafiek.locator("desc")).to_contain_text("Wat verborgen is om mensen te beschermen, is een gat")
    expect(grafiek).to_contain_text("verborgen")
    tabel = pagina.locator("#meldingen-teams-tabel")
    expect(tabel).to_contain_text("1 t/m 4")
    uitleg = pagina.locator("#meldingen summary")
    uitleg.focus()
    uitleg.press("Enter")
    with pagina.expect_download() as bezig:
        pagina.keyboard.press("Tab")
        pagina.keyboard.press("Tab")
        pagina.keyboard.press("Enter")
    assert bezig.value.suggested_filename == "meldingen-per-team-meldingen-2024-06-02.csv"
    keur(pagina)
    pagina.goto("/open-data/")
    keur(pagina)
