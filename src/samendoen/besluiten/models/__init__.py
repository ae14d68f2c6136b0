"""Tables of decisions."""

from samendoen.besluiten.models.aanvraag import AANVRAAGSTATUSSEN, UITKOMSTEN, Aanvraag, Advies
from samendoen.besluiten.models.beschikbaarheid import Beschikbaarheid
from samendoen.besluiten.models.besluit import BESLUITSTATUSSEN, VERANDERINGEN, Besluit
from samendoen.besluiten.models.catalogus import Aanbieder, Catalogusimport, Product
from samendoen.besluiten.models.declaratie import Declaratie, Declaratieregel
from samendoen.besluiten.models.levering import STOPREDENEN, VERHUISD, Levering
from samendoen.besluiten.models.productcode import Productcode
from samendoen.besluiten.models.tarief import Contract, Tarief
from samendoen.besluiten.models.voorziening import (
    EENHEDEN,
    FREQUENTIES,
    VOORZIENINGSTATUSSEN,
    VORMEN,
    Toewijzing,
    Voorziening,
)
from samendoen.besluiten.models.wijziging import REDENEN, Wijziging

__all__ = [
    "AANVRAAGSTATUSSEN",
    "BESLUITSTATUSSEN",
    "EENHEDEN",
    "FREQUENTIES",
    "REDENEN",
    "STOPREDENEN",
    "UITKOMSTEN",
    "VERANDERINGEN",
    "VERHUISD",
    "VOORZIENINGSTATUSSEN",
    "VORMEN",
    "Aanbieder",
    "Aanvraag",
    "Advies",
    "Beschikbaarheid",
    "Besluit",
    "Catalogusimport",
    "Contract",
    "Declaratie",
    "Declaratieregel",
    "Levering",
    "Product",
    "Productcode",
    "Tarief",
    "Toewijzing",
    "Voorziening",
    "Wijziging",
]
