"""Tables of the message traffic."""

from samendoen.berichten.models.bericht import RICHTINGEN, STATUSSEN, Bericht, Berichtregel
from samendoen.berichten.models.verzoek import AFWIJSREDENEN, VERZOEKSTATUSSEN, Verzoek

__all__ = [
    "AFWIJSREDENEN",
    "RICHTINGEN",
    "STATUSSEN",
    "VERZOEKSTATUSSEN",
    "Bericht",
    "Berichtregel",
    "Verzoek",
]
