"""Koers on screen: the tree, the filter, the pages behind it, and how many queries they cost."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.beleid import api
from samendoen.beleid.api import NieuweStand
from samendoen.beleid.models import Activiteit, Doelstelling, Plan, Stand, Verantwoording
from samendoen.kernel.api import SYSTEEM, Rol
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
MaakLicht = Callable[..., NieuweStand]


@pytest.fixture
def beleid() -> Client:
    """Give the browser of an adviser."""
    return aangemelde_client(maak_medewerker(Rol.BELEID))


@pytest.fixture
def raad() -> Client:
    """Give the browser of a councillor."""
    return aangemelde_client(maak_medewerker(Rol.RAAD))


def tekst(klant: Client, url: str) -> str:
    """Return a page without markup."""
    antwoord = klant.get(url)
    assert antwoord.status_code == 200
    zonder = re.sub(r"<[^>]+>", " ", antwoord.content.decode())
    return re.sub(r"\s+", " ", zonder.replace("&#x27;", "'"))


def test_an_empty_page_offers_the_plan_to_who_may_read_it_in(beleid: Client, raad: Client) -> None:
    assert "Lees het plan van Lopik in" in tekst(beleid, "/koers/")
    assert "Lees het plan" not in tekst(raad, "/koers/")
    beleid.post("/koers/inlezen/", {"plan": "lopik"})
    assert "Jaaragenda 2025" in tekst(raad, "/koers/")


def test_reading_in_what_does_not_exist_says_so(beleid: Client) -> None:
    antwoord = beleid.post("/koers/inlezen/", {"plan": "utopia"}, follow=True)
    assert "utopia" in antwoord.content.decode()
    assert Plan.objects.count() == 0


def test_the_agenda_stands_first_with_every_goal_and_activity(raad: Client, lopik: Plan) -> None:
    bladzij = tekst(raad, "/koers/")
    for titel in Activiteit.objects.values_list("titel", flat=True):
        assert titel in bladzij
    assert "30 niet leesbaar in de bron" in bladzij


def test_the_policy_plan_shows_all_its_goals_and_what_serves_them(raad: Client, lopik: Plan) -> None:
    bladzij = tekst(raad, "/koers/?deel=plan-2020")
    for titel in Doelstelling.objects.filter(thema__onderdeel__code="plan-2020").values_list(
        "titel", flat=True
    ):
        assert titel in bladzij
    assert "van de 37 doelen" in bladzij
    assert "(onze lezing)" in bladzij


def test_a_light_stands_on_the_page_with_word_and_shape(raad: Client, licht: MaakLicht) -> None:
    api.zet_standen(SYSTEEM, [licht(kleur="rood")])
    inhoud = raad.get("/koers/").content.decode()
    assert "sd-licht--rood" in inhoud
    assert "1 bijsturen" in inhoud
    assert "bl-voorbeeld" not in inhoud


def test_made_up_lights_are_called_so(raad: Client, lopik: Plan) -> None:
    api.zet_voorbeeldstanden(SYSTEEM, "lopik")
    inhoud = raad.get("/koers/").content.decode()
    assert inhoud.count('<ul class="sd-lichten">') == 30
    assert len(re.findall(r'<li><span class="bl-voorbeeld">voorbeeld</span></li></ul>', inhoud)) == 30
    assert "zijn verzonnen" in inhoud


def test_only_orange_and_red(raad: Client, licht: MaakLicht) -> None:
    api.zet_standen(SYSTEEM, [licht()])
    bladzij = tekst(raad, "/koers/?aandacht=1")
    assert "Mbo en zorg werken samen" in bladzij
    assert "Buurtgezinnen gaat door" not in bladzij
    plan = tekst(raad, "/koers/?deel=plan-2020&aandacht=1")
    assert "Elk kind krijgt alle kans" in plan
    assert "Fraude met zorggeld" not in plan


def test_the_filter_says_when_nothing_is_left(raad: Client, lopik: Plan) -> None:
    assert "geen enkel licht op oranje of rood" in tekst(raad, "/koers/?aandacht=1")


def test_an_unknown_plan_is_404_and_an_unknown_part_the_newest(raad: Client, lopik: Plan) -> None:
    assert raad.get("/koers/?plan=utopia").status_code == 404
    assert "Jaaragenda 2025" in tekst(raad, "/koers/?deel=weg")


@pytest.mark.parametrize("url", ["/koers/doelen/999999/", "/koers/activiteiten/999999/"])
def test_what_does_not_exist_is_404(raad: Client, lopik: Plan, url: str) -> None:
    assert raad.get(url).status_code == 404


def test_koers_costs_a_fixed_number_of_queries(raad: Client, lopik: Plan) -> None:
    api.zet_voorbeeldstanden(SYSTEEM, "lopik")
    raad.get("/koers/")
    with CaptureQueriesContext(connection) as vragen:
        raad.get("/koers/")
    # Session, user, roles, groups; plans; seven for the tree; the municipality; one for the figure.
    assert len(vragen) <= 16, [v["sql"][:90] for v in vragen.captured_queries]


def test_the_page_of_a_goal_shows_both_directions_and_an_empty_figure(beleid: Client, lopik: Plan) -> None:
    doel = Doelstelling.objects.get(code="2")
    bladzij = tekst(beleid, reverse("koers_doel", args=[doel.pk]))
    assert "Dient in het beleidsplan" in bladzij
    assert "2.5 We gaan zelf op pad" in bladzij
    assert "onze lezing" in bladzij
    assert "nog geen cijfer gekozen" in bladzij
    gekoppeld = Doelstelling.objects.get(code="1.1")
    assert "Meldingen per team Nog geen cijfer." in tekst(beleid, reverse("koers_doel", args=[gekoppeld.pk]))


def test_the_adviser_chooses_a_figure(beleid: Client, lopik: Plan) -> None:
    doel = Doelstelling.objects.get(code="2")
    url = reverse("koers_indicator", args=[doel.pk])
    beleid.post(url, {"indicator": "meldingen-per-team"})
    assert Doelstelling.objects.get(code="2").indicatoren == ["meldingen-per-team"]
    assert "Losmaken : Meldingen per team" in tekst(beleid, f"{url}?zoek=klachten")
    beleid.post(url, {"weg": "meldingen-per-team"})
    assert Doelstelling.objects.get(code="2").indicatoren == []
    assert "Geen cijfer gevonden" in tekst(beleid, f"{url}?zoek=zeppelins")
    assert "bestaat niet" in beleid.post(url, {"indicator": "geluk"}).content.decode()


def test_the_adviser_sets_a_light_and_sees_its_history(beleid: Client, mbo: Activiteit) -> None:
    url = reverse("koers_stand", args=[mbo.pk])
    gegevens = {"kleur_geld": "rood", "peildatum": "2024-06-03", "toelichting_geld": "Te duur."}
    assert beleid.post(url, gegevens).status_code == 302
    beleid.post(url, gegevens | {"kleur_geld": "groen", "toelichting_geld": "Opgelost."})
    bladzij = tekst(beleid, reverse("koers_activiteit", args=[mbo.pk]))
    assert bladzij.index("Opgelost.") < bladzij.index("Te duur.")
    assert Stand.objects.count() == 2


def test_a_wrong_light_comes_back_beside_its_field(beleid: Client, mbo: Activiteit) -> None:
    url = reverse("koers_stand", args=[mbo.pk])
    gegevens = {"kleur_geld": "rood", "peildatum": "2024-06-04", "toelichting_geld": "Te duur."}
    antwoord = beleid.post(url, gegevens)
    assert "De peildatum ligt in de toekomst." in antwoord.content.decode()
    zonder = {"kleur_tijd": "groen", "kleur_geld": "rood", "peildatum": "2024-06-03"}
    assert "De reden ontbreekt." in beleid.post(url, zonder).content.decode()
    assert beleid.post(url, {}).status_code == 200
    assert Stand.objects.count() == 0


def test_the_account_is_rewritten_and_the_old_one_can_be_read(beleid: Client, mbo: Activiteit) -> None:
    url = reverse("koers_verantwoording", args=[mbo.pk])
    assert "18.318,52" in beleid.get(url).content.decode()
    basis = Verantwoording.objects.get(activiteit=mbo).pk
    beleid.post(url, {"tekst": "Er is een overeenkomst.", "basis": basis})
    bladzij = tekst(beleid, reverse("koers_activiteit", args=[mbo.pk]))
    assert bladzij.index("Er is een overeenkomst.") < bladzij.index("Eerdere teksten")
    assert bladzij.index("Eerdere teksten") < bladzij.index("18.318,52")


def test_the_councillor_sees_no_buttons(raad: Client, mbo: Activiteit) -> None:
    assert "Lichten zetten" not in tekst(raad, reverse("koers_activiteit", args=[mbo.pk]))
    assert "Rapport maken" not in tekst(raad, "/koers/")


def test_the_money_has_computed_totals_and_the_finding(raad: Client, lopik: Plan) -> None:
    bladzij = tekst(raad, "/koers/geld/").replace("\xa0", " ")
    assert "Totaal -€ 1.025.729 € 289.487 -€ 736.242" in bladzij
    assert "MBO-bijdrage staat als structureel (S)" in bladzij
    assert "is daaraan gelijk" in bladzij


def test_the_money_page_without_a_plan_says_what_to_do(raad: Client) -> None:
    assert "Terug naar Koers" in tekst(raad, "/koers/geld/")
