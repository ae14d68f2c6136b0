"""What is paid for an assignment, in the codes of the standard."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from samendoen.besluiten.models import Contract, Tarief, Toewijzing
from samendoen.besluiten.models.tarief import HOUDT
from samendoen.besluiten.queries.uitwisseling import EENHEDEN
from samendoen.besluiten.rules import Eenheid
from samendoen.besluiten.rules.geld import Prijs, prijzen_in


@dataclass(frozen=True, slots=True)
class Tariefkern:
    """The price in cents of one `eenheid` (WJ756), from `van`; `tot` is the first day no longer.

    `eigen`: agreed with this provider; else it is the price for everybody.
    """

    categorie: str
    productcode: str
    eenheid: str
    eurocent: int
    van: date
    tot: date
    eigen: bool


def tarieven(toewijzingen: Iterable[int], periode: tuple[date, date]) -> dict[int, list[Tariefkern]]:
    """Return by assignment what is paid in a period (`tot` exclusive), in order of days.

    Empty for days on which nothing was agreed. For who authorised the assignments.
    """
    rijen = Toewijzing.objects.filter(pk__in=list(toewijzingen)).values_list(
        "pk", "voorziening__product", "aanbieder", "voorziening__eenheid",
        "voorziening__product__berichtcategorie", "voorziening__product__berichtcode",
    )  # fmt: skip
    alle = list(rijen)
    per = prijzen({rij[1] for rij in alle})
    return {
        pk: [
            Tariefkern(
                categorie, code, EENHEDEN[Eenheid(eenheid)], p.eurocent, p.van, p.tot or periode[1], p.eigen
            )
            for p in prijzen_in(periode, van_aanbieder(per.get(product, []), aanbieder))
        ]
        for pk, product, aanbieder, eenheid, categorie, code in alle
    }


def producttarieven(aanbieder: str, wet: str, periode: tuple[date, date]) -> list[Tariefkern]:
    """Return what a provider is paid in a period (`tot` exclusive) for every product under a law.

    Products that messages have no code for stay out.
    """
    van, tot = periode
    rijen = Tarief.objects.filter(HOUDT).filter(
        Q(aanbieder=None) | Q(aanbieder__agb=aanbieder), Q(tot=None) | Q(tot__gt=van), van__lt=tot
    )
    rijen = rijen.filter(product__wet=wet).exclude(product__berichtcategorie="").order_by("van")
    per: dict[tuple[str, str, str, int], list[Prijs]] = {}
    for categorie, code, eenheid, product, eigen, begin, einde, cent in rijen.values_list(
        "product__berichtcategorie", "product__berichtcode", "eenheid", "product_id", "aanbieder_id",
        "van", "tot", "eurocent",
    ):  # fmt: skip
        sleutel = (categorie, code, EENHEDEN[Eenheid(eenheid)], product)
        per.setdefault(sleutel, []).append(Prijs(begin, einde, cent, eigen is not None))
    return [
        Tariefkern(categorie, code, eenheid, p.eurocent, p.van, p.tot or tot, p.eigen)
        for (categorie, code, eenheid, _product), alle in per.items()
        for p in prijzen_in(periode, alle)
    ]


def prijzen(producten: Iterable[int]) -> dict[int, list[tuple[int | None, Prijs]]]:
    """Return by product every price with the provider that it was agreed with (None: for everybody)."""
    per: dict[int, list[tuple[int | None, Prijs]]] = {}
    rijen = Tarief.objects.filter(HOUDT, product__in=list(producten)).order_by("van")
    for product, aanbieder, van, tot, eurocent in rijen.values_list(
        "product_id", "aanbieder_id", "van", "tot", "eurocent"
    ):
        prijs = Prijs(van, tot, eurocent, eigen=aanbieder is not None)
        per.setdefault(product, []).append((aanbieder, prijs))
    return per


def van_aanbieder(alle: Iterable[tuple[int | None, Prijs]], aanbieder: int) -> list[Prijs]:
    """Return the prices that can count for one provider."""
    return [prijs for wie, prijs in alle if wie in (None, aanbieder)]


def heeft_contract(aanbieder: str, dag: date) -> bool:
    """Tell whether a provider (AGB code) works for us on a day."""
    loopt = Q(tot__isnull=True) | Q(tot__gt=dag)
    return Contract.objects.filter(HOUDT, loopt, aanbieder__agb=aanbieder, van__lte=dag).exists()
