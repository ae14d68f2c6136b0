"""What the accountability market adds to the table of URLs."""

from samendoen.kernel.actor import SYSTEEM
from tests.integration.muren.adressen.beleid import BEHEREN, ZIEN
from tests.integration.muren.tabellen.beleid_markt import gegevens, regel

VOOR_ROL = {
    "koers_markten": ZIEN,
    "koers_markt": ZIEN,
    "koers_markt_nieuw": BEHEREN,
    "koers_markt_wijzigen": BEHEREN,
    "koers_marktregel_nieuw": BEHEREN,
    "koers_marktregel": BEHEREN,
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {"koers_markt_publiceren": BEHEREN, "koers_marktregel_doen": BEHEREN}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Publish a programme."""
    from samendoen.beleid.actions.markt import plan_markt, publiceer_markt, zet_marktregels
    from samendoen.beleid.api import importeer_plan

    importeer_plan(SYSTEEM, "lopik")
    markt = plan_markt(SYSTEEM, "lopik", gegevens())
    [nummer] = zet_marktregels(SYSTEEM, [regel(markt, "agenda")])
    publiceer_markt(SYSTEEM, markt, "programma")
    return {
        "koers_markt": [markt],
        "koers_markt_wijzigen": [markt],
        "koers_marktregel_nieuw": [markt, "bijdrage"],
        "koers_marktregel": [nummer],
        "koers_marktregel_doen": [nummer, "schrappen"],
        "koers_markt_publiceren": [markt, "programma", "nu"],
    }
