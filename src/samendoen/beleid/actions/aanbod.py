"""An offer to publish and its steps: what every action that touches one shares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samendoen.beleid.events import VerantwoordingVerlopen
from samendoen.beleid.models import Aanbieding
from samendoen.beleid.rules.jaar import Aanbodstaat, Stap, na
from samendoen.kernel.api import Actor, Gebeurtenissoort, Vastlegging, actie, klok, leg_vast, werk_bij

BEOORDEELD = ["staat", "beoordelaar", "beoordeeld_op", "opmerking"]


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What somebody does with an offer, and what the writer must know of it."""

    aanbieding_id: int
    opmerking: str = ""


@actie("beleid", None)
def laat_verlopen(door: Actor, activiteiten: Iterable[int]) -> int:
    """Let what was offered of these activities lapse, since it changed; return how many offers that were."""
    rijen = list(
        Aanbieding.objects.select_for_update(of=("self",))
        .filter(activiteit__in=list(activiteiten), staat=Aanbodstaat.OPEN)
        .order_by("pk")
    )
    beoordeel(door, rijen, [], Stap.VERLOOP)
    leg_vast(door, *(vast(rij, VerantwoordingVerlopen(aanbieding=rij.pk)) for rij in rijen))
    return len(rijen)


def beoordeel(door: Actor, rijen: Sequence[Aanbieding], oordelen: Sequence[Oordeel], stap: Stap) -> None:
    """Take a step with offers that were locked and may take it."""
    woorden = {oordeel.aanbieding_id: oordeel.opmerking.strip() for oordeel in oordelen}
    for rij in rijen:
        nieuw = na(Aanbodstaat(rij.staat), stap)
        assert nieuw is not None
        rij.staat, rij.opmerking = nieuw.value, woorden.get(rij.pk, "")
        if stap in (Stap.KEUR_GOED, Stap.STUUR_TERUG):
            rij.beoordelaar_id = door.id
        rij.beoordeeld_op = klok.nu()
    werk_bij(rijen, BEOORDEELD)


def vast(rij: Aanbieding, gebeurtenis: Gebeurtenissoort) -> Vastlegging:
    """Return an event of an offer, on its activity."""
    return Vastlegging(gebeurtenis, rij.activiteit_id, klok.vandaag())
