"""`{% load schil %}`: the components of every screen; docs/schermen.md shows how to use each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samendoen.schil import formaat, tekens
from samendoen.schil.klokbalk import Klok
from samendoen.schil.tabel import Tabel

register = template.Library()

KADERS = {"info": "info", "ok": "ok", "waarschuwing": "warning", "fout": "error"}
# Messages of django.contrib.messages by tag.
BERICHTSOORTEN = {
    "debug": "info",
    "info": "info",
    "success": "ok",
    "warning": "waarschuwing",
    "error": "fout",
}


@register.filter
def datum_lang(dag: date) -> str:
    """Return "di 22 april 2025". Not inside a row loop: queries hand over ready strings."""
    return formaat.datum_lang(dag)


@register.filter
def aantal(waarde: int) -> str:
    """Return "12.570"."""
    return formaat.aantal(waarde)


@register.filter
def euro(cent: int) -> str:
    """Return an amount of cents as "€ 1.025.729" or "€ 23,50"."""
    return formaat.euro(cent)


@register.filter
def berichtsoort(tags: str) -> str:
    """Return the kind of notice for a message of django.contrib.messages."""
    return BERICHTSOORTEN.get(tags.split()[-1] if tags else "", "info")


@register.simple_tag
def licht(stand: str, onderwerp: str = "") -> SafeString:
    """Show a light: `{% licht "groen" "kwaliteit" %}`."""
    return tekens.licht(stand, onderwerp)


@register.simple_tag
def status(soort: str, tekst: str) -> SafeString:
    """Show a label with a shape: `{% status "waarschuwing" "bijna om" %}`."""
    return tekens.status(soort, tekst)


@register.simple_block_tag
def kader(content: str, soort: str, titel: str = "", rol: str = "") -> SafeString:
    """Show a notice (info, ok, waarschuwing, fout); `rol="status"` or "alert" announces it."""
    vorm = tekens.teken(tekens.STANDEN[soort])
    kop = format_html('<p class="sd-kader__titel">{}</p>', titel) if titel else ""
    live = format_html(' role="{}"', rol) if rol else ""
    return format_html(
        '<div class="utrecht-alert utrecht-alert--{} sd-kader sd-kader--{}"{}>'
        '<span class="sd-kader__teken">{}</span>'
        '<div class="utrecht-alert__content sd-kader__inhoud">{}{}</div></div>',
        KADERS[soort],
        soort,
        live,
        vorm,
        kop,
        content,
    )


@register.simple_block_tag
def dialoog(
    content: str, naam: str, titel: str, knop: str, href: str, knopsoort: str = "secundair"
) -> SafeString:
    """Show a button that opens `content` in a dialog; without JavaScript it goes to `href`,
    a page that asks the same question."""
    return format_html(
        '<a class="sd-knop sd-knop--{soort}" href="{href}" data-dialoog="{naam}">{knop}</a>'
        '<dialog class="sd-dialoog" id="{naam}" aria-labelledby="{naam}-titel">'
        '<div class="sd-dialoog__kop"><h2 id="{naam}-titel">{titel}</h2>'
        '<button type="button" class="sd-dialoog__sluit" data-sluit>{sluit}</button></div>'
        '<div class="sd-dialoog__inhoud">{content}</div></dialog>',
        soort=knopsoort,
        href=href,
        naam=naam,
        knop=knop,
        titel=titel,
        sluit=_("Sluiten"),
        content=content,
    )


@register.simple_tag
def klokbalk(klok: Klok, niveau: int = 3, open: bool = False) -> SafeString:
    """Show a clock with its explanation; `niveau` is the level of its heading."""
    return _klokbalk(klok, niveau, open, get_language())


@lru_cache(maxsize=4_000)
def _klokbalk(klok: Klok, niveau: int, open: bool, taal: str | None) -> SafeString:
    """Draw a clock once in a language: its value says all that is drawn, and pages come back all day."""
    gegevens = {"klok": klok, "niveau": niveau, "open": open}
    return render_to_string("schil/onderdelen/klokbalk.html", gegevens)


@register.inclusion_tag("schil/onderdelen/tijdlijn.html")
def tijdlijn(
    regels: Sequence[Mapping[str, str]], meer_url: str = "", naam: str = "tijdlijn"
) -> dict[str, Any]:
    """Show events. A row has `datum` and `wat`, and may have `wie`, `toelichting`, `url`, `soort`.

    `meer_url` is the same page with the next rows (`?eerder=...`): a plain link, which htmx turns
    into adding them below.
    """
    return {"regels": regels, "meer_url": meer_url, "naam": naam}


@register.inclusion_tag("schil/onderdelen/tabel.html")
def tabel(tabel: Tabel, naam: str = "") -> dict[str, Any]:
    """Show a table; `naam` becomes its id."""
    return {"tabel": tabel, "naam": naam}


@register.inclusion_tag("schil/onderdelen/keuze.html")
def keuze(naam: str, label: str, keuzes: Iterable[tuple[Any, str]], gekozen: Any = "") -> dict[str, Any]:
    """Show a choice of `sd-filters`: `{% keuze "team" _("Team") teams filters.team %}`."""
    return {"naam": naam, "label": label, "keuzes": keuzes, "gekozen": gekozen}


@register.inclusion_tag("schil/onderdelen/leeg.html")
def leeg(titel: str, tekst: str = "", url: str = "", knop: str = "") -> dict[str, Any]:
    """Show what will appear here, and what to do to make it appear."""
    return {"titel": titel, "tekst": tekst, "url": url, "knop": knop}


@register.inclusion_tag("schil/onderdelen/kruimels.html")
def kruimels(pad: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Show the way here: pairs of label and URL; the last one is this page."""
    return {"boven": pad[:-1], "hier": pad[-1]}


