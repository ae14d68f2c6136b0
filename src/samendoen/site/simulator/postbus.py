"""The watched folders from the other side: `uit/` is read, `in/` is written, the rest is the provider's own.

Sending happens once, whenever the program is stopped: a file is first laid ready in a folder of our own, and
moved to `in/` by a rename after the ledger knows that it lies ready. What then is gone, was moved.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samendoen.site.fout import Bedrijfsfout


class Postbus:
    """The folders of a municipality at `map_`, and in them those of the provider `agb`."""

    def __init__(self, map_: Path, agb: str) -> None:
        self.uit, self.in_ = map_ / "uit", map_ / "in"
        self.eigen = map_ / "aanbieder" / agb
        self.klaar, self.gelezen, self.fout = (self.eigen / naam for naam in ("klaar", "gelezen", "fout"))
        self.geweigerd = map_ / "fout"
        self._laatste = 0
        try:
            for folder in (self.uit, self.in_, self.klaar, self.gelezen, self.fout):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as fout:
            raise Bedrijfsfout(
                "map_onbruikbaar",
                f"In '{map_}' kan de aanbieder niet schrijven ({fout.strerror}).",
                "Wijs met --map de map aan waarin de gemeente berichten uitwisselt.",
            ) from fout

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Be the only one that plays this provider. Raises Bedrijfsfout when another does."""
        with (self.eigen / "slot").open("w") as bestand:
            try:
                fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fout:
                raise Bedrijfsfout(
                    "aanbieder_loopt_al",
                    "Deze aanbieder wordt al gespeeld in deze map.",
                    "Stop de andere, of kies een andere AGB-code.",
                ) from fout
            yield

    def binnen(self) -> list[Path]:
        """Return the files that lie in `uit/`, in the order of their names; not those being written."""
        return sorted(pad for pad in self.uit.glob("*.xml") if not pad.name.startswith("."))

    def berg_op(self, pad: Path, *, leesbaar: bool) -> None:
        """Take a file out of `uit/`. One that is gone already is fine."""
        try:
            pad.rename((self.gelezen if leesbaar else self.fout) / pad.name)
        except FileNotFoundError:
            return

    def leg_klaar(self, naam: str, inhoud: bytes) -> None:
        """Lay a file ready; again is harmless as long as the ledger does not know it."""
        tijdelijk = self.klaar / f".{naam}"
        tijdelijk.write_bytes(inhoud)
        # The clock of a file system is coarse, and who reads `in/` may go by it: no two get the same time.
        self._laatste = max(time.time_ns(), self._laatste + 1000)
        os.utime(tijdelijk, ns=(self._laatste, self._laatste))
        tijdelijk.replace(self.klaar / naam)

    def weigeringen(self) -> list[str]:
        """Return the names of files of ours that the municipality could not read (a transport error)."""
        return sorted(pad.name.split("~")[-1].removesuffix(".json") for pad in self.geweigerd.glob("*.json"))

    def bied_aan(self, naam: str) -> None:
        """Move a file that lies ready to `in/`; one that is gone was moved before."""
        try:
            (self.klaar / naam).rename(self.in_ / naam)
        except FileNotFoundError:
            return
