"""Error pages in the look of the rest: what happened and what to do. Named in `site.urls`.

The API gets the same as problem details.
"""

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views.defaults import page_not_found

from samendoen.kernel.api import is_api, van_uitzondering, vast
from samendoen.schil.api import schil


def _antwoord(request: HttpRequest, sjabloon: str, status: int) -> HttpResponse:
    """Render with the shell but without user, messages or municipality: these may ask the database."""
    inhoud = loader.get_template(sjabloon).render({**schil(request), "request": request})
    return HttpResponse(inhoud, status=status)


def onjuist(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400: the request cannot be read."""
    if is_api(request):
        return van_uitzondering(exception) or vast(400)
    return _antwoord(request, "400.html", 400)


def onbekend(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404: no page has this address."""
    return vast(404) if is_api(request) else page_not_found(request, exception)


def storing(request: HttpRequest) -> HttpResponse:
    """Answer 500: something broke on our side."""
    if is_api(request):
        return vast(500)
    return _antwoord(request, "500.html", 500)


def verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 for a form without a valid token: usually a page left open over the weekend."""
    return _antwoord(request, "403_csrf.html", 403)
