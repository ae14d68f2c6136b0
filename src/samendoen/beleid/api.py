"""The door of beleid for other contexts (site: the commands and the demo).

`laad_voorbeeld(door)` is what the demo calls: Lopik's plan with made-up lights, marked as such.
`lees_document(lees_bestand(pad))` reads a text, Word or PDF document; `bevindingen_van_document` checks one.
"""

from samendoen.beleid.actions.aanbod import Oordeel
from samendoen.beleid.actions.agenda import (
    NieuweStand,
    NieuweVerantwoording,
    koppel_indicator,
    laad_voorbeeld,
    maak_indicator_los,
    wijzig_verantwoordingen,
    zet_standen,
    zet_voorbeeldstanden,
)
from samendoen.beleid.actions.begroting import NieuweBesteding, boek_bestedingen, lees_grootboek
from samendoen.beleid.actions.jaarvoorbeeld import laad_jaarvoorbeeld
from samendoen.beleid.actions.lezing import (
    Verbetering,
    lees_document_in,
    leg_lezing_weg,
    neem_lezing_over,
    verbeter_lezing,
)
from samendoen.beleid.actions.plan import Importuitslag, importeer_plan
from samendoen.beleid.actions.publicatie import (
    bied_aan,
    haal_publicatie_terug,
    keur_goed,
    stuur_terug,
    trek_aanbod_in,
)
from samendoen.beleid.actions.raad import (
    NieuweBelofte,
    NieuweVerplichting,
    beeindig_belofte,
    leg_belofte_vast,
    leg_verplichting_vast,
)
from samendoen.beleid.actions.rapport import (
    Gemaakt,
    laad_voorbeeldrapporten,
    maak_rapport,
    publiceer_rapport,
    verbeter_rapport,
)
from samendoen.beleid.actions.rapportdagen import (
    NieuweRapportdag,
    laat_rapportdag_vervallen,
    plan_rapportdagen,
)
from samendoen.beleid.actions.regels import (
    Einde,
    Verplaatsing,
    Wijziging,
    beeindig_regels,
    herstel_regels,
    verplaats_regels,
    wijzig_regels,
)
from samendoen.beleid.actions.regels_toevoegen import (
    NieuwDoel,
    NieuweActiviteit,
    NieuwThema,
    voeg_activiteiten_toe,
    voeg_doelen_toe,
    voeg_themas_toe,
)
from samendoen.beleid.actions.verhaal import NieuwVerhaal, Toestemminginvoer, teken_verhalen_op
from samendoen.beleid.actions.verhaal_einde import (
    bij_intrekking,
    trek_verhaal_in,
    wis_beeindigde_verhalen,
)
from samendoen.beleid.actions.verhaal_loop import bied_verhaal_aan, publiceer_verhaal
from samendoen.beleid.actions.voorbeeld import laad_voorbeeldverhalen
from samendoen.beleid.definities import lees_plan, plancodes
from samendoen.beleid.queries.begroting import begrotingsregels
from samendoen.beleid.queries.bevindingen import als_json, zin
from samendoen.beleid.queries.controle import (
    bevindingen_van_alle_plannen,
    bevindingen_van_definitie,
    bevindingen_van_document,
)
from samendoen.beleid.queries.document import lees_bestand
from samendoen.beleid.queries.doel import doelnummers
from samendoen.beleid.queries.leesuitvoer import als_document, samenvatting
from samendoen.beleid.queries.schermen import plannen
from samendoen.beleid.queries.verhalen import (
    Verhaalwaarde,
    beeld_van,
    rapporten_met,
    verhalen_bij,
    verhalen_in,
)
from samendoen.beleid.rules.document import lees as lees_document
from samendoen.beleid.rules.jaar import Regelsoort
from samendoen.beleid.rules.raad import Beloftesoort, Beloftestaat

__all__ = [
    "Beloftesoort",
    "Beloftestaat",
    "Einde",
    "Gemaakt",
    "Importuitslag",
    "NieuwDoel",
    "NieuwThema",
    "NieuwVerhaal",
    "NieuweActiviteit",
    "NieuweBelofte",
    "NieuweBesteding",
    "NieuweRapportdag",
    "NieuweStand",
    "NieuweVerantwoording",
    "NieuweVerplichting",
    "Oordeel",
    "Regelsoort",
    "Toestemminginvoer",
    "Verbetering",
    "Verhaalwaarde",
    "Verplaatsing",
    "Wijziging",
    "als_document",
    "als_json",
    "beeindig_belofte",
    "beeindig_regels",
    "beeld_van",
    "begrotingsregels",
    "bevindingen_van_alle_plannen",
    "bevindingen_van_definitie",
    "bevindingen_van_document",
    "bied_aan",
    "bied_verhaal_aan",
    "bij_intrekking",
    "boek_bestedingen",
    "doelnummers",
    "haal_publicatie_terug",
    "herstel_regels",
    "importeer_plan",
    "keur_goed",
    "koppel_indicator",
    "laad_jaarvoorbeeld",
    "laad_voorbeeld",
    "laad_voorbeeldrapporten",
    "laad_voorbeeldverhalen",
    "laat_rapportdag_vervallen",
    "lees_bestand",
    "lees_document",
    "lees_document_in",
    "lees_grootboek",
    "lees_plan",
    "leg_belofte_vast",
    "leg_lezing_weg",
    "leg_verplichting_vast",
    "maak_indicator_los",
    "maak_rapport",
    "neem_lezing_over",
    "plan_rapportdagen",
    "plancodes",
    "plannen",
    "publiceer_rapport",
    "publiceer_verhaal",
    "rapporten_met",
    "samenvatting",
    "stuur_terug",
    "teken_verhalen_op",
    "trek_aanbod_in",
    "trek_verhaal_in",
    "verbeter_lezing",
    "verbeter_rapport",
    "verhalen_bij",
    "verhalen_in",
    "verplaats_regels",
    "voeg_activiteiten_toe",
    "voeg_doelen_toe",
    "voeg_themas_toe",
    "wijzig_regels",
    "wijzig_verantwoordingen",
    "wis_beeindigde_verhalen",
    "zet_standen",
    "zet_voorbeeldstanden",
    "zin",
]
