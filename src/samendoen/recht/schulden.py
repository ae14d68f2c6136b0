"""Debt help: creditor signals and matches (Wgs art. 3 lid 1 onder b, art. 4, 8b and 8c).

A creditor of rent, energy, water or health insurance may send a signal with contact details and the amount
of the arrears, nothing more. One creditor is a single match; two or more different creditors for the same
person or the same address within a window the municipality chooses are a multiple match.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samendoen.recht.fouten import Rechtsfout
from samendoen.recht.termijn import bereken
from samendoen.recht.waarden import Termijn

GRONDSLAG = "Wgs art. 3 lid 1 onder b"


class Vordering(StrEnum):
    """The debts about which a creditor may signal."""

    HUUR = "huur"
    ENERGIE = "energie"
    WATER = "water"
    ZORGVERZEKERING = "zorgverzekering"


class Dreiging(StrEnum):
    """The threatening situations of Wgs art. 4 lid 2."""

    ONTRUIMING = "ontruiming"
    AFSLUITING = "afsluiting van energie of water"
    EINDE_ZORGVERZEKERING = "einde van de zorgverzekering"


class Match(StrEnum):
    """How many creditors a signal stands for."""

    ENKELVOUDIG = "enkelvoudig"
    MEERVOUDIG = "meervoudig"


@dataclass(frozen=True, slots=True)
class Signaal:
    """A creditor's signal, reduced to what matching needs: opaque keys for person and address."""

    schuldeiser: str
    vordering: Vordering
    ontvangen: date
    persoon: str | None
    adres: str | None


def bepaal_match(signaal: Signaal, andere: Iterable[Signaal], venster_dagen: int) -> Match:
    """Tell whether other creditors signalled the same person or address within `venster_dagen` (either way).

    Two signals of one creditor stay a single match, whatever the debt. A missing key matches nothing.
    """
    if venster_dagen < 0:
        raise Rechtsfout("venster-negatief", "Het venster kan niet negatief zijn.", "Geef 0 dagen of meer.")
    for ander in andere:
        zelfde = (signaal.persoon is not None and ander.persoon == signaal.persoon) or (
            signaal.adres is not None and ander.adres == signaal.adres
        )
        dichtbij = abs((ander.ontvangen - signaal.ontvangen).days) <= venster_dagen
        if zelfde and dichtbij and ander.schuldeiser != signaal.schuldeiser:
            return Match.MEERVOUDIG
    return Match.ENKELVOUDIG


def eerste_gesprek(start: date, dreiging: Dreiging | None = None) -> Termijn:
    """Return the term for the first conversation: 4 weeks, or 3 working days in a threatening situation.

    `start` is the application, or the receipt of the signal if the offer was accepted (Wgs art. 4 lid 1, 2).
    """
    return bereken("wgs-gesprek" if dreiging is None else "wgs-gesprek-dreigend", start)
