"""A letter comes out as it was meant: accessible, the same every time, and with every word as typed."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from samendoen.schil.api import (
    Alinea,
    Brief,
    Feiten,
    Kop,
    Lijst,
    brief_als_json,
    brief_html,
    brief_pdf,
    brief_uit_json,
)

BRIEF = Brief(
    afzender="Gemeente Vijfheerenlanden",
    aan=("Mevrouw S. Proef", "Teststraat 1", "4141 AA  Leerdam"),
    datum=date(2024, 6, 3),
    kenmerk="B-12",
    onderwerp="Uw aanvraag is goedgekeurd",
    blokken=(
        Alinea("U vroeg om hulp.\nWij hebben besloten."),
        Kop("Wat krijgt u?"),
        Feiten((("Hulp", "Hulp bij het huishouden"), ("Van", "1 juli 2024"))),
        Lijst(("eerste", "tweede")),
        Lijst(("stap een", "stap twee"), genummerd=True),
    ),
    aanhef="Beste mevrouw Proef,",
    slot=("Met vriendelijke groet,", "Het team"),
)


def tekst(pdf: bytes) -> str:
    """Return all words of a PDF, with single spaces."""
    return " ".join(" ".join(pagina.extract_text() for pagina in PdfReader(io.BytesIO(pdf)).pages).split())


def test_a_letter_is_a_tagged_pdf_with_title_and_language() -> None:
    lezer = PdfReader(io.BytesIO(brief_pdf(BRIEF)))
    wortel: Any = lezer.root_object
    assert "/StructTreeRoot" in wortel
    assert bool(wortel["/MarkInfo"]["/Marked"])
    assert wortel["/Lang"] == "nl"
    assert lezer.metadata is not None and lezer.metadata.title == "Uw aanvraag is goedgekeurd"
    assert "pdfuaid" in wortel["/Metadata"].get_object().get_data().decode()
    assert [round(float(maat)) for maat in lezer.pages[0].mediabox[2:]] == [595, 842]


def test_a_letter_says_everything_that_was_given() -> None:
    gelezen = tekst(brief_pdf(BRIEF))
    for stuk in ("Gemeente Vijfheerenlanden", "Mevrouw S. Proef", "Teststraat 1", "3 juni 2024", "B-12",
                 "Beste mevrouw Proef,", "Wij hebben besloten.", "Wat krijgt u?", "Hulp bij het huishouden",
                 "eerste", "stap twee", "Het team", "Pagina 1 van 1"):  # fmt: skip
        assert stuk in gelezen


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert brief_pdf(BRIEF) == brief_pdf(brief_uit_json(brief_als_json(BRIEF)))


def test_a_letter_survives_being_kept_as_json() -> None:
    assert brief_uit_json(brief_als_json(BRIEF)) == BRIEF


@pytest.mark.parametrize(
    "woorden",
    [
        '#let x = 1; #read("/etc/passwd") \\#',
        "$a^2$ *vet* _schuin_ `code` = kop - punt + 1. <label> @bron // weg /* ook */",
        "[haken] {accolades} \"dubbel\" 'enkel' ~ -- --- ... \\u{1F600}",
        "<script>alert(1)</script> & &amp; %s {{ naam }} {% if %}",
        "İstanbul Ağrı Çiğdem ŞŞ Łódź Håkan Zoë ß € “citaat” ’s-Hertogenbosch",
    ],
)
def test_words_come_out_as_typed(woorden: str) -> None:
    brief = replace(BRIEF, onderwerp=woorden, blokken=(Alinea(woorden), Kop(woorden), Lijst((woorden,))))
    gelezen = tekst(brief_pdf(brief))
    assert gelezen.count(" ".join(woorden.split())) >= 3, gelezen


def test_arabic_comes_out_as_typed() -> None:
    brief = replace(BRIEF, blokken=(Alinea("مرحبا"),))
    gelezen = tekst(brief_pdf(brief))
    assert "مرحبا" in gelezen or "ابحرم" in gelezen  # a reader may give the signs in order of sight


def test_a_very_long_word_stays_on_the_paper() -> None:
    woord = "Schadevergoedingsprocedureovereenkomst" * 8
    lezer = PdfReader(io.BytesIO(brief_pdf(replace(BRIEF, blokken=(Alinea(woord),)))))
    plaatsen: list[float] = []

    def bezoek(stuk: str, cm: object, tm: list[float], font: object, maat: object) -> None:
        plaatsen.append(tm[4])

    gelezen = lezer.pages[0].extract_text(visitor_text=bezoek)
    assert woord in "".join(gelezen.split())
    assert max(plaatsen) < 595 - 60


def test_signs_that_no_font_has_do_not_stop_a_letter() -> None:
    gelezen = tekst(brief_pdf(replace(BRIEF, blokken=(Alinea("Dag 漢字 😀\x00\x0b tot morgen"),))))
    assert "Dag □□ □ tot morgen" in gelezen


def test_a_long_letter_has_more_pages() -> None:
    brief = replace(BRIEF, blokken=tuple(Alinea("Een zin die wat zegt. " * 30) for _ in range(12)))
    lezer = PdfReader(io.BytesIO(brief_pdf(brief)))
    assert len(lezer.pages) > 1
    assert "Pagina 2 van" in lezer.pages[1].extract_text()


def test_a_letter_without_address_has_no_empty_address_block() -> None:
    assert "Teststraat" not in tekst(brief_pdf(replace(BRIEF, aan=())))


def test_the_page_says_the_same_and_escapes() -> None:
    gemaakt = brief_html(replace(BRIEF, onderwerp="<b>x</b>", blokken=(*BRIEF.blokken, Alinea("1 < 2 & 3"))))
    assert "&lt;b&gt;x&lt;/b&gt;" in gemaakt
    assert "1 &lt; 2 &amp; 3" in gemaakt
    assert "U vroeg om hulp.<br>Wij hebben besloten." in gemaakt
    for stuk in ("Gemeente Vijfheerenlanden", "Teststraat 1", "3 juni 2024", "stap een", "Het team"):
        assert stuk in gemaakt


def test_a_letter_stays_dutch_for_whoever_reads_the_screen_in_english() -> None:
    from django.utils import translation

    with translation.override("en"):
        assert "3 juni 2024" in brief_html(BRIEF)
        assert "3 juni 2024" in tekst(brief_pdf(BRIEF))
