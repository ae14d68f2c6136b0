"""Models of the policy cycle. None of them is about a person."""

from samendoen.beleid.models.agenda import Activiteit, Stand, Verantwoording
from samendoen.beleid.models.begroting import (
    Begroting,
    Begrotingsadvies,
    Begrotingskolom,
    Begrotingsregel,
    Besteding,
    Nulmeting,
    Zwaartekeuze,
)
from samendoen.beleid.models.begrotingswijziging import Begrotingswijziging, Geldgrens
from samendoen.beleid.models.geld import Begrotingsmutatie, Mutatietabel
from samendoen.beleid.models.initiatief import (
    Dorpsbudget,
    Dorpsdeel,
    Dorpsuitgave,
    Evaluatiemoment,
    Initiatief,
    Toetsregel,
)
from samendoen.beleid.models.jaar import Aanbieding, Planwijziging, Rapportdag
from samendoen.beleid.models.lezing import Lezing
from samendoen.beleid.models.markt import Markt, Marktregel
from samendoen.beleid.models.plan import Doelkoppeling, Doelstelling, Onderdeel, Plan, Thema
from samendoen.beleid.models.raad import Belofte, Verplichting
from samendoen.beleid.models.rapport import Rapport, Rapportbestand, Rapportpublicatie, Rapportvernietiging
from samendoen.beleid.models.verhaal import (
    Rapportverhaal,
    Toestemming,
    Verhaal,
    Verhaalbeeld,
    Vlagbevestiging,
)

__all__ = [
    "Aanbieding",
    "Activiteit",
    "Begroting",
    "Begrotingsadvies",
    "Begrotingskolom",
    "Begrotingsmutatie",
    "Begrotingsregel",
    "Begrotingswijziging",
    "Belofte",
    "Besteding",
    "Doelkoppeling",
    "Doelstelling",
    "Dorpsbudget",
    "Dorpsdeel",
    "Dorpsuitgave",
    "Evaluatiemoment",
    "Geldgrens",
    "Initiatief",
    "Lezing",
    "Markt",
    "Marktregel",
    "Mutatietabel",
    "Nulmeting",
    "Onderdeel",
    "Plan",
    "Planwijziging",
    "Rapport",
    "Rapportbestand",
    "Rapportdag",
    "Rapportpublicatie",
    "Rapportverhaal",
    "Rapportvernietiging",
    "Stand",
    "Thema",
    "Toestemming",
    "Toetsregel",
    "Verantwoording",
    "Verhaal",
    "Verhaalbeeld",
    "Verplichting",
    "Vlagbevestiging",
    "Zwaartekeuze",
]
