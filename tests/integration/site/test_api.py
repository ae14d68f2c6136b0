"""The API as a whole: who comes in, every error as problem details in two languages, its documentation."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from samendoen.kernel import klok
from samendoen.kernel.api import SYSTEEM, Rol, maak_toegangstoken, trek_toegangstoken_in
from samendoen.kernel.models import Gebruiker, Toegangstoken
from samendoen.kernel.organen import zet_wachtwoord
from tests.maak import Systeem, aangemelde_client, maak_gemeente, maak_medewerker, maak_systeem, nieuw_token

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
TEAM = "gebiedsteam_leerdam"
MELDINGEN = "/api/v1/meldingen"


@pytest.fixture
def systeem() -> Systeem:
    maak_gemeente()
    return maak_systeem(Rol.CONSULENT, [TEAM])


def zonder_token(**koppen: str) -> Any:
    return Client().get(MELDINGEN, headers=koppen)


class TestBinnenkomen:
    def test_with_a_valid_token(self, systeem: Systeem) -> None:
        assert systeem.get(MELDINGEN).status_code == 200

    def test_every_way_of_not_coming_in_gets_the_very_same_answer(self, systeem: Systeem) -> None:
        ingetrokken, verlopen, uit, mens = (maak_systeem(Rol.CONSULENT, [TEAM]) for _ in range(4))
        tokens = {t.gebruiker_id: t.pk for t in Toegangstoken.objects.all()}
        trek_toegangstoken_in(SYSTEEM, tokens[ingetrokken.account.pk])
        Gebruiker.objects.filter(pk=uit.account.pk)
        zet_wachtwoord(mens.account.pk, "een-lang-proefwachtwoord")
        _zet_uit(uit.account.pk)
        antwoorden = [
            zonder_token(),
            zonder_token(Authorization="Bearer sd_verzonnen"),
            zonder_token(Authorization=f"Basic {systeem.geheim}"),
            zonder_token(Authorization="Bearer "),
            zonder_token(Authorization="Bearer \xff\x00"),
            zonder_token(Authorization=f"Bearer {systeem.geheim}x"),
            ingetrokken.get(MELDINGEN),
            uit.get(MELDINGEN),
            mens.get(MELDINGEN),
        ]
        with klok.op(VANDAAG + timedelta(days=31)):
            antwoorden.append(verlopen.get(MELDINGEN))
        assert {a.status_code for a in antwoorden} == {401}
        assert {a["WWW-Authenticate"] for a in antwoorden} == {"Bearer"}
        assert len({a.content for a in antwoorden}) == 1

    def test_through_its_last_day_it_is_valid(self, systeem: Systeem) -> None:
        with klok.op(VANDAAG + timedelta(days=30)):
            assert systeem.get(MELDINGEN).status_code == 200

    def test_a_session_is_no_token(self, systeem: Systeem) -> None:
        wie = aangemelde_client(maak_medewerker(Rol.CONSULENT, [TEAM]))
        assert wie.get(MELDINGEN).status_code == 401

    def test_a_token_opens_no_screen(self, systeem: Systeem) -> None:
        assert systeem.get("/meldingen/").status_code == 302

    def test_a_request_needs_and_gets_no_cookie(self, systeem: Systeem) -> None:
        antwoord = systeem.get(MELDINGEN)
        assert not antwoord.cookies
        assert antwoord["Cache-Control"] == "no-store"

    def test_that_it_was_used_is_written_once_a_day(
        self, systeem: Systeem, django_assert_num_queries: Any
    ) -> None:
        systeem.get(MELDINGEN)
        token = Toegangstoken.objects.get()
        assert token.laatst_gebruikt_op == VANDAAG
        with django_assert_num_queries(2):  # who asks, and the page: nothing to log
            systeem.get(MELDINGEN)

    def test_a_right_that_ends_ends_at_once(self, systeem: Systeem) -> None:
        from samendoen.kernel.organen import beeindig_rol

        assert systeem.get(MELDINGEN).status_code == 200
        beeindig_rol(systeem.account.pk, Rol.CONSULENT, VANDAAG)
        assert systeem.get(MELDINGEN).status_code == 403


def _zet_uit(gebruiker_id: int) -> None:
    from samendoen.kernel.acties import schrijft

    with schrijft("kernel"):
        Gebruiker.objects.filter(pk=gebruiker_id).update(is_active=False)


def probleem(antwoord: Any, status: int) -> dict[str, Any]:
    """Return the problem details of an answer, having checked what all of them have."""
    assert antwoord.status_code == status
    assert antwoord["Content-Type"] == "application/problem+json"
    inhoud: dict[str, Any] = antwoord.json()
    assert inhoud["status"] == status
    assert inhoud["type"] == "about:blank"
    assert all(inhoud[veld] for veld in ("title", "detail", "fout", "doe"))
    return inhoud


class TestFouten:
    @pytest.mark.parametrize(
        "rauw",
        [
            b"{",
            b"",
            b"\xff\xfe",
            b'{"vraag": NaN}',
            b'{"vraag": "\\ud800"}',
            b"[" * 5000,
            b'{"vraag": "rauw\x00"}',
            b"{" + b"9" * 5000,
        ],
        ids=str,
    )
    def test_what_is_no_json_is_400_or_says_that_nothing_came(self, systeem: Systeem, rauw: bytes) -> None:
        antwoord = systeem.post(MELDINGEN, rauw)
        probleem(antwoord, 422 if rauw == b"" else 400)

    @pytest.mark.parametrize("inhoud", [[], "tekst", 3, None, True])
    def test_json_that_is_no_object_is_422(self, systeem: Systeem, inhoud: Any) -> None:
        probleem(systeem.post(MELDINGEN, inhoud), 422)

    def test_a_huge_body_is_413(self, systeem: Systeem) -> None:
        probleem(systeem.post(MELDINGEN, b'{"vraag": "' + b"x" * 3_000_000 + b'"}'), 413)

    def test_a_body_within_the_limit_that_is_too_long_is_422(self, systeem: Systeem) -> None:
        probleem(systeem.post(MELDINGEN, {"vraag": "x" * 2_000_000}), 422)

    def test_a_thousand_errors_are_not_all_named(self, systeem: Systeem) -> None:
        antwoord = systeem.post(MELDINGEN, {f"veld{n}": n for n in range(5000)})
        assert len(probleem(antwoord, 422)["fouten"]) == 50

    @pytest.mark.parametrize(
        "pad", ["/api/v1/niets", "/api/", "/api/v2/meldingen", f"{MELDINGEN}/", f"{MELDINGEN}/x"]
    )
    def test_an_address_that_does_not_exist_is_404(self, systeem: Systeem, pad: str) -> None:
        assert probleem(systeem.get(pad), 404)["fout"] == "onbekend_adres"

    def test_a_method_that_cannot_be_is_405(self, systeem: Systeem) -> None:
        antwoord = Client().delete(MELDINGEN)
        probleem(antwoord, 405)
        assert set(antwoord["Allow"].split(", ")) == {"GET", "POST"}

    def test_a_zero_byte_in_the_address_is_400(self, systeem: Systeem) -> None:
        probleem(systeem.get(f"{MELDINGEN}?team=a%00b"), 400)

    def test_a_strange_host_is_400(self, systeem: Systeem) -> None:
        probleem(systeem.get(MELDINGEN, host="elders.example"), 400)

    def test_a_role_without_the_right_is_403(self) -> None:
        maak_gemeente()
        assert probleem(maak_systeem(Rol.RAAD).get(MELDINGEN), 403)["fout"] == "geen_recht"

    def test_what_breaks_on_our_side_shows_nothing_of_it(
        self, systeem: Systeem, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stuk(*_: object) -> None:
            raise RuntimeError("GEHEIM")

        monkeypatch.setattr("samendoen.toegang.queries.uitlezen.bladzij", stuk)
        antwoord = systeem.get(MELDINGEN)
        probleem(antwoord, 500)
        assert b"GEHEIM" not in antwoord.content
        assert b"Traceback" not in antwoord.content

    def test_they_are_in_the_language_that_is_asked_for(self, systeem: Systeem) -> None:
        nederlands = probleem(systeem.get("/api/v1/niets"), 404)
        antwoord = systeem.get("/api/v1/niets", **{"accept-language": "en-GB,en;q=0.8"})
        assert nederlands["title"] == "Niet gevonden"
        assert (antwoord["Content-Language"], probleem(antwoord, 404)["fout"]) == ("en", nederlands["fout"])

    def test_what_was_sent_is_never_repeated(self, systeem: Systeem) -> None:
        antwoord = systeem.post(MELDINGEN, {"kenmerk": "KANARIE", "KANARIEVELD": "KANARIE", "vraag": 3})
        assert b"KANARIE" not in re.sub(rb'"veld":"[^"]*"', b"", antwoord.content)


class TestUitleg:
    def test_the_document_names_every_operation(self, client: Client) -> None:
        document = json.loads(client.get("/api/openapi.json").content)
        paden = {f"{m.upper()} {pad}" for pad, methoden in document["paths"].items() for m in methoden}
        assert {
            f"GET {MELDINGEN}",
            f"POST {MELDINGEN}",
            f"POST {MELDINGEN}/zoek",
            f"GET {MELDINGEN}/{{nummer}}",
        } <= paden
        assert document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"

    def test_the_page_shows_them_under_the_strict_policy(self, client: Client) -> None:
        antwoord = client.get("/api/docs")
        pagina = antwoord.content.decode()
        assert antwoord.status_code == 200
        assert "GET /api/v1/meldingen/{nummer}" in pagina
        assert "ontvangen_op" in pagina
        assert "'unsafe" not in antwoord["Content-Security-Policy"]
        assert "//cdn" not in pagina


class TestToken:
    def test_the_same_form_twice_is_one_token_and_shows_its_secret_once(self) -> None:
        maak_gemeente()
        nieuw = nieuw_token(maak_systeem().account.pk)
        eerste, tweede = maak_toegangstoken(SYSTEEM, nieuw), maak_toegangstoken(SYSTEEM, nieuw)
        assert eerste.id == tweede.id
        assert (eerste.geheim[:3], tweede.geheim) == ("sd_", "")

    def test_of_the_secret_only_its_hash_is_kept(self, systeem: Systeem) -> None:
        rij = Toegangstoken.objects.values().get()
        assert systeem.geheim not in {str(waarde) for waarde in rij.values()}
