"""The door of inwoners for other contexts."""

from samendoen.inwoners.actions.huishouden import (
    NieuwHuishouden,
    vorm_huishoudens,
    zorg_voor_huishouden,
    zorg_voor_huishoudens,
)
from samendoen.inwoners.actions.inwoner import (
    Gegevenswijziging,
    NieuweInwoner,
    registreer_inwoners,
    wijzig_inwoners,
)
from samendoen.inwoners.queries.herkennen import Herkenning, herken
from samendoen.inwoners.queries.huishoudens import (
    Lid,
    huishouden_van,
    huishoudens_van,
    leden_van,
    leden_van_huishoudens,
)
from samendoen.inwoners.queries.kernen import InwonerKern, Postadres, kernen, namen, postadres
from samendoen.inwoners.rules import Geslacht, Gezinsrol

__all__ = [
    "Gegevenswijziging",
    "Geslacht",
    "Gezinsrol",
    "Herkenning",
    "InwonerKern",
    "Lid",
    "NieuwHuishouden",
    "NieuweInwoner",
    "Postadres",
    "herken",
    "huishouden_van",
    "huishoudens_van",
    "kernen",
    "leden_van",
    "leden_van_huishoudens",
    "namen",
    "postadres",
    "registreer_inwoners",
    "vorm_huishoudens",
    "wijzig_inwoners",
    "zorg_voor_huishouden",
    "zorg_voor_huishoudens",
]
