"""Two professionals write one plan: nothing is overwritten that a writer has not seen."""

import re
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from samendoen.casus.actions.concept import (
    haal_actie_weg,
    haal_doel_weg,
    teken,
    wijzig_concept,
    zet_evaluatie,
)
from samendoen.casus.actions.onderzoekinvoer import velden
from samendoen.casus.actions.planschrijven import ACTIEVELDEN, DOELVELDEN
from samendoen.casus.api import (
    Actieinvoer,
    Actieschrift,
    Akkoordinvoer,
    Doelinvoer,
    Doelschrift,
    leg_akkoorden_vast,
    schrijf_actie,
    schrijf_doel,
    stel_plannen_vast,
)
from samendoen.casus.models import Actie, Akkoord, Doel, Plan
from samendoen.casus.rules import merk
from samendoen.kernel.actor import Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.models import Gebeurtenis, Gebruiker
from tests.casusmaker import actie, doel, schrijf
from tests.integration.casus.conftest import Gezin
from tests.maak import aangemelde_client

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def rust(gezin: Gezin, casus: int, consulent: Actor) -> Doelinvoer:
    """Give a goal with an action in the concept."""
    rust = doel(gezin.moeder, actie())
    schrijf(consulent, casus, [rust], date(2024, 9, 2))
    return rust


def merken(wat: Doelinvoer | Actieinvoer) -> dict[str, str]:
    namen = DOELVELDEN if isinstance(wat, Doelinvoer) else ACTIEVELDEN
    return {veld: merk(tekst) for veld, tekst in velden(wat, namen).items()}


def schrift(casus: int, gezien: Doelinvoer, **anders: str) -> Doelschrift:
    """Return a goal as somebody who saw `gezien` would write it."""
    return Doelschrift(casus, replace(gezien, **anders), merken(gezien), 1)  # type: ignore[arg-type]


def geschreven() -> int:
    return Gebeurtenis.objects.filter(soort="casus.plan_geschreven").count()


def klant(wie: Actor) -> Client:
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id or 0))


def test_two_writers_in_one_goal_keep_what_each_changed(
    casus: int, rust: Doelinvoer, consulent: Actor, collega: Actor
) -> None:
    schrijf_doel(consulent, schrift(casus, rust, tekst="Samen eten."))
    samen = schrijf_doel(collega, schrift(casus, rust, tevreden_als="Elke zondag."))
    rij = Doel.objects.get()
    assert (rij.tekst, rij.tevreden_als) == ("Samen eten.", "Elke zondag.")
    assert (samen.anders, samen.van_ander) == (("tevreden_als",), ("tekst",))
    assert rij.bijgewerkt_door_id == collega.id
    assert Actie.objects.count() == 1


def test_in_the_same_field_nothing_is_written_until_somebody_chooses(
    casus: int, rust: Doelinvoer, consulent: Actor, collega: Actor
) -> None:
    eerste = replace(rust.acties[0], tekst="Tante haalt de kinderen op.", wie="Tante Mina")
    tweede = replace(rust.acties[0], tekst="De buurvrouw haalt de kinderen op.")
    gezien = merken(rust.acties[0])
    schrijf_actie(consulent, Actieschrift(casus, rust.kenmerk, eerste, gezien, 1))
    with pytest.raises(Domeinfout) as fout:
        schrijf_actie(collega, Actieschrift(casus, rust.kenmerk, tweede, gezien, 1))
    assert (fout.value.fout, fout.value.veld) == ("plan_botst", "tekst")
    assert Actie.objects.get().tekst == "Tante haalt de kinderen op."
    gelezen = gezien | {"tekst": merk("Tante haalt de kinderen op.")}
    schrijf_actie(collega, Actieschrift(casus, rust.kenmerk, tweede, gelezen, 1))
    rij = Actie.objects.get()
    assert (rij.tekst, rij.wie) == ("De buurvrouw haalt de kinderen op.", "Tante Mina")


