"""Dashboards per role: who opens which, what stands on it, and that it says no more than may be known."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from samendoen.cijfers.api import maak_momentopname, publiceer
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from tests.casusmaker import maak_casus, maak_gezin, maak_melding
from tests.integration.cijfers.conftest import Meld
from tests.maak import aangemelde_client, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db
LEERDAM, WMO = "gebiedsteam_leerdam", "voorzieningen"
DASHBOARD = "/cijfers/dashboard/"
ZIET = {
    "raad": {Rol.RAAD, Rol.BELEID},
    "sturing": {Rol.BELEID, Rol.BEHEER},
    "team": {Rol.TEAMLEIDER},
    "mijn": {Rol.CONSULENT, Rol.TEAMLEIDER},
}


@pytest.fixture
def vastgezet(meld: Meld) -> None:
    """Freeze and publish meldingen of three years: of Leerdam 12, 30 and 2, of the Wmo team 40, 30 and 9."""
    for jaar, leerdam, wmo in ((2022, 12, 40), (2023, 30, 30), (2024, 2, 9)):
        meld(LEERDAM, date(jaar, 3, 1), leerdam)
        meld(WMO, date(jaar, 3, 1), wmo)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)


def client(rol: Rol, *teams: str) -> Client:
    """Return a browser of somebody with this role."""
    return aangemelde_client(maak_medewerker(rol, list(teams)))


def tekst(antwoord: Any) -> str:
    """Return the page without the line breaks of its source."""
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.mark.usefixtures("vastgezet")
def test_each_role_opens_its_own_dashboards_and_no_other() -> None:
    for rol in (Rol.RAAD, Rol.BELEID, Rol.BEHEER, Rol.TEAMLEIDER, Rol.CONSULENT, Rol.LOKET):
        browser = client(rol, LEERDAM)
        for code, mogen in ZIET.items():
            verwacht = 200 if rol in mogen else 403
            assert browser.get(f"{DASHBOARD}{code}/").status_code == verwacht, (rol, code)
        eerste = browser.get(DASHBOARD)
        assert eerste.status_code == (200 if any(rol in mogen for mogen in ZIET.values()) else 403), rol
        weg = "sturing/meldingen.csv", "raad/meldingen.json", "team/meldingen.csv"
        for pad in weg:
            mag = rol in ZIET[pad.partition("/")[0]]
            assert (browser.get(f"{DASHBOARD}{pad}").status_code == 200) is mag, (rol, pad)
    assert browser.get(f"{DASHBOARD}bestaat-niet/").status_code == 404
    assert Client().get(f"{DASHBOARD}raad/").headers["Location"].startswith("/aanmelden/")


@pytest.mark.usefixtures("vastgezet")
def test_the_council_reads_what_was_published_and_nothing_that_gives_a_small_count_away(
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    raad = client(Rol.RAAD)
    pagina = tekst(raad.get(DASHBOARD))
    assert "Liggen we op koers?" in pagina
    assert "Dat is nog niet te zeggen." in pagina
    assert "60 <span" in pagina
    assert "15% meer dan in 2022 (52)" in pagina
    assert "<title>Meldingen per team</title>" in pagina
    assert "Wat verborgen is om mensen te beschermen, is een gat en geen nul." in pagina
    rijen = list(
        csv.reader(
            io.StringIO(raad.get(f"{DASHBOARD}raad/meldingen-teams.csv").content.decode("utf-8-sig")),
            delimiter=";",
        )
    )
    kop, *cijfers = rijen
    assert kop == [
        "team",
        "jaar",
        "waarde",
        "onderdrukt",
        "indicator",
        "eenheid",
        "peildatum",
        "definitie",
        "licentie",
    ]
    assert {rij[2] for rij in cijfers} == {"30", ""}
    assert {rij[8] for rij in cijfers} == {"https://creativecommons.org/publicdomain/zero/1.0/"}
    als_json = json.loads(raad.get(f"{DASHBOARD}raad/meldingen-teams.json").content)
    assert {r["waarde"] for r in als_json["rijen"] if r["onderdrukt"]} == {None}
    assert als_json["definitie"]["zin"].startswith("Het aantal meldingen")
    assert als_json["definitie"]["breuken"][0]["vanaf"] == "2024-01-01"
    assert (als_json["peildatum"], als_json["licentie"]["code"]) == ("2024-06-02", "CC0-1.0")
    beeld = raad.get(f"{DASHBOARD}raad/meldingen-teams.svg")
    assert beeld.headers["Content-Type"].startswith("image/svg+xml")
    assert "verborgen" in beeld.content.decode()
    with django_assert_max_num_queries(13):
        raad.get(DASHBOARD)


@pytest.mark.usefixtures("vastgezet")
def test_policy_sees_every_count_and_that_it_may_not_leave_the_house(
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    beleid = client(Rol.BELEID)
    pagina = tekst(beleid.get(f"{DASHBOARD}sturing/"))
    assert "11 <span" in pagina
    assert "Tot nu toe" not in pagina
    assert "kleine aantallen zijn niet verborgen" in pagina
    assert "Hier is op deze dag nog niets van geteld." in pagina
    als_json = json.loads(beleid.get(f"{DASHBOARD}sturing/meldingen.json").content)
    assert als_json["licentie"] == {
        "code": "geen",
        "naam": "Alleen voor gebruik binnen de gemeente.",
        "adres": "",
    }
    assert [r["waarde"] for r in als_json["rijen"]] == [52, 60, 11]
    assert beleid.get(f"{DASHBOARD}sturing/meldingen.exe").status_code == 404
    assert beleid.get(f"{DASHBOARD}sturing/geen-blok.csv").status_code == 404
    assert beleid.get(f"{DASHBOARD}sturing/kosten.csv").status_code == 404
    assert beleid.get(f"{DASHBOARD}sturing/?peildatum=gisteren").status_code == 400
    with django_assert_max_num_queries(10):
        beleid.get(f"{DASHBOARD}sturing/")


@pytest.mark.usefixtures("vastgezet")
def test_a_team_leader_sees_the_own_team_beside_the_others(
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    leider = client(Rol.TEAMLEIDER, LEERDAM)
    pagina = tekst(leider.get(f"{DASHBOARD}team/"))
    assert "Leerdam (uw team)" in pagina
    assert "2 <span" in pagina
    rijen = json.loads(leider.get(f"{DASHBOARD}team/meldingen.json?team={LEERDAM}").content)
    assert ([r["waarde"] for r in rijen["rijen"]], rijen["team"], rijen["per"]) == (
        [12, 30, 2],
        LEERDAM,
        ["kwartaal"],
    )
    for pad in ("team/", "team/meldingen.json"):
        assert leider.get(f"{DASHBOARD}{pad}?team={WMO}").status_code == 404
    with django_assert_max_num_queries(10):
        leider.get(f"{DASHBOARD}team/")
    zonder = client(Rol.TEAMLEIDER)
    assert "U hoort bij geen team" in tekst(zonder.get(f"{DASHBOARD}team/"))
    assert zonder.get(f"{DASHBOARD}team/meldingen.csv").status_code == 404


@pytest.mark.usefixtures("vastgezet")
def test_the_page_reads_in_english_too() -> None:
    beleid = client(Rol.BELEID)
    beleid.cookies["django_language"] = "en"
    for code in ("raad", "sturing"):
        assert beleid.get(f"{DASHBOARD}{code}/").status_code == 200
    assert beleid.get("/open-data/").status_code == 200


def test_before_the_first_snapshot_a_dashboard_says_what_will_come() -> None:
    assert "Er zijn nog geen cijfers" in tekst(client(Rol.RAAD).get(DASHBOARD))
    assert "Er zijn nog geen cijfers" in tekst(client(Rol.BELEID).get(f"{DASHBOARD}sturing/"))


def test_a_professional_sees_the_own_work_beside_the_mean_and_no_single_colleague() -> None:
    maak_gemeente()
    ik, *anderen = (maak_medewerker(Rol.CONSULENT, [LEERDAM]) for _ in range(5))
    for naam, wie in (("Een", ik), ("Twee", ik), ("Drie", anderen[0])):
        [ouder] = maak_gezin((naam, date(1985, 3, 12)))
        maak_casus(SYSTEEM, maak_melding(ouder, "Een vraag", team=LEERDAM), wie.pk)
    pagina = tekst(aangemelde_client(ik).get(f"{DASHBOARD}mijn/"))
    assert "<title>Mijn werk in cijfers</title>" in pagina
    assert "Casussen waarvan u regisseur bent 2, " in pagina
    assert "Gemiddelde collega: het hoogst is" in pagina
    assert ">0,2<" in pagina  # one casus over four colleagues
    # Of three colleagues who know each other's number a mean would tell that of the last.
    klein = maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"])
    pagina = tekst(aangemelde_client(klein).get(f"{DASHBOARD}mijn/"))
    assert "Gemiddelde collega" not in pagina
    assert "te weinig collega" in pagina
