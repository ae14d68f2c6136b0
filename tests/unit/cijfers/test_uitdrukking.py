"""How periods are written and where they begin and end."""

from datetime import date

import pytest

from samendoen.cijfers.rules.uitdrukking import Uitkomst, begin_van, eind_van, periode_van


@pytest.mark.parametrize(
    ("getal", "deel", "periode", "begin", "eind"),
    [
        (2024, "jaar", 2024, date(2024, 1, 1), date(2025, 1, 1)),
        (202401, "kwartaal", "2024-K1", date(2024, 1, 1), date(2024, 4, 1)),
        (202404, "kwartaal", "2024-K4", date(2024, 10, 1), date(2025, 1, 1)),
        (202402, "maand", "2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        (202412, "maand", "2024-12", date(2024, 12, 1), date(2025, 1, 1)),
    ],
)
def test_a_period_is_written_and_read_back(
    getal: int, deel: str, periode: str | int, begin: date, eind: date
) -> None:
    assert periode_van(getal, deel) == periode  # type: ignore[arg-type]
    assert (begin_van(periode), eind_van(periode)) == (begin, eind)


def test_no_date_is_no_period() -> None:
    assert periode_van(None, "maand") is None


@pytest.mark.parametrize("onzin", ["", "mei", "2024-13", "2024-K5", "24-01-"])
def test_what_is_no_period_is_refused(onzin: str) -> None:
    with pytest.raises(ValueError):
        begin_van(onzin)


@pytest.mark.parametrize(
    ("uitkomst", "waarde"),
    [(Uitkomst((), 7), 7), (Uitkomst((), 1, 4), 0.25), (Uitkomst((), 0, 0), None), (Uitkomst((), 0, 3), 0)],
)
def test_a_share_of_nothing_has_no_value(uitkomst: Uitkomst, waarde: float | None) -> None:
    assert uitkomst.waarde == waarde
