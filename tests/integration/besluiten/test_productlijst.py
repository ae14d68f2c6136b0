"""A list of product codes is read in whole or not at all, and messages are judged by it."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samendoen.besluiten.actions.productlijst import GROOTSTE
from samendoen.besluiten.api import berichtcodes, importeer_productcodes
from samendoen.besluiten.models import Productcode
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebeurtenis
from samendoen.kernel.rechten import Rol
from samendoen.site.cli import voer_uit
from tests.besluitmaker import maak_catalogus
from tests.maak import maak_medewerker

pytestmark = pytest.mark.django_db
LIJST = """Productcode;Omschrijving;Productcategorie code;Eenheid;Van;Tot
45A04;Jeugdhulp ambulant regulier;45;uur;2021-01-01;
43A12;Verblijf met behandeling;43;etmaal;2021-01-01;31-12-2024
40A00;Persoonlijke verzorging;-;;;
"""


@pytest.fixture
def kantoor(client: Client, db: None) -> Client:
    client.force_login(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"]))
    return client


def stuur(klant: Client, tekst: str | bytes, wat: str) -> str:
    inhoud = tekst.encode() if isinstance(tekst, str) else tekst
    velden = {"bestand": SimpleUploadedFile("lijst.csv", inhoud), "wat": wat}
    return klant.post("/productcodes/inlezen/", velden).content.decode()


def test_the_back_office_looks_first_then_reads_in_and_corrects(kantoor: Client) -> None:
    assert "nog geen lijst" in kantoor.get("/productcodes/").content.decode()
    html = stuur(kantoor, LIJST, "proef")
    assert "Nieuw (2)" in html and "nog niets ingelezen" in html and not Productcode.objects.exists()
    html = stuur(kantoor, LIJST, "inlezen")
    assert "De lijst is ingelezen" in html and "zonder categorie" in html
    assert "Er is niets veranderd" in stuur(kantoor, LIJST, "inlezen")  # twice is harmless
    beter = LIJST.replace("regulier", "algemeen").replace("2021-01-01;\n", "2021-01-01;2024-06-30\n")
    html = stuur(kantoor, beter.replace("etmaal;2021-01-01", "etmaal;2020-01-01"), "inlezen")
    assert "Er is niets ingelezen" in html and "overlapt" in html and ">3<" in html
    html = stuur(kantoor, beter, "inlezen")
    assert "Gewijzigd (1)" in html
    oud = Productcode.objects.get(ingetrokken_op__isnull=False)
    assert (oud.naam, oud.ingetrokken_op) == ("Jeugdhulp ambulant regulier", date(2024, 6, 3))
    lijst = kantoor.get("/productcodes/?q=45a&wet=jeugd").content.decode()
    assert "Jeugdhulp ambulant algemeen" in lijst and "tot en met 30 juni 2024" in lijst
    assert "Verblijf met" not in lijst and "regulier" not in lijst
    assert "Geen code gevonden" in kantoor.get("/productcodes/?q=xyz").content.decode()
    assert Gebeurtenis.objects.filter(soort="besluiten.productlijst_ingelezen").count() == 2


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        ("code;naam\n45A04;x", "Deze kolommen ontbreken: categorie"),
        ("categorie;code;naam\n45;45A04;Zorg\xeb".encode("latin-1"), "geen UTF-8"),
        ("categorie;code;naam\n45;45A04;Goed\n39;45A05;x", "categorie ‘39’ bestaat niet"),
        (b"", "geen enkele regel"),
        (b"x" * (GROOTSTE + 1), "groter dan 5 MB"),
        (b"x" * (12 * 1024 * 1024), "groter dan 5 MB"),  # more than is kept of a file that is sent
    ],
)
def test_a_bad_file_gets_a_clear_answer_and_changes_nothing(
    kantoor: Client, inhoud: bytes | str, zin: str
) -> None:
    html = stuur(kantoor, inhoud, "inlezen")
    assert zin in html and "Er is niets ingelezen" in html
    assert not Productcode.objects.exists()


def test_the_command_reads_in_and_says_what_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], db: None
) -> None:
    from contextlib import nullcontext

    from samendoen.site.cli import opstart

    monkeypatch.setattr(opstart, "met_bijgewerkte_databank", nullcontext)
    bestand = tmp_path / "lijst.csv"
    bestand.write_text(LIJST)
    assert voer_uit(["producten", "importeer", str(bestand), "--proef"]) == 0
    uit = capsys.readouterr().out
    assert "Regel 2: nieuw: 45 45A04 Jeugdhulp ambulant regulier" in uit and "Dit was een proef" in uit
    assert voer_uit(["producten", "importeer", str(bestand)]) == 0
    assert "2 nieuw, 0 gewijzigd, 0 beëindigd, 0 gelijk, 1 overgeslagen" in capsys.readouterr().out
    assert voer_uit(["producten", "importeer", str(bestand), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["gelijk"] == 2
    bestand.write_text(LIJST + "1;x;99;;;\n")
    assert voer_uit(["producten", "importeer", str(bestand)]) == 1
    assert "Regel 5: De categorie ‘99’" in capsys.readouterr().out


def test_messages_know_the_codes_that_are_agreed() -> None:
    assert berichtcodes("jeugd") is None  # no list: nothing can be said
    importeer_productcodes(SYSTEEM, LIJST.encode())
    assert berichtcodes("jeugd") == frozenset({("45", "45A04"), ("43", "43A12")})
    with klok.op(date(2025, 6, 1)):
        assert berichtcodes("jeugd", klok.vandaag()) == frozenset(
            {("45", "45A04")}
        )  # asked for: what still holds
    maak_catalogus()
    assert ("01", "01A01") in (berichtcodes("wmo") or set()) and ("43", "43A12") in (
        berichtcodes("jeugd") or set()
    )
