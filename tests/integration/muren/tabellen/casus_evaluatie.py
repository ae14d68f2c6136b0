"""What looking back on a plan adds to the tables of actions."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
OP_DOSSIER = {
    "casus.leg_evaluaties_vast": WERKEN,
    "casus.trek_evaluatie_in": WERKEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with a plan that holds, on which people looked back once."""
    from samendoen.casus.api import leg_evaluaties_vast, stel_plannen_vast
    from tests.casusmaker import actie, doel, maak_casus, maak_gezin, maak_melding, schrijf

    [ouder] = maak_gezin(("Terugkijker", date(1985, 3, 12)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)
    rust = doel(ouder, actie())
    plan = schrijf(SYSTEEM, casus, [rust], VANDAAG + timedelta(days=90))
    stel_plannen_vast(SYSTEEM, [(plan, VANDAAG)])
    [evaluatie] = leg_evaluaties_vast(SYSTEEM, [_evaluatie(plan, rust.kenmerk)])
    return {"ev_plan": plan, "ev_doel": rust.kenmerk, "ev_nummer": evaluatie}


def _evaluatie(plan: int, doel: Any) -> Any:
    from samendoen.casus.api import Doeluitslaginvoer, Evaluatieinvoer

    uitslag = Doeluitslaginvoer(doel, "bereikt", "Fijn.")
    return Evaluatieinvoer(uuid4(), plan, VANDAAG, VANDAAG + timedelta(days=60), (uitslag,))


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.leg_evaluaties_vast": lambda w, r: ([_evaluatie(w.extra["ev_plan"], w.extra["ev_doel"])],),
    "casus.trek_evaluatie_in": lambda w, r: (w.extra["ev_nummer"],),
}
