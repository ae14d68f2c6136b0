"""Reads of the front door; every one starts from what the asker may see."""

from samendoen.toegang.queries.briefbeeld import Briefbeeld, brief
from samendoen.toegang.queries.kernen import Meldingkern, meldingkernen
from samendoen.toegang.queries.lijst import (
    SORTEERBAAR,
    TE_TRIEREN,
    aantallen_per_team_en_jaar,
    meldingen,
)
from samendoen.toegang.queries.meldingbeeld import MeldingBeeld, melding
from samendoen.toegang.queries.triage import (
    Tafel,
    Voorstelbeeld,
    plaatsnamen,
    stel_triage_voor,
    tafel,
    triagevragen,
    voorstelbeeld,
)

__all__ = [
    "SORTEERBAAR",
    "TE_TRIEREN",
    "Briefbeeld",
    "MeldingBeeld",
    "Meldingkern",
    "Tafel",
    "Voorstelbeeld",
    "aantallen_per_team_en_jaar",
    "brief",
    "melding",
    "meldingen",
    "meldingkernen",
    "plaatsnamen",
    "stel_triage_voor",
    "tafel",
    "triagevragen",
    "voorstelbeeld",
]
