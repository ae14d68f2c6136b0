"""Case tables and escalation routes are data: every file fits, and every table can do its work."""

import pytest

from samendoen.casus.definities.escalatie import lees_routes
from samendoen.casus.definities.tafels import lees_tafels
from samendoen.casus.rules import PUNT_OVERGANGEN, TOESTEMMING, Puntstatus
from samendoen.kernel.definities import definitie_pad

TAFELS = sorted(pad.stem for pad in definitie_pad("tafels").glob("*.toml"))
ROUTES = sorted(pad.stem for pad in definitie_pad("escalatie").glob("*.toml"))


@pytest.mark.parametrize("naam", TAFELS)
def test_every_file_has_a_team_meeting_that_fills_itself_and_consent_as_a_basis_everywhere(naam: str) -> None:
    alle = lees_tafels(naam).tafel
    team = next(tafel for tafel in alle if tafel.code == "teamoverleg")
    assert team.vult_zichzelf
    assert not team.kanaal
    assert all(TOESTEMMING in tafel.gronden() for tafel in alle)
    assert all(grond.artikel for tafel in alle for grond in tafel.grond)


@pytest.mark.parametrize("naam", ROUTES)
def test_every_route_says_whom_to_call_and_when(naam: str) -> None:
    routes = lees_routes(naam).route
    assert any(stap.nummer == "112" for route in routes for stap in route.stap)
    assert all(stap.bereikbaar for route in routes for stap in route.stap)


def test_every_status_has_its_transitions_and_what_moved_stays_moved() -> None:
    assert PUNT_OVERGANGEN.keys() == set(Puntstatus)
    assert PUNT_OVERGANGEN[Puntstatus.VERPLAATST] == {}
