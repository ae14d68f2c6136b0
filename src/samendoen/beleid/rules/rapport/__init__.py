"""A report as values: a closed set of blocks, and what differs between two reports."""

from samendoen.beleid.rules.rapport.blokken import (
    Alinea,
    Blok,
    Cel,
    Figuur,
    Kolom,
    Kop,
    Licht,
    Lichten,
    Lijst,
    Opmerking,
    Rapportdocument,
    Tabel,
    als_json,
    uit_json,
)

__all__ = [
    "Alinea",
    "Blok",
    "Cel",
    "Figuur",
    "Kolom",
    "Kop",
    "Licht",
    "Lichten",
    "Lijst",
    "Opmerking",
    "Rapportdocument",
    "Tabel",
    "als_json",
    "uit_json",
]
