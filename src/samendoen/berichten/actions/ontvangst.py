"""Receive: keep the bytes of a delivery durably, whatever they are. Nothing is judged here."""

import hashlib

from samendoen.berichten.actions.enveloppen import neem_uit
from samendoen.berichten.events import BerichtOntvangen
from samendoen.berichten.models import Bericht
from samendoen.berichten.rules.toestand import Richting, Status
from samendoen.berichten.transport import Levering
from samendoen.berichten.transport.punten import Punt, bij
from samendoen.berichten.xml.lezen import HOOGSTENS
from samendoen.kernel.api import Actor, Permissie, Vastlegging, actie, klok, leg_vast, op_beurt


@actie("berichten", Permissie.SYSTEEM)
def ontvang(door: Actor, levering: Levering) -> int:
    """Keep a delivery and return the id of its message; the same delivery again gives the same id.

    What travels in an envelope is taken out of it first (`neem_uit`). Of what is larger than a message may be
    (OP179) no bytes are kept: it is refused when it is processed.
    """
    op_beurt(f"berichten {levering.kenmerk}")
    bekend = Bericht.objects.filter(levering=levering.kenmerk).values_list("pk", flat=True).first()
    if bekend is not None:
        return bekend
    past = len(levering.inhoud) <= HOOGSTENS
    inhoud, referentie, envelop = neem_uit(levering.inhoud) if past else (levering.inhoud, None, {})
    som = hashlib.sha256(inhoud).hexdigest()
    bericht = Bericht.objects.create(
        richting=Richting.IN.value,
        status=Status.ONTVANGEN.value,
        sha256=som,
        ruw=inhoud if past else None,
        referentie=referentie,
        envelop=envelop,
        levering=levering.kenmerk,
        naam=levering.naam,
        op=klok.nu(),
    )
    leg_vast(door, Vastlegging(BerichtOntvangen(inhoud=som), bericht.pk, klok.vandaag()))
    bij(Punt.BEWAREN)
    return bericht.pk