def test_typing_on_makes_no_new_event_but_every_other_change_does(
    gezin: Gezin, casus: int, rust: Doelinvoer, consulent: Actor, collega: Actor
) -> None:
    nieuw = doel(gezin.moeder, tekst="Ik wil")
    schrijf_doel(consulent, Doelschrift(casus, nieuw, {}, 1))
    assert geschreven() == 2
    verder = replace(nieuw, tekst="Ik wil naar buiten.")
    for _keer in range(2):
        schrijf_doel(consulent, Doelschrift(casus, verder, merken(nieuw), 1))
    assert (Doel.objects.get(kenmerk=nieuw.kenmerk).tekst, geschreven()) == ("Ik wil naar buiten.", 2)
    schrijf_doel(consulent, schrift(casus, verder, leefgebied="wonen"))
    assert geschreven() == 3
    wonen = replace(verder, leefgebied="wonen")
    schrijf_doel(collega, schrift(casus, wonen, tekst="Van Piet."))
    assert geschreven() == 4
    plan = Plan.objects.get().pk
    leg_akkoorden_vast(collega, [Akkoordinvoer(plan, gezin.moeder, "akkoord", date(2024, 6, 3))])
    van_piet = replace(wonen, tekst="Van Piet.")
    schrijf_doel(collega, schrift(casus, van_piet, tekst="Weer anders."))
    assert (geschreven(), Akkoord.objects.count()) == (5, 0)


def test_words_that_cannot_be_are_refused_while_typing_too(
    casus: int, rust: Doelinvoer, consulent: Actor
) -> None:
    zwaar = actie("maatwerk", "Begeleiding.", niet_lichter="Vrijwilligers kunnen dit niet.")
    schrijf_actie(consulent, Actieschrift(casus, rust.kenmerk, zwaar, {}, 1))
    leeg, lang = replace(zwaar, niet_lichter=" "), replace(zwaar, wie="x" * 201)
    for anders, veld in ((leeg, "niet_lichter"), (lang, "wie")):
        with pytest.raises(Domeinfout) as fout:
            schrijf_actie(consulent, Actieschrift(casus, rust.kenmerk, anders, merken(zwaar), 1))
        assert fout.value.veld == veld
    assert Actie.objects.get(kenmerk=zwaar.kenmerk).niet_lichter == "Vrijwilligers kunnen dit niet."


def test_what_a_colleague_took_away_or_let_hold_does_not_come_back_by_typing(
    casus: int, rust: Doelinvoer, consulent: Actor, collega: Actor
) -> None:
    wijzig_concept(collega, casus, haal_actie_weg(rust.acties[0].kenmerk))
    anders = replace(rust.acties[0], tekst="Anders.")
    with pytest.raises(Domeinfout, match="uit het plan gehaald"):
        schrijf_actie(consulent, Actieschrift(casus, rust.kenmerk, anders, merken(rust.acties[0]), 1))
    stel_plannen_vast(collega, [(Plan.objects.get().pk, date(2024, 6, 3))])
    with pytest.raises(Domeinfout, match="vastgesteld of weggegooid"):
        schrijf_doel(consulent, schrift(casus, rust, tekst="Anders."))
    assert Plan.objects.get().status == "vastgesteld"
    assert Doel.objects.get().tekst == rust.tekst
    assert not Actie.objects.exists()


def test_nobody_takes_away_what_they_have_not_read(
    casus: int, rust: Doelinvoer, consulent: Actor, collega: Actor
) -> None:
    gezien = teken(rust)
    schrijf_doel(collega, schrift(casus, rust, tekst="Samen eten."))
    with pytest.raises(Domeinfout, match="intussen iets in gewijzigd"):
        wijzig_concept(consulent, casus, haal_doel_weg(rust.kenmerk, gezien))
    weg = reverse("plan_doel_weg", args=[casus, rust.kenmerk])
    opnieuw = klant(consulent).post(weg, {"gezien": gezien}, follow=True).content.decode()
    assert "Samen eten." in opnieuw
    assert "Lees het nog een keer." in opnieuw
    nu = re.findall(r'name="gezien" value="(\w+)"', opnieuw)[0]
    klant(consulent).post(weg, {"gezien": nu})
    assert not Doel.objects.exists()


def test_only_words_that_were_read_become_the_plan(
    casus: int, rust: Doelinvoer, consulent: Actor, collega: Actor
) -> None:
    client, url = klant(consulent), reverse("plan_vaststellen", args=[casus])

    def gelezen(html: str) -> dict[str, str]:
        return {"op": "2024-06-03"} | dict(re.findall(r'name="(gezien|zag)" value="([^"]*)"', html))

    mijn = gelezen(client.get(url).content.decode())
    assert not client.post(url, {"op": "2024-06-03"}).has_header("Location")
    schrijf_doel(collega, schrift(casus, rust, tekst="Samen eten."))
    wijzig_concept(collega, casus, zet_evaluatie(date(2024, 10, 1), date(2024, 9, 2)))
    html = client.post(url, mijn).content.decode()
    assert "Er is nog niets vastgesteld." in html
    assert "<li>Piet Pieters: doel bij Veiligheid</li>" in html
    assert "<li>de dag om samen terug te kijken</li>" in html
    assert "Samen eten." in html
    assert Plan.objects.get().status == "concept"
    assert client.post(url, gelezen(html)).headers["Location"] == reverse("casus", args=[casus])
    assert Plan.objects.get().status == "vastgesteld"
    te_laat = klant(collega).post(url, gelezen(html), follow=True).content.decode()
    assert "intussen vastgesteld of weggegooid" in te_laat


