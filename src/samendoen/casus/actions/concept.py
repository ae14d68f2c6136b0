"""Change one thing in a concept, as a small form does: read and written in one piece."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import betrokkenen_van, binnen, haal_op_slot
from samendoen.casus.actions.plan import schrijf_plannen
from samendoen.casus.actions.planinvoer import Actieinvoer, Doelinvoer, Planinvoer, als_invoer
from samendoen.casus.models import Doel, Plan
from samendoen.casus.rules import Planstatus, merk
from samendoen.kernel.api import Actor, Domeinfout, Permissie, actie, klok
from samendoen.schil.api import datum_lang

Wijziging = Callable[[Planinvoer], Planinvoer]
"""A pure change of what stands in a concept."""


@actie("casus", Permissie.CASUS_WERKEN)
def wijzig_concept(door: Actor, casus_id: int, wijziging: Wijziging) -> int:
    """Change one thing in the concept; return the version. Without a concept the next version begins as a
    copy of the plan that holds, with the actions that still go on.

    Two writers at once wait for each other, so neither undoes the other. Raises what schrijf_plannen
    raises, and Domeinfout for a goal or action that a colleague took away.
    """
    haal_op_slot(door, [casus_id])
    [plan] = schrijf_plannen(door, [wijziging(staand_plan(door, casus_id))])
    return plan


def staand_plan(door: Actor, casus_id: int) -> Planinvoer:
    """Return what this actor may write of the concept, or of the plan that holds."""
    staand = Plan.objects.filter(
        casus=casus_id, status__in=[Planstatus.CONCEPT, Planstatus.VASTGESTELD]
    ).order_by("-versie")
    plan = staand.first()
    if plan is None:
        return Planinvoer(casus_id, (), None)
    mogen = betrokkenen_van(door, [casus_id], schrijven=True)[casus_id]
    rijen = Doel.objects.filter(plan=plan, inwoner__in=mogen).order_by("volgorde", "pk")
    doelen = tuple(als_invoer(d, d.acties.all()) for d in rijen.prefetch_related("acties"))
    later = plan.evaluatie_op if plan.evaluatie_op and plan.evaluatie_op > klok.vandaag() else None
    return Planinvoer(casus_id, doelen, later)


def ongewijzigd(plan: Planinvoer) -> Planinvoer:
    """Begin a next version as it is."""
    return plan


def zet_evaluatie(op: date | None, gezien: date | None) -> Wijziging:
    """Set the day to look back together; Domeinfout when a colleague set another than one saw."""

    def wijzig(plan: Planinvoer) -> Planinvoer:
        nu = plan.evaluatie_op
        if nu is not None and nu not in (op, gezien):
            raise Domeinfout(
                "plan_evaluatie_anders",
                _("Een collega koos intussen een andere dag: %(dag)s.") % {"dag": datum_lang(nu)},
                _("Wilt u toch uw dag? Sla dan nog een keer op."),
                veld="evaluatie_op",
            )
        return replace(plan, evaluatie_op=op)

    return wijzig


def zet_doel(doel: Doelinvoer) -> Wijziging:
    """Add a goal, or write it over; its actions stay."""

    def wijzig(plan: Planinvoer) -> Planinvoer:
        eerder = {d.kenmerk: d for d in plan.doelen}
        acties = eerder[doel.kenmerk].acties if doel.kenmerk in eerder else doel.acties
        eerder[doel.kenmerk] = replace(doel, acties=acties)
        return replace(plan, doelen=tuple(eerder.values()))

    return wijzig


def haal_doel_weg(kenmerk: UUID, gezien: str = "") -> Wijziging:
    """Take a goal away, with its actions. `gezien` is the sign (`teken`) of what one saw: a Domeinfout says
    so when a colleague wrote there since."""

    def wijzig(plan: Planinvoer) -> Planinvoer:
        _eis_gezien([d for d in plan.doelen if d.kenmerk == kenmerk], gezien)
        return replace(plan, doelen=tuple(d for d in plan.doelen if d.kenmerk != kenmerk))

    return wijzig


def zet_actie(doel: UUID, actie: Actieinvoer) -> Wijziging:
    """Add an action to a goal, or write it over."""

    def wijzig(plan: Planinvoer) -> Planinvoer:
        bedoeld = zoek_doel(plan, doel)
        return replace(plan, doelen=tuple(_met(d, actie) if d is bedoeld else d for d in plan.doelen))

    return wijzig


def haal_actie_weg(kenmerk: UUID, gezien: str = "") -> Wijziging:
    """Take an action away; as haal_doel_weg."""

    def wijzig(plan: Planinvoer) -> Planinvoer:
        _eis_gezien([a for d in plan.doelen for a in d.acties if a.kenmerk == kenmerk], gezien)
        return replace(
            plan,
            doelen=tuple(
                replace(d, acties=tuple(a for a in d.acties if a.kenmerk != kenmerk)) for d in plan.doelen
            ),
        )

    return wijzig


def plan_teken(door: Actor, plan: Plan) -> str:
    """Return the sign of all that this actor may read of a version: the same sign is the same words."""
    rijen = binnen(Doel.objects.filter(plan=plan), door).order_by("volgorde", "pk")
    doelen = [als_invoer(d, d.acties.all()) for d in rijen.prefetch_related("acties")]
    return merk(repr((plan.versie, plan.evaluatie_op, doelen)))


def teken(wat: Doelinvoer | Actieinvoer) -> str:
    """Return the sign of a goal with its actions, or of an action: the same sign is the same content."""
    return merk(repr(wat))


def _eis_gezien(wat: Sequence[Doelinvoer | Actieinvoer], gezien: str) -> None:
    if gezien and any(teken(w) != gezien for w in wat):
        raise Domeinfout(
            "plan_anders_dan_gezien",
            _("Een collega heeft hier intussen iets in gewijzigd."),
            _("Lees het nog een keer. Kies dan opnieuw of u het weghaalt."),
        )


def zoek_doel(plan: Planinvoer, kenmerk: UUID) -> Doelinvoer:
    """Return a goal of the plan; Domeinfout when a colleague took it away."""
    for doel in plan.doelen:
        if doel.kenmerk == kenmerk:
            return doel
    raise Domeinfout(
        "plan_doel_weg",
        _("Dit doel staat niet meer in het plan."),
        _("Misschien haalde een collega het weg. Ga terug naar het plan."),
    )


def _met(doel: Doelinvoer, actie: Actieinvoer) -> Doelinvoer:
    acties = {a.kenmerk: a for a in doel.acties} | {actie.kenmerk: actie}
    return replace(doel, acties=tuple(acties.values()))
