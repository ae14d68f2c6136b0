"""What a warm handover adds to the tables of actions.

Each role directs the casus, asked, and was asked; that others may not: test_overdracht.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
OP_DOSSIER = {
    "casus.stel_overdrachten_voor": "consulent teamleider",
    "casus.trek_overdracht_in": "consulent teamleider",
    "casus.aanvaard_overdracht": "consulent teamleider",
    "casus.weiger_overdracht": "consulent teamleider",
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make for each role a casus that it directs, and one in which it asks and is asked."""
    from samendoen.casus.models import Casus, Overdracht, Regie
    from samendoen.kernel.acties import schrijft
    from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    def casus() -> Casus:
        [ouder] = maak_gezin(("Overdrager", date(1985, 3, 12)))
        nummer = maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega)
        return Casus.objects.select_related("dossier").get(pk=nummer)

    eigen, gevraagd = {}, {}
    for rol, wie in wereld.wie.items():
        een, ander = casus(), casus()
        with schrijft("casus"):
            Regie.objects.filter(casus=een).update(gebruiker_id=wie)
            vraag = Overdracht.objects.create(
                kenmerk=uuid4(),
                casus=ander,
                inwoner_id=ander.dossier.persoon_id,
                wet=ander.wet,
                van_id=wie,
                naar_id=wie,
                voorgesteld_op=VANDAAG,
            )
        eigen[rol], gevraagd[rol] = een.pk, vraag.pk
    naar = maak_medewerker(Rol.CONSULENT, [TEAM]).pk
    return {"ov_eigen": eigen, "ov_naar": naar, "ov_rol": gevraagd}


def _vraag(w: Any, rol: Rol) -> Any:
    from samendoen.casus.api import Overdrachtinvoer

    return Overdrachtinvoer(uuid4(), w.extra["ov_eigen"][rol], w.extra["ov_naar"], "Zo staat het.")


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "casus.stel_overdrachten_voor": lambda w, r: ([_vraag(w, r)],),
    "casus.trek_overdracht_in": lambda w, r: (w.extra["ov_rol"][r],),
    "casus.aanvaard_overdracht": lambda w, r: (w.extra["ov_rol"][r], VANDAAG),
    "casus.weiger_overdracht": lambda w, r: (w.extra["ov_rol"][r], "Geen ruimte."),
}
