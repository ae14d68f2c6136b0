"""The page Geld: granted, given, asked and paid, by product, provider and month; nobody is in it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from tests.besluitmaker import boek, maak_geldend, regel, start, stop, wijs
from tests.integration.besluiten.conftest import Gezin
from tests.maak import maak_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def boekhouder(client: Client, gezin: Gezin) -> Client:
    client.force_login(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"]))
    return client


@pytest.fixture
def juni(gezin: Gezin) -> int:
    """Three hours a week at 36 euros from 10 June; it ran until 24 June, was invoiced and paid in part."""
    toewijzing = wijs(SYSTEEM, maak_geldend(SYSTEEM, gezin.casus, gezin.moeder))
    start(SYSTEEM, toewijzing, date(2024, 6, 10))
    stop(SYSTEEM, toewijzing, date(2024, 6, 10), date(2024, 6, 23), "20")
    boek(
        regel(toewijzing, ingediend_eurocent=21600, toegekend_eurocent=21600),
        regel(toewijzing, "R2", toegekend_eurocent=0),
        regel(None, "R3", toegekend_eurocent=0),
    )
    boek(
        regel(toewijzing, "R4", vorige_referentie="R1", ingediend_eurocent=21600, toegekend_eurocent=21600),
        regel(toewijzing, "R5", ingediend_eurocent=10800, toegekend_eurocent=10800),
        nummer="D2",
    )
    return toewijzing


def test_a_month_tells_what_was_granted_given_asked_and_paid(boekhouder: Client, juni: int) -> None:
    with klok.op(date(2024, 7, 5)):
        html = boekhouder.get("/geld/").content.decode()
        bestand = boekhouder.get("/geld/?periode=2024-06&vorm=csv").content.decode()
    assert "Juni 2024" in html and "Fatima" not in html
    # 21 days of three hours a week is 324 euros, of which 14 days ran.
    for bedrag in ("€ 324,00", "€ 216,00", "€ 468,00", "€ 108,00"):
        assert bedrag.replace(" ", "\xa0") in html or bedrag in html
    hulp, zonder = bestand.splitlines()[1:]
    assert hulp.endswith("99990001;Thuishulp Lingehand;2024-06;1;1;324,00;216,00;468,00;108,00;0,00")
    assert zonder.startswith("Zonder toewijzing;99990001;") and zonder.endswith(
        ";0;0;0,00;0,00;360,00;0,00;0,00"
    )


def test_a_year_stands_by_month_and_narrows_to_a_product(boekhouder: Client, juni: int) -> None:
    html = boekhouder.get("/geld/?periode=2024&product=hulp_bij_het_huishouden&aanbieder=99990001")
    assert html.content.decode().count("<tr") == 1 + 7 + 1  # head, June up to December, totals
    leeg = boekhouder.get("/geld/?periode=2024&product=rolstoel").content.decode()
    assert "Kies een andere periode" in leeg and "csv" not in leeg
    assert boekhouder.get("/geld/?periode=2024-13&product=onzin").status_code == 200


def test_more_assignments_cost_no_more_statements(boekhouder: Client, juni: int, gezin: Gezin) -> None:
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            boekhouder.get("/geld/?periode=2024-06")
        return len(vragen)

    eerst = tel()
    wijs(SYSTEEM, maak_geldend(SYSTEEM, gezin.casus, gezin.moeder, omvang=Decimal(2)))
    assert tel() == eerst
