"""What a provider knows: clients, assignments, what it delivered, asked and declared. All plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

VERWIJDERD = "13"
"""Reason of change of an assignment that should never have been sent."""


class Stand(StrEnum):
    """How something that we sent stands with the municipality."""

    GEMELD = "gemeld"
    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    ONDERZOEK = "onderzoek"
    VERWIJDERD = "verwijderd"


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody who is cared for, as far as our messages name them. One per standard (WMO or JW)."""

    standaard: str
    bsn: str
    geboren: date
    datumgebruik: str
    geslacht: str
    achternaam: str
    voorvoegsel: str


@dataclass(frozen=True, slots=True)
class Toewijzing:
    """An assignment as the last 301 gave it. `stempel` is the moment of assigning; the latest counts.

    `volume` is in `eenheid` per `frequentie`, `budget` in eurocents over the whole.
    """

    standaard: str
    nummer: int
    bsn: str
    categorie: str
    code: str
    ingang: date
    einde: date | None
    reden: str
    volume: int | None
    eenheid: str
    frequentie: str
    budget: int | None
    stempel: str

    @property
    def verwijderd(self) -> bool:
        """Tell whether the municipality took it back."""
        return self.reden == VERWIJDERD and self.ingang == self.einde


@dataclass(frozen=True, slots=True)
class Levering:
    """Care from `begin` through `eind` (None while it goes on), as it was reported."""

    standaard: str
    nummer: int
    begin: date
    eind: date | None
    reden: str
    stand: Stand


@dataclass(frozen=True, slots=True)
class Verzoek:
    """A request by 315 or 317, by the reference that we gave it."""

    standaard: str
    referentie: str
    bsn: str
    bericht: str
    stand: Stand


@dataclass(frozen=True, slots=True)
class Prestatie:
    """A line of an invoice; `declaratie` is the identity of its message, `bedrag` in cents, a credit < 0."""

    standaard: str
    declaratie: str
    referentie: str
    vorig: str
    nummer: int
    bsn: str
    categorie: str
    code: str
    van: date
    tot: date
    volume: int
    eenheid: str
    tarief: int | None
    bedrag: int
    stand: Stand

    @property
    def credit(self) -> bool:
        """Tell whether it takes an earlier line back."""
        return bool(self.vorig)


@dataclass(frozen=True, slots=True)
class Declaratie:
    """An invoice: the identity of its message, its own number, its month ("2024-06") and its sum in cents."""

    standaard: str
    identificatie: str
    nummer: str
    maand: str
    bedrag: int
    toegekend: int | None


@dataclass(frozen=True, slots=True)
class Verstuurd:
    """A message of ours. `over` says what it is about, so that an answer finds it."""

    soort: str
    identificatie: str
    naam: str
    over: str
    inhoud: bytes
    plek: str
    """Where it is: wacht (kept for the next round), klaar, gelegd (beside the folder), verzonden."""
    codes: str
