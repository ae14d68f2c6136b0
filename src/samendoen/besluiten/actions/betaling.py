"""Write down that invoices were paid, or take that back: parts of actions on messages, which authorise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.besluiten.events.betaling import BetalingIngetrokken, DeclaratieBetaald
from samendoen.besluiten.models import Betaling, Declaratie
from samendoen.kernel.api import Actor, Domeinfout, Vastlegging, actie, klok, leg_vast, schrijf, werk_bij
from samendoen.schil.api import euro_centen


@dataclass(frozen=True, slots=True)
class Betalinginvoer:
    """A payment: its own mark (made by the client), that of the invoice, the day, and the amount in cents."""

    kenmerk: UUID
    declaratie: UUID
    op: date
    eurocent: int


@actie("besluiten", None)
def boek_betalingen(door: Actor, invoer: Sequence[Betalinginvoer]) -> dict[UUID, int]:
    """Write payments down; return by the mark of its invoice what is still to be paid, in cents.

    A `kenmerk` that is known changes nothing. Domeinfout (with the field) for an invoice that is not booked,
    a day before its date or after today, and an amount of nothing or of more than is to be paid.
    """
    rijen = _op_slot([i.declaratie for i in invoer])
    bekend = set(
        Betaling.objects.filter(kenmerk__in=[i.kenmerk for i in invoer]).values_list("kenmerk", flat=True)
    )
    nieuwe = [i for i in invoer if i.kenmerk not in bekend]
    for i in nieuwe:
        _controleer(i, rijen[i.declaratie])
        rijen[i.declaratie].betaald_eurocent += i.eurocent
    betalingen = schrijf(
        Betaling(kenmerk=i.kenmerk, declaratie=rijen[i.declaratie], op=i.op, eurocent=i.eurocent)
        for i in nieuwe
    )
    werk_bij(rijen.values(), ["betaald_eurocent"])
    leg_vast(
        door,
        *(
            Vastlegging(DeclaratieBetaald(betaling=b.pk, eurocent=b.eurocent), b.declaratie_id, b.op)
            for b in betalingen
        ),
    )
    return {kenmerk: rij.toegekend_eurocent - rij.betaald_eurocent for kenmerk, rij in rijen.items()}


@actie("besluiten", None)
def trek_betaling_in(door: Actor, declaratie: UUID, betaling_id: int) -> int:
    """Take back a payment of this invoice that was a mistake; return what is to be paid. Again: no change.

    Domeinfout for a payment that is not of this invoice.
    """
    rij = _op_slot([declaratie])[declaratie]
    betaling = Betaling.objects.filter(declaratie=rij, pk=betaling_id).first()
    if betaling is None:
        raise Domeinfout(
            "betaling_onbekend",
            _("Deze betaling bestaat niet."),
            _("Ververs de pagina en kies een betaling van deze declaratie."),
        )
    if betaling.ingetrokken_op is None:
        betaling.ingetrokken_op = klok.vandaag()
        betaling.save(update_fields=["ingetrokken_op"])
        rij.betaald_eurocent -= betaling.eurocent
        rij.save(update_fields=["betaald_eurocent"])
        gebeurtenis = BetalingIngetrokken(betaling=betaling.pk, op=betaling.op, eurocent=betaling.eurocent)
        leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag()))
    return rij.toegekend_eurocent - rij.betaald_eurocent


def _op_slot(kenmerken: Sequence[UUID]) -> dict[UUID, Declaratie]:
    alle = Declaratie.objects.select_for_update().filter(kenmerk__in=set(kenmerken)).order_by("pk")
    rijen = {rij.kenmerk: rij for rij in alle}
    if set(kenmerken) - set(rijen):
        raise Domeinfout(
            "declaratie_onbekend",
            _("Deze declaratie staat niet in het boek."),
            _("Alleen wat van een declaratie is goedgekeurd, kan worden betaald."),
        )
    return rijen


def _controleer(i: Betalinginvoer, rij: Declaratie) -> None:
    over = rij.toegekend_eurocent - rij.betaald_eurocent
    if not rij.dagtekening <= i.op <= klok.vandaag():
        raise Domeinfout(
            "betaling_op",
            _("De dag van betaling ligt vóór de declaratie of in de toekomst."),
            _("Kies een dag tussen de dagtekening van de declaratie en vandaag."),
            veld="op",
        )
    if not 0 < i.eurocent <= over:
        raise Domeinfout(
            "betaling_bedrag",
            _("Dit bedrag kan niet: er is nog %(over)s te betalen.") % {"over": euro_centen(max(over, 0))},
            _("Vul een bedrag in boven nul en niet hoger dan dat."),
            veld="bedrag",
        )
