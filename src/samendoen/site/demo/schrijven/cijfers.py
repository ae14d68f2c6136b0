"""Writes the examples beside the figures: what others measured, bounds of lights, remarks on a series."""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Literal
from uuid import UUID, uuid5

from samendoen.cijfers.api import (
    NieuweGrens,
    NieuweOpmerking,
    lees_metingen_in,
    plaats_opmerking,
    zet_grens,
)
from samendoen.kernel.api import Actor
from samendoen.kernel.definities import Definitie, definitie_pad, lees_definitie
from samendoen.organisatie.api import gemeente

BESTAND = definitie_pad("demo", "cijfers.toml")
EIGEN, LAND = "eigen", "Nederland"
RUIMTE = UUID("6f0a4a0e-8a3c-4a0a-9a55-3a5c0d1f6b10")


class Cijfer(Definitie):
    """One figure: when, where (`eigen` is the municipality of the demo) and how much, as a file has it."""

    periode: str
    gebied: str
    waarde: str


class Voorbeeldmeting(Definitie):
    """What a source says of an indicator."""

    indicator: str
    cijfers: tuple[Cijfer, ...]
    bron: str
    toelichting: str = ""


class Voorbeeldgrens(Definitie):
    """Bounds of a light."""

    indicator: str
    richting: Literal["hoger", "lager"]
    groen: int
    oranje: int
    geldt_vanaf: date
    eigenaar: str
    toelichting: str


class Voorbeeldopmerking(Definitie):
    """A remark on a series."""

    indicator: str
    dag: date
    tot: date | None = None
    tekst: str


class Cijfervoorbeeld(Definitie):
    """Everything in the file."""

    meting: tuple[Voorbeeldmeting, ...]
    grens: tuple[Voorbeeldgrens, ...]
    opmerking: tuple[Voorbeeldopmerking, ...]


def schrijf_cijfers(door: Actor) -> None:
    """Write the examples as a policy adviser would; a second time changes nothing."""
    voorbeeld = lees_definitie(BESTAND, Cijfervoorbeeld)
    eigen = gemeente()
    lees_metingen_in(door, _als_csv(voorbeeld, eigen.naam if eigen else ""))
    for nummer, g in enumerate(voorbeeld.grens):
        grenzen = (g.richting == "hoger", Decimal(g.groen), Decimal(g.oranje))
        kenmerk = uuid5(RUIMTE, f"grens {nummer}")
        zet_grens(door, NieuweGrens(kenmerk, g.indicator, *grenzen, g.geldt_vanaf, g.eigenaar, g.toelichting))
    for nummer, o in enumerate(voorbeeld.opmerking):
        kenmerk = uuid5(RUIMTE, f"opmerking {nummer}")
        plaats_opmerking(door, NieuweOpmerking(kenmerk, o.indicator, o.dag, o.tekst, o.tot))


def _als_csv(voorbeeld: Cijfervoorbeeld, eigen: str) -> bytes:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(["indicator", "periode", "gebiedsoort", "gebied", "waarde", "bron", "toelichting"])
    for m in voorbeeld.meting:
        for c in m.cijfers:
            soort = {EIGEN: "gemeente", LAND: "land"}.get(c.gebied, "regio")
            gebied = eigen if c.gebied == EIGEN else c.gebied
            schrijver.writerow([m.indicator, c.periode, soort, gebied, c.waarde, m.bron, m.toelichting])
    return uit.getvalue().encode()
