"""Where a bench runs: a data folder of its own, this working tree, the real settings."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
DEMODAG = "2024-06-03"
WEG = ("DATABASE_URL", "SAMENDOEN_SLEUTELS", "SAMENDOEN_DEBUG", "SAMENDOEN_HTTPS", "SAMENDOEN_HOSTS")


def omgeving(home: Path) -> dict[str, str]:
    """Return the environment of a process on this data folder, with this tree's source before all else."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam not in WEG}
    return schoon | {
        "SAMENDOEN_HOME": str(home),
        "SAMENDOEN_VANDAAG": DEMODAG,
        "SAMENDOEN_NODE_MODULES": str(WORTEL / "node_modules"),
        "DJANGO_SETTINGS_MODULE": "tests.bench.instellingen",
        "PYTHONPATH": os.pathsep.join([str(WORTEL / "src"), str(WORTEL)]),
        "PYTHONUTF8": "1",
    }


@contextmanager
def eigen_map(begin: Path | None = None) -> Iterator[Path]:
    """Give a data folder of its own for the length of the block, empty or a copy; its keys lie beside it."""
    map_ = Path(tempfile.mkdtemp(prefix="samendoen-bench-"))
    home = map_ / "home"
    try:
        if begin:
            from tests.mapkopie import kopieer

            kopieer(begin, home)
        yield home
    finally:
        from samendoen.site.databank import socketmap

        # A deep folder has its socket elsewhere.
        shutil.rmtree(socketmap(home), ignore_errors=True)
        shutil.rmtree(map_, ignore_errors=True)


def betreed(home: Path) -> None:
    """Make this process one of this data folder. Before anything of Samendoen is imported."""
    for naam in WEG:
        os.environ.pop(naam, None)
    os.environ.update(omgeving(home))
    sys.path[:0] = [str(WORTEL / "src"), str(WORTEL)]


def zeg(regel: str) -> None:
    """Tell who waits what is being done."""
    sys.stderr.write(f"{regel}\n")
    sys.stderr.flush()
