"""The screens of organisatie, as functional management and colleagues meet them."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samendoen.kernel.api import SYSTEEM, Rol
from samendoen.kernel.models import Gebeurtenis, Gebruiker
from samendoen.organisatie.actions.afwezigheid import Melding, meld_afwezig
from samendoen.organisatie.models import Afwezigheid, Mandaat, Medewerker
from tests.conftest import VANDAAG
from tests.maak import aangemelde_client, maak_medewerker, medewerker_id, teamcodes

pytestmark = pytest.mark.django_db
LEERDAM, VIANEN = "gebiedsteam_leerdam", "gebiedsteam_vianen"
SCHERMEN = [
    "/organisatie/",
    "/organisatie/teams/gebiedsteam_leerdam/",
    "/organisatie/teams/gebiedsteam_leerdam/naam/",
    "/organisatie/medewerkers/",
    "/organisatie/medewerkers/nieuw/",
    "/organisatie/medewerkers/{m}/",
    "/organisatie/medewerkers/{m}/rollen/",
    "/organisatie/medewerkers/{m}/gegevens/",
    "/organisatie/medewerkers/{m}/wachtwoord/",
    "/organisatie/mandaten/",
    "/organisatie/mandaten/nieuw/",
    "/organisatie/mandaten/{mandaat}/intrekken/",
]
EIGEN = ["/organisatie/afwezig/", "/organisatie/afwezig/{afwezig}/terug/"]


def tekst(antwoord: Any) -> str:
    """Return what a reader sees, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


@pytest.fixture
def collega() -> Gebruiker:
    return maak_medewerker(
        Rol.CONSULENT, [LEERDAM], "Kim Proef", registratie=("skj", "900000001", date(2024, 5, 1))
    )


@pytest.fixture
def beheer(collega: Gebruiker) -> Client:
    return aangemelde_client(maak_medewerker(Rol.BEHEER))


def vul(pad: str, collega: Gebruiker) -> str:
    """Put existing numbers into an address."""
    pk = medewerker_id(collega)
    if "{afwezig}" in pad:
        pad = pad.replace("{afwezig}", str(meld_afwezig(SYSTEEM, Melding(pk, VANDAAG))))
    mandaat = str(Mandaat.objects.order_by("pk").values_list("pk", flat=True)[0])
    return pad.replace("{m}", str(pk)).replace("{mandaat}", mandaat)


@pytest.mark.parametrize("pad", [*SCHERMEN, *EIGEN])
def test_functional_management_opens_every_screen(beheer: Client, collega: Gebruiker, pad: str) -> None:
    antwoord = beheer.get(vul(pad, collega))
    assert antwoord.status_code == 200
    assert not re.search(r"\sstyle=|\son[a-z]+=", antwoord.content.decode())


@pytest.mark.parametrize("pad", SCHERMEN)
@pytest.mark.parametrize("rol", [Rol.CONSULENT, Rol.TEAMLEIDER, Rol.FG, Rol.RAAD])
def test_who_does_not_manage_the_organisation_gets_no_screen_of_it(
    collega: Gebruiker, pad: str, rol: Rol
) -> None:
    antwoord = aangemelde_client(maak_medewerker(rol, [LEERDAM])).get(vul(pad, collega))
    assert antwoord.status_code == 403
    assert "Kim Proef" not in tekst(antwoord)


@pytest.mark.parametrize("pad", [*SCHERMEN, *EIGEN])
def test_a_visitor_is_asked_to_log_in(collega: Gebruiker, pad: str) -> None:
    antwoord = Client().get(vul(pad, collega))
    assert antwoord.status_code == 302 and antwoord["Location"].startswith("/aanmelden/?")


@pytest.mark.parametrize(
    "pad",
    [
        "/organisatie/teams/nergens/",
        "/organisatie/teams/nergens/naam/",
        "/organisatie/medewerkers/999999/",
        "/organisatie/medewerkers/999999/rollen/",
        "/organisatie/mandaten/999999/intrekken/",
        "/organisatie/afwezig/999999/terug/",
    ],
)
def test_what_does_not_exist_is_not_found(beheer: Client, pad: str) -> None:
    assert beheer.get(pad).status_code == 404


def test_the_overview_says_in_words_what_is_published_and_what_is_assumed(beheer: Client) -> None:
    leesbaar = tekst(beheer.get("/organisatie/"))
    assert "Organisatie van Vijfheerenlanden" in leesbaar
    assert "Leerplichtambtenaar" in leesbaar and "2,78" in leesbaar and "gepubliceerd" in leesbaar
    assert "10,5 fte (aanname)" in leesbaar
    assert "Van 1 medewerker is de registratie verlopen of bijna verlopen." in leesbaar


