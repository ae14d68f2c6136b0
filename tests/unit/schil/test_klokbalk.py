"""The clock: its state in a word and a shape, and a bar that never lies."""

import re
from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from samendoen.schil.api import balk, klok

START, EINDE = date(2025, 3, 10), date(2025, 4, 22)
STIL = [(date(2025, 3, 20), date(2025, 3, 27))]


@pytest.mark.parametrize(
    ("vandaag", "klaar_op", "stand", "woord"),
    [
        (date(2025, 4, 10), None, "loopt", "loopt"),
        (date(2025, 3, 25), None, "stil", "staat stil"),
        (date(2025, 4, 15), None, "bijna", "bijna om"),
        (EINDE, None, "bijna", "bijna om"),
        (date(2025, 4, 23), None, "te-laat", "te laat"),
        (date(2025, 5, 1), EINDE, "klaar", "op tijd klaar"),
        (date(2025, 5, 1), date(2025, 4, 23), "klaar-laat", "te laat klaar"),
    ],
)
def test_the_state_of_a_clock_is_a_word(vandaag: date, klaar_op: date | None, stand: str, woord: str) -> None:
    with override("nl"):
        gemaakt = klok(
            naam="Onderzoek",
            start=START,
            uiterste=EINDE,
            vandaag=vandaag,
            schorsingen=STIL,
            klaar_op=klaar_op,
        )
    assert gemaakt.stand == stand
    assert woord in gemaakt.status
    assert "<svg" in gemaakt.status


def test_a_clock_tells_how_long_it_stood_still() -> None:
    with override("nl"):
        gemaakt = klok(naam="O", start=START, uiterste=EINDE, vandaag=START, schorsingen=STIL)
    assert gemaakt.schorsingen == ("Stond stil van do 20 maart 2025 tot en met do 27 maart 2025 (8 dagen)",)


def test_a_calculation_is_never_late() -> None:
    gemaakt = klok(naam="O", start=START, uiterste=EINDE, vandaag=date(2026, 1, 1), rekenen=True)
    assert gemaakt.stand == "rekenen"


def test_steps_become_text() -> None:
    with override("nl"):
        gemaakt = klok(
            naam="O",
            start=START,
            uiterste=EINDE,
            vandaag=START,
            stappen=[(START, "Ontvangen.", "Wmo art. 1")],
        )
    (stap,) = gemaakt.stappen
    assert (stap.datum, stap.wat, stap.grondslag) == ("ma 10 maart 2025", "Ontvangen.", "Wmo art. 1")


def test_what_passed_after_the_last_day_is_drawn_apart() -> None:
    assert "sd-balk__over" in balk(START, EINDE, EINDE + timedelta(days=3))
    assert "sd-balk__over" not in balk(START, EINDE, EINDE)


def test_no_mark_of_today_before_the_beginning() -> None:
    assert "sd-balk__nu" not in balk(START, EINDE, START - timedelta(days=1))


DAGEN = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))


@given(start=DAGEN, lengte=st.integers(0, 400), vandaag=DAGEN, van=DAGEN, stil=st.integers(0, 90))
def test_a_bar_stays_within_its_frame(start: date, lengte: int, vandaag: date, van: date, stil: int) -> None:
    einde = start + timedelta(days=lengte)
    tekening = balk(start, einde, vandaag, ((van, van + timedelta(days=stil)),))
    for x, breedte in re.findall(r'x="(-?\d+)" y="\d+" width="(-?\d+)"', tekening):
        assert 0 <= int(x) <= int(x) + int(breedte) <= 1000
    assert "style=" not in tekening
