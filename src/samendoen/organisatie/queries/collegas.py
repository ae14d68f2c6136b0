"""Somebody beside the colleagues in their teams, so that no single colleague can be read from it."""

from collections.abc import Collection, Mapping

from samendoen.kernel.api import Actor, Permissie, groepsleden, klok, onthoud, wie_mag
from samendoen.kernel.stekkers import Eigencijfer

MINSTE_COLLEGAS = 4
"""Of fewer colleagues no mean is given: who knows two of three knows the third."""


@onthoud
def collegas(door: Actor, permissie: Permissie) -> frozenset[int]:
    """Return who else in one's own teams may do this today. Three queries, once in a request."""
    if door.id is None or not door.groepen:
        return frozenset()
    leden = {wie for _groep, wie in groepsleden(sorted(door.groepen), klok.vandaag())} - {door.id}
    return frozenset(wie_mag(permissie, sorted(leden), klok.vandaag()))


def naast_collegas(
    door: Actor, naam: str, per: Mapping[int, float], met: Collection[int], url: str = ""
) -> Eigencijfer:
    """Return one's own number beside the mean of these colleagues, who have 0 when they are not in `per`."""
    gemiddeld = sum(per.get(wie, 0) for wie in met) / len(met) if len(met) >= MINSTE_COLLEGAS else None
    return Eigencijfer(naam, per.get(door.id or 0, 0), gemiddeld, url)
