"""A Word document as pieces: paragraphs with their headings, rows of tables with their cells.

Read from the file's own XML with the parser that the messages use too: no entities, no network. Words in
text boxes, notes, headers and footers come last; nothing of the text is left out. Pictures are not text.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import count

from django.utils.translation import gettext as _
from lxml import etree

from samendoen.beleid.queries.document.fout import onleesbaar
from samendoen.beleid.rules.bron import Deel, Stuk, Tabelrij

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TERUGVAL = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_KOPSTIJL = re.compile(r"^(heading|kop|titel|title|ondertitel|subtitle)", re.IGNORECASE)
_BIJDELEN = re.compile(r"^word/(header\d*|footer\d*|footnotes|endnotes)\.xml$")
_UIT = ("0", "false", "off", "none")


def lees(naam: str, inhoud: bytes, grootst: int) -> tuple[Deel, ...]:
    """Return the pieces of a Word document. Raises Domeinfout when it is none, damaged or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zak:
            namen = [n for n in zak.namelist() if n == "word/document.xml" or _BIJDELEN.match(n)]
            if "word/document.xml" not in namen:
                raise onleesbaar(naam, _("het is geen Word-document"))
            if sum(zak.getinfo(n).file_size for n in namen) > grootst:
                raise onleesbaar(naam, _("het is uitgepakt te groot"))
            hoofd = _boom(zak.read("word/document.xml"))
            bij = [_boom(zak.read(n)) for n in sorted(namen) if n != "word/document.xml"]
    except (zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError, NotImplementedError) as fout:
        raise onleesbaar(naam, _("het bestand is beschadigd")) from fout
    return tuple(_Lezer().lees(hoofd, bij))


def _boom(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    boom = etree.fromstring(xml, parser)
    for dubbel in list(boom.iter(_TERUGVAL)):
        # The same words once more, for older programs.
        ouder = dubbel.getparent()
        if ouder is not None:
            ouder.remove(dubbel)
    return boom


class _Lezer:
    def __init__(self) -> None:
        self.nummer = count(1)

    def lees(self, hoofd: etree._Element, bij: list[etree._Element]) -> Iterator[Deel]:
        lijf = hoofd.find(f"{W}body")
        kaders = list(hoofd.iter(f"{W}txbxContent"))
        yield from self._blokken(lijf if lijf is not None else hoofd)
        for wortel in (*kaders, *bij):
            yield from self._blokken(wortel)

    def _blokken(self, wortel: etree._Element) -> Iterator[Deel]:
        for knoop in wortel:
            if knoop.tag == f"{W}p":
                nr = next(self.nummer)
                for deel in _tekst(knoop).split("\n"):
                    yield Stuk(nr, deel, kop=bool(deel.strip()) and _is_kop(knoop))
                yield Stuk(nr, "")
            elif knoop.tag == f"{W}tbl":
                yield from self._rijen(knoop)
                yield Stuk(next(self.nummer), "")
            elif knoop.tag != f"{W}txbxContent":
                yield from self._blokken(knoop)

    def _rijen(self, tabel: etree._Element) -> Iterator[Deel]:
        for rij in tabel.iter(f"{W}tr"):
            if next(rij.iterancestors(f"{W}tbl")) is not tabel:
                continue
            cellen: list[str] = []
            for cel in _directe(rij, f"{W}tc"):
                alineas = [_tekst(p) for p in cel.iter(f"{W}p") if not _in_kader(p, cel)]
                cellen.append("\n".join(deel for deel in alineas if deel.strip()))
                spanne = cel.find(f"{W}tcPr/{W}gridSpan")
                cellen += [""] * (int(spanne.get(f"{W}val", "1")) - 1 if spanne is not None else 0)
            yield Tabelrij(next(self.nummer), tuple(cellen))


def _directe(knoop: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the cells of a row, those inside a content control too, not those of a table in a cell."""
    for kind in knoop:
        if kind.tag == tag:
            yield kind
        elif kind.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _directe(kind, tag)


def _in_kader(knoop: etree._Element, tot: etree._Element) -> bool:
    """Return whether a paragraph stands in a text box: those are read apart."""
    for ouder in knoop.iterancestors():
        if ouder is tot:
            return False
        if ouder.tag == f"{W}txbxContent":
            return True
    return False


def _tekst(alinea: etree._Element) -> str:
    """Return the words of a paragraph; a line break is one, a tab is a blank."""
    woorden = []
    for knoop in alinea.iter():
        if _in_kader(knoop, alinea):
            continue
        if knoop.tag == f"{W}t":
            woorden.append(knoop.text or "")
        elif knoop.tag in (f"{W}br", f"{W}cr"):
            woorden.append("\n")
        elif knoop.tag == f"{W}tab" and _in_loop(knoop):
            woorden.append(" ")
        elif knoop.tag == f"{W}noBreakHyphen":
            woorden.append("-")
    return "".join(woorden)


def _in_loop(knoop: etree._Element) -> bool:
    """Return whether a tab stands in the text; the others are settings of the paragraph."""
    ouder = knoop.getparent()
    return ouder is not None and ouder.tag == f"{W}r"


def _is_kop(alinea: etree._Element) -> bool:
    """Return whether a paragraph is a heading: by its style, or because every word of it is bold."""
    stijl = alinea.find(f"{W}pPr/{W}pStyle")
    if stijl is not None and _KOPSTIJL.match(stijl.get(f"{W}val", "")):
        return True
    gevuld = [r for r in alinea.iter(f"{W}r") if "".join(t.text or "" for t in r.iter(f"{W}t")).strip()]
    return bool(gevuld) and all(_is_vet(r) for r in gevuld)


def _is_vet(stuk: etree._Element) -> bool:
    vet = stuk.find(f"{W}rPr/{W}b")
    return vet is not None and vet.get(f"{W}val", "1") not in _UIT
