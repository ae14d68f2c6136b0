"""Money of a plan: read in, on screen, booked by hand and from the ledger, checked."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.beleid import api
from samendoen.beleid.api import NieuweBesteding
from samendoen.beleid.models import (
    Activiteit,
    Begrotingskolom,
    Begrotingsregel,
    Besteding,
    Doelstelling,
    Nulmeting,
    Plan,
)
from samendoen.beleid.queries.begroting import begrotingen
from samendoen.beleid.rules.begroting import controleer_begroting
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Geweigerd, NietGevonden, Rol, lees, van_onderwerp
from samendoen.kernel.definities import definitie_pad
from samendoen.kernel.models import Gebeurtenis
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(db: None) -> Plan:
    """Give Lansingerland's plan as it is read in."""
    api.importeer_plan(SYSTEEM, "lansingerland")
    return Plan.objects.get(code="lansingerland")


@pytest.fixture
def regel(plan: Plan) -> Begrotingsregel:
    """Give one line of its budget."""
    return Begrotingsregel.objects.get(code="kans")


@pytest.fixture
def in_2021() -> Iterator[None]:
    """Let it be a day in 2021, a year the budget has."""
    with klok.op(date(2021, 9, 15)):
        yield


def klant(rol: Rol) -> Client:
    """Return the browser of somebody with this role."""
    return aangemelde_client(maak_medewerker(rol))


def tekst(client: Client, url: str) -> str:
    """Return a page without markup."""
    antwoord = client.get(url)
    assert antwoord.status_code == 200
    zonder = re.sub(r"<[^>]+>", " ", antwoord.content.decode())
    return re.sub(r"\s+", " ", zonder.replace("&#x27;", "'").replace("\xa0", " "))


def test_what_is_read_in_is_what_the_definition_says(plan: Plan) -> None:
    [gelezen] = begrotingen(plan)
    definitie = api.lees_plan(definitie_pad("beleid", "lansingerland.toml")).onderdeel[0].begroting
    assert definitie
    verwacht = definitie.waarde()
    for naam in ("titel", "kolommen", "taakstellingen", "advies", "advieskolom", "keuzen", "genoemd"):
        assert getattr(gelezen.begroting, naam) == getattr(verwacht, naam), naam
    kern = [(r.code, r.bedragen, r.soort, r.deel_van) for r in gelezen.begroting.regels]
    assert kern == [(r.code, r.bedragen, r.soort, r.deel_van) for r in verwacht.regels]
    assert gelezen.begroting.bestedingen == verwacht.bestedingen
    assert controleer_begroting(gelezen.begroting) == controleer_begroting(verwacht)
    doel = Doelstelling.objects.get(code="7")
    assert (len(doel.tellen), len(doel.vertellen)) == (4, 2)
    assert len(Activiteit.objects.get(code="1-bereiken").adviezen) == 7


def test_the_other_plans_are_read_in_whole() -> None:
    for code in api.plancodes():
        assert api.importeer_plan(SYSTEEM, code).nieuw
    assert Plan.objects.count() == 4
    assert Nulmeting.objects.count() == 8
    assert Doelstelling.objects.filter(niveau__startswith="Primaire").count() == 8
    deel = Begrotingsregel.objects.get(code="preventie")
    assert deel.deel_van and deel.deel_van.code == "innovatie"
    assert deel.bedragen_eurocent == [170_000_00, 170_000_00, None, None, None]
    gevonden = api.bevindingen_van_alle_plannen()
    assert {b.bij for b in gevonden if b.tabel == "Nulmeting"} == {"8,1%"}
    assert "De leraar trekt aan de bel" in {b.bij for b in gevonden}


