"""The only door of schil for other contexts."""

from samendoen.schil.brief import (
    Alinea,
    Blok,
    Brief,
    Feiten,
    Kop,
    Lijst,
    brief_als_json,
    brief_html,
    brief_pdf,
    brief_uit_json,
)
from samendoen.schil.context import Schil, schil
from samendoen.schil.formaat import (
    aantal,
    dagen_geleden,
    dagen_over,
    datum_kort,
    datum_lang,
    datum_voluit,
    datum_zonder_dag,
    euro,
    euro_centen,
    percentage,
    taal,
    termijn_tekst,
)
from samendoen.schil.formulier import ChipEen, Chips, DatumInvoer, DatumVeld, kies
from samendoen.schil.formulierpagina import (
    Formulierpagina,
    Kruimel,
    behandel_formulier,
    toon_formulier,
)
from samendoen.schil.klokbalk import Klok, balk, klok
from samendoen.schil.pagina import toon
from samendoen.schil.pdf import maak_pdf
from samendoen.schil.proberen import probeer
from samendoen.schil.sloten import voetlinks, zoekscherm
from samendoen.schil.tabel import Kolom, Sortering, Tabel, sortering
from samendoen.schil.tekens import licht, status
from samendoen.schil.woordenlijst import Woord, woordenlijst

__all__ = [
    "Alinea",
    "Blok",
    "Brief",
    "ChipEen",
    "Chips",
    "DatumInvoer",
    "DatumVeld",
    "Feiten",
    "Formulierpagina",
    "Klok",
    "Kolom",
    "Kop",
    "Kruimel",
    "Lijst",
    "Schil",
    "Sortering",
    "Tabel",
    "Woord",
    "aantal",
    "balk",
    "behandel_formulier",
    "brief_als_json",
    "brief_html",
    "brief_pdf",
    "brief_uit_json",
    "dagen_geleden",
    "dagen_over",
    "datum_kort",
    "datum_lang",
    "datum_voluit",
    "datum_zonder_dag",
    "euro",
    "euro_centen",
    "kies",
    "klok",
    "licht",
    "maak_pdf",
    "percentage",
    "probeer",
    "schil",
    "sortering",
    "status",
    "taal",
    "termijn_tekst",
    "toon",
    "toon_formulier",
    "voetlinks",
    "woordenlijst",
    "zoekscherm",
]
