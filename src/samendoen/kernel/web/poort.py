"""The gate of a view: who may enter, and by which method."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samendoen.kernel.fouten import Geweigerd
from samendoen.kernel.rechten import Permissie
from samendoen.kernel.web.paden import hoger
from samendoen.kernel.web.verzoek import Verzoek

P = ParamSpec("P")
Binnen = Callable[Concatenate[Verzoek, P], HttpResponse]
Buiten = Callable[Concatenate[HttpRequest, P], HttpResponse]


def poort(permissie: Permissie | None, *methoden: str) -> Callable[[Binnen[P]], Buiten[P]]:
    """Let in who is logged in and holds `permissie` (None: any login), by GET or `methoden`.

    This keeps people from screens they cannot use; what they may *do* is asked again in the action.
    Who is not logged in (any more) goes to the login page and from there back to a page that can be opened.
    """
    toegestaan = methoden or ("GET", "HEAD")

    def versier(view: Binnen[P]) -> Buiten[P]:
        @wraps(view)
        def binnen(request: Verzoek, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if permissie is not None and not request.actor.mag(permissie):
                raise Geweigerd(
                    "geen_recht",
                    _("Deze pagina hoort niet bij uw rol."),
                    _("Vraag functioneel beheer om de rol die hierbij hoort."),
                )
            return view(request, *args, **kwargs)

        streng: Any = require_http_methods(toegestaan)(binnen)

        @wraps(view)
        def buiten(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return _meld_eerst_aan(request, toegestaan)
            antwoord: HttpResponse = streng(request, *args, **kwargs)
            return antwoord

        return cast(Buiten[P], buiten)

    return versier


def _meld_eerst_aan(request: HttpRequest, methoden: Sequence[str]) -> HttpResponse:
    """Send to the login page; who sent something hears that it was not kept."""
    if request.method == "POST":
        messages.warning(request, _("U was niet meer aangemeld. Wat u verstuurde, is niet opgeslagen."))
    terug = request.get_full_path() if "GET" in methoden else hoger(request.path)
    return redirect_to_login(terug)
