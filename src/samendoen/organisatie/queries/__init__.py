"""Reads of organisatie."""

from samendoen.organisatie.queries.gebieden import gebiedsteams
from samendoen.organisatie.queries.waarden import (
    GemeenteWaarde,
    MedewerkerWaarde,
    TeamWaarde,
    contactteksten,
    gemeente,
    gemeentenaam,
    getelde_teamnamen,
    kernen,
    leefgebieden,
    mandaatzin,
    mandaten_van,
    medewerkers_van,
    teamnamen,
    teams_bij_code,
    teams_voor_keuze,
    telnamen,
    vergeet_gemeentenaam,
)

__all__ = [
    "GemeenteWaarde",
    "MedewerkerWaarde",
    "TeamWaarde",
    "contactteksten",
    "gebiedsteams",
    "gemeente",
    "gemeentenaam",
    "getelde_teamnamen",
    "kernen",
    "leefgebieden",
    "mandaatzin",
    "mandaten_van",
    "medewerkers_van",
    "teamnamen",
    "teams_bij_code",
    "teams_voor_keuze",
    "telnamen",
    "vergeet_gemeentenaam",
]
