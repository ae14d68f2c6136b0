"""The outbox: hand what is ready to the transport, and tell senders of files that could not be read."""

import errno
import json
from datetime import datetime

from django.db.models import Q, QuerySet

from samendoen.berichten.actions.enveloppen import foutbericht, verpakt
from samendoen.berichten.events import BerichtAangeboden
from samendoen.berichten.models import Bericht
from samendoen.berichten.queries.vraagt import SCHIJF_VOL
from samendoen.berichten.rules.toestand import OVERGANGEN, Richting, Status, wachttijd
from samendoen.berichten.transport import Transport
from samendoen.berichten.transport.punten import Punt, bij
from samendoen.kernel.api import Actor, Permissie, Vastlegging, actie, klok, leg_vast

TRANSPORT = "transport"


def te_versturen(nu: datetime) -> QuerySet[Bericht]:
    """Return what waits for the transport at this moment: messages of ours, and refusals to tell."""
    # What was erased before it could go, does not go.
    wacht = Q(status=Status.KLAAR.value, ruw__isnull=False) | Q(
        status=Status.GEWEIGERD.value, aangeboden_op=None
    )
    return Bericht.objects.filter(wacht).filter(Q(opnieuw_op=None) | Q(opnieuw_op__lte=nu)).order_by("pk")


@actie("berichten", Permissie.SYSTEEM)
def verstuur(door: Actor, bericht_id: int, transport: Transport) -> bool:
    """Hand one message that is ready to the transport, or tell of a refusal; False when it did not work.

    It is tried again later, after twice as long each time; it is never given up. One that is not ready, or
    that another worker has, is passed over.
    """
    bericht = Bericht.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=bericht_id).first()
    if bericht is None or not te_versturen(klok.nu()).filter(pk=bericht_id).exists():
        return True
    bij(Punt.VERSTUREN)
    bericht.pogingen += 1
    try:
        _geef(bericht, transport)
    except OSError as fout:
        if bericht.richting == Richting.UIT:  # a refusal keeps the reason why it was refused
            bericht.fout = SCHIJF_VOL if fout.errno in {errno.ENOSPC, errno.EDQUOT} else TRANSPORT
        bericht.opnieuw_op = klok.nu() + wachttijd(bericht.pogingen)
        bericht.save(update_fields=["pogingen", "fout", "opnieuw_op"])
        return False
    _leg_vast(door, bericht)
    return True


def _geef(bericht: Bericht, transport: Transport) -> None:
    """Raises OSError: the transport could not take it, or it is too large for an envelope."""
    if bericht.richting == Richting.UIT:
        try:
            inhoud = verpakt(bericht)
        except ValueError as fout:
            raise OSError(errno.EMSGSIZE, "does not fit in an envelope") from fout
        transport.bied_aan(bericht.naam, inhoud)
        bij(Punt.NEERGELEGD)
    elif bericht.levering is not None:
        uitleg = {"soort": bericht.soort or None, "bevindingen": bericht.bevindingen}
        if fout01 := foutbericht(bericht):
            transport.bied_aan(*fout01)
        ruw = bytes(bericht.ruw or b"")
        transport.weiger(
            bericht.levering, bericht.naam, ruw, json.dumps(uitleg, ensure_ascii=False, indent=1)
        )


def _leg_vast(door: Actor, bericht: Bericht) -> None:
    poging, bericht.aangeboden_op = bericht.pogingen, klok.nu()
    bericht.fout = "" if bericht.richting == Richting.UIT else bericht.fout
    bericht.opnieuw_op, bericht.pogingen = None, 0
    if bericht.richting == Richting.UIT:
        bericht.status = OVERGANGEN[Status(bericht.status)]["bied_aan"].value
        leg_vast(
            door,
            Vastlegging(
                BerichtAangeboden(poging=poging), bericht.pk, klok.vandaag(), dossier_id=bericht.dossier_id
            ),
        )
    bericht.save(update_fields=["status", "aangeboden_op", "fout", "opnieuw_op", "pogingen"])
