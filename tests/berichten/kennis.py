"""What was exchanged before the golden messages: with it every one of them keeps all rules."""

from dataclasses import replace
from datetime import date
from typing import Any

from samendoen.berichten.rules.kennis import (
    Declaratie,
    Kennis,
    Prestatie,
    Start,
    Stop,
    Tarief,
    Toewijzing,
    Verzoek,
)


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


GEMEENTE, AANBIEDER = "1961", "41414141"
MEVROUW, MENEER = "999990019", "999990032"
JUNI, JULI = (dag("2024-06-10"), dag("2024-06-30")), (dag("2024-07-01"), dag("2024-07-31"))

HULP = Toewijzing(100001, MEVROUW, dag("2024-06-10"), dag("2025-06-08"), "01", "01A01", 3, "04", "2")
"""Three hours of household help a week."""
BUDGET = Toewijzing(100002, MEVROUW, dag("2024-01-01"), dag("2024-12-31"), "02", budget=250_000)
"""A budget for a category."""
EUROS = Toewijzing(100044, MENEER, dag("2024-06-10"), dag("2024-12-31"), "07", "07A83", 20_000, "83", "4")
"""Two hundred euros a month."""

START = Start(MEVROUW, HULP.nummer, "01", "01A01", dag("2024-06-11"))
TAAKGERICHT = Start(MEVROUW, None, "", "", dag("2024-06-12"))
STOP = Stop(START, "20", dag("2024-08-30"))
"""What the golden 305 and 307 say."""


def prestatie(referentie: str, **anders: Any) -> Prestatie:
    """Return a line on the household help, for July."""
    begin = Prestatie(referentie, MEVROUW, HULP.nummer, "01", "01A01", *JULI, 13, "04", 3900, 50_700)
    return replace(begin, **anders)


def euros(referentie: str, **anders: Any) -> Prestatie:
    """Return a line on the euros, for June."""
    begin = Prestatie(referentie, MENEER, EUROS.nummer, "07", "07A83", *JUNI, 20_000, "83", None, 20_000)
    return replace(begin, **anders)


def tarief(**anders: Any) -> Tarief:
    """Return the tariff of the household help, of 39 euros an hour."""
    return replace(Tarief("01", "01A01", "04", 3900, dag("2024-01-01")), **anders)


_ALLES = Kennis(
    GEMEENTE, AANBIEDER, dag("2024-09-15"), toewijzingen=(HULP, BUDGET, EUROS), tarieven=(tarief(),)
)
_PER_SOORT: dict[str, dict[str, Any]] = {
    "301": {"verzoeken": (Verzoek("VOT-2024-0007", MEVROUW),)},
    "305": {"starts": (TAAKGERICHT,)},
    "307": {"starts": (START,)},
    "315": {},
    "317": {},
    "319": {"verzoeken": (Verzoek("VOT-2024-0008", MEVROUW),)},
    "323": {"prestaties": (euros("O-0077"),)},
    "325": {
        "declaraties": (Declaratie("D202407", *JULI, "DC2407", dag("2024-08-05")),),
        "prestaties": (prestatie("P-0001"), euros("P-0003", toegekend=False)),
    },
}


def kennis(soort: str, **anders: Any) -> Kennis:
    """Return what is known when the golden message of a kind (WMO305) comes, with some fields otherwise."""
    gemeente = "0331" if soort.startswith("JW") else GEMEENTE
    return replace(_ALLES, **{"gemeente": gemeente, **_PER_SOORT.get(soort[-3:], {}), **anders})
