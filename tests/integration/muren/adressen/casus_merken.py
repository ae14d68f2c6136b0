"""What marks and judgments of safety add to the table of URLs."""

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

ZIEN, WERKEN = "consulent teamleider kwaliteit", "consulent teamleider"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {
    "veiligheid": ZIEN,
    "merk_zetten": WERKEN,
    "merk_verlengen": WERKEN,
    "merk_opheffen": WERKEN,
    "taxatie_nieuw": WERKEN,
    "taxatie_opnieuw": WERKEN,
    "taxatie_intrekken": WERKEN,
}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team with somebody who is marked, and whose safety was judged."""
    from samendoen.casus.api import taxeer_veiligheid, zet_merken
    from tests.maak import maak_medewerker
    from tests.veiligheidmaker import maak_veilig_gezin, merk, taxatie

    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    casus, ouder = maak_veilig_gezin(regisseur, team)
    [merk_id] = zet_merken(SYSTEEM, [merk(casus, ouder, "KANARIEVRAAG", besloten_door=regisseur)])
    [taxatie_id] = taxeer_veiligheid(SYSTEEM, [taxatie(casus, ouder, "KANARIEVRAAG")])
    return {
        "veiligheid": [casus],
        "merk_zetten": [casus],
        "taxatie_nieuw": [casus],
        "merk_verlengen": [merk_id],
        "merk_opheffen": [merk_id],
        "taxatie_opnieuw": [taxatie_id],
        "taxatie_intrekken": [taxatie_id],
    }
