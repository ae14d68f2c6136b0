"""The ledger of invoices: booked once, whole, in cents; prices have one truth at a time."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from samendoen.besluiten.actions import declaratie as acties
from samendoen.besluiten.api import boek_declaraties, heeft_contract, tarieven
from samendoen.besluiten.feiten import DECLARATIEREGEL, HUISHOUDKOSTEN
from samendoen.besluiten.models import Aanbieder, Declaratie, Declaratieregel, Tarief
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.fouten import Domeinfout
from tests.besluitmaker import THUISHULP, boek, declaratie, maak_geldend, regel, start, wijs
from tests.casusmaker import TEAM
from tests.integration.besluiten.conftest import Gezin

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
JUNI = (date(2024, 6, 1), date(2024, 7, 1))


@pytest.fixture
def toewijzing(gezin: Gezin) -> int:
    return wijs(SYSTEEM, maak_geldend(SYSTEEM, gezin.casus, gezin.moeder))


def feiten() -> list[dict[str, Any]]:
    namen = [kolom.naam for kolom in DECLARATIEREGEL.kolommen]
    peilmoment = klok.einde_van(VANDAAG) - timedelta(microseconds=1)
    porties = DECLARATIEREGEL.rijen(peilmoment)
    return [dict(zip(namen, rij, strict=True)) for portie in porties for rij in portie]


def test_an_invoice_is_booked_once_with_its_totals(toewijzing: int) -> None:
    eenmaal = declaratie(
        regel(toewijzing),
        regel(toewijzing, "R2", toegekend_eurocent=0, retourcodes=("9307",)),
        regel(None, "R3", toegekend_eurocent=0),
    )
    assert boek_declaraties(SYSTEEM, [eenmaal, eenmaal]) == boek_declaraties(SYSTEEM, [eenmaal]) * 2
    rij = Declaratie.objects.get()
    assert (rij.ingediend_eurocent, rij.toegekend_eurocent) == (108000, 36000)
    boek(regel(toewijzing, "R4", vorige_referentie="R1"), nummer="D2")
    terug = Declaratie.objects.get(nummer="D2")
    assert terug.toegekend_eurocent == -36000
    assert [(f["product"], f["toegekend_eurocent"], f["credit"]) for f in feiten()] == [
        ("hulp_bij_het_huishouden", 36000, False),
        ("hulp_bij_het_huishouden", 0, False),
        ("geen", 0, False),
        ("hulp_bij_het_huishouden", -36000, True),
    ]
    assert "inwoner" not in feiten()[0]


def test_what_the_ledger_does_not_allow_is_booked_for_no_part(toewijzing: int) -> None:
    boek(regel(toewijzing))
    for anders, zin in (
        ({"nummer": "D1"}, "al"),
        ({"nummer": "D2", "aanbieder": "12345678"}, "bestaat niet"),
        ({"nummer": "D2", "aanbieder": "99990002"}, "niet van deze aanbieder"),
        ({"nummer": "D2"}, "al toegekend"),
    ):
        goed = regel(None, "R8", toegekend_eurocent=0)
        with pytest.raises(Domeinfout, match=zin) as fout:
            boek(goed, regel(toewijzing), **anders)
        assert fout.value.doe
    with pytest.raises(Domeinfout, match="al teruggedraaid"):
        boek(*(regel(toewijzing, naam, vorige_referentie="R1") for naam in ("R5", "R6")), nummer="D3")
    assert Declaratieregel.objects.count() == 1


def test_nothing_is_booked_when_recording_fails(toewijzing: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(acties, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        boek(regel(toewijzing))
    assert not Declaratieregel.objects.exists()


def test_the_price_of_an_assignment_is_its_own_before_that_of_everybody(toewijzing: int) -> None:
    [gewoon] = tarieven([toewijzing], JUNI)[toewijzing]
    assert (gewoon.categorie, gewoon.eenheid, gewoon.eurocent, gewoon.eigen) == ("01", "04", 3600, False)
    algemeen = Tarief.objects.get(product__code="hulp_bij_het_huishouden", van=date(2020, 1, 1))
    aanbieder = heeft_contract(THUISHULP, VANDAAG)
    assert aanbieder and not heeft_contract(THUISHULP, date(2019, 12, 31))
    eigen = Tarief(
        product=algemeen.product,
        aanbieder=Aanbieder.objects.get(agb=THUISHULP),
        van=date(2024, 6, 15),
        eurocent=3700,
        eenheid="uur",
    )
    with schrijft("besluiten"):
        eigen.save()
    assert [(t.van.day, t.eurocent) for t in tarieven([toewijzing], JUNI)[toewijzing]] == [
        (1, 3600),
        (15, 3700),
    ]
    for rij in (algemeen, eigen):
        rij.pk, rij._state.adding = None, True
        with schrijft("besluiten"), pytest.raises(IntegrityError), transaction.atomic():
            rij.save()


def test_what_a_household_costs_a_year_has_the_own_contribution_off(toewijzing: int, gezin: Gezin) -> None:
    def rijen(dag: date) -> list[tuple[Any, ...]]:
        peilmoment = klok.einde_van(dag) - timedelta(microseconds=1)
        return [rij for portie in HUISHOUDKOSTEN.rijen(peilmoment) for rij in portie]

    start(SYSTEEM, toewijzing, date(2024, 6, 12))
    with klok.op(date(2025, 2, 3)):
        boek(regel(toewijzing), regel(toewijzing, "R2"), regel(toewijzing, "R3", toegekend_eurocent=0))
        boek(regel(toewijzing, "R4", vorige_referentie="R1"), nummer="D2")
        boek(
            regel(toewijzing, "R5", van=date(2025, 1, 1), tot=date(2025, 2, 1), ingediend_eurocent=1500,
                  toegekend_eurocent=1500),
            nummer="D3",
        )  # fmt: skip
        # July to December 2024 at 20.60; January and February 2025 are 42.00, but the help costs 15.00.
        assert rijen(date(2025, 2, 3)) == [
            (TEAM, "wmo", date(2024, 1, 1), 36000, 12360, 23640),
            (TEAM, "wmo", date(2025, 1, 1), 1500, 1500, 0),
        ]
        boek(regel(toewijzing, "R6", vorige_referentie="R2"), nummer="D4")
        assert [rij[2].year for rij in rijen(date(2025, 2, 3))] == [2025]
    assert rijen(date(2025, 2, 2)) == []
