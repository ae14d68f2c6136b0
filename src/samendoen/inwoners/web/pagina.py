"""One form on a page of its own: show it, do what it asks, go back to the resident."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from samendoen.inwoners.models import Inwoner
from samendoen.inwoners.queries.kernen import naam_van
from samendoen.kernel.api import Verzoek
from samendoen.schil.api import probeer, toon


@dataclass(frozen=True, slots=True)
class Formulierpagina:
    """What surrounds a form about a resident. `gelukt` names nobody: messages travel in a cookie."""

    rij: Inwoner
    titel: str
    knop: str
    gelukt: str
    intro: str = ""
    sjabloon: str = "schil/formulierpagina.html"

    @property
    def terug(self) -> str:
        """Return where one goes afterwards: the page of the resident."""
        return reverse("inwoner", args=[self.rij.pk])


def behandel(
    request: Verzoek,
    form: forms.Form | None,
    pagina: Formulierpagina,
    doe: Callable[[], object],
    extra: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Answer a request for a form; without a bound form there is nothing to do yet."""
    if form is not None and form.is_bound and probeer(form, doe):
        messages.success(request, pagina.gelukt)
        return redirect(pagina.terug)
    kruimels = [(naam_van(pagina.rij), pagina.terug), (pagina.titel, "")]
    context = {"form": form, "pagina": pagina, "kruimels": kruimels, **(extra or {})}
    return toon(request, pagina.sjabloon, context)
