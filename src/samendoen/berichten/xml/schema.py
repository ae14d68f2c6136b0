"""The official schemas, when a folder with them is at hand: a second opinion on level 1.

The schemas are no part of Samendoen. A schema such as wmo301.xsd lies in the folder, or at most two folders
deeper, beside its basisschema.xsd.
"""

from functools import cache
from pathlib import Path

from lxml import etree

from samendoen.berichten.rules.soorten import SOORTEN, Berichtsoort

_DIEPTEN = ("", "*/", "*/*/")


class SchemaOntbreekt(Exception):
    """A folder has no usable schema for a kind of message."""


def vind_schema(map_: Path, soort: Berichtsoort) -> Path | None:
    """Return the schema of a kind in a folder: an official one if it can, else a reconstructed one."""
    naam = f"{soort.code.lower()}.xsd"
    gevonden = [pad for diepte in _DIEPTEN for pad in sorted(map_.glob(diepte + naam))]
    return min(gevonden, key=is_gereconstrueerd, default=None)


def is_gereconstrueerd(pad: Path) -> bool:
    """Tell whether a schema was not published, but derived from its twin in the other standard."""
    return "gereconstrueerd" in pad.parent.name


def bezwaar(map_: Path, soort: Berichtsoort, boom: "etree._ElementTree") -> str:
    """Return the first objection of the schema in its own words, or "". Raises SchemaOntbreekt."""
    try:
        _schema(map_, soort.code).assertValid(boom)
    except etree.DocumentInvalid as fout:
        return str(fout)
    return ""


@cache
def _schema(map_: Path, code: str) -> "etree.XMLSchema":
    pad = vind_schema(map_, SOORTEN[code])
    if pad is None:
        raise SchemaOntbreekt(code)
    try:
        ontleder = etree.XMLParser(no_network=True, resolve_entities=False)
        return etree.XMLSchema(etree.parse(str(pad), ontleder))
    except (OSError, etree.LxmlError) as fout:
        raise SchemaOntbreekt(code) from fout
