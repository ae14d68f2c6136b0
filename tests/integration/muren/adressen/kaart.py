"""What kaart adds to the table of URLs: everybody with a login looks, functional management changes."""

from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

IEDEREEN, BEHEER = " ".join(Rol), "beheer"
VOOR_ROL = {
    "kaart": IEDEREEN,
    "aanbod": IEDEREEN,
    "kaart_organisatie": IEDEREEN,
    "aanbod_nieuw": BEHEER,
    "aanbod_wijzigen": BEHEER,
    "aanbod_stoppen": BEHEER,
    "kaart_organisatie_nieuw": BEHEER,
    "kaart_organisatie_wijzigen": BEHEER,
    "kaart_plek_nieuw": BEHEER,
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {"aanbod_hervatten": BEHEER}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Put one organisation with an offer on the map."""
    from samendoen.kaart.actions.aanbod import Aanbodgegevens, NieuwAanbod, maak_aanbod
    from samendoen.kaart.actions.organisatie import (
        NieuweOrganisatie,
        Organisatiegegevens,
        maak_organisaties,
    )
    from samendoen.organisatie.api import leefgebieden

    [nummer] = maak_organisaties(SYSTEEM, [NieuweOrganisatie(uuid4(), Organisatiegegevens("Welzijn Samen"))])
    gegevens = Aanbodgegevens("Koffie", "Uitleg.", "algemeen", (next(iter(leefgebieden())),))
    aanbod: list[object] = [*maak_aanbod(SYSTEEM, [NieuwAanbod(uuid4(), nummer, gegevens)])]
    organisatie: list[object] = [nummer]
    return {
        "aanbod": aanbod,
        "aanbod_wijzigen": aanbod,
        "aanbod_stoppen": aanbod,
        "aanbod_hervatten": aanbod,
        "kaart_organisatie": organisatie,
        "kaart_organisatie_wijzigen": organisatie,
        "kaart_plek_nieuw": organisatie,
    }
