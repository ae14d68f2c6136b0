"""The list and the page of a melding, triage on screen, linking, and the letter."""

import io
import json
import logging
import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from samendoen.kernel import klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebeurtenis, Gebruiker, Grond, Niveau, Zoekregel
from samendoen.kernel.rechten import Rol
from samendoen.toegang import queries
from samendoen.toegang.api import Triagebesluit, registreer_meldingen, trek_melding_in, trieer_meldingen
from samendoen.toegang.models import Melding
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak, Termijn
from tests.integration.toegang.conftest import TEAM, MaakInwoner, NeemOp, nieuw
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
LATER = date(2024, 6, 17)


@pytest.fixture
def klant() -> Client:
    """Give the browser of a consulent of the team."""
    return aangemelde_client(maak_medewerker(Rol.CONSULENT, [TEAM]))


def html_van(antwoord: Any) -> str:
    """Return the page."""
    tekst: str = antwoord.content.decode()
    return tekst


def test_the_proposal_is_taken_over_with_one_button(klant: Client, neem_op: NeemOp) -> None:
    nummer = neem_op(SYSTEEM, leefgebieden=("huishouden",))
    html = html_van(klant.get(f"/meldingen/{nummer}/"))
    assert "Huishoudelijke hulp, woonvoorziening, rolstoel of vervoer" in html
    formulier = html[html.index(f'action="/meldingen/{nummer}/triage/"') :]
    velden = dict(re.findall(r'name="(\w+)"\s+value="([^"]*)"', formulier[: formulier.index("</form>")]))
    klant.post(f"/meldingen/{nummer}/triage/", velden)
    melding = Melding.objects.get()
    assert (melding.route, melding.team.code) == ("team", "voorzieningen")


def test_who_sends_a_melding_away_goes_back_to_the_list(neem_op: NeemOp) -> None:
    loket = aangemelde_client(maak_medewerker(Rol.LOKET, ["sociaal_loket"]))
    nummer = neem_op(SYSTEEM, team="sociaal_loket", leefgebieden=("huishouden",))
    besluit = {"uitkomst": "team", "team": "voorzieningen"}
    with klok.op(date(2024, 6, 4)):
        antwoord = loket.post(f"/meldingen/{nummer}/triage/", besluit)
    assert antwoord.status_code == 302
    with klok.op(date(2024, 6, 5)):
        assert loket.get(f"/meldingen/{nummer}/").status_code == 404


@pytest.mark.parametrize(
    ("besluit", "zin"),
    [
        ({"uitkomst": "team", "team": "bestaat_niet"}, "Dit team bestaat niet."),
        ({"uitkomst": "team", "team": ""}, "Er is nog geen team gekozen."),
        ({"uitkomst": "team", "team": TEAM, "organisatie": "9"}, "staat niet op de sociale kaart"),
        ({"uitkomst": "spoed", "team": TEAM}, "U kiest iets anders dan het voorstel."),
        ({"uitkomst": "warme_overdracht", "reden": "x"}, "Er is nog geen organisatie gekozen."),
        ({"uitkomst": ""}, "Kies een route."),
        ({"uitkomst": "team", "team": TEAM, "gezien": "team.1.2024-06-03"}, "Een collega heeft"),
    ],
)
def test_a_decision_that_cannot_be_comes_back_with_what_was_filled_in(
    klant: Client, neem_op: NeemOp, besluit: dict[str, str], zin: str
) -> None:
    nummer = neem_op(SYSTEEM)
    html = html_van(klant.post(f"/meldingen/{nummer}/triage/", besluit))
    assert zin in html
    gekozen = re.search(r'<input[^>]*name="uitkomst"[^>]*value="(\w+)"[^>]*checked', html)
    assert (gekozen[1] if gekozen else "") == besluit["uitkomst"]
    assert Melding.objects.get().route == ""


def test_what_belongs_to_another_route_does_not_count(klant: Client, neem_op: NeemOp, avres: int) -> None:
    nummer = neem_op(SYSTEEM)
    besluit = {"uitkomst": "team", "team": TEAM, "organisatie": str(avres), "opvolgen_op": "2024-06-17"}
    klant.post(f"/meldingen/{nummer}/triage/", besluit)
    assert Melding.objects.get().organisatie_id is None


