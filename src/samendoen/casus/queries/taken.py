"""What the rules of casus ask of people: look back on a plan, and see ages coming for who gets help.

When, and in which words, stands in the municipality's definitions (definities/taakregels).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.casus.events import CASUS
from samendoen.casus.models import Actie, Evaluatie, Plan, Regie
from samendoen.casus.rules import Actiestatus, Planstatus, Status, Taakrol
from samendoen.inwoners.api import geboortedata
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.recht.api import bereikt
from samendoen.schil.api import datum_lang
from samendoen.werk.api import Leeftijd, Regel, taakregel, taakregels

EVALUATIE, GEMIST, VERVOLG, LEEFTIJD = "evaluatie", "evaluatie-gemist", "evaluatievervolg", "leeftijd"
PARTNERREGIE = "partnerregie"
VAN_EVALUATIE = (EVALUATIE, GEMIST, VERVOLG)
"""The rules that ask no more once people have looked back."""


def evaluaties(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the director of every open casus whose plan is looked back on soon after `dag`, as the
    definition says, until the day when `gemist` asks in its place."""
    regel, gemist_vanaf = taakregel(EVALUATIE), _gemist_tot_en_met(dag)
    rijen = _lopende_plannen().filter(evaluatie_op__lte=dag + regel.vooraf)
    if gemist_vanaf is not None:
        rijen = rijen.filter(evaluatie_op__gt=gemist_vanaf)
    regie = regisseurs(rijen.values_list("casus_id", flat=True))
    for r in rijen.values(*PLANVELDEN):
        yield _terugkijken(regel, r, gebruiker=regie.get(r["casus_id"]))


