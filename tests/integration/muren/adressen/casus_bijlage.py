"""What attachments add to the table of URLs."""

from datetime import date
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

LEZEN = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
WERKEN = "consulent teamleider"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {"bijlage": LEZEN, "bijlage_nieuw": WERKEN, "bijlage_verwijderen": WERKEN}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team with a file."""
    from samendoen.casus.api import NieuweBijlage, voeg_bijlage_toe
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    [ouder] = maak_gezin(("Bijlage", date(1985, 3, 12)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, team=team), regisseur)
    nieuw = NieuweBijlage(uuid4(), casus, ouder, "brief.txt", b"KANARIEVRAAG")
    bijlage = voeg_bijlage_toe(SYSTEEM, nieuw)
    return {
        "bijlage": [casus, bijlage],
        "bijlage_nieuw": [casus],
        "bijlage_verwijderen": [casus, bijlage],
    }
