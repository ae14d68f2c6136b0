"""The screens of a casus: what they show, to whom, in how many queries, and what a form does."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.casus.api import (
    Akkoordinvoer,
    leg_akkoorden_vast,
    sluit_casussen,
    stel_plannen_vast,
    voeg_meldingen_toe,
)
from samendoen.casus.models import Actie, Akkoord, Casus, Casusmelding, Doel, Plan, Regie
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebruiker, Inzagelogregel, Inzagerecht
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import handel_melding_af
from samendoen.toegang.models import Melding
from samendoen.werk.models import Termijn
from tests.casusmaker import TEAM, actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.integration.casus.conftest import Gezin
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = VANDAAG + timedelta(days=90)


def klant(door: Actor) -> Client:
    return aangemelde_client(Gebruiker.objects.get(pk=door.id or 0))


def tekst(client: Client, naam: str, *args: Any, vraag: str = "") -> str:
    antwoord = client.get(reverse(naam, args=args) + vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def geldig(door: Actor, casus: int, gezin: Gezin) -> int:
    doelen = [
        doel(gezin.moeder, actie(), actie("basishulp", "Elke week een gesprek."), leefgebied="inkomen"),
        doel(gezin.zoon, actie("maatwerk", "Begeleiding.", niet_lichter="De mentor probeerde het.")),
    ]
    plan = schrijf(door, casus, doelen, LATER)
    leg_akkoorden_vast(door, [Akkoordinvoer(plan, gezin.moeder, "akkoord", VANDAAG)])
    stel_plannen_vast(door, [(plan, VANDAAG)])
    return plan


def test_the_page_says_who_what_and_by_when(gezin: Gezin, casus: int, consulent: Actor) -> None:
    geldig(consulent, casus, gezin)
    html = tekst(klant(consulent), "casus", casus)
    for woorden in (
        "Fatima Yilmaz en nog 2",
        "Joke Jansen",
        "Gebiedsteam Leerdam",
        "Het lukt ons niet meer.",
        "nog 42 dagen",
        "Rust in huis.",
        "Wanneer zijn we tevreden?",
        "Oma haalt de kinderen op.",
        "De mentor probeerde het.",
        "Eens met het plan",
        "Zonder eigen doel: Noor Yilmaz.",
        "Casus geopend voor een huishouden van 3 personen.",
    ):
        assert woorden in html, woorden


def test_the_page_names_nobody_in_its_title_or_address(gezin: Gezin, casus: int, consulent: Actor) -> None:
    html = tekst(klant(consulent), "casus", casus)
    titel = html.partition("<title>")[2].partition("</title>")[0]
    assert "Yilmaz" not in titel
    assert f"Casus {casus}" in titel


def test_a_grant_that_ends_is_noticed_by_the_next_request(casus: int, consulent: Actor) -> None:
    client = klant(consulent)
    tekst(client, "casus", casus)
    with schrijft("kernel"):
        Inzagerecht.objects.update(tot=klok.nu() + timedelta(microseconds=1))
    with klok.op(klok.nu() + timedelta(seconds=1)):
        assert client.get(reverse("casus", args=[casus])).status_code == 404


def test_the_page_costs_the_same_however_much_there_is_in_it(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    geldig(consulent, casus, gezin)
    client = klant(consulent)
    tekst(client, "casus", casus)
    with CaptureQueriesContext(connection) as klein:
        tekst(client, "casus", casus)
    for _n in range(3):
        voeg_meldingen_toe(consulent, [(casus, maak_melding(gezin.zoon))])
    doelen = [doel(p, actie(), actie()) for p in (gezin.moeder, gezin.zoon, gezin.dochter) for _n in range(3)]
    plan = schrijf(consulent, casus, doelen, LATER)
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    with CaptureQueriesContext(connection) as groot:
        tekst(client, "casus", casus)
    assert len(groot) == len(klein)
    assert len(groot) == 24


def test_the_list_costs_the_same_however_long_it_is(consulent: Actor) -> None:
    client = klant(consulent)
    maak_casus(consulent, maak_melding(maak_gezin(("Een", date(1980, 1, 1)))[0]))
    tekst(client, "casussen")
    with CaptureQueriesContext(connection) as een:
        tekst(client, "casussen")
    for n in range(5):
        maak_casus(consulent, maak_melding(maak_gezin((f"Ouder {n}", date(1980, 1, 1)))[0]))
    with CaptureQueriesContext(connection) as zes:
        html = tekst(client, "casussen")
    assert html.count("sd-rijkop__onder") == 6
    assert len(zes) == len(een)
    assert len(zes) == 13


def test_every_page_is_one_row_in_the_read_log(gezin: Gezin, casus: int, consulent: Actor) -> None:
    geldig(consulent, casus, gezin)
    client = klant(consulent)
    for naam, args in (
        ("casus", [casus]),
        ("casus_plan", [casus]),
        ("casussen", []),
        ("plan_doel_nieuw", [casus]),
        ("casus_openen", [maak_melding(maak_gezin(("Los", date(1980, 1, 1)))[0])]),
    ):
        voor = Inzagelogregel.objects.count()
        tekst(client, naam, *args)
        [regel] = Inzagelogregel.objects.order_by("pk")[voor:]
        assert (regel.gebruiker_id, bool(regel.dossiers)) == (consulent.id, True), naam
    volledig = Inzagelogregel.objects.filter(pagina="casus").latest("pk").dossiers
    assert len(volledig) == 4  # three people and the question


def test_the_list_shows_mine_my_teams_or_all(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    client = klant(collega)
    assert "U voert nog geen regie" in tekst(client, "casussen")
    assert f"Casus {casus}" in tekst(client, "casussen", vraag="?wie=team")
    assert f"Casus {casus}" in tekst(client, "casussen", vraag="?wie=alle&team=gebiedsteam_leerdam")
    assert "Geen casus gevonden" in tekst(client, "casussen", vraag="?wie=alle&status=gesloten")
    assert f"Casus {casus}" in tekst(klant(consulent), "casussen")


@pytest.mark.parametrize("vraag", ["?pagina=²", "?sorteer=naam", "?wie=x&team=kelder&status=weg", "?voor=-1"])
def test_a_strange_address_is_no_error(casus: int, consulent: Actor, vraag: str) -> None:
    client = klant(consulent)
    tekst(client, "casussen", vraag=vraag)
    tekst(client, "casus", casus, vraag=vraag)


def test_opening_from_a_question(gezin: Gezin, consulent: Actor) -> None:
    client = klant(consulent)
    html = tekst(client, "casus_openen", gezin.melding)
    assert f'value="{consulent.id}" selected' in html
    velden = {"kenmerk": str(uuid4()), "regisseur": str(consulent.id), "op": "2024-06-03"}
    url = reverse("casus_openen", args=[gezin.melding])
    eerste, tweede = client.post(url, velden), client.post(url, velden)
    assert Casus.objects.count() == 1
    assert eerste["Location"] == tweede["Location"] == reverse("casus", args=[Casus.objects.get().pk])


def test_who_comes_second_is_told_which_casus_runs_and_may_join_it(
    gezin: Gezin, casus: int, collega: Actor
) -> None:
    client, tweede = klant(collega), maak_melding(gezin.zoon)
    html = tekst(client, "casus_openen", tweede)
    assert f"Voor dit huishouden loopt al casus {casus}" in html
    assert "Regisseur is Joke Jansen (Gebiedsteam Leerdam)" in html
    velden = {"kenmerk": str(uuid4()), "regisseur": str(collega.id), "op": "2024-06-03"}
    antwoord = client.post(reverse("casus_openen", args=[tweede]), velden)
    assert f"loopt al casus {casus}" in antwoord.content.decode()
    client.post(reverse("casus_toevoegen", args=[tweede]))
    assert Casusmelding.objects.get(melding=tweede).casus_id == casus


def test_who_may_not_work_in_the_running_casus_is_sent_to_its_director(
    gezin: Gezin, casus: int, buur: Actor
) -> None:
    tweede = maak_melding(gezin.zoon, team="gebiedsteam_vianen")
    html = tekst(klant(buur), "casus_openen", tweede)
    assert "Overleg met de regisseur" in html
    assert reverse("casus", args=[casus]) not in html


def test_a_question_of_somebody_unknown_says_what_to_do_first(consulent: Actor) -> None:
    assert "Koppel eerst een inwoner" in tekst(klant(consulent), "casus_openen", maak_melding(None))


def test_finishing_the_investigation_meets_the_clock(gezin: Gezin, casus: int, consulent: Actor) -> None:
    client = klant(consulent)
    url = reverse("casus_onderzocht", args=[casus, gezin.melding])
    assert "Onderzoek afgerond, verslag verstuurd" in client.get(url).content.decode()
    client.post(url, {"op": "2024-06-03"})
    assert (Melding.objects.get().uitkomst, Termijn.objects.get().status) == ("onderzocht", "gehaald")
    assert "op tijd klaar" in tekst(client, "casus", casus)


def test_a_question_of_another_casus_is_not_finished_from_here(casus: int, consulent: Actor) -> None:
    vreemd = maak_melding(maak_gezin(("Ander", date(1980, 1, 1)))[0])
    assert klant(consulent).get(reverse("casus_onderzocht", args=[casus, vreemd])).status_code == 404


def test_a_plan_is_written_in_small_forms(gezin: Gezin, casus: int, consulent: Actor) -> None:
    client, doelkenmerk, actiekenmerk = klant(consulent), str(uuid4()), str(uuid4())
    assert "Nog geen doel" in tekst(client, "plan_schrijven", casus)
    velden = {
        "kenmerk": doelkenmerk,
        "persoon": str(gezin.zoon),
        "leefgebied": "wonen",
        "tekst": "Ik wil een eigen kamer.",
    }
    for _keer in range(2):
        client.post(reverse("plan_doel_nieuw", args=[casus]), velden)
    assert Doel.objects.get().inwoner_id == gezin.zoon
    regels = {"kenmerk": actiekenmerk, "niveau": "netwerk", "tekst": "Oom Ali timmert."}
    client.post(reverse("plan_actie_nieuw", args=[casus, doelkenmerk]), regels)
    client.post(reverse("plan_actie", args=[casus, doelkenmerk, actiekenmerk]), regels | {"wie": "Oom Ali"})
    assert (Actie.objects.get().tekst, Actie.objects.get().wie) == ("Oom Ali timmert.", "Oom Ali")
    client.post(reverse("plan_schrijven", args=[casus]), {"evaluatie_op": "2024-09-02"})
    [gezien] = re.findall(r'name="gezien" value="(\w+)"', tekst(client, "plan_vaststellen", casus))
    client.post(reverse("plan_vaststellen", args=[casus]), {"op": "2024-06-03", "gezien": gezien})
    assert Plan.objects.get().status == "vastgesteld"


def test_a_next_version_begins_as_a_copy_of_what_still_goes_on(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    geldig(consulent, casus, gezin)
    client = klant(consulent)
    eerste = Actie.objects.order_by("pk")[0]
    client.post(reverse("actie_afronden", args=[casus, eerste.pk]), {"status": "gedaan", "op": "2024-06-03"})
    client.post(reverse("plan_nieuw", args=[casus]))
    nieuw = Plan.objects.get(status="concept")
    assert (nieuw.versie, nieuw.evaluatie_op) == (2, LATER)
    assert Actie.objects.filter(doel__plan=nieuw).count() == Actie.objects.count() // 2
    assert not Actie.objects.filter(doel__plan=nieuw, kenmerk=eerste.kenmerk).exists()
    html = tekst(client, "casus", casus)
    assert "Er ligt een concept van versie 2" in html


def test_goals_and_actions_are_taken_out_after_one_question(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    rust = doel(gezin.moeder, actie(), actie())
    schrijf(consulent, casus, [rust])
    client = klant(consulent)
    weg = reverse("plan_actie_weg", args=[casus, rust.kenmerk, rust.acties[0].kenmerk])
    assert "Weghalen" in client.get(weg).content.decode()
    assert Actie.objects.count() == 2
    client.post(weg)
    assert Actie.objects.count() == 1
    client.post(reverse("plan_doel_weg", args=[casus, rust.kenmerk]))
    assert Doel.objects.count() == 0


def test_what_the_domain_refuses_comes_beside_its_field(gezin: Gezin, casus: int, consulent: Actor) -> None:
    rust = doel(gezin.moeder)
    schrijf(consulent, casus, [rust])
    url = reverse("plan_actie_nieuw", args=[casus, rust.kenmerk])
    velden = {"kenmerk": str(uuid4()), "niveau": "maatwerk", "tekst": "Begeleiding"}
    html = klant(consulent).post(url, velden).content.decode()
    assert "Bij maatwerk hoort waarom lichtere hulp niet genoeg is." in html
    leeg = klant(consulent).post(url, {"kenmerk": str(uuid4())}).content.decode()
    assert "Kies wie helpt." in leeg
    assert "Schrijf op wat er gaat gebeuren." in leeg


def test_an_offer_of_the_map_fills_in_who_helps(gezin: Gezin, casus: int, consulent: Actor) -> None:
    from samendoen.kaart.api import aanbod_voor_keuze, importeer_kaart

    importeer_kaart(SYSTEEM, "1961")
    rust = doel(gezin.moeder, leefgebied="inkomen")
    schrijf(consulent, casus, [rust])
    nummer, naam = aanbod_voor_keuze(["inkomen"])[0]
    url = reverse("plan_actie_nieuw", args=[casus, rust.kenmerk])
    client, velden = klant(consulent), {"kenmerk": str(uuid4()), "aanbod": str(nummer)}
    voorbeeld = client.post(url, velden | {"vul": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert "Gebruik maken van" in voorbeeld
    assert Actie.objects.count() == 0
    client.post(url, velden)
    gemaakt = Actie.objects.get()
    assert gemaakt.aanbod_id == nummer
    assert f"({gemaakt.wie})" in naam


def test_what_somebody_thinks_is_recorded_with_who_said_it(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    schrijf(consulent, casus, [doel(gezin.zoon)])
    client, url = klant(consulent), reverse("plan_akkoord", args=[casus, gezin.zoon])
    assert "Van 12 tot en met 15 jaar beslissen de jeugdige en de ouders" in client.get(url).content.decode()
    velden = {"oordeel": "akkoord", "gezegd_door": ["zelf"], "op": "2024-06-03"}
    assert "Jeugdwet art. 7.3.4" in client.post(url, velden).content.decode()
    client.post(url, velden | {"gezegd_door": ["zelf", "ouders"]})
    assert Akkoord.objects.get().gezegd_door == ["ouders", "zelf"]


def test_direction_second_and_closing_by_their_forms(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    client = klant(consulent)
    client.post(reverse("casus_tweede", args=[casus]), {"tweede": str(collega.id)})
    assert Regie.objects.get(rol="tweede").gebruiker_id == collega.id
    client.post(reverse("casus_tweede", args=[casus]), {"tweede": ""})
    naar_vraag = client.get(reverse("casus_regie", args=[casus]))
    assert naar_vraag["Location"] == reverse("overdracht_nieuw", args=[casus])
    velden = {"regisseur": str(collega.id), "op": "2024-06-03"}
    klant(collega).post(reverse("casus_regie", args=[casus]), velden)
    assert Regie.objects.get(rol="regisseur", tot=None).gebruiker_id == collega.id
    html = tekst(client, "casus", casus)
    assert "Wie er eerder regie voerde" in html
    url = reverse("casus_sluiten", args=[casus])
    velden = {"reden": "zelf_verder", "op": "2024-06-03"}
    assert "staat nog open" in client.post(url, velden).content.decode()
    handel_melding_af(consulent, gezin.melding, "onderzocht", VANDAAG)
    client.post(url, velden)
    assert "Gesloten op ma 3 juni 2024: het huishouden kan zelf verder." in tekst(client, "casus", casus)
    client.post(reverse("casus_heropenen", args=[casus]))
    assert Casus.objects.get().status == "open"


def test_closed_as_a_mistake_one_is_led_to_the_list(casus: int, consulent: Actor) -> None:
    url = reverse("casus_sluiten", args=[casus])
    antwoord = klant(consulent).post(url, {"reden": "vergissing", "op": "2024-06-03"})
    assert antwoord["Location"] == reverse("casussen")


def test_a_closed_casus_offers_no_work(gezin: Gezin, casus: int, consulent: Actor) -> None:
    geldig(consulent, casus, gezin)
    handel_melding_af(consulent, gezin.melding, "onderzocht", VANDAAG)
    sluit_casussen(consulent, [(casus, "verhuisd", VANDAAG)])
    html = tekst(klant(consulent), "casus", casus)
    for knop in ("Afronden", "Overdragen", "Nieuwe versie", "Leg vast", "Casus sluiten"):
        assert knop not in html, knop
    assert "Heropenen" in html


def test_old_versions_stay_readable(gezin: Gezin, casus: int, consulent: Actor) -> None:
    geldig(consulent, casus, gezin)
    plan = schrijf(consulent, casus, [doel(gezin.moeder, tekst="Iets anders.")], LATER)
    stel_plannen_vast(consulent, [(plan, VANDAAG)])
    client = klant(consulent)
    assert f"{reverse('casus_plan', args=[casus])}?versie=1" in tekst(client, "casus", casus)
    assert "Rust in huis." in tekst(client, "casus_plan", casus, vraag="?versie=1")
    assert "Iets anders." in tekst(client, "casus_plan", casus)
    assert client.get(reverse("casus_plan", args=[casus]) + "?versie=9").status_code == 404


def test_who_may_only_read_gets_no_buttons(gezin: Gezin, casus: int, consulent: Actor) -> None:
    geldig(consulent, casus, gezin)
    kijker = aangemelde_client(maak_medewerker(Rol.KWALITEIT, [TEAM]))
    html = tekst(kijker, "casus", casus)
    for knop in ("Afronden", "Overdragen", "Nieuwe versie", "Leg vast", "Casus sluiten", "verslag verstuurd"):
        assert knop not in html, knop


def test_thirty_events_and_then_more(gezin: Gezin, casus: int, consulent: Actor) -> None:
    rust = doel(gezin.moeder, actie())
    plan = geldig(consulent, casus, gezin)
    for _n in range(16):
        leg_akkoorden_vast(consulent, [Akkoordinvoer(plan, gezin.moeder, "akkoord", VANDAAG)])
        schrijf(consulent, casus, [rust])
    html = tekst(klant(consulent), "casus", casus)
    assert "?voor=" in html
    meer = html.partition('href="?voor=')[2].partition('"')[0]
    assert "Casus geopend" in tekst(klant(consulent), "casus", casus, vraag=f"?voor={meer}")


def test_saving_a_concept_often_is_one_line_of_the_timeline(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    for n in range(4):
        schrijf(consulent, casus, [doel(gezin.moeder, tekst=f"Doel {n}")])
    assert tekst(klant(consulent), "casus", casus).count("Plan, versie 1: 1 doel") == 1
