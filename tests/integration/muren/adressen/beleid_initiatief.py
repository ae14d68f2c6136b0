"""What initiatives and the villages' budget add to the table of URLs."""

from tests.integration.muren.adressen.beleid import BEHEREN, ZIEN
from tests.integration.muren.tabellen.beleid_initiatief import zet_op

VOOR_ROL = {
    "koers_initiatieven": ZIEN,
    "koers_initiatief": ZIEN,
    "koers_initiatief_nieuw": BEHEREN,
    "koers_initiatief_wijzigen": BEHEREN,
    "koers_initiatief_toets": BEHEREN,
    "koers_initiatief_afwijzen": BEHEREN,
    "koers_initiatief_terug": BEHEREN,
    "koers_initiatief_besluit": BEHEREN,
    "koers_evaluatie": BEHEREN,
    "koers_dorpen": ZIEN,
    "koers_dorp": ZIEN,
    "koers_dorpen_verdelen": BEHEREN,
    "koers_dorp_uitgave": BEHEREN,
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {
    "koers_initiatief_toekennen": BEHEREN,
    "koers_evaluatie_terug": BEHEREN,
    "koers_uitgave_intrekken": BEHEREN,
}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Make initiatives, and a division with an expense."""
    gemaakt = zet_op(None)
    eigen: dict[str, list[object]] = {
        "koers_evaluatie": [gemaakt["moment"]],
        "koers_evaluatie_terug": [gemaakt["gehouden"]],
        "koers_uitgave_intrekken": [gemaakt["dorpsuitgave"]],
    }
    van = {"koers_initiatief": gemaakt["in_toets"], "koers_dorp": gemaakt["dorpsdeel"]}
    zonder = {"koers_initiatieven", "koers_initiatief_nieuw", "koers_dorpen", "koers_dorpen_verdelen"}
    for naam in (*VOOR_ROL, *ALLEEN_POST):
        for begin, nummer in van.items():
            if naam.startswith(begin) and naam not in zonder:
                eigen[naam] = [nummer]
    return eigen
