"""What ErOpAf and Meldpunt Bezorgd add to the tables of actions."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
OP_DOSSIER = {
    "toegang.leg_pogingen_vast": WERKEN,
    "toegang.trek_poging_in": WERKEN,
    "toegang.besluit_eropaf": WERKEN,
    "toegang.neem_eropaf_terug": WERKEN,
}
OP_ROL = {"toegang.meld_zorgen": "loket consulent teamleider"}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Send a melding of the team to ErOpAf, with an attempt and a decision."""
    from samendoen.toegang.api import (
        Eropafinvoer,
        NieuweMelding,
        Poginginvoer,
        Triagebesluit,
        besluit_eropaf,
        leg_pogingen_vast,
        registreer_meldingen,
        trieer_meldingen,
    )
    from tests.integration.muren.test_toegangstabel import TEAM

    nieuw = NieuweMelding(uuid4(), "Er is zorg.", "meldpunt_bezorgd", "geen", TEAM, VANDAAG)
    [melding] = registreer_meldingen(SYSTEEM, [nieuw])
    trieer_meldingen(SYSTEEM, [Triagebesluit(melding, "eropaf", TEAM, reden="Zorg")])
    [poging] = leg_pogingen_vast(
        SYSTEEM, [Poginginvoer(uuid4(), melding, VANDAAG, "huisbezoek", "niet_bereikt")]
    )
    besluit_eropaf(SYSTEEM, [Eropafinvoer(uuid4(), melding, "doorgaan", "Blijven bellen", VANDAAG)])
    return {"eropaf": melding, "poging": poging}


def _poging(melding: int) -> Any:
    from samendoen.toegang.api import Poginginvoer

    weer = VANDAAG + timedelta(days=3)
    return Poginginvoer(uuid4(), melding, VANDAAG, "telefoon", "gesproken", "Praat", weer)


def _besluit(melding: int) -> Any:
    from samendoen.toegang.api import Eropafinvoer

    return Eropafinvoer(uuid4(), melding, "doorgaan", "Nog een keer", VANDAAG)


def _zorg() -> Any:
    from samendoen.toegang.api import Zorginvoer

    return Zorginvoer(uuid4(), "De gordijnen zijn al een week dicht.", VANDAAG, True, "De man van nummer 12")


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "toegang.leg_pogingen_vast": lambda w, r: ([_poging(w.extra["eropaf"])],),
    "toegang.trek_poging_in": lambda w, r: (w.extra["eropaf"], w.extra["poging"]),
    "toegang.besluit_eropaf": lambda w, r: ([_besluit(w.extra["eropaf"])],),
    "toegang.neem_eropaf_terug": lambda w, r: (w.extra["eropaf"],),
    "toegang.meld_zorgen": lambda w, r: ([_zorg()],),
}
