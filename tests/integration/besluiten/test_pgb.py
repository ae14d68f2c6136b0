"""A budget of one's own, from the checklist to the letter and the list for the SVB."""

from datetime import date

import pytest
from django.test import Client

from samendoen.besluiten.api import Pgbinvoer, beoordeel_zorgovereenkomsten, leg_pgb_vast, maak_bekend
from samendoen.besluiten.models import Besluit, Pgb, Voorziening
from samendoen.besluiten.stekkers import wis
from samendoen.inwoners.api import Gegevenswijziging, wijzig_inwoners
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.api import Domeinfout
from samendoen.kernel.models import Gebruiker, Inzagelogregel
from samendoen.kernel.rechten import Rol
from tests.besluitmaker import beslis, maak_geldend, vraag
from tests.integration.besluiten.conftest import Gezin
from tests.maak import maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
ALLES = ["kan_het_aan", "legt_uit_waarom", "goede_hulp"]


@pytest.fixture
def voorziening(gezin: Gezin, consulent: Actor) -> Voorziening:
    """Three hours a week as a budget, decided on and not announced: 3 x 52 x 36 euros is 5.616 a year."""
    nummer = beslis(consulent, vraag(consulent, gezin.casus, gezin.moeder), vorm="pgb", aanbieder="")
    return Voorziening.objects.get(besluit=nummer)


def brieftekst(voorziening: Voorziening) -> str:
    return str(Besluit.objects.get(pk=voorziening.besluit_id).brief)


def test_from_the_checklist_to_the_letter(client: Client, voorziening: Voorziening, consulent: Actor) -> None:
    client.force_login(Gebruiker.objects.get(pk=consulent.id or 0))
    bladzij = f"/besluiten/{voorziening.besluit_id}/"
    assert "Het budget is nog niet vastgelegd" in client.get(bladzij).content.decode()
    bekend = f"/besluiten/{voorziening.besluit_id}/bekendmaken/"
    assert "nog niet vastgelegd en de voorwaarden" in client.get(bekend).content.decode()
    adres = f"/voorzieningen/{voorziening.pk}/pgb/"
    assert "5.616" in client.get(adres).content.decode()
    velden = {"budget": "6000", "beheer": "vertegenwoordiger", "voorwaarden": ALLES[:2]}
    for zin, anders in {
        "hoger dan dezelfde hulp in natura": {},
        "naam van de vertegenwoordiger ontbreekt": {"budget": "5000"},
        "Niet aan alle voorwaarden": {"budget": "5000", "vertegenwoordiger": "Omar Yilmaz"},
    }.items():
        velden |= anders
        assert zin in client.post(adres, velden).content.decode()
    velden["toelichting"] = "De hulp start bij een bekende; we kijken na drie maanden."
    assert client.post(adres, velden).status_code == 302
    assert "nog niet vastgelegd" not in client.get(bekend).content.decode()
    html = client.get(bladzij).content.decode()
    assert "Niet aan alle voorwaarden is voldaan" in html and "na drie maanden" in html
    assert "5.000,00 per jaar" in html and "Omar Yilmaz" in html  # the letter as it will look
    maak_bekend(consulent, [(voorziening.besluit_id, VANDAAG)])
    tekst = brieftekst(voorziening)
    assert "per jaar" in tekst and "Omar Yilmaz" in tekst and "zorgovereenkomst naar de SVB" in tekst
    assert "drie maanden" not in tekst  # what is for us stays with us
    # Once it is announced the amount stands; who manages it may change.
    assert "Neem een nieuw besluit" in client.post(adres, velden | {"budget": "4000"}).content.decode()
    assert client.post(adres, velden | {"beheer": "zelf", "voorwaarden": ALLES}).status_code == 302
    assert Pgb.objects.get().vertegenwoordiger == ""
    overeenkomst = f"/voorzieningen/{voorziening.pk}/zorgovereenkomst/"
    assert "in de toekomst" in client.post(overeenkomst, {"op": "2024-06-04"}).content.decode()
    assert client.post(overeenkomst, {"op": "2024-06-03"}).status_code == 302
    assert "akkoord op 3 juni 2024, door Joke Jansen" in client.get(bladzij).content.decode()
    assert client.post(overeenkomst, {"op": ""}).status_code == 302
    assert "nog niet beoordeeld" in client.get(bladzij).content.decode()


def test_the_list_for_the_svb_names_who_has_a_budget_and_is_logged(
    client: Client, voorziening: Voorziening, gezin: Gezin, consulent: Actor
) -> None:
    wijzig_inwoners(SYSTEEM, [Gegevenswijziging(gezin.moeder, {"bsn": "999990019"})])
    leg_pgb_vast(consulent, [Pgbinvoer(voorziening.pk, 500_000, "vertegenwoordiger", "=Omar", tuple(ALLES))])
    maak_bekend(consulent, [(voorziening.besluit_id, VANDAAG)])
    beoordeel_zorgovereenkomsten(consulent, [(voorziening.pk, VANDAAG)])
    client.force_login(Gebruiker.objects.get(pk=consulent.id or 0))
    html = client.get("/pgb/").content.decode()
    assert "Fatima" in html and "5.000,00" in html and "csv" not in html
    assert client.get("/pgb/svb.csv").status_code == 403
    kantoor = maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"])
    client.force_login(kantoor)
    assert "csv" in client.get("/pgb/").content.decode()
    kop, regel = client.get("/pgb/svb.csv").content.decode().splitlines()
    gelezen = dict(zip(kop.removeprefix("\ufeff").split(";"), regel.split(";"), strict=True))
    assert (gelezen["bsn"], gelezen["budget_per_jaar"], gelezen["tot_en_met"]) == (
        "999990019",
        "5000,00",
        "2025-06-08",
    )
    assert gelezen["vertegenwoordiger"] == "'=Omar"
    assert gelezen["zorgovereenkomst_akkoord_op"] == "2024-06-03"
    assert Inzagelogregel.objects.filter(gebruiker=kantoor, pagina="pgb_svb").exists()
    with klok.op(date(2026, 1, 1)):
        assert len(client.get("/pgb/svb.csv").content.decode().splitlines()) == 1


def test_who_is_refused_and_what_is_erased(
    voorziening: Voorziening, gezin: Gezin, consulent: Actor, buur: Actor
) -> None:
    invoer = Pgbinvoer(voorziening.pk, 500_000, "vertegenwoordiger", "Omar", tuple(ALLES), "Zie gesprek.")
    with pytest.raises(Domeinfout, match="buiten uw werkgebied"):
        leg_pgb_vast(buur, [invoer])
    with pytest.raises(Domeinfout, match="nog niets vastgelegd"):
        beoordeel_zorgovereenkomsten(consulent, [(voorziening.pk, VANDAAG)])
    natura = maak_geldend(consulent, gezin.casus, gezin.moeder)
    with pytest.raises(Domeinfout, match="is in natura"):
        leg_pgb_vast(consulent, [Pgbinvoer(natura, 500_000)])
    leg_pgb_vast(consulent, [invoer])
    leg_pgb_vast(consulent, [invoer])  # the same again
    assert Pgb.objects.count() == 1
    with schrijft("besluiten"):
        assert wis(gezin.moeder, "wmo") > 0
    rij = Pgb.objects.get()
    assert (rij.vertegenwoordiger, rij.toelichting, rij.budget_eurocent) == ("", "", 500_000)
