"""What the team leader's board adds to the tables of actions. Each role directs a casus."""

from collections.abc import Callable
from datetime import date
from typing import Any

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

OP_DOSSIER = {
    "casus.verplaats_casussen": "teamleider",
    "casus.zet_intensiteiten": "consulent teamleider",
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make for each role a casus that it directs, and a colleague in the team to move one to."""
    from samendoen.casus.models import Regie
    from samendoen.kernel.acties import schrijft
    from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    eigen = {}
    for rol, wie in wereld.wie.items():
        [ouder] = maak_gezin(("Bord", date(1985, 3, 12)))
        eigen[rol] = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)
        with schrijft("casus"):
            Regie.objects.filter(casus=eigen[rol]).update(gebruiker_id=wie)
    return {"tb_eigen": eigen, "tb_naar": maak_medewerker(Rol.CONSULENT, [TEAM]).pk}


def _verplaatsing(w: Any, rol: Rol) -> Any:
    from samendoen.casus.api import Verplaatsing

    return Verplaatsing(w.extra["tb_eigen"][rol], w.wie[rol], w.extra["tb_naar"], "Zo staat het.")


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.verplaats_casussen": lambda w, r: ([_verplaatsing(w, r)],),
    "casus.zet_intensiteiten": lambda w, r: ([(w.extra["tb_eigen"][r], "zwaar")],),
}
