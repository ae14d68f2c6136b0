"""What beleid adds to the table of URLs: who may see policy, and who may change it."""

from samendoen.kernel.actor import SYSTEEM

ZIEN, BEHEREN = "teamleider beleid raad", "beleid"
VOOR_ROL = {
    "koers": ZIEN,
    "koers_geld": ZIEN,
    "koers_controle": ZIEN,
    "koers_besteding": BEHEREN,
    "koers_grootboek": BEHEREN,
    "koers_doel": ZIEN,
    "koers_activiteit": ZIEN,
    "koers_rapporten": ZIEN,
    "koers_rapport": ZIEN,
    "koers_indicator": BEHEREN,
    "koers_stand": BEHEREN,
    "koers_verantwoording": BEHEREN,
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {"koers_inlezen": BEHEREN, "koers_rapport_maken": BEHEREN}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Read in Lopik's plan and freeze one report."""
    from samendoen.beleid.api import importeer_plan, laad_voorbeeld, maak_rapport
    from samendoen.beleid.models import Activiteit, Begrotingsregel, Doelstelling

    laad_voorbeeld(SYSTEEM)
    importeer_plan(SYSTEEM, "utrechtse-heuvelrug")
    rapport = maak_rapport(SYSTEEM, "voortgang", "lopik").rapport_id
    activiteit: list[object] = [Activiteit.objects.get(code="mbo").pk]
    doel: list[object] = [Doelstelling.objects.get(code="1.1", thema__onderdeel__plan__code="lopik").pk]
    return {
        "koers_besteding": [Begrotingsregel.objects.get(code="innovatie").pk],
        "koers_doel": doel,
        "koers_indicator": doel,
        "koers_activiteit": activiteit,
        "koers_stand": activiteit,
        "koers_verantwoording": activiteit,
        "koers_rapport": [rapport, "html"],
    }
