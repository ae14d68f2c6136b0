"""What a file is, by its content."""

import io
import zipfile
from email.message import EmailMessage

import pytest

from samendoen.casus.rules import Bestandbezwaar, Bestandsoort, beoordeel

PNG = b"\x89PNG\r\n\x1a\n0000"
ODT = "application/vnd.oasis.opendocument.text"


def archief(**delen: str) -> bytes:
    """Return a zip with these parts; __ stands for / and _0 for a dot."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam.replace("__", "/").replace("_0", "."), inhoud)
    return uit.getvalue()


def bericht(bijvoegsel: bytes | None = None, naam: str = "foto.png") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Date"], mail["Subject"] = "a@voorbeeld.nl", "Mon, 3 Jun 2024 09:00:00 +0200", "Dag"
    mail.set_content("Hallo")
    if bijvoegsel is not None:
        mail.add_attachment(bijvoegsel, maintype="application", subtype="octet-stream", filename=naam)
    return bytes(mail)


DOCX = archief(word__document_0xml="<w/>")
SOORTEN = {
    "brief.PDF": (b"%PDF-1.7\n", Bestandsoort.PDF),
    "foto.png": (PNG, Bestandsoort.PNG),
    "foto.jpeg": (b"\xff\xd8\xff\xe0", Bestandsoort.JPG),
    "plan.docx": (DOCX, Bestandsoort.DOCX),
    "geld.xlsx": (archief(xl__workbook_0xml="<w/>"), Bestandsoort.XLSX),
    "brief.odt": (archief(mimetype=ODT, content_0xml="<o/>"), Bestandsoort.ODT),
    "los.txt": ("Één regel".encode(), Bestandsoort.TXT),
    "mail.eml": (bericht(PNG), Bestandsoort.EML),
}
BEZWAREN = {
    "leeg": ("a.pdf", b"", Bestandbezwaar.LEEG),
    "groot": ("a.pdf", b"%PDF-" + b"0" * 200, Bestandbezwaar.TE_GROOT),
    "programma": ("a.exe", b"MZ\x00\x01", Bestandbezwaar.SOORT),
    "programma met andere naam": ("a.pdf", b"MZ\x00\x01", Bestandbezwaar.SOORT),
    "pdf met andere naam": ("a.txt", b"%PDF-1.7", Bestandbezwaar.NAAM),
    "pagina": ("a.txt", b" <!DOCTYPE html><script>", Bestandbezwaar.SOORT),
    "gewoon archief": ("a.docx", archief(los="x"), Bestandbezwaar.SOORT),
    "kapot archief": ("a.docx", b"PK\x03\x04stuk", Bestandbezwaar.SOORT),
    "geen mail": ("a.eml", b"Zomaar tekst", Bestandbezwaar.SOORT),
    "mail met programma": ("a.eml", bericht(b"MZ\x00", "a.exe"), Bestandbezwaar.BIJVOEGSEL),
}
MACROS = {
    "vba": archief(word__document_0xml="<w/>", word__vbaProject_0bin="x"),
    "docm": archief(word__document_0xml="<w/>", **{"[Content_Types]_0xml": "macroEnabled.main+xml"}),
    "odt": archief(mimetype=ODT, Basic__script_0xml="x"),
}


@pytest.mark.parametrize("naam", SOORTEN)
def test_a_kind_is_known_by_its_content(naam: str) -> None:
    inhoud, soort = SOORTEN[naam]
    assert beoordeel(naam, inhoud) is soort


@pytest.mark.parametrize("geval", BEZWAREN)
def test_what_is_not_taken(geval: str) -> None:
    naam, inhoud, bezwaar = BEZWAREN[geval]
    grootste = 100 if bezwaar is Bestandbezwaar.TE_GROOT else 10_000
    assert beoordeel(naam, inhoud, grootste) is bezwaar


@pytest.mark.parametrize("soort", MACROS)
def test_a_macro_is_found_whatever_the_name(soort: str) -> None:
    assert beoordeel("plan.docx", MACROS[soort]) is Bestandbezwaar.MACRO
