"""What a complaint adds to the tables of actions: taken down at the desk, handled by a team leader."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

OP_DOSSIER = {
    "besluiten.leg_klachthoren_vast": "teamleider",
    "besluiten.handel_klacht_af": "teamleider",
    "besluiten.heropen_klacht": "teamleider",
    "besluiten.draag_klacht_over": "teamleider",
    "besluiten.verdaag_klacht": "teamleider",
}
OP_ROL = {"besluiten.registreer_klachten": "loket consulent teamleider"}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a complaint that is open and one that ended, and somebody who may handle them."""
    from tests.klachtmaker import maak_klacht, sluit
    from tests.maak import maak_medewerker

    behandelaar = maak_medewerker(Rol.TEAMLEIDER, ["gebiedsteam_vianen"]).pk
    ander = maak_medewerker(Rol.TEAMLEIDER, ["gebiedsteam_vianen"]).pk
    klaar = maak_klacht(SYSTEEM, behandelaar)
    sluit(SYSTEEM, klaar)
    return {
        "kl_open": maak_klacht(SYSTEEM, behandelaar),
        "kl_klaar": klaar,
        "kl_wie": behandelaar,
        "kl_ander": ander,
    }


def _nieuw(w: Any) -> Any:
    from tests.klachtmaker import nieuwe_klacht

    return nieuwe_klacht(w.extra["kl_wie"])


def _horen() -> Any:
    from samendoen.besluiten.actions.klacht import Klachthoren

    return Klachthoren(klager_op=date(2024, 6, 3))


def _einde() -> Any:
    from tests.klachtmaker import einde

    return einde()


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "besluiten.registreer_klachten": lambda w, r: ([_nieuw(w)],),
    "besluiten.leg_klachthoren_vast": lambda w, r: (w.extra["kl_open"], _horen()),
    "besluiten.handel_klacht_af": lambda w, r: (w.extra["kl_open"], _einde()),
    "besluiten.heropen_klacht": lambda w, r: (w.extra["kl_klaar"],),
    "besluiten.verdaag_klacht": lambda w, r: (w.extra["kl_open"], 7, "onderzoek", uuid4()),
    "besluiten.draag_klacht_over": lambda w, r: (w.extra["kl_open"], w.extra["kl_ander"]),
}
