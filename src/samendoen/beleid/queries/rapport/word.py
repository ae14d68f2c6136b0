"""A report as a Word file: headings, captions, header rows and alternative texts as Word knows them."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.queries.rapport.letters import met_letter
from samendoen.beleid.rules import Kleur
from samendoen.beleid.rules.rapport import (
    Alinea,
    Blok,
    Cel,
    Figuur,
    Kop,
    Licht,
    Lichten,
    Lijst,
    Opmerking,
    Rapportdocument,
    Tabel,
)

TOEN = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the file says: the oldest that a zip can hold, so that bytes stay the same."""
DONKER, STIL = "12384A", "4A5563"
# A sign that reads without colour, and the colour beside it.
TEKENS = {
    Kleur.GROEN: ("\N{BLACK CIRCLE}", "1B6B34"),
    Kleur.ORANJE: ("\N{BLACK UP-POINTING TRIANGLE}", "8A5000"),
    Kleur.ROOD: ("\N{BLACK SQUARE}", "B0121B"),
    Kleur.ONBEKEND: ("\N{WHITE CIRCLE}", STIL),
}
BREED_CM = 16.6
BEELD_CM = 13.0
LETTER = "Liberation Sans"
SCHERPTE = 2
"""Pixels of a drawing per point of its own size."""


def maak_docx(document: Rapportdocument) -> bytes:
    """Return the report as .docx; the same report gives the same bytes."""
    schrijver = _Schrijver(document)
    for blok in document.blokken:
        schrijver.blok(blok)
    return schrijver.klaar()


