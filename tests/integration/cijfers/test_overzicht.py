"""The overview of all indicators: by level, searched, per role; what stays inside; what others measured."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.cijfers.api import indicatorlijst, maak_momentopname, nieuwste_cijfer, publiceer
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from samendoen.site.cli import voer_uit
from tests.integration.cijfers.conftest import Meld
from tests.integration.cijfers.test_cijfers_schermen import client, tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def vastgezet(meld: Meld) -> None:
    """Freeze twelve meldingen of the Wmo team and seven of Leerdam."""
    meld("gebiedsteam_leerdam", date(2024, 3, 1), 7)
    meld("voorzieningen", date(2024, 3, 1), 12)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)


@pytest.mark.usefixtures("vastgezet")
def test_staff_finds_a_figure_by_level_and_by_word_and_chooses_its_breakdown() -> None:
    browser = client(Rol.BELEID)
    browser.get("/cijfers/")
    with CaptureQueriesContext(connection) as vragen:
        alles = tekst(browser.get("/cijfers/"))
    assert len(vragen) < 20
    koppen = ["Inzet (input)", "Verloop (throughput)", "Resultaat (output)", "Effect (outcome)"]
    plaatsen = [alles.index(f'">{kop}</h2>') for kop in koppen]
    assert plaatsen == sorted(plaatsen)
    for woord in (
        "Kosten",
        "Dagen tot triage",
        "Terug binnen een jaar",
        f"Aantal cijfers: {len(indicatorlijst())}.",
    ):
        assert woord.casefold() in alles.casefold()
    gezocht = tekst(browser.get("/cijfers/?q=WET+melding"))
    assert "Meldingen per wet" in gezocht
    assert "Klachten" not in gezocht
    assert "Geen cijfer gevonden" in tekst(browser.get("/cijfers/?q=zeppelin"))
    blad = tekst(browser.get("/cijfers/meldingen-van-huisarts/?rijen=kader&kolommen=team"))
    assert "0% (0 van 12)" in blad
    assert "kanaal is Huisarts" in blad
    assert browser.get("/cijfers/meldingen-van-huisarts/?rijen=kanaal").status_code == 400
    triage = tekst(browser.get("/cijfers/dagen-tot-triage/"))
    assert "het aantal dagen van ontvangen op tot getrieerd op" in triage
    over = browser.get("/cijfers/dagen-tot-triage/download.csv").content.decode("utf-8-sig")
    assert over.splitlines()[0] == "team;jaar;waarde;over;onderdrukt"


def test_a_page_says_how_the_figure_moved_and_when_that_is_chance(meld: Meld) -> None:
    for jaar, aantal in ((2021, 5), (2022, 20), (2023, 22)):
        meld("voorzieningen", date(jaar, 3, 1), aantal)
    meld("voorzieningen", date(2024, 3, 1), 9)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)
    for rol in (Rol.BELEID, Rol.RAAD):
        blad = tekst(client(rol).get("/cijfers/meldingen-per-wet/"))
        assert "Van 2022 naar 2023 ging het van 20 naar 22." in blad
        assert "zo klein dat het toeval kan zijn" in blad
    assert "ging het van" not in tekst(client(Rol.BELEID).get("/cijfers/meldingen-open/"))


@pytest.mark.usefixtures("vastgezet")
def test_the_council_sees_what_is_published_and_of_the_rest_only_what_is_counted() -> None:
    browser = client(Rol.RAAD)
    alles = tekst(browser.get("/cijfers/"))
    assert "Meldingen per wet" in alles
    assert "Meldingen met spoed" not in alles
    blad = tekst(browser.get("/cijfers/meldingen-met-spoed/"))
    assert "Dit cijfer wordt niet gepubliceerd" in blad
    assert "Zo is dit geteld" in blad
    assert "<table" not in blad
    assert browser.get("/cijfers/meldingen-met-spoed/download.json").status_code == 400
    assert "<select" not in tekst(browser.get("/cijfers/meldingen-per-team/?rijen=kanaal"))


@pytest.mark.usefixtures("vastgezet")
def test_what_others_measured_is_shown_as_printed_with_what_cannot_be_right() -> None:
    blad = tekst(client(Rol.RAAD).get("/cijfers/huishoudens-met-wmo/"))
    for woord in (
        "Kijk dit cijfer na",
        "8,1",
        "81% (eerste halfjaar 2018) *",
        "thema 3",
        "Dit meten wij niet zelf",
    ):
        assert woord in blad
    assert "Niemand heeft dit cijfer nog gegeven." in tekst(
        client(Rol.RAAD).get("/cijfers/blijversleningen/")
    )
    cijfer = nieuwste_cijfer(SYSTEEM, "huishoudens-met-wmo")
    assert cijfer is not None
    assert (cijfer.naam, cijfer.waarde) == ("Huishoudens met een Wmo-voorziening", "")


def test_the_command_names_the_indicators(capsys: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["cijfers", "indicatoren", "--zoek", "wachtenden"]) == 0
    uit = capsys.readouterr().out.splitlines()
    assert uit[0] == "throughput"
    assert "  wachtenden: Wachtenden per team" in uit
    assert uit[-1] == f"{len(indicatorlijst('wachtenden'))} indicatoren."
    assert voer_uit(["cijfers", "indicator", "eenzaamheid"]) == 0
    assert "Nederland, 2016: 43%" in capsys.readouterr().out
