"""Write one goal or one action of a concept, as one types: two writers never overwrite each other.

Every field is compared with what its writer had read. A change elsewhere in the plan is none of its business:
both stay. Only where two changed the same field nothing is written, and the screen shows both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from samendoen.casus.access import betrokkenen_van, eis_open, haal_op_slot
from samendoen.casus.actions.concept import staand_plan, zet_actie, zet_doel, zoek_doel
from samendoen.casus.actions.onderzoekinvoer import Gelezen, netjes, velden
from samendoen.casus.actions.plan import controleer_plannen, schrijf_plannen
from samendoen.casus.actions.planinvoer import Actieinvoer, Doelinvoer, Planinvoer
from samendoen.casus.models import Actie, Akkoord, Casus, Doel, Plan
from samendoen.casus.rules import Planstatus, Samenvoeging, voeg_samen
from samendoen.kernel.api import Actor, Domeinfout, Permissie, actie, klok, werk_bij

DOELTEKSTEN = ("tekst", "tevreden_als")
DOELVELDEN = ("persoon", "leefgebied", *DOELTEKSTEN)
ACTIETEKSTEN = ("tekst", "wie", "niet_lichter")
ACTIEVELDEN = (
    "aanbod",
    "niveau",
    "tekst",
    "wie",
    "van",
    "uiterlijk",
    "niet_lichter",
    "gemist",
    "gemis_reden",
)
STEMPEL = ["bijgewerkt_door", "bijgewerkt_op"]
Invoer = TypeVar("Invoer", Doelinvoer, Actieinvoer)


@dataclass(frozen=True, slots=True)
class Doelschrift:
    """A goal as somebody has it on screen; its actions are not written. `gelezen` are the signs of what that
    somebody read, `versie` is the number of the concept it was read in (None: there was none yet)."""

    casus: int
    doel: Doelinvoer
    gelezen: Gelezen = field(default_factory=dict)
    versie: int | None = None


@dataclass(frozen=True, slots=True)
class Actieschrift:
    """An action of a goal as somebody has it on screen; as Doelschrift."""

    casus: int
    doel: UUID
    actie: Actieinvoer
    gelezen: Gelezen = field(default_factory=dict)
    versie: int | None = None


@actie("casus", Permissie.CASUS_WERKEN)
def schrijf_doel(door: Actor, schrift: Doelschrift) -> Samenvoeging:
    """Write what this writer changed in a goal, or add it; return which fields became another.

    What a colleague changed in other fields stays. Where both changed the same field nothing is written: a
    Domeinfout ("plan_botst") names it. Raises what schrijf_plannen raises, and Domeinfout when a colleague
    took the goal away, or let the version hold or threw it away since. Sent again, nothing changes.
    """
    casus, plan = _begin(door, schrift)
    eerder = next((d for d in plan.doelen if d.kenmerk == schrift.doel.kenmerk), None)
    samen = _vergelijk(eerder, schrift.doel, DOELVELDEN, schrift.gelezen)
    if eerder is None or samen.anders:
        nieuw = _samengevoegd(eerder, schrift.doel, samen)
        rijen = Q(kenmerk=nieuw.kenmerk)
        rij = Doel.objects.filter(rijen, plan__casus=casus, plan__status=Planstatus.CONCEPT).first()
        if eerder is not None and rij is not None and _stil(door, rij, samen, DOELTEKSTEN):
            _bewaar_tekst(door, casus, zet_doel(nieuw)(plan), rij, nieuw, samen)
        else:
            [nummer] = schrijf_plannen(door, [zet_doel(nieuw)(plan)])
            _stempel(door, Doel.objects.get(rijen, plan=nummer))
    return samen


@actie("casus", Permissie.CASUS_WERKEN)
def schrijf_actie(door: Actor, schrift: Actieschrift) -> Samenvoeging:
    """Write what this writer changed in an action of a goal, or add it; as schrijf_doel does and refuses."""
    casus, plan = _begin(door, schrift)
    doel = zoek_doel(plan, schrift.doel)
    eerder = next((a for a in doel.acties if a.kenmerk == schrift.actie.kenmerk), None)
    samen = _vergelijk(eerder, schrift.actie, ACTIEVELDEN, schrift.gelezen)
    if eerder is None or samen.anders:
        nieuw = _samengevoegd(eerder, schrift.actie, samen)
        rijen = Q(kenmerk=nieuw.kenmerk, doel__kenmerk=schrift.doel)
        rij = Actie.objects.filter(
            rijen, doel__plan__casus=casus, doel__plan__status=Planstatus.CONCEPT
        ).first()
        heel = zet_actie(schrift.doel, nieuw)(plan)
        if eerder is not None and rij is not None and _stil(door, rij, samen, ACTIETEKSTEN):
            _bewaar_tekst(door, casus, heel, rij, nieuw, samen)
        else:
            [nummer] = schrijf_plannen(door, [heel])
            _stempel(door, Actie.objects.get(rijen, doel__plan=nummer))
    return samen


def _begin(door: Actor, schrift: Doelschrift | Actieschrift) -> tuple[Casus, Planinvoer]:
    """Lock the casus and return what this writer may write of its plan; refuse when what was read is no
    concept any more: words never begin a next version by themselves."""
    casus = haal_op_slot(door, [schrift.casus])[schrift.casus]
    eis_open([casus])
    nu = Plan.objects.filter(casus=casus, status=Planstatus.CONCEPT).values_list("versie", flat=True).first()
    if schrift.versie is not None and schrift.versie != nu:
        raise Domeinfout(
            "plan_niet_meer_in_concept",
            _("Een collega heeft deze versie van het plan intussen vastgesteld of weggegooid."),
            _("Kopieer wat u schreef, ga terug naar het plan en begin een nieuwe versie."),
        )
    return casus, staand_plan(door, schrift.casus)


def _vergelijk(
    eerder: Invoer | None, nu: Invoer, namen: tuple[str, ...], gelezen: Mapping[str, str]
) -> Samenvoeging:
    if eerder is None and gelezen:
        raise Domeinfout(
            "plan_weg",
            _("Een collega heeft dit intussen uit het plan gehaald."),
            _("Kopieer wat u schreef. Hoort het er toch in, voeg het dan opnieuw toe."),
        )
    staand = velden(eerder, namen) if eerder is not None else dict.fromkeys(namen, "")
    samen = voeg_samen(staand, velden(nu, namen), gelezen)
    if samen.botst:
        raise Domeinfout(
            "plan_botst",
            _("Een collega heeft hier intussen ook iets veranderd."),
            _("Kies welke tekst blijft, of bewaar allebei."),
            veld=samen.botst[0],
        )
    return samen


def _samengevoegd(eerder: Invoer | None, nu: Invoer, samen: Samenvoeging) -> Invoer:
    """Return what stands there with what this writer changed."""
    if eerder is None:
        return nu
    anders = {veld: netjes(getattr(nu, veld)) for veld in samen.anders}
    return replace(eerder, **anders)


def _stil(door: Actor, rij: Doel | Actie, samen: Samenvoeging, teksten: tuple[str, ...]) -> bool:
    """Tell whether only words change, by who wrote here last today, with which nobody agreed yet: who types
    makes no event with every pause."""
    op = rij.bijgewerkt_op
    plan = rij.plan_id if isinstance(rij, Doel) else rij.doel.plan_id
    return (
        set(samen.anders) <= set(teksten)
        and op is not None
        and rij.bijgewerkt_door_id == door.id
        and op.astimezone(klok.NEDERLAND).date() == klok.vandaag()
        and not Akkoord.objects.filter(plan=plan).exists()
    )


def _bewaar_tekst(
    door: Actor,
    casus: Casus,
    heel: Planinvoer,
    rij: Doel | Actie,
    nieuw: Doelinvoer | Actieinvoer,
    samen: Samenvoeging,
) -> None:
    mogen = betrokkenen_van(door, [casus.pk], schrijven=True)
    controleer_plannen([heel], {casus.pk: casus}, mogen)
    for veld in samen.anders:
        setattr(rij, veld, getattr(nieuw, veld))
    _stempel(door, rij, samen.anders)


def _stempel(door: Actor, rij: Doel | Actie, ook: tuple[str, ...] = ()) -> None:
    """Say who wrote this row last."""
    rij.bijgewerkt_door_id, rij.bijgewerkt_op = door.id, klok.nu()
    werk_bij([rij], [*ook, *STEMPEL])
