"""What investigations still miss, by the checklist of the law."""

from collections.abc import Iterable

from samendoen.casus.actions.onderzoekinvoer import Bevindinginvoer, Onderzochteinvoer
from samendoen.casus.models import Bevinding, Onderzochte
from samendoen.casus.rules import Gebiedsbeeld, Persoonsbeeld, ontbreekt


def persoonsbeeld(p: Onderzochte, bevindingen: Iterable[Bevinding]) -> Persoonsbeeld:
    """Return somebody as the checklist sees them."""
    return Persoonsbeeld(
        wet=p.wet,
        gebieden=tuple(
            Gebiedsbeeld(b.leefgebied, frozenset(v for v in Bevindinginvoer.VELDEN if getattr(b, v)))
            for b in bevindingen
        ),
        gevuld=frozenset(v for v in Onderzochteinvoer.TEKSTEN if getattr(p, v)),
        clientondersteuning=p.clientondersteuning,
        eigen_plan=p.eigen_plan,
        verteld=frozenset(p.verteld),
    )


def gemis_van(onderzoek_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return investigation -> the parts that are missing of anybody in it; for who authorised them."""
    rijen = Onderzochte.objects.filter(onderzoek__in=list(onderzoek_ids)).order_by("pk")
    per: dict[int, dict[str, None]] = {}
    for p in rijen.prefetch_related("bevindingen"):
        eigen = per.setdefault(p.onderzoek_id, {})
        eigen.update(
            dict.fromkeys(g.onderdeel.value for g in ontbreekt(persoonsbeeld(p, p.bevindingen.all())))
        )
    return {pk: tuple(codes) for pk, codes in per.items()}
