"""Rules of the waiting list: who waits, in which order, when to call again, the fold of what was done.

Who waits is a question that triage brought to a team, that is open, and that nobody works on. So nobody can
drop off silently: only the events of a casus, of handling, of withdrawing or of another triage end it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from samendoen.toegang.rules.melding import Route

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

# Code of the task rule that asks to call who waits.
WACHTCONTACT = "wachtlijst-contact"
# Routes on which a question waits at a team until somebody takes it. Outreach (eropaf) does not wait.
WACHTROUTES = frozenset({Route.TEAM, Route.SPOED})
# Somebody who could not be reached is called again within a week, whatever the rhythm.
NIET_BEREIKT = timedelta(days=7)
LANGSTE_WACHT = 104
"""Weeks: the longest waiting time that somebody can be told."""


class Contactuitkomst(StrEnum):
    """What came of calling somebody who waits."""

    GESPROKEN = "gesproken"
    BERICHT = "bericht"
    NIET_BEREIKT = "niet_bereikt"


@dataclass(frozen=True, slots=True)
class Contactmoment:
    """One contact: the day, when to call next, and the weeks that were told (None: nothing was)."""

    op: date
    volgende_op: date
    verwachte_weken: int | None = None


@dataclass(frozen=True, slots=True)
class Laatste:
    """What the contacts of a question together say; all None without any."""

    contact_op: date | None = None
    volgende_op: date | None = None
    verteld_op: date | None = None
    verwachte_weken: int | None = None


def laatste(contacten: Iterable[Contactmoment]) -> Laatste:
    """Return what holds after these contacts, given in order of recording: the latest day wins."""
    oplopend = sorted(contacten, key=lambda c: c.op)
    verteld = [c for c in oplopend if c.verwachte_weken is not None]
    return Laatste(
        contact_op=oplopend[-1].op if oplopend else None,
        volgende_op=oplopend[-1].volgende_op if oplopend else None,
        verteld_op=verteld[-1].op if verteld else None,
        verwachte_weken=verteld[-1].verwachte_weken if verteld else None,
    )


def uiterste_contact(op: date, uitkomst: Contactuitkomst, weken: int) -> date:
    """Return the last day on which somebody must be called after a contact on `op`."""
    ritme = timedelta(weeks=weken)
    return op + (min(ritme, NIET_BEREIKT) if uitkomst is Contactuitkomst.NIET_BEREIKT else ritme)


def volgend_contact(sinds: date, contact_op: date | None, volgende_op: date | None, weken: int) -> date:
    """Return when who waits since `sinds` must hear from the team: the day that was agreed, or sooner when
    the rhythm of the priority asks that."""
    ritme = (contact_op or sinds) + timedelta(weeks=weken)
    return min(ritme, volgende_op) if volgende_op else ritme


@dataclass(frozen=True, slots=True)
class Overbruggingstand:
    """What helps meanwhile: an offer of the map (None: something else), from-until."""

    aanbod: int | None
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class WachtStand:
    """What the events of one question say about its waiting. `prioriteit` is "" where nobody chose one."""

    prioriteit: str = ""
    contacten: Mapping[UUID, Contactmoment] = field(default_factory=dict)
    overbruggingen: Mapping[UUID, Overbruggingstand] = field(default_factory=dict)

    @property
    def laatste(self) -> Laatste:
        """Return what the contacts together say."""
        return laatste(self.contacten.values())


def vouw_wachten(gebeurtenissen: Sequence[tuple[date, "Gebeurtenissoort"]]) -> WachtStand:
    """Fold (occurred on, event) in order of recording; revoked events are left out by the reader."""
    stand = WachtStand()
    for dag, g in gebeurtenissen:
        if g.soort in _STAP:
            stand = _STAP[g.soort](stand, dag, g)
    return stand


def _contact(stand: WachtStand, dag: date, g: Any) -> WachtStand:
    nieuw = Contactmoment(dag, g.volgende_op, g.verwachte_weken)
    return replace(stand, contacten={**stand.contacten, g.contact: nieuw})


def _geboden(stand: WachtStand, dag: date, g: Any) -> WachtStand:
    nieuw = Overbruggingstand(g.aanbod, dag, g.tot)
    return replace(stand, overbruggingen={**stand.overbruggingen, g.overbrugging: nieuw})


def _gestopt(stand: WachtStand, dag: date, g: Any) -> WachtStand:
    eerder = stand.overbruggingen.get(g.overbrugging)
    if eerder is None:  # the offer was revoked after it had stopped
        return stand
    return replace(stand, overbruggingen={**stand.overbruggingen, g.overbrugging: replace(eerder, tot=dag)})


_STAP: dict[str, Callable[[WachtStand, date, Any], WachtStand]] = {
    "toegang.wachtprioriteit_gezet": lambda s, _dag, g: replace(s, prioriteit=g.prioriteit),
    "toegang.wachtcontact_vastgelegd": _contact,
    "toegang.overbrugging_geboden": _geboden,
    "toegang.overbrugging_gestopt": _gestopt,
}
