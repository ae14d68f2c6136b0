"""The screens of an investigation: what they show, to whom, in how many queries, and what a form does."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.casus.api import (
    schrijf_bevindingen,
    schrijf_onderzochten,
    verstuur_verslagen,
    voeg_meldingen_toe,
)
from samendoen.casus.models import Bevinding, Onderzochte, Onderzoek, Onderzoekmelding, Verslagbrief
from samendoen.inwoners.api import NieuwGezag, leg_gezag_vast
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebruiker, Grond, Inzagelogregel, Niveau
from samendoen.kernel.rechten import Rol
from samendoen.toegang.models import Melding
from samendoen.werk.models import Termijn
from tests.casusmaker import maak_casus, maak_gezin, maak_melding
from tests.integration.casus.conftest import Gezin
from tests.maak import aangemelde_client, actor, maak_gemeente, maak_medewerker
from tests.onderzoekmaker import begin, bevinding, kies, onderzochte, vol

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
KANARIE = "KANARIEWOORD"
HTMX = {"HX-Request": "true"}


def klant(door: Actor) -> Client:
    return aangemelde_client(Gebruiker.objects.get(pk=door.id or 0))


def tekst(client: Client, naam: str, *args: Any, vraag: str = "") -> str:
    antwoord = client.get(reverse(naam, args=args) + vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def gelezen(html: str) -> str:
    """Return the signs that a form carries along."""
    gevonden = re.search(r'name="gelezen"\s+value="([^"]*)"', html)
    assert gevonden is not None
    return gevonden[1]


def test_from_the_casus_to_the_report(gezin: Gezin, casus: int, consulent: Actor) -> None:
    client = klant(consulent)
    assert "Onderzoek beginnen" in tekst(client, "casus", casus)
    html = tekst(client, "onderzoek_beginnen", casus)
    assert f'value="{gezin.moeder}" ' in html
    velden: dict[str, Any] = {
        "kenmerk": str(uuid4()),
        "meldingen": [gezin.melding],
        "personen": [gezin.moeder],
        "op": "2024-06-03",
    }
    for _keer in range(2):
        antwoord = client.post(reverse("onderzoek_beginnen", args=[casus]), velden)
        assert antwoord["Location"] == reverse("onderzoek", args=[casus, 1])
    assert Onderzoek.objects.count() == 1
    assert "Nog geen leefgebied gekozen" in tekst(client, "onderzoek", casus, 1)
    client.post(
        reverse("onderzoek_leefgebieden", args=[casus, 1, gezin.moeder]),
        {"leefgebieden": ["wonen", "inkomen"]},
    )
    html = tekst(client, "onderzoek", casus, 1)
    assert html.index("Inkomen") < html.index("Wonen")
    url = reverse("onderzoek_gebied", args=[casus, 1, gezin.moeder, "inkomen"])
    html = client.get(url).content.decode()
    assert "Komt u rond met uw geld?" in html
    antwoord = client.post(url, {"gelezen": gelezen(html), "situatie": "Te weinig.", "naar": "verder"})
    assert antwoord["Location"] == reverse("onderzoek_gebied", args=[casus, 1, gezin.moeder, "wonen"])
    html = tekst(client, "onderzoek_verslag", casus, 1)
    assert "Te weinig." in html
    assert "Wmo 2015 artikel 2.3.2 lid 4 onder a" in html
    assert "Dit is een concept." in html
    client.post(reverse("onderzoek_verslag", args=[casus, 1]), {"op": "2024-06-03"})
    assert (Melding.objects.get().uitkomst, Termijn.objects.get().status) == ("onderzocht", "gehaald")
    html = tekst(client, "onderzoek_verslag", casus, 1)
    assert "Dit is een concept." not in html
    assert "Verslag is verstuurd" not in html


def test_the_button_on_the_casus_leads_through_the_report_and_may_do_without(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    client, url = klant(consulent), reverse("casus_onderzocht", args=[casus, gezin.melding])
    assert client.get(url).status_code == 200
    begin(consulent, casus)
    assert client.get(url)["Location"] == reverse("onderzoek_verslag", args=[casus, 1])
    assert client.get(f"{url}?zonder=ja").status_code == 200
    client.post(url, {"op": "2024-06-03"})
    assert (Melding.objects.get().status, Onderzoek.objects.get().status) == ("afgehandeld", "loopt")


def test_saving_while_one_types_answers_with_what_was_saved(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen")
    client, url = klant(consulent), reverse("onderzoek_gebied", args=[casus, 1, gezin.moeder, "wonen"])
    eerst = gelezen(client.get(url).content.decode())
    antwoord = client.post(url, {"gelezen": eerst, "situatie": "De trap"}, headers=HTMX)
    html = antwoord.content.decode()
    assert "Opgeslagen om 09:00." in html
    assert "<h1" not in html
    client.post(url, {"gelezen": gelezen(html), "situatie": "De trap is steil."}, headers=HTMX)
    assert Bevinding.objects.get().situatie == "De trap is steil."


def test_saving_what_cannot_be_says_so_and_keeps_nothing(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen")
    client, url = klant(consulent), reverse("onderzoek_gebied", args=[casus, 1, gezin.moeder, "wonen"])
    eerst = gelezen(client.get(url).content.decode())
    html = client.post(
        url, {"gelezen": eerst, "situatie": "Een.", "cijfer": "11"}, headers=HTMX
    ).content.decode()
    assert "Niet opgeslagen. Kies een cijfer van 1 tot en met 10." in html
    assert Bevinding.objects.get().situatie == ""


def botsing(gezin: Gezin, casus: int, consulent: Actor, collega: Actor) -> tuple[Client, str, str]:
    """Let a colleague write in a field after one has opened the form; return who sends, where, and what was
    read."""
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen")
    client, url = klant(consulent), reverse("onderzoek_gebied", args=[casus, 1, gezin.moeder, "wonen"])
    eerst = gelezen(client.get(url).content.decode())
    hun = bevinding(
        nummer, gezin.moeder, situatie="Van Piet.", wens="Wens van Piet.", eigen_kracht="", netwerk="",
        mantelzorg="", algemeen="", cijfer=None,
    )  # fmt: skip
    schrijf_bevindingen(collega, [hun])
    return client, url, eerst


@pytest.mark.parametrize(
    ("keuze", "over"), [("mijn", "Van Joke."), ("hun", "Van Piet."), ("allebei", "Van Piet.\n\nVan Joke.")]
)
@pytest.mark.parametrize("kop", [HTMX, {}])
def test_who_comes_second_sees_both_texts_and_chooses(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor, keuze: str, over: str, kop: dict[str, str]
) -> None:
    client, url, eerst = botsing(gezin, casus, consulent, collega)
    mijn = {"gelezen": eerst, "situatie": "Van Joke.", "netwerk": "Een buurvrouw."}
    html = client.post(url, mijn, headers=kop).content.decode()
    assert "Piet Pieters schreef hier intussen ook" in html
    assert "Van Piet." in html
    assert Bevinding.objects.get().netwerk == ""
    gezien = re.search(r'name="gezien_situatie"\s+value="([^"]*)"', html)
    assert gezien is not None
    opgelost = mijn | {"gelezen": gelezen(html), "keuze_situatie": keuze, "gezien_situatie": gezien[1]}
    client.post(url, opgelost, headers=kop)
    rij = Bevinding.objects.get()
    assert (rij.situatie, rij.netwerk, rij.wens) == (over, "Een buurvrouw.", "Wens van Piet.")


def test_a_choice_does_not_count_for_a_text_that_came_after_it(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    client, url, eerst = botsing(gezin, casus, consulent, collega)
    mijn = {"gelezen": eerst, "situatie": "Van Joke.", "keuze_situatie": "mijn", "gezien_situatie": "0" * 16}
    assert "schreef hier intussen ook" in client.post(url, mijn, headers=HTMX).content.decode()
    assert Bevinding.objects.get().situatie == "Van Piet."


def test_what_a_colleague_wrote_in_another_field_is_told_and_stays(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    client, url, eerst = botsing(gezin, casus, consulent, collega)
    html = client.post(url, {"gelezen": eerst, "netwerk": "Een buurvrouw."}, headers=HTMX).content.decode()
    assert "Een collega schreef intussen bij: Hoe gaat het nu?, Wat wil Fatima?" in html
    for _keer in range(2):
        html = client.post(
            url, {"gelezen": gelezen(html), "netwerk": "Een buurvrouw en een neef."}, headers=HTMX
        ).content.decode()
    rij = Bevinding.objects.get()
    assert (rij.situatie, rij.netwerk) == ("Van Piet.", "Een buurvrouw en een neef.")


def test_what_goes_for_all_domains_has_a_form_of_its_own(gezin: Gezin, casus: int, consulent: Actor) -> None:
    begin(consulent, casus, gezin.moeder)
    client, url = klant(consulent), reverse("onderzoek_persoon", args=[casus, 1, gezin.moeder])
    velden = {
        "gelezen": gelezen(client.get(url).content.decode()),
        "conclusie": "Beneden slapen.",
        "eigen_plan": "persoonlijk",
        "plan_ontvangen_op": "2024-06-03",
        "plan_tekst": "Een lift.",
        "clientondersteuning": "afgezien",
        "verteld": ["pgb", "bijdrage"],
        "naar": "terug",
    }
    assert client.post(url, velden)["Location"] == reverse("onderzoek", args=[casus, 1])
    rij = Onderzochte.objects.get()
    assert (rij.conclusie, rij.verteld, rij.clientondersteuning) == (
        "Beneden slapen.",
        ["bijdrage", "pgb"],
        "afgezien",
    )
    html = tekst(client, "onderzoek", casus, 1)
    assert "Beneden slapen." in html
    assert "Gratis cliëntondersteuning aangeboden." not in html


def test_after_sending_the_forms_only_show(gezin: Gezin, casus: int, consulent: Actor) -> None:
    nummer = vol(consulent, casus, gezin.moeder)
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    client = klant(consulent)
    html = tekst(client, "onderzoek_gebied", casus, 1, gezin.moeder, "wonen")
    assert "Wat hier staat, verandert niet meer." in html
    assert "hx-post" not in html
    assert re.search(r"<textarea[^>]*disabled", html)
    url = reverse("onderzoek_gebied", args=[casus, 1, gezin.moeder, "wonen"])
    client.post(url, {"situatie": "Iets anders."})
    assert Bevinding.objects.get().situatie == "De trap is te steil."


def test_marks_afterwards_stand_beside_those_of_the_beginning(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    nummer = begin(consulent, casus)
    kies(consulent, nummer, gezin.moeder, "wonen", "inkomen", "huishouden")
    gebieden = ("wonen", "inkomen", "huishouden")
    schrijf_bevindingen(consulent, [bevinding(nummer, gezin.moeder, g, cijfer=4) for g in gebieden])
    client = klant(consulent)
    html = tekst(client, "onderzoek", casus, 1)
    assert 'class="oz-radar"' in html
    assert "oz-radar__lijn--later" not in html
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    client.post(reverse("onderzoek_cijfers", args=[casus, 1, gezin.moeder]), {"wonen": "7", "inkomen": "3"})
    html = tekst(client, "onderzoek", casus, 1)
    assert "+3" in html
    assert "\N{MINUS SIGN}1" in html
    assert "oz-radar__lijn--later" in html


def test_a_further_question_is_taken_along_and_a_mistake_thrown_away(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    begin(consulent, casus)
    tweede = maak_melding(gezin.zoon)
    voeg_meldingen_toe(consulent, [(casus, tweede)])
    client = klant(consulent)
    assert f"Melding {tweede} meenemen" in tekst(client, "onderzoek", casus, 1)
    client.post(reverse("onderzoek_meenemen", args=[casus, 1, tweede]))
    assert Onderzoekmelding.objects.filter(melding=tweede).exists()
    client.post(reverse("onderzoek_weggooien", args=[casus, 1]))
    assert client.get(reverse("onderzoek", args=[casus, 1])).status_code == 404
    assert "Onderzoek beginnen" in tekst(client, "casus", casus)


def test_a_next_one_may_begin_with_the_words_of_the_last(gezin: Gezin, casus: int, consulent: Actor) -> None:
    verstuur_verslagen(consulent, [(vol(consulent, casus, gezin.moeder), VANDAAG)])
    client = klant(consulent)
    assert "Beginnen met wat er in het vorige onderzoek staat" in tekst(client, "onderzoek_beginnen", casus)
    velden = {"kenmerk": str(uuid4()), "personen": [gezin.moeder], "op": "2024-06-03", "kopie": "on"}
    client.post(reverse("onderzoek_beginnen", args=[casus]), velden)
    assert "De trap is te steil." in tekst(client, "onderzoek", casus, 2)


def test_the_pages_cost_the_same_however_much_there_is_in_it(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    nummer = vol(consulent, casus, gezin.moeder)
    client = klant(consulent)
    paginas = (("onderzoek", [casus, 1]), ("onderzoek_verslag", [casus, 1]))
    klein = [_tel(client, naam, args) for naam, args in paginas]
    kies(consulent, nummer, gezin.moeder, "wonen", "inkomen", "huishouden", "mobiliteit")
    for persoon in (gezin.zoon, gezin.dochter):
        kies(consulent, nummer, persoon, "wonen", "inkomen")
        schrijf_bevindingen(consulent, [bevinding(nummer, persoon)])
    groot = [_tel(client, naam, args) for naam, args in paginas]
    assert groot == klein
    assert groot == [18, 34]


def _tel(client: Client, naam: str, args: list[int]) -> int:
    tekst(client, naam, *args)
    with CaptureQueriesContext(connection) as vragen:
        tekst(client, naam, *args)
    return len(vragen)


def test_every_page_is_one_row_in_the_read_log(gezin: Gezin, casus: int, consulent: Actor) -> None:
    vol(consulent, casus, gezin.moeder)
    client = klant(consulent)
    for naam, args in (
        ("onderzoek", [casus, 1]),
        ("onderzoek_verslag", [casus, 1]),
        ("onderzoek_verslag_pdf", [casus, 1]),
        ("onderzoek_persoon", [casus, 1, gezin.moeder]),
        ("onderzoek_gebied", [casus, 1, gezin.moeder, "wonen"]),
        ("onderzoek_leefgebieden", [casus, 1, gezin.zoon]),
    ):
        voor = Inzagelogregel.objects.count()
        client.get(reverse(naam, args=args))
        [regel] = Inzagelogregel.objects.order_by("pk")[voor:]
        assert (regel.gebruiker_id, bool(regel.dossiers)) == (consulent.id, True), naam


@pytest.fixture
def gast(gezin: Gezin, casus: int, consulent: Actor) -> Actor:
    """Give somebody who was consulted about the mother alone; the son's words are the canary."""
    from samendoen.casus.api import betrokkenen

    leg_gezag_vast(SYSTEEM, [NieuwGezag(gezin.zoon, gezin.moeder, VANDAAG)])
    nummer = vol(consulent, casus, gezin.moeder)
    kies(consulent, nummer, gezin.zoon, "wonen")
    woorden = dict.fromkeys(
        ("situatie", "wens", "eigen_kracht", "netwerk", "mantelzorg", "algemeen"), KANARIE
    )
    schrijf_bevindingen(consulent, [bevinding(nummer, gezin.zoon, **woorden)])
    rond = dict.fromkeys(("plan_tekst", "plan_antwoord", "samenwerking", "conclusie"), KANARIE)
    schrijf_onderzochten(consulent, [onderzochte(nummer, gezin.zoon, **rond)])
    wie = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"], "Guus Gast"))
    dossier = next(w.dossier_id for w in betrokkenen(casus) if w.persoon_id == gezin.moeder)
    with schrijft("kernel"):
        ken_toe([Toekenning(dossier, Niveau.SCHRIJFBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=wie.id)])
    return wie


