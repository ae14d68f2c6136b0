"""What taking a question out of its casus adds to the table of URLs."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {"casus_losmaken": "consulent teamleider"}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team with a question that joined it."""
    from samendoen.casus.api import voeg_meldingen_toe
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    ouder, kind = maak_gezin(("Losmaak", date(1985, 3, 12)), ("Sami", date(2010, 1, 20)))
    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), regisseur)
    erbij = maak_melding(kind, "KANARIEVRAAG", team=team)
    voeg_meldingen_toe(SYSTEEM, [(casus, erbij)])
    return {"casus_losmaken": [erbij]}
