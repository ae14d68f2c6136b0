"""What the investigation adds to the table of URLs: pages to read with a grant, forms for who works in
casussen."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
LEZEN = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
WERKEN = "consulent teamleider"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {
    "onderzoek": LEZEN,
    "onderzoek_verslag": LEZEN,
    "onderzoek_verslag_pdf": LEZEN,
    "onderzoek_beginnen": WERKEN,
    "onderzoek_weggooien": WERKEN,
    "onderzoek_persoon": WERKEN,
    "onderzoek_leefgebieden": WERKEN,
    "onderzoek_gebied": WERKEN,
    "onderzoek_cijfers": WERKEN,
}
POST_DOSSIER = {"onderzoek_meenemen": WERKEN}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team with an investigation, a question to take along, and a casus without one."""
    from samendoen.casus.api import schrijf_bevindingen, voeg_meldingen_toe
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker
    from tests.onderzoekmaker import begin, bevinding, kies

    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    [persoon] = maak_gezin(("Fatima", date(1985, 3, 12)))
    casus = maak_casus(SYSTEEM, maak_melding(persoon, "KANARIEVRAAG", team=team), regisseur)
    nummer = begin(SYSTEEM, casus)
    kies(SYSTEEM, nummer, persoon, "wonen")
    schrijf_bevindingen(SYSTEEM, [bevinding(nummer, persoon, situatie="KANARIEVRAAG")])
    verder = maak_melding(persoon, "KANARIEVRAAG", team=team)
    voeg_meldingen_toe(SYSTEEM, [(casus, verder)])
    [ander] = maak_gezin(("Ander", date(1970, 1, 1)))
    zonder = maak_casus(SYSTEEM, maak_melding(ander, "KANARIEVRAAG", team=team), regisseur)
    van_persoon: list[object] = [casus, 1, persoon]
    return {
        "onderzoek": [casus, 1],
        "onderzoek_verslag": [casus, 1],
        "onderzoek_verslag_pdf": [casus, 1],
        "onderzoek_weggooien": [casus, 1],
        "onderzoek_beginnen": [zonder],
        "onderzoek_persoon": van_persoon,
        "onderzoek_leefgebieden": van_persoon,
        "onderzoek_cijfers": van_persoon,
        "onderzoek_gebied": [*van_persoon, "wonen"],
        "onderzoek_meenemen": [casus, 1, verder],
    }
