"""What the ledger of invoices holds of a provider. For who handles its messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from samendoen.besluiten.models import Aanbieder, Declaratie, Declaratieregel


@dataclass(frozen=True, slots=True)
class Boekregelkern:
    """A line as it was booked; amounts in cents, positive; `tot` is the first day no longer.

    `categorie` and `productcode` are what the provider declared, in codes of the standard.
    """

    referentie: str
    vorige_referentie: str
    toewijzing: int | None
    categorie: str
    productcode: str
    van: date
    tot: date
    volume: int
    eenheid: str
    tarief_eurocent: int | None
    ingediend_eurocent: int
    toegekend_eurocent: int
    retourcodes: list[str]

    @property
    def toegekend(self) -> bool:
        """Tell whether it was granted."""
        return not self.retourcodes and self.toegekend_eurocent == self.ingediend_eurocent


@dataclass(frozen=True, slots=True)
class Declaratiekern:
    """An invoice that was booked; amounts are debits minus credits, `tot` is the first day no longer."""

    kenmerk: UUID
    nummer: str
    van: date
    tot: date
    dagtekening: date
    ingediend_eurocent: int
    toegekend_eurocent: int
    betaald_eurocent: int


_REGEL = (
    "referentie", "vorige_referentie", "toewijzing_id", "categorie", "productcode", "van", "tot", "volume",
    "eenheid", "tarief_eurocent", "ingediend_eurocent", "toegekend_eurocent", "retourcodes",
)  # fmt: skip
_DECLARATIE = (
    "kenmerk", "nummer", "van", "tot", "dagtekening", "ingediend_eurocent", "toegekend_eurocent",
    "betaald_eurocent",
)  # fmt: skip


def kent_aanbieder(agb: str) -> bool:
    """Tell whether there is a provider with this code."""
    return Aanbieder.objects.filter(agb=agb).exists()


def boekregels(
    aanbieder: str, wet: str, toewijzingen: Iterable[int], referenties: Iterable[str]
) -> list[Boekregelkern]:
    """Return what was booked on these assignments or under these references, in order of booking."""
    rijen = Declaratieregel.objects.filter(aanbieder__agb=aanbieder, wet=wet)
    rijen = rijen.filter(Q(toewijzing__in=list(toewijzingen)) | Q(referentie__in=list(referenties)))
    return [Boekregelkern(*rij) for rij in rijen.order_by("pk").values_list(*_REGEL)]


def declaratiekernen(aanbieder: str, wet: str) -> list[Declaratiekern]:
    """Return every invoice of a provider under a law, in order of booking."""
    rijen = Declaratie.objects.filter(aanbieder__agb=aanbieder, wet=wet).order_by("pk")
    return [Declaratiekern(*rij) for rij in rijen.values_list(*_DECLARATIE)]


def declaraties_bij(kenmerken: Iterable[UUID]) -> dict[UUID, Declaratiekern]:
    """Return the invoices that were booked under these marks."""
    rijen = Declaratie.objects.filter(kenmerk__in=list(kenmerken)).values_list(*_DECLARATIE)
    return {rij[0]: Declaratiekern(*rij) for rij in rijen}
