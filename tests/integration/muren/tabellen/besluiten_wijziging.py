"""What changing a provision adds to the tables of actions: it hangs on the dossier of who has it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
OP_DOSSIER = {
    "besluiten.neem_wijzigingsbesluiten": "consulent teamleider",
    "besluiten.plan_herbeoordelingen": "consulent teamleider backoffice",
    "besluiten.vraag_wijzigingen_aan": "consulent teamleider backoffice",
}
OP_ROL: dict[str, str] = {}
BINNEN: set[str] = set()


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make two provisions that hold."""
    from tests.besluitmaker import maak_catalogus, maak_geldend
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding

    maak_catalogus()

    def nieuw() -> int:
        [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
        return maak_geldend(SYSTEEM, maak_casus(SYSTEEM, maak_melding(ouder), wereld.collega), ouder)

    return {"te_verlengen": nieuw(), "te_vragen": nieuw()}


def _besluit(w: Any) -> Any:
    from samendoen.besluiten.api import Wijzigingsbesluit

    tot = date(2025, 12, 8)
    return Wijzigingsbesluit(
        uuid4(), w.extra["te_verlengen"], "verlenging", "nog_nodig", "Nog nodig.", VANDAAG, tot=tot
    )


def _aanvraag(w: Any) -> Any:
    from samendoen.besluiten.api import Wijzigingsaanvraag

    return Wijzigingsaanvraag(uuid4(), w.extra["te_vragen"], VANDAAG)


ARGUMENTEN: dict[str, Callable[[Any, Rol], tuple[Any, ...]]] = {
    "besluiten.neem_wijzigingsbesluiten": lambda w, r: ([_besluit(w)],),
    "besluiten.plan_herbeoordelingen": lambda w, r: ([(w.extra["te_vragen"], date(2024, 9, 2))],),
    "besluiten.vraag_wijzigingen_aan": lambda w, r: ([_aanvraag(w)],),
}
