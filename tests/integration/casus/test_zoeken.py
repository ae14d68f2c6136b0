"""Words are found in one casus, in their Dutch forms, by who may open what they stand in."""

from datetime import timedelta

import pytest
from django.urls import reverse

from samendoen.casus.models import Betrokkene
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Inzagelogregel
from samendoen.kernel.wissen import wis_persoon
from tests.casusmaker import actie, doel
from tests.casusmaker import schrijf as schrijf_plan
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_bijlage import voeg_toe
from tests.integration.casus.test_notitie import lees_mee
from tests.integration.casus.test_schermen import klant, tekst
from tests.notitiemaker import begin, klaar, schrijf
from tests.onderzoekmaker import vol

pytestmark = pytest.mark.django_db


def zoek(door: Actor, casus: int, woorden: str) -> str:
    antwoord = klant(door).post(reverse("casus_zoeken", args=[casus]), {"q": woorden})
    assert antwoord.status_code == 200
    return antwoord.content.decode().partition('id="gevonden"')[2]


def test_words_are_found_in_their_dutch_forms_with_marks_and_escaped(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    klaar(consulent, casus, gezin.moeder, tekst="Er zijn schulden & meer bij de huisbaas. Noor huilde.")
    html = zoek(consulent, casus, "schuld")
    assert "1 keer gevonden" in html and "<mark>schulden</mark>" in html and "&amp; meer" in html
    assert reverse("notitie", args=[casus, 1]) in html
    assert "<mark>Noor</mark> <mark>huilde</mark>" in zoek(consulent, casus, '"noor huilde"')
    assert "Probeer een ander woord" in zoek(consulent, casus, "huilde noor -huisbaas")
    assert "Probeer een ander woord" in zoek(consulent, casus, "de")
    assert Inzagelogregel.objects.filter(pagina="casus-zoeken").count() == 2
    assert "Typ een of meer woorden." in (
        klant(consulent).post(reverse("casus_zoeken", args=[casus]), {"q": ""}).content.decode()
    )
    assert "Zoeken in deze casus" in tekst(klant(consulent), "casus", casus)


def test_everything_of_a_casus_that_holds_words_is_searched(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    schrijf(consulent, begin(consulent, casus, gezin.moeder), "traplift in concept")
    schrijf_plan(consulent, casus, [doel(gezin.moeder, actie(tekst="Traplift aanvragen."))])
    vol(consulent, casus, gezin.moeder)
    voeg_toe(consulent, casus, gezin.moeder, naam="offerte traplift.pdf")
    html = zoek(consulent, casus, "traplift")
    for naam in ("Huisbezoek,", "Plan, versie 1", "Onderzoek 1", "Bijlage"):
        assert naam in html
    assert "Onderzoek 1: Wonen" in zoek(consulent, casus, "steile trap")
    assert f"Melding {gezin.melding}" in zoek(consulent, casus, "lukt ons niet meer")


def test_one_finds_only_what_one_may_open_until_the_moment_a_grant_ends(
    gezin: Gezin, casus: int, consulent: Actor, buur: Actor
) -> None:
    klaar(consulent, casus, gezin.moeder, gezin.zoon, tekst="KANARIE over samen")
    klaar(consulent, casus, gezin.moeder, tekst="KANARIE over haar")
    deskundige = lees_mee(casus, gezin.moeder)
    html = zoek(deskundige, casus, "kanarie")
    assert "over haar" in html and "over samen" not in html
    url = reverse("casus_zoeken", args=[casus])
    assert klant(buur).post(url, {"q": "kanarie"}).status_code == 404
    with klok.op(klok.nu() + timedelta(days=7)):
        antwoord = klant(deskundige).post(url, {"q": "kanarie"})
        assert (antwoord.status_code, b"over haar" in antwoord.content) == (404, False)
    wet = Betrokkene.objects.get(casus=casus, inwoner=gezin.moeder).wet
    wis_persoon(SYSTEEM, gezin.moeder, wet, "verzoek")
    assert "1 keer gevonden" in zoek(consulent, casus, "kanarie")
