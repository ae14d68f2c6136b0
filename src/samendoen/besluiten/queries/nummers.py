"""Which provision a decision gives."""

from collections.abc import Iterable

from samendoen.besluiten.models import Voorziening


def voorzieningen_van_besluiten(besluit_ids: Iterable[int]) -> dict[int, int]:
    """Return by decision the provision that it gives, if any; for who authorised the decision."""
    rijen = Voorziening.objects.filter(besluit__in=list(besluit_ids)).order_by("pk")
    return dict(rijen.values_list("besluit_id", "pk"))
