"""What every action on a clock shares: the answer of the law, written on the row."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel.api import Domeinfout
from samendoen.recht.api import Grond, Rechtsfout
from samendoen.werk import rules
from samendoen.werk.definities import taakregel
from samendoen.werk.models import Termijn
from samendoen.werk.rules import NADERT, TERMIJN_OVERGANGEN, Stilstand, Termijnstatus

STATUSSEN = {
    Termijnstatus.LOOPT: gettext_lazy("loopt"),
    Termijnstatus.GEHAALD: gettext_lazy("is op tijd afgerond"),
    Termijnstatus.GEMIST: gettext_lazy("is te laat afgerond"),
    Termijnstatus.VERVALLEN: gettext_lazy("is vervallen"),
}
_STIL_EN_VERDAAGD = """
SELECT termijn_id, van, tot, reden, hersteltermijn, NULL AS dagen, id FROM werk_schorsing
WHERE termijn_id = ANY(%s)
UNION ALL
SELECT termijn_id, NULL, NULL, NULL, NULL, dagen, id FROM werk_verdaging WHERE termijn_id = ANY(%s)
ORDER BY van, id
"""
GEREKEND = ["uiterste_datum", "nadert_op", "geschorst_vanaf"]


@contextmanager
def volgens_recht(veld: str | None = None) -> Iterator[None]:
    """Say what the law refuses as a domain error, beside the form field `veld`."""
    try:
        yield
    except Rechtsfout as fout:
        raise Domeinfout(fout.fout, fout.toelichting, fout.doe, veld=veld) from fout


def stil_en_verdaagd(termijnen: Iterable[int]) -> tuple[dict[int, list[Stilstand]], dict[int, int]]:
    """Return by clock its suspensions, in order, and by how many days it was postponed in all; a clock with
    none is absent. One query."""
    stil: dict[int, list[Stilstand]] = {}
    extra: dict[int, int] = {}
    ids = list(termijnen)
    with connection.cursor() as cursor:
        cursor.execute(_STIL_EN_VERDAAGD, [ids, ids])
        for nr, van, tot, reden, herstel, dagen, _id in cursor.fetchall():
            if dagen is None:
                stil.setdefault(nr, []).append(Stilstand(van, tot, Grond(reden), herstel))
            else:
                extra[nr] = extra.get(nr, 0) + dagen
    return stil, extra


def herreken(termijnen: list[Termijn]) -> None:
    """Set what `recht` says of each clock on its row (not saved). One query."""
    ids = [t.pk for t in termijnen]
    stil, extra = stil_en_verdaagd(ids)
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
