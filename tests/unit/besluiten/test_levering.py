"""What a provider reports is held against what stands: never stricter than the standard."""

from datetime import date

import pytest

from samendoen.besluiten.rules.levering import Leverperiode, Melding, bezwaar, gestopt, periodes

MEI, JUNI, JULI = date(2024, 5, 1), date(2024, 6, 1), date(2024, 7, 1)
START = Melding(7, MEI)
TIJDELIJK = Melding(7, MEI, JUNI, "20")
VOORGOED = Melding(7, MEI, JUNI, "19")


@pytest.mark.parametrize(
    ("nieuw", "eerder", "code"),
    [
        (START, [], ""),
        (Melding(7, JUNI), [START], "loopt_al"),
        (Melding(7, JULI), [START, TIJDELIJK], ""),
        (Melding(7, JULI), [START, VOORGOED], ""),
        (VOORGOED, [START], ""),
        (VOORGOED, [], "geen_start"),
        (Melding(7, MEI, MEI, "19"), [START], "voor_begin"),
        (Melding(7, MEI, JULI, "21"), [START, VOORGOED], "al_gestopt"),
        (Melding(7, MEI, JULI, "20"), [START, TIJDELIJK], "weer_tijdelijk"),
        (Melding(7, MEI, JULI, "19"), [START, TIJDELIJK], ""),
        (Melding(7, MEI, date(2024, 5, 20), "19"), [START, TIJDELIJK], "voor_eerdere_stop"),
    ],
)
def test_a_report_fits_what_stands(nieuw: Melding, eerder: list[Melding], code: str) -> None:
    assert bezwaar(nieuw, eerder) == code


def test_a_start_with_a_stop_on_it_is_stopped() -> None:
    assert gestopt(MEI, [START, TIJDELIJK])
    assert not gestopt(JULI, [START, TIJDELIJK, Melding(7, JULI)])


def test_the_last_stop_of_a_start_ends_its_period() -> None:
    daarna = Melding(7, MEI, JULI, "19")
    weer = Melding(7, JULI)
    assert periodes([START, TIJDELIJK, daarna, weer]) == [
        Leverperiode(7, MEI, JULI, "19"),
        Leverperiode(7, JULI, None, ""),
    ]
