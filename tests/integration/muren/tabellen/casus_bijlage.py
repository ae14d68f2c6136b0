"""What attachments add to the tables of actions."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

WERKEN = "consulent teamleider"
OP_DOSSIER = {"casus.voeg_bijlage_toe": WERKEN, "casus.verwijder_bijlage": WERKEN}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with a file."""
    from samendoen.casus.api import voeg_bijlage_toe
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding

    [ouder] = maak_gezin(("Bijlage", date(1985, 3, 12)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)
    return {
        "bij_casus": casus,
        "bij_ouder": ouder,
        "bij_nummer": voeg_bijlage_toe(SYSTEEM, _nieuw(casus, ouder, b"%PDF-1.7 een")),
    }


def _nieuw(casus: int, ouder: int, inhoud: bytes) -> Any:
    from samendoen.casus.api import NieuweBijlage

    return NieuweBijlage(uuid4(), casus, ouder, "brief.pdf", inhoud)


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.voeg_bijlage_toe": lambda w, r: (_nieuw(w.extra["bij_casus"], w.extra["bij_ouder"], b"%PDF-2"),),
    "casus.verwijder_bijlage": lambda w, r: (w.extra["bij_casus"], w.extra["bij_nummer"]),
}
