"""What the council's questions add to the table of URLs."""

from samendoen.kernel.actor import SYSTEEM
from tests.integration.muren.adressen.beleid import BEHEREN, ZIEN
from tests.integration.muren.tabellen.beleid_raad import nieuwe_belofte, nieuwe_verplichting

VOOR_ROL = {
    "koers_raad": ZIEN,
    "koers_stoppen": ZIEN,
    "koers_belofte_nieuw": BEHEREN,
    "koers_belofte_einde": BEHEREN,
    "koers_verplichting_nieuw": BEHEREN,
    "koers_verplichting_weg": BEHEREN,
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {"koers_belofte_heropenen": BEHEREN}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Put a motion and an obligation beside the plans."""
    from samendoen.beleid.actions.raad import leg_belofte_vast, leg_verplichting_vast
    from samendoen.beleid.api import importeer_plan

    importeer_plan(SYSTEEM, "lopik")
    importeer_plan(SYSTEEM, "utrechtse-heuvelrug")
    belofte, verplichting = nieuwe_belofte(), nieuwe_verplichting()
    nummer = leg_belofte_vast(SYSTEEM, belofte)
    return {
        "koers_stoppen": [belofte.doel_id],
        "koers_belofte_nieuw": [belofte.doel_id],
        "koers_belofte_einde": [nummer],
        "koers_belofte_heropenen": [nummer],
        "koers_verplichting_nieuw": [verplichting.regel_id],
        "koers_verplichting_weg": [leg_verplichting_vast(SYSTEEM, verplichting)],
    }
