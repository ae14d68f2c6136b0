"""The list of stories whose consent ended, outside the database: what a restore puts back is erased again.

It stands with the keys, as the wislijst does. It holds the random mark of a story, and nothing else.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from django.conf import settings


def _pad() -> Path:
    return Path(settings.SAMENDOEN_SLEUTELS) / "verhalenlijst.jsonl"


def schrijf(kenmerken: Iterable[UUID]) -> None:
    """Write down that these stories ended, on disk before it returns."""
    regels = "".join(json.dumps({"verhaal": str(kenmerk)}) + "\n" for kenmerk in kenmerken)
    if not regels:
        return
    fd = os.open(_pad(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(fd, regels.encode())
        os.fsync(fd)
    finally:
        os.close(fd)


def lees() -> set[UUID]:
    """Return every story on the list; a line torn by a crash was never committed."""
    gevonden = set()
    for regel in _pad().read_text().splitlines() if _pad().exists() else []:
        with suppress(ValueError, KeyError, TypeError):
            gevonden.add(UUID(json.loads(regel)["verhaal"]))
    return gevonden
