"""What notes add to the table of URLs."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

LEZEN = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
WERKEN = "consulent teamleider"
VOOR_ROL: dict[str, str] = {}
VOOR_DOSSIER = {
    "notities": LEZEN,
    "notities_afdruk": LEZEN,
    "notitie": LEZEN,
    "casus_zoeken": LEZEN,
    "huisbezoek": WERKEN,
    "notitie_nieuw": WERKEN,
    "notitie_schrijven": WERKEN,
    "notitie_wie": WERKEN,
    "notitie_weggooien": WERKEN,
    "notitie_intrekken": WERKEN,
    "notitie_schonen": WERKEN,
}
POST_DOSSIER = {"huisbezoek_notitie": WERKEN, "notitie_terugzetten": WERKEN, "notitie_verbeteren": WERKEN}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team with a note of each kind."""
    from samendoen.casus.api import trek_notitie_in
    from samendoen.kernel.wissen import wis_persoon
    from tests.casusmaker import maak_casus, maak_gezin, maak_melding
    from tests.maak import maak_medewerker
    from tests.notitiemaker import begin, klaar, schrijf

    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    ouder, kind = maak_gezin(("Notitie", date(1985, 3, 12)), ("Gewist", date(2012, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ouder, team=team), regisseur)
    samen = klaar(SYSTEEM, casus, ouder, kind, tekst="KANARIEVRAAG")
    wis_persoon(SYSTEEM, kind, samen.personen.get(inwoner=kind).wet, "verzoek")
    concept = begin(SYSTEEM, casus, ouder)
    schrijf(SYSTEEM, concept, "KANARIEVRAAG")
    af = klaar(SYSTEEM, casus, ouder, tekst="KANARIEVRAAG")
    weg = klaar(SYSTEEM, casus, ouder, tekst="KANARIEVRAAG")
    trek_notitie_in(SYSTEEM, weg.pk, "KANARIEVRAAG")
    in_concept: list[object] = [casus, concept.nummer]
    klare: list[object] = [casus, af.nummer]
    return {
        "notities": [casus],
        "notities_afdruk": [casus, ouder],
        "notitie": klare,
        "casus_zoeken": [casus],
        "huisbezoek": [casus],
        "huisbezoek_notitie": [casus],
        "notitie_nieuw": [casus],
        "notitie_schrijven": in_concept,
        "notitie_wie": in_concept,
        "notitie_weggooien": in_concept,
        "notitie_intrekken": klare,
        "notitie_schonen": [casus, samen.nummer],
        "notitie_terugzetten": [casus, weg.nummer],
        "notitie_verbeteren": klare,
    }
