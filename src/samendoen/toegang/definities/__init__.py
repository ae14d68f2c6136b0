"""Schemas of the front door's definition files: the triage table, and the texts of its letter."""

from samendoen.toegang.definities.brieven import (
    Briefdeel,
    Ontvangstbrief,
    Wanneer,
    ontvangstbrief,
    ontvangstbrieven,
)
from samendoen.toegang.definities.eropaf import Eropafwijze, eigen_eropafwijze, eropafwijze
from samendoen.toegang.definities.routes import Korteroute, Korteroutes, eigen_routes, korteroutes, routehash
from samendoen.toegang.definities.triage import Triagetabel, tabelnaam, triageregels, triagetabel
from samendoen.toegang.definities.veilig_thuis import (
    Voorrangtabel,
    eigen_voorrang,
    voorrangtabel,
)
from samendoen.toegang.definities.wachtlijst import (
    Prioriteit,
    Wachtlijstdefinitie,
    eigen_wachtlijst,
    wachtlijstdefinitie,
    wachtlijsthash,
    wachtlijstnaam,
)

__all__ = [
    "Briefdeel",
    "Eropafwijze",
    "Korteroute",
    "Korteroutes",
    "Ontvangstbrief",
    "Prioriteit",
    "Triagetabel",
    "Voorrangtabel",
    "Wachtlijstdefinitie",
    "Wanneer",
    "eigen_eropafwijze",
    "eigen_routes",
    "eigen_voorrang",
    "eigen_wachtlijst",
    "eropafwijze",
    "korteroutes",
    "ontvangstbrief",
    "ontvangstbrieven",
    "routehash",
    "tabelnaam",
    "triageregels",
    "triagetabel",
    "voorrangtabel",
    "wachtlijstdefinitie",
    "wachtlijsthash",
    "wachtlijstnaam",
]
