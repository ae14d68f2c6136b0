"""What the rules of the front door ask until somebody looked at a question."""

from collections.abc import Iterable

from samendoen.kernel.api import Actor
from samendoen.toegang.actions.registratie import SOORT
from samendoen.toegang.rules import TRIAGE, VEILIG_THUIS
from samendoen.werk.api import laat_taken_vervallen


def van_lijst(door: Actor, melding_ids: Iterable[int]) -> None:
    """Nobody need be asked any more to look at these questions: somebody decided, or they are gone."""
    ids = list(melding_ids)
    for regel in (TRIAGE, VEILIG_THUIS):
        laat_taken_vervallen(door, regel, SOORT, ids)
