"""Who gives what, from when until when, as it was agreed in contracts; and how much room there is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from samendoen.besluiten.models import Aanbieder, Beschikbaarheid, Contract, Toewijzing
from samendoen.besluiten.models.tarief import HOUDT


@dataclass(frozen=True, slots=True)
class Aanbod:
    """A provider with what it gives: per contract the days (`tot`: first day no longer) and the products."""

    aanbieder: Aanbieder
    contracten: tuple[tuple[date, date | None, frozenset[int]], ...]

    def levert(self, product: int, dag: date | None = None) -> bool:
        """Tell whether it gives a product on a day; without a day: ever."""
        return any(
            product in wat and (dag is None or (van <= dag and (tot is None or dag < tot)))
            for van, tot, wat in self.contracten
        )


def aanbod(agbs: Iterable[str]) -> dict[str, Aanbod]:
    """Return these providers by AGB code with what they give; who is not known stays out."""
    codes = set(agbs)
    if not codes:
        return {}
    contracten = Contract.objects.filter(HOUDT).prefetch_related("producten").order_by("van")
    rijen = Aanbieder.objects.filter(agb__in=codes).prefetch_related(Prefetch("contracten", contracten))
    return {
        rij.agb: Aanbod(
            rij,
            tuple((c.van, c.tot, frozenset(p.pk for p in c.producten.all())) for c in rij.contracten.all()),
        )
        for rij in rijen
    }


@dataclass(frozen=True, slots=True)
class Ruimte:
    """What a provider told last: places and weeks to wait (None: not told), and when; and clients now.

    `bezet` counts assignments of ours that run; of other municipalities we know nothing.
    """

    plaatsen: int | None
    wachttijd_weken: int | None
    gemeld_op: date | None
    bezet: int


def ruimte(dag: date, aanbieders: Iterable[int], product: int | None = None) -> dict[int, Ruimte]:
    """Return by provider what room there is on a day: for a product when that was told, else overall."""
    ids = list(aanbieders)
    rijen = Beschikbaarheid.objects.filter(aanbieder__in=ids, gemeld_op__lte=dag)
    rijen = rijen.filter(Q(product=None) | Q(product=product)) if product else rijen.filter(product=None)
    laatste: dict[tuple[int, int | None], Beschikbaarheid] = {
        (rij.aanbieder_id, rij.product_id): rij for rij in rijen.order_by("gemeld_op", "pk")
    }
    eigen = {aanbieder for aanbieder, van in laatste if van is not None}
    bezet = _bezet(dag, ids, None), _bezet(dag, eigen, product) if eigen else {}
    uit = {}
    for pk in ids:
        rij = laatste.get((pk, product)) or laatste.get((pk, None))
        uit[pk] = Ruimte(
            rij.plaatsen if rij else None,
            rij.wachttijd_weken if rij else None,
            rij.gemeld_op if rij else None,
            bezet[pk in eigen].get(pk, 0),
        )
    return uit


def ruimte_van_allen(dag: date) -> dict[int, Ruimte]:
    """Return by provider what room there is on a day, overall."""
    return ruimte(dag, Aanbieder.objects.order_by("pk").values_list("pk", flat=True))


def _bezet(dag: date, aanbieders: Iterable[int], product: int | None) -> dict[int, int]:
    rijen = lopend(dag).filter(aanbieder__in=list(aanbieders))
    if product is not None:
        rijen = rijen.filter(voorziening__product=product)
    return dict(rijen.values_list("aanbieder").annotate(n=Count("voorziening__inwoner", distinct=True)))


def lopend(dag: date) -> QuerySet[Toewijzing]:
    """Return the assignments that run on a day."""
    return Toewijzing.objects.filter(Q(tot=None) | Q(tot__gt=dag), van__lte=dag)
