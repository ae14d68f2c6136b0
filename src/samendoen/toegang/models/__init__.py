"""Tables of the front door."""

from samendoen.toegang.models.advies import (
    ANTWOORDSOORTEN,
    Advies,
)
from samendoen.toegang.models.eropaf import (
    EROPAFKEUZES,
    EROPAFSTATUSSEN,
    POGINGUITKOMSTEN,
    POGINGWIJZEN,
    VERKENNINGUITKOMSTEN,
    Contactpoging,
    Eropaf,
    Eropafbesluit,
    Zorgmelding,
)
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
from samendoen.toegang.models.route import (
    Routekeuze,
)
from samendoen.toegang.models.wachtlijst import (
    CONTACTUITKOMSTEN,
    Overbrugging,
    Wachtcontact,
    Wachtplek,
)

__all__ = [
    "ANTWOORDSOORTEN",
    "CONTACTUITKOMSTEN",
    "EROPAFKEUZES",
    "EROPAFSTATUSSEN",
    "KANALEN",
    "MELDERS",
    "POGINGUITKOMSTEN",
    "POGINGWIJZEN",
    "REDENEN",
    "ROUTES",
    "STATUSSEN",
    "UITKOMSTEN",
    "VERKENNINGUITKOMSTEN",
    "WETTEN",
    "ZORGVRAGERS",
    "Advies",
    "Contactpoging",
    "Eropaf",
    "Eropafbesluit",
    "Melding",
    "Overbrugging",
    "Routekeuze",
    "Wachtcontact",
    "Wachtplek",
    "Zorgmelding",
]
