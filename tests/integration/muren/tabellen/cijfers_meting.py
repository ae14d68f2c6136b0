"""Figures of others, remarks and bounds in the tables of who may do what."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM

if TYPE_CHECKING:
    from tests.integration.muren.test_toegangstabel import Wereld

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "cijfers.lees_metingen_in": "beleid",
    "cijfers.trek_meting_in": "beleid",
    "cijfers.plaats_opmerking": "beleid",
    "cijfers.trek_opmerking_in": "beleid",
    "cijfers.zet_grens": "beleid",
}
BINNEN: set[str] = set()
KOP = "indicator;periode;gebiedsoort;gebied;waarde;bron\n"
LIJST = f"{KOP}eenzaamheid;2022;land;Nederland;47;CBS\n".encode()
CODE = "meldingen-per-team"


def opmerking() -> Any:
    """Return a remark to be."""
    from samendoen.cijfers.api import NieuweOpmerking

    return NieuweOpmerking(uuid4(), CODE, date(2024, 1, 1), "Wij sluiten anders.")


def grens() -> Any:
    """Return bounds to be."""
    from samendoen.cijfers.api import NieuweGrens

    waarden = (True, Decimal(20), Decimal(10), date(2024, 1, 1), "de raad", "Afgesproken.")
    return NieuweGrens(uuid4(), CODE, *waarden)


def maak_meting() -> int:
    """Take one figure in and return its id."""
    from samendoen.cijfers.api import lees_metingen_in
    from samendoen.cijfers.models import Meting

    lees_metingen_in(SYSTEEM, LIJST)
    return Meting.objects.get(vervallen_op__isnull=True).pk


ARGUMENTEN: dict[str, Any] = {
    "cijfers.lees_metingen_in": lambda w, r: (LIJST.replace(b"2022", b"2020"),),
    "cijfers.trek_meting_in": lambda w, r: (w.extra["meting"], "Verkeerd overgenomen."),
    "cijfers.plaats_opmerking": lambda w, r: (opmerking(),),
    "cijfers.trek_opmerking_in": lambda w, r: (w.extra["opmerking"],),
    "cijfers.zet_grens": lambda w, r: (grens(),),
}


def zet_op(_wereld: "Wereld") -> dict[str, Any]:
    """Take in one figure and write one remark."""
    from samendoen.cijfers.api import plaats_opmerking

    return {"meting": maak_meting(), "opmerking": plaats_opmerking(SYSTEEM, opmerking())}
