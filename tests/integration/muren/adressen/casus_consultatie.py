"""What a consultation adds to the table of URLs."""

from datetime import date
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {"consultatie_nieuw": "teamleider", "consultatie_stoppen": "teamleider"}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team in which an expert reads along."""
    from samendoen.casus.api import Consultatieinvoer, begin_consultaties
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    wie = maak_medewerker(Rol.KWALITEIT, [team]).pk
    [ouder] = maak_gezin(("Meelezer", date(1985, 3, 12)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), regisseur)
    invoer = Consultatieinvoer(uuid4(), casus, wie, "KANARIEVRAAG", VANDAAG)
    [nummer] = begin_consultaties(SYSTEEM, [invoer])
    return {"consultatie_nieuw": [casus], "consultatie_stoppen": [casus, nummer]}
