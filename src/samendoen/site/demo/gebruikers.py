"""The logins of the demo: synthetic colleagues, at least one per role. Never in a real installation."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from samendoen.kernel.api import Actor, Rol, Wachtwoordhash, hash_wachtwoord
from samendoen.organisatie.api import NieuweMedewerker, Registratiegegevens, maak_medewerkers

DEMOWACHTWOORD = "samen-doen-demo"


@dataclass(frozen=True, slots=True)
class Demogebruiker:
    """An invented colleague. Teams are codes of Vijfheerenlanden."""

    gebruikersnaam: str
    naam: str
    rollen: tuple[Rol, ...]
    teams: tuple[str, ...]
    functie: str
    uren: str = "36"
    register: tuple[str, str, date] | None = None


# A user name is the part that somebody plays; the surname says that it is a demo.
DEMO_GEBRUIKERS: tuple[Demogebruiker, ...] = (
    Demogebruiker("loket", "Noor Demo-Loket", (Rol.LOKET,), ("sociaal_loket",), "Loketmedewerker", "32"),
    Demogebruiker(
        "loket-jeugd", "Sem Demo-Jeugdloket", (Rol.LOKET,), ("loket_jeugd",), "Loketmedewerker", "28"
    ),
    Demogebruiker(
        "leerdam",
        "Yara Demo-Leerdam",
        (Rol.CONSULENT,),
        ("gebiedsteam_leerdam",),
        "Jeugdprofessional",
        "36",
        ("skj", "900000001", date(2027, 3, 1)),
    ),
    Demogebruiker(
        "vianen",
        "Bram Demo-Vianen",
        (Rol.CONSULENT,),
        ("gebiedsteam_vianen",),
        "Maatschappelijk werker 18+",
        "32",
        ("skj", "900000002", date(2024, 7, 15)),
    ),
    Demogebruiker(
        "meerkerk",
        "Fenna Demo-Meerkerk",
        (Rol.CONSULENT,),
        ("gebiedsteam_meerkerk",),
        "Jeugdprofessional",
        "28",
        ("skj", "900000003", date(2024, 5, 1)),
    ),
    Demogebruiker("wmo", "Karim Demo-Wmo", (Rol.CONSULENT,), ("voorzieningen",), "Wmo-consulent"),
    Demogebruiker("eropaf", "Lotte Demo-ErOpAf", (Rol.CONSULENT,), ("eropaf",), "Professional ErOpAf", "24"),
    Demogebruiker(
        "teamleider",
        "Saskia Demo-Teamleider",
        (Rol.TEAMLEIDER,),
        ("gebiedsteam_leerdam", "gebiedsteam_vianen", "gebiedsteam_meerkerk", "voorzieningen"),
        "Teamleider",
    ),
    Demogebruiker(
        "kwaliteit",
        "Jonas Demo-Kwaliteit",
        (Rol.KWALITEIT,),
        ("gebiedsteam_leerdam", "gebiedsteam_vianen", "gebiedsteam_meerkerk"),
        "Gedragswetenschapper",
        "24",
        ("big", "90000000401", date(2026, 9, 1)),
    ),
    Demogebruiker(
        "leerplicht",
        "Milan Demo-Leerplicht",
        (Rol.LEERPLICHT,),
        ("gebiedsteam_leerdam",),
        "Leerplichtambtenaar",
        "33.36",
    ),
    Demogebruiker(
        "backoffice",
        "Anouk Demo-Backoffice",
        (Rol.BACKOFFICE,),
        ("backoffice_wmo",),
        "Medewerker backoffice",
        "32",
    ),
    Demogebruiker("beleid", "Ruben Demo-Beleid", (Rol.BELEID,), (), "Beleidsadviseur"),
    # Four eyes: what one of the two writes, the other approves.
    Demogebruiker("beleid2", "Noor Demo-Beleid", (Rol.BELEID,), (), "Beleidsadviseur", "24"),
    Demogebruiker("raad", "Emma Demo-Raad", (Rol.RAAD,), (), "Raadslid", "12"),
    Demogebruiker("beheer", "Thijs Demo-Beheer", (Rol.BEHEER,), (), "Functioneel beheerder"),
    Demogebruiker("fg", "Iris Demo-FG", (Rol.FG,), (), "Functionaris gegevensbescherming", "16"),
)


def maak_demogebruikers(door: Actor) -> list[int]:
    """Make the demo's logins (all with DEMOWACHTWOORD) and return their ids; twice changes nothing.

    Needs the municipality's teams: import it first. Only for a database that is a demo.
    """
    # The password is public and the same for all: hashed once, that is three seconds less.
    wachtwoord = hash_wachtwoord(DEMOWACHTWOORD)
    return maak_medewerkers(door, [_nieuw(demo, wachtwoord) for demo in DEMO_GEBRUIKERS])


def _nieuw(demo: Demogebruiker, wachtwoord: Wachtwoordhash) -> NieuweMedewerker:
    register, nummer, tot = demo.register or ("", "", None)
    return NieuweMedewerker(
        gebruikersnaam=demo.gebruikersnaam,
        naam=demo.naam,
        rollen=tuple(rol.value for rol in demo.rollen),
        teams=demo.teams,
        wachtwoord=wachtwoord,
        gegevens=Registratiegegevens(demo.functie, register, nummer, tot, Decimal(demo.uren)),
        kenmerk=uuid5(NAMESPACE_URL, f"demo/{demo.gebruikersnaam}"),
    )
