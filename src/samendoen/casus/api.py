"""The door of casus for other contexts and for the demo."""

from samendoen.casus.access import Betrokkenewaarde, betrokkenen_van
from samendoen.casus.actions.acties import heropen_actie, rond_acties_af
from samendoen.casus.actions.akkoord import Akkoordinvoer, leg_akkoorden_vast
from samendoen.casus.actions.betrokkenen import betrek_personen
from samendoen.casus.actions.evaluatie import leg_evaluaties_vast, trek_evaluatie_in
from samendoen.casus.actions.evaluatieinvoer import Doeluitslaginvoer, Evaluatieinvoer, Uitkomstinvoer
from samendoen.casus.actions.meldingen import voeg_meldingen_toe
from samendoen.casus.actions.openen import NieuweCasus, open_casussen
from samendoen.casus.actions.plan import schrijf_plannen
from samendoen.casus.actions.planinvoer import Actieinvoer, Doelinvoer, Planinvoer
from samendoen.casus.actions.rechten import meldingen_van
from samendoen.casus.actions.regie import draag_regie_over, zet_tweede
from samendoen.casus.actions.sluiten import heropen_casus, sluit_casussen
from samendoen.casus.actions.vaststellen import gooi_concept_weg, stel_plannen_vast
from samendoen.casus.queries.kernen import (
    Actiekern,
    Casuskern,
    actiekernen,
    actienummers,
    betrokkenen,
    casuskernen,
    casussen_van_meldingen,
    maatwerkacties,
    open_casussen_per_team,
)
from samendoen.casus.rules import (
    Actiestatus,
    Bereikt,
    Einde,
    Mate,
    Oordeel,
    Planstatus,
    RedenSluiten,
    Spreker,
    Status,
    Vervolg,
)

__all__ = [
    "Actieinvoer",
    "Actiekern",
    "Actiestatus",
    "Akkoordinvoer",
    "Bereikt",
    "Betrokkenewaarde",
    "Casuskern",
    "Doelinvoer",
    "Doeluitslaginvoer",
    "Einde",
    "Evaluatieinvoer",
    "Mate",
    "NieuweCasus",
    "Oordeel",
    "Planinvoer",
    "Planstatus",
    "RedenSluiten",
    "Spreker",
    "Status",
    "Uitkomstinvoer",
    "Vervolg",
    "actiekernen",
    "actienummers",
    "betrek_personen",
    "betrokkenen",
    "betrokkenen_van",
    "casuskernen",
    "casussen_van_meldingen",
    "draag_regie_over",
    "gooi_concept_weg",
    "heropen_actie",
    "heropen_casus",
    "leg_akkoorden_vast",
    "leg_evaluaties_vast",
    "maatwerkacties",
    "meldingen_van",
    "open_casussen",
    "open_casussen_per_team",
    "rond_acties_af",
    "schrijf_plannen",
    "sluit_casussen",
    "stel_plannen_vast",
    "trek_evaluatie_in",
    "voeg_meldingen_toe",
    "zet_tweede",
]
