"""What a warm handover adds to the table of URLs."""

from datetime import date
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

WERKEN = "consulent teamleider"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {
    "overdracht": WERKEN,
    "overdracht_nieuw": WERKEN,
    "overdracht_weigeren": WERKEN,
    "overdracht_intrekken": WERKEN,
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team in which a colleague is asked to take over."""
    from samendoen.casus.api import Overdrachtinvoer, stel_overdrachten_voor
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    van, naar = (maak_medewerker(Rol.CONSULENT, [team]).pk for _n in range(2))
    [ouder] = maak_gezin(("Overdrager", date(1985, 3, 12)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), van)
    stel_overdrachten_voor(SYSTEEM, [Overdrachtinvoer(uuid4(), casus, naar, "KANARIEVRAAG")])
    return {naam: [casus] for naam in VOOR_DOSSIER}
