"""What the doorbraakbudget adds to the table of URLs."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

WERK = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
NEMEN = "consulent teamleider"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {"doorbraak": WERK, "doorbraak_nieuw": NEMEN, "doorbraak_uitgave": NEMEN}
POST_DOSSIER = {"doorbraak_intrekken": NEMEN, "doorbraakuitgave_intrekken": NEMEN}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team with a budget of which something was paid."""
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.doorbraakmaker import betaal, maak_doorbraak
    from tests.maak import maak_medewerker

    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    [ouder] = maak_gezin(("Doorbraak", date(1950, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), regisseur)
    budget = maak_doorbraak(SYSTEEM, casus, waarvoor="KANARIEVRAAG")
    return {
        "doorbraak_nieuw": [casus],
        "doorbraak": [budget],
        "doorbraak_uitgave": [budget],
        "doorbraak_intrekken": [budget],
        "doorbraakuitgave_intrekken": [betaal(SYSTEEM, budget)],
    }
