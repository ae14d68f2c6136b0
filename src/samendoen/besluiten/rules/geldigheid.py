"""Pure rules of what holds for a time: nothing is overwritten, one at a time, and a mistake can be undone.

A new agreement closes the one before it. Taking it back restores what it closed. `tot` is the first day no
longer, None: still.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any


class Bezwaar(StrEnum):
    """Why an agreement does not fit among those that there are."""

    LEEG = "leeg"
    ZELFDE_BEGIN = "zelfde_begin"
    BINNEN = "binnen"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Afspraak:
    """Something that holds from `van`. `sluit` is the one that it closed, which was to end at `sluit_tot`."""

    id: int
    van: date
    tot: date | None = None
    sluit: int | None = None
    sluit_tot: date | None = None

    def geldt(self, dag: date) -> bool:
        """Tell whether it holds on a day."""
        return self.van <= dag and (self.tot is None or dag < self.tot)


@dataclass(frozen=True, slots=True)
class Inpassing:
    """How a new agreement fits: `sluit` ends where it begins; or `bezwaar`, and `met` what is in its way."""

    sluit: Afspraak | None = None
    bezwaar: Bezwaar | None = None
    met: Afspraak | None = None


def vroegste(*dagen: date | None) -> date | None:
    """Return the first of these days; None is never."""
    return min((dag for dag in dagen if dag is not None), default=None)


def pas_in(bestaand: Iterable[Afspraak], van: date, tot: date | None) -> Inpassing:
    """Return how an agreement from `van` to `tot` fits among these, of which no two hold at a time.

    It may take over from the one that holds, when it lasts at least as long as that one was to last.
    """
    if tot is not None and tot <= van:
        return Inpassing(bezwaar=Bezwaar.LEEG)
    alle = sorted(bestaand, key=lambda a: a.van)
    lopend = next((a for a in alle if a.geldt(van)), None)
    later = next((a for a in alle if a.van > van and (tot is None or a.van < tot)), None)
    if lopend is not None and lopend.van == van:
        return Inpassing(bezwaar=Bezwaar.ZELFDE_BEGIN, met=lopend)
    if later is not None:
        return Inpassing(bezwaar=Bezwaar.LATER, met=later)
    if lopend is not None and tot is not None and lopend.tot is not None and tot < lopend.tot:
        return Inpassing(bezwaar=Bezwaar.BINNEN, met=lopend)
    return Inpassing(sluit=lopend)


def voeg_in(bestaand: Sequence[Afspraak], nieuw: Afspraak) -> list[Afspraak]:
    """Return what there is with a new agreement that fits; raises ValueError when it does not."""
    past = pas_in(bestaand, nieuw.van, nieuw.tot)
    if past.bezwaar is not None:
        raise ValueError(past.bezwaar)
    if past.sluit is None:
        return [*bestaand, nieuw]
    na = [replace(a, tot=nieuw.van) if a == past.sluit else a for a in bestaand]
    return [*na, replace(nieuw, sluit=past.sluit.id, sluit_tot=past.sluit.tot)]


def trek_in(bestaand: Sequence[Afspraak], weg: Afspraak) -> list[Afspraak]:
    """Return what there is without `weg`: the one that it closed goes on as before, up to what comes next.

    What closed `weg` itself now closes that one.
    """
    rest = {a.id: a for a in bestaand if a.id != weg.id}
    vorige = rest.get(weg.sluit) if weg.sluit is not None else None
    sluit = vorige if vorige is not None and vorige.tot == weg.van else None
    for a in list(rest.values()):
        if a.sluit == weg.id:
            einde = vroegste(a.sluit_tot, weg.sluit_tot) if sluit else None
            rest[a.id] = replace(a, sluit=sluit.id if sluit else None, sluit_tot=einde)
    if sluit is not None:
        volgende = vroegste(*(a.van for a in rest.values() if a.van >= weg.van))
        rest[sluit.id] = replace(sluit, tot=vroegste(weg.sluit_tot, volgende))
    return list(rest.values())


@dataclass(frozen=True, slots=True)
class Afspraakstand:
    """What the events of one agreement say about it."""

    van: date
    tot: date | None
    ingetrokken: bool = False


def vouw_afspraak(gebeurtenissen: Iterable[Any]) -> Afspraakstand | None:
    """Fold the events of a tariff or a contract into its state; None without events."""
    stand: Afspraakstand | None = None
    for g in gebeurtenissen:
        stap = g.soort.rpartition("_")[2]
        if stap == "afgesproken":
            stand = Afspraakstand(g.van, g.tot)
        elif stap == "eindigt" and stand is not None:
            stand = replace(stand, tot=g.tot)
        elif stap == "ingetrokken" and stand is not None:
            stand = replace(stand, ingetrokken=True)
    return stand
