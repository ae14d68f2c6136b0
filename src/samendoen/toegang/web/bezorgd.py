"""The screen of Meldpunt Bezorgd: take a worry about somebody, and read aloud what happens with it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import probeer, toon
from samendoen.toegang.actions.zorgmelding import meld_zorgen
from samendoen.toegang.queries import eropaf
from samendoen.toegang.web.eropafforms import BezorgdForm
from samendoen.toegang.web.opnemen import ZOEK, herkenning_van, ingevuld


@poort(Permissie.MELDING_REGISTREREN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Take a worry; sent twice it is one melding. Then the page of the melding asks for triage."""
    gezocht = request.method == "POST" and ZOEK in request.POST
    form = BezorgdForm(request.actor, **ingevuld(request, BezorgdForm, gezocht))
    gemaakt: list[int] = []

    def meld() -> None:
        gemaakt.extend(meld_zorgen(request.actor, [form.als_zorg()]))

    if request.method == "POST" and not gezocht and probeer(form, meld):
        messages.success(request, _("De zorg is opgenomen. Lees voor wat de melder mag weten."))
        return redirect(reverse("melding", args=[gemaakt[0]]) + "?nieuw=1")
    context = {
        **herkenning_van(request, form),
        "voorlezen": eropaf.voorlezen(),
        "kruimels": [(_("Meldingen"), reverse("meldingen")), (_("Zorg om iemand melden"), "")],
    }
    return toon(request, "toegang/melding_bezorgd.html", context)
