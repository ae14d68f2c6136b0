"""The back office keeps its products: a new one, its tariff for everybody, and until when it can be had."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.besluiten.api import NieuwProduct, voeg_producten_toe
from samendoen.besluiten.models import Product, Tarief
from samendoen.besluiten.queries.keuzes import producten_voor_keuze
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.api import Domeinfout
from samendoen.kernel.rechten import Rol
from tests.besluitmaker import HUISHOUDHULP, vraag
from tests.integration.besluiten.conftest import Gezin
from tests.integration.besluiten.test_aanbieders import bewaar
from tests.maak import maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
FORM = {
    "naam": "was en strijk", "categorie": "huishouden", "omschrijving": "Iemand wast en strijkt voor u.",
    "eenheid": "uur", "frequentie": "per_week", "prijs_eurocent": "31,50", "berichtcategorie": "01",
    "berichtcode": "01w01", "pgb": "on", "van": "2024-06-03",
}  # fmt: skip


@pytest.fixture
def kantoor(client: Client, gezin: Gezin) -> Client:
    client.force_login(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"]))
    return client


def test_a_new_product_can_be_applied_for_at_its_tariff_until_it_ends(
    kantoor: Client, gezin: Gezin, consulent: Actor
) -> None:
    for zin, anders in {
        "allebei in, of geen van beide": {"berichtcode": ""},
        "hoort niet bij de wet": {"berichtcategorie": "45"},
        "Vul een getal in": {"prijs_eurocent": "veel"},
        "al een product met deze naam": {"naam": "hulp bij het huishouden"},
        "cijfers en hoofdletters": {"berichtcode": "0-1"},
    }.items():
        assert zin in kantoor.post("/producten/nieuw/", FORM | anders).content.decode()
    assert kantoor.post("/producten/nieuw/", FORM).status_code == 302
    assert kantoor.post("/producten/nieuw/", FORM).status_code == 302  # sent twice it is one
    product = Product.objects.get(code="was_en_strijk")
    assert (product.berichtcode, product.pgb, product.wet) == ("01W01", True, "wmo")
    bladzij = f"/producten/{product.pk}/"
    html = kantoor.get(bladzij).content.decode()
    assert "31,50" in html and "Nog niemand" in html and "aan te vragen" in html
    gezien = bewaar(kantoor, f"{bladzij}tarief/", eurocent="33", van="2025-01-01")
    assert "31 december 2024" in gezien
    assert list(Tarief.objects.filter(product=product).order_by("van").values_list("eurocent", "tot")) == [
        (3150, date(2025, 1, 1)),
        (3300, None),
    ]
    assert vraag(consulent, gezin.casus, gezin.moeder, product="was_en_strijk")
    assert kantoor.post(f"{bladzij}einde/", {"tot": "2024-06-02"}).status_code == 200
    assert kantoor.post(f"{bladzij}einde/", {"tot": "2024-06-30"}).status_code == 302
    assert "tot en met 30 juni 2024" in kantoor.get(bladzij).content.decode()
    with klok.op(date(2024, 7, 1)):
        assert "was_en_strijk" not in [c for _naam, groep in producten_voor_keuze() for c, _n in groep]
        with pytest.raises(Domeinfout, match="kan op die dag niet") as gevangen:
            vraag(consulent, gezin.casus, gezin.dochter, product="was_en_strijk")
        assert gevangen.value.veld == "product"
        assert kantoor.post(f"{bladzij}einde/", {"tot": ""}).status_code == 302  # and taken back
        assert "was_en_strijk" in [c for _naam, groep in producten_voor_keuze() for c, _n in groep]


def test_the_list_costs_the_same_whatever_there_is(kantoor: Client) -> None:
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert HUISHOUDHULP not in kantoor.get("/producten/").content.decode()
        return len(vragen)

    tel()
    eerst = tel()
    extra = [
        NieuwProduct(f"hulp {n}", "huishouden", "Hulp.", "uur", "per_week", 3000, VANDAAG) for n in range(4)
    ]
    voeg_producten_toe(SYSTEEM, extra)
    assert tel() == eerst
    assert kantoor.get("/producten/987654/").status_code == 404
