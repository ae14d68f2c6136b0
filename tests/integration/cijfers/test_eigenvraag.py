"""Own questions: staff asks the snapshot, the council and outsiders read what was published."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.test import Client

from samendoen.cijfers.actions.eigenvraag import bewaar_vraag
from samendoen.cijfers.api import maak_momentopname, publiceer
from samendoen.cijfers.models import Eigenvraag, Publicatie
from samendoen.cijfers.queries.eigenvraag import antwoorden_voor_buiten, beantwoord
from samendoen.cijfers.rules.keuze import Keuze, adres, lees
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.models import Gebeurtenis
from samendoen.kernel.rechten import Rol
from tests.integration.cijfers.conftest import Meld
from tests.integration.cijfers.test_cijfers_schermen import client, tekst
from tests.integration.cijfers.test_tabellen import BELEID, RAAD

pytestmark = pytest.mark.django_db
BLAD = "/cijfers/vraag/"
WET = Keuze("melding", rijen="kader", kolommen="jaar")
LEERDAM = replace(WET, alleen=(("team", "gebiedsteam_leerdam"),))


@pytest.fixture
def vastgezet(meld: Meld) -> None:
    """Freeze and publish: Leerdam has 6 and 2 by the Wmo and 20 by the Jeugdwet, the Wmo team
    12, Vianen 30."""
    for team, jaar, aantal, kader in (
        ("gebiedsteam_leerdam", 2023, 6, "wmo"),
        ("gebiedsteam_leerdam", 2024, 2, "wmo"),
        ("gebiedsteam_leerdam", 2024, 20, "jeugd"),
        ("voorzieningen", 2024, 12, "wmo"),
        ("gebiedsteam_vianen", 2024, 30, "jeugd"),
    ):
        meld(team, date(jaar, 3, 1), aantal, kader=kader)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)


def cellen(keuze: Keuze, door: Any = BELEID) -> dict[tuple[Any, ...], int | float | str | None]:
    """Return the figures of an answer by their codes; what is hidden is a word."""
    rijen = beantwoord(door, keuze).kruis.tabel.rijen
    return {rij.sleutels: "dicht" if rij.onderdrukt else rij.waarde for rij in rijen}


@pytest.mark.usefixtures("vastgezet")
def test_staff_asks_what_it_likes_of_the_snapshot() -> None:
    assert cellen(LEERDAM) == {("wmo", 2023): 6, ("wmo", 2024): 2, ("jeugd", 2024): 20}
    kruis = beantwoord(BELEID, LEERDAM).kruis
    assert (kruis.totaal, kruis.kolomtotalen, kruis.rijtotalen) == ("28", ("6", "22"), ("20", "8"))
    assert cellen(replace(LEERDAM, kolommen="", periode="2024-K1")) == {("wmo",): 2, ("jeugd",): 20}
    assert cellen(Keuze("melding", maat="uniek:inwoner", rijen="team")) == {
        ("gebiedsteam_leerdam",): 28,
        ("gebiedsteam_vianen",): 30,
        ("voorzieningen",): 12,
    }
    assert cellen(Keuze("melding", alleen=(("route", "-"),))) == {(): 70}


@pytest.mark.usefixtures("vastgezet")
def test_what_goes_outside_is_a_part_of_what_was_published() -> None:
    buiten = cellen(replace(LEERDAM, buiten=True))
    assert buiten == cellen(LEERDAM, RAAD)
    assert buiten == {("wmo", 2023): 6, ("wmo", 2024): "dicht", ("jeugd", 2024): 20}
    assert cellen(replace(WET, kolommen="", periode="2024"), RAAD) == {("wmo",): 14, ("jeugd",): 50}
    uit = beantwoord(RAAD, LEERDAM)
    assert (uit.buiten, uit.kruis.kolomtotalen) == (True, ("6", "verborgen"))
    alles = list(antwoorden_voor_buiten(Publicatie.objects.get()))
    van = next(t for t in alles if set(t.per) == {"team", "kader", "jaar"})
    getoond = {rij.sleutels: rij.onderdrukt for rij in van.rijen}
    assert {s[1:]: dicht for s, dicht in getoond.items() if s[0] == "gebiedsteam_leerdam"} == {
        sleutels: waarde == "dicht" for sleutels, waarde in buiten.items()
    }


FOUT = {
    "feit": replace(WET, feit="bewoner"),
    "rijen": replace(WET, rijen="inwoner"),
    "maat": replace(WET, maat="som:team"),
    "periode": replace(WET, periode="gisteren"),
    "dag": replace(WET, dag="team"),
    "w1": replace(WET, alleen=(("spoed", "misschien"),)),
    "f2": replace(WET, alleen=(("team", "a"), ("team", "b"))),
    "f1": replace(WET, alleen=(("jaar", "2024"),)),
    "peildatum": replace(WET, peildatum="nooit"),
}
FOUT_BUITEN = {
    "rijen": replace(WET, rijen="kanaal", kolommen="kader"),
    "maat": replace(WET, maat="uniek:inwoner"),
    "periode": replace(WET, kolommen="", periode="2024-K1"),
}


@pytest.mark.usefixtures("vastgezet")
def test_what_cannot_be_asked_says_which_field_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    buiten = {veld: replace(keuze, buiten=True) for veld, keuze in FOUT_BUITEN.items()}
    for veld, keuze in [*FOUT.items(), *buiten.items()]:
        with pytest.raises(Domeinfout) as fout:
            beantwoord(BELEID, keuze)
        assert (fout.value.veld, bool(fout.value.doe)) == (veld, True), keuze
    with pytest.raises(Domeinfout, match="staat er niets in de cijfers"):
        beantwoord(BELEID, replace(WET, periode="2019"))
    monkeypatch.setattr("samendoen.cijfers.queries.eigenvraag.MEESTE_CELLEN", 3)
    with pytest.raises(Domeinfout, match="te veel om te lezen"):
        beantwoord(BELEID, WET)


@pytest.mark.usefixtures("vastgezet")
def test_the_page_shows_the_answer_and_hands_it_over_as_files() -> None:
    beleid, raad = client(Rol.BELEID), client(Rol.RAAD)
    binnen = tekst(beleid.get(f"{BLAD}?{adres(LEERDAM)}"))
    assert "alleen binnen de gemeente" in binnen
    assert 'hx-get="/cijfers/vraag/"' in binnen
    buiten = tekst(raad.get(f"{BLAD}?{adres(LEERDAM)}"))
    assert "mag naar buiten" in buiten
    assert "1 t/m 4" in buiten
    for woord in (
        "Creative Commons",
        "een deel van de gepubliceerde tabel",
        "Aantal (meldingen) per kader en jaar",
    ):
        assert woord in buiten
    verstuurd = f"{BLAD}?was=melding&feit=melding&maat=aantal&rijen=team&kolommen=kader&periode=&buiten=ja"
    deel = beleid.get(f"{verstuurd}&dag=&f1=&f2=", headers={"HX-Request": "true"})
    assert "mag naar buiten" in tekst(deel)
    assert "alleen binnen" not in buiten
    # A fact was chosen anew: what does not fit it is dropped. A link with the same says what is wrong.
    assert "Aantal (melding)" in tekst(beleid.get(f"{BLAD}?feit=melding&rijen=niveau&was=planactie"))
    assert beleid.get(f"{BLAD}?feit=melding&rijen=niveau").status_code == 400
    deel = beleid.get(f"{BLAD}?feit=melding&rijen=niveau", headers={"HX-Request": "true"})
    assert (deel.status_code, b"<html" in deel.content) == (200, False)
    blad, over = werkboek(raad, LEERDAM)
    assert blad == [
        ("Kader", "2023", "2024 (t/m 2 juni 2024)", "Totaal"),
        ("Jeugdwet", 0, 20, 20),
        ("Wmo 2015", 6, "1 t/m 4", "verborgen"),
        ("Totaal", 6, "verborgen", "verborgen"),
    ]
    assert over["Licentie"].startswith("Creative Commons")
    assert "verborgen" in over["Verborgen"]
    assert over["Stand van"] == "zo 2 juni 2024"
    document = raad.get(f"{BLAD}bestand.json?{adres(LEERDAM)}").json()
    assert (document["mag_naar_buiten"], document["verborgen"]) == (True, 4)
    assert {"kader": "Wmo 2015", "jaar": 2024, "waarde": None, "onderdrukt": True} in document["rijen"]
    assert raad.get(f"{BLAD}bestand.pdf?{adres(LEERDAM)}").status_code == 404
    antwoord = beleid.get(f"{BLAD}bestand.csv?{adres(WET)}")
    assert "-intern.csv" in antwoord.headers["Content-Disposition"]
    assert "Wmo 2015;2024;14;nee" in antwoord.content.decode("utf-8-sig")


def werkboek(browser: Client, keuze: Keuze) -> tuple[list[tuple[Any, ...]], Mapping[str, str]]:
    """Return the figures and the explanations of a downloaded workbook."""
    antwoord = browser.get(f"{BLAD}bestand.xlsx?{adres(keuze)}")
    assert "-openbaar.xlsx" in antwoord.headers["Content-Disposition"]
    boek = openpyxl.load_workbook(io.BytesIO(antwoord.content))
    cijfers, uitleg = boek.worksheets
    return list(cijfers.values), dict(uitleg.values)


@pytest.mark.usefixtures("vastgezet")
def test_a_question_is_kept_under_a_name_and_taken_away_again() -> None:
    beleid = client(Rol.BELEID)
    velden = dict(paar.split("=") for paar in adres(WET).split("&"))
    for _keer in range(2):
        antwoord = beleid.post(f"{BLAD}bewaren/", {**velden, "naam": "Meldingen naar wet"}, follow=True)
        assert "Meldingen naar wet" in tekst(antwoord)
    vraag = Eigenvraag.objects.get()
    assert lees(dict(paar.split("=") for paar in vraag.adres.split("&"))) == WET
    assert "Meldingen naar wet" not in tekst(client(Rol.BELEID).get(BLAD))
    assert client(Rol.RAAD).post(f"{BLAD}{vraag.pk}/weg/").status_code == 404
    for naam in ("", "x" * 81, "Meneer 123456782", "Meldingen naar wet"):
        antwoord = beleid.post(f"{BLAD}bewaren/", {**velden, "rijen": "team", "naam": naam}, follow=True)
        assert "sd-kader--fout" in tekst(antwoord)
    antwoord = beleid.post(f"{BLAD}{vraag.pk}/weg/", follow=True)
    assert antwoord.redirect_chain == [(f"{BLAD}?{vraag.adres}", 302)]
    assert not Eigenvraag.objects.exists()
    soorten = Gebeurtenis.objects.filter(onderwerp_soort="cijfers.eigenvraag").order_by("pk")
    assert list(soorten.values_list("soort", flat=True)) == [
        "cijfers.vraag_bewaard",
        "cijfers.vraag_weggehaald",
    ]


@pytest.mark.usefixtures("vastgezet")
def test_a_question_is_not_kept_when_that_cannot_be_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*_alles: object) -> None:
        raise RuntimeError("no record")

    monkeypatch.setattr("samendoen.cijfers.actions.eigenvraag.leg_vast", stuk)
    with pytest.raises(RuntimeError, match="no record"):
        bewaar_vraag(BELEID, "Een vraag", WET)
    assert not Eigenvraag.objects.exists()


def test_without_figures_the_page_says_when_they_come() -> None:
    assert "Elke nacht worden" in tekst(client(Rol.TEAMLEIDER).get(BLAD))
    assert "nog niets gepubliceerd" in tekst(client(Rol.RAAD).get(BLAD))
