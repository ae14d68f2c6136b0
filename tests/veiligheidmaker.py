"""Makers of what is written down about safety, for tests."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from samendoen.casus.api import Merkinvoer, NieuweMeldcode, Stapinvoer, Taxatieinvoer
from samendoen.kernel.api import SYSTEEM, klok
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding


def maak_veilig_gezin(regisseur: int, team: str = TEAM) -> tuple[int, int]:
    """Make a casus of one person; return the casus and the person."""
    [ouder] = maak_gezin(("Vera", date(1985, 3, 12)))
    return maak_casus(SYSTEEM, maak_melding(ouder, team=team), regisseur), ouder


def merk(
    casus: int,
    persoon: int,
    instructie: str = "Niet alleen op huisbezoek.",
    *,
    soort: str = "agressie",
    dagen: int = 30,
    besloten_door: int | None = None,
) -> Merkinvoer:
    """Return a mark that holds from today for so many days."""
    vandaag = klok.vandaag()
    reden = "Dreigde aan de deur."
    tot = vandaag + timedelta(days=dagen)
    return Merkinvoer(uuid4(), casus, persoon, soort, instructie, reden, vandaag, tot, besloten_door)


def taxatie(
    casus: int,
    persoon: int,
    woorden: str = "Blauwe plekken.",
    *,
    oordeel: str = "structureel",
    dagen: int = 14,
) -> Taxatieinvoer:
    """Return a judgment of today, to be looked at again in so many days."""
    vandaag = klok.vandaag()
    opnieuw = vandaag + timedelta(days=dagen) if dagen else None
    return Taxatieinvoer(uuid4(), casus, persoon, oordeel, woorden, vandaag, opnieuw)


ALLES_HULP = {
    "vermoeden": True,
    "onveilig": False,
    "hulp_mogelijk": True,
    "hulp_aanvaard": True,
    "resultaat": True,
}


def meldcode(casus: int, *personen: int, doelgroep: str = "kind") -> NieuweMeldcode:
    """Return a path to begin today."""
    return NieuweMeldcode(uuid4(), casus, doelgroep, personen, klok.vandaag())


def stap(pad: int, soort: str, woorden: str = "Zoals besproken.", **anders: Any) -> Stapinvoer:
    """Return what is written down of a step today; the weighing leads to help, and help is decided."""
    if soort == "wegen":
        anders.setdefault("antwoorden", ALLES_HULP)
    if soort == "beslissen":
        anders.setdefault("besluit", "hulp")
    return Stapinvoer(uuid4(), pad, soort, woorden, anders.pop("op", klok.vandaag()), **anders)
