"""What applying along a short route adds to the tables of actions."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
# It opens a casus too, which who only prepares decisions may not.
OP_DOSSIER = {"besluiten.vraag_kort_aan": "consulent teamleider"}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Take a question with a short route, of somebody we know."""
    from samendoen.toegang.api import Routeinvoer, kies_routes
    from tests.besluitmaker import maak_catalogus
    from tests.casusmaker import maak_gezin, maak_melding

    maak_catalogus()
    [wie] = maak_gezin(("Kortweg", date(1950, 1, 1)))
    melding = maak_melding(wie, "Stofzuigen lukt niet.")
    kies_routes(SYSTEEM, [Routeinvoer(melding, "huishoudelijke_hulp", {"situatie": "Het lukt niet."})])
    return {"kort_melding": melding}


def _aanvraag(melding: int) -> Any:
    from samendoen.besluiten.api import Korteaanvraag

    return Korteaanvraag(uuid4(), melding, VANDAAG, "Het lukt niet.")


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "besluiten.vraag_kort_aan": lambda w, r: ([_aanvraag(w.extra["kort_melding"])],),
}
