"""The door of the messages. Nothing behind it needs Django or a database."""

from samendoen.berichten.rules.bericht import Bericht, Bevinding, Groep, Inhoud, inhoud_van, maak
from samendoen.berichten.rules.kennis import Kennis
from samendoen.berichten.rules.retour import beoordeel, keur_af, keur_goed
from samendoen.berichten.rules.soorten import SOORTEN, Berichtsoort
from samendoen.berichten.rules.verkeer import toets_verkeer
from samendoen.berichten.xml.controleren import Controle, controleer
from samendoen.berichten.xml.lezen import HOOGSTENS
from samendoen.berichten.xml.schema import SchemaOntbreekt
from samendoen.berichten.xml.schrijven import schrijf
from samendoen.berichten.xml.uitpakken import neem_bericht

__all__ = [
    "HOOGSTENS",
    "SOORTEN",
    "Bericht",
    "Berichtsoort",
    "Bevinding",
    "Controle",
    "Groep",
    "Inhoud",
    "Kennis",
    "SchemaOntbreekt",
    "beoordeel",
    "controleer",
    "inhoud_van",
    "keur_af",
    "keur_goed",
    "maak",
    "neem_bericht",
    "schrijf",
    "toets_verkeer",
]  # fmt: skip
