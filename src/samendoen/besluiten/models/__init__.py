"""Tables of decisions."""

from samendoen.besluiten.models.aanvraag import AANVRAAGSTATUSSEN, UITKOMSTEN, Aanvraag, Advies
from samendoen.besluiten.models.besluit import BESLUITSTATUSSEN, Besluit
from samendoen.besluiten.models.catalogus import Aanbieder, Catalogusimport, Product
from samendoen.besluiten.models.voorziening import (
    EENHEDEN,
    FREQUENTIES,
    VOORZIENINGSTATUSSEN,
    VORMEN,
    Toewijzing,
    Voorziening,
)

__all__ = [
    "AANVRAAGSTATUSSEN",
    "BESLUITSTATUSSEN",
    "EENHEDEN",
    "FREQUENTIES",
    "UITKOMSTEN",
    "VOORZIENINGSTATUSSEN",
    "VORMEN",
    "Aanbieder",
    "Aanvraag",
    "Advies",
    "Besluit",
    "Catalogusimport",
    "Product",
    "Toewijzing",
    "Voorziening",
]
