"""Rules of the plan: its statuses, who agrees with it, the fold of its events."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from samendoen.casus.rules.evaluatie import Evaluatiestand, evaluatiestand
from samendoen.recht.api import Toestemmingsregel, Wie, is_toegestaan, leeftijd, toestemming_nodig

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

# The code of `kaart.Ondersteuningsniveau` that the rules of a plan know: what needs a decision.
MAATWERK = "maatwerk"
# And the level on which the team itself helps: counted by CBS.
BASISHULP = "basishulp"
VOLWASSEN = 18


class Planstatus(StrEnum):
    """Where a version of the plan stands. At most one is being written, at most one holds."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    VERVANGEN = "vervangen"
    VERVALLEN = "vervallen"


class Actiestatus(StrEnum):
    """How an action stands."""

    AFGESPROKEN = "afgesproken"
    GEDAAN = "gedaan"
    GESTOPT = "gestopt"


class Oordeel(StrEnum):
    """What somebody says of the plan."""

    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet_akkoord"


class Spreker(StrEnum):
    """Who said that somebody agrees with the plan, or not."""

    ZELF = "zelf"
    OUDERS = "ouders"
    VERTEGENWOORDIGER = "vertegenwoordiger"


# status -> action -> status
PLAN_OVERGANGEN: dict[Planstatus, dict[str, Planstatus]] = {
    Planstatus.CONCEPT: {"stel_vast": Planstatus.VASTGESTELD, "gooi_weg": Planstatus.VERVALLEN},
    Planstatus.VASTGESTELD: {"vervang": Planstatus.VERVANGEN},
    Planstatus.VERVANGEN: {},
    Planstatus.VERVALLEN: {},
}
ACTIE_OVERGANGEN: dict[Actiestatus, dict[str, Actiestatus]] = {
    Actiestatus.AFGESPROKEN: {"rond_af": Actiestatus.GEDAAN, "stop": Actiestatus.GESTOPT},
    Actiestatus.GEDAAN: {"heropen": Actiestatus.AFGESPROKEN},
    Actiestatus.GESTOPT: {"heropen": Actiestatus.AFGESPROKEN},
}
SPREKER_VOOR: dict[Wie, Spreker] = {
    Wie.JEUGDIGE: Spreker.ZELF,
    Wie.OUDERS: Spreker.OUDERS,
    Wie.VERTEGENWOORDIGER: Spreker.VERTEGENWOORDIGER,
}


def beslisregel(geboren: date, op: date) -> Toestemmingsregel:
    """Return who must agree with what is planned for somebody (Jeugdwet art. 7.3.4, 7.3.5)."""
    return toestemming_nodig(geboren, op)


def sprekers_nodig(geboren: date, op: date) -> frozenset[Spreker]:
    """Return who must speak before somebody of this age counts as agreed."""
    return frozenset(SPREKER_VOOR[wie] for wie in beslisregel(geboren, op).nodig)


def is_akkoord(geboren: date, op: date, gezegd_door: Collection[str]) -> bool:
    """Tell whether everybody has spoken who must. Who represents a grown-up speaks for them."""
    gezegd = set(gezegd_door)
    if Spreker.VERTEGENWOORDIGER in gezegd and leeftijd(geboren, op) >= VOLWASSEN:
        return True
    wie = frozenset(w for w, spreker in SPREKER_VOOR.items() if spreker in gezegd)
    return is_toegestaan(beslisregel(geboren, op), wie)


@dataclass(slots=True)
class Actiestand:
    """What the events say about one action."""

    niveau: str
    leefgebied: str
    status: Actiestatus = Actiestatus.AFGESPROKEN
    afgerond_op: date | None = None


@dataclass(slots=True)
class Basishulpstand:
    """Help by the team itself, as a version agreed it: for whom, by which law, from when, until when."""

    persoon: int
    kader: str
    begin: date
    einde: date | None


@dataclass(frozen=True, slots=True)
class Akkoordstand:
    """What somebody last said of a version."""

    oordeel: str
    op: date
    gezegd_door: tuple[str, ...]


