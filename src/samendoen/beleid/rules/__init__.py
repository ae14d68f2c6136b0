"""Rules of the policy cycle on values alone: lights, sums, reading, and what does not add up."""

from samendoen.beleid.rules.controle import TOTAAL, Bevinding, Vermoeden, controleer, vermoed
from samendoen.beleid.rules.geld import Bedragen, Mutatie, Soort, tel_op
from samendoen.beleid.rules.lichten import (
    AANDACHT,
    DRIE,
    ZWAARTE,
    Aspect,
    Deelsoort,
    Kleur,
    Licht,
    reden_nodig,
    voorbeeldkleur,
    vouw,
    zwaarste,
)

__all__ = [
    "AANDACHT",
    "DRIE",
    "TOTAAL",
    "ZWAARTE",
    "Aspect",
    "Bedragen",
    "Bevinding",
    "Deelsoort",
    "Kleur",
    "Licht",
    "Mutatie",
    "Soort",
    "Vermoeden",
    "controleer",
    "reden_nodig",
    "tel_op",
    "vermoed",
    "voorbeeldkleur",
    "vouw",
    "zwaarste",
]