def test_the_day_to_look_back_is_not_overwritten_unseen(
    casus: int, rust: Doelinvoer, consulent: Actor
) -> None:
    client, url = klant(consulent), reverse("plan_schrijven", args=[casus])
    van_mij = {"evaluatie_op": "2024-10-01", "gezien": "2024-08-01"}
    html = client.post(url, van_mij).content.decode()
    assert "Een collega koos intussen een andere dag: ma 2 september 2024." in html
    assert 'name="gezien" value="2024-09-02"' in html
    client.post(url, van_mij | {"gezien": "2024-09-02"})
    assert Plan.objects.get().evaluatie_op == date(2024, 10, 1)


def test_the_form_shows_both_texts_and_what_changed_elsewhere(
    gezin: Gezin, casus: int, rust: Doelinvoer, consulent: Actor, collega: Actor
) -> None:
    client, url = klant(consulent), reverse("plan_doel", args=[casus, rust.kenmerk])
    blad = client.get(url).content.decode()
    mee = dict(re.findall(r'name="(kenmerk|versie|zag|gelezen)" value="([^"]*)"', blad))
    assert mee["versie"] == "1"
    schrijf_doel(collega, schrift(casus, rust, tekst="Van Piet."))
    schrijf_doel(collega, Doelschrift(casus, doel(gezin.zoon, leefgebied="wonen"), {}, 1))
    wijzig_concept(collega, casus, haal_actie_weg(rust.acties[0].kenmerk))
    mijn = mee | {
        "persoon": str(gezin.moeder),
        "leefgebied": "veiligheid",
        "tekst": "Van Joke.",
        "tevreden_als": rust.tevreden_als,
    }
    html = client.post(url, mijn).content.decode()
    assert "Piet Pieters schreef hier intussen ook" in html
    assert "Van Joke.</textarea>" in html
    assert "Piet Pieters: nieuw doel bij Wonen" in html
    assert "uit het plan gehaald: 1" in html
    stand = client.post(url, mijn, headers=HTMX).content.decode()
    assert "<h1" not in stand
    assert 'hx-swap-oob="true"' in stand
    gezien = re.findall(r'name="gezien_tekst" value="(\w+)"', html)[0]
    keuze = mijn | {"keuze_tekst": "allebei", "gezien_tekst": gezien}
    klaar = client.post(url, keuze, follow=True).content.decode()
    assert "Dat blijft staan." in klaar
    assert "Laatst gewijzigd: Joke Jansen" in klaar
    assert Doel.objects.get(kenmerk=rust.kenmerk).tekst == "Van Piet.\n\nVan Joke."


def test_a_form_that_saves_itself_begins_the_concept_and_goes_on_in_it(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    client, url = klant(consulent), reverse("plan_doel_nieuw", args=[casus])
    velden_ = {"kenmerk": str(uuid4()), "zag": "", "versie": "", "gelezen": "", "leefgebied": "wonen"}
    bezig = client.post(url, velden_, headers=HTMX).content.decode()
    assert "Niet opgeslagen. Kies iemand." in bezig
    assert "alert" not in bezig
    velden_ |= {"persoon": str(gezin.zoon), "tekst": "Een"}
    stand = client.post(url, velden_, headers=HTMX).content.decode()
    assert "Opgeslagen om" in stand
    mee = dict(re.findall(r'name="(versie|gelezen)" value="([^"]*)"', stand))
    assert mee["versie"] == "1"
    client.post(url, velden_ | mee | {"tekst": "Een eigen kamer."}, headers=HTMX)
    assert Doel.objects.get().tekst == "Een eigen kamer."
    wijzig_concept(collega, casus, haal_doel_weg(Doel.objects.get().kenmerk))
    weg = client.post(url, velden_ | mee | {"tekst": "Verder."}, headers=HTMX).content.decode()
    assert "uit het plan gehaald" in weg
    assert 'role="alert"' in weg
