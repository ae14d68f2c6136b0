"""Files: encrypted, under a random name, outside what the web server serves; and the port of a virus scanner.

A file that is written in a transaction that fails is deleted; what a crash leaves behind, the cleaner finds.
"""

import contextlib
import os
import secrets
import shlex
import subprocess
import time
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import transaction

from samendoen.kernel.kluis import ontsleutel_bytes, versleutel_bytes

WACHT_S = 60
JONG_S = 24 * 60 * 60
"""A file younger than this may belong to a transaction that has not ended: the cleaner leaves it."""


class Scan(StrEnum):
    """What the virus scanner says."""

    SCHOON = "schoon"
    NIET_GESCAND = "niet_gescand"
    GEWEIGERD = "geweigerd"
    STUK = "stuk"


def scanner_ingesteld() -> bool:
    """Tell whether this installation has a virus scanner."""
    return bool(settings.SAMENDOEN_VIRUSSCANNER.strip())


def scan(inhoud: bytes) -> Scan:
    """Let the scanner read these bytes on its standard input; nothing plain comes on disk.

    It ends with 0 for a clean file and 1 for one to refuse; anything else, or silence, is STUK.
    """
    if not scanner_ingesteld():
        return Scan.NIET_GESCAND
    try:
        uitkomst = subprocess.run(
            shlex.split(settings.SAMENDOEN_VIRUSSCANNER),
            input=inhoud,
            capture_output=True,
            timeout=WACHT_S,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return Scan.STUK
    return {0: Scan.SCHOON, 1: Scan.GEWEIGERD}.get(uitkomst.returncode, Scan.STUK)


def _map() -> Path:
    return Path(settings.SAMENDOEN_HOME) / "bestanden"


def _pad(naam: str) -> Path:
    return _map() / naam[:2] / naam


@contextlib.contextmanager
def bewaar_bestand(inhoud: bytes, doel: str) -> Iterator[str]:
    """Keep bytes encrypted for `doel` under a random name, which the block gets; gone when the block fails.

    The file is whole before its name is given. The block writes the row that refers to it.
    """
    naam = secrets.token_hex(32)
    pad = _pad(naam)
    pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fd = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(fd, "wb") as bestand:
            bestand.write(versleutel_bytes(inhoud, doel))
            bestand.flush()
            os.fsync(bestand.fileno())
        yield naam
    except BaseException:
        pad.unlink(missing_ok=True)
        raise


def lees_bestand(naam: str, doel: str) -> bytes | None:
    """Return what was kept under this name; None when the file is gone (a restore without files)."""
    try:
        geheim = _pad(naam).read_bytes()
    except OSError:
        return None
    return ontsleutel_bytes(geheim, doel)


def wis_bestanden(namen: Iterable[str]) -> None:
    """Delete these files when the transaction that no longer refers to them is there for good."""
    paden = [_pad(naam) for naam in namen if naam]

    def wis() -> None:
        for pad in paden:
            pad.unlink(missing_ok=True)

    transaction.on_commit(wis)


def ruim_bestanden_op(bekend: Collection[str]) -> int:
    """Delete every file that no row refers to and that is a day old: a crash left it; return how many."""
    voor = time.time() - JONG_S
    wezen = [pad for pad in _map().glob("??/*") if pad.name not in bekend and pad.stat().st_mtime < voor]
    for pad in wezen:
        pad.unlink(missing_ok=True)
    return len(wezen)
