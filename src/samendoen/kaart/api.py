"""The door of kaart for other contexts."""

from samendoen.kaart.actions.lezen import Kaartuitslag, importeer_kaart
from samendoen.kaart.models import NIVEAUS
from samendoen.kaart.queries import (
    AanbodWaarde,
    OrganisatieWaarde,
    aanbod,
    aanbod_voor_keuze,
    niveaunamen,
    organisaties,
    organisaties_voor_keuze,
    zoek_aanbod,
)
from samendoen.kaart.rules import Ondersteuningsniveau

__all__ = [
    "NIVEAUS",
    "AanbodWaarde",
    "Kaartuitslag",
    "Ondersteuningsniveau",
    "OrganisatieWaarde",
    "aanbod",
    "aanbod_voor_keuze",
    "importeer_kaart",
    "niveaunamen",
    "organisaties",
    "organisaties_voor_keuze",
    "zoek_aanbod",
]
