"""One small form about a casus on a page of its own: show it, do what it asks, go back."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.queries.schrijven import Blad
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, Verzoek
from samendoen.schil.api import Formulierpagina, behandel_formulier

__all__ = ["Formulierpagina", "behandel", "doe_of_zeg", "kruimels", "zonder_vragen"]


def kruimels(blad: Blad, *verder: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way to a page below a casus: by its number, a name stands in no history of a browser."""
    casus = (_("Casus %(nr)s") % {"nr": blad.id}, reverse("casus", args=[blad.id]))
    return [(_("Casussen"), reverse("casussen")), casus, *verder]


def naar_schrijven(casus_id: int) -> str:
    """Return the address of the page on which the plan is written."""
    return reverse("plan_schrijven", args=[casus_id])


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
    return behandel_formulier(
        request, form, pagina, doe, kruimels(blad), sjabloon=sjabloon, deel=deel, extra={"blad": blad}
    )


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
