"""Pure rules of what a provider reports: that it began, that it stopped, and that a report was a mistake.

They are those that the standard holds such messages against, and no stricter: what a provider says about
itself gives no right and blocks no payment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


class Leveringsoort(StrEnum):
    """What a report says."""

    START = "start"
    STOP = "stop"


TIJDELIJK = "20"
"""The reason of a stop after which a new start is expected (WMO588, JZ588)."""
REDENEN: dict[str, frozenset[str]] = {
    "wmo": frozenset({"02", "19", "20", "21", "22", "23", "31", "36", "37", "38", "39"}),
    "jeugd": frozenset({"02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39"}),
}
"""Legal frame -> the codes of why delivery stopped."""


@dataclass(frozen=True, slots=True)
class Melding:
    """A report as it stands: of a start (`tot` None), or of a stop of the start on `begin`.

    `tot` is the first day no longer.
    """

    toewijzing: int
    begin: date
    tot: date | None = None
    reden: str = ""


def vouw_leveringen(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> tuple[Melding, ...]:
    """Fold the events of one provision into the reports that stand; those that were revoked are left out by
    the reader of events."""
    return tuple(_melding(g) for _dag, g in gebeurtenissen if g.soort in _SOORTEN)


_SOORTEN = frozenset({"besluiten.start_gemeld", "besluiten.stop_gemeld"})


def _melding(g: Any) -> Melding:
    if g.soort == "besluiten.start_gemeld":
        return Melding(g.toewijzing, g.begin)
    return Melding(g.toewijzing, g.begin, g.tot, g.reden)


def bezwaar(nieuw: Melding, eerder: Sequence[Melding]) -> str:
    """Return why a new report cannot be, given those that stand on the same assignment: a code, or "".

    `loopt_al`: a start while it runs; `geen_start`: a stop of what did not
    begin; `voor_begin`: a stop before the first day; `al_gestopt`: it stopped for good;
    `weer_tijdelijk`: two temporary stops in a row; `voor_eerdere_stop`: before the stop that stands.
    """
    starts = {m.begin for m in eerder if m.tot is None}
    stops = [m for m in eerder if m.tot is not None]
    if nieuw.tot is None:
        gelijk = nieuw.begin in starts
        return "loopt_al" if gelijk or starts - {m.begin for m in stops} else ""
    return _bezwaar_stop(nieuw, starts, [m for m in stops if m.begin == nieuw.begin])


def _bezwaar_stop(nieuw: Melding, starts: set[date], gestopt: Sequence[Melding]) -> str:
    tot = nieuw.tot or date.max
    redenen = (
        ("geen_start", nieuw.begin not in starts),
        ("voor_begin", tot <= nieuw.begin),
        ("al_gestopt", any(m.reden != TIJDELIJK for m in gestopt)),
        ("weer_tijdelijk", bool(gestopt) and nieuw.reden == TIJDELIJK),
        ("voor_eerdere_stop", any(m.tot and tot < m.tot for m in gestopt)),
    )
    return next((code for code, waar in redenen if waar), "")


def gestopt(begin: date, meldingen: Iterable[Melding]) -> bool:
    """Tell whether a stop stands on the start of this day: that start cannot be taken back then."""
    return any(m.begin == begin and m.tot is not None for m in meldingen)


@dataclass(frozen=True, slots=True)
class Leverperiode:
    """From when until when it was given, as the provider says; `tot` None: still."""

    toewijzing: int
    begin: date
    tot: date | None
    reden: str


def periodes(meldingen: Iterable[Melding]) -> list[Leverperiode]:
    """Return the periods that reports tell of, by assignment and day; the last stop of a start counts."""
    alle = list(meldingen)
    laatste: dict[tuple[int, date], Melding] = {}
    for m in sorted((m for m in alle if m.tot is not None), key=lambda m: (m.tot, m.reden != TIJDELIJK)):
        laatste[m.toewijzing, m.begin] = m
    starts = sorted((m.toewijzing, m.begin) for m in alle if m.tot is None)
    return [
        Leverperiode(t, begin, stop.tot if stop else None, stop.reden if stop else "")
        for t, begin in starts
        for stop in [laatste.get((t, begin))]
    ]
