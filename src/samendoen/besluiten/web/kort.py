"""The screen of applying along a short route, and the link that leads to it from a melding."""

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.access import niet_gevonden
from samendoen.besluiten.actions.controle import LANGSTE
from samendoen.besluiten.actions.kort import Korteaanvraag, vraag_kort_aan
from samendoen.besluiten.queries.kort import landing, uitleg
from samendoen.kernel.api import Permissie, Verzoek, klok, log_inzage, poort
from samendoen.schil.api import DatumVeld, Formulierpagina, probeer, toon_formulier
from samendoen.toegang.api import meldingkernen, routekernen


class KortForm(forms.Form):
    """What is still asked: the words, and the day. Product and person are those of the route."""

    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
    motivering = forms.CharField(
        label=gettext_lazy("Wat is de vraag?"),
        help_text=gettext_lazy("Dit zijn de antwoorden van de korte route. Pas ze aan als dat nodig is."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LANGSTE,
        required=False,
    )
    aangevraagd_op = DatumVeld(label=gettext_lazy("Aangevraagd op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kenmerk"].initial = uuid4
        self.fields["aangevraagd_op"].initial = klok.vandaag


@poort(Permissie.CASUS_WERKEN, "GET", "HEAD", "POST")
def kort_aanvragen(request: Verzoek, melding_id: int) -> HttpResponse:
    """Apply for what the short route of a melding leads to."""
    kern = meldingkernen(request.actor, [melding_id]).get(melding_id)
    route = routekernen([melding_id]).get(melding_id) if kern else None
    if kern is None:
        raise niet_gevonden()
    form = KortForm(
        request.POST or None, initial={"motivering": "\n".join(route.antwoorden) if route else ""}
    )
    gemaakt: list[int] = []

    def vraag() -> None:
        gemaakt.extend(
            vraag_kort_aan(request.actor, [Korteaanvraag(melding=melding_id, **form.cleaned_data)])
        )

    if request.method == "POST" and probeer(form, vraag):
        messages.success(request, _("De aanvraag is opgenomen. De beslistermijn loopt."))
        return redirect("aanvraag", gemaakt[0])
    log_inzage(request.actor, "aanvraag_kort", [kern.dossier_id])
    terug = reverse("melding", args=[melding_id])
    titel = _("Aanvragen: %(naam)s") % {"naam": route.naam} if route else _("Aanvragen")
    bewijs = ", ".join(route.bewijs) if route else ""
    pagina = Formulierpagina(
        titel,
        _("Aanvraag opnemen"),
        "",
        terug,
        intro=_("Bewijs: %(bewijs)s.") % {"bewijs": bewijs} if bewijs else "",
        uitleg=uitleg(landing(request.actor, kern), route.product if route else ""),
    )
    return toon_formulier(request, form, pagina, [(_("Melding %(nr)s") % {"nr": melding_id}, terug)])
