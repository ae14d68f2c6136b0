"""The keyboard alone, and how often it was touched: for tests that take somebody through the product.

How long that takes a person says the keystroke-level model (Card, Moran and Newell 1980): an average typist
needs 0.28 s for a touch, and 1.35 s to think before each field and button. Reading and talking come on top.
"""

from playwright.sync_api import Locator, Page

MEESTE_TABS = 150
TOETS_S, DENK_S = 0.28, 1.35


class Toetsen:
    """A pair of hands without a mouse."""

    def __init__(self, pagina: Page) -> None:
        self.pagina, self.aantal, self.keuzes = pagina, 0, 0

    @property
    def duur(self) -> float:
        """Return how many seconds this took by the model."""
        return self.aantal * TOETS_S + self.keuzes * DENK_S

    def opnieuw(self) -> None:
        """Count from here."""
        self.aantal = self.keuzes = 0

    def druk(self, toets: str, keer: int = 1) -> None:
        """Press a key."""
        for _ in range(keer):
            self.pagina.keyboard.press(toets)
            self.aantal += 1

    def typ(self, tekst: str) -> None:
        """Type; every letter is a touch."""
        self.pagina.keyboard.type(tekst)
        self.aantal += len(tekst)

    def naar(self, doel: str | Locator, *, terug: bool = False) -> None:
        """Think, and tab (or shift-tab) until this has the focus."""
        self.keuzes += 1
        plek = (self.pagina.locator(doel) if isinstance(doel, str) else doel).first
        plek.wait_for(state="attached")
        # Found once, not anew after every touch: to find something by its name takes longer than a touch.
        ding = plek.element_handle()
        for _ in range(MEESTE_TABS):
            er_nog, hier = ding.evaluate("e => [e.isConnected, e === document.activeElement]")
            if hier:
                return
            if er_nog:
                self.druk("Shift+Tab" if terug else "Tab")
            else:
                ding = plek.element_handle()
        raise AssertionError(f"the keyboard does not reach {doel}")

    def vul(self, naam: str, tekst: str) -> None:
        """Go to the field of this name and type."""
        self.naar(f"main [name={naam}]:not([type=hidden])")
        self.typ(tekst)

    def knop(self, naam: str) -> None:
        """Go to a button or link in the page's content by its name, press Enter, and wait for the page."""
        inhoud = self.pagina.locator("main")
        self.naar(inhoud.get_by_role("button", name=naam).or_(inhoud.get_by_role("link", name=naam)))
        self.enter()

    def enter(self) -> None:
        """Press Enter and wait for the page that comes."""
        with self.pagina.expect_navigation():
            self.druk("Enter")

    def kies(self, veld: str, waarde: str) -> None:
        """Choose one radio of a group: tab into the group, then by arrows as the browser has it."""
        self.keuzes += 1
        groep = self.pagina.locator(f"main input[type=radio][name={veld}]")
        doel = self.pagina.locator(f"main input[type=radio][name={veld}][value='{waarde}']")
        for _ in range(MEESTE_TABS):
            if self.pagina.evaluate("naam => document.activeElement.name === naam", veld):
                break
            self.druk("Tab")
        for _ in range(groep.count() + 1):
            if doel.evaluate("e => e === document.activeElement"):
                break
            self.druk("ArrowDown")
        if not doel.is_checked():
            self.druk("Space")
        assert doel.is_checked(), f"the keyboard does not choose {waarde} of {veld}"

    def vink(self, veld: str, waarde: str) -> None:
        """Tick one box of a group."""
        self.naar(f"main input[type=checkbox][name={veld}][value='{waarde}']")
        self.druk("Space")
