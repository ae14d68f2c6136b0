"""The colleagues of the demo: invented, without a login, so that every team has people enough."""

import random
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from samendoen.kernel.api import Rol
from samendoen.organisatie.api import NieuweMedewerker, Registratiegegevens
from samendoen.site.demo.gebruikers import DEMO_GEBRUIKERS
from samendoen.site.demo.namen import namen

# Team -> how many beside those with a login, and what they are. The numbers are ours.
BEZETTING: dict[str, tuple[int, Rol, tuple[str, ...]]] = {
    "gebiedsteam_leerdam": (17, Rol.CONSULENT, ("Jeugdprofessional", "Maatschappelijk werker 18+")),
    "gebiedsteam_meerkerk": (11, Rol.CONSULENT, ("Jeugdprofessional", "Maatschappelijk werker 18+")),
    "gebiedsteam_vianen": (19, Rol.CONSULENT, ("Jeugdprofessional", "Maatschappelijk werker 18+")),
    "voorzieningen": (11, Rol.CONSULENT, ("Wmo-consulent",)),
    "sociaal_loket": (4, Rol.LOKET, ("Loketmedewerker",)),
    "loket_jeugd": (2, Rol.LOKET, ("Loketmedewerker",)),
    "eropaf": (3, Rol.CONSULENT, ("Professional ErOpAf",)),
    "backoffice_wmo": (2, Rol.BACKOFFICE, ("Medewerker backoffice",)),
}
UREN = ("24", "28", "32", "36")


def maak_collegas(gemeente: str, zaad: int) -> list[NieuweMedewerker]:
    """Return the colleagues without a login, the same for the same seed."""
    toeval, pool = random.Random(f"{zaad}/collegas"), namen(gemeente, zaad)
    gemaakt, gehad = [], set[str]()
    for team, (aantal, rol, functies) in BEZETTING.items():
        for nummer in range(1, aantal + 1):
            naam = _naam(toeval, pool.vrouw + pool.man, pool.achternamen, gehad)
            functie = functies[nummer % len(functies)]
            gemaakt.append(_collega(team, nummer, naam, rol, functie, toeval))
    return gemaakt


def regisseurs(nieuwe: Iterable[NieuweMedewerker], teams: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return who directs casussen of each team, by the name it is counted under: user names."""
    met_login = [(g.gebruikersnaam, g.teams) for g in DEMO_GEBRUIKERS if g.rollen == (Rol.CONSULENT,)]
    zonder = [(n.gebruikersnaam, n.teams) for n in nieuwe if n.rollen == (Rol.CONSULENT.value,)]
    return {
        telnaam: tuple(naam for naam, van in (*met_login, *zonder) if team in van)
        for telnaam, team in teams.items()
    }


def _naam(
    toeval: random.Random,
    voornamen: tuple[str, ...],
    achternamen: tuple[tuple[str, str], ...],
    gehad: set[str],
) -> str:
    while True:
        tussen, achter = toeval.choice(achternamen)
        naam = " ".join(deel for deel in (toeval.choice(voornamen), tussen, achter) if deel)
        if naam not in gehad:
            gehad.add(naam)
            return naam


def _collega(
    team: str, nummer: int, naam: str, rol: Rol, functie: str, toeval: random.Random
) -> NieuweMedewerker:
    gebruikersnaam = f"{team.removeprefix('gebiedsteam_').replace('_', '-')}.{nummer:02}"
    register: tuple[str, str, date | None] = ("", "", None)
    if functie == "Jeugdprofessional":
        register = ("skj", f"9001{toeval.randrange(10**5):05}", date(2025 + nummer % 4, 1 + nummer % 12, 1))
    return NieuweMedewerker(
        gebruikersnaam=gebruikersnaam,
        naam=naam,
        rollen=(rol.value,),
        teams=(team,),
        gegevens=Registratiegegevens(functie, *register, Decimal(toeval.choice(UREN))),
        kenmerk=uuid5(NAMESPACE_URL, f"demo/{gebruikersnaam}"),
    )
