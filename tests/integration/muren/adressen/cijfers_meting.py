"""Figures of others, remarks and bounds in the table of URLs."""

from samendoen.kernel.actor import SYSTEEM
from tests.integration.muren.tabellen.cijfers_meting import CODE, maak_meting, opmerking

BEHEREN = "beleid"
VOOR_ROL = {
    "metingen": "teamleider beleid raad beheer",
    "metingen_lezen": BEHEREN,
    "meting_intrekken": BEHEREN,
    "indicator_opmerking": BEHEREN,
    "indicator_grens": BEHEREN,
}
VOOR_DOSSIER: dict[str, str] = {}
POST_DOSSIER: dict[str, str] = {}
ALLEEN_POST = {"opmerking_intrekken": BEHEREN}
OPENBAAR: set[str] = set()


def adressen(team: str) -> dict[str, list[object]]:
    """Take in one figure and write one remark."""
    from samendoen.cijfers.api import plaats_opmerking

    return {
        "meting_intrekken": [maak_meting()],
        "opmerking_intrekken": [plaats_opmerking(SYSTEEM, opmerking())],
        "indicator_opmerking": [CODE],
        "indicator_grens": [CODE],
    }
