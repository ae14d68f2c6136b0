"""Own contribution: from when until when per provision and per resident, and who is exempt, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten.access import binnen
from samendoen.besluiten.definities.bijdrage import gronden
from samendoen.besluiten.models import Aanvraag, Levering, Voorziening, Vrijstelling
from samendoen.besluiten.rules import EEN_DAG, Voorzieningstatus
from samendoen.besluiten.rules.bijdrage import VOLWASSEN, Periode, bijdrageperiodes, geleverd
from samendoen.besluiten.rules.levering import Leverperiode, Melding, periodes
from samendoen.inwoners.api import clientgegevens, geboortedata, namen
from samendoen.kernel.api import Actor, Niveau, Permissie, Wet, klok, log_inzage
from samendoen.recht.api import Rechtsfout, bereikt, eigen_bijdrage
from samendoen.schil.api import datum_lang, euro_centen

HOUDT = (Voorzieningstatus.GELDT.value, Voorzieningstatus.HERROEPEN.value)


@dataclass(frozen=True, slots=True)
class Bijdrageregel:
    """One period in which a resident owes the contribution; `tot` is the first day no longer."""

    persoon: int
    dossiers: tuple[int, ...]
    van: date
    tot: date | None
    producten: tuple[str, ...]

    def in_maand(self, eerste: date, volgende: date) -> bool:
        """Tell whether it starts, or has its last day, in this month: what the CAK must hear then."""
        start = eerste <= self.van < volgende
        return start or (self.tot is not None and eerste <= self.tot - EEN_DAG < volgende)


def plichtig(rijen: QuerySet[Voorziening]) -> QuerySet[Voorziening]:
    """Return the provisions for which a contribution is asked, and that hold or held."""
    wmo = rijen.filter(wet=Wet.WMO.value, product__eigen_bijdrage=True, product__eigen_uitgifte=False)
    return wmo.filter(status__in=HOUDT).select_related("product").order_by("pk")


def _gegeven(voorzieningen: Sequence[Voorziening]) -> dict[int, Periode | None]:
    """Return by provision from when until when it was given. One query."""
    rijen = Levering.objects.filter(
        toewijzing__voorziening__in=[v.pk for v in voorzieningen], ingetrokken_op__isnull=True
    )
    velden = rijen.order_by("pk").values_list(
        "toewijzing__voorziening", "toewijzing", "begin", "tot", "reden"
    )
    per: dict[int, list[Melding]] = defaultdict(list)
    for voorziening, toewijzing, begin, tot, reden in velden:
        per[voorziening].append(Melding(toewijzing, begin, tot, reden))
    gemeld: dict[int, list[Leverperiode]] = {pk: periodes(m) for pk, m in per.items()}
    return {v.pk: geleverd(v.vorm, v.van, _einde(v), gemeld.get(v.pk, [])) for v in voorzieningen}


def _einde(v: Voorziening) -> date | None:
    einden = [dag for dag in (v.tot, v.herroepen_per) if dag is not None]
    return min(einden) if einden else None


def _vrij(personen: Iterable[int]) -> dict[int, list[Periode]]:
    rijen = Vrijstelling.objects.filter(inwoner__in=set(personen), ingetrokken_op__isnull=True)
    per: dict[int, list[Periode]] = defaultdict(list)
    for wie, van, tot in rijen.values_list("inwoner_id", "van", "tot"):
        per[wie].append(Periode(van, tot))
    return per


def bijdrageregels(door: Actor, maand: tuple[date, date] | None = None) -> list[Bijdrageregel]:
    """Return who owes the contribution from when until when, within this actor's sight; with `maand` (first
    day, first day of the next) only what starts or stops in it. Four queries, whatever the number."""
    alle = list(plichtig(binnen(Voorziening.objects.all(), door)))
    gegeven, per = _gegeven(alle), defaultdict(list)
    for v in alle:
        per[v.inwoner_id].append(v)
    vrij, geboren = _vrij(per), geboortedata(per)
    regels = []
    for wie, rijen in per.items():
        hulp = [p for v in rijen if (p := gegeven[v.pk]) is not None]
        volwassen = bereikt(geboren[wie], VOLWASSEN) if wie in geboren else None
        for p in bijdrageperiodes(hulp, vrij.get(wie, []), volwassen):
            bij = [v for v in rijen if (deel := gegeven[v.pk]) is not None and deel.raakt(p)]
            producten = tuple(dict.fromkeys(v.product.naam for v in bij))
            regels.append(Bijdrageregel(wie, tuple({v.dossier_id for v in bij}), p.van, p.tot, producten))
    gekozen = [r for r in regels if maand is None or r.in_maand(*maand)]
    return sorted(gekozen, key=lambda r: (r.van, r.persoon))


def bijdragerijen(door: Actor, regels: Sequence[Bijdrageregel]) -> list[dict[str, Any]]:
    """Return these as ready strings for a list; logged."""
    log_inzage(door, "bijdrage", (d for r in regels for d in r.dossiers))
    wie = namen(door, {r.persoon for r in regels})
    return [
        {
            "wie": wie.get(r.persoon, ""),
            "onder": ", ".join(r.producten),
            "start": datum_lang(r.van),
            "stop": datum_lang(r.tot - EEN_DAG) if r.tot else _("loopt"),
        }
        for r in regels
    ]


def cakregels(door: Actor, regels: Sequence[Bijdrageregel]) -> list[tuple[str, ...]]:
    """Return what the CAK must know of these: BSN, name, birth, first and last day; logged."""
    log_inzage(door, "bijdrage-cak", (d for r in regels for d in r.dossiers))
    wie = clientgegevens({r.persoon for r in regels})
    return [
        (
            g.bsn,
            " ".join(filter(None, (g.voorletters, g.tussenvoegsel, g.achternaam))),
            g.geboortedatum.isoformat(),
            r.van.isoformat(),
            (r.tot - EEN_DAG).isoformat() if r.tot else "",
        )
        for r in regels
        if (g := wie.get(r.persoon)) is not None
    ]


def redenen_vrij(per: Mapping[int, date]) -> dict[int, str]:
    """Return by resident the sentence of the letter, of whom an exemption holds on that day. One query."""
    if not per:
        return {}
    rijen = Vrijstelling.objects.filter(inwoner__in=list(per), ingetrokken_op__isnull=True)
    bekend, redenen = gronden(), {}
    for wie, grond, van, tot in rijen.values_list("inwoner_id", "grond", "van", "tot"):
        if grond in bekend and Periode(van, tot).raakt(Periode(per[wie], per[wie] + EEN_DAG)):
            redenen[wie] = bekend[grond].brief
    return redenen


def gronden_voor_keuze() -> list[tuple[str, str]]:
    """Return code and name of the grounds of this municipality."""
    return [(g.code, g.naam) for g in gronden().values()]


def deel_aanvraag(door: Actor, aanvraag_id: int) -> str:
    """Return the part on the page of an application; "" when no contribution is asked for it."""
    voorzieningen = list(plichtig(Voorziening.objects.filter(besluit__aanvraag=aanvraag_id)))
    if not voorzieningen:
        return ""
    wie = voorzieningen[0].inwoner_id
    gegeven = _gegeven(voorzieningen)
    mag = door.mag(Permissie.BESLUIT_VOORBEREIDEN) and _schrijfbaar(door, aanvraag_id)
    context = {
        "bedrag": _bedrag(klok.vandaag()),
        "regels": [_zin(v, gegeven[v.pk]) for v in voorzieningen],
        "vrij": [_vrijzin(rij, mag=mag) for rij in _vrijstellingen(wie)],
        "nieuw": reverse("vrijstelling_nieuw", args=[aanvraag_id]) if mag else "",
    }
    return render_to_string("besluiten/bijdrage/deel.html", context)


def _schrijfbaar(door: Actor, aanvraag_id: int) -> bool:
    return binnen(Aanvraag.objects.filter(pk=aanvraag_id), door, Niveau.SCHRIJFBAAR).exists()


def _bedrag(dag: date) -> str:
    try:
        bedrag = eigen_bijdrage(dag)
    except Rechtsfout as fout:
        return str(fout)
    zin = _("Ten hoogste %(bedrag)s per %(periode)s voor het hele huishouden, in %(jaar)s (%(grondslag)s).")
    return zin % {
        "bedrag": euro_centen(bedrag.eurocent),
        "periode": bedrag.periode.value,
        "jaar": bedrag.vanaf.year,
        "grondslag": bedrag.grondslag,
    }


def _zin(v: Voorziening, periode: Periode | None) -> str:
    if periode is None:
        return _("Nog niet: de aanbieder heeft de start van de hulp nog niet gemeld.")
    if periode.tot is None:
        return _("Sinds %(van)s; loopt.") % {"van": datum_lang(periode.van)}
    woorden = {"van": datum_lang(periode.van), "tot": datum_lang(periode.tot - EEN_DAG)}
    return _("Van %(van)s tot en met %(tot)s.") % woorden


def _vrijstellingen(persoon: int) -> list[Vrijstelling]:
    return list(Vrijstelling.objects.filter(inwoner=persoon, ingetrokken_op__isnull=True).order_by("van"))


def _vrijzin(rij: Vrijstelling, *, mag: bool) -> dict[str, str]:
    grond = gronden().get(rij.grond)
    return {
        "naam": grond.naam if grond else _("Reden gewist"),
        "onder": _("Van %(van)s tot en met %(tot)s.")
        % {"van": datum_lang(rij.van), "tot": datum_lang(rij.tot - EEN_DAG)}
        if rij.tot
        else _("Vanaf %(van)s, zonder einddatum.") % {"van": datum_lang(rij.van)},
        "grondslag": grond.grondslag if grond else "",
        "einde": reverse("vrijstelling_beeindigen", args=[rij.pk]) if mag else "",
    }
