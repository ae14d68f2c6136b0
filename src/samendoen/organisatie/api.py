"""The door of organisatie for every higher context."""

from samendoen.organisatie.actions.gemeente import Importuitslag, importeer_gemeente
from samendoen.organisatie.actions.medewerker import (
    NieuweMedewerker,
    Registratiegegevens,
    maak_medewerker,
    maak_medewerkers,
)
from samendoen.organisatie.definities import Gemeentedefinitie, gemeentedefinitie
from samendoen.organisatie.queries import (
    ALGEMEEN,
    GemeenteWaarde,
    MedewerkerWaarde,
    TeamWaarde,
    contactteksten,
    eigen_bestand,
    gebiedsteams,
    gemeente,
    getelde_teamnamen,
    kernen,
    leefgebieden,
    leefgebiedvragen,
    mandaatzin,
    mandaten_van,
    medewerkers_van,
    teamnamen,
    teams_bij_code,
    teams_voor_keuze,
    telnamen,
)
from samendoen.organisatie.rules import Mandaatoordeel, Mandaatwaarde, mag_besluiten
from samendoen.organisatie.rules import Uitkomst as Mandaatuitkomst

__all__ = [
    "ALGEMEEN",
    "GemeenteWaarde",
    "Gemeentedefinitie",
    "Importuitslag",
    "Mandaatoordeel",
    "Mandaatuitkomst",
    "Mandaatwaarde",
    "MedewerkerWaarde",
    "NieuweMedewerker",
    "Registratiegegevens",
    "TeamWaarde",
    "contactteksten",
    "eigen_bestand",
    "gebiedsteams",
    "gemeente",
    "gemeentedefinitie",
    "getelde_teamnamen",
    "importeer_gemeente",
    "kernen",
    "leefgebieden",
    "leefgebiedvragen",
    "maak_medewerker",
    "maak_medewerkers",
    "mag_besluiten",
    "mandaatzin",
    "mandaten_van",
    "medewerkers_van",
    "teamnamen",
    "teams_bij_code",
    "teams_voor_keuze",
    "telnamen",
]
