"""How paying of the invoice in a message stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from samendoen.berichten.models import Bericht
from samendoen.berichten.queries import vraagt
from samendoen.berichten.queries.rekening import kenmerk_van
from samendoen.besluiten.api import Betalingkern, betalingen_van


@dataclass(frozen=True, slots=True)
class Betaalstand:
    """The payments that count, and what is still to be paid, in cents."""

    betalingen: Sequence[Betalingkern]
    over: int


def betaalstand(rij: Bericht) -> Betaalstand:
    """Return how paying stands of a message (authorised by who asks); of no invoice nothing is to be paid."""
    if (rij.toegekend_eurocent or 0) <= 0:
        return Betaalstand((), 0)
    betalingen = betalingen_van(kenmerk_van(rij.afzender, rij.soort, rij.identificatie))
    betaald = sum(b.eurocent for b in betalingen)
    return Betaalstand(betalingen, (rij.toegekend_eurocent or 0) - betaald)


def te_betalen(aanbieder: str) -> list[tuple[int, int]]:
    """Return (message, cents) of what is to be paid to a provider (AGB code); for the system."""
    rijen = Bericht.objects.filter(vraagt.te_betalen(), afzender=aanbieder).defer("ruw").order_by("pk")
    return [(rij.pk, betaalstand(rij).over) for rij in rijen]
