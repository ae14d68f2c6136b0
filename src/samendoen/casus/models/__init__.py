"""Tables of the case."""

from samendoen.casus.models.casus import REDENEN, STATUSSEN, Betrokkene, Casus, Casusmelding, Regie
from samendoen.casus.models.plan import (
    ACTIESTATUSSEN,
    BESLISSEN,
    OORDELEN,
    PLANSTATUSSEN,
    SPREKERS,
    Actie,
    Akkoord,
    Doel,
    Plan,
)

__all__ = [
    "ACTIESTATUSSEN",
    "BESLISSEN",
    "OORDELEN",
    "PLANSTATUSSEN",
    "REDENEN",
    "SPREKERS",
    "STATUSSEN",
    "Actie",
    "Akkoord",
    "Betrokkene",
    "Casus",
    "Casusmelding",
    "Doel",
    "Plan",
    "Regie",
]
