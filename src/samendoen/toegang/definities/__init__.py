"""Schemas of the front door's definition files: the triage table, and the texts of its letter."""

from samendoen.toegang.definities.brieven import (
    Briefdeel,
    Ontvangstbrief,
    ontvangstbrief,
    ontvangstbrieven,
)
from samendoen.toegang.definities.triage import Triagetabel, tabelnaam, triageregels, triagetabel

__all__ = [
    "Briefdeel",
    "Ontvangstbrief",
    "Triagetabel",
    "ontvangstbrief",
    "ontvangstbrieven",
    "tabelnaam",
    "triageregels",
    "triagetabel",
]
