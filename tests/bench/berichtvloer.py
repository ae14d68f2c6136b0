"""The least that keeping, processing and answering a start could cost.

The same rows by raw psycopg in one transaction, lxml and XSD of the same bytes, and the same two files: what
came is renamed into the archive, what goes is written, flushed and renamed. Which rows these are is looked up
from one start of one client, as `opnamevloer` does; that a row changes once more is not counted.
"""

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

from tests.bench.opnamevloer import Patroon, meet_vloer

UNIEK = frozenset({"identificatie", "begin"})
"""Columns beside those with a UUID in which no value may stand twice."""


def meet(
    patroon: Patroon, home: Path, post: Path, berichten: Sequence[bytes], lees: Callable[[bytes], object]
) -> float:
    """Return the milliseconds of processor per message, of this process and of PostgreSQL.

    `lees` parses and validates; `post` is a folder for the files.
    """
    for map_ in ("in", "archief", "uit"):
        (post / map_).mkdir(parents=True)
    for nummer, inhoud in enumerate(berichten):
        (post / "in" / f"{nummer}.xml").write_bytes(inhoud)
    van = time.process_time()
    for nummer in range(len(berichten)):
        _bestanden(post, f"{nummer}.xml", lees)
    eigen = time.process_time() - van
    rijen = meet_vloer(patroon, home, len(berichten), UNIEK)
    return 1000 * eigen / len(berichten) + sum(rijen.cpu_ms)


def _bestanden(post: Path, naam: str, lees: Callable[[bytes], object]) -> None:
    inhoud = (post / "in" / naam).read_bytes()
    lees(inhoud)
    half = post / "uit" / f".{naam}"
    with half.open("wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())
    half.rename(post / "uit" / naam)
    (post / "in" / naam).rename(post / "archief" / naam)
    for map_ in ("in", "uit", "archief"):
        fd = os.open(post / map_, os.O_RDONLY)
        os.fsync(fd)
        os.close(fd)


def lezer(schema: "etree.XMLSchema | None") -> Callable[[bytes], object]:
    """Return what parses a message, and validates it when there is a schema."""

    def lees(inhoud: bytes) -> None:
        boom = etree.fromstring(inhoud)
        if schema is not None:
            schema.assertValid(boom)

    return lees
