"""Rules of the short route: what its events say about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


@dataclass(frozen=True, slots=True)
class RouteStand:
    """What the events of one melding say about its short route. Empty `route`: it walks the full path; what
    was answered (codes of the questions) and the proof stay. The answers themselves are content."""

    route: str
    beantwoord: frozenset[str]
    bewijs: tuple[str, ...]


def vouw_route(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> RouteStand | None:
    """Fold (occurred on, event) of a melding in order of recording; None where no route was ever chosen."""
    stand: RouteStand | None = None
    for _dag, g in gebeurtenissen:
        if g.soort == "toegang.route_gekozen":
            stand = _gekozen(g)
        elif g.soort == "toegang.route_losgelaten" and stand is not None:
            stand = replace(stand, route="")
    return stand


def _gekozen(g: Any) -> RouteStand:
    return RouteStand(g.route, frozenset(g.beantwoord), tuple(g.bewijs))
