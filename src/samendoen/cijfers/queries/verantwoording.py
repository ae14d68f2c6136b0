"""A table to take along: with what was counted, of which day, and how it may be used."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Extern, Indicator
from samendoen.cijfers.queries.metingen import Metingwaarde, metingen_van
from samendoen.cijfers.queries.soorten import bronzin
from samendoen.cijfers.queries.tabellen import Tabel
from samendoen.cijfers.queries.verwoording import breuken

NAAST = ("regio", "land")
"""Kinds of area whose figures go along with ours."""
LICENTIES = {
    "CC0-1.0": (
        "Creative Commons Zero 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "http://publications.europa.eu/resource/authority/licence/CC0",
    ),
    "CC-BY-4.0": (
        "Creative Commons Naamsvermelding 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0",
    ),
}
"""Of each licence its name, its text, and its name in the list of the European Union."""


def licentie(openbaar: bool) -> dict[str, str]:
    """Return how a table may be used. What was not published has no licence: it stays in the house."""
    if not openbaar:
        return {"code": "geen", "naam": _("Alleen voor gebruik binnen de gemeente."), "adres": ""}
    code = definities.licentie()
    naam, adres, _eu = LICENTIES[code]
    return {"code": code, "naam": naam, "adres": adres}


def definitie(indicator: Indicator | Extern) -> dict[str, Any]:
    """Return what a figure means, for who reads it outside this application."""
    uit: dict[str, Any] = {
        "code": indicator.code,
        "naam": indicator.naam,
        "zin": indicator.zin,
        "waarom": indicator.waarom,
        "niveau": indicator.niveau,
        "eenheid": indicator.eenheid,
        "richting": indicator.richting,
        "bron": bronzin(indicator, indicator.herkomst),
        "herzien_op": indicator.herzien_op.isoformat(),
    }
    if isinstance(indicator, Indicator):
        uit["breuken"] = [{"vanaf": dag.isoformat(), "reden": reden} for dag, reden in breuken(indicator)]
    return uit


def document(tabel: Tabel) -> dict[str, Any]:
    """Return a table as the JSON of contract 09, with its definition and licence."""
    return {
        **tabel.als_json(),
        "gemeente": settings.SAMENDOEN_GEMEENTE,
        "per": list(tabel.per),
        "definitie": definitie(tabel.indicator),
        "licentie": licentie(tabel.beschermd),
    }


def document_extern(indicator: Extern) -> dict[str, Any]:
    """Return what others measured, of our municipality and of region and country."""
    return {
        "code": indicator.code,
        "per": ["gebied", "periode"],
        "rijen": [_meting(m) for m in metingen_van(indicator.code) if m.eigen or m.gebiedsoort in NAAST],
        "gemeente": settings.SAMENDOEN_GEMEENTE,
        "definitie": definitie(indicator),
        "licentie": {"code": "bron", "naam": _("Volgens de bron van het cijfer."), "adres": ""},
    }


def _meting(m: Metingwaarde) -> dict[str, Any]:
    waarden = m.als_json()
    return waarden | {"twijfels": " ".join(m.twijfels)}


def als_csv(doc: dict[str, Any]) -> str:
    """Return such a document as CSV: a row per figure, each with what it is, of which day, and the licence.

    Semicolons, a comma in numbers and a byte order mark: how a Dutch spreadsheet opens it right at once.
    """
    kolommen = list(doc["rijen"][0]) if doc["rijen"] else [*doc["per"], "waarde", "onderdrukt"]
    vast = {
        "indicator": doc["code"],
        "eenheid": doc["definitie"]["eenheid"],
        "peildatum": doc.get("peildatum", ""),
        "definitie": doc["definitie"]["zin"],
        "licentie": doc["licentie"]["adres"] or doc["licentie"]["naam"],
    }
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([*kolommen, *vast])
    for rij in doc["rijen"]:
        schrijver.writerow([*(_cel(rij[kolom]) for kolom in kolommen), *vast.values()])
    return "\ufeff" + uit.getvalue()


def _cel(waarde: Any) -> str:
    """Return a value as a spreadsheet reads it; text that could be a formula is kept as text."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return str(waarde).replace(".", ",")
    tekst = str(waarde)
    return f"'{tekst}" if tekst[:1] in ("=", "+", "-", "@") and not isinstance(waarde, int) else tekst


def bestandsnaam(delen: Sequence[str], vorm: str) -> str:
    """Return the name of a file that is downloaded."""
    return f"{'-'.join(deel for deel in delen if deel)}.{vorm}"
