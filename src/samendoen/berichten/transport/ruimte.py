"""How the folders of the traffic are: room on their disk, and files that nobody takes in."""

import shutil
import stat
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

MINSTE_RUIMTE = 256 * 2**20
"""Bytes that must be free: ten messages of the largest kind."""
TE_LANG = timedelta(minutes=10)
"""A run takes in every minute; what lies longer is taken in by nobody."""


@dataclass(frozen=True, slots=True)
class Mapstand:
    """Whether the folders can be read, the bytes that are free, and how many files lie too long."""

    leesbaar: bool
    vrij: int
    wachtend: int

    @property
    def vol(self) -> bool:
        """Tell whether there is too little room to go on safely."""
        return self.vrij < MINSTE_RUIMTE


def mapstand(wortel: Path) -> Mapstand:
    """Look at these folders as they are now, by the clock of their files; where there is none all is well.

    What cannot be looked at raises nothing: it is told.
    """
    plek = next(pad for pad in (wortel, *wortel.parents) if pad.exists())
    try:
        vrij = shutil.disk_usage(plek).free
        return Mapstand(True, vrij, sum(_wachtend(wortel / naam) for naam in ("in", "bezig")))
    except OSError:
        return Mapstand(False, 0, 0)


def _wachtend(map_: Path) -> int:
    if not map_.exists():
        return 0
    # Of when it came in this folder, not of when its sender wrote it.
    oud = time.time() - TE_LANG.total_seconds()
    aantal = 0
    for pad in map_.iterdir():
        try:
            over = pad.lstat()
        except FileNotFoundError:  # taken in this moment
            continue
        aantal += stat.S_ISREG(over.st_mode) and not pad.name.startswith(".") and over.st_ctime < oud
    return aantal
