"""Pure rules of clocks and tasks. The law itself is in `recht`; here is what we do with its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samendoen.recht.api import Grond, Schorsing, bereken, geef_soort
from samendoen.recht.api import Termijn as Uitkomst

NIEUW_DAGEN = 7
"""For this many days something is new at a desk."""
NADERT = "termijn-nadert"
"""The rule of werk itself; on Vandaag the clock stands there, so its task does not stand there as well."""
HANDMATIG = "handmatig"
"""In place of the code of a rule: somebody made this task by hand."""
TERUG = "terug-"
"""Rules whose code begins like this say that something came back: a message, an answer."""


class Termijnstatus(StrEnum):
    """How a clock stands. An overdue clock still runs: the work is still to be done."""

    LOOPT = "loopt"
    GEHAALD = "gehaald"
    GEMIST = "gemist"  # the work is done, but after the last day
    VERVALLEN = "vervallen"


class Taakstatus(StrEnum):
    """How a task stands."""

    OPEN = "open"
    GEDAAN = "gedaan"
    VERVALLEN = "vervallen"


class Verdagingsreden(StrEnum):
    """Why a decision is postponed."""

    ADVIES = "advies"
    ONDERZOEK = "onderzoek"
    BELANGEN = "belangen"
    CAPACITEIT = "capaciteit"


class Stand(StrEnum):
    """What a list shows of a clock on a day."""

    LOOPT = "loopt"
    NADERT = "nadert"
    TE_LAAT = "te_laat"
    STIL = "stil"
    GEHAALD = "gehaald"
    GEMIST = "gemist"
    VERVALLEN = "vervallen"


# status -> what happens -> status
TERMIJN_OVERGANGEN: Mapping[Termijnstatus, Mapping[str, Termijnstatus]] = {
    Termijnstatus.LOOPT: {
        "schors": Termijnstatus.LOOPT,
        "hervat": Termijnstatus.LOOPT,
        "verdaag": Termijnstatus.LOOPT,
        "draag_over": Termijnstatus.LOOPT,
        "haal": Termijnstatus.GEHAALD,
        "mis": Termijnstatus.GEMIST,
        "verval": Termijnstatus.VERVALLEN,
    },
    Termijnstatus.GEHAALD: {"heropen": Termijnstatus.LOOPT},
    Termijnstatus.GEMIST: {"heropen": Termijnstatus.LOOPT},
    Termijnstatus.VERVALLEN: {},
}
TAAK_OVERGANGEN: Mapping[Taakstatus, Mapping[str, Taakstatus]] = {
    Taakstatus.OPEN: {"rond_af": Taakstatus.GEDAAN, "verval": Taakstatus.VERVALLEN},
    Taakstatus.GEDAAN: {"heropen": Taakstatus.OPEN},
    Taakstatus.VERVALLEN: {"heropen": Taakstatus.OPEN},
}


@dataclass(frozen=True, slots=True)
class Stilstand:
    """A suspension as it is stored: see `recht.Schorsing`, plus the set term for the supplement.

    An invitation suspends only with a set term (Awb art. 4:15 lid 1); when that lapses unused, the
    clock runs again without anybody doing anything.
    """

    van: date
    tot: date | None
    grond: Grond
    hersteltermijn: date | None = None

    def op(self, dag: date | None) -> Schorsing:
        """Return the suspension as the law sees it on `dag`; None: as far as it is known to have ended."""
        verstreken = dag is not None and self.hersteltermijn is not None and self.hersteltermijn < dag
        tot = self.hersteltermijn if self.tot is None and verstreken else self.tot
        return Schorsing(self.van, tot, self.grond)

    def loopt(self, dag: date) -> bool:
        """Tell whether the clock stands still because of this one on `dag`."""
        return self.tot is None and (self.hersteltermijn is None or dag <= self.hersteltermijn)


def reken(
    soort: str,
    start: date,
    stilstanden: Sequence[Stilstand] = (),
    verdaging_dagen: int = 0,
    dag: date | None = None,
) -> Uitkomst:
    """Compute a clock by the law. With `dag` a running suspension counts through that day; without, it
    counts no day yet, and the last day is the earliest possible. Raises Rechtsfout."""
    return bereken(soort, start, [s.op(dag) for s in stilstanden], verdaging_dagen, peildatum=dag)


def begin(soort: str, start: date) -> date:
    """Return the day before the first day of the term: later than `start` when another term precedes it."""
    vooraf = geef_soort(soort).na
    return bereken(vooraf, start).einde if vooraf else start


def stille_dagen(stilstanden: Sequence[Stilstand], van: date, tot: date) -> int:
    """Return on how many days after `van` through `tot` the clock stood still by ended suspensions."""
    stil: set[date] = set()
    for stilstand in stilstanden:
        eerste, laatste = stilstand.op(None).dagen()
        eerste, laatste = max(eerste, van + timedelta(days=1)), min(laatste, tot)
        stil.update(eerste + timedelta(days=n) for n in range((laatste - eerste).days + 1))
    return len(stil)


def nadert_op(van: date, einde: date, stil: int = 0, *, procent: int, dagen: int) -> date:
    """Return the day from which a clock asks for attention: at so many per cent of the days on which it
    runs, or with so many days left, whichever comes first; never before the term begins."""
    loopdagen = (einde - van).days - stil
    return max(van, einde - timedelta(days=max(dagen, loopdagen * (100 - procent) // 100)))


def laatste_sein(van: date, einde: date, dagen: int) -> date:
    """Return the day on which a clock asks again, with so many days left; never before the term begins."""
    return max(van, einde - timedelta(days=dagen))


def voortgang(van: date, einde: date, dag: date, stilstanden: Sequence[Stilstand] = ()) -> float:
    """Return which part of the running days has passed on `dag`, from 0 to 1."""
    loopdagen = (einde - van).days - stille_dagen(stilstanden, van, einde)
    voorbij = (dag - van).days - stille_dagen(stilstanden, van, dag)
    return min(1.0, max(0.0, voorbij / loopdagen)) if loopdagen > 0 else float(dag >= einde)


def stand(status: str, uiterste: date, nadert: date, staat_stil: bool, dag: date) -> Stand:
    """Return what a list shows; the first that applies."""
    if status != Termijnstatus.LOOPT:
        return Stand(status)
    mogelijk = (
        (staat_stil, Stand.STIL),
        (uiterste < dag, Stand.TE_LAAT),
        (nadert <= dag, Stand.NADERT),
    )
    return next((s for geldt, s in mogelijk if geldt), Stand.LOOPT)


def na_voltooiing(uiterste: date, op: date) -> Termijnstatus:
    """Return the status of a clock whose work was done on `op`: in time through its last day."""
    return Termijnstatus.GEHAALD if op <= uiterste else Termijnstatus.GEMIST


def overlapt(nieuw: Schorsing, bestaand: Sequence[Schorsing]) -> bool:
    """Tell whether a suspension has a day in common with one that exists; one without end has all days."""
    eerste, laatste = _dagen(nieuw)
    return any(van <= laatste and eerste <= tot for van, tot in map(_dagen, bestaand))


def _dagen(schorsing: Schorsing) -> tuple[date, date]:
    eerste, laatste = schorsing.dagen()
    return (eerste, date.max) if schorsing.tot is None else (eerste, laatste)