@dataclass(slots=True)
class PlanStand:
    """What the events of one version of a plan say about it. Goals and actions by their `kenmerk`.

    The fold changes it, event after event: a snapshot folds hundreds of thousands.
    """

    casus: int
    team: str
    versie: int
    opgesteld_op: date
    evaluatie_op: date | None
    doelen: dict[UUID, str]
    acties: dict[UUID, Actiestand]
    status: Planstatus = Planstatus.CONCEPT
    vastgesteld_op: date | None = None
    akkoorden: dict[int, Akkoordstand] = field(default_factory=dict)
    evaluaties: dict[UUID, Evaluatiestand] = field(default_factory=dict)
    basishulp: dict[UUID, Basishulpstand] = field(default_factory=dict)
    gemis: dict[UUID, tuple[str, str]] = field(default_factory=dict)
    """Per action the kind of lighter offer that was not available, and why."""
    vervangen_op: date | None = None


def vouw_plan(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> PlanStand | None:
    """Fold (occurred on, event) in order of recording into the state of a version; None without events."""
    stand: PlanStand | None = None
    for dag, g in gebeurtenissen:
        if g.soort == "casus.plan_geschreven":
            stand = _geschreven(stand, dag, g)
        elif stand is not None and g.soort in _PLANSTAP:
            stand = _PLANSTAP[g.soort](stand, dag, g)
    return stand


def _geschreven(stand: PlanStand | None, dag: date, g: Any) -> PlanStand:
    """Return the version as it is written now: what was agreed with what stood there counts no longer."""
    acties = zip(g.acties, g.niveaus, g.leefgebieden, strict=True)
    return PlanStand(
        casus=g.casus,
        team=g.team,
        versie=g.plan_versie,
        opgesteld_op=stand.opgesteld_op if stand else dag,
        evaluatie_op=g.evaluatie_op,
        doelen=dict(zip(g.doelen, g.doelgebieden, strict=True)),
        acties={kenmerk: Actiestand(niveau, gebied) for kenmerk, niveau, gebied in acties},
    )


def _akkoord(stand: PlanStand, dag: date, g: Any) -> PlanStand:
    stand.akkoorden[g.persoon] = Akkoordstand(g.oordeel, dag, g.gezegd_door)
    return stand


def _afgerond(stand: PlanStand, dag: date, g: Any) -> PlanStand:
    stand.acties[g.actie] = replace(stand.acties[g.actie], status=Actiestatus(g.status), afgerond_op=dag)
    return stand


def _basishulp(stand: PlanStand, _dag: date, g: Any) -> PlanStand:
    rijen = zip(g.acties, g.personen, g.kaders, g.begin, g.einde, strict=True)
    stand.basishulp = {kenmerk: Basishulpstand(*rest) for kenmerk, *rest in rijen}
    return stand


def _lichter_ontbrak(stand: PlanStand, _dag: date, g: Any) -> PlanStand:
    stand.gemis = dict(zip(g.acties, zip(g.gemist, g.redenen, strict=True), strict=True))
    return stand


def _teruggekeken(stand: PlanStand, dag: date, g: Any) -> PlanStand:
    """Looking back plans the next time."""
    stand.evaluaties[g.evaluatie], stand.evaluatie_op = evaluatiestand(dag, g), g.volgende_op
    return stand


def _vastgesteld(stand: PlanStand, dag: date, _g: Any) -> PlanStand:
    stand.status, stand.vastgesteld_op = Planstatus.VASTGESTELD, dag
    return stand


def _vervangen(stand: PlanStand, dag: date, _g: Any) -> PlanStand:
    stand.status, stand.vervangen_op = Planstatus.VERVANGEN, dag
    return stand


def _weggegooid(stand: PlanStand, _dag: date, _g: Any) -> PlanStand:
    stand.status = Planstatus.VERVALLEN
    return stand


_PLANSTAP: dict[str, Callable[[PlanStand, date, Any], PlanStand]] = {
    "casus.plan_vastgesteld": _vastgesteld,
    "casus.plan_vervangen": _vervangen,
    "casus.basishulp_afgesproken": _basishulp,
    "casus.lichter_ontbrak": _lichter_ontbrak,
    "casus.plan_weggegooid": _weggegooid,
    "casus.akkoord_vastgelegd": _akkoord,
    "casus.actie_afgerond": _afgerond,
    "casus.evaluatie_vastgelegd": _teruggekeken,
}
