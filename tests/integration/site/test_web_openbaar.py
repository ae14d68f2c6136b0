"""The public pages, as a visitor without an account meets them."""

import re
from typing import Any

import pytest
from django.test import Client

from samendoen.schil import sloten
from tests import maak

BLADEN = ["/", "/woordenlijst/", "/termijnen/", "/termijnen/dwangsom/", "/aanmelden/"]
VOORBEELD = (
    "/termijnen/?soort=awb-beslistermijn&start=2025-02-03"
    "&s0-van=2025-02-13&s0-tot=2025-02-27&s0-grond=aanvulling"
)


@pytest.fixture
def bezoeker(db: None) -> Client:
    return Client()


def tekst(antwoord: Any) -> str:
    """Return what a reader sees, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


@pytest.mark.parametrize("pad", BLADEN)
def test_a_public_page_asks_the_name_of_the_municipality_and_nothing_else(
    bezoeker: Client, django_assert_num_queries: Any, pad: str
) -> None:
    with django_assert_num_queries(1):
        assert bezoeker.get(pad).status_code == 200


@pytest.mark.parametrize("pad", [*BLADEN, VOORBEELD])
def test_no_page_holds_inline_style_or_script(bezoeker: Client, pad: str) -> None:
    html = bezoeker.get(pad).content.decode()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)", html)
    assert not re.search(r'(src|href)="(https?:)?//', html)


def test_the_security_headers_are_there(bezoeker: Client) -> None:
    koppen = bezoeker.get("/").headers
    beleid = koppen["Content-Security-Policy"]
    assert "default-src 'none'" in beleid and "script-src 'self'" in beleid and "unsafe" not in beleid
    assert koppen["X-Frame-Options"] == "DENY"
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Referrer-Policy"] == "same-origin"


def test_who_is_logged_in_starts_at_their_work(db: None) -> None:
    from samendoen.kernel.api import Rol

    antwoord = maak.aangemelde_client(maak.maak_medewerker(Rol.LOKET)).get("/")
    assert antwoord.status_code == 302 and antwoord["Location"] != "/"


# --- language


def test_the_language_switch_keeps_the_page(bezoeker: Client) -> None:
    antwoord = bezoeker.post("/taal/", {"language": "en", "next": VOORBEELD}, headers={"referer": "/"})
    assert antwoord["Location"] == VOORBEELD
    assert "Calculate terms" in tekst(bezoeker.get(VOORBEELD))
    assert 'lang="en"' in bezoeker.get("/").content.decode()


def test_the_language_switch_sends_nobody_elsewhere(bezoeker: Client) -> None:
    antwoord = bezoeker.post("/taal/", {"language": "en", "next": "https://elders.example/"})
    assert antwoord["Location"] == "/"


# --- term calculator


@pytest.mark.parametrize(
    ("vraag", "dag"),
    [
        ("soort=wmo-onderzoek&start=2025-03-10", "di 22 april 2025"),
        ("soort=bezwaar&start=2025-04-14", "ma 26 mei 2025"),
        (VOORBEELD.partition("?")[2], "ma 14 april 2025"),
        ("soort=wmo-onderzoek&start=10-3-2025", "di 22 april 2025"),
    ],
)
def test_a_term_is_computed_from_the_address(bezoeker: Client, vraag: str, dag: str) -> None:
    html = bezoeker.get(f"/termijnen/?{vraag}").content.decode()
    assert f"<strong>{dag}</strong>" in html


def test_the_explanation_names_each_article(bezoeker: Client) -> None:
    gezien = tekst(bezoeker.get(VOORBEELD))
    for artikel in ("Awb art. 4:13 lid 2", "Awb art. 4:15 lid 1", "Atw art. 1 lid 1"):
        assert artikel in gezien


@pytest.mark.parametrize(
    ("vraag", "veld", "zin"),
    [
        ("soort=&start=", "soort", "Kies een termijn uit de lijst."),
        ("soort=bestaatniet&start=2025-01-01", "soort", "Deze termijn bestaat niet."),
        ("soort=bezwaar&start=31-02-2025", "start", "Vul een bestaande datum in"),
        ("soort=bezwaar&start=1950-01-01", "start", "1980"),
        ("soort=wmo-onderzoek&start=2025-03-10&verdaging=7", "verdaging", "kan niet worden verdaagd"),
        ("soort=klacht&start=2025-03-10&verdaging=99", "verdaging", "hoogstens 28 dagen"),
        ("soort=klacht&start=2025-03-10&verdaging=x", "verdaging", "heel getal"),
        ("soort=wmo-besluit&start=2025-03-10&s0-van=&s0-tot=2025-03-12", "s0-van", "vanaf welke dag"),
        (
            "soort=wmo-besluit&start=2025-03-10&s0-van=2025-03-12&s0-tot=2025-03-11",
            "s0-tot",
            "voordat zij begint",
        ),
    ],
)
def test_bad_input_is_explained_beside_its_field(bezoeker: Client, vraag: str, veld: str, zin: str) -> None:
    antwoord = bezoeker.get(f"/termijnen/?{vraag}")
    html = antwoord.content.decode()
    assert antwoord.status_code == 200 and "sd-klok__dag" not in html
    fout = re.search(rf'id="id_{veld}_error">(.*?)</ul>', html, re.S)
    assert fout and zin in fout[1]
    assert f'href="#id_{veld}"' in html
    assert re.search(r"<title>\s*Fout:", html)


def test_a_suspension_that_the_law_does_not_know_is_refused(bezoeker: Client) -> None:
    gezien = tekst(
        bezoeker.get("/termijnen/?soort=wmo-onderzoek&start=2025-03-10&s0-van=2025-03-12&s0-tot=2025-03-20")
    )
    assert "kan niet worden geschorst" in gezien


def test_another_row_needs_no_script_and_keeps_what_was_typed(bezoeker: Client) -> None:
    html = bezoeker.get(f"{VOORBEELD}&rij_erbij=2").content.decode()
    assert 'name="s1-van"' in html and 'value="2025-02-13"' in html
    assert "sd-foutoverzicht" not in html


def test_there_is_an_end_to_rows(bezoeker: Client) -> None:
    html = bezoeker.get("/termijnen/?soort=bezwaar&rij_erbij=99999").content.decode()
    assert 'name="s11-van"' in html and 'name="s12-van"' not in html


# --- penalty


def test_the_penalty_of_the_worked_example(bezoeker: Client) -> None:
    gezien = tekst(
        bezoeker.get("/termijnen/dwangsom/?verstreken=2025-09-01&ingebrekestelling=2025-09-02&tot=2025-09-30")
    )
    assert "€ 322,00" in gezien and "wo 17 september 2025" in gezien


def test_a_premature_notice_of_default_is_warned_about(bezoeker: Client) -> None:
    gezien = tekst(
        bezoeker.get("/termijnen/dwangsom/?verstreken=2025-09-01&ingebrekestelling=2025-08-20&tot=2025-09-30")
    )
    assert "voordat de beslistermijn voorbij was" in gezien


def test_a_penalty_without_dates_asks_for_them(bezoeker: Client) -> None:
    gezien = tekst(bezoeker.get("/termijnen/dwangsom/?verstreken=&ingebrekestelling=&tot="))
    assert gezien.count("Vul een datum in, bijvoorbeeld 22-4-2025.") == 6  # in the list and beside the field


# --- glossary


def test_the_glossary_searches_term_translation_and_explanation(bezoeker: Client) -> None:
    for vraag in ("bezwaartermijn", "OBJECTION", "bezwáár"):
        html = bezoeker.get("/woordenlijst/", {"zoek": vraag}).content.decode()
        assert 'id="bezwaartermijn"' in html, vraag
        assert 'id="aanbieder"' not in html


def test_a_search_without_result_says_what_to_do(bezoeker: Client) -> None:
    gezien = tekst(bezoeker.get("/woordenlijst/?zoek=zzzz"))
    assert "Geen woord gevonden" in gezien and "Toon alle woorden" in gezien


def test_htmx_gets_the_list_alone(bezoeker: Client) -> None:
    html = bezoeker.get("/woordenlijst/?zoek=bezwaar", headers={"hx-request": "true"}).content.decode()
    assert "<html" not in html and 'hx-swap-oob="true"' in html


def test_every_see_also_leads_to_a_word(bezoeker: Client) -> None:
    html = bezoeker.get("/woordenlijst/").content.decode()
    ankers = set(re.findall(r'<article class="sd-woord" id="([^"]+)"', html))
    assert len(ankers) > 100
    assert set(re.findall(r'href="/woordenlijst/#([^"]+)"', html)) <= ankers


def test_what_is_typed_in_the_search_comes_back_escaped(bezoeker: Client) -> None:
    html = bezoeker.get("/woordenlijst/", {"zoek": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in html


# --- gallery, footer


def test_the_gallery_is_only_there_while_developing(bezoeker: Client, settings: Any) -> None:
    assert bezoeker.get("/galerij/").status_code == 404
    settings.DEBUG = True
    assert bezoeker.get("/galerij/").status_code == 200


def test_the_footer_links_to_the_glossary(bezoeker: Client) -> None:
    assert sloten.voetlinks.geef("woordenlijst")
    voet = bezoeker.get("/").content.decode().partition("<footer")[2]
    assert 'href="/woordenlijst/"' in voet


def test_the_exercise_banner_says_which_day_it_is(bezoeker: Client, settings: Any) -> None:
    assert "Oefenomgeving" not in tekst(bezoeker.get("/"))
    settings.SAMENDOEN_VANDAAG = "2024-06-03"
    assert "Oefenomgeving: het is hier maandag 3 juni 2024" in tekst(bezoeker.get("/"))


# --- where one stands


def test_the_longest_address_is_the_entry_of_the_menu_where_one_is(db: None) -> None:
    from samendoen.kernel.api import Rol

    beheer = maak.aangemelde_client(maak.maak_medewerker(Rol.BEHEER))
    for pad, hier in (
        ("/organisatie/afwezig/", "/organisatie/afwezig/"),
        ("/organisatie/medewerkers/", "/organisatie/"),
    ):
        menu = beheer.get(pad).content.decode().partition('class="sd-nav"')[2].partition("</nav>")[0]
        assert re.findall(r'href="([^"]+)" aria-current="page"', menu) == [hier]


@pytest.mark.parametrize(
    ("pad", "hoger"),
    [("/vandaag/taken/3/gedaan/", "/vandaag/taken/3/"), ("/meldingen/5/heropenen/", "/meldingen/5/")],
)
def test_the_address_of_a_button_leads_to_its_page(db: None, pad: str, hoger: str) -> None:
    from samendoen.kernel.api import Rol

    antwoord = maak.aangemelde_client(maak.maak_medewerker(Rol.CONSULENT)).get(pad)
    assert (antwoord.status_code, antwoord["Allow"]) == (405, "POST")
    assert f'href="{hoger}">Naar die pagina' in antwoord.content.decode()


@pytest.mark.parametrize(
    ("pad", "terug"),
    [("/meldingen/nieuw/", "/meldingen/nieuw/"), ("/vandaag/taken/3/gedaan/", "/vandaag/taken/3/")],
)
def test_who_sends_something_after_the_session_ended_hears_it(bezoeker: Client, pad: str, terug: str) -> None:
    antwoord = bezoeker.post(pad)
    assert antwoord["Location"] == f"/aanmelden/?next={terug}"
    assert "U was niet meer aangemeld." in tekst(bezoeker.get(antwoord["Location"]))


def test_the_name_of_the_municipality_is_asked_once(bezoeker: Client, django_assert_num_queries: Any) -> None:
    assert "Vijfheerenlanden" not in tekst(bezoeker.get("/"))
    maak.maak_gemeente()
    assert "Vijfheerenlanden" in tekst(bezoeker.get("/"))
    with django_assert_num_queries(0):
        assert "Vijfheerenlanden" in tekst(bezoeker.get("/woordenlijst/"))


def test_a_short_password_is_refused_in_dutch(db: None) -> None:
    from samendoen.kernel.api import Rol

    klant = maak.aangemelde_client(maak.maak_medewerker(Rol.LOKET))
    antwoord = klant.post(
        "/wachtwoord/", {"oldpassword": maak.WACHTWOORD, "password1": "kort", "password2": "kort"}
    )
    assert "Dit wachtwoord is te kort. Neem er een van minstens 12 tekens." in tekst(antwoord)
