"""What every action on a clock shares: the answer of the law, written on the row."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel.api import Domeinfout
from samendoen.recht.api import Grond, Rechtsfout
from samendoen.werk import rules
from samendoen.werk.definities import taakregel
from samendoen.werk.models import Schorsing, Termijn, Verdaging
from samendoen.werk.rules import NADERT, TERMIJN_OVERGANGEN, Stilstand, Termijnstatus

STATUSSEN = {
    Termijnstatus.LOOPT: gettext_lazy("loopt"),
    Termijnstatus.GEHAALD: gettext_lazy("is op tijd afgerond"),
    Termijnstatus.GEMIST: gettext_lazy("is te laat afgerond"),
    Termijnstatus.VERVALLEN: gettext_lazy("is vervallen"),
}
GEREKEND = ["uiterste_datum", "nadert_op", "geschorst_vanaf"]


@contextmanager
def volgens_recht(veld: str | None = None) -> Iterator[None]:
    """Say what the law refuses as a domain error, beside the form field `veld`."""
    try:
        yield
    except Rechtsfout as fout:
        raise Domeinfout(fout.fout, fout.toelichting, fout.doe, veld=veld) from fout


def stilstanden(termijnen: Iterable[int]) -> dict[int, list[Stilstand]]:
    """Return the suspensions of these clocks, by clock, in order."""
    per: dict[int, list[Stilstand]] = {}
    rijen = Schorsing.objects.filter(termijn__in=list(termijnen)).order_by("van", "pk")
    for nr, van, tot, reden, herstel in rijen.values_list(
        "termijn_id", "van", "tot", "reden", "hersteltermijn"
    ):
        per.setdefault(nr, []).append(Stilstand(van, tot, Grond(reden), herstel))
    return per


def verdaagd(termijnen: Iterable[int]) -> dict[int, int]:
    """Return by how many days these clocks were postponed in all; without one a clock is absent."""
    per: dict[int, int] = {}
    rijen = Verdaging.objects.filter(termijn__in=list(termijnen))
    for nr, dagen in rijen.values_list("termijn_id", "dagen"):
        per[nr] = per.get(nr, 0) + dagen
    return per


def herreken(termijnen: list[Termijn]) -> None:
    """Set what `recht` says of each clock on its row (not saved). Two queries."""
    ids = [t.pk for t in termijnen]
    stil, extra = stilstanden(ids), verdaagd(ids)
    for termijn in termijnen:
        zet(termijn, stil.get(termijn.pk, []), extra.get(termijn.pk, 0))


def zet(termijn: Termijn, stil: list[Stilstand], verdaging_dagen: int = 0) -> None:
    """Set the last day and what follows from it; Domeinfout where the law refuses.

    Of a finished clock a running suspension counts through the day on which the work was done.
    """
    with volgens_recht():
        uitkomst = rules.reken(termijn.soort, termijn.start, stil, verdaging_dagen, termijn.gehaald_op)
        van = rules.begin(termijn.soort, termijn.start)
    termijn.uiterste_datum = uitkomst.einde
    regel = taakregel(NADERT)
    termijn.nadert_op = rules.nadert_op(
        van,
        uitkomst.einde,
        rules.stille_dagen(stil, van, uitkomst.einde),
        procent=regel.getal("procent"),
        dagen=regel.getal("dagen_vooraf"),
    )
    termijn.geschorst_vanaf = next((s.van for s in stil if s.tot is None), None)


def naar(termijn: Termijn, overgang: str) -> Termijnstatus:
    """Return the status after `overgang`; Domeinfout when that cannot be from where the clock stands."""
    volgende = TERMIJN_OVERGANGEN[Termijnstatus(termijn.status)].get(overgang)
    if volgende is None:
        raise Domeinfout(
            "termijn_status",
            _("Deze termijn %(stand)s; dit kan nu niet meer.")
            % {"stand": STATUSSEN[Termijnstatus(termijn.status)]},
            _("Ververs de pagina om te zien hoe de termijn er nu voor staat."),
        )
    return volgende


def eis_dag(dag: date, vroegst: date, laatst: date, veld: str, toelichting: str) -> None:
    """Refuse a day outside `vroegst` through `laatst`."""
    if not vroegst <= dag <= laatst:
        raise Domeinfout(
            f"termijn_{veld}",
            toelichting,
            _("Kies een dag van %(vroegst)s tot en met %(laatst)s.")
            % {"vroegst": vroegst.strftime("%d-%m-%Y"), "laatst": laatst.strftime("%d-%m-%Y")},
            veld=veld,
        )
