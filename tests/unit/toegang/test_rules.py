"""The front door's rules on values."""

from datetime import date

import pytest

from samendoen.kernel.gebeurtenissen import Gebeurtenissoort
from samendoen.toegang.events import (
    MeldingAfgehandeld,
    MeldingGeregistreerd,
    MeldingGeregistreerdV1,
    MeldingHeropend,
    MeldingIngetrokken,
)
from samendoen.toegang.rules import MELDING_OVERGANGEN, TERMIJN_BIJ_MELDING, MeldingStand, Status, kort, vouw

DAG = date(2024, 6, 3)
V1 = (DAG, MeldingGeregistreerdV1(kanaal="telefoon", kader="wmo", team="gebiedsteam_leerdam"))
NIEUW = (
    DAG,
    MeldingGeregistreerd(
        kanaal="telefoon",
        kader="wmo",
        team="gebiedsteam_leerdam",
        mede_kaders=(),
        leefgebieden=(),
        spoed=False,
        melder="zelf",
        vrijwillig=True,
        zorgvrager=0,
        herkend=False,
    ),
)


def test_no_events_no_melding() -> None:
    assert vouw([]) is None


@pytest.mark.parametrize("eerste", [V1, NIEUW], ids=["v1", "v2"])
def test_a_registered_melding_is_open(eerste: tuple[date, Gebeurtenissoort]) -> None:
    assert vouw([eerste]) == MeldingStand("wmo", "telefoon", "gebiedsteam_leerdam", DAG, Status.OPEN)


def test_a_handled_melding_knows_how_and_when() -> None:
    stand = vouw([NIEUW, (date(2024, 6, 10), MeldingAfgehandeld(uitkomst="onderzocht"))])
    assert stand is not None
    assert (stand.status, stand.uitkomst, stand.afgehandeld_op) == (
        Status.AFGEHANDELD,
        "onderzocht",
        date(2024, 6, 10),
    )


def test_reopening_leaves_the_revoked_handling_out() -> None:
    stand = vouw([NIEUW, (DAG, MeldingHeropend())])
    assert stand is not None
    assert stand.status is Status.OPEN


def test_withdrawn_by_the_resident_still_was_asked() -> None:
    stand = vouw([NIEUW, (DAG, MeldingIngetrokken(reden="door_inwoner"))])
    assert stand is not None
    assert stand.status is Status.INGETROKKEN


def test_taken_down_wrongly_never_was() -> None:
    """The registration is revoked, so only the withdrawal is left."""
    assert vouw([(DAG, MeldingIngetrokken(reden="dubbel"))]) is None


@pytest.mark.parametrize("status", list(Status))
def test_every_status_says_where_it_can_go(status: Status) -> None:
    assert set(MELDING_OVERGANGEN[status].values()) <= set(Status)


def test_a_melding_under_the_youth_act_starts_no_clock() -> None:
    """Its clock starts at the application (Awb 4:13)."""
    assert "jeugd" not in TERMIJN_BIJ_MELDING
    assert TERMIJN_BIJ_MELDING["wmo"] == "wmo-onderzoek"


@pytest.mark.parametrize(
    ("vraag", "gekort"),
    [
        ("Wie helpt mij?", "Wie helpt mij?"),
        ("  Eerste regel \nTweede regel", "Eerste regel"),
        ("Ik kan de trap niet meer op, en nu?", "Ik kan de trap niet…"),
        ("Hottentottententententoonstelling", "Hottentottentententen…"),
        ("", ""),
    ],
)
def test_a_long_question_is_cut_after_a_whole_word(vraag: str, gekort: str) -> None:
    assert kort(vraag, 22) == gekort
