"""The door of werk for other contexts and for the demo."""

from samendoen.schil.api import Klok
from samendoen.werk.actions.schorsing import hervat_termijn, hervat_verstreken, schors_termijn
from samendoen.werk.actions.taak import NieuweTaak, heropen_taak, maak_taak, rond_taak_af, verplaats_taken
from samendoen.werk.actions.taakregel import Uitslag, laat_taken_vervallen, pas_taakregels_toe
from samendoen.werk.actions.termijn import (
    TermijnStart,
    draag_termijnen_over,
    heropen_termijnen,
    laat_vervallen,
    start_termijnen,
    verdeel_termijnen,
    voltooi_termijnen,
)
from samendoen.werk.actions.verdaging import verdaag_termijn
from samendoen.werk.definities import Leeftijd, Regel, taakregel, taakregels
from samendoen.werk.queries import klokken_van, klokken_van_alle, laatste_dagen, lopende_termijnen
from samendoen.werk.rules import TERUG, Verdagingsreden

__all__ = [
    "TERUG",
    "Klok",
    "Leeftijd",
    "NieuweTaak",
    "Regel",
    "TermijnStart",
    "Uitslag",
    "Verdagingsreden",
    "draag_termijnen_over",
    "heropen_taak",
    "heropen_termijnen",
    "hervat_termijn",
    "hervat_verstreken",
    "klokken_van",
    "klokken_van_alle",
    "laat_taken_vervallen",
    "laat_vervallen",
    "laatste_dagen",
    "lopende_termijnen",
    "maak_taak",
    "pas_taakregels_toe",
    "rond_taak_af",
    "schors_termijn",
    "start_termijnen",
    "taakregel",
    "taakregels",
    "verdaag_termijn",
    "verdeel_termijnen",
    "verplaats_taken",
    "voltooi_termijnen",
]
