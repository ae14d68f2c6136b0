"""What the doorbraakbudget adds to the tables of actions: it hangs on the dossier of the casus."""

from collections.abc import Callable
from datetime import date
from typing import Any

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

NEMEN = "consulent teamleider"
OP_DOSSIER = {
    "besluiten.ken_doorbraak_toe": NEMEN,
    "besluiten.trek_doorbraak_in": NEMEN,
    "besluiten.boek_doorbraakuitgave": NEMEN,
    "besluiten.trek_doorbraakuitgave_in": NEMEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus with two budgets, of one of which something was paid."""
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.doorbraakmaker import betaal, maak_doorbraak

    [ouder] = maak_gezin(("Doorbraak", date(1950, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)
    leeg, besteed = (maak_doorbraak(SYSTEEM, casus) for _ in range(2))
    uitgave = betaal(SYSTEEM, besteed)
    return {"db_casus": casus, "db_leeg": leeg, "db_uitgave": uitgave}


def _nieuw(w: Any) -> Any:
    from tests.doorbraakmaker import nieuwe_doorbraak

    return nieuwe_doorbraak(w.extra["db_casus"])


def _uitgave(w: Any) -> Any:
    from tests.doorbraakmaker import nieuwe_uitgave

    return nieuwe_uitgave(w.extra["db_leeg"])


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "besluiten.ken_doorbraak_toe": lambda w, r: (_nieuw(w),),
    "besluiten.trek_doorbraak_in": lambda w, r: (w.extra["db_leeg"],),
    "besluiten.boek_doorbraakuitgave": lambda w, r: (_uitgave(w),),
    "besluiten.trek_doorbraakuitgave_in": lambda w, r: (w.extra["db_uitgave"],),
}
