"""The gate of a view: who may enter, and by which method."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samendoen.kernel.fouten import Geweigerd
from samendoen.kernel.rechten import Permissie
from samendoen.kernel.web.verzoek import Verzoek

P = ParamSpec("P")
Binnen = Callable[Concatenate[Verzoek, P], HttpResponse]
Buiten = Callable[Concatenate[HttpRequest, P], HttpResponse]


def poort(permissie: Permissie | None, *methoden: str) -> Callable[[Binnen[P]], Buiten[P]]:
    """Let in who is logged in and holds `permissie` (None: any login), by GET or `methoden`.

    This keeps people from screens they cannot use; what they may *do* is asked again in the action.
    """

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

        return login_required(require_http_methods(methoden or ("GET", "HEAD"))(binnen))  # type: ignore[return-value]

    return versier
