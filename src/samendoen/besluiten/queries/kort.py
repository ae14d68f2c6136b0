"""What the page of a melding shows of applying along its short route."""

from django.template.loader import render_to_string
from django.urls import reverse

from samendoen.besluiten.models import Aanvraag
from samendoen.casus.api import casussen_van_meldingen
from samendoen.kernel.api import Actor, Permissie
from samendoen.toegang.api import Status, meldingkernen, routekernen


def paneel_melding(door: Actor, onderwerp_id: int) -> str:
    """Lead from a short route to its application; "" where there is none to make."""
    route = routekernen([onderwerp_id]).get(onderwerp_id)
    if route is None or not route.product:
        return ""
    if not (door.mag(Permissie.BESLUIT_VOORBEREIDEN) and door.mag(Permissie.CASUS_WERKEN)):
        return ""
    kern = meldingkernen(door, [onderwerp_id]).get(onderwerp_id)
    if kern is None or not kern.herkend or kern.status != Status.OPEN:
        return ""
    casus = casussen_van_meldingen([onderwerp_id]).get(onderwerp_id)
    gevraagd = Aanvraag.objects.filter(casus=casus, inwoner=kern.persoon_id, product__code=route.product)
    if casus is not None and gevraagd.exists():
        return ""
    gegevens = {"url": reverse("aanvraag_kort", args=[onderwerp_id]), "naam": route.naam}
    return render_to_string("besluiten/paneel_melding.html", gegevens)