class _Schrijver:
    """Writes one report, block after block."""

    def __init__(self, document: Rapportdocument) -> None:
        import docx  # lxml and its schemas: only for who asks Word

        self.document = document
        self.word: Any = docx.Document()
        self._stijlen()
        self._kop_en_voet()
        # To look a style up by its name takes longer than to write the paragraph.
        self.codes = {stijl.name: stijl.style_id for stijl in self.word.styles}
        self._schrijf(document.afzender, "Afzender")
        self._schrijf(document.titel, "Heading 1")
        for regel in document.onder:
            self._schrijf(regel)

    def _schrijf(self, tekst: str = "", stijl: str = "") -> Any:
        alinea = self.word.add_paragraph(tekst)
        if stijl:
            alinea._p.style = self.codes[stijl]
        return alinea

    def blok(self, blok: Blok) -> None:
        """Write one block."""
        if isinstance(blok, Kop):
            self._schrijf(blok.tekst, f"Heading {blok.niveau}")
        elif isinstance(blok, Alinea):
            self._alinea(blok)
        elif isinstance(blok, Lijst):
            self._punten(blok.punten)
        elif isinstance(blok, Lichten):
            alinea = self._schrijf()
            for nummer, licht in enumerate(blok.lichten):
                _zet_licht(alinea, licht, tussen="      " if nummer else "")
        elif isinstance(blok, Opmerking):
            alinea = self._schrijf(stijl="Opmerking")
            alinea.add_run(blok.titel).bold = True
            alinea.add_run(" ".join(("", *blok.zinnen)) if blok.zinnen else "")
            self._punten(blok.punten)
        elif isinstance(blok, Figuur):
            self._figuur(blok)
        else:
            self._tabel(blok)

    def _alinea(self, blok: Alinea) -> None:
        alinea = self._schrijf(stijl="Stil" if blok.stil else "")
        if blok.label:
            alinea.add_run(f"{blok.label}: ").bold = True
        alinea.add_run(blok.tekst)

    def _punten(self, punten: tuple[str, ...]) -> None:
        for punt in punten:
            self._schrijf(punt, "List Bullet")

    def _figuur(self, blok: Figuur) -> None:
        import vl_convert
        from docx.shared import Cm

        beeld = vl_convert.svg_to_png(met_letter(blok.svg, LETTER), scale=SCHERPTE)
        plaat = self.word.add_picture(io.BytesIO(beeld), width=Cm(BEELD_CM))
        plaat._inline.docPr.set("descr", blok.alt)
        self.word.paragraphs[-1].paragraph_format.keep_with_next = True
        self._tabel(blok.tabel)

    def _tabel(self, blok: Tabel) -> None:
        self._schrijf(blok.bijschrift, "Caption").paragraph_format.keep_with_next = True
        rijen = [*blok.rijen, *([blok.totaal] if blok.totaal else [])]
        tabel = self.word.add_table(rows=1 + len(rijen), cols=len(blok.kolommen), style="Table Grid")
        _beschrijf(tabel, blok.bijschrift)
        _verdeel(tabel, blok)
        cellen = tabel._cells
        breed = len(blok.kolommen)
        for nummer, kolom in enumerate(blok.kolommen):
            _vul(cellen[nummer], Cel(kolom.naam), kolom.getal, vet=True, vlak="F3F5F8")
        for r, rij in enumerate(rijen, 1):
            totaal = bool(blok.totaal) and r == len(rijen)
            for k, cel in enumerate(rij):
                _vul(cellen[r * breed + k], cel, blok.kolommen[k].getal, vet=totaal or k == 0)
        _heel(tabel)
        self._schrijf(stijl="Stil")

    def klaar(self) -> bytes:
        """Return the file."""
        for regel in self.document.voet:
            self._schrijf(regel, "Stil")
        vak = io.BytesIO()
        self.word.save(vak)
        return _zonder_tijd(vak.getvalue())

    def _stijlen(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.oxml.ns import qn
        from docx.shared import Cm, Pt, RGBColor

        stijlen = self.word.styles
        for naam in ("Afzender", "Stil", "Opmerking"):
            stijlen.add_style(naam, WD_STYLE_TYPE.PARAGRAPH).base_style = stijlen["Normal"]
        # Title of a style, its size in points, its colour.
        for naam, maat, kleur in (
            ("Normal", 10.5, "16202C"),
            ("Heading 1", 20, DONKER),
            ("Heading 2", 15, DONKER),
            ("Heading 3", 12.5, DONKER),
            ("Heading 4", 11, DONKER),
            ("Caption", 10, "16202C"),
            ("Afzender", 13, DONKER),
            ("Stil", 9, STIL),
            ("Opmerking", 10.5, "16202C"),
        ):
            letter = stijlen[naam].font
            letter.name, letter.size, letter.italic = "Calibri", Pt(maat), False
            letter.color.rgb = RGBColor.from_string(kleur)
            letter.bold = naam.startswith("Heading") or naam in {"Caption", "Afzender"}
            lettertypen = stijlen[naam].element.get_or_add_rPr().get_or_add_rFonts()
            for soort in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                lettertypen.attrib.pop(qn(f"w:{soort}"), None)
        stijlen["Normal"].paragraph_format.space_after = Pt(6)
        stijlen["Caption"].paragraph_format.space_before = Pt(6)
        stijlen["Opmerking"].paragraph_format.left_indent = Cm(0.5)
        _rand(stijlen["Opmerking"].element)
        taal = stijlen.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
        taal.set(qn("w:val"), "nl-NL")

    def _kop_en_voet(self) -> None:
        from docx.shared import Cm

        eigen = self.word.core_properties
        eigen.title, eigen.author, eigen.language = self.document.titel, self.document.afzender, "nl-NL"
        eigen.comments = eigen.last_modified_by = ""
        eigen.created = eigen.modified = datetime(*TOEN, tzinfo=UTC)
        eigen.revision = 1
        deel = self.word.sections[0]
        deel.page_width, deel.page_height = Cm(21), Cm(29.7)
        deel.left_margin = deel.right_margin = Cm(2.2)
        deel.top_margin, deel.bottom_margin = Cm(2.2), Cm(2.4)
        voet = deel.footer.paragraphs[0]
        voet.style = self.word.styles["Stil"]
        voet.add_run(f"{self.document.afzender} \N{MIDDLE DOT} {self.document.titel} \N{MIDDLE DOT} ")
        voet.add_run(f"{_('Pagina')} ")
        _veld(voet, "PAGE")
        voet.add_run(f" {_('van')} ")
        _veld(voet, "NUMPAGES")


def _maak(naam: str, **eigenschappen: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(naam)
    for sleutel, waarde in eigenschappen.items():
        element.set(qn(f"w:{sleutel}"), waarde)
    return element


def _veld(alinea: Any, opdracht: str) -> None:
    veld = _maak("w:fldSimple", instr=opdracht)
    alinea._p.append(veld)


def _rand(stijl: Any) -> None:
    """A remark has a line before it."""
    randen = _maak("w:pBdr")
    randen.append(_maak("w:left", val="single", sz="24", space="8", color="B9820A"))
    stijl.get_or_add_pPr().insert_element_before(randen, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _zet_licht(alinea: Any, licht: Licht, tussen: str) -> None:
    from docx.shared import RGBColor

    teken, kleur = TEKENS[licht.kleur]
    voor = f"{licht.onderwerp}: " if licht.onderwerp else ""
    stuk = alinea.add_run(f"{tussen}{teken}\N{NO-BREAK SPACE}{voor}{licht.woord}")
    stuk.font.color.rgb = RGBColor.from_string(kleur)
    if licht.voorbeeld:
        alinea.add_run(f" {_('voorbeeld')}").italic = True


def _vul(vak: Any, cel: Cel, getal: bool, *, vet: bool, vlak: str = "") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    alinea = vak.paragraphs[0]
    alinea.paragraph_format.space_after = Pt(2)
    if getal:
        alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if cel.licht:
        _zet_licht(alinea, Licht(cel.licht, cel.tekst), "")
    else:
        stuk = alinea.add_run(cel.tekst)
        stuk.bold, stuk.font.size = vet, Pt(9.5)
    if cel.uitleg:
        alinea.add_run().add_break()
        uitleg = alinea.add_run(cel.uitleg)
        uitleg.bold, uitleg.font.size = False, Pt(8.5)
        uitleg.font.color.rgb = RGBColor.from_string(STIL)
    if vlak:
        vak._tc.get_or_add_tcPr().append(_maak("w:shd", val="clear", color="auto", fill=vlak))


def _beschrijf(tabel: Any, bijschrift: str) -> None:
    """Name the table for who does not see it, and say that its first row and column are headers."""
    eigenschappen = tabel._tbl.tblPr
    kijk = eigenschappen.find("{*}tblLook")
    if kijk is not None:
        eigenschappen.remove(kijk)
    aan = {"firstRow": "1", "firstColumn": "1", "lastRow": "0", "lastColumn": "0", "noHBand": "1"}
    eigenschappen.append(_maak("w:tblLook", val="06A0", noVBand="1", **aan))
    eigenschappen.append(_maak("w:tblCaption", val=bijschrift))
    randen = _maak("w:tblBorders")
    for kant in ("top", "left", "bottom", "right", "insideH", "insideV"):
        soort = "single" if kant in {"bottom", "insideH"} else "nil"
        randen.append(_maak(f"w:{kant}", val=soort, sz="4", space="0", color="C3CAD3"))
    eigenschappen.insert_element_before(randen, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _verdeel(tabel: Any, blok: Tabel) -> None:
    """Give every column its width."""
    from docx.shared import Cm

    tabel.autofit = False
    breedten = [Cm(maat) for maat in kolombreedten(blok)]
    for nummer, breed in enumerate(breedten):
        tabel.columns[nummer].width = breed
    for rij in tabel.rows:
        for vak, breed in zip(rij.cells, breedten, strict=True):
            vak.width = breed


def kolombreedten(blok: Tabel) -> list[float]:
    """Return the widths of columns in cm: numbers what they need, words the rest; no word is broken."""
    minst = [_minst(blok, nummer) for nummer in range(len(blok.kolommen))]
    woorden = [n for n, kolom in enumerate(blok.kolommen) if not kolom.getal]
    over = BREED_CM - sum(minst)
    delen = sum(blok.kolommen[n].breedte for n in woorden) or 1
    if over > 0:
        for n in woorden:
            minst[n] += over * blok.kolommen[n].breedte / delen
    return minst


def _minst(blok: Tabel, nummer: int) -> float:
    """Return what the longest word of a column needs; an amount is one word."""
    rijen = [rij for rij in (*blok.rijen, blok.totaal) if rij]
    teksten = [blok.kolommen[nummer].naam, *(rij[nummer].tekst for rij in rijen)]
    langste = max(len(woord) for tekst in teksten for woord in [*tekst.split(" "), ""])
    return 0.55 + 0.195 * min(langste, 24)


def _heel(tabel: Any) -> None:
    """The header row comes back on every page, and no row breaks over two pages."""
    for nummer, rij in enumerate(tabel._tbl.tr_lst):
        eigenschappen = rij.get_or_add_trPr()
        eigenschappen.append(_maak("w:cantSplit"))
        if nummer == 0:
            eigenschappen.append(_maak("w:tblHeader"))


def _zonder_tijd(inhoud: bytes) -> bytes:
    """Return the file with fixed times: what a zip says about its parts is not what the report says."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for deel in bron.infolist():
            info = zipfile.ZipInfo(deel.filename, TOEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            doel.writestr(info, bron.read(deel))
    return uit.getvalue()
