"""Let a version of the plan hold, or throw a concept away."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, haal_plannen
from samendoen.casus.actions.concept import plan_teken
from samendoen.casus.actions.controle import weiger_eerste
from samendoen.casus.events import (
    BasishulpAfgesproken,
    LichterOntbrak,
    PlanVastgesteld,
    PlanVervangen,
    PlanWeggegooid,
)
from samendoen.casus.models import PLANSTATUSSEN, Actie, Doel, Plan
from samendoen.casus.rules import BASISHULP, PLAN_OVERGANGEN, Planstatus
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast, werk_bij


def naar(plan: Plan, overgang: str) -> Planstatus:
    """Return the status after this step; Domeinfout when it cannot be taken any more."""
    volgende = PLAN_OVERGANGEN[Planstatus(plan.status)].get(overgang)
    if volgende is None:
        raise Domeinfout(
            "plan_status",
            _("Versie %(nr)s van het plan is: %(status)s. Dit kan nu niet meer.")
            % {"nr": plan.versie, "status": str(PLANSTATUSSEN[Planstatus(plan.status)]).lower()},
            _("Ververs de pagina om te zien hoe het plan er nu voor staat."),
        )
    return volgende


@actie("casus", Permissie.CASUS_WERKEN)
def stel_plannen_vast(
    door: Actor, vaststellingen: Sequence[tuple[int, date]], gezien: Mapping[int, str] | None = None
) -> None:
    """Let (version, first day) hold; the version before it stays readable as replaced.

    Who agrees may be recorded before or after: the law does not ask that everybody agrees with a plan, and
    the plan says where not. `gezien` is version -> the sign (`concept.plan_teken`) of what one read: words
    that came after hold for nobody unread. Raises NietGevonden or Geweigerd without the right, Domeinfout for
    what is no concept, a plan that changed since it was read, one without a goal or without a day to look
    back, or an impossible day. All or nothing.
    """
    op = dict(vaststellingen)
    plannen = haal_plannen(door, op)
    eis_open(plan.casus for plan in plannen.values())
    dossiers = _dossiers(plannen)
    for nummer, teken in (gezien or {}).items():
        _eis_gelezen(door, plannen[nummer], teken)
    for plan in plannen.values():
        plan.status = naar(plan, "stel_vast")
        _controleer(plan, op[plan.pk], plan.pk in dossiers)
        plan.vastgesteld_op = op[plan.pk]
    vorige = _vervang(plannen)
    werk_bij(plannen.values(), ["status", "vastgesteld_op"])
    leg_vast(
        door,
        *(_vervangen(oud, plannen[nieuw], op[nieuw]) for nieuw, oud in vorige.items()),
        *(_vastgesteld(plan, op[plan.pk], dossiers[plan.pk]) for plan in plannen.values()),
        *(_basishulp(plannen[pk], op[pk], acties) for pk, acties in _eigen_hulp(plannen).items()),
        *(_ontbrak(plannen[pk], op[pk], acties) for pk, acties in _met_gemis(plannen).items()),
    )


def _eis_gelezen(door: Actor, plan: Plan, gezien: str) -> None:
    if plan.status == Planstatus.CONCEPT and plan_teken(door, plan) != gezien:
        raise Domeinfout(
            "plan_anders_dan_gelezen",
            _("Het concept is gewijzigd nadat u het las. Er is nog niets vastgesteld."),
            _("Lees hieronder wat er nu staat. Stel het daarna vast."),
        )


def _dossiers(plannen: Iterable[int]) -> dict[int, list[int]]:
    """Return version -> the dossiers of whose goals are in it; a version without a goal is left out."""
    per: dict[int, list[int]] = {}
    for plan, dossier in Doel.objects.filter(plan__in=plannen).values_list("plan_id", "dossier_id"):
        per.setdefault(plan, []).append(dossier)
    return per


def _controleer(plan: Plan, op: date, met_doel: bool) -> None:
    fouten = (
        ("doelen", not met_doel, _("Dit plan heeft nog geen doel."), _("Voeg eerst een doel toe.")),
        (
            "evaluatie_op",
            plan.evaluatie_op is None,
            _("Er is nog geen dag om samen terug te kijken."),
            _("Vul in wanneer u samen terugkijkt."),
        ),
        (
            "op",
            not plan.opgesteld_op <= op <= klok.vandaag(),
            _("De dag van vaststellen ligt vóór het opstellen of in de toekomst."),
            _("Kies een dag tussen het opstellen en vandaag."),
        ),
        (
            "evaluatie_op",
            plan.evaluatie_op is not None and plan.evaluatie_op <= op,
            _("De dag om terug te kijken is al voorbij."),
            _("Kies een latere dag om samen terug te kijken."),
        ),
    )
    weiger_eerste("plan", fouten)


def _vervang(plannen: Mapping[int, Plan]) -> dict[int, Plan]:
    """Replace the version that holds in each casus; return it by the version that comes instead."""
    nieuw = {plan.casus_id: pk for pk, plan in plannen.items()}
    geldt = Plan.objects.select_for_update().filter(casus__in=nieuw, status=Planstatus.VASTGESTELD)
    vorige = {nieuw[plan.casus_id]: plan for plan in geldt.order_by("pk")}
    for plan in vorige.values():
        plan.status = naar(plan, "vervang")
    werk_bij(vorige.values(), ["status"])
    return vorige


def _vervangen(oud: Plan, nieuw: Plan, op: date) -> Vastlegging:
    gebeurtenis = PlanVervangen(casus=oud.casus_id, plan_versie=oud.versie, door_versie=nieuw.versie)
    return Vastlegging(gebeurtenis, oud.pk, op, dossier_id=nieuw.casus.dossier_id)


def _vastgesteld(plan: Plan, op: date, dossiers: Sequence[int]) -> Vastlegging:
    gebeurtenis = PlanVastgesteld(casus=plan.casus_id, team=plan.casus.team.code, plan_versie=plan.versie)
    return Vastlegging(gebeurtenis, plan.pk, op, dossier_id=plan.casus.dossier_id, ook=dossiers)


def _eigen_hulp(plannen: Iterable[int]) -> dict[int, list[Actie]]:
    """Return version -> its actions in which the team itself helps; a version without any is left out."""
    return _per_plan(Actie.objects.filter(doel__plan__in=list(plannen), niveau=BASISHULP))


def _met_gemis(plannen: Iterable[int]) -> dict[int, list[Actie]]:
    """Return version -> its actions for which a lighter offer was not available."""
    return _per_plan(Actie.objects.filter(doel__plan__in=list(plannen)).exclude(gemist=""))


def _per_plan(rijen: QuerySet[Actie]) -> dict[int, list[Actie]]:
    per: dict[int, list[Actie]] = {}
    for rij in rijen.select_related("doel").order_by("pk"):
        per.setdefault(rij.doel.plan_id, []).append(rij)
    return per


def _ontbrak(plan: Plan, op: date, acties: Sequence[Actie]) -> Vastlegging:
    gebeurtenis = LichterOntbrak(
        casus=plan.casus_id,
        team=plan.casus.team.code,
        acties=tuple(a.kenmerk for a in acties),
        gemist=tuple(a.gemist for a in acties),
        redenen=tuple(a.gemis_reden for a in acties),
    )
    return Vastlegging(gebeurtenis, plan.pk, op, dossier_id=plan.casus.dossier_id)


def _basishulp(plan: Plan, op: date, acties: Sequence[Actie]) -> Vastlegging:
    gebeurtenis = BasishulpAfgesproken(
        casus=plan.casus_id,
        team=plan.casus.team.code,
        acties=tuple(a.kenmerk for a in acties),
        personen=tuple(a.inwoner_id for a in acties),
        kaders=tuple(a.wet for a in acties),
        begin=tuple(a.van or op for a in acties),
        einde=tuple(a.uiterlijk for a in acties),
    )
    return Vastlegging(gebeurtenis, plan.pk, op, dossier_id=plan.casus.dossier_id)


@actie("casus", Permissie.CASUS_WERKEN)
def gooi_concept_weg(door: Actor, plan_id: int) -> None:
    """Throw a concept away: it stays in the history, without ever having held.

    Raises NietGevonden or Geweigerd without the right, Domeinfout for what is no concept.
    """
    plan = haal_plannen(door, [plan_id])[plan_id]
    eis_open([plan.casus])
    plan.status = naar(plan, "gooi_weg")
    plan.save(update_fields=["status"])
    leg_vast(
        door,
        Vastlegging(
            PlanWeggegooid(casus=plan.casus_id, plan_versie=plan.versie),
            plan_id,
            klok.vandaag(),
            dossier_id=plan.casus.dossier_id,
        ),
    )
