"""Error pages in the look of the rest: what happened and what to do. Named in `site.urls`."""

from django.http import HttpRequest, HttpResponse
from django.template import loader

from samendoen.schil.api import schil


def _antwoord(request: HttpRequest, sjabloon: str, status: int) -> HttpResponse:
    """Render with the shell but without user, messages or municipality: these may ask the database."""
    inhoud = loader.get_template(sjabloon).render({**schil(request), "request": request})
    return HttpResponse(inhoud, status=status)


def onjuist(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400: the request cannot be read."""
    return _antwoord(request, "400.html", 400)


def storing(request: HttpRequest) -> HttpResponse:
    """Answer 500: something broke on our side."""
    return _antwoord(request, "500.html", 500)


def verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 for a form without a valid token: usually a page left open over the weekend."""
    return _antwoord(request, "403_csrf.html", 403)
