"""What direction at a partner adds to the tables of actions: who assigns it. That the director of the casus
may too, and a colleague of the team may not: test_partnerregie."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
OP_DOSSIER = {
    "casus.begin_partnerregies": "teamleider",
    "casus.bekijk_partnerregies": "teamleider",
    "casus.beeindig_partnerregies": "teamleider",
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus of which Avres directs the income, and one of which the director directs everything."""
    from tests.casusmaker import maak_avres, maak_casus, maak_gezin, maak_melding, maak_partnerregie

    def casus(naam: str) -> int:
        [ouder] = maak_gezin((naam, date(1985, 3, 12)))
        return maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)

    loopt = casus("Elders")
    nummer = maak_partnerregie(SYSTEEM, loopt)
    return {"pr_casus": casus("Zelf"), "pr_nummer": nummer, "pr_avres": maak_avres()}


def _nieuw(w: Any) -> Any:
    from samendoen.casus.api import Partnerregieinvoer

    later = VANDAAG + timedelta(days=90)
    casus, avres = w.extra["pr_casus"], w.extra["pr_avres"]
    return Partnerregieinvoer(uuid4(), casus, "inkomen", avres, "A. Visser", "Schulden.", VANDAAG, later)


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.begin_partnerregies": lambda w, r: ([_nieuw(w)],),
    "casus.bekijk_partnerregies": lambda w, r: (
        [(w.extra["pr_nummer"], VANDAAG + timedelta(days=30), "Goed.")],
    ),
    "casus.beeindig_partnerregies": lambda w, r: ([(w.extra["pr_nummer"], VANDAAG)],),
}
