"""What people think of the plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.utils.translation import gettext as _

from samendoen.casus.access import Betrokkenewaarde, betrokkenen_van, eis_open, haal_plannen
from samendoen.casus.events import AkkoordVastgelegd
from samendoen.casus.models import BESLISSEN, Akkoord, Plan
from samendoen.casus.rules import Oordeel, Planstatus, Spreker, beslisregel, is_akkoord, sprekers_nodig
from samendoen.inwoners.api import InwonerKern, kernen
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
)

LANGSTE = 2000


@dataclass(frozen=True, slots=True)
class Akkoordinvoer:
    """What somebody says of a version of the plan. `gezegd_door` (codes of Spreker) says who spoke; empty
    is whoever the law asks at this age."""

    plan: int
    persoon: int
    oordeel: str
    op: date
    toelichting: str = ""
    gezegd_door: tuple[str, ...] = ()


@actie("casus", Permissie.CASUS_WERKEN)
def leg_akkoorden_vast(door: Actor, akkoorden: Sequence[Akkoordinvoer]) -> None:
    """Record who agrees with a version, or not and why. Said again, the last one counts.

    Under 12 the parents with custody speak, from 12 to 15 they and the child, from 16 on oneself
    (Jeugdwet art. 7.3.4, 7.3.5); one of them is enough to not agree. Raises NietGevonden or Geweigerd
    without the right on the casus or on the dossier of that person, Domeinfout with the field for a version
    that was replaced, somebody not involved, who may not speak, a missing reason, or an impossible day.
    """
    plannen = haal_plannen(door, [a.plan for a in akkoorden])
    eis_open(plan.casus for plan in plannen.values())
    betrokkenen = betrokkenen_van(door, {plan.casus_id for plan in plannen.values()}, schrijven=True)
    mensen = kernen(SYSTEEM, {a.persoon for a in akkoorden})
    laatste: dict[tuple[int, int], Akkoordinvoer] = {}
    for a in akkoorden:
        wie = betrokkenen.get(plannen[a.plan].casus_id, {}).get(a.persoon)
        _controleer(a, plannen[a.plan], wie, mensen)
        laatste[a.plan, a.persoon] = a
    regels = [
        (a, betrokkenen[plannen[a.plan].casus_id][a.persoon], _sprekers(a, mensen)) for a in laatste.values()
    ]
    schrijf(
        [_rij(a, wie, sprekers) for a, wie, sprekers in regels],
        of_werk_bij=(["plan", "inwoner"], ["oordeel", "op", "gezegd_door", "toelichting"]),
    )
    leg_vast(door, *(_vastgelegd(a, wie, sprekers) for a, wie, sprekers in regels))


def _geboren(persoon: int, mensen: Mapping[int, InwonerKern]) -> date | None:
    """Return the birth date; None of somebody who was erased since."""
    geboren = mensen[persoon].geboortedatum if persoon in mensen else None
    return geboren if isinstance(geboren, date) else None


def _sprekers(a: Akkoordinvoer, mensen: Mapping[int, InwonerKern]) -> tuple[str, ...]:
    if a.gezegd_door:
        return tuple(sorted(set(a.gezegd_door)))
    geboren = _geboren(a.persoon, mensen)
    return tuple(sorted(sprekers_nodig(geboren, a.op) if geboren else {Spreker.ZELF}))


def _controleer(
    a: Akkoordinvoer, plan: Plan, wie: Betrokkenewaarde | None, mensen: Mapping[int, InwonerKern]
) -> Betrokkenewaarde:
    """Return whom it is about, or raise the first thing that cannot be."""
    geboren = _geboren(a.persoon, mensen)
    if wie is None or geboren is None:
        wat = _("Deze persoon is niet bij de casus betrokken.")
        raise Domeinfout("akkoord_persoon", wat, _("Kies iemand uit de lijst."), veld="persoon")
    for veld, wat, doe in chain(_over_het_plan(a, plan, geboren), _over_het_woord(a)):
        raise Domeinfout(f"akkoord_{veld}", wat, doe, veld=veld)
    if a.oordeel == Oordeel.AKKOORD and a.gezegd_door:
        _eis_juiste_sprekers(a, geboren)
    return wie


# A field, what is wrong with it and what to do: worded only once it is wrong.
Bevindingen = Iterator[tuple[str, str, str]]


def _over_het_plan(a: Akkoordinvoer, plan: Plan, geboren: date) -> Bevindingen:
    if plan.status not in (Planstatus.CONCEPT, Planstatus.VASTGESTELD):
        wat = _("Deze versie van het plan geldt niet meer.")
        yield "plan", wat, _("Leg vast wat iemand van de nieuwste versie vindt.")
    if not max(plan.opgesteld_op, geboren) <= a.op <= klok.vandaag():
        wat = _("Deze dag ligt vóór het opstellen van het plan of in de toekomst.")
        yield "op", wat, _("Kies een dag tussen het opstellen en vandaag.")


def _over_het_woord(a: Akkoordinvoer) -> Bevindingen:
    if a.oordeel not in set(Oordeel):
        yield "oordeel", _("Deze keuze bestaat niet."), _("Kies uit de lijst.")
    if a.oordeel == Oordeel.NIET_AKKOORD and not a.toelichting.strip():
        wat = _("Er staat niet waar iemand het niet mee eens is.")
        yield "toelichting", wat, _("Schrijf op wat iemand anders wil, in de eigen woorden.")
    if len(a.toelichting) > LANGSTE or "\x00" in a.toelichting:
        wat = _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE}
        yield "toelichting", wat, _("Kort het in.")
    if not set(a.gezegd_door) <= set(Spreker):
        yield "gezegd_door", _("Deze keuze bestaat niet."), _("Kies wie het zei.")


def _eis_juiste_sprekers(a: Akkoordinvoer, geboren: date) -> None:
    if not is_akkoord(geboren, a.op, a.gezegd_door):
        raise Domeinfout(
            "akkoord_gezegd_door",
            f"{BESLISSEN[sprekers_nodig(geboren, a.op)]} ({beslisregel(geboren, a.op).grondslag})",
            _("Leg vast dat zij het eens zijn, of dat iemand het niet eens is."),
            veld="gezegd_door",
        )


def _rij(a: Akkoordinvoer, wie: Betrokkenewaarde, sprekers: tuple[str, ...]) -> Akkoord:
    return Akkoord(
        plan_id=a.plan,
        inwoner_id=a.persoon,
        wet=wie.wet,
        oordeel=str(a.oordeel),
        op=a.op,
        gezegd_door=list(sprekers),
        toelichting=a.toelichting.strip(),
    )


def _vastgelegd(a: Akkoordinvoer, wie: Betrokkenewaarde, sprekers: tuple[str, ...]) -> Vastlegging:
    return Vastlegging(
        AkkoordVastgelegd(persoon=a.persoon, oordeel=str(a.oordeel), gezegd_door=sprekers),
        a.plan,
        a.op,
        dossier_id=wie.dossier_id,
        persoon_id=a.persoon,
        wet=wie.wet,
        inhoud={"toelichting": a.toelichting.strip()},
    )
