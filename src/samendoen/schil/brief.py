"""A letter: what it says as a value, as a piece of a page, and as an accessible PDF.

The value is all that is kept (decision record 0010); page and PDF are made from it and say the same.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from babel.dates import format_date
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from samendoen.schil.pdf import maak_pdf

SJABLOON = Path(__file__).with_name("brief.typ")
_WOORDEN = {
    "nl": {
        "datum": "Datum",
        "kenmerk": "Kenmerk",
        "onderwerp": "Onderwerp",
        "pagina": "Pagina",
        "van": "van",
    },
    "en": {"datum": "Date", "kenmerk": "Reference", "onderwerp": "Subject", "pagina": "Page", "van": "of"},
}


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph. A line break in the text stays a line break."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading above what follows."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list of points; `genummerd` when the order matters."""

    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Feiten:
    """A few facts, each with its name: ("Van", "1 juli 2024")."""

    regels: tuple[tuple[str, str], ...]


Blok = Alinea | Kop | Lijst | Feiten
SOORTEN: dict[str, type[Blok]] = {"alinea": Alinea, "kop": Kop, "lijst": Lijst, "feiten": Feiten}
_SOORT_VAN = {klasse: soort for soort, klasse in SOORTEN.items()}


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that a letter says. All text is plain text: no mark-up is read in it.

    `afzender` is the municipality's name, `aan` the lines of the address block (empty: the letter goes
    by another way). `aanhef` and `slot` (greeting, and the lines of who signs) may stay empty.
    """

    afzender: str
    aan: tuple[str, ...]
    datum: date
    kenmerk: str
    onderwerp: str
    blokken: tuple[Blok, ...]
    aanhef: str = ""
    slot: tuple[str, ...] = ()
    taal: Literal["nl", "en"] = "nl"


def brief_als_json(brief: Brief) -> dict[str, Any]:
    """Return a letter as JSON can keep it; `brief_uit_json` gives the same letter back."""
    blokken = [{"soort": _SOORT_VAN[type(blok)], **asdict(blok)} for blok in brief.blokken]
    kop = {"afzender": brief.afzender, "aan": list(brief.aan), "datum": brief.datum.isoformat()}
    rest = {"kenmerk": brief.kenmerk, "onderwerp": brief.onderwerp, "aanhef": brief.aanhef}
    return {**kop, **rest, "slot": list(brief.slot), "taal": brief.taal, "blokken": blokken}


def brief_uit_json(gegevens: Mapping[str, Any]) -> Brief:
    """Return the letter that `brief_als_json` wrote down."""
    velden: dict[str, Any] = {n: tuple(w) if isinstance(w, list) else w for n, w in gegevens.items()}
    velden["datum"] = date.fromisoformat(velden["datum"])
    velden["blokken"] = tuple(_blok(dict(blok)) for blok in velden["blokken"])
    return Brief(**velden)


def _blok(gegevens: dict[str, Any]) -> Blok:
    klasse = SOORTEN[gegevens.pop("soort")]
    if "regels" in gegevens:
        gegevens["regels"] = tuple((naam, waarde) for naam, waarde in gegevens["regels"])
    if "punten" in gegevens:
        gegevens["punten"] = tuple(gegevens["punten"])
    return klasse(**gegevens)


def brief_pdf(brief: Brief) -> bytes:
    """Return the letter as PDF/UA-1 on A4: tagged, with title and language.

    The same letter gives the same bytes, on every machine with the same version of typst.
    """
    return maak_pdf(SJABLOON, "brief", _voor_typst(brief))


def _voor_typst(brief: Brief) -> dict[str, Any]:
    return {**brief_als_json(brief), "datumtekst": _datum(brief), "woorden": _WOORDEN[brief.taal]}


def _datum(brief: Brief) -> str:
    return format_date(brief.datum, "d MMMM y", locale=brief.taal)


def brief_html(brief: Brief, niveau: int = 3) -> SafeString:
    """Return the letter as a piece of a page; its headings begin at `niveau`."""
    blokken = [(_SOORT_VAN[type(blok)], blok) for blok in brief.blokken]
    gegevens = {
        "b": brief,
        "blokken": blokken,
        "datum": _datum(brief),
        "woorden": _WOORDEN[brief.taal],
        "niveau": niveau,
        "onder": niveau + 1,
    }
    return mark_safe(render_to_string("schil/onderdelen/brief.html", gegevens))
