"""All cases of level 2."""

from tests.berichten.declaratie import DECLARATIE, DECLARATIEANTWOORD
from tests.berichten.toewijzing import START_EN_STOP, TOEWIJZING, in_elk_productbericht, met_een_geboortedatum
from tests.berichten.verzoek import VERZOEKEN

GEVALLEN = [
    *in_elk_productbericht(),
    *met_een_geboortedatum(),
    *TOEWIJZING,
    *START_EN_STOP,
    *VERZOEKEN,
    *DECLARATIE,
    *DECLARATIEANTWOORD,
]
