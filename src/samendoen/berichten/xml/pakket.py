"""How the provider's side of the chain carries a message: base64 of a ZIP with exactly one XML in it.

Whatever a ZIP says of itself, no more is unpacked than a message may be large, and nothing is written.
"""

import re
import struct
import zlib
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from samendoen.berichten.rules.bericht import Bevinding
from samendoen.berichten.xml.lezen import HOOGSTENS
from samendoen.berichten.xml.zestigvier import decodeer

NAAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._=-]{0,250}\.[xX][mM][lL]")
_ZIP, _ZIP_ALS_BASE64 = b"PK\x03\x04", b"UEsDB"
_EINDE, _EINDE_64 = b"PK\x05\x06", b"PK\x06\x07"
_EINDE_LANG, _EINDE_64_LANG = 22, 20
_INHOUDSOPGAVE = 1024
"""More bytes than the table of contents of a ZIP with one file of a decent name has."""
_STUK = 1 << 16
_VERSLEUTELD = 0x1
_ROND = (1980, 1, 1, 0, 0, 0)
"""The only time that a ZIP of ours knows: equal messages give equal bytes."""


@dataclass(frozen=True, slots=True)
class Pakket:
    """What was in it. With a finding there is nothing."""

    naam: str
    inhoud: bytes
    bevindingen: tuple[Bevinding, ...] = ()


class _Onbruikbaar(Exception):
    """A package that is refused; says why."""


def is_pakket(inhoud: bytes) -> bool:
    """Tell whether a file looks like a ZIP, in base64 or as it is; unpacking says whether it is one."""
    return inhoud.lstrip(b" \t\r\n").startswith((_ZIP, _ZIP_ALS_BASE64))


def pak_in(naam: str, inhoud: bytes) -> bytes:
    """Return base64 of a ZIP with this message. Raises ValueError for a name that nobody may unpack."""
    if not NAAM.fullmatch(naam):
        raise ValueError("not a decent name of an .xml file")
    uit = BytesIO()
    with ZipFile(uit, "w") as zip_:
        zip_.writestr(ZipInfo(naam, _ROND), inhoud, ZIP_DEFLATED)
    return b64encode(uit.getvalue())


def pak_uit(inhoud: bytes) -> Pakket:
    """Return the one message in a package, or why it is refused."""
    try:
        naam, uit = _uitgepakt(inhoud)
    except _Onbruikbaar as fout:
        return Pakket("", b"", (Bevinding(1, "ZIP", "/", str(fout)),))
    return Pakket(naam, uit)


_KAPOT = "Dit is geen gewone ZIP: pak het bericht opnieuw in."


def _uitgepakt(inhoud: bytes) -> tuple[str, bytes]:
    if len(inhoud) > HOOGSTENS:
        raise _Onbruikbaar("Het pakket is groter dan 25 MB: verdeel de inhoud over meer berichten.")
    rauw = decodeer(inhoud)
    if rauw is None:
        raise _Onbruikbaar("Dit pakket is geen base64: codeer de ZIP opnieuw.")
    _keur_einde(rauw)
    try:
        with ZipFile(BytesIO(rauw)) as zip_:
            info = _enige(zip_)
            uit = _lees(zip_, info)
    except (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError) as fout:
        raise _Onbruikbaar(_KAPOT) from fout
    if uit.startswith((_ZIP, _ZIP_ALS_BASE64)):
        raise _Onbruikbaar("In de ZIP zit weer een ZIP: stop er het bericht zelf in.")
    return info.filename, uit


def _keur_einde(rauw: bytes) -> None:
    """Look at the end, before anybody makes a list of what a ZIP says that it holds."""
    einde = rauw[-_EINDE_LANG:]
    voor = rauw[-_EINDE_LANG - _EINDE_64_LANG : -_EINDE_LANG]
    if not rauw.startswith(_ZIP) or not einde.startswith(_EINDE) or len(einde) < _EINDE_LANG:
        raise _Onbruikbaar(_KAPOT)
    if voor.startswith(_EINDE_64):
        raise _Onbruikbaar(_KAPOT)
    aantal, lang = struct.unpack("<10xHI6x", einde)
    if aantal != 1 or lang > _INHOUDSOPGAVE:
        raise _Onbruikbaar("Stop precies één bericht in de ZIP, met een gewone naam die eindigt op .xml.")


def _enige(zip_: ZipFile) -> ZipInfo:
    if len(zip_.infolist()) != 1:
        raise _Onbruikbaar("Stop precies één bericht in de ZIP.")
    [info] = zip_.infolist()
    if info.flag_bits & _VERSLEUTELD:
        raise _Onbruikbaar("De ZIP is versleuteld: stuur haar zonder wachtwoord.")
    if not NAAM.fullmatch(info.orig_filename):
        zin = "Geef het bestand in de ZIP een gewone naam die eindigt op .xml, zonder map ervoor."
        raise _Onbruikbaar(zin)
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise _Onbruikbaar("De ZIP is ingepakt op een manier die niet is afgesproken: gebruik Deflate.")
    return info


def _lees(zip_: ZipFile, info: ZipInfo) -> bytes:
    """Unpack no further than a message may go, whatever size was promised."""
    stukken, over = [], HOOGSTENS
    with zip_.open(info) as bron:
        while stuk := bron.read(_STUK):
            over -= len(stuk)
            if over < 0:
                raise _Onbruikbaar("Uitgepakt is het bericht groter dan 25 MB: verdeel de inhoud.")
            stukken.append(stuk)
    return b"".join(stukken)
