"""Front page and glossary."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from samendoen.schil import api
from samendoen.schil.api import Schil, aantal, taal, toon
from samendoen.site.web.forms import TermijnForm


@require_safe
def voorpagina(request: HttpRequest) -> HttpResponse:
    """Tell a visitor what this is; bring who is logged in to the first screen of their work."""
    begin = Schil(request).begin_url
    if begin:
        return redirect(begin)
    return toon(request, "web/voorpagina.html", {"form": TermijnForm(), "aantal_woorden": _aantal_woorden()})


def _aantal_woorden() -> str:
    return aantal(len(api.woordenlijst()))


@dataclass(frozen=True, slots=True)
class _Regel:
    """A word ready to show, with the text in which a search looks."""

    letter: str
    zoektekst: str
    gegevens: dict[str, Any]


@require_safe
def woordenlijst(request: HttpRequest) -> HttpResponse:
    """Show the words of law and practice; `?zoek=` looks in term, translation and explanation."""
    zoek = request.GET.get("zoek", "").strip()[:80]
    vraag = _vouw(zoek)
    regels = [regel for regel in _regels(taal()) if vraag in regel.zoektekst]
    letters = [
        {"letter": letter, "anker": f"letter-{letter.lower()}", "woorden": [r.gegevens for r in groep]}
        for letter, groep in groupby(regels, key=lambda regel: regel.letter)
    ]
    gevonden = ngettext("%(n)s woord", "%(n)s woorden", len(regels)) % {"n": aantal(len(regels))}
    gegevens = {"zoek": zoek, "letters": letters, "gevonden": gevonden}
    return toon(request, "web/woordenlijst.html", gegevens, deel="lijst")


@lru_cache(maxsize=4)
def _regels(taalcode: str) -> Sequence[_Regel]:
    """Return all words in the language, in the order of their first letter; worked out once."""
    lijst = api.woordenlijst()
    ankers = {woord.term: slugify(woord.term) for woord in lijst}
    regels = []
    for woord in lijst:
        engels = taalcode == "en"
        gegevens = {
            "term": woord.term,
            "anker": ankers[woord.term],
            "engels": woord.engels,
            "uitleg": woord.uitleg_engels if engels else woord.uitleg,
            "grondslag": woord.grondslag,
            "zie_ook": _zie_ook(woord.zie_ook, ankers),
        }
        zoektekst = _vouw(f"{woord.term} {woord.engels} {gegevens['uitleg']}")
        regels.append(_Regel(_vouw(woord.term)[0].upper(), zoektekst, gegevens))
    return sorted(regels, key=lambda regel: _vouw(regel.gegevens["term"]))


def _zie_ook(termen: Sequence[str], ankers: dict[str, str]) -> SafeString:
    """Return links to other words: to the whole list, so that they also work from a search."""
    pagina = reverse("woordenlijst")
    return format_html_join(
        ", ", '<a href="{}#{}" lang="nl">{}</a>', ((pagina, ankers[term], term) for term in termen)
    )


def _vouw(tekst: str) -> str:
    """Return the text without case and accents, so that "beeindiging" finds "Beëindiging"."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))
