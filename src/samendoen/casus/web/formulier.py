"""One small form about a casus on a page of its own: show it, do what it asks, go back."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.queries.schrijven import Blad
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, Verzoek
from samendoen.schil.api import probeer, toon


@dataclass(frozen=True, slots=True)
class Formulierpagina:
    """What surrounds the form. `terug` is where one goes afterwards, and what Cancel leads to."""

    titel: str
    knop: str
    gelukt: str
    terug: str
    intro: str = ""
    uitleg: str = ""
    gevaar: bool = False
    annuleer: str = ""
    via: tuple[tuple[str, str], ...] = ()
    """Bread crumbs between the casus and this page."""


def kruimels(blad: Blad, *verder: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way to a page below a casus: by its number, a name stands in no history of a browser."""
    casus = (_("Casus %(nr)s") % {"nr": blad.id}, reverse("casus", args=[blad.id]))
    return [(_("Casussen"), reverse("casussen")), casus, *verder]


def behandel(
    request: Verzoek,
    blad: Blad,
    form: forms.Form,
    pagina: Formulierpagina,
    doe: Callable[[], object],
    *,
    sjabloon: str = "schil/formulierpagina.html",
    deel: str = "",
) -> HttpResponse:
    """Answer a request for the page of a form."""
    if request.method == "POST" and probeer(form, doe):
        messages.success(request, pagina.gelukt)
        return redirect(pagina.terug)
    gegevens = {
        "form": form,
        "blad": blad,
        "pagina": pagina,
        "annuleer": pagina.annuleer or pagina.terug,
        "kruimels": kruimels(blad, *pagina.via, (pagina.titel, "")),
    }
    return toon(request, sjabloon, gegevens, deel=deel)


def zonder_vragen(
    request: Verzoek, blad: Blad, pagina: Formulierpagina, doe: Callable[[], object]
) -> HttpResponse:
    """Answer a request for a page that asks once whether to do something."""
    form = forms.Form(request.POST if request.method == "POST" else None)
    return behandel(request, blad, form, pagina, doe)


def doe_of_zeg(request: Verzoek, doe: Callable[[], object], gelukt: str) -> None:
    """Do what a button asks, and say what came of it; what is refused or not found passes through."""
    try:
        doe()
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}".strip())
    else:
        messages.success(request, gelukt)
