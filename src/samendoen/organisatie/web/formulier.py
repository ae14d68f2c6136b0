"""One small form on a page of its own: show it, do what it asks, go back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from samendoen.kernel.api import Verzoek
from samendoen.schil.api import probeer, toon


@dataclass(frozen=True, slots=True)
class Formulierpagina:
    """What surrounds the form. `kruimels` ends with this page; `terug` is where one goes afterwards."""

    titel: str
    knop: str
    gelukt: str
    terug: str
    kruimels: Sequence[tuple[str, str]]
    intro: str = ""
    gevaar: bool = False


def behandel(
    request: Verzoek, form: forms.Form, pagina: Formulierpagina, doe: Callable[[], object]
) -> HttpResponse:
    """Answer a request for a form page."""
    if request.method == "POST" and probeer(form, doe):
        messages.success(request, pagina.gelukt)
        return redirect(pagina.terug)
    gegevens = {"form": form, "pagina": pagina, "kruimels": pagina.kruimels}
    return toon(request, "schil/formulierpagina.html", gegevens)
