"""The page for at the door: what one may know, what was agreed, and the note that one writes there."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from samendoen.casus.api import Notitieinvoer, rond_notities_af, schrijf_notities, stel_plannen_vast
from samendoen.casus.models import Notitie, Notitiepersoon
from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from tests.casusmaker import actie, doel, maak_casus, maak_gezin, maak_melding
from tests.casusmaker import schrijf as schrijf_plan
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_notitie import lees_mee
from tests.integration.casus.test_schermen import klant, tekst
from tests.notitiemaker import begin

pytestmark = pytest.mark.django_db


def test_at_the_door_one_sees_where_who_and_what_was_agreed(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    plan = [doel(gezin.moeder, actie(tekst="Oma past op.", wie="oma"))]
    nummer = schrijf_plan(consulent, casus, plan, klok.vandaag() + timedelta(days=30))
    stel_plannen_vast(consulent, [(nummer, klok.vandaag())])
    eerder = begin(consulent, casus, gezin.moeder, sjabloon="telefoongesprek")
    delen = {"besproken": "Kort.", "afspraken": "Wij komen maandag langs."}
    schrijf_notities(consulent, [Notitieinvoer(eerder.pk, klok.vandaag(), delen, wijze="telefoon")])
    rond_notities_af(consulent, [eerder.pk])
    client = klant(consulent)
    html = tekst(client, "huisbezoek", casus)
    for woord in ("Lingedijk", "Oma past op.", "Wij komen maandag langs.", "Notitie beginnen"):
        assert woord in html
    assert "Op huisbezoek" in tekst(client, "casus", casus)
    [kenmerk] = re.findall(r'name="kenmerk"[^>]*value="([^"]+)"', html)
    for _keer in range(2):
        client.post(reverse("huisbezoek_notitie", args=[casus]), {"kenmerk": kenmerk})
    rij = Notitie.objects.get(sjabloon="huisbezoek")
    assert Notitiepersoon.objects.filter(notitie=rij, over=True).count() == 3
    html = tekst(client, "huisbezoek", casus)
    assert "Wat zag en hoorde u?" in html and f"/notities/{rij.nummer}/schrijven/" in html
    assert client.post(reverse("huisbezoek_notitie", args=[casus]), {"kenmerk": "x"}).status_code == 302


def test_the_key_of_the_safety_net_is_of_one_user_and_one_note(
    gezin: Gezin, casus: int, consulent: Actor, collega: Actor
) -> None:
    een, twee = begin(consulent, casus), begin(consulent, casus)

    def sleutel(wie: Actor, rij: Notitie) -> str:
        html = tekst(klant(wie), "notitie_schrijven", casus, rij.nummer)
        [gevonden] = re.findall(r'data-vangnet="([^"]{44})"', html)
        return str(gevonden)

    assert sleutel(consulent, een) == sleutel(consulent, een)
    assert len({sleutel(consulent, een), sleutel(collega, een), sleutel(consulent, twee)}) == 3


def test_a_secret_address_is_only_for_who_directs(consulent: Actor, collega: Actor) -> None:
    [ouder] = maak_gezin(("Geheim", date(1985, 3, 12)), geheim=True, straat="Kanariestraat")
    casus = maak_casus(consulent, maak_melding(ouder))
    assert "Kanariestraat" in tekst(klant(consulent), "huisbezoek", casus)
    html = tekst(klant(collega), "huisbezoek", casus)
    assert "Kanariestraat" not in html and "Geheim adres" in html
    assert klant(lees_mee(casus, ouder)).get(reverse("huisbezoek", args=[casus])).status_code == 403
