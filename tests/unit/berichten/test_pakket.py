"""The provider's package: base64 of a ZIP with one XML; anything else is refused before it does harm."""

import struct
import zipfile
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samendoen.berichten.xml.lezen import HOOGSTENS
from samendoen.berichten.xml.pakket import is_pakket, pak_in, pak_uit
from tests.berichten import goud

NAAM = "WMO305_41414141_1961_ST24-31.xml"


def maak_zip(*bestanden: tuple[str, bytes], hoe: int = ZIP_DEFLATED) -> bytes:
    """Return a ZIP as somebody else makes one."""
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", hoe) as zip_:
        for naam, inhoud in bestanden:
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def bom() -> bytes:
    """Return a small ZIP of a message of 40 MB that says of itself that it is small."""
    rauw = maak_zip(("a.xml", b" " * 40_000_000))
    return rauw.replace(struct.pack("<I", 40_000_000), struct.pack("<I", 1000))


def versleuteld() -> bytes:
    """Return a ZIP that says that it is encrypted."""
    rauw = bytearray(maak_zip(("a.xml", b"<a/>")))
    rauw[6] |= 1
    rauw[rauw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(rauw)


def kapot() -> bytes:
    """Return a ZIP of which a byte fell over."""
    rauw = bytearray(maak_zip(("a.xml", b"<a>inhoud</a>"), hoe=ZIP_STORED))
    rauw[rauw.index(b"inhoud")] ^= 1
    return bytes(rauw)


def test_a_package_gives_the_message_back_and_equal_ones_are_equal() -> None:
    pakket = pak_in(NAAM, goud("WMO305"))
    assert is_pakket(pakket)
    assert not is_pakket(goud("WMO305"))
    assert pakket == pak_in(NAAM, goud("WMO305"))
    uit = pak_uit(pakket)
    assert (uit.naam, uit.inhoud, uit.bevindingen) == (NAAM, goud("WMO305"), ())
    los = pak_uit(b64encode(maak_zip((NAAM, goud("WMO305")), hoe=ZIP_STORED)) + b"\r\n")
    assert los.inhoud == goud("WMO305")


@pytest.mark.parametrize("naam", ["", "a.txt", "../a.xml", "a/b.xml", "a.xml\x00", ".xml", "é.xml"])
def test_a_name_that_nobody_may_unpack_is_not_written(naam: str) -> None:
    with pytest.raises(ValueError, match="name"):
        pak_in(naam, b"<a/>")


MET = b"<a/>"


@pytest.mark.parametrize(
    ("zip_", "zin"),
    [
        (bom, "geen gewone ZIP|groter dan 25 MB"),
        (lambda: maak_zip(("a.xml", b" " * (HOOGSTENS + 1))), "groter dan 25 MB"),
        (lambda: maak_zip(("a.xml", MET), ("b.xml", MET)), "precies één"),
        (lambda: maak_zip(*[(f"{n}.xml", b"") for n in range(40)]), "precies één"),
        (maak_zip, "geen gewone ZIP"),
        (lambda: maak_zip(("map/a.xml", MET)), "gewone naam"),
        (lambda: maak_zip(("../a.xml", MET)), "gewone naam"),
        (lambda: maak_zip(("/a.xml", MET)), "gewone naam"),
        (lambda: maak_zip(("C:\\a.xml", MET)), "gewone naam"),
        (lambda: maak_zip(("a.xml/", b"")), "gewone naam"),
        (lambda: maak_zip(("a.txt", MET)), "gewone naam"),
        (lambda: maak_zip(("x" * 2000 + ".xml", MET)), "gewone naam"),
        (lambda: maak_zip(("a.xml", maak_zip(("a.xml", MET)))), "weer een ZIP"),
        (lambda: maak_zip(("a.xml", b64encode(maak_zip(("a.xml", MET))))), "weer een ZIP"),
        (versleuteld, "versleuteld"),
        (lambda: maak_zip(("a.xml", MET), hoe=ZIP_BZIP2), "Deflate"),
        (kapot, "geen gewone ZIP"),
        (lambda: maak_zip(("a.xml", MET))[:-1], "geen gewone ZIP"),
        (lambda: b"x" + maak_zip(("a.xml", MET)), "geen gewone ZIP"),
        (lambda: b"PK\x03\x04", "geen gewone ZIP"),
    ],
)
def test_a_package_that_is_not_one_message_is_refused(zip_: Callable[[], bytes], zin: str) -> None:
    uit = pak_uit(b64encode(zip_()))
    assert (uit.inhoud, [b.regel for b in uit.bevindingen]) == (b"", ["ZIP"])
    assert any(deel in uit.bevindingen[0].melding for deel in zin.split("|")), uit.bevindingen[0].melding


@pytest.mark.parametrize("inhoud", [b"", b"geen base64", b"UEsDB", "UEsDBé".encode(), b"x" * (HOOGSTENS + 1)])
def test_what_is_no_package_is_refused(inhoud: bytes) -> None:
    assert [b.regel for b in pak_uit(inhoud).bevindingen] == ["ZIP"]


@settings(max_examples=60, deadline=None)
@given(waar=st.integers(0, 2_000), weg=st.integers(0, 8), wordt=st.binary(max_size=8))
def test_a_spoiled_package_is_judged_without_a_traceback(waar: int, weg: int, wordt: bytes) -> None:
    rauw = maak_zip(("a.xml", goud("WMO305")))
    waar %= len(rauw)
    uit = pak_uit(b64encode(rauw[:waar] + wordt + rauw[waar + weg :]))
    assert bool(uit.inhoud) != bool(uit.bevindingen)
