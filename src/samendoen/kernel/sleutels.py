"""Keys on disk: one file per key, outside the database, its backup and the data folder."""

import os
import secrets
import stat
from pathlib import Path


class Sleutelfout(RuntimeError):
    """A key cannot be read or kept safely; the sentence says what to do."""


def sleutel(map_: Path, naam: str, lengte: int = 32) -> bytes:
    """Return the key `naam` of `lengte` bytes, made at the first call.

    Two processes that ask at the same moment get the same key: the file is linked into place
    only when it is complete, and the one that comes second reads what the first one wrote.
    Raises Sleutelfout when the file is readable by others or has another length.
    """
    pad = map_ / f"{naam}.sleutel"
    if not pad.exists():
        _maak(pad, lengte)
    if pad.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Sleutelfout(f"Anderen kunnen de sleutel {pad} lezen. Zet de rechten op 600 (chmod 600).")
    inhoud = pad.read_bytes()
    if len(inhoud) != lengte:
        raise Sleutelfout(
            f"De sleutel {pad} heeft {len(inhoud)} bytes in plaats van {lengte}. Zet hem terug."
        )
    return inhoud


def _maak(pad: Path, lengte: int) -> None:
    pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    tijdelijk = pad.with_name(f".{pad.name}.{secrets.token_hex(8)}")
    fd = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(fd, secrets.token_bytes(lengte))
        os.fsync(fd)
    finally:
        os.close(fd)
    try:
        os.link(tijdelijk, pad)
    except FileExistsError:
        pass
    finally:
        tijdelijk.unlink()
