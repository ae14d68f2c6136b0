"""Tables of the case."""

from samendoen.casus.models.casus import REDENEN, STATUSSEN, Betrokkene, Casus, Casusmelding, Regie
from samendoen.casus.models.evaluatie import (
    BEREIKT,
    EINDES,
    MATES,
    VERVOLG,
    Doeluitslag,
    Evaluatie,
    Uitkomst,
)
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
    "BEREIKT",
    "BESLISSEN",
    "EINDES",
    "MATES",
    "OORDELEN",
    "PLANSTATUSSEN",
    "REDENEN",
    "SPREKERS",
    "STATUSSEN",
    "VERVOLG",
    "Actie",
    "Akkoord",
    "Betrokkene",
    "Casus",
    "Casusmelding",
    "Doel",
    "Doeluitslag",
    "Evaluatie",
    "Plan",
    "Regie",
    "Uitkomst",
]
