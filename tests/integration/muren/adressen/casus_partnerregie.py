"""What direction at a partner adds to the table of URLs."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {
    "partnerregie_nieuw": "consulent teamleider",
    "partnerregie_bekijken": "consulent teamleider",
    "partnerregie_terugnemen": "consulent teamleider",
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team of which Avres directs the income."""
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding, maak_partnerregie
    from tests.maak import maak_medewerker

    [ouder] = maak_gezin(("Elders", date(1985, 3, 12)))
    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), regisseur)
    nummer = maak_partnerregie(SYSTEEM, casus)
    return {
        "partnerregie_nieuw": [casus],
        "partnerregie_bekijken": [casus, nummer],
        "partnerregie_terugnemen": [casus, nummer],
    }