def test_a_referral_is_followed_up_from_its_page(klant: Client, neem_op: NeemOp, avres: int) -> None:
    nummer = neem_op(SYSTEEM, kader="schuldhulp")
    trieer_meldingen(
        SYSTEEM, [Triagebesluit(nummer, "warme_overdracht", "", avres, LATER, contact="Mevrouw Voorbeeld")]
    )
    html = html_van(klant.get(f"/meldingen/{nummer}/"))
    assert all(deel in html for deel in ("Avres", "Mevrouw Voorbeeld", "ma 17 juni 2024"))
    naar = klant.post(f"/meldingen/{nummer}/navraag/", {"gelukt": "nee"}, follow=True)
    assert "De vraag is weer open." in html_van(naar)
    assert "niets meer na te vragen" in html_van(
        klant.post(f"/meldingen/{nummer}/navraag/", {"gelukt": "ja"}, follow=True)
    )


def test_a_resident_is_linked_from_the_page(
    klant: Client, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    nummer, persoon = neem_op(SYSTEEM), maak_inwoner()
    assert f"/meldingen/{nummer}/inwoner/" in html_van(klant.get(f"/meldingen/{nummer}/"))
    vraag = {"achternaam": "Proefpersoon", "geboortedatum": "1964-02-01", "koppel": "1", "zoek": "1"}
    html = html_van(klant.post(f"/meldingen/{nummer}/inwoner/", {**vraag, "kenmerk": str(uuid4())}))
    assert "Anoniem of niet bekend" not in html
    [keuze, _nieuw] = re.findall(r'name="inwoner"\s+value="([^"]+)"', html)
    antwoord = klant.post(
        f"/meldingen/{nummer}/inwoner/", {"inwoner": keuze, "kenmerk": str(uuid4())}, follow=True
    )
    assert "Anna Proefpersoon" in html_van(antwoord)
    assert Melding.objects.get().inwoner_id == persoon


def test_a_new_resident_is_linked_from_the_page_in_one_go(klant: Client, neem_op: NeemOp) -> None:
    nummer = neem_op(SYSTEEM)
    wie = {"inwoner": "nieuw", "achternaam": "Nieuwkomer", "geboortedatum": "1990-05-05"}
    antwoord = klant.post(f"/meldingen/{nummer}/inwoner/", {**wie, "kenmerk": str(uuid4())}, follow=True)
    assert "Nieuwkomer" in html_van(antwoord)


def test_the_list_is_filtered_by_what_is_still_to_be_triaged(
    klant: Client, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    klaar = neem_op(SYSTEEM, vraag="Al verdeeld")
    trieer_meldingen(SYSTEEM, [Triagebesluit(klaar, "team", TEAM)])
    neem_op(SYSTEEM, vraag="Nog te verdelen", inwoner=maak_inwoner(), spoed=True)
    html = html_van(klant.get("/meldingen/?status=te_trieren"))
    assert "Nog te verdelen" in html
    assert "Al verdeeld" not in html
    assert "Anna Proefpersoon" in html
    assert "Spoed" in html


def test_the_list_asks_as_little_for_fifty_as_for_two(klant: Client, maak_inwoner: MaakInwoner) -> None:
    persoon = maak_inwoner()

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gesteld:
            klant.get("/meldingen/")
        return len(gesteld)

    registreer_meldingen(SYSTEEM, [nieuw(inwoner=persoon) for _ in range(2)])
    vragen()  # what the process remembers from now on
    weinig = vragen()
    registreer_meldingen(SYSTEEM, [nieuw(inwoner=persoon) for _ in range(48)])
    assert vragen() == weinig <= 11


def test_the_page_of_a_melding_tells_the_term_of_the_resident(klant: Client, neem_op: NeemOp) -> None:
    html = html_van(klant.get(f"/meldingen/{neem_op(SYSTEEM)}/"))
    assert "Termijn van de inwoner: een persoonlijk plan inleveren" in html
    assert "ma 10 juni 2024" in html
    assert Termijn.objects.count() == 1  # told, not watched


def tekst_van(pdf: bytes) -> str:
    """Return the words of a PDF."""
    paginas = PdfReader(io.BytesIO(pdf)).pages
    assert len(paginas) == 1
    return " ".join(paginas[0].extract_text().split())


@pytest.mark.parametrize(
    ("kader", "delen"),
    [
        (
            "wmo",
            ("uiterlijk op 15 juli 2024", "uiterlijk op 10 juni 2024", "cliëntondersteuner", "artikel 2.3.2"),
        ),
        ("schuldhulp", ("uiterlijk op 1 juli 2024", "cliëntondersteuner")),
        ("jeugd", ("familiegroepsplan", "binnen 8 weken na uw aanvraag", "cliëntondersteuner")),
        ("participatie", ("werk of inkomen", "cliëntondersteuner")),
        ("geen", ("Wat gebeurt er nu?", "cliëntondersteuner")),
    ],
)
def test_the_letter_fits_on_one_page_and_says_what_the_law_asks(
    klant: Client, neem_op: NeemOp, maak_inwoner: MaakInwoner, kader: str, delen: tuple[str, ...]
) -> None:
    for wie in (maak_inwoner(), maak_inwoner(geboortedatum=date(2014, 1, 1), plaats="Tienhoven aan de Lek")):
        for spoed in (False, True):
            nummer = neem_op(SYSTEEM, kader=kader, inwoner=wie, vraag="KANARIE", spoed=spoed, melder="ander")
            antwoord = klant.get(f"/meldingen/{nummer}/brief.pdf")
            tekst = tekst_van(antwoord.content)
            assert [deel for deel in delen if deel not in tekst] == []
            assert "KANARIE" not in tekst
            assert "Proefpersoon" not in antwoord["Content-Disposition"]


def test_the_letter_about_a_child_is_to_who_brings_it_up(
    klant: Client, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    kind, puber = (maak_inwoner(geboortedatum=dag) for dag in (date(2014, 1, 1), date(2008, 1, 1)))
    brieven = [
        html_van(klant.get(f"/meldingen/{neem_op(SYSTEEM, kader='jeugd', inwoner=wie)}/brief/"))
        for wie in (kind, puber)
    ]
    assert ["Aan de ouder(s) of verzorger(s) van" in brief for brief in brieven] == [True, False]


def test_sending_the_letter_is_said_once(klant: Client, neem_op: NeemOp, maak_inwoner: MaakInwoner) -> None:
    nummer = neem_op(SYSTEEM, inwoner=maak_inwoner())
    url = f"/meldingen/{nummer}/brief/"
    assert "in de toekomst" in html_van(klant.post(url, {"op": "2024-06-04"}))
    klant.post(url, {"op": "2024-06-03"})
    html = html_van(klant.get(url))
    assert "Verstuurd op ma 3 juni 2024." in html
    assert "De brief is verstuurd" not in html


def test_without_a_resident_or_after_advice_there_is_no_letter(
    klant: Client, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    onbekend, advies, weg = (
        neem_op(SYSTEEM),
        *(neem_op(SYSTEEM, kader="geen", inwoner=maak_inwoner()) for _ in "ab"),
    )
    trieer_meldingen(SYSTEEM, [Triagebesluit(advies, "informatie_en_advies")])
    trek_melding_in(SYSTEEM, weg, "dubbel")
    for nummer in (onbekend, advies, weg):
        antwoord = klant.get(f"/meldingen/{nummer}/brief/")
        assert antwoord.status_code == 400
        assert "hoort geen ontvangstbevestiging" in html_van(antwoord)


def test_who_sends_a_letter_after_worries_is_asked_whether_that_is_safe(
    klant: Client, neem_op: NeemOp, maak_inwoner: MaakInwoner
) -> None:
    for anders, gevraagd in (({"kanaal": "veilig_thuis"}, True), ({"vrijwillig": False}, True), ({}, False)):
        nummer = neem_op(SYSTEEM, inwoner=maak_inwoner(), **anders)
        assert ("Is een brief veilig?" in html_van(klant.get(f"/meldingen/{nummer}/brief/"))) is gevraagd


@pytest.fixture
def geheim(neem_op: NeemOp, maak_inwoner: MaakInwoner) -> int:
    """Give a melding about a resident whose address is secret, in words that nobody else may see."""
    wie = maak_inwoner(geheimhouding=True, straat="Kanariestraat", plaats="Kanariedorp", huisnummer="77")
    return neem_op(SYSTEEM, inwoner=wie, vraag="KANARIEVRAAG over thuis")


ADRES = ("Kanariestraat", "Kanariedorp", "KANARIEDORP")


def alles_van(klant: Client, nummer: int) -> str:
    """Return every page and PDF of the front door that may show something of a melding."""
    paden = ["", f"{nummer}/", f"{nummer}/triage/", f"{nummer}/brief/", f"{nummer}/inwoner/"]
    teksten = [html_van(klant.get(pad)) for pad in ("/vandaag/", *(f"/meldingen/{pad}" for pad in paden))]
    pdf = klant.get(f"/meldingen/{nummer}/brief.pdf")
    if pdf.status_code == 200:
        teksten.append(tekst_van(pdf.content))
    return "\n".join(teksten)


def test_a_secret_address_is_on_no_page_and_in_no_letter_of_who_may_not_see_it(
    klant: Client, geheim: int
) -> None:
    alles = alles_van(klant, geheim)
    assert "KANARIEVRAAG" in alles
    assert [woord for woord in ADRES if woord in alles] == []
    assert "Het adres is geheim en u mag het niet zien." in alles


def test_the_director_gets_the_letter_with_the_address(klant: Client, geheim: int) -> None:
    melding = Melding.objects.get(pk=geheim)
    wie = Gebruiker.objects.get(pk=klant.session["_auth_user_id"])
    with schrijft("proef"):
        ken_toe(
            [
                Toekenning(
                    melding.dossier_id, Niveau.SCHRIJFBAAR, Grond.REGIE, melding.wet, gebruiker_id=wie.pk
                )
            ]
        )
    assert "Kanariestraat 77" in tekst_van(klant.get(f"/meldingen/{geheim}/brief.pdf").content)


def test_neither_question_nor_address_gets_into_an_event_a_job_a_task_or_the_log(
    klant: Client, geheim: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    alles_van(klant, geheim)
    klant.post(f"/meldingen/{geheim}/triage/", {"uitkomst": "spoed", "team": TEAM, "reden": "KANARIEVRAAG"})
    with klok.op(date(2024, 6, 10)):
        pas_taakregels_toe(SYSTEEM)
    with connection.cursor() as cursor:
        cursor.execute("SELECT args::text FROM procrastinate_jobs")
        banen = [rij[0] for rij in cursor.fetchall()]
    sporen = [
        caplog.text,
        *banen,
        json.dumps(list(Gebeurtenis.objects.values_list("gegevens", flat=True))),
        str(list(Taak.objects.values_list("tekst", "uitleg", "notitie"))),
        str(list(Zoekregel.objects.values_list("label", flat=True))),
    ]
    assert [woord for woord in ("KANARIEVRAAG", *ADRES) if any(woord in spoor for spoor in sporen)] == []


@pytest.mark.parametrize(
    "rol_en_team", [(Rol.CONSULENT, "gebiedsteam_vianen"), (Rol.BEHEER, TEAM), (Rol.FG, TEAM)]
)
def test_the_words_of_a_question_are_on_no_page_of_who_may_not_read_it(
    geheim: int, rol_en_team: tuple[Rol, str]
) -> None:
    rol, team = rol_en_team
    ander = aangemelde_client(maak_medewerker(rol, [] if rol in (Rol.BEHEER, Rol.FG) else [team]))
    alles = alles_van(ander, geheim)
    assert [woord for woord in ("KANARIEVRAAG", *ADRES) if woord in alles] == []


def test_a_reader_without_the_right_to_write_gets_no_buttons(buur: Actor, neem_op: NeemOp) -> None:
    nummer = neem_op(SYSTEEM)
    melding = Melding.objects.get()
    with schrijft("proef"):
        ken_toe(
            [
                Toekenning(
                    melding.dossier_id, Niveau.LEESBAAR, Grond.CONSULTATIE, melding.wet, gebruiker_id=buur.id
                )
            ]
        )
    beeld = queries.melding(buur, nummer)
    mag = {naam: getattr(beeld, naam) for naam in queries.MeldingBeeld.__slots__ if naam.startswith("mag_")}
    assert set(mag.values()) == {False}
