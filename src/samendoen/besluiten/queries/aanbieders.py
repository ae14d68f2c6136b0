"""The pages about providers: the list, and one with its contracts, tariffs and what it told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.besluiten.models import Aanbieder, Beschikbaarheid, Contract, Product, Tarief
from samendoen.besluiten.models.tarief import HOUDT
from samendoen.besluiten.queries.aanbod import Ruimte, ruimte
from samendoen.besluiten.queries.keuzes import wachttijd_zin
from samendoen.besluiten.queries.woorden import eenheid_naam, laatste_dag, periode_zin
from samendoen.kernel.api import klok
from samendoen.schil.api import aantal, datum_lang, datum_zonder_dag, euro_centen, status

BINNENKORT = 90
"""So many days before its end a contract has a word of its own in the list."""
Rij = dict[str, str]


def aanbieders_lijst(zoek: str) -> list[Rij]:
    """Return the providers as ready strings, by name; `zoek` is a part of a name, a place or an AGB code."""
    rijen = Aanbieder.objects.order_by("naam", "pk")
    if zoek:
        rijen = rijen.filter(Q(naam__icontains=zoek) | Q(plaats__icontains=zoek) | Q(agb__startswith=zoek))
    alle, vandaag = list(rijen), klok.vandaag()
    ids = [rij.pk for rij in alle]
    vrij, contract = ruimte(vandaag, ids), _contracten(ids, vandaag)
    stam = reverse("aanbieder", args=[0]).removesuffix("0/")
    return [
        {
            "url": f"{stam}{rij.pk}/",
            "naam": rij.naam,
            "onder": f"{rij.plaats}, AGB {rij.agb}",
            "contract": contract.get(rij.pk) or status("neutraal", _("geen contract")),
            "bezet": bezet_zin(vrij[rij.pk]),
            "wachttijd": wachttijd(vrij[rij.pk]),
            "berichten": berichten_zin(rij.berichten_vanaf, vandaag),
        }
        for rij in alle
    ]


def _contracten(aanbieders: Iterable[int], vandaag: date) -> dict[int, str]:
    """Return by provider until when its contract runs; of one that is to begin, when."""
    rijen = Contract.objects.filter(HOUDT, Q(tot=None) | Q(tot__gt=vandaag), aanbieder__in=list(aanbieders))
    uit: dict[int, str] = {}
    for aanbieder, van, tot in rijen.order_by("-van").values_list("aanbieder", "van", "tot"):
        uit[aanbieder] = _loopt(van, tot, vandaag)
    return uit


def _loopt(van: date, tot: date | None, vandaag: date) -> str:
    if van > vandaag:
        return status("info", _("vanaf %(dag)s") % {"dag": datum_zonder_dag(van)})
    if tot is None:
        return _("loopt door")
    zin = _("tot en met %(dag)s") % {"dag": datum_zonder_dag(laatste_dag(tot))}
    return status("waarschuwing", zin) if (tot - vandaag).days <= BINNENKORT else zin


def bezet_zin(r: Ruimte) -> str:
    """Return "12 van 20", or the clients alone when the places were not told."""
    if r.plaatsen is None:
        return aantal(r.bezet)
    zin = _("%(bezet)s van %(plaatsen)s") % {"bezet": aantal(r.bezet), "plaatsen": aantal(r.plaatsen)}
    return status("waarschuwing", _("%(zin)s: vol") % {"zin": zin}) if r.bezet >= r.plaatsen else zin


def wachttijd(r: Ruimte) -> str:
    """Return the waiting time with the day on which it was told."""
    if r.wachttijd_weken is None or r.gemeld_op is None:
        return _("niet bekend")
    weken = ngettext("%(n)s week", "%(n)s weken", r.wachttijd_weken) % {"n": r.wachttijd_weken}
    woorden = {"weken": weken if r.wachttijd_weken else _("geen"), "dag": datum_zonder_dag(r.gemeld_op)}
    return _("%(weken)s (verteld op %(dag)s)") % woorden


def berichten_zin(vanaf: date | None, vandaag: date) -> str:
    """Return whether we exchange messages with a provider, and from when."""
    if vanaf is None:
        return _("uit")
    zin = _("aan sinds %(dag)s") if vanaf <= vandaag else _("aan vanaf %(dag)s")
    return zin % {"dag": datum_zonder_dag(vanaf)}


@dataclass(frozen=True, slots=True)
class Afspraakregel:
    """A contract or a tariff on the page of a provider; `nu`: it holds today, `weg`: it was taken back."""

    id: int
    wat: str
    periode: str
    stand: SafeString
    weg: bool
    voorbij: bool


@dataclass(frozen=True, slots=True)
class Tariefgroep:
    """The tariffs of one product, the latest first. `algemeen`: what counts without a price of its own."""

    code: str
    naam: str
    regels: tuple[Afspraakregel, ...]
    algemeen: str


@dataclass(frozen=True, slots=True)
class Aanbiederbeeld:
    """Everything about one provider."""

    id: int
    agb: str
    naam: str
    plaats: str
    herkomst: str
    berichten: str
    berichten_aan: bool
    bezet: str
    wachttijd: str
    contracten: tuple[Afspraakregel, ...]
    tarieven: tuple[Tariefgroep, ...]
    verteld: tuple[tuple[str, str], ...]


def aanbiederbeeld(rij: Aanbieder) -> Aanbiederbeeld:
    """Return a provider with what was agreed and told, the latest first."""
    vandaag = klok.vandaag()
    vrij = ruimte(vandaag, [rij.pk])[rij.pk]
    contracten = list(
        Contract.objects.filter(aanbieder=rij).prefetch_related("producten").order_by("-van", "-pk")
    )
    return Aanbiederbeeld(
        id=rij.pk,
        agb=rij.agb,
        naam=rij.naam,
        plaats=rij.plaats,
        herkomst=_("Begingegevens: %(tekst)s") % {"tekst": rij.toelichting} if rij.aanname else "",
        berichten=berichten_zin(rij.berichten_vanaf, vandaag),
        berichten_aan=rij.berichten_vanaf is not None,
        bezet=bezet_zin(vrij),
        wachttijd=wachttijd(vrij),
        contracten=tuple(_contractregel(c, vandaag) for c in contracten),
        tarieven=_tarieven(rij, contracten, vandaag),
        verteld=_verteld(rij),
    )


def _contractregel(c: Contract, vandaag: date) -> Afspraakregel:
    namen = sorted(capfirst(p.naam) for p in c.producten.all())
    return afspraakregel(c, ", ".join(namen), vandaag)


def afspraakregel(rij: Contract | Tarief, wat: str, vandaag: date) -> Afspraakregel:
    """Return a contract or a tariff in words."""
    weg, voorbij = rij.ingetrokken_op is not None, rij.tot is not None and rij.tot <= vandaag
    if weg:
        stand = status("neutraal", _("ingetrokken"))
    elif voorbij:
        stand = status("neutraal", _("voorbij"))
    else:
        stand = status("ok", _("geldt")) if rij.van <= vandaag else status("info", _("gaat nog in"))
    return Afspraakregel(rij.pk, wat, capfirst(periode_zin(rij.van, rij.tot)), stand, weg, voorbij)


def tarief_zin(eurocent: int, eenheid: str) -> str:
    """Return "€ 36,00 per uur"."""
    per = {"uur": _("per uur"), "dagdeel": _("per dagdeel"), "etmaal": _("per etmaal"), "rit": _("per rit")}
    return f"{euro_centen(eurocent)} {per.get(eenheid, _('per stuk'))}"


def _tarieven(rij: Aanbieder, contracten: Iterable[Contract], vandaag: date) -> tuple[Tariefgroep, ...]:
    """Return the tariffs by product: of what is in a contract, and of what has a price of its own."""
    eigen = list(Tarief.objects.filter(aanbieder=rij).select_related("product").order_by("-van", "-pk"))
    producten: dict[int, Product] = {t.product_id: t.product for t in eigen}
    for c in contracten:
        if c.ingetrokken_op is None:
            producten |= {p.pk: p for p in c.producten.all()}
    algemeen = {
        t.product_id: t
        for t in Tarief.objects.filter(HOUDT, aanbieder=None, product__in=producten).order_by("van")
        if t.van <= vandaag and (t.tot is None or t.tot > vandaag)
    }
    return tuple(
        Tariefgroep(
            code=p.code,
            naam=capfirst(p.naam),
            regels=tuple(
                afspraakregel(t, tarief_zin(t.eurocent, t.eenheid), vandaag)
                for t in eigen
                if t.product_id == p.pk
            ),
            algemeen=_algemeen(algemeen.get(p.pk)),
        )
        for p in sorted(producten.values(), key=lambda p: p.naam)
    )


def _algemeen(t: Tarief | None) -> str:
    if t is None:
        return _("Voor iedereen is geen tarief afgesproken.")
    return _("Voor iedereen: %(tarief)s.") % {"tarief": tarief_zin(t.eurocent, t.eenheid)}


def _verteld(rij: Aanbieder) -> tuple[tuple[str, str], ...]:
    """Return what a provider told, the latest first: (when and to whom, what)."""
    rijen = Beschikbaarheid.objects.filter(aanbieder=rij).select_related("product", "genoteerd_door")
    return tuple((_wanneer(b), _wat(b)) for b in rijen.order_by("-gemeld_op", "-pk")[:20])


def _wanneer(b: Beschikbaarheid) -> str:
    if b.genoteerd_door is None:
        return datum_lang(b.gemeld_op)
    woorden = {"dag": datum_lang(b.gemeld_op), "naam": b.genoteerd_door.naam}
    return _("%(dag)s, genoteerd door %(naam)s") % woorden


def _wat(b: Beschikbaarheid) -> str:
    delen = [wachttijd_zin(b.wachttijd_weken)]
    if b.plaatsen is not None:
        delen.append(ngettext("%(n)s plaats", "%(n)s plaatsen", b.plaatsen) % {"n": aantal(b.plaatsen)})
    voor = f"{capfirst(b.product.naam)}: " if b.product else ""
    return voor + ", ".join(deel for deel in delen if deel)


def producten_om_te_leveren() -> list[tuple[str, str]]:
    """Return (code, name with its unit) of what a provider can give, by law and name."""
    rijen = Product.objects.filter(eigen_uitgifte=False).order_by("wet", "naam", "pk")
    return [(p.code, f"{capfirst(p.naam)} ({eenheid_naam(p.eenheid)})") for p in rijen]
