"""Figures in the tables of who may do what."""

from datetime import date
from typing import TYPE_CHECKING, Any

from samendoen.kernel.actor import SYSTEEM

if TYPE_CHECKING:
    from tests.integration.muren.test_toegangstabel import Wereld

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "cijfers.maak_momentopname": "beleid beheer",
    "cijfers.publiceer": "beleid beheer",
}
BINNEN: set[str] = set()
EERGISTEREN = date(2024, 6, 1)
ARGUMENTEN: dict[str, Any] = {
    "cijfers.maak_momentopname": lambda w, r: (),
    "cijfers.publiceer": lambda w, r: (EERGISTEREN,),
}


def zet_op(_wereld: "Wereld") -> dict[str, Any]:
    """Freeze a day that can be published."""
    from samendoen.cijfers.api import maak_momentopname

    maak_momentopname(SYSTEEM, EERGISTEREN)
    return {}
