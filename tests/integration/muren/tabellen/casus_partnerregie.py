"""What direction at a partner adds to the tables of actions: the consulent stands beside the director here.
That a colleague of the team who does not may not decide: test_partnerregie."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
OP_DOSSIER = {
    "casus.begin_partnerregies": WERKEN,
    "casus.bekijk_partnerregies": WERKEN,
    "casus.beeindig_partnerregies": WERKEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus of which Avres directs the income, and one of which the director directs everything."""
    from samendoen.casus.models import Regie
    from tests.casusmaker import maak_avres, maak_casus, maak_gezin, maak_melding, maak_partnerregie

    def casus(naam: str) -> int:
        [ouder] = maak_gezin((naam, date(1985, 3, 12)))
        nummer = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)
        with schrijft("casus"):  # without the grants that come with it: those are what the table varies
            wie = wereld.wie[Rol.CONSULENT]
            Regie.objects.create(casus_id=nummer, gebruiker_id=wie, rol="tweede", van=VANDAAG)
        return nummer

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
