"""Models of the policy cycle. None of them is about a person."""

from samendoen.beleid.models.agenda import Activiteit, Stand, Verantwoording
from samendoen.beleid.models.geld import Begrotingsmutatie, Mutatietabel
from samendoen.beleid.models.plan import Doelkoppeling, Doelstelling, Onderdeel, Plan, Thema
from samendoen.beleid.models.rapport import Rapport, Rapportbestand

__all__ = [
    "Activiteit",
    "Begrotingsmutatie",
    "Doelkoppeling",
    "Doelstelling",
    "Mutatietabel",
    "Onderdeel",
    "Plan",
    "Rapport",
    "Rapportbestand",
    "Stand",
    "Thema",
    "Verantwoording",
]
