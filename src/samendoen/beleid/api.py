"""The door of beleid for other contexts (site: the commands and the demo).

`laad_voorbeeld(door)` is what the demo calls: Lopik's plan with made-up lights, marked as such.
"""

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
from samendoen.beleid.actions.rapport import Gemaakt, maak_rapport
from samendoen.beleid.definities import lees_plan
from samendoen.beleid.queries.geld import (
    als_json,
    bevindingen_van_alle_plannen,
    bevindingen_van_definitie,
    zin,
)
from samendoen.beleid.queries.schermen import plannen

__all__ = [
    "Gemaakt",
    "Importuitslag",
    "NieuweStand",
    "NieuweVerantwoording",
    "als_json",
    "bevindingen_van_alle_plannen",
    "bevindingen_van_definitie",
    "importeer_plan",
    "koppel_indicator",
    "laad_voorbeeld",
    "lees_plan",
    "maak_rapport",
    "plannen",
    "wijzig_verantwoordingen",
    "zet_standen",
    "zet_voorbeeldstanden",
    "zin",
]
