"""Assignments as another context shows them: what is given, by whom, and in which casus."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from samendoen.besluiten.access import is_systeem
from samendoen.besluiten.models import Aanbieder, Toewijzing
from samendoen.kernel.api import Actor, zichtbaar


@dataclass(frozen=True, slots=True)
class Toewijzingregel:
    """An assignment in words; `url` is the page of its provision, `casus_id` None for one outside a casus."""

    id: int
    dossier_id: int
    persoon_id: int
    casus_id: int | None
    product: str
    aanbieder: str
    url: str


def toewijzingsregels(door: Actor, ids: Iterable[int]) -> dict[int, Toewijzingregel]:
    """Return the assignments among these whose dossier this actor may read: one query."""
    return _regels(door, Toewijzing.objects.filter(pk__in=set(ids)))


def toewijzingen_van_casus(door: Actor, casus_id: int) -> dict[int, Toewijzingregel]:
    """Return the assignments made in a casus that this actor may read, by id: one query."""
    return _regels(door, Toewijzing.objects.filter(voorziening__besluit__aanvraag__casus=casus_id))


def aanbiedernamen() -> dict[str, str]:
    """Return the name of every provider by AGB code, in order of name: one query."""
    return dict(Aanbieder.objects.order_by("naam", "pk").values_list("agb", "naam"))


def _regels(door: Actor, rijen: QuerySet[Toewijzing]) -> dict[int, Toewijzingregel]:
    leesbaar = rijen if is_systeem(door) else zichtbaar(rijen, door, pad="voorziening__dossier")
    velden = leesbaar.order_by("pk").values_list(
        "pk", "voorziening__dossier_id", "voorziening__inwoner_id",
        "voorziening__besluit__aanvraag__casus_id",
        "voorziening__product__naam", "aanbieder__naam", "voorziening_id",
    )  # fmt: skip
    stam = reverse("voorziening", args=[0]).removesuffix("0/")
    return {
        pk: Toewijzingregel(pk, dossier, persoon, casus, product, aanbieder, f"{stam}{voorziening}/")
        for pk, dossier, persoon, casus, product, aanbieder, voorziening in velden
    }
