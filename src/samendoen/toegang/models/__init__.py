"""Tables of the front door."""

from samendoen.toegang.models.melding import (
    KANALEN,
    MELDERS,
    REDENEN,
    ROUTES,
    STATUSSEN,
    UITKOMSTEN,
    WETTEN,
    ZORGVRAGERS,
    Melding,
)

__all__ = [
    "KANALEN",
    "MELDERS",
    "REDENEN",
    "ROUTES",
    "STATUSSEN",
    "UITKOMSTEN",
    "WETTEN",
    "ZORGVRAGERS",
    "Melding",
]
