"""Melding opnemen on screen: recognised while typing, proposed beside it, and bad input loses nothing."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client

from samendoen.inwoners.api import NieuwHuishouden, vorm_huishoudens
from samendoen.inwoners.models import Inwoner
from samendoen.kernel import stekkers
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.api import dossiers_van
from samendoen.kernel.models import Gebeurtenis, Inzagelogregel
from samendoen.kernel.rechten import Rol
from samendoen.toegang.models import Melding
from samendoen.toegang.web import herkenning
from samendoen.toegang.web.herkenning import ZOUT
from tests.integration.toegang.conftest import MaakInwoner
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
NIEUW = "/meldingen/nieuw/"
HERKEN, VOORSTEL = f"{NIEUW}herkennen/", f"{NIEUW}voorstel/"
ANNA = {"achternaam": "Proefpersoon", "geboortedatum": "1964-02-01"}


@pytest.fixture
def klant() -> Client:
    """Give the browser of somebody at the front desk."""
    return aangemelde_client(maak_medewerker(Rol.LOKET, ["sociaal_loket"]))


def ingevuld(**anders: Any) -> dict[str, Any]:
    """Return a form as somebody fills it in for a caller who does not say who they are."""
    gewoon = {
        "kenmerk": str(uuid4()),
        "vraag": "Wie helpt mij met mijn was?",
        "inwoner": "onbekend",
        "kader": "wmo",
        "leefgebieden": ["huishouden"],
        "kanaal": "telefoon",
        "ontvangen_op": "2024-06-03",
        "melder": "zelf",
        "zorgvrager": "0",
    }
    return {**gewoon, **anders}


def html_van(antwoord: Any) -> str:
    """Return the page."""
    tekst: str = antwoord.content.decode()
    return tekst


def tekens(html: str) -> list[str]:
    """Return the notes of the residents that one may choose from."""
    keuzes = re.findall(r'name="inwoner"\s+value="([^"]+)"', html)
    return [keuze for keuze in keuzes if keuze not in {"nieuw", "onbekend"}]


def test_a_question_of_somebody_unknown_is_taken_and_asks_for_triage(klant: Client) -> None:
    antwoord = klant.post(NIEUW, ingevuld())
    melding = Melding.objects.get()
    assert antwoord["Location"] == f"/meldingen/{melding.pk}/?nieuw=1"
    assert (melding.herkend, melding.route, melding.team.code) == (False, "", "sociaal_loket")
    html = html_van(klant.get(antwoord["Location"]))
    assert re.search(r"<button[^>]*autofocus[^>]*>Voorstel overnemen", html)


def test_a_resident_is_recognised_and_chosen(klant: Client, maak_inwoner: MaakInwoner) -> None:
    persoon, partner = maak_inwoner(), maak_inwoner(voornamen="Bram")
    vorm_huishoudens(
        SYSTEEM,
        [NieuwHuishouden(uuid4(), date(2020, 1, 1), ((persoon, "partner"), (partner, "partner")))],
    )
    html = html_van(klant.post(HERKEN, {**ANNA, "achternaam": "Proefp"}))
    assert "geboren 01-02-1964" in html
    assert "woont met Bram Proefpersoon" in html
    [gekozen, _bram] = tekens(html)
    klant.post(NIEUW, ingevuld(inwoner=gekozen))
    assert Melding.objects.get().inwoner_id == persoon


def test_what_casus_knows_of_the_household_stands_beside_the_match(
    klant: Client, maak_inwoner: MaakInwoner, monkeypatch: pytest.MonkeyPatch
) -> None:
    persoon = maak_inwoner()
    [huishouden] = vorm_huishoudens(
        SYSTEEM, [NieuwHuishouden(uuid4(), date(2020, 1, 1), ((persoon, "overig"),))]
    )

    def paneel(door: Actor, huishouden_id: int) -> str:
        return f"Loopt al in huishouden {huishouden_id}"

    monkeypatch.setitem(stekkers.paneel._inhoud, "herkenning:proef", paneel)
    assert f"Loopt al in huishouden {huishouden}" in html_van(klant.post(HERKEN, ANNA))


def test_half_a_question_gives_nothing_and_no_error(klant: Client, maak_inwoner: MaakInwoner) -> None:
    maak_inwoner()
    for vraag in ({}, {"achternaam": "Proefpersoon"}, {"bsn": "1234"}, {**ANNA, "geboortedatum": "1964"}):
        html = html_van(klant.post(HERKEN, vraag))
        assert (tekens(html), "sd-fout" in html) == ([], False)
        assert "Vul het BSN in, of de achternaam" in html


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"bsn": "111222334"}, "burgerservicenummer"),
        ({**ANNA, "geboortedatum": "2024-06-04"}, "geboortedatum ligt in de toekomst"),
    ],
)
def test_a_wrong_question_is_said_while_typing(klant: Client, vraag: dict[str, str], zin: str) -> None:
    html = html_van(klant.post(HERKEN, vraag))
    assert "sd-fout" in html
    assert zin in html


def test_a_secret_address_is_found_by_number_alone_and_shows_no_village(
    klant: Client, maak_inwoner: MaakInwoner
) -> None:
    maak_inwoner(geheimhouding=True, bsn="999990019", plaats="Kanariedorp")
    assert tekens(html_van(klant.post(HERKEN, ANNA))) == []
    html = html_van(klant.post(HERKEN, {"bsn": "999990019"}))
    assert len(tekens(html)) == 1
    assert "adres is geheim" in html
    assert "Kanariedorp" not in html


def test_looking_is_logged_and_stands_in_no_address(klant: Client, maak_inwoner: MaakInwoner) -> None:
    persoon = maak_inwoner()
    klant.post(NIEUW, ingevuld())
    assert klant.get(HERKEN, ANNA).status_code == 405
    klant.post(HERKEN, ANNA)
    assert persoon in (Inzagelogregel.objects.order_by("-pk")[0].personen or [])
    assert dossiers_van([persoon]) == []


@pytest.mark.parametrize("keuze", ["", "12", "van-een-ander", "oud"])
def test_nobody_takes_a_question_for_whom_they_did_not_find(
    klant: Client, maak_inwoner: MaakInwoner, keuze: str
) -> None:
    persoon = maak_inwoner()
    inhoud = {"u": 987654, "p": persoon, "d": "", "l": 60}
    if keuze == "van-een-ander":
        keuze = signing.dumps(inhoud, salt=ZOUT)
    if keuze == "oud":
        keuze = tekens(html_van(klant.post(HERKEN, ANNA)))[0][:-1]
    html = html_van(klant.post(NIEUW, ingevuld(inwoner=keuze)))
    assert Melding.objects.count() == 0
    assert "Kies over wie het gaat" in html or "Zoek de inwoner opnieuw" in html


def test_a_new_resident_is_registered_on_the_same_page(klant: Client) -> None:
    nieuw = {**ANNA, "inwoner": "nieuw", "voornamen": "Anna", "bsn": "999990019", "plaats": "Leerdam"}
    formulier = ingevuld(**nieuw)
    for _ in range(2):
        klant.post(NIEUW, formulier)
    inwoner = Inwoner.objects.get()
    assert (inwoner.achternaam, inwoner.plaats) == ("Proefpersoon", "Leerdam")
    assert Melding.objects.get().inwoner_id == inwoner.pk


SLECHT: list[tuple[dict[str, Any], str, str]] = [
    ({"vraag": ""}, "vraag", "Schrijf op wat de inwoner vraagt."),
    ({"ontvangen_op": "2024-06-04"}, "ontvangen_op", "De dag van ontvangst ligt in de toekomst."),
    ({"ontvangen_op": "gisteren"}, "ontvangen_op", "Vul een bestaande datum in"),
    ({"kader": "verzonnen"}, "kader", "Kies een kader."),
    ({"kanaal": "rooksignaal"}, "kanaal", "Kies hoe de vraag binnenkwam."),
    ({"leefgebieden": ["kelder"]}, "leefgebieden", "Kies leefgebieden uit de lijst."),
    ({**ANNA, "inwoner": "nieuw", "bsn": "111222334"}, "bsn", "burgerservicenummer"),
    ({**ANNA, "inwoner": "nieuw", "geboortedatum": "2024-06-04"}, "geboortedatum", "ligt in de toekomst"),
    ({**ANNA, "inwoner": "nieuw", "geboortedatum": ""}, "geboortedatum", "Vul de geboortedatum in"),
    ({**ANNA, "inwoner": "nieuw", "achternaam": ""}, "achternaam", "Vul de achternaam in."),
    ({**ANNA, "inwoner": "nieuw", "postcode": "12AB"}, "postcode", "Nederlandse postcode"),
]


@pytest.mark.parametrize(("anders", "veld", "zin"), SLECHT, ids=[f"{s[1]}-{n}" for n, s in enumerate(SLECHT)])
def test_bad_input_is_said_beside_its_field_and_nothing_is_lost_or_half_done(
    klant: Client, anders: dict[str, Any], veld: str, zin: str
) -> None:
    antwoord = klant.post(NIEUW, ingevuld(**{"vraag": "KANARIE zingt niet", **anders}))
    html = html_van(antwoord)
    [fout] = antwoord.context["form"].errors[veld]
    assert zin in fout
    assert html.count(fout) >= 2  # in the list at the top, and beside the field
    assert ("KANARIE zingt niet" in html) == (veld != "vraag")
    assert (Melding.objects.count(), Inwoner.objects.count()) == (0, 0)
    assert not Gebeurtenis.objects.filter(soort__startswith="inwoners.inwoner").exists()


def test_a_number_that_is_known_says_so_and_not_whose_it_is(klant: Client, maak_inwoner: MaakInwoner) -> None:
    maak_inwoner(bsn="999990019", voornamen="Kanarie")
    nieuw = {"achternaam": "Ander", "geboortedatum": "1990-01-01", "inwoner": "nieuw", "bsn": "999990019"}
    html = html_van(klant.post(NIEUW, ingevuld(**nieuw)))
    assert "Een inwoner met dit burgerservicenummer is al bekend." in html
    assert (Melding.objects.count(), Inwoner.objects.count()) == (0, 1)


def test_a_form_sent_twice_is_one_melding(klant: Client) -> None:
    formulier = ingevuld()
    naar = [klant.post(NIEUW, formulier)["Location"] for _ in range(2)]
    assert naar[0] == naar[1]
    assert Melding.objects.count() == 1


def test_without_javascript_search_shows_who_and_keeps_what_was_typed(
    klant: Client, maak_inwoner: MaakInwoner
) -> None:
    maak_inwoner()
    html = html_van(klant.post(NIEUW, ingevuld(**ANNA, inwoner="", zoek="1", vraag="", spoed="on")))
    assert len(tekens(html)) == 1
    assert "Controleer wat u hebt ingevuld" not in html
    for deel in ('value="Proefpersoon"', 'value="1964-02-01"'):
        assert deel in html
    for keuze in ('value="huishouden"', 'name="spoed"', 'value="wmo"'):
        assert re.search(rf"<input[^>]*{keuze}[^>]*checked", html), keuze
    assert Melding.objects.count() == 0


def test_who_was_chosen_stays_chosen_when_something_else_was_wrong(
    klant: Client, maak_inwoner: MaakInwoner
) -> None:
    maak_inwoner()
    [gekozen] = tekens(html_van(klant.post(HERKEN, ANNA)))
    html = html_van(klant.post(NIEUW, ingevuld(**ANNA, inwoner=gekozen, vraag="")))
    assert re.search(r'id="id_inwoner_0"[^>]*checked', html)


def test_the_proposal_follows_what_is_filled_in(klant: Client, maak_inwoner: MaakInwoner) -> None:
    maak_inwoner()
    [gekozen] = tekens(html_van(klant.post(HERKEN, ANNA)))
    assert "Kies een wettelijk kader" in html_van(klant.post(VOORSTEL, ingevuld(kader="")))
    assert "Wmo-team" in html_van(klant.post(VOORSTEL, ingevuld()))
    html = html_van(klant.post(VOORSTEL, ingevuld(kader="jeugd", inwoner=gekozen)))
    assert "Gebiedsteam Leerdam" in html
    assert "Een vraag over een kind gaat naar het gebiedsteam" in html
    nieuw = ingevuld(kader="jeugd", inwoner="nieuw", plaats="vianen", geboortedatum="2015-01-01")
    assert "Gebiedsteam Vianen" in html_van(klant.post(VOORSTEL, nieuw))
    assert "kiest u bij de triage" in html_van(klant.post(VOORSTEL, ingevuld(kader="jeugd")))
    assert "Eropaf" in html_van(klant.post(VOORSTEL, ingevuld(niet_gevraagd="on")))


@pytest.mark.parametrize(
    "vreemd", [{"zorgvrager": "²"}, {"kanaal": "x"}, {"leefgebieden": "x"}, {"geboortedatum": "x"}]
)
def test_a_strange_question_for_a_proposal_is_no_error(klant: Client, vreemd: dict[str, str]) -> None:
    assert klant.post(VOORSTEL, ingevuld(inwoner="nieuw", **vreemd)).status_code == 200


def test_a_recognition_of_yesterday_is_asked_again(
    klant: Client, maak_inwoner: MaakInwoner, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_inwoner()
    [gekozen] = tekens(html_van(klant.post(HERKEN, ANNA)))
    monkeypatch.setattr(herkenning, "WERKDAG_S", -1)
    html = html_van(klant.post(NIEUW, ingevuld(**ANNA, inwoner=gekozen)))
    assert "Zoek de inwoner opnieuw" in html
    assert Melding.objects.count() == 0
