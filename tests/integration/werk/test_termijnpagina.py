"""The page of one clock: its explanation, and the forms that stop or move it."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.kernel.api import SYSTEEM, Actor, Rol
from samendoen.kernel.models import Dossier, Inzagelogregel
from samendoen.recht.api import bereken
from samendoen.werk.api import klokken_van, laat_vervallen, verdaag_termijn, voltooi_termijnen
from samendoen.werk.models import Schorsing, Termijn, Verdaging
from samendoen.werk.rules import Verdagingsreden
from tests.integration.werk.conftest import ANDER, TEAM, VANDAAG, Starter, in_actie, laat_lezen
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
BEGIN = date(2024, 5, 13)


@pytest.fixture
def client(db: None) -> Client:
    return aangemelde_client(maak_medewerker(Rol.CONSULENT, [TEAM]))


def url(termijn: Termijn, doe: str = "") -> str:
    return f"/vandaag/termijnen/{termijn.pk}/{doe}"


def schors(client: Client, termijn: Termijn, **anders: str) -> Any:
    gewoon = {
        "schors-sleutel": str(uuid4()),
        "schors-reden": "aanvulling",
        "schors-van": "2024-06-03",
        "schors-hersteltermijn": "2024-06-17",
    }
    return client.post(url(termijn, "schorsen/"), gewoon | anders)


def verdaag(client: Client, termijn: Termijn, **anders: str) -> Any:
    gewoon = {"verdaag-sleutel": str(uuid4()), "verdaag-dagen": "14", "verdaag-reden": "advies"}
    return client.post(url(termijn, "verdagen/"), gewoon | anders)


def test_the_page_explains_every_step_with_its_article(client: Client, start: Starter) -> None:
    termijn = start("wmo-onderzoek", BEGIN)
    pagina = client.get(url(termijn)).content.decode()
    for stap in bereken("wmo-onderzoek", BEGIN).stappen:
        assert stap.wat in pagina
        assert stap.grondslag in pagina
    assert f'href="/meldingen/{termijn.onderwerp_id}/"' in pagina


def test_the_reading_is_logged(client: Client, start: Starter) -> None:
    termijn = start()
    client.get(url(termijn))
    assert Inzagelogregel.objects.get().dossiers == [termijn.dossier_id]


def test_only_what_the_law_knows_for_this_kind_is_offered(client: Client, start: Starter) -> None:
    beslissing = client.get(url(start("awb-beslistermijn", BEGIN))).content.decode()
    assert "Opschorten" in beslissing
    assert "Verdagen" in beslissing
    onderzoek = client.get(url(start("wmo-onderzoek", BEGIN))).content.decode()
    assert "Opschorten" not in onderzoek
    assert "kan niet worden opgeschort of verdaagd" in onderzoek


def test_who_may_not_move_a_clock_gets_no_forms(start: Starter, dossier: Dossier) -> None:
    termijn = start("awb-beslistermijn", BEGIN)
    loket = aangemelde_client(maak_medewerker(Rol.LOKET, [TEAM]))
    lezer = maak_medewerker(Rol.CONSULENT, [ANDER])
    laat_lezen(dossier, actor(lezer))
    for wie in (loket, aangemelde_client(lezer)):
        pagina = wie.get(url(termijn))
        assert pagina.status_code == 200
        assert "schorsen/" not in pagina.content.decode()
    assert schors(loket, termijn).status_code == 403
    assert schors(aangemelde_client(lezer), termijn).status_code == 403
    assert not Schorsing.objects.exists()


@pytest.mark.parametrize("doe", ["", "schorsen/", "hervatten/", "verdagen/"])
def test_outside_the_scope_it_does_not_exist(start: Starter, doe: str) -> None:
    termijn = start("awb-beslistermijn", BEGIN)
    vreemd = aangemelde_client(maak_medewerker(Rol.CONSULENT, [ANDER]))
    antwoord = vreemd.post(url(termijn, doe)) if doe else vreemd.get(url(termijn))
    assert antwoord.status_code == 404


def test_a_clock_is_suspended_resumed_and_explains_both(client: Client, start: Starter) -> None:
    termijn = start("awb-beslistermijn", BEGIN)
    assert schors(client, termijn)["Location"] == url(termijn)
    pagina = client.get(url(termijn)).content.decode()
    assert "staat stil" in pagina
    assert "Weer laten lopen" in pagina
    assert "Opschorten" not in pagina
    antwoord = client.post(url(termijn, "hervatten/"), {"hervat-tot": "2024-06-03"})
    assert antwoord["Location"] == url(termijn)
    assert Schorsing.objects.get().tot == VANDAAG


def test_a_form_sent_twice_is_done_once(client: Client, start: Starter) -> None:
    termijn = start("awb-beslistermijn", BEGIN)
    for sleutel in (str(uuid4()),) * 2:
        assert schors(client, termijn, **{"schors-sleutel": sleutel}).status_code == 302
        client.post(url(termijn, "hervatten/"), {"hervat-tot": "2024-06-03"})
    sleutel = str(uuid4())
    for _ in range(2):
        assert verdaag(client, termijn, **{"verdaag-sleutel": sleutel}).status_code == 302
    assert (Schorsing.objects.count(), Verdaging.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"schors-reden": ""}, "verplicht"),
        ({"schors-van": "2024-06-04"}, "Opschorten kan alleen terwijl de termijn loopt."),
        ({"schors-van": "gisteren"}, "Vul een bestaande datum in"),
        ({"schors-hersteltermijn": ""}, "Vul de dag in die u de aanvrager gaf"),
        ({"schors-reden": "zomaar"}, "Selecteer een geldige keuze"),
    ],
)
def test_what_is_wrong_stands_beside_the_field(
    client: Client, start: Starter, anders: dict[str, str], zin: str
) -> None:
    antwoord = schors(client, start("awb-beslistermijn", BEGIN), **anders)
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert not Schorsing.objects.exists()


@pytest.mark.parametrize(
    ("dagen", "zin"), [("29", "hoogstens 28 dagen"), ("0", "minstens 1"), ("x", "getal")]
)
def test_a_postponement_that_cannot_be_says_so(client: Client, start: Starter, dagen: str, zin: str) -> None:
    antwoord = verdaag(client, start("klacht", BEGIN), **{"verdaag-dagen": dagen})
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert not Verdaging.objects.exists()


def test_a_clock_that_ended_meanwhile_gives_a_sentence_not_an_error(client: Client, start: Starter) -> None:
    termijn = start("awb-beslistermijn", BEGIN)
    with in_actie():
        laat_vervallen(SYSTEEM, "toegang.melding", [termijn.onderwerp_id])
    antwoord = schors(client, termijn)
    assert antwoord.status_code == 200
    assert "Deze termijn is vervallen" in antwoord.content.decode()
    assert "is vervallen" in client.get(url(termijn)).content.decode()


def test_the_page_costs_a_fixed_number_of_queries(client: Client, start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn", BEGIN)
    for _ in range(5):
        verdaag_termijn(consulent, termijn.pk, 2, Verdagingsreden.ADVIES, uuid4())
    with CaptureQueriesContext(connection) as vragen:
        client.get(url(termijn))
    # Session, user, roles, groups (the municipality is known since the clock began); whose clock, the clock,
    # its suspensions and postponements (one), the log, whether one may write, and the words of its subject.
    assert len(vragen) == 9


# --- the clocks of a subject, for the page of another context


def test_the_clocks_of_a_subject_the_first_to_end_first(start: Starter, consulent: Actor) -> None:
    onderzoek = start("wmo-onderzoek", BEGIN)
    start("wmo-persoonlijk-plan", BEGIN, onderwerp_id=onderzoek.onderwerp_id)
    with in_actie():
        voltooi_termijnen(
            SYSTEEM, "toegang.melding", [(onderzoek.onderwerp_id, VANDAAG)], soort="wmo-persoonlijk-plan"
        )
    plan, eind = klokken_van(consulent, "toegang.melding", onderzoek.onderwerp_id)
    assert (plan.naam, plan.stand) == ("Persoonlijk plan indienen", "klaar-laat")
    assert (eind.naam, eind.uiterste) == ("Onderzoek na een melding", "ma 24 juni 2024")
    assert [s.wat for s in eind.stappen] == [s.wat for s in bereken("wmo-onderzoek", BEGIN).stappen]


def test_clocks_that_lapsed_are_left_out(start: Starter, consulent: Actor) -> None:
    termijn = start()
    with in_actie():
        laat_vervallen(SYSTEEM, "toegang.melding", [termijn.onderwerp_id])
    assert klokken_van(consulent, "toegang.melding", termijn.onderwerp_id) == ()


def test_clocks_of_a_dossier_outside_the_scope_are_not_given(start: Starter, buur: Actor) -> None:
    termijn = start()
    assert klokken_van(buur, "toegang.melding", termijn.onderwerp_id) == ()


def test_clocks_cost_two_queries_however_many(start: Starter, consulent: Actor) -> None:
    eerste = start("wmo-onderzoek", BEGIN)
    for soort in ("klacht", "wgs-gesprek", "awb-beslistermijn", "jeugd-plan"):
        start(soort, BEGIN + timedelta(days=1), onderwerp_id=eerste.onderwerp_id)
    with CaptureQueriesContext(connection) as vragen:
        assert len(klokken_van(consulent, "toegang.melding", eerste.onderwerp_id)) == 5
    assert len(vragen) == 2
