"""What kaart adds to the tables of actions: functional management keeps the map."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM

BEHEER = "beheer"
OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "kaart.importeer_kaart": BEHEER,
    "kaart.maak_organisaties": BEHEER,
    "kaart.wijzig_organisatie": BEHEER,
    "kaart.maak_locaties": BEHEER,
    "kaart.maak_aanbod": BEHEER,
    "kaart.wijzig_aanbod": BEHEER,
    "kaart.stop_aanbod": BEHEER,
    "kaart.hervat_aanbod": BEHEER,
}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Put one organisation on the map, with an offer that runs and one that stopped."""
    from samendoen.kaart.actions.aanbod import NieuwAanbod, maak_aanbod, stop_aanbod
    from samendoen.kaart.actions.organisatie import (
        NieuweOrganisatie,
        Organisatiegegevens,
        maak_organisaties,
    )
    from samendoen.organisatie.api import kernen

    [organisatie] = maak_organisaties(
        SYSTEEM, [NieuweOrganisatie(uuid4(), Organisatiegegevens("Welzijn Samen"))]
    )
    loopt, gestopt = maak_aanbod(
        SYSTEEM, [NieuwAanbod(uuid4(), organisatie, _gegevens(naam)) for naam in ("Koffie", "Eten")]
    )
    stop_aanbod(SYSTEEM, gestopt)
    return {"organisatie": organisatie, "loopt": loopt, "gestopt": gestopt, "kern": next(iter(kernen()))}


def _gegevens(naam: str) -> Any:
    from samendoen.kaart.actions.aanbod import Aanbodgegevens
    from samendoen.organisatie.api import leefgebieden

    return Aanbodgegevens(naam, "Uitleg.", "algemeen", (next(iter(leefgebieden())),))


def _acties() -> dict[str, Callable[[Any, Any], tuple[Any, ...]]]:
    from samendoen.kaart.actions.aanbod import NieuwAanbod
    from samendoen.kaart.actions.organisatie import NieuweLocatie, NieuweOrganisatie, Organisatiegegevens

    return {
        "kaart.importeer_kaart": lambda w, r: ("1961",),
        "kaart.maak_organisaties": lambda w, r: (
            [NieuweOrganisatie(uuid4(), Organisatiegegevens("De Buurtkamer"))],
        ),
        "kaart.wijzig_organisatie": lambda w, r: (w.extra["organisatie"], Organisatiegegevens("Welzijn Nu")),
        "kaart.maak_locaties": lambda w, r: (
            [NieuweLocatie(uuid4(), w.extra["organisatie"], w.extra["kern"], "Wijkwinkel")],
        ),
        "kaart.maak_aanbod": lambda w, r: (
            [NieuwAanbod(uuid4(), w.extra["organisatie"], _gegevens("Samen wandelen"))],
        ),
        "kaart.wijzig_aanbod": lambda w, r: (w.extra["loopt"], _gegevens("Koffie en thee")),
        "kaart.stop_aanbod": lambda w, r: (w.extra["loopt"],),
        "kaart.hervat_aanbod": lambda w, r: (w.extra["gestopt"],),
    }


ARGUMENTEN = _acties()
