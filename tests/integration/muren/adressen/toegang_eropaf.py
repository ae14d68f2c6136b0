"""What ErOpAf and Meldpunt Bezorgd add to the table of URLs."""

from datetime import date
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
VOOR_ROL = {
    "melding_bezorgd": "loket consulent teamleider",
    "eropaf": "loket consulent teamleider kwaliteit backoffice leerplicht partner",
}
VOOR_DOSSIER = {
    "poging_nieuw": WERKEN,
    "poging_intrekken": WERKEN,
    "eropaf_besluit": WERKEN,
    "eropaf_terug": WERKEN,
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Send a melding of the team to ErOpAf, with an attempt."""
    from samendoen.toegang.api import (
        NieuweMelding,
        Poginginvoer,
        Triagebesluit,
        leg_pogingen_vast,
        registreer_meldingen,
        trieer_meldingen,
    )

    nieuw = NieuweMelding(uuid4(), "KANARIEVRAAG", "meldpunt_bezorgd", "geen", team, VANDAAG)
    [melding] = registreer_meldingen(SYSTEEM, [nieuw])
    trieer_meldingen(SYSTEEM, [Triagebesluit(melding, "eropaf", team, reden="KANARIEVRAAG")])
    invoer = Poginginvoer(uuid4(), melding, VANDAAG, "huisbezoek", "niet_bereikt", "KANARIEVRAAG")
    [poging] = leg_pogingen_vast(SYSTEEM, [invoer])
    return {
        "poging_nieuw": [melding],
        "poging_intrekken": [melding, poging],
        "eropaf_besluit": [melding],
        "eropaf_terug": [melding],
    }