def test_the_number_of_queries_of_the_overview_does_not_grow_with_the_people(
    beheer: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for _n in range(5):
        maak_medewerker(Rol.CONSULENT, [LEERDAM])
    with django_assert_max_num_queries(20):
        beheer.get("/organisatie/")
    with django_assert_max_num_queries(14):
        beheer.get("/organisatie/medewerkers/")


def test_an_expired_registration_stands_on_the_page(beheer: Client, collega: Gebruiker) -> None:
    leesbaar = tekst(beheer.get(f"/organisatie/medewerkers/{medewerker_id(collega)}/"))
    assert "SKJ verlopen op wo 1 mei 2024" in leesbaar


def test_a_page_tells_what_somebody_may_decide(beheer: Client, collega: Gebruiker) -> None:
    pad = f"/organisatie/medewerkers/{medewerker_id(collega)}/"
    leesbaar = tekst(beheer.get(pad, {"kader": "wmo", "bedrag": "15.000"}))
    assert "Besluit zelf: het bedrag blijft binnen de grens van € 15.000." in leesbaar
    assert "Vul een bedrag in" in tekst(beheer.get(pad, {"kader": "wmo", "bedrag": "veel"}))


# --- employees


def nieuw(**anders: Any) -> dict[str, Any]:
    return {
        "kenmerk": str(uuid4()),
        "naam": "Noor Nieuw",
        "gebruikersnaam": "Noor",
        "rollen": ["consulent"],
        "teams": [LEERDAM],
        "uren_per_week": "31,5",
        **anders,
    }


def getoond(antwoord: Any) -> str:
    gevonden = re.search(r"<code>([a-z2-9-]+)</code>", antwoord.content.decode())
    return gevonden[1] if gevonden else ""


def test_a_new_employee_gets_a_password_that_is_shown_once_and_works(beheer: Client) -> None:
    formulier = nieuw()
    wachtwoord = getoond(beheer.post("/organisatie/medewerkers/nieuw/", formulier))
    tweede = beheer.post("/organisatie/medewerkers/nieuw/", formulier)

    assert len(wachtwoord) == 23
    assert Client().login(username="noor", password=wachtwoord)
    assert getoond(tweede) == "" and "Dit account was al gemaakt" in tekst(tweede)
    rij = Medewerker.objects.get(gebruiker__gebruikersnaam="noor")
    assert str(rij.uren_per_week) == "31.50" and teamcodes(rij.gebruiker) == {LEERDAM}
    assert wachtwoord not in "".join(str(g.gegevens) for g in Gebeurtenis.objects.all())


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"naam": ""}, "verplicht"),
        ({"gebruikersnaam": "a b"}, "Gebruik 2 tot 80 kleine letters"),
        ({"rollen": []}, "verplicht"),
        ({"registratie": "skj"}, "Vul register, nummer en einddatum alle drie in"),
        ({"uren_per_week": "veel"}, "bijvoorbeeld 28 of 31,5"),
        ({"uren_per_week": "60"}, "Vul een getal tussen 0 en 40 in"),
        ({"kenmerk": "geen-uuid"}, ""),
    ],
)
def test_a_wrong_form_comes_back_with_a_sentence(beheer: Client, anders: dict[str, Any], zin: str) -> None:
    eerst = Gebruiker.objects.count()
    antwoord = beheer.post("/organisatie/medewerkers/nieuw/", nieuw(**anders))
    assert antwoord.status_code == 200 and zin in tekst(antwoord)
    assert Gebruiker.objects.count() == eerst


def test_another_password_makes_the_old_one_useless(beheer: Client, collega: Gebruiker) -> None:
    oud = aangemelde_client(collega)
    wachtwoord = getoond(beheer.post(f"/organisatie/medewerkers/{medewerker_id(collega)}/wachtwoord/"))

    assert Client().login(username=collega.gebruikersnaam, password=wachtwoord)
    assert oud.get("/organisatie/afwezig/").status_code == 302


def test_roles_and_teams_change_at_once(beheer: Client, collega: Gebruiker) -> None:
    pad = f"/organisatie/medewerkers/{medewerker_id(collega)}/rollen/"
    assert beheer.post(pad, {"rollen": ["kwaliteit"], "teams": [VIANEN]}).status_code == 302
    assert teamcodes(collega) == {VIANEN}
    assert "Rol gekregen: Gedragswetenschapper." in tekst(beheer.get(pad.removesuffix("rollen/")))


def test_a_registration_is_brought_up_to_date(beheer: Client, collega: Gebruiker) -> None:
    pad = f"/organisatie/medewerkers/{medewerker_id(collega)}/"
    formulier = {"registratie": "skj", "registratienummer": "900000001", "registratie_tot": "2029-05-01"}
    assert beheer.post(f"{pad}gegevens/", formulier).status_code == 302
    assert "SKJ geldig tot di 1 mei 2029" in tekst(beheer.get(pad))


