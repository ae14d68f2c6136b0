"""One report, four forms: each says everything, is built as its readers need it, and comes out the same."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from samendoen.beleid.queries.rapport.vormen import maak_vorm
from samendoen.beleid.rules import Kleur
from samendoen.beleid.rules.rapport import (
    Alinea,
    Cel,
    Figuur,
    Kolom,
    Kop,
    Licht,
    Lichten,
    Lijst,
    Opmerking,
    Rapportdocument,
    Tabel,
    als_json,
    uit_json,
)
from samendoen.beleid.rules.rapport.verschil import Soort, verschillen

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" width="200" height="80">'
    '<rect width="60" height="80" fill="#12384a"/></svg>'
)
GELD = Tabel(
    "Wat het kost",
    (Kolom("Waarvoor", breedte=3), Kolom("Bedrag", getal=True)),
    (
        (Cel("Mantelzorg", "een eigen pakket"), Cel("€\u00a080.000", eurocent=80_000_00)),
        (Cel("Meldpunt"), Cel("-€\u00a010.473", eurocent=-10_473_00)),
    ),
    (Cel("Totaal"), Cel("€\u00a069.527", eurocent=69_527_00)),
)
AANTALLEN = Tabel(
    "Meldingen per jaar",
    (Kolom("Jaar"), Kolom("Meldingen", getal=True)),
    ((Cel("2022"), Cel("594")), (Cel("2023"), Cel("641"))),
)
RAPPORT = Rapportdocument(
    soort="voortgang",
    titel="Voortgang <2025>",
    afzender="Gemeente Proef",
    onder=("De stand van maandag 3 juni 2024",),
    peildatum=date(2024, 6, 3),
    blokken=(
        Opmerking("Let op.", ("Dit is een proef.",), ("Punt een", "Punt twee")),
        Kop("In het kort"),
        Alinea("Er zijn #geen *namen* & geen $tekens$.", "Kort"),
        Kop("Het doel", 3),
        Lichten(
            (Licht(Kleur.ORANJE, "let op", "Tijd", voorbeeld=True), Licht(Kleur.ROOD, "bijsturen", "Geld"))
        ),
        Lijst(("eerst dit", "dan dat")),
        GELD,
        Kop("Cijfers"),
        Figuur("Staven: in 2022 594 meldingen, in 2023 641.", SVG, AANTALLEN),
        Alinea("hoofdstuk 3", "Bron", stil=True),
    ),
    voet=("Gemaakt met Samendoen.",),
    gegevens={"plan": {"code": "proef"}},
)
KOPPEN = [(1, "Voortgang <2025>"), (2, "In het kort"), (3, "Het doel"), (2, "Cijfers")]
WOORDEN = (
    "Let op.", "Dit is een proef.", "Punt twee", "Er zijn #geen *namen* & geen $tekens$.", "Tijd: let op",
    "voorbeeld", "Geld: bijsturen", "dan dat", "Wat het kost", "Mantelzorg", "een eigen pakket", "-€ 10.473",
    "Totaal", "€ 69.527", "Meldingen per jaar", "641", "hoofdstuk 3", "Gemaakt met Samendoen.",
)  # fmt: skip


def plat(tekst: str) -> str:
    """Return a text with single, plain spaces."""
    return " ".join(tekst.split())


@pytest.mark.parametrize("vorm", ["html", "pdf", "docx", "json"])
def test_the_same_report_gives_the_same_bytes(vorm: str) -> None:
    assert maak_vorm(RAPPORT, vorm) == maak_vorm(uit_json(json.loads(json.dumps(als_json(RAPPORT)))), vorm)


def test_a_report_survives_being_kept_as_json() -> None:
    gelezen = json.loads(maak_vorm(RAPPORT, "json"))
    assert uit_json(gelezen) == RAPPORT
    assert (gelezen["plan"], gelezen["blokken"][1]["blok"]) == ({"code": "proef"}, "kop")
    assert gelezen["blokken"][6]["totaal"][1]["eurocent"] == 69_527_00


class Lezer(HTMLParser):
    """Reads headings, tables and pictures from a page, in their order."""

    def __init__(self, bladzij: str) -> None:
        super().__init__()
        self.koppen: list[tuple[int, str]] = []
        self.gezien: list[str] = []
        self.getallen: list[str] = []
        self.beelden: list[str] = []
        self._in: list[tuple[str, dict[str, str | None]]] = []
        self.tekst = ""
        self.feed(bladzij)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.koppen.append((int(tag[1]), ""))
        if tag in {"table", "caption", "thead", "tbody", "tfoot"}:
            self.gezien.append(tag)
        if tag == "th":
            self.gezien.append(f"th {dict(attrs)['scope']}")
        if dict(attrs).get("role") == "img":
            self.beelden.append(str(dict(attrs)["aria-label"]))

    def handle_endtag(self, tag: str) -> None:
        while self._in and self._in.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(tag == "style" for tag, _ in self._in):
            return
        self.tekst += data
        if self._in and re.fullmatch("h[1-6]", self._in[-1][0]):
            niveau, woorden = self.koppen[-1]
            self.koppen[-1] = (niveau, plat(woorden + data))
        if any(tag == "td" and "rap-getal" in (a.get("class") or "") for tag, a in self._in):
            self.getallen.append(plat(data))


def test_the_page_has_its_headings_tables_and_words() -> None:
    bladzij = maak_vorm(RAPPORT, "html").decode()
    lezer = Lezer(bladzij)
    assert lezer.koppen == KOPPEN
    assert lezer.gezien == [
        "table", "caption", "thead", "th col", "th col", "tbody", "th row", "th row", "tfoot", "th row",
        "table", "caption", "thead", "th col", "th col", "tbody", "th row", "th row",
    ]  # fmt: skip
    assert lezer.getallen == ["€ 80.000", "-€ 10.473", "€ 69.527", "594", "641"]
    assert lezer.beelden == ["Staven: in 2022 594 meldingen, in 2023 641."]
    assert [woord for woord in WOORDEN if woord not in plat(lezer.tekst)] == []
    assert '<html lang="nl">' in bladzij
    assert not re.search(r"<(script|link|img|iframe)|\bsrc=|url\(|@import|\son\w+=\"|\sstyle=", bladzij)


def boom(knoop: Any, diep: int = 0) -> list[tuple[str, Any]]:
    """Return the tags of a PDF in reading order, each with its node."""
    if isinstance(knoop, IndirectObject):
        knoop = knoop.get_object()
    if isinstance(knoop, list):
        return [deel for kind in knoop for deel in boom(kind, diep)]
    if not isinstance(knoop, dict):
        return []
    eigen = [(str(knoop["/S"]), knoop)] if "/S" in knoop else []
    return eigen + boom(knoop.get("/K", []), diep + 1)


def test_the_pdf_is_tagged_in_reading_order() -> None:
    lezer = PdfReader(io.BytesIO(maak_vorm(RAPPORT, "pdf")))
    wortel: Any = lezer.root_object
    assert (wortel["/Lang"], bool(wortel["/MarkInfo"]["/Marked"])) == ("nl", True)
    assert "pdfuaid" in wortel["/Metadata"].get_object().get_data().decode()
    assert lezer.metadata is not None and lezer.metadata.title == RAPPORT.titel
    knopen = boom(wortel["/StructTreeRoot"])
    namen = [naam for naam, _knoop in knopen]
    koppen = [int(naam[2:]) for naam in namen if re.fullmatch(r"/H\d", naam)]
    assert koppen == [niveau for niveau, _tekst in KOPPEN]
    assert namen.count("/Table") == namen.count("/Caption") == namen.count("/THead") == 2
    assert (namen.count("/TH"), namen.count("/TD")) == (4, 10)
    beelden = [knoop["/Alt"] for naam, knoop in knopen if naam == "/Figure"]
    assert beelden == ["Staven: in 2022 594 meldingen, in 2023 641."]
    tekst = plat(" ".join(bladzij.extract_text() for bladzij in lezer.pages))
    assert [woord for woord in WOORDEN if woord not in tekst] == []
    # What comes first is read first.
    assert namen.index("/H1") < namen.index("/H2") < namen.index("/H3") < namen.index("/Table")
    assert "Pagina 1 van" in tekst


def stijl(alinea: Any) -> str:
    """Return the name of a paragraph's style."""
    return str(alinea.style.name)


