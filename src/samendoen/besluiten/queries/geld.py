"""Money by product, provider and month: what was granted, given, asked and approved. Nobody is in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, Case, DecimalField, F, Q, Sum, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf, Round, TruncMonth
from django.utils.translation import gettext as _

from samendoen.besluiten.models import Aanbieder, Declaratieregel, Levering, Product, Toewijzing
from samendoen.besluiten.queries.tarieven import prijzen, van_aanbieder
from samendoen.besluiten.rules import Eenheid
from samendoen.besluiten.rules.geld import Omvang, Prijs, maanden, waarde_in_maand
from samendoen.besluiten.rules.levering import Melding, periodes

Sleutel = tuple[int | None, int, date]
"""Product (None: no assignment of its own), provider, first day of the month."""
Loopt = tuple[date, date | None]
_BREUK = DecimalField(max_digits=38, decimal_places=12)


@dataclass(slots=True)
class Geldstand:
    """Amounts in cents, credits taken off. `toegewezen` and `geleverd` count assignments.

    `toegekend_eurocent`: what the assignments are worth; `geleverd_eurocent`: what of it ran, as providers
    reported their starts and stops; `gedeclareerd_eurocent`: what they asked; `goedgekeurd_eurocent`: what of
    that was granted; `betaald_eurocent`: what of that was paid, of an invoice that was paid in part by share.
    """

    toegewezen: int = 0
    geleverd: int = 0
    toegekend_eurocent: int = 0
    geleverd_eurocent: int = 0
    gedeclareerd_eurocent: int = 0
    goedgekeurd_eurocent: int = 0
    betaald_eurocent: int = 0

    def tel_op(self, ander: "Geldstand") -> None:
        """Add another one to this one."""
        for naam in self.__slots__:
            setattr(self, naam, getattr(self, naam) + getattr(ander, naam))


@dataclass(frozen=True, slots=True)
class _Toewijzing:
    """An assignment, as far as its worth depends on it."""

    product: int
    aanbieder: int
    omvang: Omvang
    loopt: Loopt
    eenheid: str


EURO = Prijs(date.min, None, 100)
"""What one unit of a budget costs."""


@dataclass(frozen=True, slots=True)
class Geldregel:
    """Who gave what in which month, in words, with its amounts."""

    product: str
    agb: str
    aanbieder: str
    maand: date
    stand: Geldstand


def geldkeuzes() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return products and providers (code, name) that one can narrow to."""
    producten = Product.objects.order_by("naam").values_list("code", "naam")
    aanbieders = Aanbieder.objects.order_by("naam").values_list("agb", "naam")
    return [(code, _hoofdletter(naam)) for code, naam in producten], list(aanbieders)


def geldregels(van: date, tot: date, *, product: str = "", aanbieder: str = "") -> list[Geldregel]:
    """Return `geldstanden` with names, by product, provider and month; without an assignment last."""
    producten = dict(Product.objects.values_list("pk", "naam"))
    rijen = Aanbieder.objects.values_list("pk", "agb", "naam")
    aanbieders = {pk: (agb, naam) for pk, agb, naam in rijen}
    standen = geldstanden(van, tot, product=product, aanbieder=aanbieder)
    zonder = _("Zonder toewijzing")
    alle = [
        Geldregel(_hoofdletter(producten[p]) if p else zonder, *aanbieders[a], maand=maand, stand=stand)
        for (p, a, maand), stand in standen.items()
    ]
    return sorted(alle, key=lambda r: (r.product == zonder, r.product, r.aanbieder, r.maand))


def _hoofdletter(naam: str) -> str:
    return f"{naam[:1].upper()}{naam[1:]}"


def geldstanden(van: date, tot: date, *, product: str = "", aanbieder: str = "") -> dict[Sleutel, Geldstand]:
    """Return what was granted, given, asked and approved in the months from `van` up to `tot`: four reads.

    `product` and `aanbieder` (AGB code) narrow it.
    """
    standen: dict[Sleutel, Geldstand] = {}
    alle = _toewijzingen(van, tot, product, aanbieder)
    per = prijzen({t.product for t in alle.values()})
    geleverd = _geleverd(van, tot, product, aanbieder)
    for pk, t in alle.items():
        geldend = van_aanbieder(per.get(t.product, []), t.aanbieder)
        if t.eenheid == Eenheid.EURO:
            geldend = [EURO]
        _tel_toewijzing(standen, t, geldend, geleverd.get(pk, []), (van, tot))
    for sleutel, *bedragen in _gedeclareerd(van, tot, product, aanbieder):
        stand = standen.setdefault(sleutel, Geldstand())
        stand.gedeclareerd_eurocent, stand.goedgekeurd_eurocent, stand.betaald_eurocent = bedragen
    return standen


