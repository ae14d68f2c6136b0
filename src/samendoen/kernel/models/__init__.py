"""Models of the kernel."""

from samendoen.kernel.models.dossier import (
    Dossier,
    Groep,
    Groepslid,
    Grond,
    Inzagelogregel,
    Inzagerecht,
    Niveau,
    Persoon,
    Rolrecht,
    Wet,
)
from samendoen.kernel.models.gebeurtenis import ActorSoort, Gebeurtenis, GebeurtenisInhoud
from samendoen.kernel.models.gebruiker import Gebruiker
from samendoen.kernel.models.opslag import Gegevenssleutel, Wislijstregel, Zoekregel
from samendoen.kernel.models.toegangstoken import Toegangstoken

__all__ = [
    "ActorSoort",
    "Dossier",
    "Gebeurtenis",
    "GebeurtenisInhoud",
    "Gebruiker",
    "Gegevenssleutel",
    "Groep",
    "Groepslid",
    "Grond",
    "Inzagelogregel",
    "Inzagerecht",
    "Niveau",
    "Persoon",
    "Rolrecht",
    "Toegangstoken",
    "Wet",
    "Wislijstregel",
    "Zoekregel",
]
