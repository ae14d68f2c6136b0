"""Objection by post (Awb art. 6:9) and retention (Wmo art. 5.3.4, 5.3.5, Jeugdwet art. 7.3.8)."""

from datetime import date

import pytest

from samendoen.recht.api import (
    Bewaarwet,
    Rechtsfout,
    beoordeel_tijdigheid,
    bewaren_tot_en_met,
    moet_vernietigd,
    vernietigen_uiterlijk,
)

BEKEND = date(2025, 4, 14)  # the last day to object is Monday 26 May 2025, by post Monday 2 June


@pytest.mark.parametrize(
    ("ontvangen", "ter_post", "tijdig", "grondslag"),
    [
        (date(2025, 5, 26), None, True, "Awb art. 6:9 lid 1"),  # on the last day
        (date(2025, 5, 27), None, False, "Awb art. 6:7 en 6:9"),  # a day late, handed over
        (date(2025, 5, 27), date(2025, 5, 26), True, "Awb art. 6:9 lid 2"),  # posted on the last day
        (
            date(2025, 6, 2),
            date(2025, 5, 20),
            True,
            "Awb art. 6:9 lid 2",
        ),  # received on the last day of the week
        (date(2025, 6, 3), date(2025, 5, 20), False, "Awb art. 6:9 lid 2"),  # received more than a week later
        (date(2025, 5, 28), date(2025, 5, 27), False, "Awb art. 6:7 en 6:9"),  # posted too late
        (date(2025, 4, 10), None, True, "Awb art. 6:10"),  # before the term began
    ],
)
def test_an_objection_is_in_time_or_not(
    ontvangen: date, ter_post: date | None, tijdig: bool, grondslag: str
) -> None:
    oordeel = beoordeel_tijdigheid(BEKEND, ontvangen, ter_post)
    assert (oordeel.tijdig, oordeel.grondslag) == (tijdig, grondslag)
    assert (oordeel.laatste_dag, oordeel.laatste_dag_per_post) == (date(2025, 5, 26), date(2025, 6, 2))


def test_the_week_for_the_post_moves_off_a_holiday() -> None:
    # announced 3 March 2025, last day 14 April; a week later is Easter Monday
    assert beoordeel_tijdigheid(date(2025, 3, 3), date(2025, 4, 22), date(2025, 4, 14)).tijdig


def test_a_letter_cannot_arrive_before_it_was_posted() -> None:
    with pytest.raises(Rechtsfout, match="voordat het is verstuurd"):
        beoordeel_tijdigheid(BEKEND, date(2025, 5, 1), date(2025, 5, 2))


@pytest.mark.parametrize(
    ("wet", "jaar"),
    [
        (Bewaarwet.WMO, 2039),
        (Bewaarwet.JEUGDWET, 2044),
        (Bewaarwet.VEILIG_THUIS, 2044),
        (Bewaarwet.CAK_SVB, 2031),
    ],
)
def test_a_dossier_is_kept_from_its_last_change(wet: Bewaarwet, jaar: int) -> None:
    assert bewaren_tot_en_met(wet, date(2024, 6, 3)).einde == date(jaar, 6, 3)


def test_it_is_destroyed_on_the_day_after_not_on_the_last_day() -> None:
    assert not moet_vernietigd(Bewaarwet.WMO, date(2024, 6, 3), date(2039, 6, 3))
    assert moet_vernietigd(Bewaarwet.WMO, date(2024, 6, 3), date(2039, 6, 4))


def test_a_request_to_destroy_is_met_within_three_months() -> None:
    assert vernietigen_uiterlijk(date(2025, 2, 3)).einde == date(2025, 5, 6)  # Saturday 3 May, Sunday, 5 May
