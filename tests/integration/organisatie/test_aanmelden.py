"""Logging in from end to end, with the demo's colleagues."""

import pytest
from django.core.cache import cache
from django.test import Client

from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import ROLNAMEN, SYSTEEM, Rol, actor_van
from samendoen.kernel.models import Gebruiker
from samendoen.organisatie.definities import gemeentedefinitie
from samendoen.site.demo.gebruikers import DEMO_GEBRUIKERS, DEMOWACHTWOORD, Demogebruiker, maak_demogebruikers
from tests.maak import maak_gemeente, teamcodes

pytestmark = pytest.mark.django_db
ONJUIST = "Onjuist wachtwoord dat niet bestaat"


@pytest.fixture(autouse=True)
def demo() -> None:
    cache.clear()
    maak_gemeente()
    maak_demogebruikers(SYSTEEM)


def meld_aan(naam: str, wachtwoord: str, client: Client | None = None) -> tuple[int, str]:
    antwoord = (client or Client()).post("/aanmelden/", {"login": naam, "password": wachtwoord})
    return antwoord.status_code, antwoord.content.decode()


@pytest.mark.parametrize("demo_gebruiker", DEMO_GEBRUIKERS, ids=lambda d: d.gebruikersnaam)
def test_every_demo_colleague_logs_in_and_is_who_the_table_says(demo_gebruiker: Demogebruiker) -> None:
    regel = demo_gebruiker
    client = Client()
    assert meld_aan(regel.gebruikersnaam, DEMOWACHTWOORD, client)[0] == 302
    gebruiker = Gebruiker.objects.get(gebruikersnaam=regel.gebruikersnaam)
    assert actor_van(gebruiker).rollen == set(regel.rollen)
    assert teamcodes(gebruiker) == set(regel.teams)
    assert regel.naam in client.get("/termijnen/").content.decode()


def test_there_is_a_demo_colleague_for_every_role_but_partner_and_resident() -> None:
    rollen = {rol for demo in DEMO_GEBRUIKERS for rol in demo.rollen}
    assert rollen == set(ROLNAMEN) - {Rol.PARTNER, Rol.INWONER}


def test_every_area_team_and_wmo_have_their_own_consulent() -> None:
    bemand = {team for demo in DEMO_GEBRUIKERS if Rol.CONSULENT in demo.rollen for team in demo.teams}
    getelde = {team.code for team in gemeentedefinitie("1961").team if team.telnaam}
    assert getelde <= bemand


def test_making_them_twice_changes_nothing() -> None:
    eerst = list(Gebruiker.objects.order_by("pk").values_list())
    maak_demogebruikers(SYSTEEM)
    assert list(Gebruiker.objects.order_by("pk").values_list()) == eerst


def test_a_wrong_password_and_an_unknown_name_give_the_same_clear_dutch_sentence() -> None:
    for naam in ("loket", "bestaat-niet"):
        status, html = meld_aan(naam, ONJUIST)
        assert status == 200
        assert "De gebruikersnaam of het wachtwoord klopt niet. Controleer beide" in html


def test_a_switched_off_account_does_not_get_in() -> None:
    with schrijft("kernel"):
        Gebruiker.objects.filter(gebruikersnaam="loket").update(is_active=False)
    client = Client()
    meld_aan("loket", DEMOWACHTWOORD, client)
    assert "Dit account staat uit." in client.get("/aanmelden/").content.decode()
    assert client.get("/organisatie/afwezig/").status_code == 302


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait() -> None:
    for _keer in range(5):
        meld_aan("loket", ONJUIST)
    status, html = meld_aan("loket", DEMOWACHTWOORD)
    assert status == 200
    assert "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht vijf minuten" in html
    assert meld_aan("beheer", DEMOWACHTWOORD)[0] == 302


def test_logging_out_closes_the_door() -> None:
    client = Client()
    meld_aan("loket", DEMOWACHTWOORD, client)
    assert client.get("/organisatie/afwezig/").status_code == 200
    assert client.post("/afmelden/").status_code == 302
    assert client.get("/organisatie/afwezig/").status_code == 302


def test_somebody_changes_the_own_password() -> None:
    client, nieuw = Client(), "een-heel-ander-wachtwoord"
    meld_aan("loket", DEMOWACHTWOORD, client)
    formulier = {"oldpassword": DEMOWACHTWOORD, "password1": nieuw, "password2": nieuw}

    assert (
        "niet uw huidige" in client.post("/wachtwoord/", {**formulier, "oldpassword": "x"}).content.decode()
    )
    assert client.post("/wachtwoord/", formulier).status_code == 302
    assert meld_aan("loket", DEMOWACHTWOORD)[0] == 200
    assert meld_aan("loket", nieuw)[0] == 302
