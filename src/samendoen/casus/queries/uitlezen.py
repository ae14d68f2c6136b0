"""A casus as the API gives it: who is involved by number, and the plan as far as this actor may read it."""

from itertools import groupby
from operator import itemgetter
from typing import Any

from samendoen.casus.access import betrokkenen_van, binnen, haal
from samendoen.casus.models import Casus, Casusmelding, Doel, Plan
from samendoen.casus.queries.kernen import laatste_regisseur
from samendoen.casus.rules import Planstatus
from samendoen.kernel.api import Actor, log_inzage, zichtbaar

PLAN = ("versie", "status", "opgesteld_op", "vastgesteld_op", "evaluatie_op")
DOEL = ("kenmerk", "inwoner_id", "leefgebied", "tekst", "tevreden_als")
ACTIE = ("kenmerk", "niveau", "tekst", "wie", "niet_lichter", "aanbod_id", "van", "uiterlijk", "status")
# The second sorts after the first: the version that holds comes first when read backwards.
GELDIG = (Planstatus.CONCEPT, Planstatus.VASTGESTELD)
DOEL_NAMEN = ("kenmerk", "inwoner", "leefgebied", "tekst", "tevreden_als")
ACTIE_NAMEN = ("kenmerk", "niveau", "tekst", "wie", "niet_lichter", "aanbod", "van", "uiterlijk", "status")


def casus(door: Actor, nummer: int) -> dict[str, Any]:
    """Return one casus; NietGevonden outside the scope. One row in the read log.

    Of the people involved, their questions and the goals: what is about those whom this actor may read.
    """
    wie = betrokkenen_van(door, [nummer])[nummer].values()
    # Who may read somebody involved may open the casus: that was asked just now.
    rij = Casus.objects.select_related("team").get(pk=nummer) if wie else haal(door, nummer)
    log_inzage(door, "api casus", (w.dossier_id for w in wie))
    return {
        "nummer": rij.pk,
        "kenmerk": rij.kenmerk,
        "status": rij.status,
        "geopend_op": rij.geopend_op,
        "gesloten_op": rij.gesloten_op,
        "reden_sluiten": rij.reden_sluiten,
        "huishouden": rij.huishouden_id,
        "kader": rij.wet,
        "team": rij.team.code,
        "regisseur": laatste_regisseur(nummer),
        "betrokkenen": [{"inwoner": w.persoon_id, "kader": w.wet} for w in wie],
        "meldingen": _meldingen(door, nummer),
        "plan": _plan(door, nummer),
    }


def _meldingen(door: Actor, nummer: int) -> list[int]:
    rijen = zichtbaar(Casusmelding.objects.filter(casus=nummer), door, pad="melding__dossier")
    return list(rijen.order_by("melding_id").values_list("melding_id", flat=True))


def _plan(door: Actor, nummer: int) -> dict[str, Any] | None:
    """Return the version that holds, else the one that is being written, else None.

    One query: a row per goal and action. Only of a plan without a goal that may be read it takes another.
    """
    doelen = binnen(Doel.objects.filter(plan__casus=nummer, plan__status__in=GELDIG), door)
    rijen = list(
        doelen.order_by("-plan__status", "volgorde", "pk", "acties__volgorde", "acties__pk").values_list(
            *(f"plan__{veld}" for veld in PLAN), "pk", *DOEL, "acties__pk", *(f"acties__{v}" for v in ACTIE)
        )
    )
    if not rijen:
        geldig = Plan.objects.filter(casus=nummer, status__in=GELDIG).order_by("-status")
        kaal = geldig.values(*PLAN).first()
        return {**kaal, "doelen": []} if kaal else None
    plan = rijen[0][: len(PLAN)]
    per_doel = groupby((rij[len(PLAN) :] for rij in rijen if rij[: len(PLAN)] == plan), key=itemgetter(0))
    return {
        **dict(zip(PLAN, plan, strict=True)),
        "doelen": [_doel(list(groep)) for _pk, groep in per_doel],
    }


def _doel(rijen: list[tuple[Any, ...]]) -> dict[str, Any]:
    """Return one goal from its rows; without actions it has a single one, with nothing in it."""
    na_doel = 1 + len(DOEL)
    acties = [
        dict(zip(ACTIE_NAMEN, rij[na_doel + 1 :], strict=True)) for rij in rijen if rij[na_doel] is not None
    ]
    return {**dict(zip(DOEL_NAMEN, rijen[0][1:na_doel], strict=True)), "acties": acties}
