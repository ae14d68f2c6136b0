"""A picture or a clip without what the device wrote in it: place, time, maker, a small first version.

By content, never by name. What cannot be cleaned for certain is not taken. Pixels and sound stay as they are:
of a JPEG only the way up is kept, of an MP4 the boxes with text about it become empty space of the same size.
"""

import struct
from dataclasses import dataclass
from enum import StrEnum

GROOTSTE = 10 * 1024 * 1024
"""Bytes of one file."""


class Beeldsoort(StrEnum):
    """A kind of file that is taken."""

    JPG = "jpg"
    PNG = "png"
    MP4 = "mp4"


class Beeldbezwaar(StrEnum):
    """Why a file is not taken."""

    LEEG = "leeg"
    TE_GROOT = "te_groot"
    SOORT = "soort"
    STUK = "stuk"
    SPOREN = "sporen"


MIME = {Beeldsoort.JPG: "image/jpeg", Beeldsoort.PNG: "image/png", Beeldsoort.MP4: "video/mp4"}


@dataclass(frozen=True, slots=True)
class Beeld:
    """A cleaned file."""

    soort: Beeldsoort
    inhoud: bytes


class _Stuk(Exception):
    """The file does not hold together."""


class _Sporen(Exception):
    """It holds something that we cannot read and so cannot clean."""


