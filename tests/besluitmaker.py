"""Makers of applications and decisions for tests. Every one goes through the actions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from samendoen.besluiten.api import (
    Declaratieinvoer,
    NieuwBesluit,
    NieuweAanvraag,
    NieuweToewijzing,
    Regelinvoer,
    Startmelding,
    Stopmelding,
    boek_declaraties,
    importeer_catalogus,
    maak_bekend,
    meld_start,
    meld_stop,
    neem_besluiten,
    vraag_aan,
    wijs_toe,
)
from samendoen.besluiten.models import Voorziening
from samendoen.kernel.api import SYSTEEM, Actor, klok
from tests.maak import maak_gemeente

HUISHOUDHULP = "hulp_bij_het_huishouden"
THUISHULP, BEGELEIDING = "99990001", "99990003"


def maak_catalogus() -> None:
    """Read in municipality and catalogue; doing so twice changes nothing."""
    importeer_catalogus(SYSTEEM, maak_gemeente().code)


def aanvraag(casus: int, persoon: int, **anders: Any) -> NieuweAanvraag:
    """Return an application as it is written down today: for help in the household."""
    gewoon = NieuweAanvraag(
        uuid4(), casus, persoon, HUISHOUDHULP, klok.vandaag(), "Ik kan niet meer stofzuigen."
    )
    return replace(gewoon, **anders)


def besluit(aanvraag_id: int, **anders: Any) -> NieuwBesluit:
    """Return a decision as it is written down today: three hours a week for a year."""
    gewoon = NieuwBesluit(
        kenmerk=uuid4(),
        aanvraag=aanvraag_id,
        uitkomst="toegekend",
        motivering="Met deze hulp blijft het huis schoon.",
        besloten_op=klok.vandaag(),
        bevinding="Bukken en tillen gaan niet meer.",
        niet_lichter="Uw dochter helpt al; een vrijwilliger mag dit niet doen.",
        omvang=Decimal(3),
        van=date(2024, 6, 10),
        tot=date(2025, 6, 9),
        aanbieder=THUISHULP,
    )
    return replace(gewoon, **anders)


def afwijzing(aanvraag_id: int, **anders: Any) -> NieuwBesluit:
    """Return a refusal as it is written down today."""
    leeg = {"omvang": None, "van": None, "tot": None, "aanbieder": "", "niet_lichter": ""}
    return besluit(
        aanvraag_id, uitkomst="afgewezen", motivering="Uw dochter kan dit doen.", **{**leeg, **anders}
    )


def vraag(door: Actor, casus: int, persoon: int, **anders: Any) -> int:
    """Apply; return the id."""
    return vraag_aan(door, [aanvraag(casus, persoon, **anders)])[0]


def beslis(door: Actor, aanvraag_id: int, **anders: Any) -> int:
    """Decide; return the id."""
    return neem_besluiten(door, [besluit(aanvraag_id, **anders)])[0]


def maak_geldend(door: Actor, casus: int, persoon: int, **anders: Any) -> int:
    """Apply, decide and announce; return the id of the provision that holds."""
    nummer = beslis(door, vraag(door, casus, persoon), **anders)
    maak_bekend(door, [(nummer, klok.vandaag())])
    return Voorziening.objects.get(besluit=nummer).pk


def toewijzing(voorziening: int, **anders: Any) -> NieuweToewijzing:
    """Return an assignment as it is written down today."""
    return replace(NieuweToewijzing(uuid4(), voorziening, THUISHULP, klok.vandaag()), **anders)


def wijs(door: Actor, voorziening: int, **anders: Any) -> int:
    """Assign; return the id."""
    return wijs_toe(door, [toewijzing(voorziening, **anders)])[0]


def start(door: Actor, toewijzing_id: int, begin: date | None = None) -> int:
    """Report that it began today, or on this day; return the id of the report."""
    return meld_start(door, [Startmelding(toewijzing_id, begin or klok.vandaag(), uuid4())])[0]


def stop(
    door: Actor, toewijzing_id: int, begin: date | None = None, eind: date | None = None, reden: str = "19"
) -> int:
    """Report that what began today, or on this day, stopped; return the id of the report."""
    eerste = begin or klok.vandaag()
    melding = Stopmelding(toewijzing_id, eerste, eind or eerste, reden, uuid4())
    return meld_stop(door, [melding])[0]


def regel(toewijzing_id: int | None, referentie: str = "R1", **anders: Any) -> Regelinvoer:
    """Return a line of an invoice over June that was granted: ten hours at 36 euros."""
    gewoon = Regelinvoer(
        referentie, toewijzing_id, date(2024, 6, 10), date(2024, 7, 1), 10, "04", 36000, 36000, 3600
    )
    return replace(gewoon, **anders)


def declaratie(*regels: Regelinvoer, **anders: Any) -> Declaratieinvoer:
    """Return an invoice over June with these lines."""
    gewoon = Declaratieinvoer(
        uuid4(), THUISHULP, "wmo", "D1", date(2024, 6, 1), date(2024, 7, 1), date(2024, 7, 1), regels
    )
    return replace(gewoon, **anders)


def boek(*regels: Regelinvoer, **anders: Any) -> int:
    """Book an invoice; return the id."""
    return boek_declaraties(SYSTEEM, [declaratie(*regels, **anders)])[0]
