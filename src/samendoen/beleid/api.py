"""The door of beleid for other contexts (site: the commands and the demo).

`laad_voorbeeld(door)` is what the demo calls: Lopik's plan with made-up lights, marked as such.
`lees_document(lees_bestand(pad))` reads a text, Word or PDF document; `bevindingen_van_document` checks one.
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
from samendoen.beleid.actions.begroting import NieuweBesteding, boek_bestedingen, lees_grootboek
from samendoen.beleid.actions.lezing import (
    Verbetering,
    lees_document_in,
    leg_lezing_weg,
    neem_lezing_over,
    verbeter_lezing,
)
from samendoen.beleid.actions.plan import Importuitslag, importeer_plan
from samendoen.beleid.actions.rapport import Gemaakt, maak_rapport
from samendoen.beleid.definities import lees_plan, plancodes
from samendoen.beleid.queries.bevindingen import als_json, zin
from samendoen.beleid.queries.controle import (
    bevindingen_van_alle_plannen,
    bevindingen_van_definitie,
    bevindingen_van_document,
)
from samendoen.beleid.queries.document import lees_bestand
from samendoen.beleid.queries.leesuitvoer import als_document, samenvatting
from samendoen.beleid.queries.schermen import plannen
from samendoen.beleid.rules.document import lees as lees_document

__all__ = [
    "Gemaakt",
    "Importuitslag",
    "NieuweBesteding",
    "NieuweStand",
    "NieuweVerantwoording",
    "Verbetering",
    "als_document",
    "als_json",
    "bevindingen_van_alle_plannen",
    "bevindingen_van_definitie",
    "bevindingen_van_document",
    "boek_bestedingen",
    "importeer_plan",
    "koppel_indicator",
    "laad_voorbeeld",
    "lees_bestand",
    "lees_document",
    "lees_document_in",
    "lees_grootboek",
    "lees_plan",
    "leg_lezing_weg",
    "maak_rapport",
    "neem_lezing_over",
    "plancodes",
    "plannen",
    "samenvatting",
    "verbeter_lezing",
    "wijzig_verantwoordingen",
    "zet_standen",
    "zet_voorbeeldstanden",
    "zin",
]