_PNG = b"\x89PNG\r\n\x1a\n"
# What a PNG needs to look the same; everything else is text, time or EXIF.
_PNG_DELEN = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT"})
_BAK_IN = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"moof", b"traf"})
_BAK_WEG = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"wide"})
_BAK_GOED = frozenset({b"ftyp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"styp", *_BAK_WEG})
_SPOOR_GOED = frozenset({b"vide", b"soun"})


def schoon(inhoud: bytes, grootste: int = GROOTSTE) -> Beeld | Beeldbezwaar:
    """Return the file without metadata, or why it is not taken."""
    if not inhoud:
        return Beeldbezwaar.LEEG
    if len(inhoud) > grootste:
        return Beeldbezwaar.TE_GROOT
    try:
        if inhoud.startswith(b"\xff\xd8\xff"):
            return Beeld(Beeldsoort.JPG, _jpg(inhoud))
        if inhoud.startswith(_PNG):
            return Beeld(Beeldsoort.PNG, _png(inhoud))
        if inhoud[4:8] == b"ftyp" and inhoud[8:12] not in (b"heic", b"heix", b"avif", b"mif1", b"M4A "):
            return Beeld(Beeldsoort.MP4, _mp4(inhoud))
    except _Sporen:
        return Beeldbezwaar.SPOREN
    except (_Stuk, struct.error, IndexError):
        return Beeldbezwaar.STUK
    return Beeldbezwaar.SOORT


def _jpg(inhoud: bytes) -> bytes:
    """Keep what makes the picture; what stands behind its end (a hidden clip, for one) goes too."""
    uit, plek, kant = [b"\xff\xd8"], 2, 1
    while True:
        if inhoud[plek] != 0xFF:
            raise _Stuk
        merk = inhoud[plek + 1]
        if merk == 0xFF:  # filling
            plek += 1
            continue
        if merk == 0xD9:
            break
        (lang,) = struct.unpack(">H", inhoud[plek + 2 : plek + 4])
        stuk = inhoud[plek : plek + 2 + lang]
        if lang < 2 or len(stuk) != 2 + lang:
            raise _Stuk
        plek += 2 + lang
        if merk == 0xE1 and stuk[4:10] == b"Exif\x00\x00":
            kant = _kant(stuk[10:]) or kant
        elif not (0xE0 <= merk <= 0xEF or merk == 0xFE) or (merk == 0xEE and stuk[4:9] == b"Adobe"):
            uit.append(stuk)
        if merk == 0xDA:
            einde = _einde_van_beeldregels(inhoud, plek)
            uit.append(inhoud[plek:einde])
            plek = einde
    uit[1:1] = [_exif(kant)] if kant != 1 else []
    return b"".join(uit) + b"\xff\xd9"


def _einde_van_beeldregels(inhoud: bytes, plek: int) -> int:
    """Return where the next marker stands that is no part of the compressed lines."""
    while True:
        plek = inhoud.find(b"\xff", plek)
        if plek < 0 or plek + 1 >= len(inhoud):
            raise _Stuk
        if inhoud[plek + 1] != 0 and not 0xD0 <= inhoud[plek + 1] <= 0xD7:
            return plek
        plek += 2


def _kant(tiff: bytes) -> int:
    """Return the way up (1 to 8) that EXIF tells, 0 when it does not."""
    orde = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if orde is None:
        return 0
    try:
        (begin,) = struct.unpack(orde + "I", tiff[4:8])
        (aantal,) = struct.unpack(orde + "H", tiff[begin : begin + 2])
        for nr in range(aantal):
            plek = begin + 2 + 12 * nr
            (sleutel,) = struct.unpack(orde + "H", tiff[plek : plek + 2])
            if sleutel == 0x0112:
                (waarde,) = struct.unpack(orde + "H", tiff[plek + 8 : plek + 10])
                return int(waarde) if 1 <= waarde <= 8 else 0
    except struct.error:
        return 0
    return 0


def _exif(kant: int) -> bytes:
    """Return EXIF that tells the way up and nothing else."""
    tiff = b"MM\x00\x2a" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, kant, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\x00\x00" + tiff


def _png(inhoud: bytes) -> bytes:
    uit, plek = [_PNG], len(_PNG)
    while True:
        (lang,) = struct.unpack(">I", inhoud[plek : plek + 4])
        naam = inhoud[plek + 4 : plek + 8]
        stuk = inhoud[plek : plek + 12 + lang]
        if len(stuk) != 12 + lang:
            raise _Stuk
        plek += 12 + lang
        if naam in _PNG_DELEN:
            uit.append(stuk)
        if naam == b"IEND":
            return b"".join(uit)


def _mp4(inhoud: bytes) -> bytes:
    """Empty the boxes about the clip in place: where picture and sound stand may not move."""
    uit = bytearray(inhoud)
    namen = _bakken(uit, 0, len(uit), True)
    if b"moov" not in namen or b"mdat" not in namen:
        raise _Stuk
    return bytes(uit)


def _bakken(uit: bytearray, plek: int, einde: int, buitenste: bool = False) -> set[bytes]:
    namen: set[bytes] = set()
    while plek < einde:
        lang, naam, kop = _bakkop(uit, plek, einde)
        namen.add(naam)
        if buitenste and naam not in _BAK_GOED:
            raise _Sporen
        if naam in _BAK_WEG:
            uit[plek + 4 : plek + 8] = b"free"
            uit[plek + kop : plek + lang] = bytes(lang - kop)
        elif naam in _BAK_IN:
            _bakken(uit, plek + kop, plek + lang)
        elif naam == b"hdlr":
            _handler(uit, plek + kop, plek + lang)
        elif naam in (b"mvhd", b"tkhd", b"mdhd"):
            _tijden(uit, plek + kop)
        plek += lang
    return namen


def _bakkop(uit: bytearray, plek: int, einde: int) -> tuple[int, bytes, int]:
    (lang,) = struct.unpack(">I", uit[plek : plek + 4])
    kop = 8
    if lang == 1:
        (lang,) = struct.unpack(">Q", uit[plek + 8 : plek + 16])
        kop = 16
    lang = lang or einde - plek
    if lang < kop or plek + lang > einde:
        raise _Stuk
    return lang, bytes(uit[plek + 4 : plek + 8]), kop


def _handler(uit: bytearray, plek: int, einde: int) -> None:
    """Refuse a track that is neither picture nor sound: places along the way stand in such a one."""
    if bytes(uit[plek + 8 : plek + 12]) not in (*_SPOOR_GOED, b"url ", b"alis"):
        raise _Sporen
    uit[plek + 24 : einde] = bytes(max(einde - plek - 24, 0))


def _tijden(uit: bytearray, plek: int) -> None:
    """Set the times of making and changing to nothing."""
    lang = 16 if uit[plek] == 1 else 8
    uit[plek + 4 : plek + 4 + lang] = bytes(lang)
