"""Views of the letter that confirms the receipt: read it, take it as PDF, say that it was sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import brief_html, brief_pdf, probeer, toon
from samendoen.toegang import queries
from samendoen.toegang.actions.bevestiging import bevestig_ontvangst
from samendoen.toegang.web.forms import BevestigForm
from samendoen.toegang.web.kruimels import naar_melding


@poort(Permissie.MELDING_REGISTREREN, "GET", "HEAD", "POST")
def toon_brief(request: Verzoek, melding_id: int) -> HttpResponse:
    """The letter as it will look, with its PDF; a POST says that it was sent."""
    form = BevestigForm(request.POST or None)

    def bevestig() -> None:
        bevestig_ontvangst(request.actor, [(melding_id, form.cleaned_data["op"])])

    if request.method == "POST" and probeer(form, bevestig):
        messages.success(request, _("Vastgelegd: de ontvangst is bevestigd."))
        return redirect("melding", melding_id)
    beeld = queries.brief(request.actor, melding_id)
    kruimels = [*naar_melding(melding_id), (_("Ontvangstbevestiging"), "")]
    context = {"b": beeld, "brief": brief_html(beeld.brief, 2), "form": form, "kruimels": kruimels}
    return toon(request, "toegang/melding_brief.html", context)


@poort(Permissie.MELDING_REGISTREREN)
def als_pdf(request: Verzoek, melding_id: int) -> HttpResponse:
    """The letter as an accessible PDF. Its name says nothing about whom it is for."""
    antwoord = HttpResponse(
        brief_pdf(queries.brief(request.actor, melding_id).brief), content_type="application/pdf"
    )
    antwoord["Content-Disposition"] = f'attachment; filename="ontvangstbevestiging-{melding_id}.pdf"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord
