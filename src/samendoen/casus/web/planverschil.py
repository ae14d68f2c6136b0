"""The screen on which two versions of a plan stand side by side."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.queries.planverschil import planverschil
from samendoen.kernel.api import Permissie, Verzoek, geheel, poort
from samendoen.schil.api import toon


@poort(Permissie.WERK_ZIEN)
def vergelijken(request: Verzoek, casus_id: int) -> HttpResponse:
    """Two versions of the plan of a casus; which ones stand in the URL."""
    oud, nieuw = (geheel(request.GET.get(naam, "")) for naam in ("oud", "nieuw"))
    beeld = planverschil(request.actor, casus_id, oud, nieuw)
    casus = (_("Casus %(nr)s") % {"nr": casus_id}, reverse("casus", args=[casus_id]))
    gegevens = {
        "v": beeld,
        "kruimels": [(_("Casussen"), reverse("casussen")), casus, (_("Versies vergelijken"), "")],
    }
    return toon(request, "casus/plan_vergelijken.html", gegevens)
