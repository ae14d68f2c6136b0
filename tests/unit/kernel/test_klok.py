"""The clock can be set, and stands in the Netherlands."""

from datetime import UTC, date, datetime, tzinfo

import pytest

from samendoen.kernel import klok


def test_the_clock_stands_where_it_is_put() -> None:
    with klok.op(date(2025, 4, 22)):
        assert klok.vandaag() == date(2025, 4, 22)
        with klok.op(date(2026, 1, 1)):
            assert klok.vandaag() == date(2026, 1, 1)
        assert klok.vandaag() == date(2025, 4, 22)


def test_the_day_is_that_of_the_netherlands() -> None:
    with klok.op(datetime(2024, 6, 2, 22, 30, tzinfo=UTC).astimezone(klok.NEDERLAND)):
        assert klok.vandaag() == date(2024, 6, 3)


def test_an_installation_can_show_another_day(settings: pytest.FixtureRequest) -> None:
    settings.SAMENDOEN_VANDAAG = "2024-06-03"  # type: ignore[attr-defined]
    with klok.werkelijk():
        assert klok.vandaag() == date(2024, 6, 3)


@pytest.mark.parametrize(
    ("echt", "getoond"),
    [
        ("00:00:00", "09:00:00"),
        ("04:30:30", "09:00:30"),
        ("09:01:00", "09:01:00"),
        ("13:15:00", "13:15:00"),
        ("23:59:59", "23:59:59"),
    ],
)
def test_a_day_that_is_shown_begins_at_nine_and_never_goes_back(
    monkeypatch: pytest.MonkeyPatch, settings: pytest.FixtureRequest, echt: str, getoond: str
) -> None:
    class Stil(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.fromisoformat(f"2026-11-26T{echt}").replace(tzinfo=klok.NEDERLAND)

    monkeypatch.setattr(klok, "datetime", Stil)
    settings.SAMENDOEN_VANDAAG = "2024-06-03"  # type: ignore[attr-defined]
    klok._verschuiving.cache_clear()
    with klok.werkelijk():
        nu = klok.nu()
    klok._verschuiving.cache_clear()
    assert nu.replace(microsecond=0) == datetime.fromisoformat(f"2024-06-03T{getoond}").replace(
        tzinfo=klok.NEDERLAND
    )


def test_the_hour_that_comes_twice_does_not_go_back_in_time(
    monkeypatch: pytest.MonkeyPatch, settings: pytest.FixtureRequest
) -> None:
    tweede_keer = datetime(2024, 10, 27, 1, 30, tzinfo=UTC)  # 02:30, after the clocks went back

    class Stil(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return tweede_keer.astimezone(tz)

    monkeypatch.setattr(klok, "datetime", Stil)
    settings.SAMENDOEN_VANDAAG = ""  # type: ignore[attr-defined]
    with klok.werkelijk():
        assert klok.nu().astimezone(UTC) == tweede_keer


def test_the_end_of_a_day_is_the_next_midnight() -> None:
    assert klok.einde_van(date(2024, 3, 30)) == datetime(2024, 3, 31, 0, 0, tzinfo=klok.NEDERLAND)
