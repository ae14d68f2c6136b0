"""Makers of notes for tests. Every one goes through the actions."""

from uuid import uuid4

from samendoen.casus.actions.notitieinvoer import staand
from samendoen.casus.actions.onderzoekinvoer import als_tekst, netjes
from samendoen.casus.api import (
    NieuweNotitie,
    Notitieinvoer,
    begin_notities,
    rond_notities_af,
    schrijf_notities,
)
from samendoen.casus.models import Notitie
from samendoen.casus.rules import merk
from samendoen.kernel.api import Actor

TEKST = "De huisbaas belde aan en Fatima schrok zichtbaar."


def begin(door: Actor, casus: int, *over: int, sjabloon: str = "huisbezoek") -> Notitie:
    """Begin a note."""
    [pk] = begin_notities(door, [NieuweNotitie(uuid4(), casus, sjabloon, over)])
    return Notitie.objects.get(pk=pk)


def invoer(rij: Notitie, tekst: str = TEKST, **anders: object) -> Notitieinvoer:
    """Return what somebody who has just read a note writes in it, under its first heading."""
    nu = staand(rij)
    gelezen = {veld: merk(als_tekst(netjes(waarde))) for veld, waarde in nu.items()}
    kop = next(veld for veld in nu if veld.startswith("deel_")).removeprefix("deel_")
    gewoon: dict[str, object] = {"op": rij.op, "delen": {kop: tekst}, "wijze": rij.wijze, "gelezen": gelezen}
    return Notitieinvoer(rij.pk, **{**gewoon, **anders})  # type: ignore[arg-type]


def schrijf(door: Actor, rij: Notitie, tekst: str = TEKST, **anders: object) -> None:
    """Write in a note."""
    schrijf_notities(door, [invoer(rij, tekst, **anders)])
    rij.refresh_from_db()


def klaar(door: Actor, casus: int, *over: int, tekst: str = TEKST, sjabloon: str = "huisbezoek") -> Notitie:
    """Write and finish a note."""
    rij = begin(door, casus, *over, sjabloon=sjabloon)
    schrijf(door, rij, tekst)
    rond_notities_af(door, [rij.pk])
    rij.refresh_from_db()
    return rij
