"""What a received message does, by its number. Whoever adds a flow plugs it in here."""

from samendoen.berichten.actions.declaratie import boek_declaratie
from samendoen.berichten.actions.levering import neem_starts_over, neem_stops_over
from samendoen.berichten.actions.ontvangen import Stroom
from samendoen.berichten.actions.verzoek import neem_verwijzing_aan, neem_wijziging_aan

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
