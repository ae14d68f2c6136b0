"""What the council's questions add to the tables of actions: they hang on the role."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "beleid.beeindig_belofte": "beleid",
    "beleid.heropen_belofte": "beleid",
    "beleid.leg_belofte_vast": "beleid",
    "beleid.leg_verplichting_vast": "beleid",
    "beleid.trek_verplichting_in": "beleid",
}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Put a motion and an obligation beside what beleid read in."""
    from samendoen.beleid.actions.raad import leg_belofte_vast, leg_verplichting_vast

    return {
        "belofte": leg_belofte_vast(SYSTEEM, nieuwe_belofte()),
        "verplichting": leg_verplichting_vast(SYSTEEM, nieuwe_verplichting()),
    }


def nieuwe_belofte() -> Any:
    """Return a motion of today beside Lopik's first goal."""
    from samendoen.beleid.actions.raad import NieuweBelofte
    from samendoen.beleid.models import Doelstelling
    from samendoen.beleid.rules.raad import Beloftesoort

    doel = Doelstelling.objects.get(code="1.1", thema__onderdeel__plan__code="lopik").pk
    return NieuweBelofte(uuid4(), doel, Beloftesoort.MOTIE, "Meer banken", klok.vandaag())


def nieuwe_verplichting() -> Any:
    """Return an obligation in the budget of Heuvelrug."""
    from samendoen.beleid.actions.raad import NieuweVerplichting
    from samendoen.beleid.models import Begrotingsregel

    regel = Begrotingsregel.objects.get(code="innovatie").pk
    return NieuweVerplichting(uuid4(), regel, "Subsidie", 100, date(2024, 1, 1), None, 3)


def _einde(w: Any) -> tuple[Any, ...]:
    from samendoen.beleid.rules.raad import Beloftestaat

    return w.extra["belofte"], Beloftestaat.AFGEDAAN, "Er staan er drie."


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "beleid.beeindig_belofte": lambda w, r: _einde(w),
    "beleid.heropen_belofte": lambda w, r: (w.extra["belofte"],),
    "beleid.leg_belofte_vast": lambda w, r: (nieuwe_belofte(),),
    "beleid.leg_verplichting_vast": lambda w, r: (nieuwe_verplichting(),),
    "beleid.trek_verplichting_in": lambda w, r: (w.extra["verplichting"],),
}