def bladzijden(client: Client, casus: int, moeder: int) -> str:
    """Return everything that somebody can read of an investigation, one after the other."""
    adressen = [
        reverse("casus", args=[casus]),
        reverse("onderzoek", args=[casus, 1]),
        reverse("onderzoek_verslag", args=[casus, 1]),
        reverse("onderzoek_verslag", args=[casus, 1]) + f"?voor={moeder}",
        reverse("onderzoek_persoon", args=[casus, 1, moeder]),
        reverse("onderzoek_gebied", args=[casus, 1, moeder, "wonen"]),
    ]
    return "\n".join(client.get(adres).content.decode() for adres in adressen)


@pytest.mark.parametrize("verstuurd", [False, True])
def test_words_of_one_person_are_not_shown_without_a_grant_on_that_person(
    gezin: Gezin, casus: int, consulent: Actor, gast: Actor, verstuurd: bool
) -> None:
    if verstuurd:
        verstuur_verslagen(consulent, [(Onderzoek.objects.get().pk, VANDAAG)])
    client = klant(gast)
    html = bladzijden(client, casus, gezin.moeder)
    assert "De trap is te steil." in html
    assert KANARIE not in html
    assert "Sami" not in html
    assert KANARIE in bladzijden(klant(consulent), casus, gezin.moeder)
    for naam, args in (
        ("onderzoek_gebied", [casus, 1, gezin.zoon, "wonen"]),
        ("onderzoek_persoon", [casus, 1, gezin.zoon]),
        ("onderzoek_leefgebieden", [casus, 1, gezin.zoon]),
    ):
        assert client.get(reverse(naam, args=args)).status_code == 404, naam
    assert (
        client.get(reverse("onderzoek_verslag", args=[casus, 1]) + f"?voor={gezin.zoon}").status_code == 404
    )
    if verstuurd:
        assert "Het gaat over iemand die u niet mag inzien." in html


