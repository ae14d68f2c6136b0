"""A casus as the API gives it: who is involved by number, and the plan as far as this actor may read it."""

from typing import Any

from samendoen.casus.access import betrokkenen_van, binnen, haal
from samendoen.casus.models import Actie, Casusmelding, Doel, Plan
from samendoen.casus.queries.kernen import laatste_regisseur
from samendoen.casus.rules import Planstatus
from samendoen.kernel.api import Actor, log_inzage, zichtbaar

DOEL = ("pk", "kenmerk", "inwoner_id", "leefgebied", "tekst", "tevreden_als")
ACTIE = ("kenmerk", "niveau", "tekst", "wie", "niet_lichter", "aanbod_id", "van", "uiterlijk", "status")
DOEL_NAMEN = ("kenmerk", "inwoner", "leefgebied", "tekst", "tevreden_als")
ACTIE_NAMEN = ("kenmerk", "niveau", "tekst", "wie", "niet_lichter", "aanbod", "van", "uiterlijk", "status")


def casus(door: Actor, nummer: int) -> dict[str, Any]:
    """Return one casus; NietGevonden outside the scope. One row in the read log.

    Of the people involved, their questions and the goals: what is about those whom this actor may read.
    """
    rij = haal(door, nummer)
    wie = betrokkenen_van(door, [nummer])[nummer].values()
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
    """Return the version that holds, else the one that is being written, else None."""
    geldig = Plan.objects.filter(casus=nummer, status__in=[Planstatus.VASTGESTELD, Planstatus.CONCEPT])
    # "vastgesteld" sorts after "concept": the one that holds comes first.
    plan = geldig.order_by("-status").first()
    if plan is None:
        return None
    doelen = binnen(Doel.objects.filter(plan=plan), door).order_by("volgorde", "pk").values_list(*DOEL)
    acties = _acties([pk for pk, *_rest in doelen])
    return {
        "versie": plan.versie,
        "status": plan.status,
        "opgesteld_op": plan.opgesteld_op,
        "vastgesteld_op": plan.vastgesteld_op,
        "evaluatie_op": plan.evaluatie_op,
        "doelen": [
            {**dict(zip(DOEL_NAMEN, doel, strict=True)), "acties": acties.get(pk, [])} for pk, *doel in doelen
        ],
    }


def _acties(doelen: list[int]) -> dict[int, list[dict[str, Any]]]:
    per: dict[int, list[dict[str, Any]]] = {}
    rijen = Actie.objects.filter(doel__in=doelen).order_by("volgorde", "pk")
    for doel, *actie in rijen.values_list("doel_id", *ACTIE):
        per.setdefault(doel, []).append(dict(zip(ACTIE_NAMEN, actie, strict=True)))
    return per
