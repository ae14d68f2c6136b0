"""The waiting list's rules on values, and its definitions."""

import json
import tomllib
from datetime import date, timedelta
from uuid import uuid4

import pytest
from pydantic import ValidationError

from samendoen.kernel.definities import definitie_pad
from samendoen.toegang.definities import Wachtlijstdefinitie, wachtlijstdefinitie
from samendoen.toegang.rules import (
    Contactmoment,
    Contactuitkomst,
    Laatste,
    laatste,
    uiterste_contact,
    volgend_contact,
    vouw_wachten,
)

DAG = date(2024, 6, 3)
WEEK = timedelta(weeks=1)


def test_the_latest_contact_says_when_to_call_and_the_latest_told_how_long() -> None:
    eerst = Contactmoment(DAG, DAG + 3 * WEEK, 8)
    later = Contactmoment(DAG + WEEK, DAG + 2 * WEEK)
    assert laatste([]) == Laatste()
    for volgorde in ([eerst, later], [later, eerst]):
        assert laatste(volgorde) == Laatste(DAG + WEEK, DAG + 2 * WEEK, DAG, 8)


def test_who_was_not_reached_is_called_within_a_week() -> None:
    assert uiterste_contact(DAG, Contactuitkomst.NIET_BEREIKT, 4) == DAG + WEEK
    assert uiterste_contact(DAG, Contactuitkomst.BERICHT, 4) == DAG + 4 * WEEK


def test_a_quicker_rhythm_overtakes_what_was_agreed() -> None:
    assert volgend_contact(DAG, None, None, 2) == DAG + 2 * WEEK
    assert volgend_contact(DAG, DAG + WEEK, DAG + 2 * WEEK, 4) == DAG + 2 * WEEK
    assert volgend_contact(DAG, DAG + WEEK, DAG + 4 * WEEK, 1) == DAG + 2 * WEEK


def test_an_offer_that_was_revoked_after_it_stopped_leaves_nothing() -> None:
    from samendoen.toegang.events import OverbruggingGestopt

    assert vouw_wachten([(DAG, OverbruggingGestopt(overbrugging=uuid4()))]).overbruggingen == {}


@pytest.mark.parametrize("naam", sorted(pad.stem for pad in definitie_pad("wachtlijsten").glob("*.toml")))
def test_every_definition_has_a_beginning_for_every_question(naam: str) -> None:
    definitie = wachtlijstdefinitie(naam)
    assert definitie.van("", "spoed").code == "spoed"
    assert definitie.van("bestaat_niet_meer", "team").standaard
    assert definitie.van("hoog", "spoed").code == "hoog"


def test_the_schema_refuses_what_cannot_be() -> None:
    gewoon = tomllib.loads(definitie_pad("wachtlijsten", "algemeen.toml").read_text())
    spoed, hoog, standaard = gewoon["prioriteit"]
    for lijst, zin in (
        ([spoed, hoog], "precies één"),
        ([spoed, spoed, standaard], "meer dan één keer"),
        ([spoed | {"routes": ["eropaf"]}, standaard], "wachtroute"),
        ([spoed | {"weken": 0}, standaard], "greater than 0"),
    ):
        with pytest.raises(ValidationError, match=zin):
            Wachtlijstdefinitie.model_validate_json(json.dumps({"prioriteit": lijst}))
