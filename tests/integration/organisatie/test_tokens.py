"""Tokens of other systems on screen: a system account, a token that is shown once, and withdrawing it."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samendoen.kernel.api import SYSTEEM, Domeinfout, NietGevonden, NieuwToegangstoken, Rol
from samendoen.kernel.models import Gebeurtenis, Gebruiker, Toegangstoken
from samendoen.kernel.toegangstokens import maak_toegangstoken, trek_toegangstoken_in
from tests.maak import aangemelde_client, maak_medewerker, maak_systeemaccount, nieuw_token

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
TOKENS = "/organisatie/toegangstokens/"


@pytest.fixture
def beheer() -> Client:
    return aangemelde_client(maak_medewerker(Rol.BEHEER))


def formulier(account: int) -> dict[str, str]:
    return {
        "kenmerk": str(uuid4()),
        "naam": "Meldformulier",
        "account": str(account),
        "geldig_tot_en_met": "2024-12-31",
    }


def geheim_op(pagina: str) -> str:
    gevonden = re.search(r"sd_[\w-]{43}", pagina)
    return gevonden[0] if gevonden else ""


def test_from_a_system_account_to_a_token_that_lets_in(beheer: Client) -> None:
    account = {
        "kenmerk": str(uuid4()),
        "naam": "Website",
        "gebruikersnaam": "systeem.website",
        "rollen": ["loket"],
        "teams": [],
    }
    naar = beheer.post(f"{TOKENS}systeem/", account)
    gemaakt = Gebruiker.objects.get(gebruikersnaam="systeem.website")
    assert naar["Location"] == f"{TOKENS}nieuw/?account={gemaakt.pk}"
    assert not gemaakt.has_usable_password()
    pagina = beheer.post(f"{TOKENS}nieuw/", formulier(gemaakt.pk)).content.decode()
    kop = {"authorization": f"Bearer {geheim_op(pagina)}"}
    assert Client().get("/api/v1/meldingen", headers=kop).status_code == 200


def test_the_secret_is_shown_once_and_the_form_sent_twice_is_one_token(beheer: Client) -> None:
    gegevens = formulier(maak_systeemaccount().pk)
    eerste = beheer.post(f"{TOKENS}nieuw/", gegevens).content.decode()
    tweede = beheer.post(f"{TOKENS}nieuw/", gegevens).content.decode()
    assert (bool(geheim_op(eerste)), geheim_op(tweede)) == (True, "")
    assert "was al gemaakt" in tweede
    assert Toegangstoken.objects.count() == 1
    assert not geheim_op(beheer.get(TOKENS).content.decode())


def test_the_list_says_how_each_stands_in_one_query_beside_the_login(
    beheer: Client, django_assert_num_queries: Any
) -> None:
    account = maak_systeemaccount().pk
    for _n in range(3):
        maak_toegangstoken(SYSTEEM, nieuw_token(account))
    trek_toegangstoken_in(SYSTEEM, Toegangstoken.objects.order_by("pk")[0].pk)
    beheer.get(TOKENS)  # the name of the municipality is kept from now on
    with django_assert_num_queries(4):
        pagina = beheer.get(TOKENS).content.decode()
    assert pagina.count("/intrekken/") == 2
    assert "Ingetrokken" in pagina


def test_a_withdrawn_token_stays_withdrawn_and_it_is_recorded_once(beheer: Client) -> None:
    token = maak_toegangstoken(SYSTEEM, nieuw_token(maak_systeemaccount().pk)).id
    for _n in range(2):
        assert beheer.post(f"{TOKENS}{token}/intrekken/").status_code == 302
    gebeurtenissen = Gebeurtenis.objects.filter(onderwerp_soort="kernel.toegangstoken").order_by("pk")
    soorten = [g.soort for g in gebeurtenissen]
    assert soorten == ["kernel.toegangstoken_gemaakt", "kernel.toegangstoken_ingetrokken"]


def test_an_account_that_people_log_in_with_cannot_have_one(beheer: Client) -> None:
    mens = maak_medewerker(Rol.CONSULENT).pk
    with pytest.raises(Domeinfout, match="geen account van een systeem"):
        maak_toegangstoken(SYSTEEM, nieuw_token(mens))
    antwoord = beheer.post(f"{TOKENS}nieuw/", formulier(mens))
    assert antwoord.status_code == 200
    assert not Toegangstoken.objects.exists()


@pytest.mark.parametrize("dagen", [-1, 367])
def test_an_end_that_is_past_or_far_is_refused(dagen: int) -> None:
    account = maak_systeemaccount().pk
    nieuw = NieuwToegangstoken(uuid4(), account, "Te lang", VANDAAG + timedelta(days=dagen))
    with pytest.raises(Domeinfout, match="binnen een jaar") as fout:
        maak_toegangstoken(SYSTEEM, nieuw)
    assert fout.value.veld == "geldig_tot_en_met"


def test_withdrawing_what_does_not_exist_is_not_found(beheer: Client) -> None:
    with pytest.raises(NietGevonden):
        trek_toegangstoken_in(SYSTEEM, 12)
    assert beheer.get(f"{TOKENS}12/intrekken/").status_code == 404


def test_nothing_is_made_when_recording_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError

    account = maak_systeemaccount().pk
    monkeypatch.setattr("samendoen.kernel.toegangstokens.leg_vast", stuk)
    with pytest.raises(RuntimeError):
        maak_toegangstoken(SYSTEEM, nieuw_token(account))
    assert not Toegangstoken.objects.exists()


def test_without_a_system_account_the_screen_says_what_to_do(beheer: Client) -> None:
    assert "Er is nog geen systeemaccount" in beheer.get(f"{TOKENS}nieuw/").content.decode()
