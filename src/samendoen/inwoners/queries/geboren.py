"""Birthdays for rules that look at everybody: nothing of it is shown to anybody."""

from collections.abc import Iterable
from datetime import date

from samendoen.inwoners.models import Inwoner

PORTIE = 10_000


def geboortedata(persoon_ids: Iterable[int], van: date = date.min, tot: date = date.max) -> dict[int, date]:
    """Return when these people were born, of who was born from `van` through `tot` and has not died.

    For rules and for who authorised the people; one query for each ten thousand.
    """
    ids = sorted(set(persoon_ids))
    gevonden: dict[int, date] = {}
    for begin in range(0, len(ids), PORTIE):
        rijen = Inwoner.objects.filter(
            pk__in=ids[begin : begin + PORTIE], geboortedatum__range=(van, tot), overleden_op=None
        )
        gevonden |= dict(rijen.values_list("pk", "geboortedatum"))
    return gevonden
