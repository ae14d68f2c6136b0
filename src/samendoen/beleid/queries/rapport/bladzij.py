"""A report as one HTML file that needs nothing else, and as a piece of a page of ours."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samendoen.beleid.queries.lichten import STATUS, voorbeeld
from samendoen.beleid.rules.rapport import (
    Blok,
    Cel,
    Figuur,
    Licht,
    Lichten,
    Rapportdocument,
    Tabel,
)
from samendoen.beleid.rules.rapport.blokken import SOORT_VAN
from samendoen.schil.api import status

STIJL = Path(__file__).parents[2] / "static" / "beleid" / "rapport.css"


def maak_html(document: Rapportdocument) -> bytes:
    """Return the report as a file."""
    gegevens = {"d": document, "inhoud": inhoud_html(document), "stijl": _stijl()}
    bladzij = render_to_string("beleid/rapport/rapport.html", gegevens)
    return f"{bladzij.strip()}\n".encode()


def inhoud_html(document: Rapportdocument, vak: str = "main") -> SafeString:
    """Return title, blocks and foot of a report inside the element `vak`; its title is the page's h1."""
    gegevens = {"d": document, "vak": vak, "blokken": [_blok(blok) for blok in document.blokken]}
    return mark_safe(render_to_string("beleid/rapport/inhoud.html", gegevens))


@cache
def _stijl() -> SafeString:
    """Return the style sheet, without the remarks in it."""
    return mark_safe(re.sub(r"/\*.*?\*/\s*", "", STIJL.read_text(encoding="utf-8"), flags=re.DOTALL).strip())


def _blok(blok: Blok) -> dict[str, Any]:
    """Return a block as the template shows it."""
    waarden: dict[str, Any] = {"soort": SOORT_VAN[type(blok)], "b": blok}
    if isinstance(blok, Tabel):
        return waarden | {"t": _tabel(blok)}
    if isinstance(blok, Figuur):
        # The drawing is ours, and everything in it was escaped when it was drawn.
        return waarden | {"svg": mark_safe(_zonder_rol(blok.svg)), "t": _tabel(blok.tabel)}
    if isinstance(blok, Lichten):
        return waarden | {"lichten": [_licht(licht) for licht in blok.lichten]}
    return waarden


def _zonder_rol(svg: str) -> str:
    """A drawing is named by the figure around it; inside it nothing is read aloud."""
    return re.sub(r"<svg\b", '<svg aria-hidden="true" focusable="false"', svg, count=1)


def _tabel(tabel: Tabel) -> dict[str, Any]:
    def cellen(rij: tuple[Cel, ...]) -> list[dict[str, Any]]:
        return [
            {"getal": kolom.getal, "inhoud": _cel(cel)}
            for kolom, cel in zip(tabel.kolommen, rij, strict=True)
        ]

    rijen = [cellen(rij) for rij in tabel.rijen]
    return {"tabel": tabel, "rijen": rijen, "totaal": cellen(tabel.totaal) if tabel.totaal else None}


def _cel(cel: Cel) -> SafeString:
    tekst = status(STATUS[cel.licht], cel.tekst) if cel.licht else cel.tekst
    if not cel.uitleg:
        return format_html("{}", tekst)
    return format_html('{}<span class="rap-uitleg">{}</span>', tekst, cel.uitleg)


def _licht(licht: Licht) -> SafeString:
    woorden = _("%(onderwerp)s: %(woord)s") if licht.onderwerp else "%(woord)s"
    tekst = woorden % {"onderwerp": licht.onderwerp, "woord": licht.woord}
    beeld = status(STATUS[licht.kleur], tekst)
    return format_html("{} {}", beeld, voorbeeld()) if licht.voorbeeld else beeld
