"""What a received message does, by its number. Whoever adds a flow plugs it in here."""

from samendoen.berichten.actions.declaratie import boek_declaratie
from samendoen.berichten.actions.levering import neem_starts_over, neem_stops_over
from samendoen.berichten.actions.ontvangen import Stroom
from samendoen.berichten.actions.verzoek import neem_verwijzing_aan, neem_wijziging_aan
from samendoen.berichten.queries.vraagt import GEEN_STROOM, GEEN_TEAM
from samendoen.kernel.api import klok
from samendoen.organisatie.api import teams_bij_code

STROMEN: dict[str, Stroom] = {
    "305": neem_starts_over,
    "307": neem_stops_over,
    "315": neem_verwijzing_aan,
    "317": neem_wijziging_aan,
    "323": boek_declaratie,
}
"""Number of a message -> what it does. A number that is not here waits, and is never lost."""
PER_REGEL = frozenset({"323"})
"""Messages of which the good lines count beside the bad ones; any other is refused as a whole (IV032)."""


def wacht_op(nummer: str, wet: str) -> str:
    """Return what must be there before a message of this kind can do anything: a code, "" when all is.

    A referral (315) becomes a question, and a question needs a team that takes its law.
    """
    if nummer not in STROMEN:
        return GEEN_STROOM
    if nummer == "315" and not any(wet in team.kaders for team in teams_bij_code(klok.vandaag()).values()):
        return GEEN_TEAM
    return ""
