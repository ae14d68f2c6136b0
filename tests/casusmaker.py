"""Makers of households, questions and casussen for tests. Every one goes through the actions."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from uuid import uuid4

from samendoen.casus.api import (
    Actieinvoer,
    Doelinvoer,
    NieuweCasus,
    Partnerregieinvoer,
    Planinvoer,
    begin_partnerregies,
    open_casussen,
    schrijf_plannen,
)
from samendoen.inwoners.api import NieuweInwoner, NieuwHuishouden, registreer_inwoners, vorm_huishoudens
from samendoen.kaart.api import importeer_kaart, organisaties_voor_keuze
from samendoen.kernel.api import SYSTEEM, Actor, klok
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from tests.maak import maak_gemeente

TEAM = "gebiedsteam_leerdam"
_nummers = count(1)


def maak_inwoner(
    roepnaam: str = "Fatima", geboren: date = date(1985, 3, 12), *, geheim: bool = False, straat: str = ""
) -> int:
    """Register a made-up resident of Leerdam."""
    nieuw = NieuweInwoner(
        kenmerk=uuid4(),
        achternaam="Yilmaz",
        geboortedatum=geboren,
        voornamen=roepnaam,
        straat=straat or "Lingedijk",
        huisnummer=str(next(_nummers)),
        postcode="4141 AB",
        plaats="Leerdam",
        geheimhouding=geheim,
    )
    return registreer_inwoners(SYSTEEM, [nieuw])[0]


def maak_gezin(*leden: tuple[str, date], geheim: bool = False, straat: str = "") -> list[int]:
    """Register a household: the first is the parent, the others are its children; of a moment ago."""
    maak_gemeente()
    personen = [maak_inwoner(naam, geboren, geheim=geheim, straat=straat) for naam, geboren in leden]
    rollen = ["ouder", *["kind"] * (len(personen) - 1)]
    van = klok.vandaag().replace(year=klok.vandaag().year - 1)
    vorm_huishoudens(SYSTEEM, [NieuwHuishouden(uuid4(), van, tuple(zip(personen, rollen, strict=True)))])
    return personen


def maak_melding(
    persoon: int | None,
    vraag: str = "Het lukt ons niet meer.",
    *,
    team: str = TEAM,
    kader: str = "wmo",
    op: date | None = None,
) -> int:
    """Take a question about somebody."""
    nieuw = NieuweMelding(uuid4(), vraag, "telefoon", kader, team, op or klok.vandaag(), inwoner=persoon)
    return registreer_meldingen(SYSTEEM, [nieuw])[0]


def maak_casus(door: Actor, melding: int, regisseur: int | None = None) -> int:
    """Open a casus for the household of a question."""
    return open_casussen(door, [NieuweCasus(uuid4(), melding, klok.vandaag(), regisseur)])[0]


def actie(niveau: str = "netwerk", tekst: str = "Oma haalt de kinderen op.", **anders: object) -> Actieinvoer:
    """Return an action as it is written down."""
    gewoon: dict[str, object] = {"kenmerk": uuid4(), "niveau": niveau, "tekst": tekst}
    return Actieinvoer(**{**gewoon, **anders})  # type: ignore[arg-type]


def doel(
    persoon: int, *acties: Actieinvoer, tekst: str = "Rust in huis.", leefgebied: str = "veiligheid"
) -> Doelinvoer:
    """Return a goal as it is written down."""
    return Doelinvoer(uuid4(), persoon, leefgebied, tekst, "Als de avonden rustig zijn.", acties)


def schrijf(door: Actor, casus: int, doelen: Sequence[Doelinvoer], evaluatie_op: date | None = None) -> int:
    """Write the concept of a casus."""
    [plan] = schrijf_plannen(door, [Planinvoer(casus, tuple(doelen), evaluatie_op)])
    return plan


def maak_avres() -> int:
    """Read in the map and return Avres on it; doing so twice changes nothing."""
    importeer_kaart(SYSTEEM, maak_gemeente().code)
    return {naam: pk for pk, naam in organisaties_voor_keuze()}["Avres"]


def maak_partnerregie(door: Actor, casus: int, **anders: object) -> int:
    """Let Avres direct the income of a household from today; return the id."""
    gewoon: dict[str, object] = {
        "kenmerk": uuid4(),
        "casus": casus,
        "leefgebied": "inkomen",
        "organisatie": maak_avres(),
        "contact": "A. Visser, 0345 00 00 00",
        "afspraak": "Avres doet de schulden; wij de rest.",
        "van": klok.vandaag(),
        "bekijken_op": klok.vandaag() + timedelta(days=90),
    }
    [nummer] = begin_partnerregies(door, [Partnerregieinvoer(**{**gewoon, **anders})])  # type: ignore[arg-type]
    return nummer
