"""Files that mean harm, or are broken: refused with a sentence, without opening anything else."""

from pathlib import Path

import pytest

from samendoen.berichten.xml.lezen import HOOGSTENS, lees
from tests.berichten import goud
from tests.berichten.aanvallen import LACH, met_doctype


def geweigerd(inhoud: bytes) -> tuple[str, str]:
    """Return rule and sentence of the one finding on a file that is not read at all."""
    gelezen = lees(inhoud)
    assert (gelezen.soort, gelezen.bericht, gelezen.boom) == (None, None, None)
    [bevinding] = gelezen.bevindingen
    assert (bevinding.niveau, bevinding.pad) == (1, "/")
    return bevinding.regel, bevinding.melding


@pytest.mark.parametrize(
    ("doctype", "bsn"),
    [
        ("<!DOCTYPE Bericht>", "999990019"),
        ('<!DOCTYPE Bericht [<!ENTITY l0 "lach">' + LACH + "]>", "&l11;"),
        ('<!DOCTYPE Bericht [<!ENTITY groot "' + "a" * 100_000 + '">]>', "&groot;" * 10_000),
        ('<!DOCTYPE Bericht [<!ENTITY x SYSTEM "file:///etc/hostname">]>', "&x;"),
        ('<!DOCTYPE Bericht SYSTEM "http://127.0.0.1:9/a.dtd">', "999990019"),
        ('<!DOCTYPE Bericht [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>', "999990019"),
        ('<!DOCTYPE Bericht [<!ATTLIST Bsn a CDATA "1">]>', "999990019"),
    ],
    ids=["empty", "laughs", "quadratic", "external", "external dtd", "parameter", "attribute"],
)
def test_a_document_type_is_refused_and_nothing_of_it_expanded(doctype: str, bsn: str) -> None:
    regel, _zin = geweigerd(met_doctype(doctype, bsn))
    assert regel == "XML"


def test_an_external_entity_does_not_open_a_file(tmp_path: Path) -> None:
    geheim = tmp_path / "geheim"
    geheim.write_text("999990019")
    gelezen = lees(met_doctype(f'<!DOCTYPE Bericht [<!ENTITY x SYSTEM "{geheim.as_uri()}">]>', "&x;"))
    assert "999990019" not in repr(gelezen)


def test_an_entity_that_nobody_declared_is_refused() -> None:
    assert geweigerd(met_doctype("", "&x;"))[0] == "XML"


def test_a_file_above_the_limit_is_not_even_parsed() -> None:
    assert geweigerd(b"<" * (HOOGSTENS + 1))[0] == "OP179"


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b" ",
        b"\x00" * 100,
        b"geen xml",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04",
        goud("WMO301")[:-20],
        goud("WMO301")[:1000],
        goud("WMO301") + goud("WMO301"),
        b"<a>" * 200_000,
        b"<a>" * 5_000 + b"</a>" * 5_000,
        goud("WMO301").replace(b"Voorbeeld", b"Voor\x00beeld"),
        goud("WMO301").replace(b"Voorbeeld", b"Voor&#0;beeld"),
        goud("WMO301").replace(b"Voorbeeld", b"Voorb\xe9ld"),
        goud("WMO301").replace(b"UTF-8", b"onzin"),
        goud("WMO301").replace(b"UTF-8", b"UTF-16"),
        b"<a>" + b"x" * 11_000_000 + b"</a>",
    ],
)
def test_a_broken_file_is_refused_with_a_sentence(inhoud: bytes) -> None:
    regel, zin = geweigerd(inhoud)
    assert regel == "XML"
    assert "controleer of het bestand heel is" in zin


@pytest.mark.parametrize("codering", ["utf-16", "iso-8859-1", "windows-1252"])
def test_another_encoding_is_refused(codering: str) -> None:
    inhoud = goud("WMO305").decode().replace("UTF-8", codering).encode(codering)
    assert [(b.regel, b.pad) for b in lees(inhoud).bevindingen] == [("OP192", "/")]


def test_a_byte_order_mark_is_refused() -> None:
    [bevinding] = lees(b"\xef\xbb\xbf" + goud("WMO305")).bevindingen
    assert (bevinding.regel, "byte order mark" in bevinding.melding) == ("OP192", True)


def test_other_ends_of_lines_are_read_as_the_same_message() -> None:
    """XML knows no difference, and a provider that sends them loses nothing by it."""
    assert lees(goud("WMO301").replace(b"\r\n", b"\n")).bericht == lees(goud("WMO301")).bericht


def test_a_message_of_many_lines_is_read_whole() -> None:
    kop, product, staart = _om("StartProduct", goud("WMO305"))
    gelezen = lees(kop + product * 5_000 + staart)
    assert gelezen.bericht is not None
    assert len(gelezen.bericht.wortel.groepen("Client/StartProducten/StartProduct")) == 5_001


def _om(naam: str, inhoud: bytes) -> tuple[bytes, bytes, bytes]:
    """Return what stands before an element, its first occurrence, and what stands after that."""
    begin = inhoud.index(f"<{naam}>".encode())
    einde = inhoud.index(f"</{naam}>".encode()) + len(f"</{naam}>")
    return inhoud[:begin], inhoud[begin:einde], inhoud[einde:]