def test_the_word_file_has_headings_header_rows_and_alternative_texts() -> None:
    inhoud = maak_vorm(RAPPORT, "docx")
    word = docx.Document(io.BytesIO(inhoud))
    koppen = [(int(stijl(p)[-1]), p.text) for p in word.paragraphs if stijl(p).startswith("Heading")]
    assert koppen == KOPPEN
    assert [p.text for p in word.paragraphs if stijl(p) == "Caption"] == [
        "Wat het kost",
        "Meldingen per jaar",
    ]
    for tabel in word.tables:
        assert tabel.rows[0]._tr.get_or_add_trPr().xpath("w:tblHeader")
        assert all(rij._tr.get_or_add_trPr().xpath("w:cantSplit") for rij in tabel.rows)
    geld = word.tables[0]
    assert geld.cell(2, 1).paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert all(stuk.bold for vak in geld.rows[3].cells for stuk in vak.paragraphs[0].runs)
    assert [plaat._inline.docPr.get("descr") for plaat in word.inline_shapes] == [RAPPORT.blokken[8].alt]  # type: ignore[union-attr]
    assert (word.core_properties.title, word.core_properties.language) == (RAPPORT.titel, "nl-NL")
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zak:
        assert {deel.date_time[0] for deel in zak.infolist()} == {1980}
        alles = plat(re.sub("<[^>]+>", "", zak.read("word/document.xml").decode()))
        assert 'w:lang w:val="nl-NL"' in zak.read("word/styles.xml").decode()
    kaal = alles.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    assert [woord for woord in WOORDEN if woord not in kaal] == []


