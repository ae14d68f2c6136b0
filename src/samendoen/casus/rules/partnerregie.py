"""Rules of direction at a partner: for one life domain, until it is taken back."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

# So far ahead at most a director and a partner look at it together again.
VERSTE_BEKIJKEN = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Partnerstand:
    """What the events say about one life domain that is directed elsewhere (`tot`: first day no longer)."""

    leefgebied: str
    organisatie: int
    van: date
    bekijken_op: date
    tot: date | None = None


def begonnen(dag: date, g: Any) -> Partnerstand:
    """Return the state from the event that began it."""
    return Partnerstand(g.leefgebied, g.organisatie, dag, g.bekijken_op)


def bekeken(stand: Partnerstand, g: Any) -> Partnerstand:
    """Return the state after people looked at it together."""
    return replace(stand, bekijken_op=g.bekijken_op)
