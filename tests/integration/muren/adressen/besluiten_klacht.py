"""What a complaint adds to the table of URLs."""

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

WERK = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
VOOR_ROL = {"klachten": "loket consulent teamleider", "klacht_nieuw": "loket consulent teamleider"}
VOOR_DOSSIER = {
    "klacht": WERK,
    "klacht_horen": "teamleider",
    "klacht_afhandelen": "teamleider",
    "klacht_overdragen": "teamleider",
    "klacht_verdagen": "teamleider",
}
POST_DOSSIER = {"klacht_heropenen": "teamleider"}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a complaint whose dossier is open to the team, as none is of itself."""
    from samendoen.besluiten.models import Klacht
    from samendoen.kernel.access import Toekenning, ken_toe
    from samendoen.kernel.models import Groep, Grond, Niveau
    from tests.klachtmaker import maak_klacht
    from tests.maak import maak_medewerker

    behandelaar = maak_medewerker(Rol.TEAMLEIDER, ["gebiedsteam_vianen"]).pk
    nummer = maak_klacht(SYSTEEM, behandelaar, over="KANARIEVRAAG")
    dossier = Klacht.objects.get(pk=nummer).dossier_id
    groep = Groep.objects.get(code=team).pk
    ken_toe([Toekenning(dossier, Niveau.SCHRIJFBAAR, Grond.TEAM, "geen", groep_id=groep)])
    return {naam: [nummer] for naam in (*VOOR_DOSSIER, *POST_DOSSIER)}
