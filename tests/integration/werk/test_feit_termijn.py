"""The fact `termijn`: what the events say, as known at a moment."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from samendoen.kernel import klok, stekkers
from samendoen.kernel.api import SYSTEEM, Actor
from samendoen.recht.api import Grond
from samendoen.werk.api import (
    draag_termijnen_over,
    heropen_termijnen,
    hervat_termijn,
    laat_vervallen,
    schors_termijn,
    verdaag_termijn,
    voltooi_termijnen,
)
from samendoen.werk.models import Termijn
from samendoen.werk.rules import Verdagingsreden
from tests.integration.werk.conftest import ANDER, TEAM, VANDAAG, Starter, in_actie

pytestmark = pytest.mark.django_db
OVER = "toegang.melding"
JUNI = date(2024, 6, 1)


def feiten(op: date) -> list[dict[str, Any]]:
    soort = stekkers.feit.geef("termijn")
    assert soort is not None
    moment: datetime = klok.einde_van(op) - timedelta(microseconds=1)
    namen = [kolom.naam for kolom in soort.kolommen]
    return [dict(zip(namen, rij, strict=True)) for portie in soort.rijen(moment) for rij in portie]


def test_a_running_clock_is_neither_met_nor_missed(start: Starter) -> None:
    start("wmo-onderzoek")
    assert feiten(VANDAAG) == [
        {
            "soort": "wmo-onderzoek",
            "startmaand": JUNI,
            "team": TEAM,
            "status": "loopt",
            "gehaald": None,
            "dagen": None,
        }
    ]


def test_an_overdue_clock_is_not_met_although_it_runs(start: Starter) -> None:
    start("wmo-onderzoek")  # last day 15 July
    assert [f["gehaald"] for f in (*feiten(date(2024, 7, 15)), *feiten(date(2024, 7, 16)))] == [None, False]


@pytest.mark.parametrize(("na", "gehaald"), [(42, True), (43, False)])
def test_finished_work_says_whether_and_in_how_many_days(start: Starter, na: int, gehaald: bool) -> None:
    termijn = start("wmo-onderzoek")
    op = VANDAAG + timedelta(days=na)
    with klok.op(op), in_actie():
        voltooi_termijnen(SYSTEEM, OVER, [(termijn.onderwerp_id, op)])
    [feit] = feiten(op)
    assert (feit["gehaald"], feit["dagen"]) == (gehaald, na)
    assert feiten(VANDAAG)[0]["dagen"] is None  # as it was known then


def test_a_finish_that_was_taken_back_never_was(start: Starter) -> None:
    termijn = start("wmo-onderzoek")
    with in_actie():
        voltooi_termijnen(SYSTEEM, OVER, [(termijn.onderwerp_id, VANDAAG)])
        heropen_termijnen(SYSTEEM, OVER, [termijn.onderwerp_id])
    assert (feiten(VANDAAG)[0]["status"], feiten(VANDAAG)[0]["gehaald"]) == ("loopt", None)


def test_a_clock_that_stands_still_is_not_overdue(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", date(2024, 4, 9))  # last day tomorrow
    schors_termijn(consulent, termijn.pk, VANDAAG, Grond.AANVULLING, uuid4(), date(2024, 6, 20))
    assert feiten(date(2024, 6, 10))[0]["gehaald"] is None
    with klok.op(date(2024, 6, 11)):
        hervat_termijn(consulent, termijn.pk, date(2024, 6, 11))
    termijn.refresh_from_db()
    assert feiten(termijn.uiterste_datum)[0]["gehaald"] is None
    assert feiten(termijn.uiterste_datum + timedelta(days=1))[0]["gehaald"] is False


def test_a_lapsed_clock_counts_as_neither(start: Starter) -> None:
    termijn = start("wmo-onderzoek", date(2024, 1, 8))
    with in_actie():
        laat_vervallen(SYSTEEM, OVER, [termijn.onderwerp_id])
    assert (feiten(VANDAAG)[0]["status"], feiten(VANDAAG)[0]["gehaald"]) == ("vervallen", None)


def test_another_team_from_the_day_of_transfer(start: Starter, buur: Actor) -> None:
    termijn = start()
    [groep] = buur.groepen
    with klok.op(VANDAAG + timedelta(days=1)), in_actie():
        draag_termijnen_over(SYSTEEM, OVER, [termijn.onderwerp_id], groep_id=groep)
    assert [feiten(VANDAAG)[0]["team"], feiten(VANDAAG + timedelta(days=1))[0]["team"]] == [TEAM, ANDER]


def test_refolding_the_events_gives_the_row(start: Starter, consulent: Actor) -> None:
    """State and events say the same of every clock, whatever happened to it."""
    from samendoen.kernel.api import van_onderwerp
    from samendoen.kernel.gebeurtenissen import lees
    from samendoen.werk.feiten import Stand, vouw

    gestart = [start("awb-beslistermijn", VANDAAG - timedelta(days=d)) for d in (0, 10, 20, 30)]
    verdaag_termijn(consulent, gestart[0].pk, 9, Verdagingsreden.ONDERZOEK, uuid4())
    schors_termijn(consulent, gestart[1].pk, VANDAAG, Grond.OVERMACHT, uuid4())
    with in_actie():
        voltooi_termijnen(SYSTEEM, OVER, [(gestart[2].onderwerp_id, VANDAAG)])
        laat_vervallen(SYSTEEM, OVER, [gestart[3].onderwerp_id])
    for rij in Termijn.objects.all():
        stand: Stand | None = None
        for g in van_onderwerp("werk.termijn", [rij.pk])[rij.pk]:
            stand = vouw(stand, g.voorgevallen_op, lees(g))
        assert stand == Stand(
            rij.soort,
            rij.start,
            rij.uiterste_datum,
            rij.groep_id,
            rij.status,  # type: ignore[arg-type]
            rij.gehaald_op,
            rij.geschorst_vanaf is not None,
        )
