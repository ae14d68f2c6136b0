"""The screens of the map: look, filter, keep up to date, stop and resume."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.kaart.actions.aanbod import stop_aanbod
from samendoen.kaart.actions.lezen import importeer_kaart
from samendoen.kaart.models import Aanbod, Locatie, Organisatie
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.rechten import Rol
from samendoen.organisatie.api import kernen
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def klant() -> Client:
    """Give a browser of functional management."""
    return aangemelde_client(maak_medewerker(Rol.BEHEER))


@pytest.fixture
def lezer() -> Client:
    """Give a browser of a professional, who only looks."""
    return aangemelde_client(maak_medewerker(Rol.CONSULENT))


def pagina(klant: Client, naam: str, *args: object, zoek: str = "") -> str:
    antwoord = klant.get(reverse(naam, args=args) + zoek)
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


def velden(**anders: object) -> dict[str, object]:
    gewoon: dict[str, object] = {
        "kenmerk": str(uuid4()),
        "naam": "Samen wandelen",
        "tekst": "Elke week een rondje.",
        "niveau": "algemeen",
        "leefgebieden": ["participatie"],
    }
    return gewoon | anders


def test_an_empty_map_says_what_will_be_there(lezer: Client) -> None:
    assert "Hier verschijnt wat er in de gemeente aan hulp en activiteiten is." in pagina(lezer, "kaart")


def test_the_map_is_filtered_and_sorted_in_the_address(lezer: Client) -> None:
    importeer_kaart(SYSTEEM, "1961")
    alles = pagina(lezer, "kaart")
    assert alles.count("<tr ") >= 30
    geld = pagina(lezer, "kaart", zoek="?q=geld&sorteer=-naam")
    assert 0 < geld.count('href="/kaart/aanbod/') < alles.count('href="/kaart/aanbod/')
    maatwerk = pagina(lezer, "kaart", zoek="?niveau=maatwerk&leefgebied=mobiliteit")
    assert maatwerk.count('href="/kaart/aanbod/') < geld.count('href="/kaart/aanbod/')
    leeg = pagina(lezer, "kaart", zoek="?q=ruimtevaart")
    assert "Geen aanbod gevonden" in leeg
    assert "Toon alles" in leeg
    for onzin in ("?pagina=99", "?kern=abc", "?sorteer=wachtwoord", "?niveau=x"):
        pagina(lezer, "kaart", zoek=onzin)


def test_a_village_shows_what_is_there_and_what_is_everywhere(lezer: Client) -> None:
    importeer_kaart(SYSTEEM, "1961")
    kern = next(pk for pk, naam in kernen().items() if naam == "Leerdam")
    namen = pagina(lezer, "kaart", zoek=f"?kern={kern}")
    plekken = Locatie.objects.filter(kern=kern)
    hier = Aanbod.objects.filter(locaties__in=plekken).first() or Aanbod.objects.filter(locaties=None)[0]
    assert f'href="/kaart/aanbod/{hier.pk}/"' in namen


def test_the_list_costs_as_many_queries_for_thirty_offers_as_for_one(lezer: Client, aanbod: int) -> None:
    def vragen() -> int:
        with CaptureQueriesContext(connection) as gezien:
            pagina(lezer, "kaart")
        return len(gezien)

    vragen()
    een = vragen()
    importeer_kaart(SYSTEEM, "1961")
    assert vragen() == een
    assert een == 8


def test_an_offer_tells_everything_and_who_only_looks_has_no_buttons(
    lezer: Client, klant: Client, aanbod: int
) -> None:
    beeld = pagina(lezer, "aanbod", aanbod)
    for deel in ("Koffieochtend", "Welzijn Samen", "Hele gemeente", "Iedereen", "0345 123456"):
        assert deel in beeld
    assert "Wijzigen" not in beeld
    assert "Wijzigen" in pagina(klant, "aanbod", aanbod)


def test_an_organisation_shows_its_places_and_running_offers(
    klant: Client, lezer: Client, beheer: Actor, organisatie: int, aanbod: int
) -> None:
    plek = {
        "kenmerk": str(uuid4()),
        "naam": "Wijkwinkel",
        "kern_id": next(iter(kernen())),
        "adres": "Plein 1",
    }
    assert klant.post(reverse("kaart_plek_nieuw", args=[organisatie]), plek).status_code == 302
    beeld = pagina(lezer, "kaart_organisatie", organisatie)
    for deel in ("Wijkwinkel", "Plein 1", "Koffieochtend"):
        assert deel in beeld
    stop_aanbod(beheer, aanbod)
    assert "heeft nu geen aanbod" in pagina(lezer, "kaart_organisatie", organisatie)


def test_an_organisation_and_its_offer_come_on_the_map_by_form(klant: Client) -> None:
    org = {"kenmerk": str(uuid4()), "naam": "De Buurtkamer", "website": "www.buurtkamer.example"}
    for _keer in range(2):
        assert klant.post(reverse("kaart_organisatie_nieuw"), org).status_code == 302
    nummer = Organisatie.objects.get().pk
    assert "De Buurtkamer" in pagina(klant, "aanbod_nieuw", zoek=f"?organisatie={nummer}")
    antwoord = klant.post(reverse("aanbod_nieuw"), velden(organisatie_id=nummer, wachttijd_weken="3"))
    rij = Aanbod.objects.get()
    assert antwoord["Location"] == reverse("aanbod", args=[rij.pk])
    assert "3 weken" in pagina(klant, "aanbod", rij.pk)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"naam": ""}, "Geef het aanbod een korte naam."),
        ({"leefgebieden": []}, "Kies minstens één leefgebied."),
        ({"niveau": ""}, "Kies een niveau."),
        ({"wachttijd_weken": "lang"}, "Vul een aantal weken in"),
        ({"naam": "Koffieochtend"}, "al aanbod met deze naam"),
        ({"organisatie_id": ""}, "Kies een organisatie."),
    ],
)
def test_a_form_with_a_mistake_says_it_and_loses_nothing(
    klant: Client, organisatie: int, aanbod: int, anders: dict[str, object], zin: str
) -> None:
    antwoord = klant.post(reverse("aanbod_nieuw"), velden(organisatie_id=organisatie) | anders)
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert "Elke week een rondje." in antwoord.content.decode()
    assert Aanbod.objects.count() == 1


def test_an_offer_is_changed_by_form(klant: Client, aanbod: int) -> None:
    assert "Koffieochtend" in pagina(klant, "aanbod_wijzigen", aanbod)
    assert klant.post(reverse("aanbod_wijzigen", args=[aanbod]), velden()).status_code == 302
    assert "Samen wandelen" in pagina(klant, "aanbod", aanbod)


def test_an_organisation_is_changed_by_form(klant: Client, organisatie: int) -> None:
    adres = reverse("kaart_organisatie_wijzigen", args=[organisatie])
    fout = klant.post(adres, {"kenmerk": str(uuid4()), "naam": "X", "email": "geen adres"})
    assert "Vul een e-mailadres in" in fout.content.decode()
    fout = klant.post(adres, {"kenmerk": str(uuid4()), "naam": "X", "website": "javascript:alert(1)"})
    assert "Vul een adres in" in fout.content.decode()
    assert klant.post(adres, {"kenmerk": str(uuid4()), "naam": "Nieuwe naam"}).status_code == 302
    assert "Nieuwe naam" in pagina(klant, "kaart_organisatie", organisatie)


def test_stopping_asks_once_and_resuming_undoes_it(klant: Client, lezer: Client, aanbod: int) -> None:
    assert "Niemand kan er nog naar verwijzen." in pagina(klant, "aanbod_stoppen", aanbod)
    antwoord = klant.post(reverse("aanbod_stoppen", args=[aanbod]), follow=True)
    assert "Gestopt op ma 3 juni 2024" in antwoord.content.decode()
    assert "Koffieochtend" not in pagina(lezer, "kaart")
    assert "Koffieochtend" not in pagina(lezer, "kaart", zoek="?gestopt=1")
    assert "Koffieochtend" in pagina(klant, "kaart", zoek="?gestopt=1")
    weer = klant.post(reverse("aanbod_stoppen", args=[aanbod]))
    assert "al gestopt" in weer.content.decode()
    assert klant.post(reverse("aanbod_hervatten", args=[aanbod])).status_code == 302
    assert "Koffieochtend" in pagina(lezer, "kaart")


def test_what_is_not_there_is_not_found(lezer: Client) -> None:
    for naam in ("aanbod", "kaart_organisatie"):
        assert lezer.get(reverse(naam, args=[10**6])).status_code == 404
