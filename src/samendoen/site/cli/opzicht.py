"""Watching over child processes: start, restart when they fall over, stop; none outlives its parent."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from samendoen.site.fout import Bedrijfsfout

HERSTARTS = 5
VENSTER_S = 60.0
"""A child may fall over HERSTARTS times within VENSTER_S seconds; then the parent gives up."""
GEDULD_S = 15.0
RONDE_S = 0.2
_PR_SET_PDEATHSIG = 1


def sterf_met_ouder(teken: signal.Signals) -> None:
    """Have the kernel send `teken` to this process when its parent dies, however it dies (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, teken)


@dataclass
class Kind:
    """One child process: what to run, and when it was started."""

    naam: str
    opdracht: list[str]
    proces: subprocess.Popen[bytes] | None = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it in a session of its own: Ctrl-C reaches the parent, which decides."""
        ouder = os.getpid()

        def bij_start() -> None:
            sterf_met_ouder(signal.SIGTERM)
            if os.getppid() != ouder:  # the parent died in between
                os._exit(1)

        self.starts.append(time.monotonic())
        self.proces = subprocess.Popen(
            self.opdracht,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=bij_start,  # safe: the parent has one thread
        )

    def leeft(self) -> bool:
        """Say whether it runs."""
        return self.proces is not None and self.proces.poll() is None

    def te_vaak(self) -> bool:
        """Say whether it fell over too often to try again."""
        grens = time.monotonic() - VENSTER_S
        return len([moment for moment in self.starts if moment > grens]) > HERSTARTS

    def stop(self) -> None:
        """Ask it to stop and wait; after GEDULD_S it is killed with all it started."""
        if self.proces is None:
            return
        self.proces.terminate()
        try:
            self.proces.wait(GEDULD_S)
        except subprocess.TimeoutExpired:
            self.ruim_groep()
            self.proces.wait()

    def ruim_groep(self) -> None:
        """Kill whatever is left of its process group."""
        if self.proces is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.proces.pid, signal.SIGKILL)


def bewaak(kinderen: list[Kind], stop: threading.Event, ronde: Callable[[], None]) -> None:
    """Keep `kinderen` running until `stop` is set, calling `ronde` in between; then stop them.

    Raises Bedrijfsfout when a child keeps falling over.
    """
    try:
        for kind in kinderen:
            kind.start()
        while not stop.wait(RONDE_S):
            ronde()
            for kind in kinderen:
                if not kind.leeft():
                    _herstart(kind)
    finally:
        for kind in kinderen:
            if kind.proces is not None:
                kind.proces.terminate()
        for kind in kinderen:
            kind.stop()


def _herstart(kind: Kind) -> None:
    kind.ruim_groep()
    if kind.te_vaak():
        raise Bedrijfsfout(
            "onderdeel_valt_om",
            f"Het onderdeel '{kind.naam}' valt steeds om.",
            "De reden staat in de regels hierboven. Voer daarna 'samendoen check' uit.",
        )
    print(f"Het onderdeel '{kind.naam}' viel om en wordt opnieuw gestart.", file=sys.stderr, flush=True)  # noqa: T201
    kind.start()
