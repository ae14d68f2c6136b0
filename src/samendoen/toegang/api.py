"""The door of the front door for other contexts and for the demo."""

from samendoen.toegang.actions.bevestiging import bevestig_ontvangst
from samendoen.toegang.actions.controle import NieuweMelding, Triagebesluit
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
from samendoen.toegang.actions.triage import trieer_meldingen
from samendoen.toegang.actions.wachtlijst import (
    Contactinvoer,
    Prioriteitkeuze,
    leg_wachtcontacten_vast,
    zet_wachtprioriteiten,
)
from samendoen.toegang.definities.triage import eigen_bestand
from samendoen.toegang.queries import (
    Meldingkern,
    Tafel,
    aantallen_per_team_en_jaar,
    meldingkernen,
    stel_triage_voor,
    tafel,
)
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
    leeftijdsgroep,
)

__all__ = [
    "Contactinvoer",
    "Contactuitkomst",
    "Kanaal",
    "Melder",
    "Meldingkern",
    "NieuweMelding",
    "Overbruggingsinvoer",
    "Prioriteitkeuze",
    "Route",
    "Status",
    "Tafel",
    "Triagebesluit",
    "Triagevoorstel",
    "Triagevraag",
    "Uitkomst",
    "Wachtkop",
    "Zorgvrager",
    "aantallen_per_team_en_jaar",
    "bevestig_ontvangst",
    "bied_overbruggingen",
    "eigen_bestand",
    "handel_melding_af",
    "handel_meldingen_af",
    "heropen_melding",
    "koppel_inwoners",
    "leeftijdsgroep",
    "leg_wachtcontacten_vast",
    "meldingkernen",
    "neem_meldingen_op",
    "registreer_meldingen",
    "stel_triage_voor",
    "tafel",
    "trek_melding_in",
    "trek_meldingen_in",
    "trieer_meldingen",
    "volg_op",
    "volg_overdrachten_op",
    "wachtkop",
    "zet_wachtprioriteiten",
]
