"""What joining a question along a short route, and undoing it, adds to the tables of actions."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
OP_DOSSIER = {"casus.haal_melding_los": WERKEN, "casus.laat_onderzoeken": WERKEN}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with a question that joined it, and one without an investigation."""
    from samendoen.casus.api import voeg_meldingen_toe
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding

    ouder, kind = maak_gezin(("Losmaak", date(1985, 3, 12)), ("Sami", date(2010, 1, 20)))
    eerste = maak_melding(ouder)
    casus = maak_casus(SYSTEEM, eerste, wereld.collega)
    erbij = maak_melding(kind)
    voeg_meldingen_toe(SYSTEEM, [(casus, erbij)])
    return {"los_casus": casus, "los_eerste": eerste, "los_erbij": erbij}


def _onderzoek(w: Any) -> Any:
    from samendoen.casus.api import NieuwOnderzoek

    return NieuwOnderzoek(
        kenmerk=uuid4(), casus=w.extra["los_casus"], op=VANDAAG, meldingen=(w.extra["los_eerste"],)
    )


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.haal_melding_los": lambda w, r: (w.extra["los_casus"], w.extra["los_erbij"]),
    "casus.laat_onderzoeken": lambda w, r: ([_onderzoek(w)],),
}
