"""What an objection adds to the table of URLs: who handles it, who decides on it."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

WERK = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
VOORBEREIDEN, NEMEN = "consulent teamleider backoffice", "consulent teamleider"
VOOR_ROL = {"bezwaren": VOORBEREIDEN}
VOOR_DOSSIER = {
    "bezwaar": WERK,
    "zaakbrief": WERK,
    "bezwaar_nieuw": VOORBEREIDEN,
    "bezwaar_toedelen": VOORBEREIDEN,
    "bezwaar_herstel": NEMEN,
    "bezwaar_hersteld": NEMEN,
    "bezwaar_horen": NEMEN,
    "bezwaar_beslissen": NEMEN,
    "bezwaar_verdagen": NEMEN,
    "bezwaar_bekendmaken": VOORBEREIDEN,
    "bezwaar_ingebreke": VOORBEREIDEN,
    "bezwaar_intrekken": VOORBEREIDEN,
}
POST_DOSSIER = {"bezwaar_terugnemen": NEMEN, "bezwaar_terugzetten": VOORBEREIDEN}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make an objection that the team may read, though it is the back office that handles it."""
    from samendoen.besluiten.models import Bezwaar, Zaakbrief
    from samendoen.kernel.access import Toekenning, ken_toe
    from samendoen.kernel.models import Groep, Grond, Niveau
    from tests.besluitmaker import maak_catalogus
    from tests.bezwaarmaker import maak_afwijzing, maak_bezwaar
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker

    maak_catalogus()
    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    [ouder] = maak_gezin(("Bezwaarde", date(1950, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, "KANARIEVRAAG", team=team), regisseur)
    besluit = maak_afwijzing(SYSTEEM, casus, ouder)
    nummer = maak_bezwaar(SYSTEEM, besluit, gronden="KANARIEVRAAG")
    rij = Bezwaar.objects.get(pk=nummer)
    groep = Groep.objects.get(code=team).pk
    ken_toe([Toekenning(rij.dossier_id, Niveau.SCHRIJFBAAR, Grond.TEAM, rij.wet, groep_id=groep)])
    brief = Zaakbrief.objects.get(dossier=rij.dossier_id).pk
    stappen = [naam for naam in (*VOOR_DOSSIER, *POST_DOSSIER) if naam.startswith("bezwaar")]
    van_bezwaar: list[object] = [nummer]
    return {naam: van_bezwaar for naam in stappen} | {"bezwaar_nieuw": [besluit], "zaakbrief": [brief]}
