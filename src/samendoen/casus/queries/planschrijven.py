"""What the forms of a goal and an action show of the concept: its number, who wrote last, what colleagues
changed elsewhere in it since the page was asked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from samendoen.casus.access import binnen
from samendoen.casus.actions.concept import plan_teken, teken
from samendoen.casus.actions.planinvoer import als_invoer
from samendoen.casus.models import Actie, Doel, Plan
from samendoen.casus.queries.plan import Planbeeld, planbeeld
from samendoen.casus.queries.schrijven import Blad, concept_van
from samendoen.casus.rules import Planstatus
from samendoen.kernel.api import Actor, NietGevonden
from samendoen.organisatie.api import leefgebieden

_GEZIEN = re.compile(r"([0-9a-f]{12})=([0-9a-f]{8})")
Regel = tuple[str, str, Doel | Actie, str]
"""(short kenmerk, sign of the content, row, life domain)."""


@dataclass(frozen=True, slots=True)
class Conceptstand:
    """The concept as a page saw it: its number (None: there is none yet) and a sign of every part."""

    versie: int | None
    zag: str


@dataclass(frozen=True, slots=True)
class Vaststelblad:
    """The concept as somebody reads it who lets it hold. `gezien` is the sign of these words; `anders` says
    what changed since the page on which one pressed the button."""

    plan: Planbeeld
    gezien: str
    zag: str
    anders: tuple[str, ...] = ()


def vaststelblad(door: Actor, blad: Blad, plan: Plan, zag: str | None = None) -> Vaststelblad:
    """Return the concept of a casus that was authorised, to read before it holds; `zag` is what a page saw of
    it before. The sign is read first: what changes while this runs is asked once more."""
    gezien, stand = plan_teken(door, plan), conceptstand(door, blad.id)
    anders: tuple[str, ...] = ()
    if zag is not None:
        dag, _teken, delen = zag.partition(" ")
        anders = intussen(door, blad.id, delen, None, ook_eigen=True)
        if dag != str(plan.evaluatie_op):
            anders += (_("de dag om samen terug te kijken"),)
    beeld = planbeeld(door, plan, blad.mensen)
    return Vaststelblad(beeld, gezien, f"{plan.evaluatie_op} {stand.zag}", anders)


def conceptstand(door: Actor, casus_id: int) -> Conceptstand:
    """Return what the concept of a casus that was authorised looks like now, for a form to carry along."""
    try:
        versie = concept_van(casus_id).versie
    except NietGevonden:
        return Conceptstand(None, "")
    return Conceptstand(versie, " ".join(f"{kort}={nu}" for kort, nu, *_rest in _regels(door, casus_id)))


def intussen(
    door: Actor, casus_id: int, zag: str, eigen: UUID | None, *, ook_eigen: bool = False
) -> tuple[str, ...]:
    """Return in words what colleagues changed in the concept since a page saw it, apart from the part that
    the page itself writes in (that is compared field by field). `ook_eigen` tells what one changed oneself in
    another window too."""
    toen = dict(_GEZIEN.findall(zag))
    zinnen = []
    for kort, nu, rij, gebied in _regels(door, casus_id):
        eerder = toen.pop(kort, None)
        if eerder != nu and rij.kenmerk != eigen and (ook_eigen or rij.bijgewerkt_door_id != door.id):
            zinnen.append(_zin(rij, gebied, nieuw=eerder is None))
    if eigen is not None:
        toen.pop(_kort(eigen), None)
    if toen:
        zinnen.append(_("uit het plan gehaald: %(n)s") % {"n": len(toen)})
    return tuple(dict.fromkeys(zinnen))


def wie_schreef(rij: Doel | Actie | None) -> tuple[int | None, str]:
    """Return (user, name) of who wrote last in a goal or an action; (None, "") when that is not known."""
    if rij is None or rij.bijgewerkt_door is None:
        return None, ""
    return rij.bijgewerkt_door_id, rij.bijgewerkt_door.naam


def doelrij(door: Actor, casus_id: int, kenmerk: UUID) -> Doel | None:
    """Return the row of a goal in the concept; None when it is not there, or not this reader's."""
    return next((d for d in _doelen(door, casus_id) if d.kenmerk == kenmerk), None)


def actierij(doel: Doel | None, kenmerk: UUID) -> Actie | None:
    """Return the row of an action of a goal; None when it is not there."""
    return next((a for a in doel.acties.all() if a.kenmerk == kenmerk), None) if doel else None


def _doelen(door: Actor, casus_id: int) -> Sequence[Doel]:
    acties = Prefetch("acties", Actie.objects.select_related("bijgewerkt_door"))
    rijen = Doel.objects.filter(plan__casus=casus_id, plan__status=Planstatus.CONCEPT)
    return list(binnen(rijen, door).select_related("bijgewerkt_door").prefetch_related(acties))


def _regels(door: Actor, casus_id: int) -> Iterator[Regel]:
    gebieden = leefgebieden()
    for d in _doelen(door, casus_id):
        gebied = gebieden.get(d.leefgebied, d.leefgebied)
        invoer = als_invoer(d, d.acties.all())
        yield _kort(d.kenmerk), teken(als_invoer(d, ()))[:8], d, gebied
        per = {a.kenmerk: a for a in d.acties.all()}
        for a in invoer.acties:
            yield _kort(a.kenmerk), teken(a)[:8], per[a.kenmerk], gebied


def _kort(kenmerk: UUID) -> str:
    return kenmerk.hex[-12:]


def _zin(rij: Doel | Actie, gebied: str, *, nieuw: bool) -> str:
    _nummer, naam = wie_schreef(rij)
    gegevens = {"wie": naam or "Samendoen", "gebied": gebied}
    if isinstance(rij, Doel):
        zin = _("%(wie)s: nieuw doel bij %(gebied)s") if nieuw else _("%(wie)s: doel bij %(gebied)s")
    else:
        zin = _("%(wie)s: nieuwe actie bij %(gebied)s") if nieuw else _("%(wie)s: actie bij %(gebied)s")
    return zin % gegevens
