"""Tables of the case."""

from samendoen.casus.models.casus import REDENEN, STATUSSEN, Betrokkene, Casus, Casusmelding, Regie
from samendoen.casus.models.consultatie import Consultatie
from samendoen.casus.models.evaluatie import (
    BEREIKT,
    EINDES,
    MATES,
    VERVOLG,
    Doeluitslag,
    Evaluatie,
    Uitkomst,
)
from samendoen.casus.models.notitie import NOTITIESTATUSSEN, WIJZEN, Notitie, Notitiepersoon
from samendoen.casus.models.onderzoek import (
    CLIENTONDERSTEUNINGEN,
    EIGEN_PLANNEN,
    ONDERDELEN,
    ONDERZOEKSTATUSSEN,
    VERTELD,
    Bevinding,
    Onderzochte,
    Onderzoek,
    Onderzoekmelding,
    Verslagbrief,
    Verslagdeel,
)
from samendoen.casus.models.overdracht import Overdracht
from samendoen.casus.models.partnerregie import Partnerregie
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
from samendoen.casus.models.veiligheid import (
    MERKSOORTEN,
    OORDELEN_VEILIGHEID,
    Veiligheidsmerk,
    Veiligheidstaxatie,
)

__all__ = [
    "ACTIESTATUSSEN",
    "BEREIKT",
    "BESLISSEN",
    "CLIENTONDERSTEUNINGEN",
    "EIGEN_PLANNEN",
    "EINDES",
    "MATES",
    "MERKSOORTEN",
    "NOTITIESTATUSSEN",
    "ONDERDELEN",
    "ONDERZOEKSTATUSSEN",
    "OORDELEN",
    "OORDELEN_VEILIGHEID",
    "PLANSTATUSSEN",
    "REDENEN",
    "SPREKERS",
    "STATUSSEN",
    "VERTELD",
    "VERVOLG",
    "WIJZEN",
    "Actie",
    "Akkoord",
    "Betrokkene",
    "Bevinding",
    "Casus",
    "Casusmelding",
    "Consultatie",
    "Doel",
    "Doeluitslag",
    "Evaluatie",
    "Notitie",
    "Notitiepersoon",
    "Onderzochte",
    "Onderzoek",
    "Onderzoekmelding",
    "Overdracht",
    "Partnerregie",
    "Plan",
    "Regie",
    "Uitkomst",
    "Veiligheidsmerk",
    "Veiligheidstaxatie",
    "Verslagbrief",
    "Verslagdeel",
]
