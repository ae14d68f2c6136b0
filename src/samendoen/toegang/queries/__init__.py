"""Reads of the front door; every one starts from what the asker may see."""

from samendoen.toegang.queries.kernen import Meldingkern, meldingkernen
from samendoen.toegang.queries.meldingen import (
    SORTEERBAAR,
    MeldingBeeld,
    aantallen_per_team_en_jaar,
    melding,
    meldingen,
)
from samendoen.toegang.queries.triage import Tafel, stel_triage_voor, tafel, triagevragen

__all__ = [
    "SORTEERBAAR",
    "MeldingBeeld",
    "Meldingkern",
    "Tafel",
    "aantallen_per_team_en_jaar",
    "melding",
    "meldingen",
    "meldingkernen",
    "stel_triage_voor",
    "tafel",
    "triagevragen",
]
