"""Tables of decisions."""

from samendoen.besluiten.models.aanvraag import Aanvraag
from samendoen.besluiten.models.besluit import Besluit
from samendoen.besluiten.models.catalogus import Aanbieder, Catalogusimport, Product
from samendoen.besluiten.models.voorziening import Toewijzing, Voorziening

__all__ = [
    "Aanbieder",
    "Aanvraag",
    "Besluit",
    "Catalogusimport",
    "Product",
    "Toewijzing",
    "Voorziening",
]
