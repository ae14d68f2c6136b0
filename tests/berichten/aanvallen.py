"""Files that mean harm, each by name: for every door through which a file comes in."""

import zipfile
from base64 import b64encode
from io import BytesIO
from pathlib import Path

from tests.berichten import goud

LACH = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
STUF = b'<Fo01Bericht xmlns="http://www.egem.nl/StUF/StUF0301">'


def met_doctype(doctype: str, bsn: str = "999990019") -> bytes:
    """Return the golden 305 with a DOCTYPE, and something else as its BSN."""
    kop, streep, rest = goud("WMO305").decode().partition("?>")
    return (kop + streep + doctype + rest.replace("999990019", bsn)).encode()


def zipbom() -> bytes:
    """Return base64 of a ZIP of 50 kB that unpacks to 50 MB."""
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("a.xml", b" " * 50_000_000)
    return b64encode(uit.getvalue())


AANVALLEN = {
    "entity": met_doctype(f'<!DOCTYPE Bericht [<!ENTITY l0 "ha">{LACH}]>', "&l11;"),
    "extern": met_doctype('<!DOCTYPE Bericht [<!ENTITY x SYSTEM "file:///etc/hostname">]>', "&x;"),
    "net": met_doctype('<!DOCTYPE Bericht SYSTEM "http://127.0.0.1:9/a.dtd">'),
    "diep": b"<a>" * 100_000,
    "codering": goud("WMO305").decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "bom": zipbom(),
    "rauw": b"PK\x03\x04" + bytes(100),
    "envelop": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>' + STUF + b"&x;</Fo01Bericht>",
    "diepe-envelop": STUF + b"<a>" * 100_000,
    "leeg": b"",
}
REUS = 2**30
"""Bytes of a file that takes no room: only who reads it notices."""


def leg_in(map_: Path) -> list[Path]:
    """Put all of them in a folder, and a file of a gigabyte with them; return their paths."""
    paden = [map_ / f"{naam}.xml" for naam in [*AANVALLEN, "reus"]]
    for pad, inhoud in zip(paden, AANVALLEN.values(), strict=False):
        pad.write_bytes(inhoud)
    with paden[-1].open("wb") as bestand:
        bestand.truncate(REUS)
    return paden