def test_a_secret_address_is_in_no_letter_that_is_kept_and_shown_to_the_director_alone(
    consulent: Actor, collega: Actor
) -> None:
    [persoon] = maak_gezin(("Fatima", date(1985, 3, 12)), geheim=True, straat="Kanariestraat")
    casus = maak_casus(consulent, maak_melding(persoon))
    nummer = vol(consulent, casus, persoon)
    assert "Kanariestraat" not in tekst(klant(collega), "onderzoek_verslag", casus, 1)
    verstuur_verslagen(consulent, [(nummer, VANDAAG)])
    assert "Kanariestraat" not in str(Verslagbrief.objects.get().kader)
    assert "Kanariestraat" in tekst(klant(consulent), "onderzoek_verslag", casus, 1)
    assert "Kanariestraat" not in tekst(klant(collega), "onderzoek_verslag", casus, 1)


def test_the_pdf_says_who_it_is_for_nowhere_in_its_name(gezin: Gezin, casus: int, consulent: Actor) -> None:
    vol(consulent, casus, gezin.moeder)
    antwoord = klant(consulent).get(reverse("onderzoek_verslag_pdf", args=[casus, 1]))
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"] == f'attachment; filename="verslag-C{casus}-O1.pdf"'
    assert antwoord.content.startswith(b"%PDF")


@pytest.mark.parametrize("vraag", ["?voor=x", "?voor=²", "?voor="])
def test_a_strange_address_is_no_error(gezin: Gezin, casus: int, consulent: Actor, vraag: str) -> None:
    vol(consulent, casus, gezin.moeder)
    tekst(klant(consulent), "onderzoek_verslag", casus, 1, vraag=vraag)


def test_a_municipality_with_another_lens_walks_its_own_domains() -> None:
    maak_gemeente("1581")
    from samendoen.organisatie.api import leefgebieden, leefgebiedvragen

    assert list(leefgebieden()) == list(leefgebiedvragen())
    assert len(leefgebieden()) == 6
    assert leefgebiedvragen()["zingeving"] == "Wat is voor u belangrijk in het leven?"
