"""Event kinds of the front door."""

from samendoen.toegang.events.advies import (
    ADVIES,
    AdviesGegeven,
    AdviesIngetrokken,
)
from samendoen.toegang.events.eropaf import (
    EROPAF,
    ContactGezocht,
    ContactIngetrokken,
    EropafBegonnen,
    EropafBesloten,
    EropafTeruggenomen,
    EropafVervallen,
)
from samendoen.toegang.events.melding import (
    InwonerGekoppeld,
    MeldingAfgehandeld,
    MeldingGeregistreerd,
    MeldingGeregistreerdV1,
    MeldingGetrieerd,
    MeldingHeropend,
    MeldingIngetrokken,
    OntvangstBevestigd,
    OverdrachtOpgevolgd,
)
from samendoen.toegang.events.route import (
    RouteGekozen,
    RouteLosgelaten,
)
from samendoen.toegang.events.wachtlijst import (
    OverbruggingGeboden,
    OverbruggingGestopt,
    OverbruggingIngetrokken,
    WachtcontactIngetrokken,
    WachtcontactVastgelegd,
    WachtprioriteitGezet,
)

__all__ = [
    "ADVIES",
    "EROPAF",
    "AdviesGegeven",
    "AdviesIngetrokken",
    "ContactGezocht",
    "ContactIngetrokken",
    "EropafBegonnen",
    "EropafBesloten",
    "EropafTeruggenomen",
    "EropafVervallen",
    "InwonerGekoppeld",
    "MeldingAfgehandeld",
    "MeldingGeregistreerd",
    "MeldingGeregistreerdV1",
    "MeldingGetrieerd",
    "MeldingHeropend",
    "MeldingIngetrokken",
    "OntvangstBevestigd",
    "OverbruggingGeboden",
    "OverbruggingGestopt",
    "OverbruggingIngetrokken",
    "OverdrachtOpgevolgd",
    "RouteGekozen",
    "RouteLosgelaten",
    "WachtcontactIngetrokken",
    "WachtcontactVastgelegd",
    "WachtprioriteitGezet",
]
