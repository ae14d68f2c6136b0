"""Facts of werk for `cijfers`: legal clocks, folded from their events."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from samendoen.kernel.api import (
    Gebeurtenissoort,
    gebeurtenissen_tot,
    groepcodes,
    in_porties,
    klok,
    per_onderwerp,
    verwoord_regels,
)
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import teamnamen
from samendoen.recht.api import SOORTEN
from samendoen.werk import events
from samendoen.werk.rules import Termijnstatus

ONDERWERP = "werk.termijn"


@dataclass(slots=True)
class Stand:
    """What the events of one clock say about it; the fold changes it, event after event."""

    soort: str
    start: date
    uiterste_datum: date
    groep: int | None
    status: Termijnstatus = Termijnstatus.LOOPT
    klaar_op: date | None = None
    stil: bool = False


def vouw(stand: Stand | None, op: date, gebeurtenis: Gebeurtenissoort) -> Stand | None:
    """Return the clock after one more event; None as long as it was not started."""
    if gebeurtenis.soort == events.TermijnGestart.soort:
        return _gestart(op, gebeurtenis)
    stap = _STAP.get(gebeurtenis.soort)
    if stand is not None and stap is not None:
        stap(stand, op, gebeurtenis)
    return stand


def _gestart(op: date, g: Any) -> Stand:
    return Stand(g.termijnsoort, op, g.uiterste_datum, g.groep)


def _verschoven(stand: Stand, _op: date, g: Any) -> None:
    stand.uiterste_datum = g.uiterste_datum


def _geschorst(stand: Stand, _op: date, g: Any) -> None:
    stand.uiterste_datum, stand.stil = g.uiterste_datum, True


def _hervat(stand: Stand, _op: date, g: Any) -> None:
    stand.uiterste_datum, stand.stil = g.uiterste_datum, False


def _gehaald_op(stand: Stand, op: date, g: Any) -> None:
    stand.uiterste_datum, stand.status, stand.klaar_op = g.uiterste_datum, Termijnstatus.GEHAALD, op


def _gemist_op(stand: Stand, op: date, g: Any) -> None:
    stand.uiterste_datum, stand.status, stand.klaar_op = g.uiterste_datum, Termijnstatus.GEMIST, op


def _vervallen(stand: Stand, _op: date, _g: Any) -> None:
    stand.status = Termijnstatus.VERVALLEN


def _overgedragen(stand: Stand, _op: date, g: Any) -> None:
    stand.groep = g.groep


_STAP: dict[str, Callable[[Stand, date, Any], None]] = {
    events.TermijnGeschorst.soort: _geschorst,
    events.TermijnHervat.soort: _hervat,
    events.TermijnVerdaagd.soort: _verschoven,
    events.TermijnHeropend.soort: _verschoven,
    events.TermijnGehaald.soort: _gehaald_op,
    events.TermijnGemist.soort: _gemist_op,
    events.TermijnVervallen.soort: _vervallen,
    events.TermijnOvergedragen.soort: _overgedragen,
}


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_termijn(peilmoment))


def _per_termijn(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    codes, dag = groepcodes(), peilmoment.astimezone(klok.NEDERLAND).date()
    for _termijn, regels in per_onderwerp(gebeurtenissen_tot(ONDERWERP, peilmoment, personen=False)):
        stand: Stand | None = None
        for op, gebeurtenis in verwoord_regels(regels):
            stand = vouw(stand, op, gebeurtenis)
        if stand is not None:
            yield _rij(stand, codes, dag)


def _rij(stand: Stand, codes: dict[int, str], dag: date) -> tuple[Any, ...]:
    return (
        stand.soort,
        stand.start.replace(day=1),
        codes.get(stand.groep or 0),
        str(stand.status),
        _gehaald(stand, dag),
        (stand.klaar_op - stand.start).days if stand.klaar_op else None,
    )


def _gehaald(stand: Stand, dag: date) -> bool | None:
    """Return whether the clock was met; None while that is open, or when nothing is asked any more."""
    if stand.status in (Termijnstatus.GEHAALD, Termijnstatus.GEMIST):
        return stand.status is Termijnstatus.GEHAALD
    verstreken = stand.uiterste_datum < dag and not stand.stil
    return False if stand.status is Termijnstatus.LOOPT and verstreken else None


TERMIJN = Feitsoort(
    naam="termijn",
    korrel="een wettelijke termijn",
    kolommen=(
        Kolom(
            "soort",
            "code",
            "geen",
            "soort termijn",
            benoem=lambda: {code: soort.naam for code, soort in SOORTEN.items()},
        ),
        Kolom("startmaand", "datum", "geen", "eerste dag van de maand waarin de termijn begon"),
        Kolom("team", "code", "geen", "team dat de termijn bewaakt, leeg bij een persoon", benoem=teamnamen),
        Kolom("status", "code", "geen", "loopt, gehaald, gemist of vervallen"),
        Kolom("gehaald", "janee", "geen", "op tijd klaar; leeg zolang dat nog kan of niet meer hoeft"),
        Kolom("dagen", "geheel", "geen", "dagen van begin tot klaar, leeg zolang het niet klaar is"),
    ),
    rijen=_rijen,
)
