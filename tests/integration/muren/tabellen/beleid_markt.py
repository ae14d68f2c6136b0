"""What the accountability market adds to the tables of actions."""

from collections.abc import Callable
from datetime import time
from typing import Any
from uuid import uuid4

from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "beleid.plan_markt": "beleid",
    "beleid.wijzig_markt": "beleid",
    "beleid.zet_marktregels": "beleid",
    "beleid.schrap_marktregel": "beleid",
    "beleid.doe_marktregel_af": "beleid",
    "beleid.publiceer_markt": "beleid",
}
BINNEN: set[str] = set()


def gegevens(jaar: int | None = None) -> Any:
    """Give a market of today, or of a later year."""
    from samendoen.beleid.actions.markt import Marktgegevens

    op = klok.vandaag()
    return Marktgegevens("Samen Doen op de markt", op.replace(year=jaar or op.year), "De Wiekslag")


def regel(markt: int, soort: str, **anders: Any) -> Any:
    """Give a whole line of one kind."""
    from samendoen.beleid.actions.markt import Marktregelinvoer

    velden: dict[str, dict[str, Any]] = {
        "agenda": {"begin": time(19, 30), "einde": time(20, 0)},
        "bijdrage": {"herkomst": "inwoner", "van": "een mantelzorger", "vorm": "gesprek"},
        "gehoord": {"gevolg": "doorgaan", "reden": "Het werkt."},
    }
    alles: dict[str, Any] = {"kenmerk": uuid4(), "titel": "De koffieochtend"} | velden[soort] | anders
    return Marktregelinvoer(markt=markt, soort=soort, **alles)


def zet_op(wereld: Any) -> dict[str, Any]:
    """Plan a market with a line of each kind."""
    from samendoen.beleid.actions.markt import plan_markt, zet_marktregels
    from samendoen.beleid.api import importeer_plan

    importeer_plan(SYSTEEM, "lopik")
    markt = plan_markt(SYSTEEM, "lopik", gegevens())
    regels = [regel(markt, soort) for soort in ("agenda", "bijdrage", "gehoord")]
    return {"markt": markt, "marktregels": zet_marktregels(SYSTEEM, regels)}


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "beleid.plan_markt": lambda w, r: ("lopik", gegevens(2026)),
    "beleid.wijzig_markt": lambda w, r: (w.extra["markt"], gegevens()),
    "beleid.zet_marktregels": lambda w, r: ([regel(w.extra["markt"], "agenda")],),
    "beleid.schrap_marktregel": lambda w, r: (w.extra["marktregels"][0],),
    "beleid.doe_marktregel_af": lambda w, r: (w.extra["marktregels"][2],),
    "beleid.publiceer_markt": lambda w, r: (w.extra["markt"], "programma"),
}
