"""What the short route adds to the tables of actions."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
TRIEREN = "loket consulent teamleider"
OP_DOSSIER = {"toegang.kies_routes": TRIEREN, "toegang.laat_route_los": TRIEREN}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Take a question with a short route."""
    from samendoen.toegang.api import NieuweMelding, kies_routes, registreer_meldingen
    from tests.integration.muren.test_toegangstabel import TEAM

    nieuw = NieuweMelding(uuid4(), "Stofzuigen lukt niet.", "telefoon", "wmo", TEAM, VANDAAG)
    [melding] = registreer_meldingen(SYSTEEM, [nieuw])
    kies_routes(SYSTEEM, [_keuze(melding, "Het lukt niet.")])
    return {"kort": melding}


def _keuze(melding: int, tekst: str) -> Any:
    from samendoen.toegang.api import Routeinvoer

    return Routeinvoer(melding, "huishoudelijke_hulp", {"situatie": tekst}, ("identiteit",))


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "toegang.kies_routes": lambda w, r: ([_keuze(w.extra["kort"], "Het lukt soms.")],),
    "toegang.laat_route_los": lambda w, r: (w.extra["kort"],),
}
