"""The page that asks once whether a question leaves the casus that it was joined to."""

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import niet_gevonden
from samendoen.casus.actions.losmaken import haal_melding_los
from samendoen.casus.queries.kernen import casuskernen, casussen_van_meldingen
from samendoen.kernel.api import Permissie, Verzoek, log_inzage, poort
from samendoen.schil.api import Formulierpagina, behandel_formulier
from samendoen.toegang.api import meldingkernen


@poort(Permissie.CASUS_WERKEN, "GET", "HEAD", "POST")
def losmaken(request: Verzoek, melding_id: int) -> HttpResponse:
    """Ask once, then take the question out of the casus."""
    kern = meldingkernen(request.actor, [melding_id]).get(melding_id)
    casus = casussen_van_meldingen([melding_id]).get(melding_id)
    if kern is None or casus is None or not casuskernen(request.actor, [casus]):
        raise niet_gevonden()
    log_inzage(request.actor, "casus-losmaken", [kern.dossier_id])
    form = forms.Form(request.POST if request.method == "POST" else None)
    pagina = Formulierpagina(
        _("Melding uit de casus halen"),
        _("Uit de casus halen"),
        _("De melding is uit de casus gehaald. Zij staat weer bij haar eigen team."),
        reverse("casus", args=[casus]),
        intro=kern.vraag,
        uitleg=_(
            "De melding hoort dan niet meer bij casus %(nr)s, en ook niet bij het onderzoek dat daar loopt. "
            "U kunt haar later weer toevoegen. Wat al is opgeschreven, blijft staan."
        )
        % {"nr": casus},
        annuleer=reverse("melding", args=[melding_id]),
    )
    boven = [
        (_("Casussen"), reverse("casussen")),
        (_("Casus %(nr)s") % {"nr": casus}, reverse("casus", args=[casus])),
    ]
    return behandel_formulier(
        request, form, pagina, lambda: haal_melding_los(request.actor, casus, melding_id), boven
    )
