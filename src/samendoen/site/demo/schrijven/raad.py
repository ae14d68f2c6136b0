"""Writes the examples for the council: motions and promises, and money that is promised to somebody."""

from datetime import date, timedelta
from uuid import UUID, uuid5

from samendoen.beleid.api import (
    Beloftesoort,
    Beloftestaat,
    NieuweBelofte,
    NieuweVerplichting,
    beeindig_belofte,
    begrotingsregels,
    doelnummers,
    leg_belofte_vast,
    leg_verplichting_vast,
)
from samendoen.kernel.api import Actor, klok
from samendoen.kernel.definities import Definitie, definitie_pad, lees_definitie

BESTAND = definitie_pad("demo", "raad.toml")
RUIMTE = UUID("0c0c2f0e-51c4-4d0e-8f0b-6a1f2f3c9e21")


class Voorbeeldbelofte(Definitie):
    """A motion or promise; days are counted from today, `uitkomst` says that it is done."""

    plan: str
    doel: str
    soort: Beloftesoort
    titel: str
    tekst: str = ""
    dagen_geleden: int
    klaar_over: int
    uitkomst: str = ""


class Voorbeeldverplichting(Definitie):
    """Money of a line that is promised."""

    plan: str
    regel: str
    naam: str
    euro_per_jaar: int
    vanaf: date
    tot: date | None = None
    opzegtermijn: int | None = None


class Raadsvoorbeeld(Definitie):
    """Everything in the file."""

    belofte: tuple[Voorbeeldbelofte, ...]
    verplichting: tuple[Voorbeeldverplichting, ...]


def schrijf_raad(door: Actor) -> None:
    """Write the examples as a policy adviser would; a second time changes nothing."""
    voorbeeld, nu = lees_definitie(BESTAND, Raadsvoorbeeld), klok.vandaag()
    for nummer, b in enumerate(voorbeeld.belofte):
        kenmerk, doel = uuid5(RUIMTE, f"belofte {nummer}"), doelnummers(b.plan)[b.doel]
        gedaan, klaar = nu - timedelta(b.dagen_geleden), nu + timedelta(b.klaar_over)
        belofte = leg_belofte_vast(
            door, NieuweBelofte(kenmerk, doel, b.soort, b.titel, gedaan, klaar, b.tekst)
        )
        if b.uitkomst:
            beeindig_belofte(door, belofte, Beloftestaat.AFGEDAAN, b.uitkomst)
    for nummer, v in enumerate(voorbeeld.verplichting):
        kenmerk, regel = uuid5(RUIMTE, f"verplichting {nummer}"), begrotingsregels(v.plan)[v.regel]
        bedrag = v.euro_per_jaar * 100
        leg_verplichting_vast(
            door, NieuweVerplichting(kenmerk, regel, v.naam, bedrag, v.vanaf, v.tot, v.opzegtermijn)
        )
