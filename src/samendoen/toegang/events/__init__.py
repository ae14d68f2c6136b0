"""Event kinds of the front door."""

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

__all__ = [
    "InwonerGekoppeld",
    "MeldingAfgehandeld",
    "MeldingGeregistreerd",
    "MeldingGeregistreerdV1",
    "MeldingGetrieerd",
    "MeldingHeropend",
    "MeldingIngetrokken",
    "OntvangstBevestigd",
    "OverdrachtOpgevolgd",
]
