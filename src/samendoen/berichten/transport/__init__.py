"""How messages come and go: one small port, and the folders as its first filling.

A real connection (Digikoppeling, VECOZO) is another class with these methods.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

GEWONE_NAAM = re.compile(r"[A-Za-z0-9._-]{1,60}")
"""Names of files as systems make them: another name may hold anything, and is not kept."""


@dataclass(frozen=True, slots=True)
class Levering:
    """One delivery: its mark (the same message delivered twice has two), its name and its bytes.

    `inhoud` is one byte more than a message may have when there is more: nobody reads what is too large.
    """

    kenmerk: UUID
    naam: str
    inhoud: bytes


class Transport(Protocol):
    """What the traffic asks of a connection. Every method may be repeated after a crash."""

    def haal(self) -> Iterator[Levering]:
        """Yield what was delivered and not put away yet; again as long as it was not put away."""
        ...

    def berg_op(self, levering: Levering) -> None:
        """Put a delivery away that is kept durably elsewhere."""
        ...

    def weiger(self, kenmerk: UUID, naam: str, inhoud: bytes, uitleg: str) -> None:
        """Tell the sender that a delivery cannot be read, and why (JSON)."""
        ...

    def bied_aan(self, naam: str, inhoud: bytes) -> None:
        """Hand a message over for delivery; the same name twice is once. Raises OSError."""
        ...

    def vergeet(self, kenmerken: Iterable[UUID]) -> None:
        """Delete what is left of these deliveries."""
        ...

    def ruim_op(self, voor: datetime) -> int:
        """Delete what was put away before this moment; return how many."""
        ...
