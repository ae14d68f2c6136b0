"""What initiatives and the villages' budget add to the tables of actions."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "beleid.schrijf_initiatieven_in": "beleid",
    "beleid.wijzig_initiatief": "beleid",
    "beleid.toets_initiatief": "beleid",
    "beleid.ken_initiatief_toe": "beleid",
    "beleid.wijs_initiatief_af": "beleid",
    "beleid.houd_evaluatie": "beleid",
    "beleid.neem_evaluatie_terug": "beleid",
    "beleid.besluit_over_initiatief": "beleid",
    "beleid.neem_stap_terug": "beleid",
    "beleid.verdeel_dorpsbudget": "beleid",
    "beleid.boek_dorpsuitgaven": "beleid",
    "beleid.trek_dorpsuitgave_in": "beleid",
}
BINNEN: set[str] = set()
PLAN = "utrechtse-heuvelrug"
DORPEN = {"Amerongen": 5600, "Doorn": 10100, "Overberg": 1500}


def gegevens(**anders: Any) -> Any:
    """Give an initiative of which everything was agreed."""
    from samendoen.beleid.actions.initiatief import Initiatiefgegevens

    vandaag = klok.vandaag()
    velden: dict[str, Any] = {
        "naam": "Samen eten",
        "indiener": "Dorpshuis",
        "van": vandaag - timedelta(days=60),
        "tot": vandaag + timedelta(days=300),
        "bedrag_eurocent": 25_000_00,
        "regel": "preventie",
        "jaar": 2020,
        "beoogd": "Minder mensen eten alleen.",
        "gronden": ("Hoeveel mensen komen er?",),
        "momenten": (vandaag - timedelta(days=1),),
    }
    return Initiatiefgegevens(**(velden | anders))


def nieuw(**anders: Any) -> Any:
    """Give an initiative to write down."""
    from samendoen.beleid.actions.initiatief import NieuwInitiatief

    return NieuwInitiatief(uuid4(), PLAN, gegevens(**anders))


def alles_voldoet() -> dict[str, tuple[str, str]]:
    """Give the judgement that every condition is met."""
    from samendoen.beleid.actions.initiatief import voorwaarden_van

    return {code: ("voldoet", "Dat is nagekeken.") for code in voorwaarden_van(PLAN)}


def lopend(**anders: Any) -> int:
    """Give an initiative that got its money."""
    from samendoen.beleid.actions.initiatief import (
        ken_initiatief_toe,
        schrijf_initiatieven_in,
        toets_initiatief,
    )

    [pk] = schrijf_initiatieven_in(SYSTEEM, [nieuw(**anders)])
    toets_initiatief(SYSTEEM, pk, alles_voldoet())
    ken_initiatief_toe(SYSTEEM, pk)
    return pk


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make one that is judged, one that runs and one that was evaluated; divide the villages' budget."""
    from samendoen.beleid.actions.dorpsbudget import boek_dorpsuitgaven, verdeel_dorpsbudget
    from samendoen.beleid.actions.initiatief import schrijf_initiatieven_in, toets_initiatief
    from samendoen.beleid.actions.initiatief_loop import houd_evaluatie
    from samendoen.beleid.api import importeer_plan
    from samendoen.beleid.models import Dorpsdeel, Evaluatiemoment

    importeer_plan(SYSTEEM, PLAN)
    [toets] = schrijf_initiatieven_in(SYSTEEM, [nieuw()])
    toets_initiatief(SYSTEEM, toets, alles_voldoet())
    loopt, klaar = lopend(), lopend()
    moment = Evaluatiemoment.objects.get(initiatief=klaar).pk
    houd_evaluatie(SYSTEEM, moment, klok.vandaag(), "Het werkt.")
    verdeel_dorpsbudget(SYSTEEM, 2024, 10_000_00, DORPEN)
    deel = Dorpsdeel.objects.get(dorp="Doorn").pk
    return {
        "in_toets": toets,
        "loopt": loopt,
        "klaar": klaar,
        "moment": Evaluatiemoment.objects.get(initiatief=loopt).pk,
        "gehouden": moment,
        "dorpsdeel": deel,
        "dorpsuitgave": boek_dorpsuitgaven(SYSTEEM, [uitgave(deel)])[0],
    }


def uitgave(deel: int, eurocent: int = 50_00) -> Any:
    """Give an expense of a village."""
    from samendoen.beleid.actions.dorpsbudget import NieuweDorpsuitgave

    return NieuweDorpsuitgave(uuid4(), deel, "Huur van een springkussen", eurocent, date(2024, 6, 1))


def besluit(**anders: Any) -> Any:
    """Give the decision to stop."""
    from samendoen.beleid.actions.initiatief_loop import Besluitinvoer

    velden: dict[str, Any] = {"besluit": "stoppen", "reden": "Klaar.", "besteed_eurocent": 20_000_00}
    velden |= anders
    return Besluitinvoer(**velden)


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "beleid.schrijf_initiatieven_in": lambda w, r: ([nieuw()],),
    "beleid.wijzig_initiatief": lambda w, r: (w.extra["in_toets"], 1, gegevens()),
    "beleid.toets_initiatief": lambda w, r: (w.extra["in_toets"], {"hiaat": ("niet", "Nee.")}),
    "beleid.ken_initiatief_toe": lambda w, r: (w.extra["in_toets"],),
    "beleid.wijs_initiatief_af": lambda w, r: (w.extra["in_toets"], "Er is al zoiets."),
    "beleid.houd_evaluatie": lambda w, r: (w.extra["moment"], klok.vandaag(), "Het werkt."),
    "beleid.neem_evaluatie_terug": lambda w, r: (w.extra["gehouden"],),
    "beleid.besluit_over_initiatief": lambda w, r: (w.extra["klaar"], besluit()),
    "beleid.neem_stap_terug": lambda w, r: (w.extra["loopt"], "Een vergissing."),
    "beleid.verdeel_dorpsbudget": lambda w, r: (2025, 10_000_00, DORPEN),
    "beleid.boek_dorpsuitgaven": lambda w, r: ([uitgave(w.extra["dorpsdeel"])],),
    "beleid.trek_dorpsuitgave_in": lambda w, r: (w.extra["dorpsuitgave"],),
}
