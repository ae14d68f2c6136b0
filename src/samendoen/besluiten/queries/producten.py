"""The pages about products: the list, and one with its tariffs for everybody and who gives it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.besluiten.models import FREQUENTIES, Contract, Product, Tarief
from samendoen.besluiten.models.tarief import HOUDT
from samendoen.besluiten.queries.aanbieders import Afspraakregel, afspraakregel, tarief_zin
from samendoen.besluiten.queries.aanbod import lopend
from samendoen.besluiten.queries.woorden import eenheid_naam, laatste_dag
from samendoen.besluiten.rules import Frequentie
from samendoen.besluiten.rules.productlijst import CATEGORIEEN
from samendoen.kernel.api import Wet, klok
from samendoen.schil.api import aantal, datum_zonder_dag, status


def productenlijst() -> list[dict[str, Any]]:
    """Return every product as ready strings, by law and name; three reads."""
    vandaag = klok.vandaag()
    loopt = dict(lopend(vandaag).values_list("voorziening__product").annotate(n=Count("pk")).order_by())
    nu = Q(HOUDT, Q(tot=None) | Q(tot__gt=vandaag), van__lte=vandaag, aanbieder=None)
    tarieven = dict(Tarief.objects.filter(nu).values_list("product_id", "eurocent"))
    wetten = {w.value: str(w.label) for w in Wet}
    stam = reverse("product", args=[0]).removesuffix("0/")
    return [
        {
            "url": f"{stam}{p.pk}/",
            "naam": capfirst(p.naam),
            "onder": p.categorienaam,
            "wet": wetten[p.wet],
            "code": p.berichtcode or "–",
            "tarief": tarief_zin(tarieven.get(p.pk, p.prijs_eurocent), p.eenheid),
            "lopend": aantal(loopt.get(p.pk, 0)),
            "stand": _stand(p, vandaag),
        }
        for p in Product.objects.order_by("wet", "naam", "pk")
    ]


def _stand(p: Product, vandaag: date) -> str:
    if p.tot is not None and p.tot <= vandaag:
        return status("neutraal", _("niet meer aan te vragen"))
    if p.van is not None and p.van > vandaag:
        return status("info", _("vanaf %(dag)s") % {"dag": datum_zonder_dag(p.van)})
    if p.tot is not None:
        zin = _("tot en met %(dag)s") % {"dag": datum_zonder_dag(laatste_dag(p.tot))}
        return status("waarschuwing", zin)
    return status("ok", _("aan te vragen"))


@dataclass(frozen=True, slots=True)
class Productbeeld:
    """Everything about one product."""

    id: int
    naam: str
    omschrijving: str
    stand: str
    feiten: tuple[tuple[str, str], ...]
    tarieven: tuple[Afspraakregel, ...]
    aanbieders: tuple[tuple[int, str], ...]
    lopend: str
    eigen_uitgifte: bool


def productbeeld(p: Product) -> Productbeeld:
    """Return a product with its tariffs for everybody, the latest first, and who gives it now."""
    vandaag = klok.vandaag()
    tarieven = Tarief.objects.filter(product=p, aanbieder=None).order_by("-van", "-pk")
    nu = Contract.objects.filter(HOUDT, Q(tot=None) | Q(tot__gt=vandaag), van__lte=vandaag, producten=p)
    n = lopend(vandaag).filter(voorziening__product=p).count()
    return Productbeeld(
        id=p.pk,
        naam=capfirst(p.naam),
        omschrijving=p.omschrijving,
        stand=_stand(p, vandaag),
        feiten=tuple(_feiten(p)),
        tarieven=tuple(afspraakregel(t, tarief_zin(t.eurocent, t.eenheid), vandaag) for t in tarieven),
        aanbieders=tuple(nu.order_by("aanbieder__naam").values_list("aanbieder", "aanbieder__naam")),
        lopend=ngettext("%(n)s toewijzing", "%(n)s toewijzingen", n) % {"n": aantal(n)},
        eigen_uitgifte=p.eigen_uitgifte,
    )


def _feiten(p: Product) -> list[tuple[str, str]]:
    ja, nee = _("ja"), _("nee")
    bericht = _("geen: er gaan geen berichten over")
    if p.berichtcategorie:
        naam = CATEGORIEEN.get(p.wet, {}).get(p.berichtcategorie, "")
        bericht = f"{p.berichtcode} ({p.berichtcategorie} {naam})"
    return [
        (_("Wet"), str(Wet(p.wet).label)),
        (_("Categorie"), p.categorienaam),
        (_("Eenheid"), f"{eenheid_naam(p.eenheid)} {FREQUENTIES[Frequentie(p.frequentie)]}"),
        (_("Code in berichten"), bericht),
        (_("Eigen bijdrage"), ja if p.eigen_bijdrage else nee),
        (_("Budget (pgb) mogelijk"), ja if p.pgb else nee),
    ]
