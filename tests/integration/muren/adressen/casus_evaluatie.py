"""What looking back on a plan adds to the table of URLs."""

from datetime import date, timedelta
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
LEZEN = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
WERKEN = "consulent teamleider"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {"evaluatie": LEZEN, "evaluatie_nieuw": WERKEN, "evaluatie_intrekken": WERKEN}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team with a plan that holds, on which people looked back once."""
    from samendoen.casus.api import (
        Doeluitslaginvoer,
        Evaluatieinvoer,
        leg_evaluaties_vast,
        stel_plannen_vast,
    )
    from tests.casusmaker import actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
    from tests.maak import maak_medewerker

    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    [ouder] = maak_gezin(("Terugkijker", date(1985, 3, 12)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), regisseur)
    rust = doel(ouder, actie(), tekst="KANARIEVRAAG")
    plan = schrijf(SYSTEEM, casus, [rust], VANDAAG + timedelta(days=90))
    stel_plannen_vast(SYSTEEM, [(plan, VANDAAG)])
    uitslag = Doeluitslaginvoer(rust.kenmerk, "niet", "KANARIEVRAAG", "opschalen", "KANARIEVRAAG")
    invoer = Evaluatieinvoer(uuid4(), plan, VANDAAG, VANDAAG + timedelta(days=60), (uitslag,))
    [nummer] = leg_evaluaties_vast(SYSTEEM, [invoer])
    return {
        "evaluatie_nieuw": [casus],
        "evaluatie": [casus, nummer],
        "evaluatie_intrekken": [casus, nummer],
    }
