"""What casus adds to the table of URLs: pages to read with a grant, forms for who works in casussen."""

from datetime import date, timedelta

from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol

VANDAAG = date(2024, 6, 3)
LEZEN = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
WERKEN = "consulent teamleider"
VOOR_ROL = {"casussen": LEZEN}
VOOR_DOSSIER = {
    "casus": LEZEN,
    "casus_plan": LEZEN,
    "plan_vergelijken": LEZEN,
    "casus_openen": WERKEN,
    "casus_regie": WERKEN,
    "casus_tweede": WERKEN,
    "casus_erbij": WERKEN,
    "casus_sluiten": WERKEN,
    "casus_onderzocht": WERKEN,
    "plan_schrijven": WERKEN,
    "plan_vaststellen": WERKEN,
    "plan_weggooien": WERKEN,
    "plan_doel_nieuw": WERKEN,
    "plan_doel": WERKEN,
    "plan_doel_weg": WERKEN,
    "plan_actie_nieuw": WERKEN,
    "plan_actie": WERKEN,
    "plan_actie_weg": WERKEN,
    "plan_akkoord": WERKEN,
    "actie_afronden": WERKEN,
}
POST_DOSSIER = {
    "casus_toevoegen": WERKEN,
    "casus_heropenen": WERKEN,
    "plan_nieuw": WERKEN,
    "actie_terug": WERKEN,
}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a casus of the team with a plan that holds and a concept, and a question without a casus."""
    from samendoen.casus.api import rond_acties_af, stel_plannen_vast
    from samendoen.casus.models import Actie
    from tests.casusmaker import actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
    from tests.maak import maak_medewerker

    regisseur = maak_medewerker(Rol.CONSULENT, [team]).pk
    ouder, kind = maak_gezin(("Fatima", date(1985, 3, 12)), ("Sami", date(2010, 1, 20)))
    melding = maak_melding(ouder, "KANARIEVRAAG", team=team)
    nummer = maak_casus(SYSTEEM, melding, regisseur)
    rust = doel(ouder, actie(), actie("basishulp"), tekst="KANARIEVRAAG")
    later = VANDAAG + timedelta(days=90)
    stel_plannen_vast(SYSTEEM, [(schrijf(SYSTEEM, nummer, [rust], later), VANDAAG)])
    eerste, tweede = Actie.objects.order_by("pk").values_list("pk", flat=True)
    rond_acties_af(SYSTEEM, [(tweede, "gedaan", VANDAAG)])
    schrijf(SYSTEEM, nummer, [rust], later)
    van_casus: list[object] = [nummer]
    doelen: list[object] = [nummer, rust.kenmerk]
    acties: list[object] = [nummer, rust.kenmerk, rust.acties[0].kenmerk]
    los: list[object] = [maak_melding(maak_gezin(("Los", date(1990, 1, 1)))[0], "KANARIEVRAAG", team=team)]
    namen = (*VOOR_DOSSIER, *POST_DOSSIER)
    return {naam: van_casus for naam in namen} | {
        "casus_openen": los,
        "casus_toevoegen": [maak_melding(kind, "KANARIEVRAAG", team=team)],
        "casus_onderzocht": [nummer, melding],
        "plan_doel": doelen,
        "plan_doel_weg": doelen,
        "plan_actie_nieuw": doelen,
        "plan_actie": acties,
        "plan_actie_weg": acties,
        "plan_akkoord": [nummer, ouder],
        "actie_afronden": [nummer, eerste],
        "actie_terug": [nummer, tweede],
    }
