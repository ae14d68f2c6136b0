"""Small signs: a word and a shape, never colour alone. Memoised markup that queries may hand to rows."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from samendoen.schil.formaat import taal


def _(woord: str) -> str:
    """Mark a word for the catalogue; it is translated when it is shown."""
    return woord


# Each shape differs in outline, so that it reads without colour and in forced colours.
_VORMEN = {
    "rond": '<circle cx="8" cy="8" r="7"/><path class="sd-teken__in" d="M4.5 8.2 7 10.7l4.6-5"/>',
    "driehoek": '<path d="M8 1 15.5 14.5H.5z"/><path class="sd-teken__in" d="M8 6v4M8 12.2v.3"/>',
    "achthoek": '<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z"/>'
    '<path class="sd-teken__in" d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6"/>',
    "open": '<circle class="sd-teken__om" cx="8" cy="8" r="6.2"/><path class="sd-teken__uit" d="M5 8h6"/>',
    "pauze": '<rect x="1" y="1" width="14" height="14" rx="2"/>'
    '<path class="sd-teken__in" d="M6 4.8v6.4m4-6.4v6.4"/>',
    "loopt": '<circle class="sd-teken__om" cx="8" cy="8" r="6.2"/>'
    '<path class="sd-teken__uit" d="M8 4.2V8l2.6 1.8"/>',
    "info": '<circle cx="8" cy="8" r="7"/><path class="sd-teken__in" d="M8 7.3v4.2M8 4.4v.3"/>',
}

LICHTEN = {
    "groen": ("rond", _("op koers")),
    "oranje": ("driehoek", _("let op")),
    "rood": ("achthoek", _("bijsturen")),
    "grijs": ("open", _("nog niet bekend")),
}
STANDEN = {
    "ok": "rond",
    "waarschuwing": "driehoek",
    "fout": "achthoek",
    "info": "info",
    "neutraal": "open",
    "pauze": "pauze",
    "loopt": "loopt",
}


def teken(vorm: str) -> SafeString:
    """Return the drawing of a shape; hidden from screen readers, because a word stands beside it."""
    return mark_safe(
        f'<svg class="sd-teken" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" '
        f'focusable="false">{_VORMEN[vorm]}</svg>'
    )


@lru_cache(maxsize=2_000)
def _licht(stand: str, onderwerp: str, taalcode: str) -> SafeString:
    vorm, woord = LICHTEN[stand]
    kop = format_html('<span class="sd-licht__onderwerp">{}</span> ', onderwerp) if onderwerp else ""
    return format_html(
        '<span class="sd-licht sd-licht--{}">{}<span>{}{}</span></span>',
        stand,
        teken(vorm),
        kop,
        gettext(woord),
    )


def licht(stand: str, onderwerp: str = "") -> SafeString:
    """Return a light: shape and word, with what it is about ("kwaliteit", "tijd", "geld").

    `stand` is groen, oranje, rood or grijs; another one is a KeyError: a light is never guessed.
    """
    return _licht(stand, onderwerp, taal())


@lru_cache(maxsize=5_000)
def status(soort: str, tekst: str) -> SafeString:
    """Return a label with the shape of `soort` (ok, waarschuwing, fout, info, neutraal, pauze, loopt)."""
    return format_html(
        '<span class="sd-status sd-status--{}">{}<span>{}</span></span>', soort, teken(STANDEN[soort]), tekst
    )
