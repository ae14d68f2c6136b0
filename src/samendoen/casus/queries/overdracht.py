"""A warm handover: what the page of a casus says of it, and the question on the desk of who is asked."""

from collections.abc import Iterator
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import binnen, niet_gevonden
from samendoen.casus.events import CASUS
from samendoen.casus.models import Overdracht
from samendoen.casus.rules import Overdrachtstatus, Status
from samendoen.kernel.api import Actor, Permissie, gevuld
from samendoen.kernel.stekkers import Taakvoorstel
from samendoen.schil.api import datum_lang
from samendoen.werk.api import taakregel

OVERDRACHT = "overdracht"


def wachtende(casus_id: int) -> Overdracht:
    """Return the proposal that waits in a casus that was authorised; NietGevonden when none does."""
    rijen = Overdracht.objects.filter(casus=casus_id, status=Overdrachtstatus.VOORGESTELD)
    rij = rijen.select_related("van", "naar").first()
    if rij is None:
        raise niet_gevonden()
    return rij


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show on the page of a casus who is asked to direct it, with the answer for that colleague to give; to
    who may read the dossier with which the casus began."""
    if "casus:overdracht" not in gevuld(door, "casus", onderwerp_id):
        return ""
    rijen = Overdracht.objects.filter(casus=onderwerp_id, status=Overdrachtstatus.VOORGESTELD)
    rij = binnen(rijen, door, pad="casus__dossier").select_related("van", "naar").first()
    if rij is None:
        return ""
    werkt = door.mag(Permissie.CASUS_WERKEN)
    mag_intrekken = werkt and (door.id == rij.van_id or door.mag(Permissie.REGIE_TOEWIJZEN))
    gegevens = {
        "van": rij.van.naam,
        "naar": rij.naar.naam,
        "sinds": datum_lang(rij.voorgesteld_op),
        "toelichting": rij.toelichting or _("De woorden zijn gewist."),
        "antwoord_url": reverse("overdracht", args=[onderwerp_id]) if door.id == rij.naar_id else "",
        "weiger_url": reverse("overdracht_weigeren", args=[onderwerp_id]) if door.id == rij.naar_id else "",
        "intrek_url": reverse("overdracht_intrekken", args=[onderwerp_id]) if mag_intrekken else "",
    }
    return render_to_string("casus/paneel_overdracht.html", {"p": gegevens})


def vragen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for everybody who is asked to direct a casus, until there is an answer."""
    regel = taakregel(OVERDRACHT)
    rijen = Overdracht.objects.filter(
        status=Overdrachtstatus.VOORGESTELD, casus__status=Status.OPEN
    ).order_by("pk")
    velden = rijen.values_list(
        "pk", "van__naam", "voorgesteld_op", "casus_id", "casus__dossier_id", "naar_id"
    )
    for pk, van, op, casus, dossier, naar in velden:
        tekst, uitleg = regel.schrijf(van=van, dag=datum_lang(op))
        yield Taakvoorstel(
            sleutel=str(pk),
            tekst=tekst,
            uitleg=uitleg,
            uiterlijk=op + regel.dagen("binnen_dagen"),
            dossier_id=dossier,
            groep_id=None,
            gebruiker_id=naar,
            onderwerp_soort=CASUS,
            onderwerp_id=casus,
        )


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the question to take over was computed."""
    return [(_("Gevraagd"), Overdracht.objects.get(pk=int(sleutel)).voorgesteld_op)]
