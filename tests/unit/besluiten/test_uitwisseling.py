"""A volume in the codes of the standard: whole numbers, minutes for part of an hour, no four weeks."""

from datetime import date
from decimal import Decimal

import pytest

from samendoen.besluiten.queries.uitwisseling import omvang_in_codes

VAN, TOT = date(2024, 6, 10), date(2024, 9, 2)


@pytest.mark.parametrize(
    ("omvang", "eenheid", "frequentie", "codes"),
    [
        ("3", "uur", "per_week", (3, "04", "2")),
        ("2.5", "uur", "per_week", (150, "01", "2")),
        ("4", "dagdeel", "per_maand", (4, "16", "4")),
        ("2", "etmaal", "per_vier_weken", (6, "14", "6")),  # twelve weeks
        ("1", "stuk", "totaal", (1, "82", "6")),
    ],
)
def test_a_volume_becomes_a_number_a_unit_and_a_frequency(
    omvang: str, eenheid: str, frequentie: str, codes: tuple[int, str, str]
) -> None:
    assert omvang_in_codes(Decimal(omvang), eenheid, frequentie, VAN, TOT) == codes
