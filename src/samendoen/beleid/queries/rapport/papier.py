"""A report on paper: PDF/UA-1 on A4."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.queries.rapport.letters import met_letter
from samendoen.beleid.rules.rapport import Kop, Rapportdocument
from samendoen.beleid.rules.rapport.blokken import SOORT_VAN
from samendoen.schil.api import maak_pdf

LETTER = "Libertinus Serif"
SJABLOON = Path(__file__).with_name("rapport.typ")
INHOUD_VANAF, LANG = 4, 40
"""From so many chapters and blocks on a report opens with a table of contents."""


def maak_papier(document: Rapportdocument) -> bytes:
    """Return the report as PDF: tagged, with title and language, checked by typst against PDF/UA-1."""
    hoofdstukken = sum(isinstance(b, Kop) and b.niveau == 2 for b in document.blokken)
    blokken = [{"blok": SOORT_VAN[type(blok)], **asdict(blok)} for blok in document.blokken]
    for blok in blokken:
        if "svg" in blok:
            blok["svg"] = met_letter(blok["svg"], LETTER)
    gegevens: dict[str, Any] = {
        "titel": document.titel,
        "afzender": document.afzender,
        "onder": document.onder,
        "blokken": blokken,
        "voet": document.voet,
        "inhoud": hoofdstukken >= INHOUD_VANAF and len(blokken) >= LANG,
        "woorden": {
            "inhoud": _("Inhoud"),
            "pagina": _("Pagina"),
            "van": _("van"),
            "voorbeeld": _("voorbeeld"),
        },
    }
    return maak_pdf(SJABLOON, "rapport", gegevens)
