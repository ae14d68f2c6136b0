"""What changing a provision adds to the table of URLs."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

NEMEN = "consulent teamleider"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {
    "voorziening_verlengen": NEMEN,
    "voorziening_wijzigen": NEMEN,
    "voorziening_beeindigen": NEMEN,
    "voorziening_herbeoordelen": "consulent teamleider backoffice",
    "voorziening_aanvragen": "consulent teamleider backoffice",
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a provision of this team that holds."""
    from tests.besluitmaker import maak_catalogus, maak_geldend
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    maak_catalogus()
    [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), regisseur)
    geldt = maak_geldend(SYSTEEM, casus, ouder)
    return {naam: [geldt] for naam in VOOR_DOSSIER}
