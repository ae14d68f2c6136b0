"""Written once: the decision begins with what the investigation found; text blocks; the right addressee."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from samendoen.besluiten.api import maak_bekend
from samendoen.besluiten.models import Aanvraag, Besluit
from samendoen.besluiten.queries.beslissen import beginwaarden
from samendoen.casus.api import verstuur_verslagen
from samendoen.inwoners.api import (
    NieuweRelatie,
    NieuwGezag,
    geadresseerden,
    leg_gezag_vast,
    leg_relaties_vast,
)
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.models import Gebruiker, Inzagelogregel
from tests.besluitmaker import beslis, vraag
from tests.casusmaker import maak_inwoner
from tests.integration.besluiten.conftest import Gezin
from tests.maak import aangemelde_client
from tests.onderzoekmaker import vol

pytestmark = pytest.mark.django_db
DAG = date(2024, 6, 3)
SINDS = date(2024, 1, 1)


@pytest.fixture
def klant(consulent: Actor) -> Client:
    assert consulent.id is not None
    return aangemelde_client(Gebruiker.objects.get(pk=consulent.id))


def relatie(persoon: int, soort: str, naam: str, adres: str = "") -> None:
    leg_relaties_vast(SYSTEEM, [NieuweRelatie(uuid4(), persoon, soort, SINDS, naam=naam, adres=adres)])


def test_a_decision_begins_with_what_the_investigation_found(
    gezin: Gezin, aanvraag: int, consulent: Actor, klant: Client
) -> None:
    rij = Aanvraag.objects.select_related("product").get(pk=aanvraag)
    url = f"/aanvragen/{aanvraag}/beslissen/"
    assert beginwaarden(consulent, rij)["bevinding"] == ""
    assert "Er is geen onderzoek dat u mag lezen" in klant.get(url).content.decode()
    onderzoek = vol(consulent, gezin.casus, gezin.moeder)
    assert beginwaarden(consulent, rij)["bevinding"] == "Beneden slapen lost het op."
    html = klant.get(url).content.decode()
    assert html.count("Beneden slapen lost het op.") >= 2  # read, and in the form
    assert "De trap is te steil." in html
    assert "het verslag is nog niet verstuurd" in html
    assert f"/casussen/{gezin.casus}/onderzoeken/1/" in html
    verstuur_verslagen(consulent, [(onderzoek, DAG)])
    assert "verslag verstuurd op" in klant.get(f"/aanvragen/{aanvraag}/").content.decode()


def test_what_was_decided_before_goes_before_the_investigation(
    gezin: Gezin, genomen: int, consulent: Actor
) -> None:
    vol(consulent, gezin.casus, gezin.moeder)
    maak_bekend(consulent, [(genomen, DAG)])
    rij = Besluit.objects.get(pk=genomen).aanvraag
    assert beginwaarden(consulent, rij)["bevinding"] == "Bukken en tillen gaan niet meer."


def test_a_text_block_comes_below_what_was_typed_without_a_script(aanvraag: int, klant: Client) -> None:
    url = f"/aanvragen/{aanvraag}/beslissen/"
    leeg = klant.get(url).content.decode()
    assert '<optgroup label="Waarom besluit u dit?">' in leeg
    assert "Gezond en veilig opgroeien" not in leeg  # of another law
    gevuld = {"doe": "tekstblok", "blok": "thuis_wonen", "motivering": "Eigen woorden.", "omvang": "2,5"}
    html = klant.post(url, gevuld).content.decode()
    assert "Eigen woorden.\n\nMet deze hulp kunt u in uw eigen huis blijven wonen" in html
    assert 'value="2,5"' in html
    assert html.index("autofocus") < html.index("Eigen woorden.")
    onbekend = klant.post(url, {**gevuld, "blok": "bestaat_niet"}).content.decode()
    assert "Eigen woorden." in onbekend
    assert "autofocus" not in onbekend
    assert not Besluit.objects.exists()


def test_the_letter_goes_by_way_of_the_mentor_and_the_screen_says_why(
    gezin: Gezin, aanvraag: int, consulent: Actor, klant: Client
) -> None:
    relatie(gezin.moeder, "mentor", "Stichting De Steun", "Postbus 12, 4140 AA Leerdam")
    relatie(gezin.moeder, "bewindvoerder", "Kantoor Balans")
    relatie(gezin.moeder, "mantelzorger", "Buurvrouw")
    nummer = beslis(consulent, aanvraag)
    html = klant.get(f"/besluiten/{nummer}/bekendmaken/").content.decode()
    assert "Aan wie gaat deze brief?" in html
    for woorden in ("Stichting De Steun", "BW 1:453", "Kantoor Balans", "BW 1:441", "Postbus 12, 4140 AA"):
        assert woorden in html
    assert "Buurvrouw" not in html
    maak_bekend(consulent, [(nummer, DAG)])
    brief = Besluit.objects.get(pk=nummer).brief
    assert brief is not None
    assert brief["aan"] == [
        "Fatima Yilmaz",
        "p/a mentor Stichting De Steun",
        "Postbus 12",
        "4140 AA Leerdam",
    ]
    html = klant.get(f"/besluiten/{nummer}/").content.decode()
    assert "p/a mentor Stichting De Steun" in html
    assert "Lingedijk" not in html.partition('class="sd-brief')[2]
    pdf = klant.get(f"/besluiten/{nummer}/brief.pdf?aan=2")
    assert pdf["Content-Type"] == "application/pdf"


def test_who_has_custody_is_written_to_and_a_secret_address_stays_secret(
    gezin: Gezin, consulent: Actor, buur: Actor
) -> None:
    vader = maak_inwoner("Kees", date(1980, 1, 1), geheim=True, straat="Verborgen laan")
    leg_gezag_vast(SYSTEEM, [NieuwGezag(gezin.dochter, p, SINDS) for p in (gezin.moeder, vader)])
    post = geadresseerden(consulent, [gezin.dochter])[gezin.dochter]
    assert [(g.naam, g.hoedanigheid) for g in post] == [
        ("Fatima Yilmaz", "Heeft gezag"),
        ("", "Heeft gezag"),  # outside this colleague's scope
    ]
    assert "Verborgen" not in str(post)
    assert geadresseerden(buur, [gezin.dochter]) == {}
    [niemand] = geadresseerden(SYSTEEM, [maak_inwoner("Sem", date(2018, 1, 1))]).values()
    assert [(g.naam, g.persoon_id) for g in niemand] == [("", None)]


def test_reading_to_whom_a_letter_about_a_child_goes_is_logged(
    gezin: Gezin, consulent: Actor, klant: Client
) -> None:
    leg_gezag_vast(SYSTEEM, [NieuwGezag(gezin.dochter, gezin.moeder, SINDS)])
    with pytest.raises(Domeinfout, match="lang"):
        relatie(gezin.moeder, "curator", "Iemand", "x" * 201)
    nummer = beslis(consulent, vraag(consulent, gezin.casus, gezin.dochter))
    assert "Onder de 12 jaar beslist wie gezag heeft." in klant.get(f"/besluiten/{nummer}/").content.decode()
    gelogd = Inzagelogregel.objects.order_by("-pk").first()
    assert gelogd is not None
    assert len(gelogd.dossiers) > 1
