"""The own contribution: what is told to the CAK, who is exempt, and who may see it."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.besluiten import events
from samendoen.besluiten.actions.bijdrage import (
    Vrijstellinginvoer,
    beeindig_vrijstelling,
    stel_vrij,
    trek_vrijstelling_in,
)
from samendoen.besluiten.models import Besluit, Voorziening, Vrijstelling
from samendoen.besluiten.queries.bijdrage import bijdrageregels
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import van_onderwerp
from samendoen.kernel.models import Gebruiker, Inzagelogregel
from samendoen.kernel.wissen import wis_persoon
from tests.besluitmaker import maak_geldend, start, stop, wijs
from tests.integration.besluiten.conftest import Gezin
from tests.maak import aangemelde_client

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def klant_van(wie: Actor) -> Client:
    assert wie.id is not None
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id))


@pytest.fixture
def toewijzing(gezin: Gezin) -> int:
    """Help in the household from 10 June for a year, given by a provider that has not begun."""
    return wijs(SYSTEEM, maak_geldend(SYSTEEM, gezin.casus, gezin.moeder))


def aanvraag_van(gezin: Gezin) -> int:
    return Besluit.objects.get(inwoner=gezin.moeder).aanvraag_id


def test_the_list_for_the_cak_follows_what_the_provider_reports(
    gezin: Gezin, toewijzing: int, backoffice: Actor, consulent: Actor
) -> None:
    klant = klant_van(backoffice)
    assert "zodra de hulp is begonnen" in klant.get("/eigen-bijdrage/").content.decode()
    start(SYSTEEM, toewijzing, date(2024, 6, 12))
    with CaptureQueriesContext(connection) as vragen:
        lijst = klant.get("/eigen-bijdrage/").content.decode()
    assert "Fatima Yilmaz" in lijst
    assert "wo 12 juni 2024" in lijst
    assert "zo 8 juni 2025" in lijst
    assert len(vragen) <= 17
    stop(SYSTEEM, toewijzing, date(2024, 6, 12), date(2024, 7, 31))
    html = klant_van(consulent).get(f"/aanvragen/{aanvraag_van(gezin)}/").content.decode()
    assert "Van wo 12 juni 2024 tot en met wo 31 juli 2024." in html
    assert "€ 20,60" in html.replace("\N{NO-BREAK SPACE}", " ")
    bestand = klant.get("/eigen-bijdrage/?maand=2024-06&vorm=csv")
    assert bestand["Cache-Control"] == "no-store"
    regels = bestand.content.decode("utf-8-sig").splitlines()
    assert regels[0] == "bsn;naam;geboortedatum;startdatum;stopdatum"
    assert regels[1].endswith(";1985-03-12;2024-06-12;2024-07-31")
    assert len(klant.get("/eigen-bijdrage/?maand=2024-05&vorm=csv").content.decode().splitlines()) == 1
    assert Inzagelogregel.objects.filter(pagina="bijdrage-cak", gebruiker=backoffice.id).exists()


def test_an_exemption_stands_in_the_letter_and_not_on_the_list(
    gezin: Gezin, consulent: Actor, buur: Actor, aanvraag: int
) -> None:
    klant = klant_van(consulent)
    ingevuld = {"kenmerk": str(uuid4()), "grond": "minima", "van": "2024-06-01", "tot": ""}
    url = f"/aanvragen/{aanvraag}/vrijstelling/"
    assert "Deze reden bestaat niet" not in klant.post(url, ingevuld).content.decode()
    nummer = Vrijstelling.objects.get().pk
    assert klant_van(buur).get(url).status_code == 404
    from tests.besluitmaker import beslis

    genomen = beslis(SYSTEEM, aanvraag)
    html = klant.get(f"/aanvragen/{aanvraag}/").content.decode()
    assert "Uw inkomen is laag" in html
    from samendoen.besluiten.api import maak_bekend

    maak_bekend(SYSTEEM, [(genomen, VANDAAG)])
    toewijzing = wijs(SYSTEEM, Voorziening.objects.get(besluit=genomen).pk)
    start(SYSTEEM, toewijzing, date(2024, 6, 12))
    assert bijdrageregels(SYSTEEM) == []
    klant.post(f"/vrijstellingen/{nummer}/einde/", {"tot": "2024-07-31"})
    [regel] = bijdrageregels(SYSTEEM)
    assert (regel.van, regel.tot) == (date(2024, 8, 1), date(2025, 6, 9))
    assert "Vrijgesteld" in klant.get(f"/aanvragen/{aanvraag}/").content.decode()
    klant.post(f"/vrijstellingen/{nummer}/intrekken/")
    [regel] = bijdrageregels(SYSTEEM)
    assert regel.van == date(2024, 6, 12)
    soorten = [g.soort for g in van_onderwerp(events.VRIJSTELLING, [nummer])[nummer]]
    assert soorten == ["besluiten.vrijstelling_beeindigd", "besluiten.vrijstelling_ingetrokken"]
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    assert Vrijstelling.objects.get().grond == ""


def test_what_cannot_be_is_refused(gezin: Gezin, aanvraag: int, consulent: Actor, buur: Actor) -> None:
    def invoer(**anders: object) -> Vrijstellinginvoer:
        gewoon = {"kenmerk": uuid4(), "aanvraag": aanvraag, "grond": "wlz", "van": VANDAAG, "tot": None}
        return Vrijstellinginvoer(**{**gewoon, **anders})  # type: ignore[arg-type]

    for anders, zin in (
        ({"grond": "zomaar"}, "reden bestaat niet"),
        ({"tot": VANDAAG}, "vóór de eerste"),
        ({"van": date(1999, 1, 1)}, "te ver weg"),
    ):
        with pytest.raises(Domeinfout, match=zin):
            stel_vrij(consulent, invoer(**anders))
    with pytest.raises(NietGevonden):
        stel_vrij(buur, invoer())
    eerste = invoer()
    nummer = stel_vrij(consulent, eerste)
    assert stel_vrij(consulent, eerste) == nummer
    with pytest.raises(Domeinfout, match="geldt al"):
        stel_vrij(consulent, invoer())
    with pytest.raises(Domeinfout, match="eindigt dan"):
        beeindig_vrijstelling(consulent, nummer, VANDAAG)
    trek_vrijstelling_in(consulent, nummer)
    trek_vrijstelling_in(consulent, nummer)
    assert stel_vrij(consulent, invoer()) != nummer
