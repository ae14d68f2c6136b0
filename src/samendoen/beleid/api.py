"""The door of beleid for other contexts (site: the commands and the demo)."""

from samendoen.beleid.actions.agenda import (
    NieuweStand,
    NieuweVerantwoording,
    koppel_indicator,
    laad_voorbeeld,
    wijzig_verantwoordingen,
    zet_standen,
    zet_voorbeeldstanden,
)
from samendoen.beleid.actions.plan import Importuitslag, importeer_plan

__all__ = [
    "Importuitslag",
    "NieuweStand",
    "NieuweVerantwoording",
    "importeer_plan",
    "koppel_indicator",
    "laad_voorbeeld",
    "wijzig_verantwoordingen",
    "zet_standen",
    "zet_voorbeeldstanden",
]
