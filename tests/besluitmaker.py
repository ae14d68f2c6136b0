"""Makers of applications and decisions for tests. Every one goes through the actions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from samendoen.besluiten.api import (
    NieuwBesluit,
    NieuweAanvraag,
    NieuweToewijzing,
    importeer_catalogus,
    maak_bekend,
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
