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
from samendoen.toegang.models.wachtlijst import (
    CONTACTUITKOMSTEN,
    Overbrugging,
    Wachtcontact,
    Wachtplek,
)

__all__ = [
    "CONTACTUITKOMSTEN",
    "KANALEN",
    "MELDERS",
    "REDENEN",
    "ROUTES",
    "STATUSSEN",
    "UITKOMSTEN",
    "WETTEN",
    "ZORGVRAGERS",
    "Melding",
    "Overbrugging",
    "Wachtcontact",
    "Wachtplek",
]
