"""Who lives with whom on a day, and who decides for a child.

Ids and roles alone: who may know a name is asked elsewhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samendoen.inwoners.access import loopt
from samendoen.inwoners.models import Gezag, Gezinslid, Inwoner
from samendoen.kernel.api import klok
from samendoen.recht.api import is_minderjarig


@dataclass(frozen=True, slots=True)
class Lid:
    """A member of a household. `hoofdverblijf` is False for a child with its main home elsewhere."""

    persoon_id: int
    rol: str
    hoofdverblijf: bool = True


def huishoudens_van(persoon_ids: Iterable[int], op: date | None = None) -> dict[int, int]:
    """Return person -> household in which that person has the main home on a day (today)."""
    leden = Gezinslid.objects.filter(loopt(op), inwoner__in=list(persoon_ids), hoofdverblijf=True)
    return dict(leden.values_list("inwoner_id", "huishouden_id"))


def huishouden_van(persoon_id: int, op: date | None = None) -> int | None:
    """Return the household in which somebody has the main home on a day (today), if any."""
    return huishoudens_van([persoon_id], op).get(persoon_id)


def leden_van_huishoudens(
    huishouden_ids: Iterable[int], op: date | None = None
) -> dict[int, tuple[Lid, ...]]:
    """Return household -> its members on a day (today); a household that is empty now is left out."""
    leden = Gezinslid.objects.filter(loopt(op), huishouden__in=list(huishouden_ids)).order_by("id")
    per: dict[int, list[Lid]] = {}
    velden = leden.values_list("huishouden_id", "inwoner_id", "rol", "hoofdverblijf")
    for huishouden, persoon, rol, hoofdverblijf in velden:
        per.setdefault(huishouden, []).append(Lid(persoon, rol, hoofdverblijf))
    return {huishouden: tuple(rij) for huishouden, rij in per.items()}


def leden_van(huishouden_id: int, op: date | None = None) -> tuple[Lid, ...]:
    """Return the members of one household on a day (today), in order of joining."""
    return leden_van_huishoudens([huishouden_id], op).get(huishouden_id, ())


def gezag_over(persoon_ids: Iterable[int], op: date | None = None) -> dict[int, tuple[int, ...]]:
    """Return child -> who has custody on a day (today), in order of recording.

    Who is eighteen is left out: custody ended by law (BW 1:233, 1:245).
    """
    dag = op or klok.vandaag()
    rijen = Gezag.objects.filter(loopt(dag), inwoner__in=list(persoon_ids)).order_by("id")
    paren = list(rijen.values_list("inwoner_id", "gezaghebber_id"))
    geboren = Inwoner.objects.filter(pk__in={kind for kind, _houder in paren})
    kinderen = {
        pk
        for pk, datum in geboren.values_list("pk", "geboortedatum")
        if datum <= dag and is_minderjarig(datum, dag)
    }
    per: dict[int, list[int]] = {}
    for kind, houder in paren:
        if kind in kinderen:
            per.setdefault(kind, []).append(houder)
    return {kind: tuple(houders) for kind, houders in per.items()}