def test_the_money_page_adds_up_and_says_the_gap(plan: Plan) -> None:
    raad = klant(Rol.RAAD)
    with CaptureQueriesContext(connection) as vragen:
        bladzij = tekst(raad, "/koers/geld/?plan=lansingerland")
    assert len(vragen) <= 22
    for bedrag in ("€ 1.178.000", "€ 890.000", "€ 963.000", "€ 1.145.000", "€ 717.700"):
        assert bedrag in bladzij
    assert "€ 963.000 min de taakstelling van € 255.000; er blijft € 708.000 over" in bladzij
    assert "Geadviseerd is € 725.000; er blijft € 708.000 over. Het verschil is € 17.000." in bladzij
    assert "telt op tot € 825.000 en noemt een tekort van € 117.000" in bladzij
    assert "'De leraar trekt aan de bel' € 110.000" in bladzij
    assert "2018 en 2019: waarvan incidenteel € 188.000" in bladzij
    assert "Bijwerken" not in bladzij
    assert "Bijwerken" in tekst(klant(Rol.BELEID), "/koers/geld/?plan=lansingerland")


def test_a_changed_line_changes_the_total_the_check_and_the_page(plan: Plan, regel: Begrotingsregel) -> None:
    with schrijft("beleid"):
        regel.bedragen_eurocent[2] = 275_000_01
        regel.save()
    bladzij = tekst(klant(Rol.RAAD), "/koers/geld/?plan=lansingerland")
    assert "€ 963.000,01" in bladzij
    assert "Het verschil is -€ 0,01" in bladzij


def test_the_page_of_a_goal_shows_its_money_and_how_it_is_known(plan: Plan) -> None:
    doel = Doelstelling.objects.get(code="1")
    bladzij = tekst(klant(Rol.RAAD), f"/koers/doelen/{doel.pk}/")
    assert "2020: € 275.000, besteed € 200.000 (stand van 1 december 2020)" in bladzij
    assert "We tellen" in bladzij
    assert "Hoeveel gezinnen het aanbod gebruiken." in bladzij


def test_the_goal_of_a_change_of_the_budget_shows_it(lopik: Plan) -> None:
    doel = Activiteit.objects.get(code="mbo").doelstelling
    bladzij = tekst(klant(Rol.RAAD), f"/koers/doelen/{doel.pk}/")
    assert "MBO-bijdrage wijziging van de begroting: lasten -€ 18.319, baten € 0, Structureel (S)" in bladzij
    ander = Doelstelling.objects.get(code="1.1")
    assert "staat in de begroting geen bedrag" in tekst(klant(Rol.RAAD), f"/koers/doelen/{ander.pk}/")


@pytest.mark.usefixtures("in_2021")
def test_booking_keeps_what_was_booked_and_the_newest_counts(
    plan: Plan, regel: Begrotingsregel, adviseur: Actor
) -> None:
    nieuw = NieuweBesteding(regel.pk, 2021, 150_000_00, date(2021, 6, 30))
    [een] = api.boek_bestedingen(adviseur, [nieuw])
    assert api.boek_bestedingen(adviseur, [nieuw]) == []
    [twee] = api.boek_bestedingen(adviseur, [NieuweBesteding(regel.pk, 2021, 140_000_00, date(2021, 6, 30))])
    assert Besteding.objects.filter(pk__in=[een, twee]).count() == 2
    assert Besteding.objects.get(pk=twee).beschikbaar_eurocent == 275_000_00
    [gelezen] = begrotingen(plan)
    assert gelezen.begroting.besteed(2021) == (275_000_00, 140_000_00)
    verhaal = van_onderwerp("beleid.begrotingsregel", [regel.pk])[regel.pk]
    assert [lees(g).besteed_eurocent for g in verhaal] == [150_000_00, 140_000_00]  # type: ignore[attr-defined]
    bladzij = tekst(klant(Rol.RAAD), "/koers/geld/?plan=lansingerland")
    assert "€ 280.000" in bladzij  # Twice the half year.
    assert "iets boven het budget" in bladzij