def test_another_team_name_is_kept_from_its_day(beheer: Client) -> None:
    pad = f"/organisatie/teams/{LEERDAM}/"
    assert beheer.post(f"{pad}naam/", {"naam": "Team Leerdam", "van": "2024-06-03"}).status_code == 302
    leesbaar = tekst(beheer.get(pad))
    assert "Team Leerdam" in leesbaar and "Tot 03-06-2024" in leesbaar


# --- mandate


def test_a_mandate_is_given_once_and_withdrawn(beheer: Client, collega: Gebruiker) -> None:
    formulier = {
        "kenmerk": str(uuid4()),
        "rol": f"m{medewerker_id(collega)}",
        "bevoegdheid": "besluit",
        "kaders": ["participatie"],
        "tot_bedrag": "2.500",
        "van": "2024-06-03",
    }
    for _keer in range(2):
        assert beheer.post("/organisatie/mandaten/nieuw/", formulier).status_code == 302
    rij = Mandaat.objects.get(medewerker=medewerker_id(collega))
    assert rij.tot_bedrag_eurocent == 250_000

    pad = f"/organisatie/mandaten/{rij.pk}/intrekken/"
    assert "Kim Proef" in tekst(beheer.get(pad))
    assert beheer.post(pad).status_code == 302
    assert "al beëindigd" in tekst(beheer.post(pad))
    assert "Kim Proef" not in tekst(beheer.get("/organisatie/mandaten/"))


# --- absence


def test_somebody_reports_oneself_and_takes_it_back(collega: Gebruiker) -> None:
    client, pk = aangemelde_client(collega), medewerker_id(collega)
    formulier = {"medewerker": pk, "van": "2024-06-10", "tot": "2024-06-24", "vervanger": ""}
    for _keer in range(2):
        assert client.post("/organisatie/afwezig/", formulier).status_code == 302
    rij = Afwezigheid.objects.get()

    leesbaar = tekst(client.get("/organisatie/afwezig/"))
    assert "Mijn afwezigheid" in leesbaar and "ma 24 juni 2024" in leesbaar and "gaat nog in" in leesbaar
    assert client.post(f"/organisatie/afwezig/{rij.pk}/terug/", {"tot": "2024-06-03"}).status_code == 302
    assert "Er is geen afwezigheid gemeld." in tekst(client.get("/organisatie/afwezig/"))


def test_nobody_reports_a_colleague_by_changing_the_form(collega: Gebruiker) -> None:
    client = aangemelde_client(maak_medewerker(Rol.CONSULENT, [LEERDAM]))
    antwoord = client.post(
        "/organisatie/afwezig/", {"medewerker": medewerker_id(collega), "van": "2024-06-10"}
    )
    assert antwoord.status_code == 200
    assert not Afwezigheid.objects.exists()


def test_a_colleague_s_absence_is_nobody_else_s_business(collega: Gebruiker) -> None:
    pk = meld_afwezig(SYSTEEM, Melding(medewerker_id(collega), VANDAAG))
    ander = aangemelde_client(maak_medewerker(Rol.CONSULENT, [LEERDAM]))
    leider = aangemelde_client(maak_medewerker(Rol.TEAMLEIDER, [LEERDAM]))

    assert ander.get(f"/organisatie/afwezig/{pk}/terug/").status_code == 404
    assert "Kim Proef" in tekst(leider.get(f"/organisatie/afwezig/{pk}/terug/"))
    assert leider.post(f"/organisatie/afwezig/{pk}/terug/", {"tot": "2024-06-03"}).status_code == 302


def test_an_overlap_stands_beside_the_field(collega: Gebruiker) -> None:
    pk = medewerker_id(collega)
    meld_afwezig(SYSTEEM, Melding(pk, VANDAAG + timedelta(days=1)))
    antwoord = aangemelde_client(collega).post(
        "/organisatie/afwezig/", {"medewerker": pk, "van": "2024-06-05"}
    )
    assert antwoord.status_code == 200
    assert "In deze periode is al een afwezigheid gemeld." in tekst(antwoord)


def test_the_screen_never_asks_why(collega: Gebruiker) -> None:
    namen = re.findall(
        r'name="(\w+)"', aangemelde_client(collega).get("/organisatie/afwezig/").content.decode()
    )
    assert set(namen) - {"csrfmiddlewaretoken", "q", "language", "next", "viewport", "description"} <= {
        "medewerker",
        "van",
        "tot",
        "vervanger",
    }