def gemist(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the team of every plan whose day to look back passed without an evaluation."""
    rijen = _lopende_plannen().filter(evaluatie_op__lte=_gemist_tot_en_met(dag))
    for r in rijen.values(*PLANVELDEN):
        yield _terugkijken(taakregel(GEMIST), r, groep=r["casus__team__groep_id"])


def _gemist_tot_en_met(dag: date) -> date | None:
    """Return the last day to look back that counts as missed on `dag`; None when that rule does not hold."""
    regel = taakregel(GEMIST)
    return dag - regel.dagen("dagen_na") if regel.geldt else None


PLANVELDEN = ("pk", "versie", "evaluatie_op", "casus_id", "casus__dossier_id", "casus__team__groep_id")


def _lopende_plannen() -> QuerySet[Plan]:
    return Plan.objects.filter(status=Planstatus.VASTGESTELD, casus__status=Status.OPEN).order_by("pk")


def _terugkijken(
    regel: Regel, r: dict[str, Any], *, gebruiker: int | None = None, groep: int | None = None
) -> Taakvoorstel:
    op: date = r["evaluatie_op"]
    tekst, uitleg = regel.schrijf(versie=r["versie"], dag=datum_lang(op))
    return Taakvoorstel(
        # With the day in it: a next version asks anew.
        sleutel=f"{r['pk']}.{op.isoformat()}",
        tekst=tekst,
        uitleg=uitleg,
        uiterlijk=op,
        dossier_id=r["casus__dossier_id"],
        groep_id=groep,
        gebruiker_id=gebruiker,
        onderwerp_soort=CASUS,
        onderwerp_id=r["casus_id"],
    )


def herleid_plan(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to look back was computed."""
    plan = Plan.objects.get(pk=int(sleutel.partition(".")[0]))
    laatste = Evaluatie.objects.filter(plan=plan, ingetrokken_op=None).order_by("-pk").first()
    dagen = (
        (_("Plan vastgesteld"), plan.vastgesteld_op),
        (_("Laatst teruggekeken"), laatste.op if laatste else None),
        (_("Samen terugkijken"), plan.evaluatie_op),
    )
    return [(naam, dag) for naam, dag in dagen if dag is not None]


def regisseurs(casussen: Iterable[int]) -> dict[int, int]:
    """Return casus -> who directs it now."""
    rijen = Regie.objects.filter(casus__in=list(casussen), rol=Taakrol.REGISSEUR, tot=None)
    return dict(rijen.values_list("casus_id", "gebruiker_id"))


@dataclass(frozen=True, slots=True)
class _Geholpen:
    """Somebody in an open casus for whom a plan that holds has help that goes on."""

    casus: int
    persoon: int
    dossier: int
    geopend_op: date
    niveaus: frozenset[str]


def leeftijden(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the director for everybody with ongoing help who reaches an age of the definitions
    this month, or passed it since, until the month of its end.

    Months and not days: a task outlives an erasure, so it does not say on which day somebody was born.
    """
    regels = [r for r in taakregels().values() if r.vanaf is not None and r.geldt]
    if not regels:
        return
    geholpen = _geholpen({niveau for regel in regels for niveau in regel.niveaus})
    geboren = geboortedata({g.persoon for g in geholpen}, *_geboortejaren(regels, dag))
    aan_de_beurt = [
        (regel, g)
        for regel in regels
        for g in geholpen
        if g.persoon in geboren
        and g.niveaus & set(regel.niveaus)
        and heeft_leeftijd(regel, geboren[g.persoon], dag)
    ]
    regie = regisseurs({g.casus for _regel, g in aan_de_beurt})
    for regel, g in aan_de_beurt:
        yield _van_leeftijd(regel, g, geboren[g.persoon], regie.get(g.casus))


def _geholpen(niveaus: set[str]) -> list[_Geholpen]:
    rijen = Actie.objects.filter(
        status=Actiestatus.AFGESPROKEN,
        niveau__in=niveaus,
        doel__plan__status=Planstatus.VASTGESTELD,
        doel__plan__casus__status=Status.OPEN,
        doel__dossier__gewist_op=None,
    ).order_by("doel__plan__casus_id", "inwoner_id")
    velden = ("doel__plan__casus_id", "inwoner_id", "doel__dossier_id", "doel__plan__casus__geopend_op")
    per: dict[tuple[int, int, int, date], set[str]] = {}
    for *sleutel, niveau in rijen.values_list(*velden, "niveau").distinct():
        casus, persoon, dossier, geopend = sleutel
        per.setdefault((casus, persoon, dossier, geopend), set()).add(niveau)
    return [_Geholpen(*sleutel, frozenset(gevonden)) for sleutel, gevonden in per.items()]


def _geboortejaren(regels: Sequence[Regel], dag: date) -> tuple[date, date]:
    """Return between which days who can be meant was born: a coarse sieve, in whole years."""
    oudste = max(r.tot.jaren if r.tot else 120 for r in regels)
    jongste = min(r.vanaf.jaren for r in regels if r.vanaf)
    return date(dag.year - oudste - 2, 1, 1), date(dag.year - jongste + 1, 12, 31)


def heeft_leeftijd(regel: Regel, geboren: date, dag: date) -> bool:
    """Tell whether a rule means somebody in the month of `dag`."""
    maand = _eind_van_maand(dag)
    assert regel.vanaf is not None
    oud_genoeg = bereikt(geboren, regel.vanaf.jaren, regel.vanaf.maanden) <= maand
    return oud_genoeg and (regel.tot is None or bereikt(geboren, regel.tot.jaren, regel.tot.maanden) > maand)


def _eind_van_maand(dag: date) -> date:
    return (dag.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _van_leeftijd(regel: Regel, g: _Geholpen, geboren: date, regisseur: int | None) -> Taakvoorstel:
    assert regel.vanaf is not None
    tekst, uitleg = regel.schrijf(leeftijd=leeftijdtekst(regel.vanaf))
    maand = _eind_van_maand(bereikt(geboren, regel.vanaf.jaren, regel.vanaf.maanden))
    return Taakvoorstel(
        sleutel=f"{regel.code}.{g.casus}.{g.persoon}",
        tekst=tekst,
        uitleg=uitleg,
        uiterlijk=max(maand, g.geopend_op) + regel.dagen("binnen_dagen"),
        dossier_id=g.dossier,
        groep_id=None,
        gebruiker_id=regisseur,
        onderwerp_soort=CASUS,
        onderwerp_id=g.casus,
    )


def leeftijdtekst(leeftijd: Leeftijd) -> str:
    """Return "16 jaar en 6 maanden"."""
    jaren = _("%(n)s jaar") % {"n": leeftijd.jaren}
    if not leeftijd.maanden:
        return jaren
    maanden = ngettext("%(n)s maand", "%(n)s maanden", leeftijd.maanden) % {"n": leeftijd.maanden}
    return _("%(jaren)s en %(maanden)s") % {"jaren": jaren, "maanden": maanden}


def herleid_leeftijd(sleutel: str) -> list[tuple[str, date]]:
    """Return on which day somebody reaches the age of a task; for who may read that person's dossier."""
    code, _casus, persoon = sleutel.split(".")
    regel, geboren = taakregel(code), geboortedata([int(persoon)])
    if regel.vanaf is None or int(persoon) not in geboren:
        return []
    dag = bereikt(geboren[int(persoon)], regel.vanaf.jaren, regel.vanaf.maanden)
    return [(_("Wordt %(leeftijd)s") % {"leeftijd": leeftijdtekst(regel.vanaf)}, dag)]
