"""Every event moves the retention date of its dossier: once for an action, and again after an undoing."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from samendoen.kernel import klok
from samendoen.kernel.access import open_dossiers
from samendoen.kernel.acties import actie, schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.events import InzageBeeindigd
from samendoen.kernel.gebeurtenissen import Vastlegging, leg_vast
from samendoen.kernel.models import Dossier
from samendoen.kernel.rechten import Permissie

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = VANDAAG + timedelta(days=5)


def leg_iets_vast(door: Actor, dossier: int) -> None:
    leg_vast(door, Vastlegging(InzageBeeindigd(gebruiker=1, grond="team"), 1, VANDAAG, dossier_id=dossier))


@actie("kernel", Permissie.SYSTEEM)
def doe_twee_dingen(door: Actor, dossier: int) -> None:
    leg_iets_vast(door, dossier)
    leg_iets_vast(door, dossier)


@actie("kernel", Permissie.SYSTEEM)
def probeer_en_doe_dan_iets_anders(door: Actor, dossier: int) -> None:
    with suppress(ZeroDivisionError), transaction.atomic():
        leg_iets_vast(door, dossier)
        raise ZeroDivisionError
    leg_iets_vast(door, dossier)


@actie("kernel", Permissie.SYSTEEM)
def open_en_leg_vast(door: Actor) -> int:
    dossier = open_dossiers(["wmo"], "proef", [VANDAAG])[0].pk
    leg_iets_vast(door, dossier)
    return dossier


@pytest.fixture
def dossier() -> int:
    with schrijft("kernel"):
        return open_dossiers(["wmo"], "proef", [VANDAAG])[0].pk


def bewaardatum(dossier: int) -> date:
    return Dossier.objects.get(pk=dossier).laatst_gewijzigd_op


def bijwerkingen(vragen: Any) -> int:
    return sum(v["sql"].startswith('UPDATE "kernel_dossier"') for v in vragen.captured_queries)


def test_two_events_of_one_action_move_it_in_one_statement(dossier: int) -> None:
    with klok.op(LATER), CaptureQueriesContext(connection) as vragen:
        doe_twee_dingen(SYSTEEM, dossier)
    assert (bewaardatum(dossier), bijwerkingen(vragen)) == (LATER, 1)


def test_what_was_undone_within_the_action_is_done_again(dossier: int) -> None:
    with klok.op(LATER):
        probeer_en_doe_dan_iets_anders(SYSTEEM, dossier)
    assert bewaardatum(dossier) == LATER


def test_the_next_action_moves_it_again(dossier: int) -> None:
    with klok.op(LATER):
        doe_twee_dingen(SYSTEEM, dossier)
    with klok.op(LATER + timedelta(days=1)):
        doe_twee_dingen(SYSTEEM, dossier)
    assert bewaardatum(dossier) == LATER + timedelta(days=1)


def test_a_new_dossier_needs_no_moving() -> None:
    with CaptureQueriesContext(connection) as vragen:
        dossier = open_en_leg_vast(SYSTEEM)
    assert (bewaardatum(dossier), bijwerkingen(vragen)) == (VANDAAG, 0)
