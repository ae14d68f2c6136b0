"""Makers of investigations for tests. Every one goes through the actions."""

from datetime import date
from uuid import uuid4

from samendoen.casus import events
from samendoen.casus.actions.onderzoekinvoer import velden
from samendoen.casus.api import (
    Bevindinginvoer,
    Leefgebiedkeuze,
    NieuwOnderzoek,
    Onderzochteinvoer,
    begin_onderzoeken,
    kies_leefgebieden,
    schrijf_bevindingen,
    schrijf_onderzochten,
)
from samendoen.casus.models import Bevinding, Onderzochte
from samendoen.casus.rules import merk
from samendoen.kernel.api import Actor, klok
from samendoen.kernel.models import Gebeurtenis

GEBIEDEN = ("wonen", "huishouden")


def begin(
    door: Actor, casus: int, *personen: int, op: date | None = None, kopie_van: int | None = None
) -> int:
    """Begin an investigation of a casus."""
    nieuw = NieuwOnderzoek(uuid4(), casus, op or klok.vandaag(), None, personen, kopie_van)
    return begin_onderzoeken(door, [nieuw])[0]


def kies(door: Actor, onderzoek: int, persoon: int, *gebieden: str) -> None:
    """Choose where one looks with somebody."""
    kies_leefgebieden(door, [Leefgebiedkeuze(onderzoek, persoon, gebieden or GEBIEDEN)])


def bevinding(onderzoek: int, persoon: int, leefgebied: str = "wonen", **anders: object) -> Bevindinginvoer:
    """Return a whole finding as it is written down."""
    gewoon: dict[str, object] = {
        "situatie": "De trap is te steil.",
        "wens": "Ik wil beneden kunnen slapen.",
        "eigen_kracht": "Ik kook nog zelf.",
        "netwerk": "Mijn zus doet de was.",
        "mantelzorg": "Mijn zus is moe en wil een dag vrij.",
        "algemeen": "De klussendienst is te duur.",
        "cijfer": 4,
    }
    return Bevindinginvoer(onderzoek, persoon, leefgebied, **{**gewoon, **anders})  # type: ignore[arg-type]


def onderzochte(onderzoek: int, persoon: int, **anders: object) -> Onderzochteinvoer:
    """Return what goes for somebody on every domain, nothing missing."""
    gewoon: dict[str, object] = {
        "clientondersteuning": "afgezien",
        "eigen_plan": "persoonlijk",
        "plan_ontvangen_op": klok.vandaag(),
        "plan_tekst": "Ik wil een traplift.",
        "plan_antwoord": "Een traplift past niet op deze trap.",
        "verteld": ("bijdrage", "identiteit", "pgb"),
        "samenwerking": "De woningbouw kijkt mee.",
        "conclusie": "Beneden slapen lost het op.",
    }
    return Onderzochteinvoer(onderzoek, persoon, **{**gewoon, **anders})  # type: ignore[arg-type]


def vol(door: Actor, casus: int, *personen: int) -> int:
    """Begin an investigation and write it whole, about these persons."""
    nummer = begin(door, casus, *personen)
    for persoon in personen:
        kies(door, nummer, persoon, "wonen")
    schrijf_bevindingen(door, [bevinding(nummer, persoon) for persoon in personen])
    schrijf_onderzochten(door, [onderzochte(nummer, persoon) for persoon in personen])
    return nummer


def gelezen(rij: Bevinding | Onderzochte) -> dict[str, str]:
    """Return the signs of what somebody reads in a row now, as its form carries them."""
    invoer = Bevindinginvoer if isinstance(rij, Bevinding) else Onderzochteinvoer
    return {veld: merk(tekst) for veld, tekst in velden(rij, invoer.VELDEN).items()}


def soorten(onderzoek: int) -> list[str]:
    """Return the kinds of the events of an investigation, in order."""
    rijen = Gebeurtenis.objects.filter(onderwerp_soort=events.ONDERZOEK, onderwerp_id=onderzoek).order_by(
        "pk"
    )
    return [soort.removeprefix("casus.") for soort in rijen.values_list("soort", flat=True)]
