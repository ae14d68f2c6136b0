"""What the rules of casus ask of people: look back on a plan, and see ages coming for who gets help.

When, and in which words, stands in the municipality's definitions (definities/taakregels).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samendoen.casus.events import CASUS
from samendoen.casus.models import Actie, Evaluatie, Plan, Regie
from samendoen.casus.queries.leeftijd import (
    Eigenaar,
    Geholpen,
    aan_de_beurt,
    leeftijdregels,
    leeftijdtaak,
)
from samendoen.casus.rules import Actiestatus, Planstatus, Status, Taakrol
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.schil.api import datum_lang
from samendoen.werk.api import Regel, taakregel

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


def leeftijden(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for the director for everybody with ongoing help who reaches an age of the definitions
    this month, or passed it since, until the month of its end."""
    geholpen = _geholpen({niveau for regel in leeftijdregels() for niveau in regel.niveaus})
    beurt = aan_de_beurt(geholpen, dag)
    regie = regisseurs({g.nummer for _regel, g, _geboren in beurt})
    for regel, g, geboren in beurt:
        eigenaar = Eigenaar(CASUS, g.nummer, gebruiker=regie.get(g.nummer))
        yield leeftijdtaak(regel, g, geboren, f"{g.nummer}.{g.persoon}", eigenaar)


def met_hulp_in_casus() -> set[int]:
    """Return everybody about whom an age asks the director of an open casus: nobody else is asked too."""
    return {g.persoon for g in _geholpen({n for regel in leeftijdregels() for n in regel.niveaus})}


def _geholpen(niveaus: set[str]) -> list[Geholpen]:
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
    return [Geholpen(*sleutel, frozenset(gevonden)) for sleutel, gevonden in per.items()]
