"""Write the plan of a household."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, ProtectedError
from django.utils.translation import gettext as _

from samendoen.casus.access import Betrokkenewaarde, betrokkenen_van, eis_open, haal_op_slot
from samendoen.casus.actions.planinvoer import (
    Actieinvoer,
    Doelinvoer,
    Lijsten,
    Planinvoer,
    als_invoer,
    controleer,
    genoemd_aanbod,
)
from samendoen.casus.events import PlanGeschreven
from samendoen.casus.models import Actie, Akkoord, Casus, Doel, Plan
from samendoen.casus.rules import Planstatus
from samendoen.kaart.api import aanbod
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)
from samendoen.organisatie.api import leefgebieden

DOELVELDEN = ["inwoner", "wet", "dossier", "leefgebied", "tekst", "tevreden_als", "volgorde"]
ACTIEVELDEN = [
    "inwoner", "wet", "niveau", "tekst", "wie", "niet_lichter", "aanbod", "van", "uiterlijk", "volgorde",
    "gemist", "gemis_reden",
]  # fmt: skip
Mogen = Mapping[int, Mapping[int, Betrokkenewaarde]]
"""Casus -> person -> who this actor may write about."""


@dataclass(slots=True)
class _Schrift:
    """One version that is about to be written: each goal with whom it is about."""

    plan: Plan
    doelen: list[tuple[Doelinvoer, Betrokkenewaarde]]


@actie("casus", Permissie.CASUS_WERKEN)
def schrijf_plannen(door: Actor, plannen: Sequence[Planinvoer]) -> list[int]:
    """Write the concept of each casus whole; return the ids of the versions in the order asked.

    Without a concept a next version begins. Goals and actions with a `kenmerk` that stands in the concept
    are changed, others made, what is missing goes. Goals of somebody whose dossier this actor may not
    write in are left as they are (in a next version: as they are in the plan that holds). What was agreed
    with the concept counts no longer: it says something else now.
    Raises NietGevonden or Geweigerd without the right on one of the casussen, Domeinfout with the field for
    a closed casus, a goal of nobody involved, a life domain or level that does not exist, maatwerk without
    a reason, or an impossible day.
    """
    casussen = haal_op_slot(door, [p.casus for p in plannen])
    eis_open(casussen.values())
    mogen = betrokkenen_van(door, casussen, schrijven=True)
    controleer_plannen(plannen, casussen, mogen)
    schriften = _bereid_voor(plannen, mogen)
    try:
        with transaction.atomic():
            _schrijf(schriften)
    except ProtectedError as fout:
        raise Domeinfout(
            "plan_in_gebruik",
            _("Een actie die u weghaalt, hoort bij een aanvraag."),
            _("Laat de actie staan, of trek eerst de aanvraag in."),
        ) from fout
    leg_vast(
        door,
        *(_geschreven(s, p, casussen[p.casus]) for s, p in zip(schriften, plannen, strict=True)),
    )
    return [s.plan.pk for s in schriften]


def controleer_plannen(plannen: Sequence[Planinvoer], casussen: Mapping[int, Casus], mogen: Mogen) -> None:
    """Raise Domeinfout with the field for the first thing in these plans that cannot be."""
    if len(casussen) < len(plannen):
        raise Domeinfout("plan_dubbel", _("Eén casus heeft één plan."), _("Schrijf het plan één keer."))
    gebieden, genoemd = leefgebieden().keys(), genoemd_aanbod(plannen)
    bekend = aanbod(genoemd).keys() if genoemd else set()
    for plan in plannen:
        lijsten = Lijsten(mogen.get(plan.casus, {}), gebieden, bekend)
        controleer(plan, lijsten, casussen[plan.casus].geopend_op)


def _bereid_voor(plannen: Sequence[Planinvoer], mogen: Mogen) -> list[_Schrift]:
    """Find the concept of each casus, or begin one, with what this actor leaves alone."""
    ids = [p.casus for p in plannen]
    staand = Plan.objects.select_for_update().filter(
        casus__in=ids, status__in=[Planstatus.CONCEPT, Planstatus.VASTGESTELD]
    )
    # The concept last: it is what a writer goes on with.
    basis = {p.casus_id: p for p in sorted(staand, key=lambda p: p.status == Planstatus.CONCEPT)}
    hoogste = dict(
        Plan.objects.filter(casus__in=ids).values_list("casus_id").annotate(Max("versie")).order_by()
    )
    verborgen = _verborgen(basis, mogen)
    schriften = []
    for invoer in plannen:
        plan = basis.get(invoer.casus)
        if plan is None or plan.status != Planstatus.CONCEPT:
            plan = Plan(
                casus_id=invoer.casus,
                versie=hoogste.get(invoer.casus, 0) + 1,
                opgesteld_op=invoer.op or klok.vandaag(),
            )
        plan.evaluatie_op = invoer.evaluatie_op
        blijft = verborgen.get(invoer.casus, [])
        _weiger_gestolen(invoer, blijft)
        eigen = [(doel, mogen[invoer.casus][doel.persoon]) for doel in invoer.doelen]
        schriften.append(_Schrift(plan, [*eigen, *blijft]))
    return schriften


def _verborgen(
    basis: Mapping[int, Plan], mogen: Mogen
) -> dict[int, list[tuple[Doelinvoer, Betrokkenewaarde]]]:
    """Return casus -> the goals that stand there of persons this actor may not write about."""
    per: dict[int, list[tuple[Doelinvoer, Betrokkenewaarde]]] = {}
    casus_van = {plan.pk: casus for casus, plan in basis.items()}
    rijen = Doel.objects.filter(plan__in=casus_van).order_by("volgorde", "pk").prefetch_related("acties")
    for doel in rijen if casus_van else ():
        casus = casus_van[doel.plan_id]
        if doel.inwoner_id not in mogen.get(casus, {}):
            wie = Betrokkenewaarde(doel.inwoner_id, doel.dossier_id, doel.wet)
            per.setdefault(casus, []).append((als_invoer(doel, doel.acties.all()), wie))
    return per


def _weiger_gestolen(invoer: Planinvoer, blijft: Iterable[tuple[Doelinvoer, Betrokkenewaarde]]) -> None:
    """Refuse a kenmerk that belongs to what this actor may not write."""
    bezet = {k for doel, _wie in blijft for k in (doel.kenmerk, *(a.kenmerk for a in doel.acties))}
    eigen = {k for doel in invoer.doelen for k in (doel.kenmerk, *(a.kenmerk for a in doel.acties))}
    if bezet & eigen:
        raise Domeinfout(
            "plan_kenmerk",
            _("Dit doel kunt u niet wijzigen."),
            _("Ververs de pagina en probeer het opnieuw."),
        )


def _schrijf(schriften: Sequence[_Schrift]) -> None:
    """Write plans, goals and actions; one statement per table."""
    oude = [s.plan for s in schriften if s.plan.pk]
    werk_bij(oude, ["evaluatie_op"])
    schrijf([s.plan for s in schriften if not s.plan.pk])
    if oude:
        _haal_weg(schriften, [plan.pk for plan in oude])
    doelen = schrijf(
        [_doelrij(s.plan, doel, wie, n) for s in schriften for n, (doel, wie) in enumerate(s.doelen)],
        of_werk_bij=(["plan", "kenmerk"], DOELVELDEN),
    )
    bron = [doel for s in schriften for doel, _wie in s.doelen]
    schrijf(
        [
            _actierij(rij, invoer, n)
            for rij, doel in zip(doelen, bron, strict=True)
            for n, invoer in enumerate(doel.acties)
        ],
        of_werk_bij=(["doel", "kenmerk"], ACTIEVELDEN),
    )


def _haal_weg(schriften: Sequence[_Schrift], plan_ids: Sequence[int]) -> None:
    """Delete from these concepts what is no longer in them, and what was agreed with them."""
    doelen = {(s.plan.pk, doel.kenmerk) for s in schriften for doel, _wie in s.doelen}
    acties = {
        (s.plan.pk, doel.kenmerk, a.kenmerk)
        for s in schriften
        for doel, _wie in s.doelen
        for a in doel.acties
    }
    staand = Actie.objects.filter(doel__plan__in=plan_ids)
    weg = [
        pk
        for pk, *plek in staand.values_list("pk", "doel__plan_id", "doel__kenmerk", "kenmerk")
        if tuple(plek) not in acties
    ]
    doelen_weg = [
        pk
        for pk, *plek in Doel.objects.filter(plan__in=plan_ids).values_list("pk", "plan_id", "kenmerk")
        if tuple(plek) not in doelen
    ]
    Akkoord.objects.filter(plan__in=plan_ids).delete()
    if weg:
        Actie.objects.filter(pk__in=weg).delete()
    if doelen_weg:
        Doel.objects.filter(pk__in=doelen_weg).delete()


def _doelrij(plan: Plan, doel: Doelinvoer, wie: Betrokkenewaarde, volgorde: int) -> Doel:
    return Doel(
        plan=plan,
        kenmerk=doel.kenmerk,
        inwoner_id=wie.persoon_id,
        wet=wie.wet,
        dossier_id=wie.dossier_id,
        leefgebied=doel.leefgebied,
        tekst=doel.tekst.strip(),
        tevreden_als=doel.tevreden_als.strip(),
        volgorde=volgorde,
    )


def _actierij(doel: Doel, invoer: Actieinvoer, volgorde: int) -> Actie:
    return Actie(
        doel=doel,
        kenmerk=invoer.kenmerk,
        inwoner_id=doel.inwoner_id,
        wet=doel.wet,
        niveau=str(invoer.niveau),
        tekst=invoer.tekst.strip(),
        wie=invoer.wie.strip(),
        niet_lichter=invoer.niet_lichter.strip(),
        aanbod_id=invoer.aanbod,
        van=invoer.van,
        uiterlijk=invoer.uiterlijk,
        gemist=invoer.gemist,
        gemis_reden=invoer.gemis_reden,
        volgorde=volgorde,
    )


def _geschreven(schrift: _Schrift, invoer: Planinvoer, casus: Casus) -> Vastlegging:
    paren = [(doel, a) for doel, _wie in schrift.doelen for a in doel.acties]
    gebeurtenis = PlanGeschreven(
        casus=casus.pk,
        team=casus.team.code,
        plan_versie=schrift.plan.versie,
        evaluatie_op=invoer.evaluatie_op,
        doelen=tuple(doel.kenmerk for doel, _wie in schrift.doelen),
        doelgebieden=tuple(doel.leefgebied for doel, _wie in schrift.doelen),
        acties=tuple(a.kenmerk for _doel, a in paren),
        niveaus=tuple(str(a.niveau) for _doel, a in paren),
        leefgebieden=tuple(doel.leefgebied for doel, _a in paren),
    )
    op = invoer.op or klok.vandaag()
    ook = [wie.dossier_id for _doel, wie in schrift.doelen]
    return Vastlegging(gebeurtenis, schrift.plan.pk, op, dossier_id=casus.dossier_id, ook=ook)
