"""What can be chosen: products and who gives them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.besluiten.models import FREQUENTIES, Aanbieder, Product
from samendoen.besluiten.queries.woorden import eenheid_naam
from samendoen.besluiten.rules import Frequentie

Groep = tuple[str, list[tuple[str, str]]]


def producten_voor_keuze(wet: str = "") -> list[Groep]:
    """Return per category the products (code, name with its unit) of a law, or of all: for a choice."""
    rijen = Product.objects.order_by("wet", "categorienaam", "naam", "pk")
    per: dict[str, list[tuple[str, str]]] = {}
    for p in rijen.filter(wet=wet) if wet else rijen:
        per_wat = f"{eenheid_naam(p.eenheid)} {FREQUENTIES[Frequentie(p.frequentie)]}"
        naam = f"{p.naam[:1].upper()}{p.naam[1:]} ({per_wat})"
        per.setdefault(p.categorienaam, []).append((p.code, naam))
    return list(per.items())


def aanbieders_voor_keuze(product: str) -> list[tuple[str, str]]:
    """Return (AGB code, name with place and waiting time) of who gives this product: for a choice."""
    rijen = Aanbieder.objects.filter(producten__code=product).order_by("wachttijd_weken", "naam", "pk")
    return [(rij.agb, _naam(rij)) for rij in rijen]


def _naam(rij: Aanbieder) -> str:
    if rij.wachttijd_weken is None:
        return f"{rij.naam}, {rij.plaats}"
    weken = ngettext("wachttijd %(n)s week", "wachttijd %(n)s weken", rij.wachttijd_weken)
    wacht = weken % {"n": rij.wachttijd_weken} if rij.wachttijd_weken else _("geen wachttijd")
    return f"{rij.naam}, {rij.plaats} ({wacht})"
