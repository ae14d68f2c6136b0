"""The places between two durable steps, by name: there the crash test pulls the plug.

In production nobody looks and a place costs nothing.
"""

from collections.abc import Callable
from enum import StrEnum


class Punt(StrEnum):
    """Where a process may die."""

    OPGEPAKT = "opgepakt"  # the file is ours, nothing is kept yet
    GELEZEN = "gelezen"  # its bytes are in memory
    BEWAREN = "bewaren"  # written in the database, not committed
    BEWAARD = "bewaard"  # committed, the file is not put away yet
    OPGEBORGEN = "opgeborgen"  # the file is in archief/
    VERWERKEN = "verwerken"  # the message is locked
    GEVOLGEN = "gevolgen"  # its effects are written, not committed
    ANTWOORD = "antwoord"  # its answer is written, not committed
    VERWERKT = "verwerkt"  # all of that is committed
    VERSTUREN = "versturen"  # a message of ours is locked
    GESCHREVEN = "geschreven"  # its file is whole, under a name that nobody reads
    NEERGELEGD = "neergelegd"  # its file is in uit/, the database does not know
    VERSTUURD = "verstuurd"  # committed
    UITGELEGD = "uitgelegd"  # why a file was refused is in fout/, the file is not


_kijkers: list[Callable[[Punt], None]] = []


def kijk(kijker: Callable[[Punt], None]) -> None:
    """Let a test be told of every place that is passed."""
    _kijkers.append(kijker)


def bij(punt: Punt) -> None:
    """Say that this place is passed."""
    for kijker in _kijkers:
        kijker(punt)
