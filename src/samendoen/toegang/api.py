"""The door of the front door for other contexts and for the demo."""

from samendoen.toegang.actions.controle import NieuweMelding
from samendoen.toegang.actions.melding import handel_melding_af, handel_meldingen_af, trek_melding_in
from samendoen.toegang.actions.registratie import registreer_meldingen
from samendoen.toegang.queries import aantallen_per_team_en_jaar
from samendoen.toegang.rules import Kanaal, Uitkomst

__all__ = [
    "Kanaal",
    "NieuweMelding",
    "Uitkomst",
    "aantallen_per_team_en_jaar",
    "handel_melding_af",
    "handel_meldingen_af",
    "registreer_meldingen",
    "trek_melding_in",
]
