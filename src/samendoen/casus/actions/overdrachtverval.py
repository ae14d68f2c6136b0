"""What ends a proposal to hand over, whatever the reason: nobody waits for an answer any more."""

from collections.abc import Collection

from samendoen.casus.events import CASUS, OverdrachtIngetrokken
from samendoen.casus.models import Casus, Overdracht
from samendoen.casus.rules import OVERDRACHT_OVERGANGEN, Overdrachtstatus
from samendoen.kernel.api import Actor, Vastlegging, klok, leg_vast, werk_bij
from samendoen.werk.api import laat_taken_vervallen


def wachtend(casus_ids: Collection[int]) -> dict[int, Overdracht]:
    """Return casus -> the proposal in it that waits for an answer, locked."""
    rijen = Overdracht.objects.select_for_update().filter(
        casus__in=casus_ids, status=Overdrachtstatus.VOORGESTELD
    )
    return {rij.casus_id: rij for rij in rijen.order_by("pk")}


def sluit_af(door: Actor, casus_ids: Collection[int]) -> None:
    """Withdraw what still waits in these casussen, and take the question off the desk of who was asked."""
    wacht = wachtend(casus_ids)
    for rij in wacht.values():
        rij.status = OVERDRACHT_OVERGANGEN[Overdrachtstatus(rij.status)]["trek_in"]
        rij.beantwoord_op = klok.vandaag()
    werk_bij(wacht.values(), ["status", "beantwoord_op"])
    dossiers = dict(Casus.objects.filter(pk__in=wacht).values_list("pk", "dossier_id")) if wacht else {}
    leg_vast(
        door,
        *(
            Vastlegging(
                OverdrachtIngetrokken(overdracht=rij.kenmerk),
                casus,
                klok.vandaag(),
                dossier_id=dossiers[casus],
            )
            for casus, rij in wacht.items()
        ),
    )
    laat_taken_vervallen(door, "overdracht", CASUS, casus_ids)
