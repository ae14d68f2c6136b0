"""Models of kaart."""

from samendoen.kaart.models.aanbod import DOELGROEPEN, NIVEAUS, TALEN, Aanbod
from samendoen.kaart.models.organisatie import Kaartimport, Locatie, Organisatie

__all__ = ["DOELGROEPEN", "NIVEAUS", "TALEN", "Aanbod", "Kaartimport", "Locatie", "Organisatie"]
