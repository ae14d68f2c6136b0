"""What was agreed in the plan is done, or stops."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from samendoen.casus.access import binnen, eis_open, haal_plannen, niet_gevonden, weiger
from samendoen.casus.events import PLAN, ActieAfgerond, ActieHeropend
from samendoen.casus.models import ACTIESTATUSSEN, Actie, Doel, Plan
from samendoen.casus.rules import ACTIE_OVERGANGEN, Actiestatus, Planstatus
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Niveau,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    van_onderwerp,
    werk_bij,
)

OVERGANG = {Actiestatus.GEDAAN.value: "rond_af", Actiestatus.GESTOPT.value: "stop"}


@actie("casus", Permissie.CASUS_WERKEN)
def rond_acties_af(door: Actor, afrondingen: Sequence[tuple[int, str, date]]) -> None:
    """Say of (action, "gedaan" or "gestopt", day) of a plan that holds how it ended.

    Raises NietGevonden or Geweigerd without the right on the casus or on the dossier of the person it is
    about, Domeinfout for a plan that does not hold, an action that ended already, or an impossible day.
    """
    acties = _haal(door, [pk for pk, _hoe, _op in afrondingen])
    for pk, hoe, op in afrondingen:
        rij = acties[pk]
        if hoe not in OVERGANG:
            raise Domeinfout(
                "actie_status", _("Deze keuze bestaat niet."), _("Kies gedaan of gestopt."), veld="status"
            )
        rij.status = _naar(rij, OVERGANG[hoe])
        _controleer_dag(rij, op)
        rij.afgerond_op = op
    werk_bij(acties.values(), ["status", "afgerond_op"])
    leg_vast(
        door,
        *(
            Vastlegging(
                ActieAfgerond(actie=acties[pk].kenmerk, status=hoe),
                acties[pk].doel.plan_id,
                op,
                dossier_id=acties[pk].doel.dossier_id,
            )
            for pk, hoe, op in afrondingen
        ),
    )


@actie("casus", Permissie.CASUS_WERKEN)
def heropen_actie(door: Actor, actie_id: int) -> None:
    """Take back that an action ended: it goes on as if nothing was said. Refuses as rond_acties_af does."""
    rij = _haal(door, [actie_id])[actie_id]
    rij.status, rij.afgerond_op = _naar(rij, "heropen"), None
    rij.save(update_fields=["status", "afgerond_op"])
    plan = rij.doel.plan_id
    einde = [
        g
        for g in van_onderwerp(PLAN, [plan])[plan]
        if g.soort == ActieAfgerond.soort and g.gegevens["actie"] == str(rij.kenmerk)
    ][-1]
    leg_vast(
        door,
        Vastlegging(
            ActieHeropend(actie=rij.kenmerk),
            plan,
            klok.vandaag(),
            dossier_id=rij.doel.dossier_id,
            herroept_id=einde.pk,
        ),
    )


def _haal(door: Actor, ids: Sequence[int]) -> dict[int, Actie]:
    """Return these actions locked, with goal, plan and casus; authorised on the casus and the person."""
    doelen = Doel.objects.filter(acties__in=ids)
    plannen: dict[int, Plan] = haal_plannen(door, set(doelen.values_list("plan_id", flat=True)))
    eis_open(plan.casus for plan in plannen.values())
    rijen = Actie.objects.select_for_update(of=("self",)).select_related("doel").filter(pk__in=ids)
    gevonden = {rij.pk: rij for rij in rijen.order_by("pk")}
    if set(ids) - gevonden.keys():
        raise niet_gevonden()
    mag = binnen(doelen, door, niveau=Niveau.SCHRIJFBAAR).values_list("pk", flat=True)
    if {rij.doel_id for rij in gevonden.values()} - set(mag):
        raise weiger(binnen(doelen, door), {rij.doel_id for rij in gevonden.values()})
    for rij in gevonden.values():
        if plannen[rij.doel.plan_id].status != Planstatus.VASTGESTELD:
            raise Domeinfout(
                "actie_plan",
                _("Deze actie hoort bij een plan dat nu niet geldt."),
                _("Stel het plan eerst vast, of open de versie die geldt."),
            )
        rij.doel.plan = plannen[rij.doel.plan_id]
    return gevonden


def _naar(rij: Actie, overgang: str) -> Actiestatus:
    volgende = ACTIE_OVERGANGEN[Actiestatus(rij.status)].get(overgang)
    if volgende is None:
        raise Domeinfout(
            "actie_status",
            _("Deze actie is: %(status)s. Dit kan nu niet meer.")
            % {"status": str(ACTIESTATUSSEN[Actiestatus(rij.status)]).lower()},
            _("Ververs de pagina om te zien hoe het plan er nu voor staat."),
        )
    return volgende


def _controleer_dag(rij: Actie, op: date) -> None:
    begin = rij.doel.plan.vastgesteld_op
    if op > klok.vandaag() or (begin is not None and op < begin):
        raise Domeinfout(
            "actie_op",
            _("Deze dag ligt vóór het vaststellen van het plan of in de toekomst."),
            _("Kies een dag tussen het vaststellen en vandaag."),
            veld="op",
        )