@pytest.mark.usefixtures("in_2021")
@pytest.mark.parametrize(
    ("jaar", "bedrag", "tot", "fout"),
    [
        (2021, 100, date(2020, 12, 31), "besteding_tot"),
        (2021, 100, date(2021, 9, 16), "besteding_tot"),
        (2021, 10**16, date(2021, 6, 30), "besteding_besteed"),
        (2018, 100, date(2018, 6, 30), "besteding_jaar"),
    ],
)
def test_what_cannot_be_is_refused(
    regel: Begrotingsregel, adviseur: Actor, jaar: int, bedrag: int, tot: date, fout: str
) -> None:
    voor = Besteding.objects.count()
    with pytest.raises(Domeinfout) as gemeld:
        api.boek_bestedingen(adviseur, [NieuweBesteding(regel.pk, jaar, bedrag, tot)])
    assert gemeld.value.fout == fout
    assert Besteding.objects.count() == voor


def test_who_may_not_book_and_what_is_not_there(
    regel: Begrotingsregel, raadslid: Actor, adviseur: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw = NieuweBesteding(regel.pk, 2022, 100, date(2022, 6, 30))
    with pytest.raises(Geweigerd):
        api.boek_bestedingen(raadslid, [nieuw])
    with pytest.raises(NietGevonden):
        api.boek_bestedingen(adviseur, [NieuweBesteding(regel.pk + 99, 2022, 100, date(2022, 6, 30))])

    def stuk(*_a: object, **_k: object) -> None:
        raise RuntimeError("opslag weg")

    monkeypatch.setattr("samendoen.beleid.actions.begroting.leg_vast", stuk)
    voor = Besteding.objects.count()
    with pytest.raises(RuntimeError):
        api.boek_bestedingen(adviseur, [nieuw])
    assert Besteding.objects.count() == voor
    assert not Gebeurtenis.objects.filter(soort="beleid.besteding_geboekt").exists()


@pytest.mark.usefixtures("in_2021")
def test_booking_on_screen_by_hand_and_from_the_ledger(plan: Plan, regel: Begrotingsregel) -> None:
    beleid = klant(Rol.BELEID)
    url = f"/koers/geld/regels/{regel.pk}/"
    assert "200.000,00" in beleid.get(url).content.decode()
    fout = beleid.post(url, {"besteed": "veel", "tot": "2021-06-30"})
    assert "Dit is geen bedrag" in fout.content.decode()
    goed = beleid.post(url, {"besteed": "12.345,67", "tot": "2021-06-30"}, follow=True)
    assert "Het bedrag is geboekt" in goed.content.decode()
    assert Besteding.objects.get(jaar=2021).besteed_eurocent == 12_345_67
    url = "/koers/geld/grootboek/?plan=lansingerland"
    fout = beleid.post(url, {"tekst": "regel;jaar;besteed;tot\nkans;2021;1,00;2021-07-31\nzoek;2021;1;x"})
    assert "Deze regels zijn niet te lezen: 3." in fout.content.decode()
    assert Besteding.objects.filter(jaar=2021).count() == 1
    regels = "regel;jaar;besteed;tot\nkans;2021;20.000;2021-07-31\nknel;2021;30.000,50;2021-07-31\n"
    goed = beleid.post(url, {"tekst": regels}, follow=True)
    assert "Ingelezen: 2 nieuwe bedragen." in goed.content.decode()
    assert beleid.get("/koers/geld/regels/0/").status_code == 404


def test_the_check_page_names_everything_and_corrects_nothing(plan: Plan, lopik: Plan) -> None:
    raad = klant(Rol.RAAD)
    bladzij = tekst(raad, "/koers/controle/?plan=lopik")
    assert "MBO-bijdrage staat als structureel (S)" in bladzij
    assert "12% / 81%" in bladzij
    assert "Voor dit doel staat er geen activiteit." in bladzij
    assert "€ 825.000, opgeteld is het € 725.000" in tekst(raad, "/koers/controle/?plan=lansingerland")
    api.importeer_plan(SYSTEEM, "vijfheerenlanden")
    assert "Niets gevonden" in tekst(raad, "/koers/controle/?plan=vijfheerenlanden")


def test_the_columns_of_a_budget_keep_their_order(plan: Plan) -> None:
    assert list(
        Begrotingskolom.objects.order_by("volgorde").values_list("code", "taakstelling_eurocent")
    ) == [
        ("2018-2019", 0),
        ("2020", 0),
        ("2021", 0),
        ("2022", -255_000_00),
    ]
