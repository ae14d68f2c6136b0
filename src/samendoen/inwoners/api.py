"""The door of inwoners for other contexts."""

from samendoen.inwoners.actions.gezag import Gezagseinde, NieuwGezag, beeindig_gezag, leg_gezag_vast
from samendoen.inwoners.actions.gezinslid import (
    Toetreding,
    Vertrek,
    gezinsleden_erbij,
    gezinsleden_vertrekken,
)
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
from samendoen.inwoners.actions.relatie import NieuweRelatie, beeindig_relaties, leg_relaties_vast
from samendoen.inwoners.queries.geadresseerden import Geadresseerde, geadresseerden
from samendoen.inwoners.queries.geboren import geboortedata
from samendoen.inwoners.queries.herkennen import Herkenning, herken
from samendoen.inwoners.queries.huishoudens import (
    Lid,
    gezag_over,
    huishouden_van,
    huishoudens_van,
    leden_van,
    leden_van_huishoudens,
)
from samendoen.inwoners.queries.kernen import (
    InwonerKern,
    Postadres,
    kernen,
    namen,
    postadres,
    postadressen,
)
from samendoen.inwoners.queries.nummer import personen_met_bsn, persoon_met_bsn
from samendoen.inwoners.queries.uitwisseling import Clientgegevens, clientgegevens
from samendoen.inwoners.rules import Geslacht, Gezinsrol, Relatiesoort

__all__ = [
    "Clientgegevens",
    "Geadresseerde",
    "Gegevenswijziging",
    "Geslacht",
    "Gezagseinde",
    "Gezinsrol",
    "Herkenning",
    "InwonerKern",
    "Lid",
    "NieuwGezag",
    "NieuwHuishouden",
    "NieuweInwoner",
    "NieuweRelatie",
    "Postadres",
    "Relatiesoort",
    "Toetreding",
    "Vertrek",
    "beeindig_gezag",
    "beeindig_relaties",
    "clientgegevens",
    "geadresseerden",
    "geboortedata",
    "gezag_over",
    "gezinsleden_erbij",
    "gezinsleden_vertrekken",
    "herken",
    "huishouden_van",
    "huishoudens_van",
    "kernen",
    "leden_van",
    "leden_van_huishoudens",
    "leg_gezag_vast",
    "leg_relaties_vast",
    "namen",
    "personen_met_bsn",
    "persoon_met_bsn",
    "postadres",
    "postadressen",
    "registreer_inwoners",
    "vorm_huishoudens",
    "wijzig_inwoners",
    "zorg_voor_huishouden",
    "zorg_voor_huishoudens",
]
