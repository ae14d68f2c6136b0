"""Look back on a plan that holds, and take back an evaluation that was recorded by mistake."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import betrokkenen_van, eis_open, haal_plannen, niet_gevonden
from samendoen.casus.actions.evaluatieinvoer import Doelen, Evaluatieinvoer, Samenhang, controleer
from samendoen.casus.events import CASUS, PLAN, EvaluatieIngetrokken, EvaluatieVastgelegd
from samendoen.casus.models import Doel, Doeluitslag, Evaluatie, Plan, Uitkomst
from samendoen.casus.queries.taken import VAN_EVALUATIE
from samendoen.casus.rules import Planstatus, vouw_plan
from samendoen.inwoners.api import kernen
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    lees,
    leg_vast,
    schrijf,
    van_onderwerp,
    werk_bij,
)
from samendoen.werk.api import laat_taken_vervallen


@actie("casus", Permissie.CASUS_WERKEN)
def leg_evaluaties_vast(door: Actor, evaluaties: Sequence[Evaluatieinvoer]) -> list[int]:
    """Record that people looked back on plans that hold, and plan when they do so again; return the ids.

    Every goal is looked at that this actor may write about, with what the resident says of it. The task to
    look back is off the desk at once; a `kenmerk` that is known changes nothing. Raises NietGevonden or
    Geweigerd without the right, Domeinfout with the field for a plan that does not hold, a goal left out,
    missing words, an impossible day, or what a colleague recorded in the meantime. All or nothing.
    """
    plannen = haal_plannen(door, [e.plan for e in evaluaties])
    bekend = dict(
        Evaluatie.objects.filter(kenmerk__in=[e.kenmerk for e in evaluaties]).values_list("kenmerk", "pk")
    )
    nieuw = {e.kenmerk: e for e in evaluaties if e.kenmerk not in bekend}
    if nieuw:
        bekend |= _leg_vast(door, list(nieuw.values()), plannen)
    return [bekend[e.kenmerk] for e in evaluaties]


def _leg_vast(door: Actor, nieuw: Sequence[Evaluatieinvoer], plannen: Mapping[int, Plan]) -> dict[UUID, int]:
    eis_open(plan.casus for plan in plannen.values())
    casussen = {plan.casus_id for plan in plannen.values()}
    wie = betrokkenen_van(door, casussen, schrijven=True)
    mensen = kernen(SYSTEEM, {u.persoon for e in nieuw for u in e.uitkomsten})
    doelen = _doelen(plannen)
    for e in nieuw:
        plan = plannen[e.plan]
        samen = Samenhang(plan, doelen.get(e.plan, {}), wie.get(plan.casus_id, {}), mensen)
        controleer(e, samen)
        plan.evaluatie_op = e.volgende_op
    rijen = schrijf(
        Evaluatie(kenmerk=e.kenmerk, plan_id=e.plan, op=e.op, volgende_op=e.volgende_op) for e in nieuw
    )
    nummer = {rij.kenmerk: rij.pk for rij in rijen}
    schrijf(rij for e in nieuw for rij in _doelrijen(nummer[e.kenmerk], e, doelen[e.plan]))
    schrijf(
        Uitkomst(
            evaluatie_id=nummer[e.kenmerk],
            inwoner_id=u.persoon,
            wet=wie[plannen[e.plan].casus_id][u.persoon].wet,
            dossier_id=wie[plannen[e.plan].casus_id][u.persoon].dossier_id,
            einde=str(u.einde),
            cijfer=u.cijfer,
            zonder_hulp=str(u.zonder_hulp),
            minder_problemen=str(u.minder_problemen),
        )
        for e in nieuw
        for u in e.uitkomsten
    )
    werk_bij(plannen.values(), ["evaluatie_op"])
    leg_vast(door, *(_vastgelegd(e, plannen[e.plan], doelen[e.plan]) for e in nieuw))
    _van_het_bureau(door, casussen)
    return nummer


def _doelen(plannen: Mapping[int, Plan]) -> dict[int, Doelen]:
    per: dict[int, dict[UUID, Doel]] = {}
    for doel in Doel.objects.filter(plan__in=plannen).order_by("volgorde", "pk"):
        per.setdefault(doel.plan_id, {})[doel.kenmerk] = doel
    return dict(per)


def _doelrijen(evaluatie: int, e: Evaluatieinvoer, doelen: Doelen) -> list[Doeluitslag]:
    return [
        Doeluitslag(
            evaluatie_id=evaluatie,
            doel=doelen[d.doel],
            inwoner_id=doelen[d.doel].inwoner_id,
            wet=doelen[d.doel].wet,
            dossier_id=doelen[d.doel].dossier_id,
            bereikt=str(d.bereikt),
            woorden=d.woorden.strip(),
            vervolg=str(d.vervolg),
            reden=d.reden.strip(),
        )
        for d in e.doelen
    ]


def _vastgelegd(e: Evaluatieinvoer, plan: Plan, doelen: Doelen) -> Vastlegging:
    gebeurtenis = EvaluatieVastgelegd(
        evaluatie=e.kenmerk,
        casus=plan.casus_id,
        team=plan.casus.team.code,
        plan_versie=plan.versie,
        volgende_op=e.volgende_op,
        doelen=tuple(d.doel for d in e.doelen),
        leefgebieden=tuple(doelen[d.doel].leefgebied for d in e.doelen),
        bereikt=tuple(str(d.bereikt) for d in e.doelen),
        vervolg=tuple(str(d.vervolg) for d in e.doelen),
        personen=tuple(u.persoon for u in e.uitkomsten),
        eindes=tuple(str(u.einde) for u in e.uitkomsten),
        cijfers=tuple(u.cijfer for u in e.uitkomsten),
        zonder_hulp=tuple(str(u.zonder_hulp) or None for u in e.uitkomsten),
        minder_problemen=tuple(str(u.minder_problemen) or None for u in e.uitkomsten),
    )
    ook = [doelen[d.doel].dossier_id for d in e.doelen]
    return Vastlegging(gebeurtenis, plan.pk, e.op, dossier_id=plan.casus.dossier_id, ook=ook)


def _van_het_bureau(door: Actor, casussen: set[int]) -> None:
    """What was asked before this evaluation is not asked any more; its own tasks come by their rule."""
    for regel in VAN_EVALUATIE:
        laat_taken_vervallen(door, regel, CASUS, casussen)


@actie("casus", Permissie.CASUS_WERKEN)
def trek_evaluatie_in(door: Actor, evaluatie_id: int) -> None:
    """Take back the last evaluation of a plan that holds: it was a mistake. The day to look back is again the
    one that was planned before.

    Raises NietGevonden or Geweigerd without the right, Domeinfout when it is not the last one, was taken
    back already, or when its plan holds no longer.
    """
    plan_id = Evaluatie.objects.filter(pk=evaluatie_id).values_list("plan_id", flat=True).first()
    if plan_id is None:
        raise niet_gevonden()
    plan = haal_plannen(door, [plan_id])[plan_id]
    eis_open([plan.casus])
    laatste = Evaluatie.objects.filter(plan=plan, ingetrokken_op=None).order_by("-pk").first()
    if laatste is None or laatste.pk != evaluatie_id or plan.status != Planstatus.VASTGESTELD:
        raise Domeinfout(
            "evaluatie_niet_laatste",
            _("Alleen de laatste evaluatie van een plan dat geldt, kunt u intrekken."),
            _("Ververs de pagina om te zien hoe het plan er nu voor staat."),
        )
    regels = van_onderwerp(PLAN, [plan_id])[plan_id]
    gebeurtenis = next(g for g in regels if g.gegevens.get("evaluatie") == str(laatste.kenmerk))
    eerder = vouw_plan((g.voorgevallen_op, lees(g)) for g in regels if g.pk != gebeurtenis.pk)
    assert eerder is not None
    plan.evaluatie_op, laatste.ingetrokken_op = eerder.evaluatie_op, klok.vandaag()
    plan.save(update_fields=["evaluatie_op"])
    laatste.save(update_fields=["ingetrokken_op"])
    leg_vast(
        door,
        Vastlegging(
            EvaluatieIngetrokken(evaluatie=laatste.kenmerk),
            plan_id,
            klok.vandaag(),
            dossier_id=plan.casus.dossier_id,
            herroept_id=gebeurtenis.pk,
        ),
    )
    _van_het_bureau(door, {plan.casus_id})
