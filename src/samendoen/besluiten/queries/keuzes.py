"""What can be chosen: products and who gives them."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.besluiten.models import FREQUENTIES, Aanbieder, Contract, Product
from samendoen.besluiten.models.tarief import HOUDT
from samendoen.besluiten.queries.aanbod import Ruimte, ruimte
from samendoen.besluiten.queries.woorden import eenheid_naam
from samendoen.besluiten.rules import Frequentie
from samendoen.kernel.api import klok

Groep = tuple[str, list[tuple[str, str]]]


def producten_voor_keuze(wet: str = "") -> list[Groep]:
    """Return per category the products (code, name with its unit) of a law, or of all: for a choice."""
    vandaag = klok.vandaag()
    kan = Q(Q(van=None) | Q(van__lte=vandaag), Q(tot=None) | Q(tot__gt=vandaag))
    rijen = Product.objects.filter(kan).order_by("wet", "categorienaam", "naam", "pk")
    per: dict[str, list[tuple[str, str]]] = {}
    for p in rijen.filter(wet=wet) if wet else rijen:
        per_wat = f"{eenheid_naam(p.eenheid)} {FREQUENTIES[Frequentie(p.frequentie)]}"
        naam = f"{p.naam[:1].upper()}{p.naam[1:]} ({per_wat})"
        per.setdefault(p.categorienaam, []).append((p.code, naam))
    return list(per.items())


def aanbieders_voor_keuze(product: str, dag: date | None = None) -> list[tuple[str, str]]:
    """Return (AGB code, name with place, room and waiting time) of who gives this product: for a choice.

    On a day (None: today); who has room and the shortest wait first.
    """
    dag = dag or klok.vandaag()
    loopt = Contract.objects.filter(HOUDT, Q(tot=None) | Q(tot__gt=dag), van__lte=dag)
    rijen = list(Aanbieder.objects.filter(contracten__in=loopt.filter(producten__code=product)).distinct())
    nummer = Product.objects.filter(code=product).values_list("pk", flat=True).first()
    vrij = ruimte(dag, [rij.pk for rij in rijen], nummer) if rijen else {}
    return [(rij.agb, _naam(rij, vrij[rij.pk])) for rij in sorted(rijen, key=lambda r: _orde(r, vrij[r.pk]))]


def _orde(rij: Aanbieder, r: Ruimte) -> tuple[object, ...]:
    vol = r.plaatsen is not None and r.bezet >= r.plaatsen
    onbekend = r.wachttijd_weken is None
    return (vol, onbekend, r.wachttijd_weken or 0, rij.naam, rij.pk)


def _naam(rij: Aanbieder, r: Ruimte) -> str:
    delen = [deel for deel in (wachttijd_zin(r.wachttijd_weken), plaatsen_zin(r)) if deel]
    return f"{rij.naam}, {rij.plaats} ({', '.join(delen)})" if delen else f"{rij.naam}, {rij.plaats}"


def wachttijd_zin(weken: int | None) -> str:
    """Return "wachttijd 2 weken", "geen wachttijd", or "" when it was not told."""
    if weken is None:
        return ""
    tekst = ngettext("wachttijd %(n)s week", "wachttijd %(n)s weken", weken)
    return tekst % {"n": weken} if weken else _("geen wachttijd")


def plaatsen_zin(r: Ruimte) -> str:
    """Return "vol", "3 van 20 plaatsen vrij", or "" when the places were not told."""
    if r.plaatsen is None:
        return ""
    if r.bezet >= r.plaatsen:
        return _("vol")
    return _("%(vrij)s van %(plaatsen)s plaatsen vrij") % {
        "vrij": r.plaatsen - r.bezet,
        "plaatsen": r.plaatsen,
    }
