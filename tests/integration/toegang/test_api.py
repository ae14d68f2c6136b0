"""The API of the front door: a melding in, meldingen out, each for who may; bad input in plain words."""

from datetime import date
from typing import Any
from uuid import uuid4

import orjson
import pytest
from django.test import Client

from samendoen.inwoners.api import NieuweInwoner, registreer_inwoners
from samendoen.kernel.api import SYSTEEM, Rol
from samendoen.kernel.models import Gebeurtenis, Inzagelogregel
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from samendoen.toegang.models import Melding
from samendoen.toegang.web import api
from samendoen.werk.models import Termijn
from tests.maak import Systeem, maak_gemeente, maak_systeem

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
TEAM, BUREN = "gebiedsteam_leerdam", "gebiedsteam_vianen"
MELDINGEN = "/api/v1/meldingen"
BSN = "123456782"


def invoer(**anders: Any) -> dict[str, Any]:
    return {
        "kenmerk": str(uuid4()),
        "vraag": "Moeder kan de trap niet meer op.",
        "kader": "wmo",
        "kanaal": "website",
        "ontvangen_op": "2024-06-03",
        "team": TEAM,
        **anders,
    }


def neem_op(aantal: int = 1, team: str = TEAM, inwoner: int | None = None) -> list[int]:
    nieuw = [
        NieuweMelding(uuid4(), f"Vraag {n}", "telefoon", "wmo", team, VANDAAG, inwoner) for n in range(aantal)
    ]
    return registreer_meldingen(SYSTEEM, nieuw)


def maak_inwoner(bsn: str = BSN) -> int:
    nieuw = NieuweInwoner(uuid4(), achternaam="Jansen", geboortedatum=date(1950, 1, 2), bsn=bsn)
    return registreer_inwoners(SYSTEEM, [nieuw])[0]


@pytest.fixture
def systeem() -> Systeem:
    maak_gemeente()
    return maak_systeem(Rol.CONSULENT, [TEAM])


