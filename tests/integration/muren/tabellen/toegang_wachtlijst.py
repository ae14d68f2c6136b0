"""What the waiting list adds to the tables of actions."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
WERKEN = "consulent teamleider"
OP_DOSSIER = {
    "toegang.zet_wachtprioriteiten": WERKEN,
    "toegang.leg_wachtcontacten_vast": WERKEN,
    "toegang.trek_wachtcontact_in": WERKEN,
    "toegang.bied_overbruggingen": WERKEN,
    "toegang.stop_overbrugging": WERKEN,
    "toegang.trek_overbrugging_in": WERKEN,
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a question that waits, with a call and something that helps meanwhile."""
    from samendoen.toegang.api import (
        Contactinvoer,
        NieuweMelding,
        Overbruggingsinvoer,
        Triagebesluit,
        bied_overbruggingen,
        leg_wachtcontacten_vast,
        registreer_meldingen,
        trieer_meldingen,
    )
    from samendoen.toegang.models import Overbrugging, Wachtcontact
    from tests.casusmaker import TEAM

    nieuw = NieuweMelding(uuid4(), "Wie helpt mij?", "telefoon", "wmo", TEAM, VANDAAG)
    [nummer] = registreer_meldingen(SYSTEEM, [nieuw])
    trieer_meldingen(SYSTEEM, [Triagebesluit(nummer, "team", TEAM, reden="Zo hoort het")])
    leg_wachtcontacten_vast(SYSTEEM, [Contactinvoer(uuid4(), nummer, VANDAAG, "gesproken")])
    bied_overbruggingen(SYSTEEM, [Overbruggingsinvoer(uuid4(), nummer, VANDAAG, tekst="Inloop")])
    contact = Wachtcontact.objects.get(melding=nummer).pk
    return {"wl": nummer, "wl_contact": contact, "wl_zolang": Overbrugging.objects.get(melding=nummer).pk}


def _prioriteit(w: Any) -> Any:
    from samendoen.toegang.api import Prioriteitkeuze

    return Prioriteitkeuze(w.extra["wl"], "hoog", "Omdat het moet")


def _contact(w: Any) -> Any:
    from samendoen.toegang.api import Contactinvoer

    return Contactinvoer(uuid4(), w.extra["wl"], VANDAAG, "bericht")


def _zolang(w: Any) -> Any:
    from samendoen.toegang.api import Overbruggingsinvoer

    return Overbruggingsinvoer(uuid4(), w.extra["wl"], VANDAAG, tekst="Buurtkamer")


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "toegang.zet_wachtprioriteiten": lambda w, r: ([_prioriteit(w)],),
    "toegang.leg_wachtcontacten_vast": lambda w, r: ([_contact(w)],),
    "toegang.trek_wachtcontact_in": lambda w, r: (w.extra["wl"], w.extra["wl_contact"]),
    "toegang.bied_overbruggingen": lambda w, r: ([_zolang(w)],),
    "toegang.stop_overbrugging": lambda w, r: (w.extra["wl"], w.extra["wl_zolang"], VANDAAG),
    "toegang.trek_overbrugging_in": lambda w, r: (w.extra["wl"], w.extra["wl_zolang"]),
}
