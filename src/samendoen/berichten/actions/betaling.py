"""Write down that an invoice (323) was paid, and take that back: what is paid in full is settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.berichten.access import haal_berichten
from samendoen.berichten.actions.afhandelen import handel_rijen_af, heropen_rijen
from samendoen.berichten.models import Bericht
from samendoen.berichten.queries.rekening import kenmerk_van
from samendoen.besluiten.api import Betalinginvoer, boek_betalingen, trek_betaling_in
from samendoen.kernel.api import Actor, Domeinfout, Permissie, actie


@dataclass(frozen=True, slots=True)
class Betaling:
    """A payment of the invoice in a message: `kenmerk` is made by the client, the amount is in cents."""

    kenmerk: UUID
    bericht: int
    op: date
    eurocent: int


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def betaal_declaraties(door: Actor, betalingen: Sequence[Betaling]) -> None:
    """Write down payments; an invoice that is paid in full is settled, and its task is off the desk.

    A payment that was written down before changes nothing. Raises NietGevonden or Geweigerd without the right
    on one of the messages; Domeinfout for a message that is no invoice with something to pay, and for what
    `boek_betalingen` refuses.
    """
    rijen = haal_berichten(door, [b.bericht for b in betalingen])
    van = {pk: _kenmerk(rij) for pk, rij in rijen.items()}
    over = boek_betalingen(
        door, [Betalinginvoer(b.kenmerk, van[b.bericht], b.op, b.eurocent) for b in betalingen]
    )
    handel_rijen_af(door, [rij for pk, rij in rijen.items() if over[van[pk]] <= 0])


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def trek_betalingen_in(door: Actor, intrekkingen: Sequence[tuple[int, int]]) -> None:
    """Take back (message, payment) that were mistakes: the invoice is to be paid again. Again: no change.

    Raises NietGevonden or Geweigerd without the right on one of the messages; Domeinfout for a payment that
    is not of that invoice.
    """
    rijen = haal_berichten(door, [bericht for bericht, _betaling in intrekkingen])
    for bericht, betaling in intrekkingen:
        trek_betaling_in(door, _kenmerk(rijen[bericht]), betaling)
    heropen_rijen(door, list(rijen.values()))


def _kenmerk(rij: Bericht) -> UUID:
    if (rij.toegekend_eurocent or 0) <= 0:
        raise Domeinfout(
            "niets_te_betalen",
            _("In dit bericht is niets te betalen."),
            _("Kies een declaratie waarvan iets is goedgekeurd."),
        )
    return kenmerk_van(rij.afzender, rij.soort, rij.identificatie)
