"""Checking a message on levels 1 and 2, with the official schemas as a second opinion when they are there."""

from dataclasses import dataclass
from pathlib import Path

from samendoen.berichten.rules.bericht import Bericht, Bevinding
from samendoen.berichten.rules.inhoud import toets
from samendoen.berichten.rules.soorten import Berichtsoort
from samendoen.berichten.xml.lezen import Gelezen, lees
from samendoen.berichten.xml.schema import bezwaar


@dataclass(frozen=True, slots=True)
class Controle:
    """What the checks say of a file. `bericht` is there when level 1 found nothing."""

    soort: Berichtsoort | None
    bericht: Bericht | None
    bevindingen: tuple[Bevinding, ...]


def controleer(inhoud: bytes, schemas: Path | None = None) -> Controle:
    """Check a file; level 2 only when level 1 finds nothing.

    `schemas` is a folder with the official schemas. Raises `SchemaOntbreekt` when it has none for this kind.
    """
    gelezen = lees(inhoud)
    bevindingen = gelezen.bevindingen
    if schemas is not None:
        bevindingen += _tweede_oordeel(gelezen, schemas)
    if gelezen.bericht is None or bevindingen:
        return Controle(gelezen.soort, gelezen.bericht, bevindingen)
    return Controle(gelezen.soort, gelezen.bericht, toets(gelezen.bericht))


def _tweede_oordeel(gelezen: Gelezen, schemas: Path) -> tuple[Bevinding, ...]:
    """Return where the official schema thinks otherwise than the tables do."""
    if gelezen.soort is None or gelezen.boom is None:
        return ()
    oordeel = bezwaar(schemas, gelezen.soort, gelezen.boom)
    if oordeel and not gelezen.bevindingen:
        return (Bevinding(1, "XSD", "/Bericht", f"Het officiële schema keurt dit bericht af: {oordeel}"),)
    vorm = [b for b in gelezen.bevindingen if not b.regel.startswith("OP")]
    if vorm and not oordeel:
        zin = "Het officiële schema keurt dit bericht goed en Samendoen niet: meld dat aan de beheerder."
        return (Bevinding(1, "XSD", "/Bericht", zin),)
    return ()
