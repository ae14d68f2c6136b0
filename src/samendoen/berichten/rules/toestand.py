"""Where a message stands: transitions as tables, and the fold of its events."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


class Richting(StrEnum):
    """Which way a message goes, seen from the municipality."""

    IN = "in"
    UIT = "uit"


class Status(StrEnum):
    """Where a message stands.

    In: received durably, then processed; `afgekeurd` has a fault on levels 2 to 4 and was answered,
    `geweigerd` could not be read or is not for us, `dubbel` came before with the same bytes, `afwijkend`
    came before with other bytes. Out: ready, offered to the transport, answered, or refused there.
    """

    ONTVANGEN = "ontvangen"
    VERWERKT = "verwerkt"
    AFGEKEURD = "afgekeurd"
    GEWEIGERD = "geweigerd"
    DUBBEL = "dubbel"
    AFWIJKEND = "afwijkend"
    KLAAR = "klaar"
    AANGEBODEN = "aangeboden"
    BEANTWOORD = "beantwoord"
    MISLUKT = "mislukt"


VAN_IN = frozenset(
    {
        Status.ONTVANGEN,
        Status.VERWERKT,
        Status.AFGEKEURD,
        Status.GEWEIGERD,
        Status.DUBBEL,
        Status.AFWIJKEND,
    }
)
TELT_NIET = frozenset({Status.GEWEIGERD, Status.DUBBEL, Status.AFWIJKEND})
"""These do not take up an identity: another message may carry it, or carries it already."""

# status -> action -> status
OVERGANGEN: dict[Status, dict[str, Status]] = {
    Status.ONTVANGEN: {
        "verwerk": Status.VERWERKT,
        "keur_af": Status.AFGEKEURD,
        "weiger": Status.GEWEIGERD,
        "herken": Status.DUBBEL,
        "wantrouw": Status.AFWIJKEND,
    },
    Status.VERWERKT: {},
    Status.AFGEKEURD: {},
    Status.GEWEIGERD: {},
    Status.DUBBEL: {},
    Status.AFWIJKEND: {},
    Status.KLAAR: {
        "bied_aan": Status.AANGEBODEN,
        "beantwoord": Status.BEANTWOORD,
        "mislukt": Status.MISLUKT,
    },
    Status.AANGEBODEN: {
        "herzend": Status.KLAAR,
        "beantwoord": Status.BEANTWOORD,
        "mislukt": Status.MISLUKT,
    },
    Status.BEANTWOORD: {},
    Status.MISLUKT: {"herzend": Status.KLAAR},
}

KORTST, LANGST = timedelta(minutes=1), timedelta(hours=1)
ALARM_NA = 3
"""So many failed attempts in a row ask for a person."""


def wachttijd(pogingen: int) -> timedelta:
    """Return how long to wait after so many failed attempts: twice as long each time, at most an hour."""
    keer: int = 2 ** min(max(pogingen - 1, 0), 10)
    return min(KORTST * keer, LANGST)


@dataclass(frozen=True, slots=True)
class Berichtstand:
    """What the events say about one message."""

    richting: Richting
    berichtsoort: str
    status: Status
    op: date
    antwoord: int | None = None
    codes: tuple[str, ...] = ()
    afgehandeld_op: date | None = None


def vouw(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Berichtstand | None:
    """Fold (occurred on, event) in order of recording; None without events. Revoked ones are left out."""
    stand: Berichtstand | None = None
    for dag, g in gebeurtenissen:
        begin, stap = _BEGIN.get(g.soort), _STAP.get(g.soort)
        if begin is not None:
            stand = begin(dag, g)
        elif stap is not None and stand is not None:
            stand = stap(stand, dag, g)
    return stand


_BEGIN: dict[str, Callable[[date, Any], Berichtstand]] = {
    "berichten.bericht_ontvangen": lambda dag, g: Berichtstand(Richting.IN, "", Status.ONTVANGEN, dag),
    "berichten.bericht_klaargezet": lambda dag, g: Berichtstand(
        Richting.UIT, g.berichtsoort, Status.KLAAR, dag
    ),
}
_STAP: dict[str, Callable[[Berichtstand, date, Any], Berichtstand]] = {
    "berichten.bericht_verwerkt": lambda stand, dag, g: replace(
        stand, berichtsoort=g.berichtsoort, status=Status(g.uitkomst), antwoord=g.antwoord, codes=g.codes
    ),
    "berichten.bericht_aangeboden": lambda stand, dag, g: replace(stand, status=Status.AANGEBODEN),
    "berichten.bericht_herzonden": lambda stand, dag, g: replace(
        stand, status=Status.KLAAR, afgehandeld_op=None
    ),
    "berichten.bericht_beantwoord": lambda stand, dag, g: replace(
        stand, status=Status.BEANTWOORD, antwoord=g.antwoord, codes=g.codes
    ),
    "berichten.bericht_mislukt": lambda stand, dag, g: replace(stand, status=Status.MISLUKT, codes=g.codes),
    "berichten.signaal_afgehandeld": lambda stand, dag, g: replace(stand, afgehandeld_op=dag),
    "berichten.signaal_heropend": lambda stand, dag, g: replace(stand, afgehandeld_op=None),
}
