"""Gives each request its actor, keeps pages private, and turns domain errors into answers."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from samendoen.kernel import geheugen
from samendoen.kernel.actor import NIEMAND, Actor, actor_van
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.web.koppelvlak import actor_van_verzoek
from samendoen.kernel.web.paden import hoger
from samendoen.kernel.web.probleem import is_api, van_uitzondering, vast


class Samendoen:
    """`request.actor` (lazy, at first use: of the session, in the API of the token), no caching of what a
    login shows, errors."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Handle one request."""
        if "%00" in request.META.get("QUERY_STRING", "") or "\x00" in request.path_info:
            # No page asks for this character, and the database takes it in no text.
            raise BadRequest
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        with geheugen.van_dit_verzoek():
            response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response = _niet_zo(request, response.headers["Allow"])
        if is_api(request) or request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a domain error that no view caught with its own sentence: 404, 403 or 400.

        Of the API: problem details, and in its own range of statuses.
        """
        if is_api(request):
            return van_uitzondering(exception)
        if not isinstance(exception, Domeinfout):
            return None
        status = {NietGevonden: 404, Geweigerd: 403}.get(type(exception), 400)
        return render(request, f"{status}.html", {"fout": exception}, status=status)


def _niet_zo(request: HttpRequest, methoden: str) -> HttpResponse:
    """Answer a method that cannot be: on a page with the way to the page of the button that does it."""
    if is_api(request):
        antwoord = vast(405)
    else:
        antwoord = render(request, "405.html", {"hoger": hoger(request.path)}, status=405)
    antwoord.headers["Allow"] = methoden
    return antwoord


def _actor(request: HttpRequest) -> Actor:
    if is_api(request):
        return actor_van_verzoek(request)
    return actor_van(request.user) if isinstance(request.user, Gebruiker) else NIEMAND
