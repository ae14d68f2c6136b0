"""The door of the front door for other contexts and for the demo."""

from samendoen.toegang.actions.advies import Adviesinvoer, geef_adviezen, trek_advies_in
from samendoen.toegang.actions.bevestiging import bevestig_ontvangst
from samendoen.toegang.actions.controle import NieuweMelding, Triagebesluit
from samendoen.toegang.actions.eropaf import (
    Eropafinvoer,
    Poginginvoer,
    besluit_eropaf,
    leg_pogingen_vast,
    neem_eropaf_terug,
    trek_poging_in,
)
from samendoen.toegang.actions.koppeling import koppel_inwoners
from samendoen.toegang.actions.melding import (
    handel_melding_af,
    handel_meldingen_af,
    heropen_melding,
    trek_melding_in,
    trek_meldingen_in,
)
from samendoen.toegang.actions.opvolging import volg_op, volg_overdrachten_op
from samendoen.toegang.actions.overbrugging import Overbruggingsinvoer, bied_overbruggingen
from samendoen.toegang.actions.registratie import neem_meldingen_op, registreer_meldingen
from samendoen.toegang.actions.route import Routeinvoer, kies_routes, laat_route_los
from samendoen.toegang.actions.triage import trieer_meldingen
from samendoen.toegang.actions.wachtlijst import (
    Contactinvoer,
    Prioriteitkeuze,
    leg_wachtcontacten_vast,
    zet_wachtprioriteiten,
)
from samendoen.toegang.actions.zorgmelding import Zorginvoer, meld_zorgen
from samendoen.toegang.queries import (
    Meldingkern,
    Tafel,
    aantallen_per_team_en_jaar,
    meldingkernen,
    stel_triage_voor,
    tafel,
)
from samendoen.toegang.queries.nieuw import nieuwe_meldingen
from samendoen.toegang.queries.route import Routekern, bewijzen_van, routekernen
from samendoen.toegang.queries.wachtlijst import Wachtkop, wachtkop
from samendoen.toegang.rules import (
    Contactuitkomst,
    Kanaal,
    Melder,
    Route,
    Status,
    Triagevoorstel,
    Triagevraag,
    Uitkomst,
    Zorgvrager,
    afgeschermd,
    leeftijdsgroep,
)

__all__ = [
    "Adviesinvoer",
    "Contactinvoer",
    "Contactuitkomst",
    "Eropafinvoer",
    "Kanaal",
    "Melder",
    "Meldingkern",
    "NieuweMelding",
    "Overbruggingsinvoer",
    "Poginginvoer",
    "Prioriteitkeuze",
    "Route",
    "Routeinvoer",
    "Routekern",
    "Status",
    "Tafel",
    "Triagebesluit",
    "Triagevoorstel",
    "Triagevraag",
    "Uitkomst",
    "Wachtkop",
    "Zorginvoer",
    "Zorgvrager",
    "aantallen_per_team_en_jaar",
    "afgeschermd",
    "besluit_eropaf",
    "bevestig_ontvangst",
    "bewijzen_van",
    "bied_overbruggingen",
    "geef_adviezen",
    "handel_melding_af",
    "handel_meldingen_af",
    "heropen_melding",
    "kies_routes",
    "koppel_inwoners",
    "laat_route_los",
    "leeftijdsgroep",
    "leg_pogingen_vast",
    "leg_wachtcontacten_vast",
    "meld_zorgen",
    "meldingkernen",
    "neem_eropaf_terug",
    "neem_meldingen_op",
    "nieuwe_meldingen",
    "registreer_meldingen",
    "routekernen",
    "stel_triage_voor",
    "tafel",
    "trek_advies_in",
    "trek_melding_in",
    "trek_meldingen_in",
    "trek_poging_in",
    "trieer_meldingen",
    "volg_op",
    "volg_overdrachten_op",
    "wachtkop",
    "zet_wachtprioriteiten",
]
