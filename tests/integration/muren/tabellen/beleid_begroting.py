"""What changes of a budget add to the tables of actions: they hang on the role."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "beleid.trek_wijziging_in": "beleid",
    "beleid.wijzig_begroting": "beleid",
    "beleid.zet_geldgrens": "beleid",
}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Change the budget of the plan that beleid read in."""
    from samendoen.beleid.actions.begrotingswijziging import wijzig_begroting

    return {"wijziging": wijzig_begroting(SYSTEEM, nieuwe_wijziging())}


def nieuwe_wijziging() -> Any:
    from samendoen.beleid.actions.begrotingswijziging import NieuweWijziging
    from samendoen.beleid.models import Begrotingsregel
    from samendoen.beleid.rules import Soort

    regel = Begrotingsregel.objects.get(code="innovatie")
    kolom = regel.begroting.kolommen.order_by("volgorde").first()
    assert kolom
    return NieuweWijziging(uuid4(), kolom.pk, None, regel.pk, 100, Soort.INCIDENTEEL, "Subsidie")


def _plan() -> int:
    from samendoen.beleid.models import Plan

    return Plan.objects.get(code="lopik").pk


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "beleid.trek_wijziging_in": lambda w, r: (w.extra["wijziging"],),
    "beleid.wijzig_begroting": lambda w, r: (nieuwe_wijziging(),),
    "beleid.zet_geldgrens": lambda w, r: (_plan(), 100, 120, klok.vandaag(), "Afspraak"),
}
