"""What a consultation adds to the tables of actions: who may open a dossier to others."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
OP_DOSSIER = {"casus.begin_consultaties": "teamleider", "casus.stop_consultatie": "teamleider"}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a casus in which an expert reads along."""
    from samendoen.casus.api import begin_consultaties
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    [ouder] = maak_gezin(("Meelezer", date(1985, 3, 12)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)
    wie = maak_medewerker(Rol.KWALITEIT, ["gebiedsteam_vianen"]).pk
    [nummer] = begin_consultaties(SYSTEEM, [_consultatie(casus, wie)])
    return {"co_casus": casus, "co_wie": wie, "co_nummer": nummer}


def _consultatie(casus: int, wie: int) -> Any:
    from samendoen.casus.api import Consultatieinvoer

    return Consultatieinvoer(uuid4(), casus, wie, "Is dit veilig?", VANDAAG)


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.begin_consultaties": lambda w, r: ([_consultatie(w.extra["co_casus"], w.extra["co_wie"])],),
    "casus.stop_consultatie": lambda w, r: (w.extra["co_nummer"],),
}
