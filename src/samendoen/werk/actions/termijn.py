"""Clocks start, end, lapse and change hands: parts of other contexts' actions, in bulk.

However many clocks there are, each use case writes one statement per table.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError
from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    van_onderwerp,
    werk_bij,
)
from samendoen.recht.api import geef_soort
from samendoen.werk import rules
from samendoen.werk.actions.rekenwerk import GEREKEND, herreken, naar, volgens_recht, zet
from samendoen.werk.events import (
    TermijnGehaald,
    TermijnGemist,
    TermijnGestart,
    TermijnHeropend,
    TermijnOvergedragen,
    TermijnVervallen,
)
from samendoen.werk.models import Termijn
from samendoen.werk.models.termijn import AFGEROND
from samendoen.werk.rules import Termijnstatus

SOORT = "werk.termijn"
AFLOOP = (TermijnGehaald.soort, TermijnGemist.soort)


@dataclass(frozen=True, slots=True)
class TermijnStart:
    """A clock to start: its kind (a code of `recht`), the day of the event that starts it, what it is
    about, and who keeps watch: a group or a user, exactly one."""

    soort: str
    start: date
    dossier_id: int | None
    onderwerp_soort: str
    onderwerp_id: int
    groep_id: int | None = None
    gebruiker_id: int | None = None


@actie("werk", None)
def start_termijnen(door: Actor, starts: Sequence[TermijnStart]) -> list[int]:
    """Start clocks; return their ids in the order asked. Each is on Vandaag of its owner at once.

    Raises Domeinfout for an unknown kind, or a kind that already runs for that subject.
    """
    termijnen = [_nieuw(start) for start in starts]
    try:
        schrijf(termijnen)
    except IntegrityError as fout:
        if "termijn_loopt_eenmaal" not in str(fout):
            raise
        raise Domeinfout(
            "termijn_loopt_al",
            _("Deze termijn loopt al."),
            _("Ververs de pagina: misschien was een collega u voor."),
        ) from fout
    leg_vast(door, *(_vast(t, _gestart(t), t.start) for t in termijnen))
    return [t.pk for t in termijnen]


def _nieuw(start: TermijnStart) -> Termijn:
    with volgens_recht():
        grondslag = geef_soort(start.soort).grondslag
    termijn = Termijn(
        soort=start.soort,
        grondslag=grondslag,
        start=start.start,
        onderwerp_soort=start.onderwerp_soort,
        onderwerp_id=start.onderwerp_id,
        dossier_id=start.dossier_id,
        groep_id=start.groep_id,
        gebruiker_id=start.gebruiker_id,
        bij_sinds=klok.vandaag(),
    )
    zet(termijn, [])
    return termijn


def _gestart(termijn: Termijn) -> TermijnGestart:
    return TermijnGestart(
        termijnsoort=termijn.soort,
        over_soort=termijn.onderwerp_soort,
        over_id=termijn.onderwerp_id,
        uiterste_datum=termijn.uiterste_datum,
        groep=termijn.groep_id,
        gebruiker=termijn.gebruiker_id,
    )


def _vast(
    termijn: Termijn, gebeurtenis: Gebeurtenissoort, op: date, herroept: int | None = None
) -> Vastlegging:
    return Vastlegging(gebeurtenis, termijn.pk, op, dossier_id=termijn.dossier_id, herroept_id=herroept)


@actie("werk", None)
def voltooi_termijnen(
    door: Actor, onderwerp_soort: str, voltooid: Sequence[tuple[int, date]], soort: str | None = None
) -> list[int]:
    """Say of (subject, day) that the work was done: met through the last day, else missed with its date.

    All running clocks of the subject, or only those of kind `soort`; a subject without one is passed
    over. A suspension that still runs counts through that day. Returns the ids of the clocks.
    Raises Domeinfout for a day before the start.
    """
    op = dict(voltooid)
    termijnen = _lopende(onderwerp_soort, op, soort)
    for termijn in termijnen:
        termijn.gehaald_op = op[termijn.onderwerp_id]
        if termijn.gehaald_op < termijn.start:
            raise Domeinfout(
                "voltooid_voor_start",
                _("Het werk kan niet klaar zijn voordat de termijn begon."),
                _("Kies een dag op of na %(dag)s.") % {"dag": termijn.start.strftime("%d-%m-%Y")},
                veld="op",
            )
    herreken([t for t in termijnen if t.geschorst_vanaf])
    for termijn in termijnen:
        afloop = rules.na_voltooiing(termijn.uiterste_datum, op[termijn.onderwerp_id])
        termijn.status = naar(termijn, "haal" if afloop is Termijnstatus.GEHAALD else "mis")
    werk_bij(termijnen, ["status", "gehaald_op", *GEREKEND])
    leg_vast(door, *(_vast(t, _afgerond(t), op[t.onderwerp_id]) for t in termijnen))
    return [t.pk for t in termijnen]


def _afgerond(termijn: Termijn) -> Gebeurtenissoort:
    if termijn.gehaald_op is None or termijn.status == Termijnstatus.GEHAALD:
        return TermijnGehaald(uiterste_datum=termijn.uiterste_datum)
    te_laat = (termijn.gehaald_op - termijn.uiterste_datum).days
    return TermijnGemist(uiterste_datum=termijn.uiterste_datum, dagen_te_laat=te_laat)


@actie("werk", None)
def heropen_termijnen(
    door: Actor,
    onderwerp_soort: str,
    onderwerp_ids: Iterable[int],
    soort: str | None = None,
    zonder: str | None = None,
) -> list[int]:
    """Take back the last `voltooi_termijnen` of these subjects: the clocks run as if never stopped.

    Only those of kind `soort`, or all but those of kind `zonder`. The events that said they were met or
    missed are revoked. Returns the ids of the clocks.
    """
    rijen = Termijn.objects.select_for_update().filter(
        onderwerp_soort=onderwerp_soort, onderwerp_id__in=list(onderwerp_ids), status__in=AFGEROND
    )
    rijen = rijen.filter(soort=soort) if soort else rijen
    alle = list((rijen.exclude(soort=zonder) if zonder else rijen).order_by("pk"))
    afloop = {
        nr: next(rij for rij in reversed(regels) if rij.soort in AFLOOP)
        for nr, regels in van_onderwerp(SOORT, [t.pk for t in alle]).items()
    }
    termijnen = _laatst_afgerond(alle)
    for termijn in termijnen:
        termijn.status, termijn.gehaald_op = naar(termijn, "heropen"), None
    herreken(termijnen)
    werk_bij(termijnen, ["status", "gehaald_op", *GEREKEND])
    vandaag = klok.vandaag()
    leg_vast(
        door,
        *(
            _vast(t, TermijnHeropend(uiterste_datum=t.uiterste_datum), vandaag, afloop[t.pk].pk)
            for t in termijnen
        ),
    )
    return [t.pk for t in termijnen]


def _laatst_afgerond(termijnen: list[Termijn]) -> list[Termijn]:
    """Keep per subject the clocks that ended on its latest day: what the last completion touched."""
    laatste: dict[int, date] = {}
    for t in termijnen:
        if t.gehaald_op is not None:
            laatste[t.onderwerp_id] = max(t.gehaald_op, laatste.get(t.onderwerp_id, t.gehaald_op))
    return [t for t in termijnen if t.gehaald_op == laatste[t.onderwerp_id]]


@actie("werk", None)
def laat_vervallen(
    door: Actor, onderwerp_soort: str, onderwerp_ids: Iterable[int], soort: str | None = None
) -> list[int]:
    """Let the running clocks of these subjects lapse: nothing is asked any more. Returns their ids."""
    termijnen = _lopende(onderwerp_soort, onderwerp_ids, soort)
    for termijn in termijnen:
        termijn.status = naar(termijn, "verval")
    Termijn.objects.filter(pk__in=[t.pk for t in termijnen]).update(status=Termijnstatus.VERVALLEN)
    vandaag = klok.vandaag()
    leg_vast(door, *(_vast(t, TermijnVervallen(), vandaag) for t in termijnen))
    return [t.pk for t in termijnen]


@actie("werk", None)
def draag_termijnen_over(
    door: Actor,
    onderwerp_soort: str,
    onderwerp_ids: Iterable[int],
    groep_id: int | None = None,
    gebruiker_id: int | None = None,
) -> list[int]:
    """Let another group or user (exactly one) keep watch over the running clocks; return their ids.

    Clocks that lie there already stay as they are.
    """
    if (groep_id is None) == (gebruiker_id is None):
        raise ValueError("A clock lies with a group or with a user: give exactly one")
    return _draag_over(door, onderwerp_soort, dict.fromkeys(onderwerp_ids, (groep_id, gebruiker_id)))


@actie("werk", None)
def verdeel_termijnen(door: Actor, onderwerp_soort: str, groepen: Mapping[int, int]) -> list[int]:
    """Let the groups (subject -> group) keep watch over the running clocks; see draag_termijnen_over."""
    return _draag_over(door, onderwerp_soort, {pk: (groep, None) for pk, groep in groepen.items()})


def _draag_over(
    door: Actor, onderwerp_soort: str, naar_wie: Mapping[int, tuple[int | None, int | None]]
) -> list[int]:
    alle = _lopende(onderwerp_soort, naar_wie, None)
    termijnen = [t for t in alle if (t.groep_id, t.gebruiker_id) != naar_wie[t.onderwerp_id]]
    vandaag = klok.vandaag()
    for termijn in termijnen:
        termijn.groep_id, termijn.gebruiker_id = naar_wie[termijn.onderwerp_id]
        termijn.bij_sinds = vandaag
    werk_bij(termijnen, ["groep", "gebruiker", "bij_sinds"])
    leg_vast(
        door,
        *(
            _vast(t, TermijnOvergedragen(groep=t.groep_id, gebruiker=t.gebruiker_id), vandaag)
            for t in termijnen
        ),
    )
    return [t.pk for t in termijnen]


def _lopende(onderwerp_soort: str, onderwerp_ids: Iterable[int], soort: str | None) -> list[Termijn]:
    """Fetch and lock the running clocks of these subjects, always in the same order."""
    rijen = Termijn.objects.select_for_update().filter(
        onderwerp_soort=onderwerp_soort, onderwerp_id__in=list(onderwerp_ids), status=Termijnstatus.LOOPT
    )
    return list((rijen.filter(soort=soort) if soort else rijen).order_by("pk"))
