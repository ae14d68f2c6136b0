"""What the page of a resident shows of the front door."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, zichtbaar
from samendoen.schil.api import datum_lang, status
from samendoen.toegang.models import STATUSSEN, Melding
from samendoen.toegang.queries.lijst import STATUSVORM
from samendoen.toegang.rules import Status, kort

MEESTE = 10


def paneel_inwoner(door: Actor, onderwerp_id: int) -> str:
    """Return the latest meldingen of a resident (a person) that this actor may read; "" without any.

    One query. The page that shows it logs the reading of that resident's dossiers.
    """
    rijen = zichtbaar(Melding.objects.filter(inwoner_id=onderwerp_id), door).order_by("-ontvangen_op", "-pk")
    alle = list(rijen.values("pk", "vraag", "ontvangen_op", "status")[: MEESTE + 1])
    if not alle:
        return ""
    regels = [
        {
            "url": reverse("melding", args=[r["pk"]]),
            "vraag": kort(r["vraag"]) or _("Melding %(nr)s") % {"nr": r["pk"]},
            "ontvangen": datum_lang(r["ontvangen_op"]),
            "status": status(STATUSVORM[Status(r["status"])], str(STATUSSEN[Status(r["status"])])),
        }
        for r in alle[:MEESTE]
    ]
    return render_to_string("toegang/paneel_inwoner.html", {"regels": regels, "meer": len(alle) > MEESTE})