def test_a_total_is_never_alone_on_a_page() -> None:
    rijen = tuple((Cel(f"r{n}"), Cel(str(n))) for n in range(42))
    lang = Tabel("Lang", (Kolom("Wat"), Kolom("Aantal", getal=True)), rijen, (Cel("SOM"), Cel("903")))
    kaal = replace(RAPPORT, titel="T", onder=(), blokken=(lang,), voet=())
    bladen = [b.extract_text() for b in PdfReader(io.BytesIO(maak_vorm(kaal, "pdf"))).pages]
    laatste = next(blad for blad in bladen if "SOM" in blad)
    assert "r41" in laatste
    assert all("Aantal" in blad for blad in bladen if "r" in blad)


def test_a_heading_that_skips_a_level_and_an_uneven_table_are_refused() -> None:
    with pytest.raises(ValueError, match="skips"):
        replace(RAPPORT, blokken=(Kop("Te diep", 4),))
    with pytest.raises(ValueError, match="uneven"):
        replace(RAPPORT, blokken=(replace(GELD, totaal=(Cel("Totaal"),)),))


def test_two_reports_that_say_the_same_do_not_differ() -> None:
    assert verschillen(RAPPORT, uit_json(als_json(RAPPORT))) == ()


def test_what_differs_is_said_by_block_word_and_amount() -> None:
    duurder = replace(
        GELD,
        rijen=(GELD.rijen[0], (Cel("Meldpunt"), Cel("-€\u00a010.472,99", eurocent=-10_472_99))),
        totaal=(Cel("Totaal"), Cel("€\u00a069.527,01", eurocent=69_527_01)),
    )
    blokken = list(RAPPORT.blokken)
    nieuw = "Er zijn nu #geen *namen* & geen tekens."
    blokken[2] = Alinea(nieuw, "Kort")
    blokken[5] = Lijst(("eerst dit", "dan dat", "en nog iets"))
    blokken[6] = duurder
    del blokken[9]
    gevonden = verschillen(RAPPORT, replace(RAPPORT, blokken=tuple(blokken)))
    assert [(v.wat, v.soort, v.eurocent) for v in gevonden] == [
        ("Kort", Soort.ANDERS, None),
        ("punt", Soort.ERBIJ, None),
        ("Meldpunt, Bedrag", Soort.ANDERS, 1),
        ("Totaal, Bedrag", Soort.ANDERS, 1),
        ("Bron", Soort.WEG, None),
    ]
    assert gevonden[2].plek == ("In het kort", "Het doel", "Wat het kost")
    kort = gevonden[0].stukken
    assert "".join(s.tekst for s in kort if s.soort is not Soort.WEG) == nieuw
    assert [s.tekst.strip() for s in kort if s.soort] == ["nu", "$tekens$.", "tekens."]
