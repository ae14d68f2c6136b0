"""When a figure moved, and when a few cases are no trend."""

import pytest

from samendoen.cijfers.rules.ontwikkeling import Oordeel, oordeel
from samendoen.cijfers.rules.uitdrukking import Uitkomst


def meting(getal: float | None) -> Uitkomst:
    return Uitkomst((), 9, 9, getal, gemeten=True)


@pytest.mark.parametrize(
    ("eerst", "nu", "richting", "verwacht"),
    [
        (Uitkomst((), 12), Uitkomst((), 15), "hoger", Oordeel.TOEVAL),
        (Uitkomst((), 12), Uitkomst((), 16), "hoger", Oordeel.BETER),
        (Uitkomst((), 12), Uitkomst((), 16), "lager", Oordeel.SLECHTER),
        (Uitkomst((), 16), Uitkomst((), 12), "geen", Oordeel.ANDERS),
        (Uitkomst((), 12), Uitkomst((), 12), "lager", Oordeel.GELIJK),
        # 50% of 20 would have been 10: 13 is three more; of 200 the same shift is thirty cases.
        (Uitkomst((), 10, 20), Uitkomst((), 13, 20), "hoger", Oordeel.TOEVAL),
        (Uitkomst((), 10, 20), Uitkomst((), 130, 200), "hoger", Oordeel.BETER),
        (Uitkomst((), 10, 20), Uitkomst((), 0, 0), "hoger", None),
    ],
)
def test_three_cases_are_no_trend(
    eerst: Uitkomst, nu: Uitkomst, richting: str, verwacht: Oordeel | None
) -> None:
    assert oordeel(eerst, nu, richting, 4) == verwacht  # type: ignore[arg-type]


def test_without_a_noise_band_every_difference_counts() -> None:
    assert oordeel(Uitkomst((), 12), Uitkomst((), 13), "lager", None) is Oordeel.SLECHTER
