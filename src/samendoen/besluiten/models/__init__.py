"""Tables of decisions."""

from samendoen.besluiten.models.aanvraag import AANVRAAGSTATUSSEN, UITKOMSTEN, Aanvraag, Advies
from samendoen.besluiten.models.beschikbaarheid import Beschikbaarheid
from samendoen.besluiten.models.besluit import BESLUITSTATUSSEN, VERANDERINGEN, Besluit
from samendoen.besluiten.models.betaling import Betaling
from samendoen.besluiten.models.bezwaar import (
    AFZIEN,
    BEZWAARSTATUSSEN,
    BEZWAARUITKOMSTEN,
    GEBREKEN,
    HOREN,
    INTREKREDENEN,
    NAMENS,
    NIETONTVANKELIJK,
    Bezwaar,
)
from samendoen.besluiten.models.bijdrage import Vrijstelling
from samendoen.besluiten.models.catalogus import Aanbieder, Catalogusimport, Product
from samendoen.besluiten.models.declaratie import Declaratie, Declaratieregel
from samendoen.besluiten.models.doorbraak import Doorbraak, Doorbraakuitgave
from samendoen.besluiten.models.klacht import (
    AFLOPEN,
    KLACHTSTATUSSEN,
    NIETBEHANDELD,
    NIETGEHOORD,
    OORDELEN,
    Klacht,
)
from samendoen.besluiten.models.levering import STOPREDENEN, VERHUISD, Levering
from samendoen.besluiten.models.pgb import BEHEER, VOORWAARDEN, Pgb
from samendoen.besluiten.models.productcode import Productcode
from samendoen.besluiten.models.tarief import Contract, Tarief
from samendoen.besluiten.models.voorziening import (
    EENHEDEN,
    FREQUENTIES,
    VOORZIENINGSTATUSSEN,
    VORMEN,
    WIJZEN,
    Toewijzing,
    Voorziening,
)
from samendoen.besluiten.models.wijziging import REDENEN, Wijziging
from samendoen.besluiten.models.zaakbrief import BRIEFSOORTEN, Zaakbrief

__all__ = [
    "AANVRAAGSTATUSSEN",
    "AFLOPEN",
    "AFZIEN",
    "BEHEER",
    "BESLUITSTATUSSEN",
    "BEZWAARSTATUSSEN",
    "BEZWAARUITKOMSTEN",
    "BRIEFSOORTEN",
    "EENHEDEN",
    "FREQUENTIES",
    "GEBREKEN",
    "HOREN",
    "INTREKREDENEN",
    "KLACHTSTATUSSEN",
    "NAMENS",
    "NIETBEHANDELD",
    "NIETGEHOORD",
    "NIETONTVANKELIJK",
    "OORDELEN",
    "REDENEN",
    "STOPREDENEN",
    "UITKOMSTEN",
    "VERANDERINGEN",
    "VERHUISD",
    "VOORWAARDEN",
    "VOORZIENINGSTATUSSEN",
    "VORMEN",
    "WIJZEN",
    "Aanbieder",
    "Aanvraag",
    "Advies",
    "Beschikbaarheid",
    "Besluit",
    "Betaling",
    "Bezwaar",
    "Catalogusimport",
    "Contract",
    "Declaratie",
    "Declaratieregel",
    "Doorbraak",
    "Doorbraakuitgave",
    "Klacht",
    "Levering",
    "Pgb",
    "Product",
    "Productcode",
    "Tarief",
    "Toewijzing",
    "Voorziening",
    "Vrijstelling",
    "Wijziging",
    "Zaakbrief",
]
