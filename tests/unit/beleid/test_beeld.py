"""A picture or clip without what the device wrote in it: byte by byte, whatever stands behind or between."""

import struct
import zlib

import pytest

from samendoen.beleid.rules.beeld import GROOTSTE, Beeld, Beeldbezwaar, schoon

GEHEIM = b"GPS 52.0116 5.0398"


def deel(merk: int, inhoud: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return bytes((0xFF, merk)) + struct.pack(">H", len(inhoud) + 2) + inhoud


def exif(kant: int) -> bytes:
    """Return EXIF as a camera writes it: the way up, and where it was."""
    tiff = b"II\x2a\x00" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, kant, 0, 0) + GEHEIM
    return deel(0xE1, b"Exif\x00\x00" + tiff)


def jpg(*tussen: bytes, achter: bytes = b"") -> bytes:
    """Return a JPEG with segments in between, in two runs of lines."""
    lijnen = deel(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x11\xff\x00\x22\xff\xd0\x33"
    vast = deel(0xDB, b"\x00" * 65) + deel(0xC2, b"\x08\x00\x01\x00\x01\x01\x01\x11\x00")
    return (
        b"\xff\xd8"
        + b"".join(tussen)
        + vast
        + lijnen
        + deel(0xC4, b"\x00" * 17)
        + lijnen
        + b"\xff\xd9"
        + achter
    )


def chunk(naam: bytes, inhoud: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", zlib.crc32(naam + inhoud))


def bak(naam: bytes, *inhoud: bytes) -> bytes:
    """Return a box of an MP4."""
    samen = b"".join(inhoud)
    return struct.pack(">I", len(samen) + 8) + naam + samen


def mp4(soort: bytes = b"vide", *los: bytes) -> bytes:
    """Return a clip with a track of one kind."""
    hdlr = bak(b"hdlr", bytes(8), soort, bytes(12), b"Telefoon van Jan\x00")
    trak = bak(b"trak", bak(b"tkhd", bytes(4) + b"\x77" * 8), bak(b"mdia", hdlr), bak(b"udta", GEHEIM))
    moov = bak(b"moov", bak(b"mvhd", b"\x01" + bytes(3) + b"\x77" * 16), trak, bak(b"meta", GEHEIM))
    return bak(b"ftyp", b"isom0000") + moov + bak(b"uuid", GEHEIM) + b"".join(los) + bak(b"mdat", b"beeld")


def inhoud(uitkomst: Beeld | Beeldbezwaar) -> bytes:
    """Return the bytes of a file that was taken."""
    assert isinstance(uitkomst, Beeld), uitkomst
    return uitkomst.inhoud


def test_of_a_jpeg_only_the_picture_and_the_way_up_stay() -> None:
    erin = (deel(0xE0, b"JFIF\x00" + GEHEIM), exif(6), deel(0xFE, GEHEIM), deel(0xE2, GEHEIM))
    vies = jpg(*erin, achter=b"MotionPhoto" + GEHEIM)
    schone = inhoud(schoon(vies))
    kaal = inhoud(schoon(jpg()))
    assert GEHEIM not in schone
    assert kaal == jpg()
    assert schone[:2] + schone[2 + 36 :] == kaal
    assert b"Exif\x00\x00MM" in schone and struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) in schone
    assert inhoud(schoon(schone)) == schone
    adobe = jpg(deel(0xEE, b"Adobe" + bytes(7)))
    assert inhoud(schoon(adobe)) == adobe
    assert inhoud(schoon(jpg(exif(1)))) == kaal


def test_of_a_png_only_the_picture_stays() -> None:
    begin = b"\x89PNG\r\n\x1a\n"
    kaal = begin + chunk(b"IHDR", bytes(13)) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")
    vies = (
        begin
        + chunk(b"IHDR", bytes(13))
        + chunk(b"eXIf", GEHEIM)
        + chunk(b"tEXt", GEHEIM)
        + chunk(b"tIME", bytes(7))
        + chunk(b"IDAT", b"x")
        + chunk(b"IEND", b"")
        + GEHEIM
    )
    assert inhoud(schoon(vies)) == kaal
    assert schoon(vies[:-30]) == Beeldbezwaar.STUK


def test_of_a_clip_the_words_become_empty_and_nothing_moves() -> None:
    vies = mp4()
    schone = inhoud(schoon(vies))
    assert len(schone) == len(vies)
    assert schone.index(b"beeld") == vies.index(b"beeld")
    for weg in (GEHEIM, b"Jan", b"\x77", b"udta", b"meta", b"uuid"):
        assert weg not in schone
    assert inhoud(schoon(schone)) == schone


@pytest.mark.parametrize(
    ("bytes_", "bezwaar"),
    [
        (b"", Beeldbezwaar.LEEG),
        (b"x" * (GROOTSTE + 1), Beeldbezwaar.TE_GROOT),
        (b"%PDF-1.7", Beeldbezwaar.SOORT),
        (b"\x00\x00\x00\x18ftypheic", Beeldbezwaar.SOORT),
        (b"<svg xmlns='x'/>", Beeldbezwaar.SOORT),
        (b"\xff\xd8\xff\xe1\x00", Beeldbezwaar.STUK),
        (jpg()[:-20], Beeldbezwaar.STUK),
        (bak(b"ftyp", b"isom0000"), Beeldbezwaar.STUK),
        (mp4(b"meta"), Beeldbezwaar.SPOREN),
        (mp4(b"vide", bak(b"gps0", GEHEIM)), Beeldbezwaar.SPOREN),
        (mp4()[:-3], Beeldbezwaar.STUK),
    ],
)
def test_what_cannot_be_cleaned_is_not_taken(bytes_: bytes, bezwaar: Beeldbezwaar) -> None:
    assert schoon(bytes_) == bezwaar
