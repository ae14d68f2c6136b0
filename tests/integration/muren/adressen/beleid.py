"""What beleid adds to the table of URLs: who may see policy, and who may change it."""

from datetime import date

from samendoen.kernel.actor import SYSTEEM
from tests.integration.muren.tabellen.beleid import DOCUMENT, aanbod, rapportdag

ZIEN, BEHEREN = "teamleider beleid raad", "beleid"
VOOR_ROL = {
    "koers": ZIEN,
    "koers_geld": ZIEN,
    "koers_controle": ZIEN,
    "koers_besteding": BEHEREN,
    "koers_grootboek": BEHEREN,
    "koers_lezingen": BEHEREN,
    "koers_lezing": BEHEREN,
    "koers_lezing_activiteit": BEHEREN,
    "koers_lezing_nieuw": BEHEREN,
    "koers_doel": ZIEN,
    "koers_activiteit": ZIEN,
    "koers_rapporten": ZIEN,
    "koers_rapport": ZIEN,
    "koers_rapport_blad": ZIEN,
    "koers_rapport_verschil": ZIEN,
    "koers_rapport_maken": BEHEREN,
    "koers_rapport_verbeteren": BEHEREN,
    "koers_indicator": BEHEREN,
    "koers_stand": BEHEREN,
    "koers_verantwoording": BEHEREN,
    "koers_goedkeuren": BEHEREN,
    "koers_aanbod": BEHEREN,
    "koers_aanbod_terug": BEHEREN,
    "koers_aanbod_terughalen": BEHEREN,
    "koers_bewerken": BEHEREN,
    "koers_wijzigingen": ZIEN,
    "koers_regel": BEHEREN,
    "koers_regel_nieuw": BEHEREN,
    "koers_regel_einde": BEHEREN,
    "koers_regel_herstellen": BEHEREN,
    "koers_komt": BEHEREN,
    "koers_rapportdag": BEHEREN,
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {
    "koers_inlezen": BEHEREN,
    "koers_rapport_publiceren": BEHEREN,
    "koers_lezing_overnemen": BEHEREN,
    "koers_lezing_wegleggen": BEHEREN,
    "koers_aanbieden": BEHEREN,
    "koers_aanbod_goed": BEHEREN,
    "koers_aanbod_intrekken": BEHEREN,
    "koers_regel_plaats": BEHEREN,
    "koers_komt_aanbieden": BEHEREN,
    "koers_kwartalen": BEHEREN,
    "koers_rapportdag_vervalt": BEHEREN,
}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Read in Lopik's plan and freeze one report."""
    from samendoen.beleid.api import (
        importeer_plan,
        laad_voorbeeld,
        lees_document_in,
        maak_rapport,
        plan_rapportdagen,
        publiceer_rapport,
    )
    from samendoen.beleid.models import Activiteit, Begrotingsregel, Doelstelling

    laad_voorbeeld(SYSTEEM)
    importeer_plan(SYSTEEM, "utrechtse-heuvelrug")
    rapport = maak_rapport(SYSTEEM, "voortgang", "lopik").rapport_id
    publiceer_rapport(SYSTEEM, rapport)
    activiteit: list[object] = [Activiteit.objects.get(code="mbo").pk]
    doel: list[object] = [Doelstelling.objects.get(code="1.1", thema__onderdeel__plan__code="lopik").pk]
    lezing = lees_document_in(SYSTEEM, "lopik", "voortgang.txt", DOCUMENT.encode())
    offer: list[object] = [aanbod("top3")]
    dag = plan_rapportdagen(SYSTEEM, [rapportdag(date(2030, 12, 31))])
    return {
        "koers_regel": ["doel", *doel],
        "koers_regel_nieuw": ["activiteit", *doel],
        "koers_regel_einde": ["doel", *doel],
        "koers_regel_herstellen": ["doel", *doel],
        "koers_regel_plaats": ["doel", *doel],
        "koers_rapportdag_vervalt": list(dag),
        "koers_aanbieden": activiteit,
        "koers_aanbod": offer,
        "koers_aanbod_goed": offer,
        "koers_aanbod_intrekken": offer,
        "koers_aanbod_terug": offer,
        "koers_aanbod_terughalen": offer,
        "koers_lezing": [lezing],
        "koers_lezing_activiteit": [lezing, 1, 1],
        "koers_lezing_overnemen": [lezing],
        "koers_lezing_wegleggen": [lezing],
        "koers_besteding": [Begrotingsregel.objects.get(code="innovatie").pk],
        "koers_doel": doel,
        "koers_indicator": doel,
        "koers_activiteit": activiteit,
        "koers_stand": activiteit,
        "koers_verantwoording": activiteit,
        "koers_rapport": [rapport, "html"],
        "koers_rapport_blad": [rapport],
        "koers_rapport_publiceren": [rapport],
        "koers_rapport_verbeteren": [rapport],
        "koers_rapport_verschil": [rapport],
    }