@register.inclusion_tag("schil/onderdelen/bladeren.html", takes_context=True)
def bladeren(context: template.Context, pagina: "Page[Any]") -> dict[str, Any]:
    """Show previous, numbers and next of a paginated list; keeps the other parameters of the URL."""
    basis: QueryDict = context["request"].GET.copy()

    def link(nummer: int) -> str:
        basis["pagina"] = str(nummer)
        return "?" + basis.urlencode()

    nummers = pagina.paginator.get_elided_page_range(pagina.number, on_each_side=1, on_ends=1)
    return {
        "meerdere": pagina.paginator.num_pages > 1,
        "vorige": link(pagina.previous_page_number()) if pagina.has_previous() else "",
        "volgende": link(pagina.next_page_number()) if pagina.has_next() else "",
        "nummers": [
            {
                "tekst": str(n),
                "url": link(n) if isinstance(n, int) else "",
                "huidig": n == pagina.number,
            }
            for n in nummers
        ],
    }


@register.inclusion_tag("schil/onderdelen/voortgang.html")
def voortgang(deel: int, geheel: int, label: str) -> dict[str, Any]:
    """Show how far long work is: a bar and the same in words."""
    return {"deel": deel, "geheel": geheel, "label": label, "percentage": formaat.percentage(deel, geheel)}


@register.inclusion_tag("schil/onderdelen/foutoverzicht.html")
def foutoverzicht(formulier: BaseForm, rijen: Iterable[BaseForm] = ()) -> dict[str, Any]:
    """Show all errors of a form (and of its `rijen`) at the top, each a link to its field."""
    formulieren = [formulier, *rijen]
    velden = [
        {"id": _doel(veld), "naam": _als_kop(str(veld.label or "")), "fouten": list(veld.errors)}
        for formulier in formulieren
        for veld in formulier
        if veld.errors
    ]
    return {"algemeen": [fout for f in formulieren for fout in f.non_field_errors()], "velden": velden}


def _als_kop(label: str) -> str:
    """Return "Team:", and a question as it is: "Wat is de vraag?"."""
    return label if not label or label.endswith("?") else f"{label}:"


def _doel(veld: BoundField) -> str:
    """Return the id that a link to this field needs: of its first option, where it has options."""
    return f"{veld.auto_id}_0" if veld.use_fieldset else veld.id_for_label
