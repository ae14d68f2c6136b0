"""An own question in a real browser: by keyboard, the form follows what one chooses, on every screen."""

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
from tests.browser.conftest import Keur
from tests.browser.test_cijfers_browser import bekijk as bekijk
from tests.maak import maak_gemeente

pytestmark = pytest.mark.django_db(transaction=True)
Bekijk = Callable[[Rol, int], Page]
# Per team and law, in one year.
MELDINGEN = {
    ("gebiedsteam_leerdam", "wmo"): 2,
    ("gebiedsteam_leerdam", "jeugd"): 20,
    ("gebiedsteam_vianen", "jeugd"): 31,
    ("voorzieningen", "wmo"): 12,
}


@pytest.fixture
def gepubliceerd(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Freeze and publish these meldingen."""
    settings.SAMENDOEN_HOME = tmp_path
    maak_gemeente()
    melding = stekkers.feit.geef("melding")
    assert melding is not None
    namen = [kolom.naam for kolom in melding.kolommen]
    vast = {"ontvangen_op": date(2024, 3, 1), "kanaal": "telefoon", "status": "open"}
    rijen = [
        tuple({"team": team, "kader": kader, **vast}.get(naam) for naam in namen)
        for (team, kader), aantal in MELDINGEN.items()
        for _ in range(aantal)
    ]
    monkeypatch.setattr(
        stekkers.feit, "_inhoud", {"melding": replace(melding, rijen=lambda peilmoment: iter([rijen]))}
    )
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)


def kies(pagina: Page, veld: str, waarde: str) -> None:
    """Choose a value, when what was asked before has come."""
    expect(pagina.locator(".htmx-request, .htmx-settling")).to_have_count(0)
    pagina.get_by_label(veld).select_option(waarde)


@pytest.mark.usefixtures("gepubliceerd")
def test_somebody_asks_by_keyboard_and_shares_what_may_go_outside(bekijk: Bekijk, keur: Keur) -> None:
    pagina = bekijk(Rol.BELEID, 1280)
    pagina.goto("/cijfers/")
    pagina.get_by_role("link", name="Eigen vraag").press("Enter")
    kies(pagina, "Onderwerp", "melding")
    rijen = pagina.get_by_label("Rijen")
    rijen.focus()
    expect(pagina.locator(".htmx-request, .htmx-settling")).to_have_count(0)
    rijen.press("ArrowDown")
    expect(pagina.locator("#cijfers tbody tr")).to_have_count(3)
    expect(rijen).to_be_focused()
    kies(pagina, "Kolommen", "kader")
    expect(pagina.locator("#cijfers thead th")).to_have_count(4)
    expect(pagina.locator("#cijfers")).to_contain_text("2")
    kies(pagina, "Voor wie", "ja")
    expect(pagina.locator("#cijfers")).to_contain_text("1 t/m 4")
    assert "buiten=ja" in pagina.url
    with pagina.expect_download() as bezig:
        pagina.get_by_role("link", name="Download XLSX").press("Enter")
    assert bezig.value.suggested_filename.endswith("-openbaar.xlsx")
    pagina.get_by_label("Naam").fill("Meldingen naar wet")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("staat bij uw eigen vragen")
    expect(pagina.get_by_role("link", name="Meldingen naar wet")).to_be_visible()
    keur(pagina, "eigen-vraag")
