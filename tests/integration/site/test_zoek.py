"""The search screen: what each question finds, for whom, and that nothing personal stands in an address."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.safestring import mark_safe

from samendoen.inwoners.api import NieuweInwoner, NieuwHuishouden, registreer_inwoners, vorm_huishoudens
from samendoen.kaart.api import importeer_kaart
from samendoen.kernel import klok, stekkers
from samendoen.kernel.access import Toekenning, ken_toe, open_dossiers
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker, Grond, Inzagelogregel, Niveau
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from tests.maak import aangemelde_client, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db
DAG, GEBOREN = date(2024, 6, 3), date(1980, 3, 12)
TEAM = "gebiedsteam_leerdam"
Zoek = Callable[..., str]


@pytest.fixture
def wie() -> Gebruiker:
    return maak_medewerker(Rol.CONSULENT, [TEAM])


@pytest.fixture
def klant(wie: Gebruiker) -> Client:
    return aangemelde_client(wie)


def zoek(klant: Client, vraag: str) -> str:
    """Return the main part of the page that this question leads to."""
    antwoord = klant.post("/zoek/", {"q": vraag}, follow=True)
    assert antwoord.redirect_chain == [("/zoek/", 302)]
    return str(antwoord.content.decode()).partition("<main")[2].partition("</main>")[0]


def schrijf_in(achternaam: str = "Jansen", **anders: Any) -> int:
    return registreer_inwoners(SYSTEEM, [NieuweInwoner(uuid4(), achternaam, GEBOREN, **anders)])[0]


def geef(persoon: int, wie: Gebruiker) -> None:
    with schrijft("kernel"):
        [dossier] = open_dossiers(["wmo"], "melding", [DAG], [persoon])
        ken_toe([Toekenning(dossier.pk, Niveau.LEESBAAR, Grond.TEAM, "wmo", gebruiker_id=wie.pk)])


def neem_op(vraag: str, team: str = TEAM) -> int:
    nieuw = NieuweMelding(uuid4(), vraag, "telefoon", "wmo", team, DAG)
    return registreer_meldingen(SYSTEEM, [nieuw])[0]


@pytest.mark.parametrize("vraag", ["Jansen 12-03-1980", "123456782", "4141 AB 12 Jansen"])
def test_a_resident_is_found_by_name_number_or_address(klant: Client, vraag: str) -> None:
    schrijf_in(voornamen="Piet", bsn="123456782", postcode="4141 AB", huisnummer="12", plaats="Leerdam")
    pagina = zoek(klant, vraag)
    assert "Piet Jansen" in pagina
    assert "12-03-1980, Leerdam" in pagina
    assert "1 gevonden." in pagina


def test_a_result_says_whether_it_may_be_opened(klant: Client, wie: Gebruiker) -> None:
    mijn, ander = schrijf_in(voornamen="Piet"), schrijf_in(voornamen="Klaas")
    geef(mijn, wie)
    pagina = zoek(klant, "Jansen 12-03-1980")
    assert f'href="/inwoners/{mijn}/"' in pagina
    assert f'href="/inwoners/{ander}/"' not in pagina
    assert pagina.count("Bekend. U kunt de gegevens niet openen.") == 1


def test_who_knows_the_household_is_told_by_a_panel(klant: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    persoon = schrijf_in()
    nieuw = NieuwHuishouden(uuid4(), DAG, ((persoon, "ouder"),))
    [huis] = vorm_huishoudens(SYSTEEM, [nieuw])
    gevraagd: list[tuple[str, int]] = []

    def panelen(pagina: str, door: object, pk: int) -> list[str]:
        gevraagd.append((pagina, pk))
        return [mark_safe("<p>Loopt al: spreek J. Proef</p>")]

    monkeypatch.setattr(stekkers, "panelen", panelen)
    assert "Loopt al: spreek J. Proef" in zoek(klant, "Jansen 12-03-1980")
    assert gevraagd == [("herkenning", huis)]


def test_who_hides_is_found_by_number_alone_without_a_panel(
    klant: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    persoon = schrijf_in("Kanarie", bsn="123456782", geheimhouding=True, plaats="Kanariedorp")
    vorm_huishoudens(SYSTEEM, [NieuwHuishouden(uuid4(), DAG, ((persoon, "ouder"),))])
    monkeypatch.setattr(stekkers, "panelen", lambda *_args: ["VERRAAD"])
    assert "Niemand gevonden" in zoek(klant, "Kanarie 12-03-1980")
    pagina = zoek(klant, "123456782")
    assert "Kanarie" in pagina
    assert "Geheim adres" in pagina
    assert "Kanariedorp" not in pagina
    assert "VERRAAD" not in pagina


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("Jansen", "Noem ook de geboortedatum, of de postcode met het huisnummer."),
        ("12-03-1980", "Noem ook de achternaam."),
        ("4141 AB 12", "Noem ook de achternaam."),
        ("4141 AB Jansen", "Noem ook het huisnummer, of de geboortedatum."),
        ("Jansen 31-02-1980", "Deze datum bestaat niet."),
        ("123456783", "Dit is geen geldig burgerservicenummer."),
        ("12345678", "begin met een 0 als er acht staan"),
        ("999990019", "Bij dit burgerservicenummer is niemand bekend."),
        ("Pietersen 12-03-1980", "Niemand gevonden met deze naam en geboortedatum."),
        ("4141 AB 99 Jansen", "Niemand gevonden met deze naam op dit adres."),
        ("casus 12", "Nummer 12 bestaat niet, of ligt buiten uw werkgebied."),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_a_sentence(klant: Client, vraag: str, zin: str) -> None:
    schrijf_in(postcode="4141 AB", huisnummer="12")
    pagina = zoek(klant, vraag)
    assert zin in pagina
    assert "Niets gevonden." in pagina


def test_who_is_not_known_can_be_registered_at_once(klant: Client) -> None:
    pagina = zoek(klant, "Pietersen 12-03-1980")
    assert "Inwoner inschrijven" in pagina
    assert 'name="geboortedatum" value="1980-03-12"' in pagina


def test_without_a_question_the_screen_says_what_may_be_asked(klant: Client) -> None:
    assert "Zo zoekt u" in str(klant.get("/zoek/").content.decode())
    assert "Zo zoekt u" in zoek(klant, "   ")


def test_a_melding_is_found_by_number_in_scope_alone(klant: Client) -> None:
    mijn, ander = neem_op("Een vraag"), neem_op("Een andere vraag", "gebiedsteam_vianen")
    for vraag in (f"{mijn}", f"melding {mijn}", f"#{mijn}", f"iets {mijn}"):
        assert f'href="/meldingen/{mijn}/"' in zoek(klant, vraag)
    assert "bestaat niet" in zoek(klant, f"casus {mijn}")
    assert "bestaat niet" in zoek(klant, f"melding {ander}")


def test_words_are_found_in_questions_that_may_be_read_and_on_the_map(klant: Client) -> None:
    importeer_kaart(SYSTEEM, "1961")
    mijn, ander = neem_op("Hulp bij geldzaken"), neem_op("Hulp bij geldzaken", "gebiedsteam_vianen")
    pagina = zoek(klant, "geldzaken")
    assert f'href="/meldingen/{mijn}/"' in pagina
    assert f'href="/meldingen/{ander}/"' not in pagina
    assert "/kaart/aanbod/" in zoek(klant, "geld")


def test_every_look_up_is_in_the_read_log(klant: Client, wie: Gebruiker) -> None:
    persoon, melding = schrijf_in(), neem_op("Een vraag")
    voor = Inzagelogregel.objects.count()
    zoek(klant, "Jansen 12-03-1980")
    zoek(klant, f"melding {melding}")
    een, twee = Inzagelogregel.objects.order_by("pk")[voor:]
    assert (een.pagina, een.personen, een.gebruiker_id) == ("herkennen", [persoon], wie.pk)
    assert (twee.pagina, len(twee.dossiers)) == ("zoeken", 1)


@pytest.mark.parametrize("rol", [Rol.BELEID, Rol.RAAD, Rol.BEHEER, Rol.FG, Rol.LEERPLICHT, Rol.PARTNER])
def test_who_does_not_recognise_people_finds_offers_alone(rol: Rol) -> None:
    maak_gemeente()
    importeer_kaart(SYSTEEM, "1961")
    schrijf_in("Kanarie", bsn="123456782")
    klant = aangemelde_client(maak_medewerker(rol))
    for vraag in ("Kanarie 12-03-1980", "123456782"):
        pagina = zoek(klant, vraag)
        assert "Met uw rol zoekt u geen inwoners." in pagina
        assert "12-03-1980, " not in pagina
    assert "/kaart/aanbod/" in zoek(klant, "geld")
    assert "Jansen" not in str(klant.get("/zoek/").content.decode()).partition("Zo zoekt u")[2]
    assert not Inzagelogregel.objects.exists()


def test_what_was_asked_stands_in_no_address_and_readable_in_no_table(klant: Client) -> None:
    from tests.integration.inwoners.test_bsn import tabellen_met

    antwoord = klant.post("/zoek/", {"q": "Kanarievogel 123456782"}, follow=True)
    assert [adres for adres, _status in antwoord.redirect_chain] == ["/zoek/"]
    for tekst in ("Kanarievogel", "123456782"):
        assert tabellen_met(tekst) == []
        assert not [s for s in Session.objects.all() if tekst in str(s.get_decoded())]
    assert klant.get("/zoek/?q=Kanarievogel").status_code == 200
    assert 'value="Kanarievogel 123456782"' in antwoord.content.decode()


def test_the_way_back_leads_to_the_results_for_a_quarter_of_an_hour(klant: Client) -> None:
    schrijf_in()
    zoek(klant, "Jansen 12-03-1980")
    assert "1 gevonden." in klant.get("/zoek/").content.decode()
    with klok.op(klok.nu() + timedelta(minutes=16)):
        assert "Zo zoekt u" in klant.get("/zoek/").content.decode()


def test_the_box_is_on_every_page_as_a_form_that_is_sent(klant: Client) -> None:
    pagina = klant.get("/vandaag/").content.decode()
    vak = pagina.partition('class="sd-zoek"')[2].partition("</form>")[0]
    assert 'method="post"' in vak
    assert "csrfmiddlewaretoken" in vak
    assert "Zoek op naam, BSN, adres of nummer" in vak
    streng = Client(enforce_csrf_checks=True)
    streng.cookies = klant.cookies
    assert streng.post("/zoek/", {"q": "x"}).status_code == 403


def test_twelve_results_cost_as_many_queries_as_one(klant: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stekkers, "panelen", lambda *_args: [])

    def vragen() -> int:
        zoek(klant, "Jansen 12-03-1980")
        with CaptureQueriesContext(connection) as gezien:
            klant.get("/zoek/")
        return len(gezien)

    schrijf_in()
    een = vragen()
    for _n in range(14):
        schrijf_in()
    assert vragen() == een
    assert "12 gevonden." in zoek(klant, "Jansen 12-03-1980")
    assert een == 9
