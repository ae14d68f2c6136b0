"""Reads of the social map: open to everybody with a login, nothing on it is about a resident."""

from samendoen.kaart.queries.waarden import (
    AanbodWaarde,
    OrganisatieWaarde,
    aanbod,
    aanbod_voor_keuze,
    niveaunamen,
    organisaties,
    organisaties_voor_keuze,
    zoek_aanbod,
)

__all__ = [
    "AanbodWaarde",
    "OrganisatieWaarde",
    "aanbod",
    "aanbod_voor_keuze",
    "niveaunamen",
    "organisaties",
    "organisaties_voor_keuze",
    "zoek_aanbod",
]
