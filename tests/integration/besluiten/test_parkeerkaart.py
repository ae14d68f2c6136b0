"""The parking card: a short route to a decision on its own law, without the Wmo."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from samendoen.besluiten.api import Korteaanvraag, maak_bekend, neem_besluiten, vraag_kort_aan
from samendoen.besluiten.models import Aanvraag, Besluit
from samendoen.besluiten.queries.taken import TOEWIJZEN
from samendoen.casus.models import Onderzoek
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import Routeinvoer, kies_routes
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak, Termijn
from tests.besluitmaker import besluit, maak_catalogus
from tests.casusmaker import maak_gezin, maak_melding
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
MA = date(2024, 6, 3)
TEAM = "voorzieningen"


@pytest.fixture
def karim() -> Gebruiker:
    """Give somebody of the team that decides on it."""
    maak_catalogus()
    return maak_medewerker(Rol.CONSULENT, [TEAM])


@pytest.fixture
def vraag(karim: Gebruiker) -> int:
    """Take the question of a woman of eighty-two, and answer its short route."""
    [wie] = maak_gezin(("Anna", date(1942, 1, 1)))
    melding = maak_melding(wie, "Ik wil een gehandicaptenparkeerkaart.", team=TEAM, kader="geen")
    antwoorden = {"lopen": "Tot de hoek.", "rijden": "Haar man rijdt."}
    kies_routes(actor(karim), [Routeinvoer(melding, "parkeerkaart", antwoorden, ("identiteit", "pasfoto"))])
    return melding


def test_it_is_decided_on_its_own_law_without_an_investigation(karim: Gebruiker, vraag: int) -> None:
    door = actor(karim)
    [nummer] = vraag_kort_aan(door, [Korteaanvraag(uuid4(), vraag, MA, "Tot de hoek.")])
    assert not Onderzoek.objects.exists()
    klok_ = Termijn.objects.get(onderwerp_soort="besluiten.aanvraag", onderwerp_id=nummer)
    assert (klok_.soort, klok_.uiterste_datum) == ("awb-beslistermijn", date(2024, 7, 29))
    kaart = {
        "omvang": Decimal(1), "niet_lichter": "", "aanbieder": "", "van": MA, "tot": date(2029, 6, 3),
        "bevinding": "Zij loopt niet verder dan vijftig meter.", "motivering": "Zij kan niet ver lopen.",
    }  # fmt: skip
    [genomen] = neem_besluiten(door, [besluit(nummer, **kaart)])
    maak_bekend(door, [(genomen, MA)])
    rij = Besluit.objects.get()
    assert rij.grond.startswith("artikel 49 van het Besluit administratieve bepalingen")
    brief = str(rij.brief)
    assert "U krijgt dit van de gemeente zelf." in brief and "U krijgt een gehandicaptenparkeerkaart" in brief
    assert "eigen bijdrage" not in brief and "Wet maatschappelijke" not in brief
    pas_taakregels_toe(SYSTEEM, codes=[TOEWIJZEN])
    assert not Taak.objects.exists()  # there is nobody to assign


def test_the_screens_show_the_proof_and_ask_nothing_of_the_wmo(karim: Gebruiker, vraag: int) -> None:
    klant = aangemelde_client(karim)
    html = klant.get(f"/meldingen/{vraag}/").content.decode()
    assert "Aanvragen: gehandicaptenparkeerkaart" in html and "aanvraag en het onderzoek" not in html
    html = klant.get(f"/meldingen/{vraag}/aanvragen/").content.decode()
    assert "Een onderzoek is hiervoor niet nodig." in html
    post = {"kenmerk": str(uuid4()), "motivering": "Tot de hoek.", "aangevraagd_op": "2024-06-03"}
    html = klant.post(f"/meldingen/{vraag}/aanvragen/", post, follow=True).content.decode()
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.bewijs == ["identiteit", "pasfoto"]
    assert "Artikel 49 van het Besluit administratieve bepalingen" in html
    deel = html.partition("Bewijs bij de aanvraag")[2].partition("</ul>")[0]
    assert [deel.count("ja</strong>"), deel.count("nog niet</strong>")] == [2, 2]
    assert "Waarom niet lichter?" not in html and "Uit het onderzoek" not in html
    html = klant.get(f"/aanvragen/{aanvraag.pk}/beslissen/").content.decode()
    assert "Pasfoto" in html and 'name="niet_lichter"' not in html and 'name="aanbieder"' not in html
    velden = {
        "kenmerk": str(uuid4()), "uitkomst": "toegekend", "omvang": "1", "van": "2024-06-03",
        "doe": "besluit", "tot": "2029-06-02", "bevinding": "Zij loopt niet ver.",
        "motivering": "Zij kan niet ver lopen.",
    }  # fmt: skip
    assert klant.post(f"/aanvragen/{aanvraag.pk}/beslissen/", velden).status_code == 302
    assert Besluit.objects.get().uitkomst == "toegekend"