def _toewijzingen(van: date, tot: date, product: str, aanbieder: str) -> dict[int, _Toewijzing]:
    loopt = Q(tot__isnull=True) | Q(Q(tot__gt=F("van")), tot__gt=van)
    rijen = Toewijzing.objects.filter(loopt, van__lt=tot)
    if product:
        rijen = rijen.filter(voorziening__product__code=product)
    if aanbieder:
        rijen = rijen.filter(aanbieder__agb=aanbieder)
    velden = rijen.values_list(
        "pk", "voorziening__product_id", "aanbieder_id", "voorziening__omvang", "voorziening__frequentie",
        "voorziening__eenheid",
        "voorziening__van", "voorziening__tot", "van", "tot",
    )  # fmt: skip
    return {
        pk: _Toewijzing(product_id, wie, Omvang(hoeveel, per, eerste, einde), (begin, stop), eenheid)
        for pk, product_id, wie, hoeveel, per, eenheid, eerste, einde, begin, stop in velden
    }


def _tel_toewijzing(
    standen: dict[Sleutel, Geldstand],
    t: _Toewijzing,
    geldend: list[Prijs],
    geleverd: Iterable[Loopt],
    periode: tuple[date, date],
) -> None:
    van, tot = periode
    for maand in maanden(max(t.loopt[0], van), min(t.loopt[1] or tot, tot)):
        stand = standen.setdefault((t.product, t.aanbieder, maand), Geldstand())
        stand.toegewezen += 1
        stand.toegekend_eurocent += waarde_in_maand(t.omvang, geldend, t.loopt, maand)
    gezien = set()
    for loopt in geleverd:
        for maand in maanden(max(loopt[0], van), min(loopt[1] or tot, tot)):
            stand = standen.setdefault((t.product, t.aanbieder, maand), Geldstand())
            stand.geleverd += maand not in gezien
            gezien.add(maand)
            stand.geleverd_eurocent += waarde_in_maand(t.omvang, geldend, loopt, maand)


def _geleverd(van: date, tot: date, product: str, aanbieder: str) -> Mapping[int, list[Loopt]]:
    """Return by assignment the periods of delivery that touch these days, as far as it was assigned."""
    rijen = Levering.objects.filter(ingetrokken_op__isnull=True, begin__lt=tot)
    rijen = rijen.filter(Q(toewijzing__tot__isnull=True) | Q(toewijzing__tot__gt=van))
    if product:
        rijen = rijen.filter(toewijzing__voorziening__product__code=product)
    if aanbieder:
        rijen = rijen.filter(toewijzing__aanbieder__agb=aanbieder)
    velden = rijen.values_list("toewijzing_id", "begin", "tot", "reden", "toewijzing__van", "toewijzing__tot")
    alle = list(velden)
    toegewezen = {rij[0]: (rij[4], rij[5]) for rij in alle}
    per: dict[int, list[Loopt]] = {}
    for p in periodes(Melding(*rij[:4]) for rij in alle):
        eerste, einde = toegewezen[p.toewijzing]
        begin = max(p.begin, eerste)
        stop = min((dag for dag in (p.tot, einde) if dag is not None), default=None)
        if stop is None or stop > max(begin, van):
            per.setdefault(p.toewijzing, []).append((begin, stop))
    return per


def _gedeclareerd(
    van: date, tot: date, product: str, aanbieder: str
) -> Iterable[tuple[Sleutel, int, int, int]]:
    rijen = Declaratieregel.objects.filter(van__gte=van, van__lt=tot)
    if product:
        rijen = rijen.filter(product__code=product)
    if aanbieder:
        rijen = rijen.filter(aanbieder__agb=aanbieder)
    teken = Case(When(credit=True, then=Value(-1)), default=Value(1), output_field=BigIntegerField())
    # An invoice is paid as a whole: of each line the share that was paid of all of it.
    deel = Coalesce(
        Cast(F("declaratie__betaald_eurocent"), _BREUK)
        / NullIf(F("declaratie__toegekend_eurocent"), Value(0)),
        Value(0),
        output_field=_BREUK,
    )
    per = (
        rijen.annotate(maand=TruncMonth("van"))
        .order_by()
        .values("product_id", "aanbieder_id", "maand")
        .annotate(
            gevraagd=Sum(F("ingediend_eurocent") * teken, output_field=BigIntegerField()),
            goed=Sum(F("toegekend_eurocent") * teken, output_field=BigIntegerField()),
            betaald=Round(Sum(F("toegekend_eurocent") * teken * deel, output_field=_BREUK)),
        )
    )
    for rij in per:
        yield (
            (rij["product_id"], rij["aanbieder_id"], rij["maand"]),
            rij["gevraagd"],
            rij["goed"],
            int(rij["betaald"]),
        )
