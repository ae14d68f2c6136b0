"""A file as a row of pieces: text, Word or PDF. Reading only; nothing is kept of the file."""

from pathlib import Path

from django.utils.translation import gettext as _

from samendoen.beleid.queries.document import docx, pdf
from samendoen.beleid.queries.document.fout import onleesbaar
from samendoen.beleid.rules.bron import Deel, Stuk
from samendoen.kernel.api import Domeinfout

GROOTST = 30_000_000
"""A document is at most so many bytes; so is what a Word file holds when it is unpacked."""
LEZERS = {".docx": docx.lees, ".pdf": pdf.lees}
TEKST = (".txt", ".text", ".md")


def lees_bestand(pad: Path) -> tuple[Deel, ...]:
    """Return the pieces of a file. Raises Domeinfout: unreadable, too large, no known kind, no text in it."""
    try:
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise onleesbaar(pad.name, fout.strerror or "") from fout
    return lees_inhoud(pad.name, inhoud)


def lees_inhoud(naam: str, inhoud: bytes) -> tuple[Deel, ...]:
    """Return the pieces of a document by the end of its name. Raises Domeinfout."""
    eind = Path(naam).suffix.casefold()
    if eind not in LEZERS and eind not in TEKST:
        raise Domeinfout(
            "onbekend_formaat",
            _("'%(naam)s' is geen tekst, Word-document of PDF.") % {"naam": naam[:100]},
            _("Geef een bestand op .txt, .docx of .pdf."),
            veld="bestand",
        )
    if len(inhoud) > GROOTST:
        raise Domeinfout(
            "document_te_groot",
            _("'%(naam)s' is te groot om te lezen.") % {"naam": naam[:100]},
            _("Haal de plaatjes eruit of knip het document in delen."),
            veld="bestand",
        )
    delen = LEZERS[eind](naam, inhoud, GROOTST) if eind in LEZERS else _tekst(naam, inhoud)
    if not any((isinstance(d, Stuk) and d.tekst.strip()) or not isinstance(d, Stuk) for d in delen):
        raise Domeinfout(
            "document_zonder_tekst",
            _("In '%(naam)s' staat geen tekst; misschien zijn het plaatjes van bladzijden.")
            % {"naam": naam[:100]},
            _("Maak een versie met tekst, bijvoorbeeld vanuit het oorspronkelijke bestand."),
            veld="bestand",
        )
    return delen


def _tekst(naam: str, inhoud: bytes) -> tuple[Deel, ...]:
    if b"\0" in inhoud:
        raise onleesbaar(naam, _("het is geen tekst"))
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    return tuple(Stuk(nr, regel.rstrip("\r")) for nr, regel in enumerate(tekst.split("\n"), 1))
