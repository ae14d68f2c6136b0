"""Facts of werk for `cijfers`: legal clocks, folded from their events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from samendoen.kernel.api import (
    Gebeurtenissoort,
    gebeurtenissen_tot,
    groepcodes,
    in_porties,
    klok,
    per_onderwerp,
    verwoord,
)
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import teamnamen
from samendoen.recht.api import SOORTEN
from samendoen.werk import events
from samendoen.werk.rules import Termijnstatus

ONDERWERP = "werk.termijn"


@dataclass(frozen=True, slots=True)
class Stand:
    """What the events of one clock say about it."""

    soort: str
    start: date
    uiterste_datum: date
    groep: int | None
    status: Termijnstatus = Termijnstatus.LOOPT
    klaar_op: date | None = None
    stil: bool = False


def vouw(stand: Stand | None, op: date, gebeurtenis: Gebeurtenissoort) -> Stand | None:
    """Return the clock after one more event; None as long as it was not started."""
    if isinstance(gebeurtenis, events.TermijnGestart):
        g = gebeurtenis
        return Stand(g.termijnsoort, op, g.uiterste_datum, g.groep)
    if stand is None:
        return None
    match gebeurtenis:
        case events.TermijnGeschorst(uiterste_datum=uiterste):
            return replace(stand, uiterste_datum=uiterste, stil=True)
        case events.TermijnHervat(uiterste_datum=uiterste):
            return replace(stand, uiterste_datum=uiterste, stil=False)
        case (
            events.TermijnVerdaagd(uiterste_datum=uiterste) | events.TermijnHeropend(uiterste_datum=uiterste)
        ):
            return replace(stand, uiterste_datum=uiterste)
        case events.TermijnGehaald(uiterste_datum=uiterste):
            return replace(stand, uiterste_datum=uiterste, status=Termijnstatus.GEHAALD, klaar_op=op)
        case events.TermijnGemist(uiterste_datum=uiterste):
            return replace(stand, uiterste_datum=uiterste, status=Termijnstatus.GEMIST, klaar_op=op)
        case events.TermijnVervallen():
            return replace(stand, status=Termijnstatus.VERVALLEN)
        case events.TermijnOvergedragen(groep=groep):
            return replace(stand, groep=groep)
    return stand


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_termijn(peilmoment))


def _per_termijn(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    codes, dag = groepcodes(), peilmoment.astimezone(klok.NEDERLAND).date()
    for _termijn, regels in per_onderwerp(gebeurtenissen_tot(ONDERWERP, peilmoment)):
        stand: Stand | None = None
        for r in regels:
            stand = vouw(stand, r.voorgevallen_op, verwoord(r.soort, r.versie, r.gegevens))
        if stand is not None:
            yield _rij(stand, codes, dag)


def _rij(stand: Stand, codes: dict[int, str], dag: date) -> tuple[Any, ...]:
    return (
        stand.soort,
        stand.start.replace(day=1),
        codes.get(stand.groep or 0),
        stand.status.value,
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
