"""What the short route adds to the table of URLs."""

from datetime import date
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM

VANDAAG = date(2024, 6, 3)
TRIEREN = "loket consulent teamleider"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {
    "melding_route": TRIEREN,
    "melding_route_los": TRIEREN,
    "aanvraag_kort": "consulent teamleider",
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Take a question with a short route."""
    from samendoen.toegang.api import NieuweMelding, Routeinvoer, kies_routes, registreer_meldingen

    nieuw = NieuweMelding(uuid4(), "KANARIEVRAAG", "telefoon", "wmo", team, VANDAAG)
    [melding] = registreer_meldingen(SYSTEEM, [nieuw])
    kies_routes(SYSTEEM, [Routeinvoer(melding, "huishoudelijke_hulp", {"situatie": "KANARIEVRAAG"})])
    return {naam: [melding] for naam in VOOR_DOSSIER}
