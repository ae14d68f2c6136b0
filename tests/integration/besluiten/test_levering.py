"""What a provider reports about giving: kept, taken back, shown; it gives no right."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samendoen.besluiten.actions import levering as acties
from samendoen.besluiten.api import (
    Startmelding,
    Stopmelding,
    meld_start,
    meld_stop,
    trek_start_in,
    trek_stop_in,
    zet_berichtenverkeer,
)
from samendoen.besluiten.feiten import LEVERING
from samendoen.besluiten.models import Levering
from samendoen.besluiten.queries.paneel import paneel
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.rechten import Rol
from tests.besluitmaker import THUISHULP, maak_geldend, start, stop, wijs
from tests.casusmaker import TEAM
from tests.integration.besluiten.conftest import Gezin
from tests.maak import maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = date(2024, 6, 20)


@pytest.fixture
def toewijzing(gezin: Gezin) -> int:
    return wijs(SYSTEEM, maak_geldend(SYSTEEM, gezin.casus, gezin.moeder))


def feiten(dag: date = VANDAAG) -> list[dict[str, Any]]:
    namen = [kolom.naam for kolom in LEVERING.kolommen]
    peilmoment = klok.einde_van(dag) - timedelta(microseconds=1)
    return [dict(zip(namen, rij, strict=True)) for portie in LEVERING.rijen(peilmoment) for rij in portie]


def test_a_start_and_a_stop_are_kept_once_and_counted(
    toewijzing: int, gezin: Gezin, backoffice: Actor
) -> None:
    begin, eind = (
        Startmelding(toewijzing, VANDAAG, uuid4()),
        Stopmelding(toewijzing, VANDAAG, LATER, "20", uuid4()),
    )
    assert meld_start(backoffice, [begin]) == meld_start(backoffice, [begin, begin])[:1]
    opnieuw = replace(eind, kenmerk=uuid4())
    assert meld_stop(backoffice, [eind]) == meld_stop(backoffice, [opnieuw])
    weer = start(SYSTEEM, toewijzing, date(2024, 7, 1))
    rijen = Levering.objects.order_by("pk").values_list("soort", "begin", "tot", "reden", "gemeld_op")
    assert list(rijen) == [
        ("start", VANDAAG, None, "", VANDAAG),
        ("stop", VANDAAG, date(2024, 6, 21), "20", VANDAAG),
        ("start", date(2024, 7, 1), None, "", VANDAAG),
    ]
    assert feiten()[0] == {
        "team": TEAM,
        "kader": "wmo",
        "categorie": "huishouden",
        "aanbieder": "agb-9999-0001",
        "toegewezen_op": VANDAAG,
        "begin": VANDAAG,
        "einde": LATER,
        "reden": "20",
        "dagen_tot_begin": 0,
        "inwoner": gezin.moeder,
    }
    assert weer and len(feiten()) == 2


def test_a_mistake_is_taken_back_the_stop_first(toewijzing: int, backoffice: Actor) -> None:
    start(backoffice, toewijzing)
    stop(backoffice, toewijzing)
    with pytest.raises(Domeinfout, match="daarna gestopt"):
        trek_start_in(backoffice, [(toewijzing, VANDAAG)])
    for _ in range(2):
        trek_stop_in(backoffice, [(toewijzing, VANDAAG, VANDAAG, "19")])
        trek_start_in(backoffice, [(toewijzing, VANDAAG)])
    assert feiten() == []
    start(backoffice, toewijzing)
    assert [rij["einde"] for rij in feiten()] == [None]
    voorziening = Levering.objects.select_related("toewijzing").earliest("pk").toewijzing.voorziening_id
    soorten = [g.soort for g in van_onderwerp("besluiten.voorziening", [voorziening])[voorziening]]
    assert soorten[2:] == [
        "besluiten.stop_ingetrokken",
        "besluiten.start_ingetrokken",
        "besluiten.start_gemeld",
    ]


def test_what_cannot_be_gets_a_sentence_and_changes_nothing(toewijzing: int, backoffice: Actor) -> None:
    with pytest.raises(Domeinfout, match="niet begonnen") as fout:
        stop(backoffice, toewijzing)
    assert (fout.value.veld, bool(fout.value.doe)) == ("eind", True)
    with pytest.raises(Domeinfout, match="bestaat niet bij deze wet"):
        stop(backoffice, toewijzing, reden="35")
    with pytest.raises(Domeinfout, match="niet gemeld"):
        trek_start_in(backoffice, [(toewijzing, VANDAAG)])
    twee = [Startmelding(toewijzing, dag, uuid4()) for dag in (VANDAAG, LATER)]
    with pytest.raises(Domeinfout, match="loopt al"):
        meld_start(backoffice, twee)
    with pytest.raises(NietGevonden):
        start(SYSTEEM, 0)
    assert not Levering.objects.exists()


def test_a_neighbour_hears_that_it_does_not_exist(toewijzing: int, buur: Actor) -> None:
    with pytest.raises(NietGevonden):
        start(buur, toewijzing)


def test_nothing_is_kept_when_recording_fails(toewijzing: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(acties, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        start(SYSTEEM, toewijzing)
    assert not Levering.objects.exists()


def test_the_page_of_the_casus_says_what_the_provider_reported(
    toewijzing: int, gezin: Gezin, consulent: Actor
) -> None:
    start(SYSTEEM, toewijzing)
    html = paneel(consulent, gezin.casus)
    assert "Begonnen op 3 juni 2024, gemeld door Thuishulp Lingehand." in html
    stop(SYSTEEM, toewijzing, eind=LATER, reden="31")
    html = paneel(consulent, gezin.casus)
    assert "van 3 juni 2024 tot en met 20 juni 2024: verhuisd naar een andere gemeente. Gemeld door" in html


def test_who_hears_it_by_phone_writes_it_down_and_takes_a_mistake_back(
    toewijzing: int, gezin: Gezin, client: Client
) -> None:
    client.force_login(maak_medewerker(Rol.CONSULENT, [TEAM]))
    url = f"/toewijzingen/{toewijzing}/levering/"
    assert "nog geen start of stop gemeld" in client.get(url).content.decode()
    client.post(url, {"kenmerk": str(uuid4()), "begin": "10-06-2024"})
    html = client.get(url).content.decode()
    assert "Stop melden" in html and "Start op 10 juni 2024." in html
    stuk = {"kenmerk": str(uuid4()), "eind": "1-6-2024", "reden": "19"}
    assert "stopt dan voordat zij begint" in client.post(url, stuk).content.decode()
    client.post(url, {"kenmerk": str(uuid4()), "eind": "20-6-2024", "reden": "31"})
    html = client.get(url).content.decode()
    assert "Start melden" in html and "laatste dag 20 juni 2024: verhuisd naar een andere gemeente." in html
    for rij in Levering.objects.order_by("-pk"):
        client.post(f"{url}{rij.pk}/intrekken/")
    assert not Levering.objects.filter(ingetrokken_op__isnull=True).exists()
    zet_berichtenverkeer(SYSTEEM, [(THUISHULP, VANDAAG)])
    assert "meldt zelf met een bericht" in client.post(url, {"x": "1"}).content.decode()
    assert not Levering.objects.filter(ingetrokken_op__isnull=True).exists()
