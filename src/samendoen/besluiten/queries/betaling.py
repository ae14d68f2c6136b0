"""What was paid of an invoice. For who handles its message."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samendoen.besluiten.models import Betaling


@dataclass(frozen=True, slots=True)
class Betalingkern:
    """A payment that counts, in cents."""

    id: int
    op: date
    eurocent: int


def betalingen_van(declaratie: UUID) -> list[Betalingkern]:
    """Return the payments of the invoice that was booked under this mark, in order of days."""
    rijen = Betaling.objects.filter(declaratie__kenmerk=declaratie, ingetrokken_op=None)
    return [Betalingkern(*rij) for rij in rijen.order_by("op", "pk").values_list("pk", "op", "eurocent")]
