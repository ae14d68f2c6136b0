"""From a figure about plans, terms, the waiting list and delivery to what it counts, under the own rights."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samendoen.casus.api import (
    Doeluitslaginvoer,
    Evaluatieinvoer,
    Uitkomstinvoer,
    leg_evaluaties_vast,
    stel_plannen_vast,
)
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Inzagelogregel
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import Triagebesluit, trieer_meldingen
from tests.besluitmaker import maak_geldend, start, stop, vraag, wijs
from tests.casusmaker import TEAM, actie, doel, maak_inwoner, maak_melding, schrijf
from tests.integration.besluiten.conftest import Gezin
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def lijst(browser: Client, code: str, **cel: str) -> str:
    """Return the page with what stands behind a cell of an indicator."""
    antwoord = browser.get(f"/cijfers/{code}/zaken/", cel)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def aantal(pagina: str) -> int:
    """Return how many rows a list has."""
    return pagina.count('scope="row"')


@pytest.fixture
def leider(gezin: Gezin) -> Client:
    """Have a plan that holds with a lighter offer that was missing, help that began, an application, and a
    question that waits; give the browser of who leads that team."""
    lichter: dict[str, Any] = {"gemist": "maatje", "gemis_reden": "wachtlijst"}
    zwaar = actie("maatwerk", "Begeleiding.", niet_lichter="Oma kan niet meer doen.", **lichter)
    rust = doel(gezin.moeder, zwaar, actie("netwerk"))
    plan = schrijf(SYSTEEM, gezin.casus, [rust], date(2024, 12, 2))
    stel_plannen_vast(SYSTEEM, [(plan, VANDAAG)])
    uitslag = Doeluitslaginvoer(rust.kenmerk, "deels", "Het gaat beter.")
    uitkomst = Uitkomstinvoer(gezin.moeder, "loopt", 7)
    for volgende in (date(2024, 9, 2), date(2024, 9, 3)):
        terug = Evaluatieinvoer(uuid4(), plan, VANDAAG, volgende, (uitslag,), (uitkomst,))
        leg_evaluaties_vast(SYSTEEM, [terug])
    toewijzing = wijs(SYSTEEM, maak_geldend(SYSTEEM, gezin.casus, gezin.moeder))
    start(SYSTEEM, toewijzing)
    vraag(SYSTEEM, gezin.casus, gezin.dochter)
    wacht = maak_melding(maak_inwoner("Ida"))
    trieer_meldingen(SYSTEEM, [Triagebesluit(wacht, "team", TEAM, reden="Zo hoort het")])
    stop(SYSTEEM, toewijzing, VANDAAG, reden="21")
    return aangemelde_client(maak_medewerker(Rol.TEAMLEIDER, [TEAM]))


def test_a_leader_goes_to_the_list_of_the_own_team(leider: Client, gezin: Gezin) -> None:
    plannen = lijst(leider, "lichter-aanbod-ontbrak", gemist_aanbod="maatje", jaar="2024")
    assert (aantal(plannen), f"/casussen/{gezin.casus}/" in plannen) == (1, True)
    assert "kan daarom anders zijn" in plannen or "voor zover u ze mag zien" in plannen
    assert aantal(lijst(leider, "eigen-steun-en-maatwerk", niveau="netwerk")) == 1
    assert aantal(lijst(leider, "eigen-steun-en-maatwerk", niveau="basishulp")) == 0
    assert aantal(lijst(leider, "maatwerk-omdat-lichter-ontbrak", deel="rest")) == 0
    # Looked back on twice: the last time is what counts.
    assert aantal(lijst(leider, "doelrealisatie", deel="rest")) == 1
    assert aantal(lijst(leider, "doelrealisatie")) == 0
    assert aantal(lijst(leider, "doelen-teruggekeken", jaar="2024")) == 2
    assert aantal(lijst(leider, "wachtenden", team=TEAM)) == 1
    assert aantal(lijst(leider, "wachtend-en-gebeld", deel="rest")) == 1
    assert aantal(lijst(leider, "wachttijd-nu")) == 1
    assert aantal(lijst(leider, "termijnen-gehaald", jaar="2024")) >= 1
    assert aantal(lijst(leider, "termijnen-verlopen")) == 0
    assert aantal(lijst(leider, "wachttijd-hulp", jaar="2024")) == 1
    assert aantal(lijst(leider, "hulp-voortijdig-gestopt", jaar="2024")) == 1
    assert aantal(lijst(leider, "hulp-lopend")) == 0
    gelezen = set(Inzagelogregel.objects.values_list("pagina", flat=True))
    assert {"plannen", "meldingen", "termijnen", "voorzieningen"} <= gelezen


def test_another_team_and_who_makes_policy_see_nothing(leider: Client) -> None:
    buur = aangemelde_client(maak_medewerker(Rol.TEAMLEIDER, ["gebiedsteam_vianen"]))
    for code in ("lichter-aanbod-ontbrak", "wachtenden", "termijnen-gehaald", "wachttijd-hulp"):
        assert aantal(lijst(buur, code)) == 0
    beleid = aangemelde_client(maak_medewerker(Rol.BELEID))
    assert beleid.get("/cijfers/wachtenden/zaken/").status_code == 403
