"""Schemas of the front door's definition files: the triage table, and the texts of its letter."""

from samendoen.toegang.definities.brieven import (
    Briefdeel,
    Ontvangstbrief,
    Wanneer,
    ontvangstbrief,
    ontvangstbrieven,
)
from samendoen.toegang.definities.triage import Triagetabel, tabelnaam, triageregels, triagetabel

__all__ = [
    "Briefdeel",
    "Ontvangstbrief",
    "Triagetabel",
    "Wanneer",
    "ontvangstbrief",
    "ontvangstbrieven",
    "tabelnaam",
    "triageregels",
    "triagetabel",
]
