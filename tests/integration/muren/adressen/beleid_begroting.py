"""What changes of a budget add to the table of URLs: who keeps the plan changes its money."""

from samendoen.kernel.actor import SYSTEEM

BEHEREN = "beleid"
VOOR_ROL = {
    "koers_begroting_wijzigen": BEHEREN,
    "koers_geldgrens": BEHEREN,
    "koers_wijziging_terug": BEHEREN,
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST: dict[str, str] = {}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Change the budget of Heuvelrug once."""
    from samendoen.beleid.actions.begrotingswijziging import wijzig_begroting
    from samendoen.beleid.api import importeer_plan
    from samendoen.beleid.models import Begroting
    from tests.integration.muren.tabellen.beleid_begroting import nieuwe_wijziging

    importeer_plan(SYSTEEM, "utrechtse-heuvelrug")
    begroting = Begroting.objects.get(regels__code="innovatie")
    return {
        "koers_begroting_wijzigen": [begroting.pk],
        "koers_wijziging_terug": [wijzig_begroting(SYSTEEM, nieuwe_wijziging())],
    }
