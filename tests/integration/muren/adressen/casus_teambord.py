"""What the team leader's board adds to the table of URLs, for leaders of that team alone."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

LEIDEN = "teamleider"
VOOR_ROL = {"teambord": LEIDEN}
VOOR_DOSSIER = {
    "teambord_team": LEIDEN,
    "caseload": LEIDEN,
    "casus_intensiteit": "consulent teamleider",
}
POST_DOSSIER = {"teambord_verplaatsen": LEIDEN, "teambord_ongedaan": LEIDEN}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team, and who directs it."""
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    wie = maak_medewerker(Rol.CONSULENT, [team]).pk
    [ouder] = maak_gezin(("Bord", date(1985, 3, 12)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), wie)
    return {
        "teambord_team": [team],
        "teambord_verplaatsen": [team],
        "teambord_ongedaan": [team],
        "caseload": [team, wie],
        "casus_intensiteit": [casus],
    }
