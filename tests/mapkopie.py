"""Copying a data folder that nobody uses at that moment."""

import shutil
import subprocess
from pathlib import Path

from samendoen.site import databank


def kopieer(van: Path, naar: Path) -> None:
    """Copy a data folder, with the owners of its files, and the keys beside it."""
    for bron, doel in ((sleutels(van), sleutels(naar)), (van, naar)):
        if bron.exists():
            deel = doel.with_name(f"{doel.name}.deel")
            subprocess.run(["cp", "-Rp", bron, deel], check=True)
            deel.rename(doel)
    shutil.rmtree(naar / databank.socketmap(van).name, ignore_errors=True)


def sleutels(home: Path) -> Path:
    """Return the folder of the keys of a data folder."""
    return home.with_name(f"{home.name}-sleutels")