class TestOpnemen:
    def test_a_melding_is_taken_and_its_clock_runs(self, systeem: Systeem) -> None:
        vraag = invoer(leefgebieden=["wonen"], spoed=True, melder="ander")
        antwoord = systeem.post(MELDINGEN, vraag)
        assert antwoord.status_code == 201
        gemaakt = antwoord.json()
        assert gemaakt == {"nummer": gemaakt["nummer"], "kenmerk": vraag["kenmerk"], "herkend": False}
        assert antwoord["Location"] == f"{MELDINGEN}/{gemaakt['nummer']}"
        melding = Melding.objects.get(pk=gemaakt["nummer"])
        assert (melding.vraag, melding.spoed, melding.melder) == (vraag["vraag"], True, "ander")
        assert Termijn.objects.filter(onderwerp_id=melding.pk).exists()
        gebeurtenis = Gebeurtenis.objects.get(onderwerp_id=melding.pk, soort="toegang.melding_geregistreerd")
        assert gebeurtenis.actor_id == systeem.account.pk

    def test_the_same_again_is_the_melding_that_exists(self, systeem: Systeem) -> None:
        vraag = invoer()
        eerste, tweede = systeem.post(MELDINGEN, vraag), systeem.post(MELDINGEN, vraag)
        assert (eerste.status_code, tweede.status_code) == (201, 200)
        assert eerste.json() == tweede.json()
        assert Melding.objects.count() == 1

    def test_another_question_under_the_same_kenmerk_is_not_lost_in_silence(self, systeem: Systeem) -> None:
        vraag = invoer()
        systeem.post(MELDINGEN, vraag)
        antwoord = systeem.post(MELDINGEN, {**vraag, "vraag": "Iets heel anders."})
        assert (antwoord.status_code, antwoord.json()["fout"]) == (409, "kenmerk_bezet")
        assert "nieuw kenmerk" in antwoord.json()["doe"]

    def test_a_kenmerk_of_somebody_elses_melding_says_nothing_about_it(self, systeem: Systeem) -> None:
        vraag = invoer(team=BUREN)
        maak_systeem(Rol.CONSULENT, [BUREN]).post(MELDINGEN, vraag)
        antwoord = systeem.post(MELDINGEN, vraag)
        assert antwoord.status_code == 409
        assert str(Melding.objects.get().pk) not in antwoord.json()["detail"]

    def test_a_resident_is_recognised_by_number(self, systeem: Systeem) -> None:
        persoon = maak_inwoner()
        antwoord = systeem.post(MELDINGEN, invoer(bsn=BSN))
        assert antwoord.json()["herkend"] is True
        assert Melding.objects.get().inwoner_id == persoon

    def test_a_number_that_nobody_here_has_is_said_and_nothing_is_taken(self, systeem: Systeem) -> None:
        antwoord = systeem.post(MELDINGEN, invoer(bsn=BSN))
        assert (antwoord.status_code, antwoord.json()["fout"]) == (422, "inwoner_onbekend")
        assert not Melding.objects.exists()

    def test_nothing_is_kept_when_recording_fails(
        self, systeem: Systeem, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stuk(*_: object) -> None:
            raise RuntimeError

        monkeypatch.setattr("samendoen.toegang.actions.registratie.leg_vast", stuk)
        antwoord = systeem.post(MELDINGEN, invoer())
        assert (antwoord.status_code, antwoord.json()["fout"]) == (500, "storing")
        assert not Melding.objects.exists()


ONJUIST: list[tuple[dict[str, Any], str, str]] = [
    ({"bsn": "123456789"}, "bsn", "inwoner_bsn"),
    ({"bsn": "12345678901234"}, "bsn", "string_too_long"),
    ({"ontvangen_op": "2024-06-04"}, "ontvangen_op", "melding_ontvangen_op"),
    ({"ontvangen_op": "2022-06-03"}, "ontvangen_op", "melding_ontvangen_op"),
    ({"ontvangen_op": "2024-02-30"}, "ontvangen_op", "geen_dag"),
    ({"ontvangen_op": "03-06-2024"}, "ontvangen_op", "geen_dag"),
    ({"ontvangen_op": 1717401600}, "ontvangen_op", "geen_dag"),
    ({"ontvangen_op": None}, "ontvangen_op", "geen_dag"),
    ({"team": "gebiedsteam_nergens"}, "team", "melding_team"),
    ({"team": 12}, "team", "string_type"),
    ({"kader": "abw"}, "kader", "enum"),
    ({"kanaal": "postduif"}, "kanaal", "enum"),
    ({"vraag": ""}, "vraag", "melding_vraag"),
    ({"vraag": "x" * 4001}, "vraag", "string_too_long"),
    ({"vraag": "nul\x00teken"}, "vraag", "nulteken"),
    ({"vraag": ["een", "lijst"]}, "vraag", "string_type"),
    ({"leefgebieden": ["won\x00en"]}, "leefgebieden", "nulteken"),
    ({"leefgebieden": "wonen"}, "leefgebieden", "tuple_type"),
    ({"leefgebieden": ["luchtkasteel"]}, "leefgebieden", "melding_leefgebieden"),
    ({"leefgebieden": ["wonen"] * 31}, "leefgebieden", "too_long"),
    ({"kenmerk": "1"}, "kenmerk", "uuid_parsing"),
    ({"kenmerk": 7}, "kenmerk", "uuid_type"),
    ({"spoed": "ja"}, "spoed", "bool_type"),
    ({"spoed": 1}, "spoed", "bool_type"),
    ({"zorgvrager": "1"}, "zorgvrager", "int_type"),
    ({"zorgvrager": 9}, "zorgvrager", "less_than_equal"),
    ({"zorgvrager": 10**30}, "zorgvrager", "int_type"),
    ({"inwoner": 3}, "inwoner", "extra_forbidden"),
]


@pytest.mark.parametrize(("anders", "veld", "fout"), ONJUIST, ids=lambda x: str(x)[:40])
def test_bad_input_is_said_at_its_field(
    systeem: Systeem, anders: dict[str, Any], veld: str, fout: str
) -> None:
    antwoord = systeem.post(MELDINGEN, invoer(**anders))
    assert antwoord.status_code == 422
    assert antwoord["Content-Type"] == "application/problem+json"
    [gevonden] = antwoord.json()["fouten"]
    assert (gevonden["veld"], gevonden["fout"]) == (veld, fout)
    assert gevonden["toelichting"].endswith(".")
    assert gevonden["doe"].endswith(".")
    assert not Melding.objects.exists()


def test_every_field_that_is_wrong_is_named_at_once(systeem: Systeem) -> None:
    antwoord = systeem.post(MELDINGEN, {"vraag": 1, "spoed": "nee"})
    assert {f["veld"] for f in antwoord.json()["fouten"]} == {
        "kenmerk",
        "vraag",
        "kader",
        "kanaal",
        "ontvangen_op",
        "spoed",
    }


class TestLijst:
    def test_it_gives_what_the_schema_says(self, systeem: Systeem) -> None:
        neem_op(2)
        maak_inwoner()
        systeem.post(MELDINGEN, invoer(bsn=BSN))
        lijst = api.Meldingen.model_validate(systeem.get(MELDINGEN).json(), strict=False)
        assert len(lijst.meldingen) == 3
        [herkend] = [m for m in lijst.meldingen if m.herkend]
        assert herkend.inwoner is not None

    def test_it_gives_what_the_team_may_read_and_nothing_else(self, systeem: Systeem) -> None:
        eigen, _vreemd = neem_op(2), neem_op(1, BUREN)
        antwoord = systeem.get(MELDINGEN).json()
        assert {m["nummer"] for m in antwoord["meldingen"]} == set(eigen)

    def test_filters_narrow_it(self, systeem: Systeem) -> None:
        [eerste] = neem_op()
        systeem.post(MELDINGEN, invoer(ontvangen_op="2024-05-01"))

        def nummers(vraag: str) -> list[int]:
            return [m["nummer"] for m in systeem.get(f"{MELDINGEN}?{vraag}").json()["meldingen"]]

        assert nummers("ontvangen_vanaf=2024-05-02") == [eerste]
        assert eerste not in nummers("ontvangen_tot=2024-06-03")
        assert nummers("status=afgehandeld") == []
        assert len(nummers(f"status=open&team={TEAM}")) == 2
        assert nummers(f"team={BUREN}") == []

    def test_a_page_is_a_hundred_and_names_the_next(self, systeem: Systeem) -> None:
        neem_op(101)
        eerste, tweede = systeem.get(MELDINGEN).json(), systeem.get(f"{MELDINGEN}?pagina=2").json()
        assert (len(eerste["meldingen"]), eerste["volgende"]) == (100, 2)
        assert (len(tweede["meldingen"]), tweede["volgende"]) == (1, None)

    def test_the_page_is_one_row_in_the_read_log(self, systeem: Systeem) -> None:
        neem_op(3)
        systeem.get(MELDINGEN)
        regel = Inzagelogregel.objects.get()
        assert (regel.gebruiker_id, regel.pagina, len(regel.dossiers)) == (
            systeem.account.pk,
            "api meldingen",
            3,
        )

    @pytest.mark.parametrize(
        ("vraag", "veld"),
        [
            ("statu=open", "statu"),
            ("status=zoek", "status"),
            ("team=nergens", "team"),
            ("pagina=0", "pagina"),
            ("pagina=1.5", "pagina"),
            ("pagina=99999999999999999999999", "pagina"),
            ("ontvangen_vanaf=gisteren", "ontvangen_vanaf"),
            ("bsn=123456782", "bsn"),
        ],
    )
    def test_a_filter_that_is_none_is_said(self, systeem: Systeem, vraag: str, veld: str) -> None:
        antwoord = systeem.get(f"{MELDINGEN}?{vraag}")
        assert antwoord.status_code == 422
        assert [f["veld"] for f in antwoord.json()["fouten"]] == [veld]

    def test_it_takes_the_same_queries_for_one_and_for_a_hundred(
        self, systeem: Systeem, django_assert_num_queries: Any
    ) -> None:
        neem_op(100)
        systeem.get(MELDINGEN)
        with django_assert_num_queries(QUERIES_LIJST):
            systeem.get(MELDINGEN)


# Who asks, the page, the read log.
QUERIES_LIJST = 3


class TestEenMelding:
    def test_it_gives_what_the_schema_says(self, systeem: Systeem) -> None:
        [nummer] = neem_op()
        melding = api.EenMelding.model_validate(systeem.get(f"{MELDINGEN}/{nummer}").json(), strict=False)
        assert (melding.nummer, melding.vraag, melding.team) == (nummer, "Vraag 0", TEAM)
        assert melding.uiterlijk == Termijn.objects.get().uiterste_datum

    def test_reading_is_logged(self, systeem: Systeem) -> None:
        [nummer] = neem_op()
        systeem.get(f"{MELDINGEN}/{nummer}")
        assert Inzagelogregel.objects.get().pagina == "api melding"

    @pytest.mark.parametrize("nummer", ["99", "999999999999999999999999999999", "0"])
    def test_what_does_not_exist_is_404(self, systeem: Systeem, nummer: str) -> None:
        antwoord = systeem.get(f"{MELDINGEN}/{nummer}")
        assert (antwoord.status_code, antwoord.json()["fout"]) == (404, "niet_gevonden")


class TestZoeken:
    def test_the_meldingen_of_one_resident(self, systeem: Systeem) -> None:
        persoon = maak_inwoner()
        [van_inwoner] = neem_op(inwoner=persoon)
        neem_op()
        antwoord = systeem.post(f"{MELDINGEN}/zoek", {"bsn": BSN, "status": "open"})
        assert [m["nummer"] for m in antwoord.json()["meldingen"]] == [van_inwoner]

    def test_of_another_team_it_gives_nothing(self, systeem: Systeem) -> None:
        neem_op(team=BUREN, inwoner=maak_inwoner())
        assert systeem.post(f"{MELDINGEN}/zoek", {"bsn": BSN}).json()["meldingen"] == []

    def test_an_unknown_number_gives_the_same_as_one_out_of_scope(self, systeem: Systeem) -> None:
        leeg: dict[str, Any] = {"pagina": 1, "volgende": None, "meldingen": []}
        assert systeem.post(f"{MELDINGEN}/zoek", {"bsn": BSN}).json() == leeg

    def test_a_number_that_fails_the_check_is_said(self, systeem: Systeem) -> None:
        antwoord = systeem.post(f"{MELDINGEN}/zoek", {"bsn": "111111111"})
        assert (antwoord.status_code, antwoord.json()["fouten"][0]["veld"]) == (422, "bsn")

    def test_without_a_number_nothing_is_searched(self, systeem: Systeem) -> None:
        assert systeem.post(f"{MELDINGEN}/zoek", {}).status_code == 422
        leeg = systeem.post(f"{MELDINGEN}/zoek", {"bsn": " "})
        assert (leeg.status_code, leeg.json()["fouten"][0]["veld"]) == (422, "bsn")

    def test_who_may_not_search_residents_may_not_here(self, systeem: Systeem) -> None:
        antwoord = maak_systeem(Rol.KWALITEIT, [TEAM]).post(f"{MELDINGEN}/zoek", {"bsn": BSN})
        assert antwoord.status_code == 403


def test_the_file_of_a_request_is_read_as_json_alone(systeem: Systeem) -> None:
    kop = {"HTTP_AUTHORIZATION": f"Bearer {systeem.geheim}"}
    antwoord = Client().post(MELDINGEN, orjson.dumps(invoer()), content_type="text/plain", **kop)  # type: ignore[arg-type]
    assert (antwoord.status_code, antwoord.json()["fout"]) == (415, "geen_json")
