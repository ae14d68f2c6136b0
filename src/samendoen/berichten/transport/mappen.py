"""The folder transport: in/, uit/, archief/ and fout/, with renames that happen whole or not at all.

A name that begins with a dot is being written and is no message yet. A file that we take is first ours by a
rename to bezig/, under the mark of this delivery: whatever happens then, it is known again.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

import structlog

from samendoen.berichten.transport import GEWONE_NAAM, Levering
from samendoen.berichten.transport.punten import Punt, bij
from samendoen.berichten.xml.lezen import HOOGSTENS

log = structlog.get_logger("samendoen.berichten")
MAPPEN = ("in", "bezig", "uit", "archief", "fout")
_SCHEIDING = "~"


class Mappen:
    """The transport of a folder; made when it is not there.

    Not `duurzaam`: it waits for no disk, for what is built again from the start when it breaks off.
    """

    def __init__(self, wortel: Path, *, duurzaam: bool = True) -> None:
        self._duurzaam = duurzaam
        self._map = {naam: wortel / naam for naam in MAPPEN}
        for pad in self._map.values():
            pad.mkdir(mode=0o700, parents=True, exist_ok=True)

    def haal(self) -> Iterator[Levering]:
        """Yield what was taken before and not put away, then what lies in in/, oldest first."""
        for pad in sorted(self._map["bezig"].iterdir()):
            if levering := self._lees(pad):
                yield levering
        for pad in self._wachtend():
            if (eigen := self._pak(pad)) and (levering := self._lees(eigen)):
                yield levering

    def berg_op(self, levering: Levering) -> None:
        """Move a delivery to archief/; one that is no longer there was moved before."""
        for pad in self._map["bezig"].glob(f"{levering.kenmerk}{_SCHEIDING}*"):
            self._verplaats(pad, self._map["archief"] / pad.name)
        bij(Punt.OPGEBORGEN)

    def weiger(self, kenmerk: UUID, naam: str, inhoud: bytes, uitleg: str) -> None:
        """Put in fout/ why, and the file beside it: from archief/, or else these bytes."""
        doel = self._map["fout"] / f"{kenmerk}{_SCHEIDING}{naam or 'bericht.xml'}"
        self._schrijf(doel.with_name(f"{doel.name}.json"), uitleg.encode())
        bij(Punt.UITGELEGD)
        eigen = next(self._map["archief"].glob(f"{kenmerk}{_SCHEIDING}*"), None)
        if eigen is not None:
            self._verplaats(eigen, doel)
        elif not doel.exists():
            self._schrijf(doel, inhoud)

    def bied_aan(self, naam: str, inhoud: bytes) -> None:
        """Write a file in uit/: first whole and flushed under another name, then renamed. Raises OSError."""
        self._schrijf(self._map["uit"] / naam, inhoud, melden=True)

    def vergeet(self, kenmerken: Iterable[UUID]) -> None:
        """Delete what archief/ and fout/ hold of these deliveries."""
        for kenmerk in kenmerken:
            for map_ in ("archief", "fout"):
                for pad in self._map[map_].glob(f"{kenmerk}{_SCHEIDING}*"):
                    pad.unlink(missing_ok=True)

    def ruim_op(self, voor: datetime) -> int:
        """Delete what lies in archief/ since before this moment; the database has it, encrypted."""
        oud = [p for p in self._map["archief"].iterdir() if p.stat().st_mtime < voor.timestamp()]
        for pad in oud:
            pad.unlink(missing_ok=True)
        return len(oud)

    def _wachtend(self) -> list[Path]:
        gevonden = []
        for pad in self._map["in"].iterdir():
            with suppress(FileNotFoundError):
                over = pad.lstat()
                if stat.S_ISREG(over.st_mode) and not pad.name.startswith("."):
                    gevonden.append((over.st_mtime_ns, pad.name, pad))
        return [pad for _wanneer, _naam, pad in sorted(gevonden)]

    def _pak(self, pad: Path) -> Path | None:
        """Make a file ours; None when another worker was first, or the disk refuses for now."""
        naam = pad.name if GEWONE_NAAM.fullmatch(pad.name) else "bericht.xml"
        eigen = self._map["bezig"] / f"{uuid4()}{_SCHEIDING}{naam}"
        try:
            self._verplaats(pad, eigen)
        except OSError as fout:
            _meld(fout)
            return None
        bij(Punt.OPGEPAKT)
        return eigen

    def _lees(self, pad: Path) -> Levering | None:
        """Return a file that is ours; None, for now, when the disk does not give it or it is none of ours."""
        kenmerk, _, naam = pad.name.partition(_SCHEIDING)
        try:
            levering = UUID(kenmerk)
            with pad.open("rb") as bron:
                inhoud = bron.read(HOOGSTENS + 1)
        except (OSError, ValueError) as fout:
            _meld(fout)
            return None
        bij(Punt.GELEZEN)
        return Levering(levering, naam, inhoud)

    def _schrijf(self, doel: Path, inhoud: bytes, *, melden: bool = False) -> None:
        """Let a file be there whole, on disk, or not at all."""
        half = doel.with_name(f".{doel.name}.half")
        try:
            fd = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(fd, "wb") as bestand:
                bestand.write(inhoud)
                bestand.flush()
                self._bevestig(fd)
            if melden:
                bij(Punt.GESCHREVEN)
            self._verplaats(half, doel)
        except OSError:
            half.unlink(missing_ok=True)
            raise

    def _verplaats(self, van: Path, naar: Path) -> None:
        """Rename, and flush both folders: after a power cut the file is in one of them."""
        os.replace(van, naar)
        for map_ in {van.parent, naar.parent} if self._duurzaam else ():
            fd = os.open(map_, os.O_RDONLY)
            try:
                os.fsync(fd)
            finally:
                os.close(fd)

    def _bevestig(self, fd: int) -> None:
        if self._duurzaam:
            os.fsync(fd)


def _meld(fout: Exception) -> None:
    """Log that a file stays where it is; one that another worker took is no news."""
    if not isinstance(fout, FileNotFoundError):
        log.error("bericht_niet_gelezen", fout=type(fout).__name__)
