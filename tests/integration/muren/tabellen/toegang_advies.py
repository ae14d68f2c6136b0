"""What advice without a dossier adds to the tables of actions."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
LOKET = "loket consulent teamleider"
OP_DOSSIER: dict[str, str] = {}
# One takes back what one gave oneself; of a colleague's: tests/integration/toegang/test_advies.py.
OP_ROL = {"toegang.geef_adviezen": LOKET, "toegang.trek_advies_in": LOKET}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Give an advice by everybody who may."""
    from samendoen.kernel.api import actor_van
    from samendoen.kernel.models import Gebruiker
    from samendoen.toegang.api import geef_adviezen

    mogen = {rol: Gebruiker.objects.get(pk=pk) for rol, pk in wereld.wie.items() if rol in LOKET.split()}
    per = {rol: geef_adviezen(actor_van(wie), [_advies()])[0] for rol, wie in mogen.items()}
    return {"advies": per, "geen": geef_adviezen(SYSTEEM, [_advies()])[0]}


def _advies() -> Any:
    from samendoen.toegang.api import Adviesinvoer

    return Adviesinvoer(uuid4(), "telefoon", "uitleg", VANDAAG)


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "toegang.geef_adviezen": lambda w, r: ([_advies()],),
    "toegang.trek_advies_in": lambda w, r: (w.extra["advies"].get(r, w.extra["geen"]),),
}
