"""The fact of what help costs per household and year: what was paid, less the own contribution."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Sum
from django.db.models.functions import ExtractYear

from samendoen.besluiten.models import Declaratieregel, Voorziening
from samendoen.besluiten.queries.bijdrage import Bijdrageregel, bijdrageregels
from samendoen.besluiten.rules.bijdrage import Periode, bijdragemaanden
from samendoen.casus.api import casuskernen
from samendoen.kernel.api import SYSTEEM, Wet, in_porties, klok
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen
from samendoen.recht.api import Rechtsfout, eigen_bijdrage

MEER_WETTEN = "meer"
_CASUS = "toewijzing__voorziening__besluit__aanvraag__casus"
Plek = tuple[int, int]


@dataclass(slots=True)
class Kosten:
    """What help of a household costs in a year, in cents per law; and its team."""

    team: str
    per_wet: dict[str, int] = field(default_factory=dict)

    def rij(self, jaar: int, bijdrage: int) -> tuple[Any, ...] | None:
        """Return the row; None when all was taken back. The contribution is never more than the costs."""
        wetten = sorted(wet for wet, kosten in self.per_wet.items() if kosten > 0)
        if not wetten:
            return None
        kosten = sum(self.per_wet.values())
        eraf = min(bijdrage, max(self.per_wet.get(Wet.WMO.value, 0), 0))
        wet = wetten[0] if len(wetten) == 1 else MEER_WETTEN
        return self.team, wet, date(jaar, 1, 1), kosten, eraf, kosten - eraf


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    """Yield the households of which help was paid, with the ledger of the day of `peilmoment`."""
    return in_porties(_per_huishouden(peilmoment.astimezone(klok.NEDERLAND).date()))


def _per_huishouden(dag: date) -> Iterator[tuple[Any, ...]]:
    per_casus = _betaald(dag)
    kernen = casuskernen(SYSTEEM, {casus for casus, _jaar in per_casus})
    per: dict[Plek, Kosten] = {}
    for (casus, jaar), per_wet in sorted(per_casus.items()):
        kern = kernen[casus]
        kosten = per.setdefault((kern.huishouden_id, jaar), Kosten(kern.team))
        kosten.team = kern.team  # of its last casus
        for wet, bedrag in per_wet.items():
            kosten.per_wet[wet] = kosten.per_wet.get(wet, 0) + bedrag
    huishoudens = {casus: kern.huishouden_id for casus, kern in kernen.items()}
    bijdragen = _bijdragen(bijdrageregels(SYSTEEM), huishoudens, dag)
    for (huishouden, jaar), kosten in per.items():
        rij = kosten.rij(jaar, bijdragen.get((huishouden, jaar), 0))
        if rij is not None:
            yield rij


def _betaald(dag: date) -> dict[Plek, dict[str, int]]:
    """Return by casus and year of the help what was granted per law, credits taken off."""
    rijen = (
        Declaratieregel.objects.filter(
            declaratie__geboekt_op__lte=dag, toewijzing__isnull=False, toegekend_eurocent__gt=0
        )
        .annotate(jaar=ExtractYear("van"))
        .values_list(_CASUS, "jaar", "wet", "credit")
        .annotate(bedrag=Sum("toegekend_eurocent"))
        .order_by()
    )
    per: dict[Plek, dict[str, int]] = defaultdict(dict)
    for casus, jaar, wet, credit, bedrag in rijen:
        tot_nu = per[casus, jaar]
        tot_nu[wet] = tot_nu.get(wet, 0) + (-bedrag if credit else bedrag)
    return per


def _bijdragen(regels: Iterable[Bijdrageregel], huishoudens: Mapping[int, int], dag: date) -> dict[Plek, int]:
    """Return by household and year the own contribution that it owes, in cents: one amount a month, however
    many people in it get help."""
    casus_van = dict(
        Voorziening.objects.filter(besluit__aanvraag__casus__in=huishoudens)
        .order_by("pk")
        .values_list("dossier", "besluit__aanvraag__casus")
    )
    perioden: dict[int, list[Periode]] = defaultdict(list)
    for regel in regels:
        casus = next((casus_van[d] for d in regel.dossiers if d in casus_van), None)
        if casus is not None:
            perioden[huishoudens[casus]].append(Periode(regel.van, regel.tot))
    uit: dict[Plek, int] = defaultdict(int)
    for huishouden, delen in perioden.items():
        for eerste in bijdragemaanden(delen, dag):
            uit[huishouden, eerste.year] += _per_maand(eerste)
    return uit


def _per_maand(eerste: date) -> int:
    try:
        return eigen_bijdrage(eerste).eurocent
    except Rechtsfout:
        return 0  # of that year no amount is known


HUISHOUDKOSTEN = Feitsoort(
    naam="huishoudkosten",
    korrel="een huishouden met betaalde hulp in een jaar",
    kolommen=(
        Kolom("team", "code", "geen", "team van de laatste casus", benoem=getelde_teamnamen),
        Kolom(
            "wetten",
            "code",
            "geen",
            "wet waarop de hulp rust, of meer dan één",
            benoem=lambda: {
                **{wet.value: str(wet.label) for wet in Wet},
                MEER_WETTEN: "Meer dan één wet",
            },
        ),
        Kolom("begin", "datum", "geen", "eerste dag van het jaar waarin de hulp is gegeven"),
        Kolom("kosten_eurocent", "geheel", "geen", "wat is goedgekeurd, credits eraf, in eurocent"),
        Kolom("bijdrage_eurocent", "geheel", "geen", "eigen bijdrage die daarbij hoort, in eurocent"),
        Kolom("netto_eurocent", "geheel", "geen", "kosten zonder de eigen bijdrage, in eurocent"),
    ),
    rijen=_rijen,
    alleen_nu=True,
)
