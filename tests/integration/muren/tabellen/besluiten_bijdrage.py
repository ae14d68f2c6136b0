"""What the own contribution adds to the tables of actions: exemptions hang on the dossier of who applied."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
VOORBEREIDEN = "consulent teamleider backoffice"
OP_DOSSIER = {
    "besluiten.stel_vrij": VOORBEREIDEN,
    "besluiten.beeindig_vrijstelling": VOORBEREIDEN,
    "besluiten.trek_vrijstelling_in": VOORBEREIDEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make an application of somebody who is exempt, and one of somebody who is not."""
    from samendoen.besluiten.actions.bijdrage import stel_vrij
    from tests.besluitmaker import maak_catalogus, vraag
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding

    maak_catalogus()

    def nieuw(naam: str) -> int:
        [ouder] = maak_gezin((naam, date(1950, 1, 1)))
        return vraag(SYSTEEM, maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega), ouder)

    return {"bij_aanvraag": nieuw("Betaler"), "bij_vrij": stel_vrij(SYSTEEM, _invoer(nieuw("Vrij")))}


def _invoer(aanvraag: int) -> Any:
    from samendoen.besluiten.actions.bijdrage import Vrijstellinginvoer

    return Vrijstellinginvoer(uuid4(), aanvraag, "wlz", VANDAAG)


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "besluiten.stel_vrij": lambda w, r: (_invoer(w.extra["bij_aanvraag"]),),
    "besluiten.beeindig_vrijstelling": lambda w, r: (w.extra["bij_vrij"], date(2024, 7, 1)),
    "besluiten.trek_vrijstelling_in": lambda w, r: (w.extra["bij_vrij"],),
}
