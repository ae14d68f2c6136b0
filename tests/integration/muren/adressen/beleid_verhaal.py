"""What stories add to the table of URLs. That a story which waits is a 404 to the council: test_verhalen."""

from samendoen.kernel.actor import SYSTEEM
from tests.integration.muren.adressen.beleid import BEHEREN, ZIEN
from tests.integration.muren.tabellen.beleid_verhaal import PNG, nieuw_verhaal

VOOR_ROL = {
    "koers_verhalen": ZIEN,
    "koers_verhaal": ZIEN,
    "koers_verhaal_bestand": ZIEN,
    "koers_verhaal_nieuw": BEHEREN,
    "koers_verhaal_bewijs": BEHEREN,
    "koers_verhaal_wijzigen": BEHEREN,
    "koers_verhaal_beeld": BEHEREN,
    "koers_verhaal_aanbieden": BEHEREN,
    "koers_verhaal_terughalen": BEHEREN,
    "koers_verhaal_toestemming": BEHEREN,
    "koers_verhaal_intrekken": BEHEREN,
    "koers_verhaal_weggooien": BEHEREN,
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {"koers_verhaal_beeld_weg": BEHEREN, "koers_verhaal_publiceren": BEHEREN}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Publish a story with a picture."""
    from samendoen.beleid.actions.verhaal import zet_beeld
    from samendoen.beleid.api import bied_verhaal_aan, importeer_plan, publiceer_verhaal, teken_verhalen_op
    from samendoen.beleid.models import Doelstelling

    importeer_plan(SYSTEEM, "lopik")
    doel = Doelstelling.objects.get(code="1.1", thema__onderdeel__plan__code="lopik").pk
    [verhaal] = teken_verhalen_op(SYSTEEM, [nieuw_verhaal(doel)])
    zet_beeld(SYSTEEM, verhaal, PNG, "Een kop koffie.")
    bied_verhaal_aan(SYSTEEM, verhaal, 1, {})
    publiceer_verhaal(SYSTEEM, verhaal)
    zonder = {"koers_verhalen", "koers_verhaal_nieuw"}
    return {naam: [verhaal] for naam in (*VOOR_ROL, *ALLEEN_POST) if naam not in zonder}
