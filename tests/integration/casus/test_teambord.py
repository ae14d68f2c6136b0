"""The leader sees who carries what, moves casussen all or none, and takes it back."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.casus.actions import teambord as module
from samendoen.casus.api import (
    Verplaatsing,
    casuskernen,
    sluit_casussen,
    verplaats_casussen,
    zet_intensiteiten,
)
from samendoen.casus.models import Casus
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.models import Gebeurtenis, Inzagelogregel
from samendoen.kernel.wissen import wis_persoon
from samendoen.organisatie.actions.afwezigheid import Melding as Afwezig
from samendoen.organisatie.actions.afwezigheid import meld_afwezig
from samendoen.organisatie.actions.medewerker import Registratiegegevens, haal_uit_team, wijzig_gegevens
from samendoen.organisatie.models import Medewerker
from samendoen.toegang.api import Triagebesluit, handel_melding_af, trieer_meldingen
from tests.casusmaker import TEAM, maak_casus, maak_inwoner, maak_melding
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst

pytestmark = pytest.mark.django_db


def nog_een(wie: Actor, naam: str = "Karel") -> int:
    return maak_casus(SYSTEEM, maak_melding(maak_inwoner(naam)), wie.id)


def regisseur(casus: int) -> int:
    return casuskernen(SYSTEEM, [casus])[casus].regisseur_id


def zet(casus: int, van: Actor, naar: Actor, notitie: str = "") -> Verplaatsing:
    return Verplaatsing(casus, van.id or 0, naar.id or 0, notitie)


def medewerker(wie: Actor) -> int:
    return Medewerker.objects.get(gebruiker=wie.id).pk


def test_a_casus_moves_once_and_the_second_leader_hears_who_has_it(
    casus: int, leider: Actor, consulent: Actor, collega: Actor
) -> None:
    for _keer in range(2):  # a repeat is harmless
        verplaats_casussen(leider, [zet(casus, consulent, collega, "Joke gaat weg.")])
    assert regisseur(casus) == collega.id
    assert Gebeurtenis.objects.filter(soort="casus.overdracht_toegelicht").count() == 1
    with pytest.raises(Domeinfout, match="intussen van Piet Pieters"):
        verplaats_casussen(leider, [zet(casus, consulent, leider)])
    assert "Joke gaat weg." in tekst(klant(collega), "casus", casus)


def test_of_a_caseload_nothing_is_half_done(
    casus: int, leider: Actor, consulent: Actor, collega: Actor, buur: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ander = nog_een(consulent)
    for mis, fout in (
        ([zet(casus, consulent, collega), zet(ander, consulent, buur)], "kan de regie"),
        ([zet(casus, consulent, collega), zet(ander, collega, leider)], "intussen van Joke"),
        ([zet(casus, consulent, collega), zet(casus, consulent, leider)], "dubbel"),
        ([zet(casus, consulent, collega), zet(ander, consulent, collega, "x" * 2001)], "te lang"),
    ):
        with pytest.raises(Domeinfout, match=fout):
            verplaats_casussen(leider, mis)

    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(module, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        verplaats_casussen(leider, [zet(casus, consulent, collega), zet(ander, consulent, collega, "Ja")])
    assert {regisseur(casus), regisseur(ander)} == {consulent.id}


def test_only_a_leader_moves_and_only_what_is_open(
    gezin: Gezin, casus: int, leider: Actor, consulent: Actor, collega: Actor, buur: Actor
) -> None:
    with pytest.raises(Geweigerd):
        verplaats_casussen(consulent, [zet(casus, consulent, collega)])
    with pytest.raises(NietGevonden):
        verplaats_casussen(leider, [zet(0, consulent, collega)])
    handel_melding_af(consulent, gezin.melding, "onderzocht", klok.vandaag())
    sluit_casussen(consulent, [(casus, "zelf_verder", klok.vandaag())])
    with pytest.raises(Domeinfout, match="gesloten"):
        verplaats_casussen(leider, [zet(casus, consulent, collega)])
    with pytest.raises(Domeinfout, match="gesloten"):
        zet_intensiteiten(leider, [(casus, "zwaar")])


def test_the_director_and_the_leader_say_how_heavy_a_casus_is(
    casus: int, leider: Actor, consulent: Actor, collega: Actor, buur: Actor
) -> None:
    assert "zo begint elke casus" in tekst(klant(consulent), "casus", casus)
    for _keer in range(2):
        zet_intensiteiten(consulent, [(casus, "zwaar")])
    assert Gebeurtenis.objects.filter(soort="casus.intensiteit_gezet").count() == 1
    with pytest.raises(Geweigerd):
        zet_intensiteiten(collega, [(casus, "licht")])
    with pytest.raises(NietGevonden):
        zet_intensiteiten(buur, [(casus, "licht")])
    with pytest.raises(Domeinfout) as fout:
        zet_intensiteiten(leider, [(casus, "vederlicht")])
    assert fout.value.veld == "intensiteit"
    assert Casus.objects.get().intensiteit == "zwaar"
    url = reverse("casus_intensiteit", args=[casus])
    assert url not in tekst(klant(collega), "casus", casus)
    klant(leider).post(url, {"intensiteit": "midden"})
    assert Casus.objects.get().intensiteit == "midden"
    assert "Zwaarte van de casus: midden." in tekst(klant(consulent), "casus", casus)


def test_what_the_leader_wrote_is_erased_with_the_person(
    gezin: Gezin, casus: int, leider: Actor, consulent: Actor, collega: Actor, settings: Any, tmp_path: object
) -> None:
    verplaats_casussen(leider, [zet(casus, consulent, collega, "Noor slaapt slecht.")])
    settings.SAMENDOEN_SLEUTELS = tmp_path
    wis_persoon(SYSTEEM, gezin.moeder, "wmo", "verzoek")
    assert "slaapt" not in tekst(klant(collega), "casus", casus)


def test_the_board_says_who_has_room_who_is_away_and_who_waits(
    casus: int, leider: Actor, consulent: Actor, collega: Actor
) -> None:
    wijzig_gegevens(SYSTEEM, medewerker(consulent), Registratiegegevens(uren_per_week=Decimal(4)))
    zet_intensiteiten(leider, [(casus, "zwaar")])
    terug = klok.vandaag() + timedelta(days=9)
    meld_afwezig(leider, Afwezig(medewerker(collega), klok.vandaag(), terug, medewerker(consulent)))
    wacht = maak_melding(maak_inwoner("Wil"), "Wie helpt mij in huis?")
    trieer_meldingen(SYSTEEM, [Triagebesluit(wacht, "team", TEAM, reden="Zo hoort het")])
    html = tekst(klant(leider), "teambord_team", TEAM)
    joke = html[html.index("Joke Jansen</h2>") :].partition("</section>")[0]
    assert "Vol" in joke
    assert "2 van 2 punten" in joke
    assert "Fatima Yilmaz en nog 2" in joke
    piet = html[html.index("Piet Pieters</h2>") :].partition("</section>")[0]
    assert "Afwezig van ma 3 juni 2024 tot wo 12 juni 2024. Vervanger: Joke Jansen." in piet
    assert "uren niet bekend, gerekend met 36" in piet
    assert "Wachten: 1" in html
    assert "Wie helpt mij in huis?" in html
    assert "1 lopende casus, samen 2 punten. Het team heeft 10,5 fte: plaats voor 189 punten." in html


def test_who_left_the_team_keeps_a_column_until_the_casussen_have_gone(
    casus: int, leider: Actor, consulent: Actor, collega: Actor
) -> None:
    ander = nog_een(consulent)
    with klok.op(klok.vandaag() + timedelta(days=1)):
        haal_uit_team(SYSTEEM, medewerker(consulent), TEAM)
    with klok.op(klok.vandaag() + timedelta(days=2)):
        browser = klant(leider)
        assert "Niet meer in dit team" in tekst(browser, "teambord_team", TEAM)
        pad = reverse("caseload", args=[TEAM, consulent.id])
        leeg = browser.post(pad, {"naar": "", "notitie": ""})
        assert "Kies een collega." in leeg.content.decode()
        velden = {"naar": str(collega.id), "notitie": "Joke werkt nu elders."}
        blijft = {f"naar_{nr}": "-" for nr in (casus, ander)}
        assert "blijven waar zij zijn" in browser.post(pad, velden | blijft).content.decode()
        eigen = {f"naar_{ander}": str(leider.id), f"notitie_{ander}": "Belt liever zelf."}
        assert browser.post(pad, velden | eigen).status_code == 302
        assert (regisseur(casus), regisseur(ander)) == (collega.id, leider.id)
        assert "Belt liever zelf." in tekst(klant(leider), "casus", ander)
        assert "Belt liever zelf." not in tekst(klant(leider), "casus", casus)
        assert "Joke werkt nu elders." in tekst(klant(leider), "casus", casus)
        assert "Joke Jansen" not in tekst(browser, "teambord_team", TEAM)
        assert browser.get(pad).status_code == 404


def test_by_the_form_from_one_column_to_another_and_back(
    casus: int, leider: Actor, consulent: Actor, collega: Actor
) -> None:
    browser, bord = klant(leider), reverse("teambord_team", args=[TEAM])
    assert browser.get(reverse("teambord"))["Location"] == bord
    keuze = {"casus": [f"{casus}.{consulent.id}"], "naar": str(collega.id)}
    for mis in ({}, {"naar": str(collega.id)}, keuze | {"naar": ""}, keuze | {"casus": ["a.b"]}):
        leeg = browser.post(f"{bord}verplaatsen/", mis, follow=True).content.decode()
        assert "Kies eerst een of meer casussen" in leeg
    antwoord = browser.post(f"{bord}verplaatsen/", keuze, follow=True)
    assert "1 casus is verplaatst." in antwoord.content.decode()
    assert "Ongedaan maken" in antwoord.content.decode()
    assert regisseur(casus) == collega.id
    te_laat = browser.post(f"{bord}verplaatsen/", keuze | {"naar": str(leider.id)}, follow=True)
    assert "intussen van Piet Pieters" in te_laat.content.decode()
    browser.post(f"{bord}ongedaan/")
    assert regisseur(casus) == consulent.id
    niets = browser.post(f"{bord}ongedaan/", follow=True).content.decode()
    assert "niets meer om terug te zetten" in niets


def test_the_board_takes_as_many_queries_for_one_as_for_many(
    casus: int, leider: Actor, consulent: Actor, collega: Actor
) -> None:
    browser = klant(leider)

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert browser.get(reverse("teambord_team", args=[TEAM])).status_code == 200
        return len(vragen)

    wacht = maak_melding(maak_inwoner("Wil"))
    trieer_meldingen(SYSTEEM, [Triagebesluit(wacht, "team", TEAM, reden="Zo hoort het")])
    tel()
    een = tel()
    for n in range(14):
        nog_een(consulent if n else collega, f"Karel{n}")
    assert tel() == een == 21
    html = tekst(browser, "teambord_team", TEAM)
    assert "Nog 2 casussen; alles overdragen" in html
    regel = Inzagelogregel.objects.order_by("-pk")[0]
    assert (regel.pagina, len(regel.dossiers)) == ("teambord", 14)
