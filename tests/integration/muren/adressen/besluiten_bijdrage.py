"""What the own contribution adds to the table of URLs."""

from datetime import date
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VOORBEREIDEN = "consulent teamleider backoffice"
VOOR_ROL = {"bijdrage": "backoffice"}
VOOR_DOSSIER = {"vrijstelling_nieuw": VOORBEREIDEN, "vrijstelling_beeindigen": VOORBEREIDEN}
POST_DOSSIER = {"vrijstelling_intrekken": VOORBEREIDEN}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make an application of somebody of the team who is exempt."""
    from samendoen.besluiten.actions.bijdrage import Vrijstellinginvoer, stel_vrij
    from tests.besluitmaker import maak_catalogus, vraag
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    maak_catalogus()
    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    [ouder] = maak_gezin(("Vrij", date(1950, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), regisseur)
    aanvraag = vraag(SYSTEEM, casus, ouder)
    nummer = stel_vrij(SYSTEEM, Vrijstellinginvoer(uuid4(), aanvraag, "wlz", date(2024, 6, 3)))
    return {
        "vrijstelling_nieuw": [aanvraag],
        "vrijstelling_beeindigen": [nummer],
        "vrijstelling_intrekken": [nummer],
    }
