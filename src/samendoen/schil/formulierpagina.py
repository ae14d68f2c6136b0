"""One form on a page of its own: show it, do what it asks, go back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samendoen.schil.pagina import toon
from samendoen.schil.proberen import probeer

Kruimel = tuple[str, str]
SJABLOON = "schil/formulierpagina.html"


@dataclass(frozen=True, slots=True)
class Formulierpagina:
    """What surrounds the form. `terug` is where one goes afterwards, and what Cancel leads to unless
    `annuleer` says otherwise. `gelukt` names nobody: messages travel in a cookie."""

    titel: str
    knop: str
    gelukt: str
    terug: str
    intro: str = ""
    uitleg: str = ""
    gevaar: bool = False
    annuleer: str = ""
    via: tuple[Kruimel, ...] = ()
    """Bread crumbs between what it is about and this page."""


def toon_formulier(
    request: HttpRequest,
    form: forms.Form,
    pagina: Formulierpagina,
    boven: Sequence[Kruimel],
    *,
    sjabloon: str = SJABLOON,
    deel: str = "",
    extra: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Return the page; `boven` are the bread crumbs to what it is about."""
    gegevens = {
        "form": form,
        "pagina": pagina,
        "annuleer": pagina.annuleer or pagina.terug,
        "kruimels": [*boven, *pagina.via, (pagina.titel, "")],
        **(extra or {}),
    }
    return toon(request, sjabloon, gegevens, deel=deel)


def behandel_formulier(
    request: HttpRequest,
    form: forms.Form,
    pagina: Formulierpagina,
    doe: Callable[[], object],
    boven: Sequence[Kruimel],
    *,
    sjabloon: str = SJABLOON,
    deel: str = "",
    extra: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Do what the form asks and go back, or show it: with what was refused beside its field."""
    if request.method == "POST" and probeer(form, doe):
        messages.success(request, pagina.gelukt)
        return redirect(pagina.terug)
    return toon_formulier(request, form, pagina, boven, sjabloon=sjabloon, deel=deel, extra=extra)
