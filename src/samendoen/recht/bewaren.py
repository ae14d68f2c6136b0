"""Retention: Wmo 2015 art. 5.3.4 and 5.3.5, Jeugdwet art. 7.3.8 lid 3.

Counted from the *last change* of the dossier, not from its opening. Years, so the Algemene termijnenwet
does not apply (art. 4).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from samendoen.recht.termijn import bereken
from samendoen.recht.waarden import Termijn


class Bewaarwet(StrEnum):
    """Under which rule a dossier is kept; the value is the code of its kind of term."""

    WMO = "bewaren-wmo"
    JEUGDWET = "bewaren-jeugd"
    VEILIG_THUIS = "bewaren-veilig-thuis"
    CAK_SVB = "bewaren-cak-svb"


def bewaren_tot_en_met(wet: Bewaarwet, laatste_wijziging: date) -> Termijn:
    """Return how long a dossier is kept: Wmo 15, Jeugdwet and Veilig Thuis 20, CAK and SVB 7 years."""
    return bereken(wet.value, laatste_wijziging)


def moet_vernietigd(wet: Bewaarwet, laatste_wijziging: date, vandaag: date) -> bool:
    """Tell whether the retention term has passed: the first day to destroy is the day after its last day."""
    return bewaren_tot_en_met(wet, laatste_wijziging).is_verstreken(vandaag)


def vernietigen_uiterlijk(verzoek: date) -> Termijn:
    """Return the term for destroying after a written request: three months (Wmo 2015 art. 5.3.5).

    Exactly three months is not longer than three months: the Algemene termijnenwet applies (art. 4).
    """
    return bereken("vernietiging-op-verzoek", verzoek)
