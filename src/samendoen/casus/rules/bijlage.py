"""What a file really is, by its content: the kinds that may be attached, and what may not be in them.

The name only has to agree; it is never believed. Reads no more of an archive than its table of contents.
"""

import io
import zipfile
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from enum import StrEnum

GROOTSTE = 10 * 1024 * 1024
"""Bytes of one attachment."""


class Bestandsoort(StrEnum):
    """A kind of file that may be attached."""

    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    TXT = "txt"
    EML = "eml"


class Bestandbezwaar(StrEnum):
    """Why a file is not taken."""

    LEEG = "leeg"
    TE_GROOT = "te_groot"
    SOORT = "soort"
    NAAM = "naam"
    MACRO = "macro"
    BIJVOEGSEL = "bijvoegsel"


EXTENSIES: dict[Bestandsoort, frozenset[str]] = {
    soort: frozenset({soort.value}) for soort in Bestandsoort
} | {Bestandsoort.JPG: frozenset({"jpg", "jpeg"})}
MIME: dict[Bestandsoort, str] = {
    Bestandsoort.PDF: "application/pdf",
    Bestandsoort.PNG: "image/png",
    Bestandsoort.JPG: "image/jpeg",
    Bestandsoort.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Bestandsoort.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Bestandsoort.ODT: "application/vnd.oasis.opendocument.text",
    Bestandsoort.TXT: "text/plain; charset=utf-8",
    # Not message/rfc822: a browser might show it, and what is in it.
    Bestandsoort.EML: "application/octet-stream",
}
_BEGIN = {
    b"%PDF-": Bestandsoort.PDF,
    b"\x89PNG\r\n\x1a\n": Bestandsoort.PNG,
    b"\xff\xd8\xff": Bestandsoort.JPG,
}
_OFFICE = {"word/document.xml": Bestandsoort.DOCX, "xl/workbook.xml": Bestandsoort.XLSX}
_ODT = b"application/vnd.oasis.opendocument.text"
_TYPEN_HOOGSTENS = 1024 * 1024


def extensie(naam: str) -> str:
    """Return what stands behind the last dot of a name."""
    return naam.rpartition(".")[2].lower() if "." in naam else ""


def beoordeel(naam: str, inhoud: bytes, grootste: int = GROOTSTE) -> Bestandsoort | Bestandbezwaar:
    """Return what kind of file this is, or why it is not taken."""
    if not inhoud:
        return Bestandbezwaar.LEEG
    if len(inhoud) > grootste:
        return Bestandbezwaar.TE_GROOT
    soort = _soort(naam, inhoud)
    if isinstance(soort, Bestandsoort) and extensie(naam) not in EXTENSIES[soort]:
        return Bestandbezwaar.NAAM
    return soort


def _soort(naam: str, inhoud: bytes) -> Bestandsoort | Bestandbezwaar:
    for begin, soort in _BEGIN.items():
        if inhoud.startswith(begin):
            return soort
    if inhoud.startswith(b"PK\x03\x04"):
        return _archief(inhoud)
    if not _is_tekst(inhoud):
        return Bestandbezwaar.SOORT
    return _bericht(inhoud) if extensie(naam) == "eml" else Bestandsoort.TXT


def _archief(inhoud: bytes) -> Bestandsoort | Bestandbezwaar:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            namen = archief.namelist()
            if _heeft_macro(archief, namen):
                return Bestandbezwaar.MACRO
            if namen[:1] == ["mimetype"] and archief.getinfo("mimetype").file_size == len(_ODT):
                return Bestandsoort.ODT if archief.read("mimetype") == _ODT else Bestandbezwaar.SOORT
            soorten = [soort for deel, soort in _OFFICE.items() if deel in namen]
            return soorten[0] if len(soorten) == 1 else Bestandbezwaar.SOORT
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, OSError):
        return Bestandbezwaar.SOORT


def _heeft_macro(archief: zipfile.ZipFile, namen: list[str]) -> bool:
    laag = [naam.lower() for naam in namen]
    if any(n.endswith(("vbaproject.bin", "vbadata.xml")) or "/activex/" in n for n in laag):
        return True
    if any(n.startswith(("basic/", "scripts/")) for n in laag):  # OpenDocument
        return True
    if "[Content_Types].xml" not in namen:
        return False
    if archief.getinfo("[Content_Types].xml").file_size > _TYPEN_HOOGSTENS:
        return True
    return b"macroenabled" in archief.read("[Content_Types].xml").lower()


def _is_tekst(inhoud: bytes) -> bool:
    if b"\x00" in inhoud:
        return False
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not inhoud.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html", b"<script", b"<svg"))


def _bericht(inhoud: bytes) -> Bestandsoort | Bestandbezwaar:
    """Judge a kept e-mail: what is attached to it must itself be a kind that may be attached."""
    bericht = BytesParser(EmailMessage, policy=policy.default).parsebytes(inhoud)
    if not bericht["From"] or not bericht["Date"]:
        return Bestandbezwaar.SOORT
    for deel in bericht.walk():
        if deel.is_multipart() or deel.get_content_type() in ("text/plain", "text/html"):
            continue
        ruw = deel.get_payload(decode=True)
        naam = deel.get_filename() or ""
        if not isinstance(ruw, bytes) or extensie(naam) == "eml":
            return Bestandbezwaar.BIJVOEGSEL
        if isinstance(beoordeel(naam, ruw), Bestandbezwaar):
            return Bestandbezwaar.BIJVOEGSEL
    return Bestandsoort.EML
