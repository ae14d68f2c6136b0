"""What the waiting list adds to the table of URLs."""

from datetime import date
from uuid import uuid4

from samendoen.kernel.actor import SYSTEEM

VANDAAG = date(2024, 6, 3)
LEZEN = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
WERKEN = "consulent teamleider"
VOOR_ROL = {"wachtlijst": LEZEN}
VOOR_DOSSIER = {
    "wachtplek": LEZEN,
    "wachtprioriteit": WERKEN,
    "wachtcontact": WERKEN,
    "overbrugging_nieuw": WERKEN,
    "overbrugging_stoppen": WERKEN,
}
POST_DOSSIER = {"wachtcontact_intrekken": WERKEN, "overbrugging_intrekken": WERKEN}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make a question that waits at the team, with a call and something that helps meanwhile."""
    from samendoen.toegang.api import (
        Contactinvoer,
        NieuweMelding,
        Overbruggingsinvoer,
        Triagebesluit,
        bied_overbruggingen,
        leg_wachtcontacten_vast,
        registreer_meldingen,
        trieer_meldingen,
    )
    from samendoen.toegang.models import Overbrugging, Wachtcontact

    nieuw = NieuweMelding(uuid4(), "KANARIEVRAAG", "telefoon", "wmo", team, VANDAAG)
    [nummer] = registreer_meldingen(SYSTEEM, [nieuw])
    trieer_meldingen(SYSTEEM, [Triagebesluit(nummer, "team", team, reden="KANARIEVRAAG")])
    leg_wachtcontacten_vast(SYSTEEM, [Contactinvoer(uuid4(), nummer, VANDAAG, "gesproken", "KANARIEVRAAG")])
    bied_overbruggingen(SYSTEEM, [Overbruggingsinvoer(uuid4(), nummer, VANDAAG, tekst="KANARIEVRAAG")])
    een: list[object] = [nummer]
    contact = Wachtcontact.objects.get(melding=nummer).pk
    zolang = Overbrugging.objects.get(melding=nummer).pk
    return {
        "wachtplek": een,
        "wachtprioriteit": een,
        "wachtcontact": een,
        "overbrugging_nieuw": een,
        "wachtcontact_intrekken": [nummer, contact],
        "overbrugging_stoppen": [nummer, zolang],
        "overbrugging_intrekken": [nummer, zolang],
    }
