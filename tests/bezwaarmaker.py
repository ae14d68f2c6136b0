"""Makers of objections for tests. Every one goes through the actions."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from samendoen.besluiten.actions.bezwaar import NieuwBezwaar, registreer_bezwaren
from samendoen.besluiten.actions.bezwaarbehandeling import Hoorinvoer, leg_horen_vast, vraag_herstel
from samendoen.besluiten.actions.bezwaarbeslissing import Bezwaarbeslissing, beslis_bezwaar
from samendoen.besluiten.api import maak_bekend, neem_besluiten
from samendoen.kernel.api import SYSTEEM, Actor, klok
from tests.besluitmaker import afwijzing, vraag


def nieuw_bezwaar(besluit_id: int, **anders: Any) -> NieuwBezwaar:
    """Return an objection as it comes in today, from the resident."""
    gewoon = NieuwBezwaar(uuid4(), besluit_id, klok.vandaag(), gronden="Mijn dochter kan dit niet.")
    return replace(gewoon, **anders)


def maak_bezwaar(door: Actor, besluit_id: int, **anders: Any) -> int:
    """Record an objection; return the id."""
    return registreer_bezwaren(door, [nieuw_bezwaar(besluit_id, **anders)])[0]


def maak_afwijzing(door: Actor, casus: int, persoon: int, op: date | None = None) -> int:
    """Apply, refuse and announce; return the id of the decision."""
    dag = op or klok.vandaag()
    aanvraag = vraag(door, casus, persoon, aangevraagd_op=dag)
    [nummer] = neem_besluiten(door, [afwijzing(aanvraag, besloten_op=dag)])
    maak_bekend(SYSTEEM, [(nummer, dag)])
    return nummer


def hoor(door: Actor, bezwaar_id: int) -> None:
    """Record that the objector was heard today."""
    leg_horen_vast(door, bezwaar_id, Hoorinvoer("gehoord", klok.vandaag(), verslag="Zij legt het uit."))


def oordeel(uitkomst: str = "ongegrond", **anders: Any) -> Bezwaarbeslissing:
    """Return a decision on an objection of today."""
    return replace(Bezwaarbeslissing(uitkomst, "Uw dochter woont om de hoek.", klok.vandaag()), **anders)


def maak_beslist(door: Actor, bezwaar_id: int, **anders: Any) -> None:
    """Hear and decide."""
    hoor(door, bezwaar_id)
    beslis_bezwaar(door, bezwaar_id, oordeel(**anders))


def laat_aanvullen(door: Actor, bezwaar_id: int, uiterlijk: date) -> None:
    """Ask to supply the grounds."""
    vraag_herstel(door, bezwaar_id, ["gronden"], klok.vandaag(), uiterlijk)
