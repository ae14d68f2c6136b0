"""The browser: real pages under the real content security policy, and axe-core to judge them."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize, sync_playwright

from samendoen.kernel import klok
from tests.browser.chromium import gebruik_eigen_node, vind_chromium

# Playwright runs an event loop in this thread; Django's guard against blocking one is not meant for tests.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

BEELD = Path(__file__).resolve().parents[2] / "docs" / "beeld"
BREEDTEN = {"scherm": 1280, "telefoon": 390, "smal": 320}
VANDAAG = "2024-06-03"
# axe's names for WCAG 2.2 level AA and what it holds good practice.
REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a narrow window can change: how large and near, what scrolls, the names of what stands there only then.
SMAL = (
    "target-size",
    "scrollable-region-focusable",
    "aria-hidden-focus",
    "button-name",
    "link-name",
    "label",
)
# Only what is wrong comes back: carrying over all that is right takes five times as long as looking at it.
KEUR = """async runOnly => {
    const keuzes = {runOnly, resultTypes: ["violations"]};
    const {violations, passes} = await axe.run(document, keuzes);
    return [violations, passes.length];
}"""
# Until what looks at sizes has seen the new one: a wide table gets its place in the tab order then.
GETEKEND = "new Promise(klaar => requestAnimationFrame(() => requestAnimationFrame(klaar)))"
# What a page does once typing rests, it does after a sixth of that pause: nobody here rests.
ZONDER_PAUZE = """(() => {
    const echt = window.setTimeout;
    window.setTimeout = (doe, ms, ...rest) => echt(doe, ms > 300 && ms < 5000 ? ms / 6 : ms, ...rest);
})()"""
ACHTERGELATEN = ("htmx:sendAbort", "htmx:sendError", "htmx:afterRequest")
MaakPagina = Callable[..., Page]
Keuring = Callable[..., None]
Beeld = Callable[..., None]
Keur = Callable[..., None]


def venster(breedte: int) -> ViewportSize:
    """Return a window of that width, as high as such a screen is."""
    return {"width": breedte, "height": 900 if breedte > 600 else 844}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once for all tests; fail with how to get it when there is none."""
    gebruik_eigen_node()
    chromium = vind_chromium()
    if chromium is None:
        pytest.fail("No Chromium was found. Run 'make browser' or set SAMENDOEN_CHROMIUM.")
    with sync_playwright() as spelen:
        gestart = spelen.chromium.launch(**chromium.startkeuzes())
        yield gestart
        gestart.close()


@pytest.fixture
def maak_pagina(browser: Browser, live_server: Any, settings: Any) -> Iterator[MaakPagina]:
    """Give a maker of pages; afterwards no page may have complained on its console.

    `breedte` in pixels, `contrast=True` forces high contrast, `script=False` turns JavaScript off.
    The server's clock stands on the day of the demo. The content security policy is the real one.
    """
    settings.SAMENDOEN_VANDAAG = VANDAAG
    klok._verschuiving.cache_clear()  # midnight may have passed since the last test
    klachten: list[str] = []
    afgebroken: list[str] = []
    contexten = []

    def noteer(bericht: ConsoleMessage) -> None:
        if bericht.type == "error":
            klachten.append(bericht.text)

    def mislukt(vraag: Request) -> None:
        if vraag.failure == "net::ERR_ABORTED":
            afgebroken.append(vraag.url)

    def maak(breedte: int = 1280, *, contrast: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=venster(breedte),
            locale="nl-NL",
            forced_colors="active" if contrast else "none",
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        contexten.append(context)
        context.add_init_script(ZONDER_PAUZE)
        pagina = context.new_page()
        pagina.on("console", noteer)
        pagina.on("requestfailed", mislukt)
        pagina.on("pageerror", lambda fout: klachten.append(str(fout)))
        return pagina

    yield maak
    for context in contexten:
        context.close()
    # Who sends a form while a look-up is on its way leaves that behind: htmx says so, and nothing is wrong.
    assert [k for k in klachten if not (afgebroken and k.startswith(ACHTERGELATEN))] == []


@pytest.fixture
def pagina(maak_pagina: MaakPagina) -> Page:
    """Give a page of 1280 wide."""
    return maak_pagina()


@pytest.fixture(scope="session")
def axe() -> Keuring:
    """Give the check that axe-core finds no violation on a page."""
    bron = (Path(django_settings.NODE_MODULES) / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

    def controleer(pagina: Page, alleen: Sequence[str] = ()) -> None:
        if not pagina.evaluate("'axe' in window"):
            pagina.evaluate(bron)
        welke = {"type": "rule", "values": list(alleen)} if alleen else {"type": "tag", "values": REGELS}
        schendingen, goed = pagina.evaluate(KEUR, welke)
        gevonden = [
            f"{s['id']}: {s['help']} at {knoop['target']}: {knoop['failureSummary']}"
            for s in schendingen
            for knoop in s["nodes"]
        ]
        assert gevonden == [], "\n".join(gevonden)
        assert goed, "axe looked at nothing"

    return controleer


@pytest.fixture(scope="session")
def past() -> Keuring:
    """Give the check that a page needs no scrolling sideways."""

    def controleer(pagina: Page) -> None:
        maten = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        inhoud, venster = pagina.evaluate(maten)
        assert inhoud <= venster, f"{pagina.url} is {inhoud} wide in a window of {venster}"

    return controleer


@pytest.fixture(scope="session")
def beeld() -> Beeld:
    """Give what keeps a screenshot in docs/beeld/, if SAMENDOEN_BEELD=1 asks for it."""

    def bewaar(pagina: Page, naam: str, *, heel: bool = False) -> None:
        if os.environ.get("SAMENDOEN_BEELD") == "1":
            BEELD.mkdir(parents=True, exist_ok=True)
            pagina.screenshot(path=BEELD / f"{naam}.png", full_page=heel)

    return bewaar


@pytest.fixture(scope="session")
def keur(axe: Keuring, past: Keuring, beeld: Beeld) -> Keur:
    """Give the check of a page as it stands, at every width; `naam` keeps its pictures.

    Nowhere sideways scrolling, and nothing that axe-core finds wide or narrow. The window becomes wide again.
    """

    def op_elke_breedte(pagina: Page, naam: str = "", *, heel: bool = False) -> None:
        for soort, breedte in BREEDTEN.items():
            pagina.set_viewport_size(venster(breedte))
            pagina.evaluate(GETEKEND)
            past(pagina)
            if soort != "telefoon":
                axe(pagina, () if soort == "scherm" else SMAL)
            if naam and soort != "smal":
                beeld(pagina, f"{naam}-{soort}", heel=heel)
        pagina.set_viewport_size(venster(BREEDTEN["scherm"]))

    return op_elke_breedte
