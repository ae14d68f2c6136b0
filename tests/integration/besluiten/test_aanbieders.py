"""The back office keeps its providers: contracts, tariffs, places, messages; nothing is overwritten."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.besluiten.api import (
    Beschikbaarheidinvoer,
    NieuwContract,
    NieuweAanbieder,
    NieuwTarief,
    aanbieders_voor_keuze,
    beeindig_contracten,
    heeft_contract,
    meld_beschikbaarheid,
    spreek_contracten_af,
    spreek_tarieven_af,
    trek_contracten_in,
    trek_tarieven_in,
    voeg_aanbieders_toe,
    wijs_toe,
    wijzig_aanbieder,
)
from samendoen.besluiten.events import aanbod as events
from samendoen.besluiten.models import Aanbieder, Beschikbaarheid, Contract, Tarief
from samendoen.besluiten.rules.geldigheid import vouw_afspraak
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.api import Domeinfout, lees, van_onderwerp
from samendoen.kernel.rechten import Rol
from tests.besluitmaker import HUISHOUDHULP, THUISHULP, maak_catalogus, maak_geldend, toewijzing, wijs
from tests.integration.besluiten.conftest import Gezin
from tests.maak import maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


@pytest.fixture
def kantoor(client: Client) -> Client:
    maak_catalogus()
    client.force_login(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"], "Bo Back"))
    return client


def thuishulp() -> Aanbieder:
    return Aanbieder.objects.get(agb=THUISHULP)


def bewaar(klant: Client, adres: str, **velden: Any) -> str:
    """Fill in a form, read what it changes, and save what was shown; return what was shown."""
    html = klant.post(adres, velden).content.decode()
    gezien = re.search(r'name="gezien" value="([0-9a-f]+)"', html)
    assert gezien, html
    antwoord = klant.post(adres, {**velden, "gezien": gezien[1]})
    assert antwoord.status_code == 302, antwoord.content.decode()
    return html


def test_a_new_tariff_closes_the_one_before_and_tells_what_it_changes(kantoor: Client, gezin: Gezin) -> None:
    wijs(SYSTEEM, maak_geldend(SYSTEEM, gezin.casus, gezin.moeder))
    adres = f"/aanbieders/{thuishulp().pk}/tarief/"
    velden = {"product": HUISHOUDHULP, "eurocent": "37,50", "van": "2024-07-01"}
    eerst = bewaar(kantoor, adres, **velden)
    assert "1 toewijzing" in eerst and Tarief.objects.filter(aanbieder__agb=THUISHULP).count() == 1
    html = bewaar(kantoor, adres, **velden | {"eurocent": "39", "van": "2024-09-01"})
    assert "€ 37,50 per uur" in html.replace("\xa0", " ") and "31 augustus 2024" in html
    oud, nieuw = Tarief.objects.filter(aanbieder__agb=THUISHULP).order_by("van")
    assert (oud.eurocent, oud.tot, nieuw.eurocent, nieuw.tot) == (3750, date(2024, 9, 1), 3900, None)
    for rij in (oud, nieuw):
        stand = vouw_afspraak(lees(r) for r in van_onderwerp(events.TARIEF, [rij.pk])[rij.pk])
        assert stand is not None and (stand.van, stand.tot, stand.ingetrokken) == (rij.van, rij.tot, False)
    bladzij = kantoor.get(f"/aanbieders/{thuishulp().pk}/").content.decode()
    assert "gaat nog in" in bladzij and "37,50" in bladzij and "39,00" in bladzij
    # Seen is seen: other values are shown anew before they are saved.
    anders = kantoor.post(adres, velden | {"van": "2024-10-01", "gezien": "0" * 16})
    assert anders.status_code == 200 and Tarief.objects.filter(aanbieder__agb=THUISHULP).count() == 2
    # A mistake is taken back: what it closed goes on, and it stays to be seen.
    weg = bewaar(kantoor, f"/tarieven/{nieuw.pk}/intrekken/")
    assert "gaat weer door" in weg
    oud.refresh_from_db()
    nieuw.refresh_from_db()
    assert oud.tot is None and nieuw.ingetrokken_op == VANDAAG
    assert kantoor.get(f"/tarieven/{nieuw.pk}/intrekken/").status_code == 404
    assert "ingetrokken" in kantoor.get(f"/aanbieders/{thuishulp().pk}/").content.decode()


def test_overlap_is_refused_and_says_what_is_in_the_way(kantoor: Client) -> None:
    spreek_tarieven_af(SYSTEEM, [NieuwTarief(HUISHOUDHULP, THUISHULP, 4000, date(2025, 1, 1))])
    adres = f"/aanbieders/{thuishulp().pk}/tarief/"
    velden = {"product": HUISHOUDHULP, "eurocent": "38", "van": "2024-07-01"}
    html = kantoor.post(adres, velden).content.decode()
    assert "Vanaf 1 januari 2025 is al iets anders afgesproken" in html and "31 december 2024" in html
    assert "38" in html and "Dit verandert er" not in html
    html = kantoor.post(adres, velden | {"eurocent": "1.2,3", "van": "2024-13-01"}).content.decode()
    assert "Vul een getal in" in html and "bestaande datum" in html
    afwijkingen: dict[str, dict[str, Any]] = {
        "overlap_zelfde_begin": {"eurocent": 4100},
        "overlap_leeg": {"tot": date(2025, 1, 1)},
        "tarief_eurocent": {"eurocent": 0},
        "tarief_van": {"van": date(1999, 1, 1)},
        "tarief_product": {"product": "bestaat_niet"},
        "tarief_aanbieder": {"aanbieder": "12345678"},
    }
    for fout, anders in afwijkingen.items():
        gewoon: dict[str, Any] = {
            "product": HUISHOUDHULP,
            "aanbieder": THUISHULP,
            "eurocent": 4000,
            "van": date(2025, 1, 1),
        }
        with pytest.raises(Domeinfout) as gevangen:
            spreek_tarieven_af(SYSTEEM, [NieuwTarief(**gewoon | anders)])
        assert gevangen.value.fout == fout
    # The same again is the one that exists.
    [zelfde] = spreek_tarieven_af(SYSTEEM, [NieuwTarief(HUISHOUDHULP, THUISHULP, 4000, date(2025, 1, 1))])
    assert Tarief.objects.get(aanbieder__agb=THUISHULP).pk == zelfde


def test_a_contract_says_what_can_be_chosen_on_a_day(kantoor: Client, gezin: Gezin, consulent: Actor) -> None:
    lopend = Contract.objects.get(aanbieder__agb=THUISHULP)
    voorziening = maak_geldend(SYSTEEM, gezin.casus, gezin.moeder)
    html = bewaar(
        kantoor,
        f"/aanbieders/{thuishulp().pk}/contract/",
        producten=["individuele_begeleiding"],
        van="2024-06-10",
    )
    assert "eindigt op 9 juni 2024" in html
    lopend.refresh_from_db()
    assert lopend.tot == date(2024, 6, 10) and heeft_contract(THUISHULP, date(2024, 6, 10))
    with pytest.raises(Domeinfout, match="geen contract") as gevangen:
        wijs_toe(consulent, [toewijzing(voorziening)])
    assert gevangen.value.veld == "aanbieder"
    keuze = [agb for agb, _naam in aanbieders_voor_keuze(HUISHOUDHULP, date(2024, 6, 9))]
    assert THUISHULP in keuze
    assert THUISHULP not in [agb for agb, _naam in aanbieders_voor_keuze(HUISHOUDHULP, date(2024, 6, 10))]
    nieuw = Contract.objects.get(aanbieder__agb=THUISHULP, tot=None)
    trek_contracten_in(SYSTEEM, [nieuw.pk])
    lopend.refresh_from_db()
    assert lopend.tot is None and wijs_toe(consulent, [toewijzing(voorziening)])
    # Ending it tells that somebody's help goes on without a contract.
    html = bewaar(kantoor, f"/contracten/{lopend.pk}/einde/", tot="2024-12-31")
    assert "1 toewijzing gaat daarna door zonder contract (Hulp bij het huishouden)" in html
    assert "tot en met 31 december 2024" in kantoor.get("/aanbieders/").content.decode()
    with pytest.raises(Domeinfout, match="geen product"):
        spreek_contracten_af(SYSTEEM, [NieuwContract(THUISHULP, (), VANDAAG)])


def test_what_a_provider_told_stands_with_the_choice(kantoor: Client, gezin: Gezin) -> None:
    wijs(SYSTEEM, maak_geldend(SYSTEEM, gezin.casus, gezin.moeder))
    adres = f"/aanbieders/{thuishulp().pk}/ruimte/"
    assert "Er is niets ingevuld" in kantoor.post(adres, {"gemeld_op": "2024-06-03"}).content.decode()
    form = {"plaatsen": "20", "wachttijd_weken": "5", "gemeld_op": "2024-06-03"}
    assert kantoor.post(adres, form).status_code == 302
    with klok.op(date(2024, 6, 12)):
        html = kantoor.get(f"/aanbieders/{thuishulp().pk}/").content.decode()
        assert "1 van 20" in html and "genoteerd door Bo Back" in html and "5 weken (verteld op" in html
        keuze = dict(aanbieders_voor_keuze(HUISHOUDHULP))
        assert keuze[THUISHULP].endswith("(wachttijd 5 weken, 19 van 20 plaatsen vrij)")
        melding = Beschikbaarheidinvoer(thuishulp().pk, 1, 0, date(2024, 6, 12), HUISHOUDHULP)
        eens, nog_eens = meld_beschikbaarheid(SYSTEEM, [melding, melding])
        assert eens == nog_eens
        assert aanbieders_voor_keuze(HUISHOUDHULP)[-1] == (
            THUISHULP,
            "Thuishulp Lingehand, Leerdam (geen wachttijd, vol)",
        )
    assert Beschikbaarheid.objects.filter(aanbieder__agb=THUISHULP).count() == 3  # nothing overwritten


def test_providers_are_put_in_changed_found_and_connected(kantoor: Client) -> None:
    form = {"agb": "9999 1234", "naam": "Zorg op Maat", "plaats": "Vianen"}
    assert kantoor.post("/aanbieders/nieuw/", form).status_code == 302
    assert kantoor.post("/aanbieders/nieuw/", form).status_code == 302  # sent twice it is one
    rij = Aanbieder.objects.get(agb="99991234")
    html = kantoor.post("/aanbieders/nieuw/", form | {"naam": "Iets anders"}).content.decode()
    assert "al van Zorg op Maat in Vianen" in html
    assert "acht cijfers" in kantoor.post("/aanbieders/nieuw/", form | {"agb": "1234"}).content.decode()
    lijst = kantoor.get("/aanbieders/?q=zorg op").content.decode()
    assert "Zorg op Maat" in lijst and "geen contract" in lijst and "Lingehand" not in lijst
    assert "Geen aanbieder gevonden" in kantoor.get("/aanbieders/?q=xyz").content.decode()
    assert "nog geen contract" in kantoor.get(f"/aanbieders/{rij.pk}/").content.decode()
    kantoor.post(f"/aanbieders/{rij.pk}/wijzigen/", {"naam": "Zorg Samen", "plaats": "Vianen"})
    kantoor.post(f"/aanbieders/{rij.pk}/berichten/", {"vanaf": "2024-07-01"})
    rij.refresh_from_db()
    assert (rij.naam, rij.berichten_vanaf) == ("Zorg Samen", date(2024, 7, 1))
    assert "aan vanaf 1 juli 2024" in kantoor.get("/aanbieders/?q=9999123").content.decode()
    soorten = [lees(r).soort for r in van_onderwerp(events.AANBIEDER, [rij.pk])[rij.pk]]
    assert soorten == [
        "besluiten.aanbieder_toegevoegd",
        "besluiten.aanbieder_gewijzigd",
        "besluiten.berichtenverkeer_gezet",
    ]
    wijzig_aanbieder(SYSTEEM, rij.pk, "Zorg Samen", "Vianen")  # the same again records nothing
    assert len(van_onderwerp(events.AANBIEDER, [rij.pk])[rij.pk]) == 3
    assert kantoor.get("/aanbieders/987654/").status_code == 404


def test_more_providers_cost_no_more_statements(kantoor: Client) -> None:
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert kantoor.get("/aanbieders/").status_code == 200
        return len(vragen)

    tel()  # the first time reads settings too
    eerst = tel()
    voeg_aanbieders_toe(SYSTEEM, [NieuweAanbieder(f"9999{n}", "Zorg", "Leerdam") for n in range(5000, 5005)])
    assert tel() == eerst


def test_nothing_changes_when_recording_fails(kantoor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*_args: object) -> None:
        raise RuntimeError("de schijf is vol")

    lopend = Contract.objects.get(aanbieder__agb=THUISHULP)
    monkeypatch.setattr("samendoen.besluiten.actions.afspraak.leg_vast", stuk)
    for doe in (
        lambda: spreek_contracten_af(SYSTEEM, [NieuwContract(THUISHULP, (HUISHOUDHULP,), date(2025, 1, 1))]),
        lambda: beeindig_contracten(SYSTEEM, [(lopend.pk, date(2025, 1, 1))]),
        lambda: trek_contracten_in(SYSTEEM, [lopend.pk]),
        lambda: trek_tarieven_in(SYSTEEM, [Tarief.objects.latest("pk").pk]),
    ):
        with pytest.raises(RuntimeError, match="vol"):
            doe()
    lopend.refresh_from_db()
    assert (lopend.tot, lopend.ingetrokken_op, Contract.objects.count()) == (None, None, 10)
