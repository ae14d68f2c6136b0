"""Screens of the report: read it for each reader, take it as PDF, say that it was sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samendoen.casus.actions.verslag import verstuur_verslagen
from samendoen.casus.queries.verslagbeeld import verslagbeeld
from samendoen.casus.web.forms import DagForm
from samendoen.casus.web.onderzoek import naar_onderzoek
from samendoen.kernel.api import Permissie, Verzoek, geheel, poort
from samendoen.schil.api import brief_html, brief_pdf, probeer, toon


@poort(Permissie.WERK_ZIEN, "GET", "HEAD", "POST")
def verslag(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """The report as a letter for each reader; a POST says that it was sent on a day."""
    beeld = verslagbeeld(request.actor, casus_id, nummer, geheel(request.GET.get("voor", "")))
    form = DagForm(request.POST or None, label=_("Verstuurd of meegegeven op"))
    if request.method == "POST" and probeer(
        form, lambda: verstuur_verslagen(request.actor, [(beeld.onderzoek.pk, form.cleaned_data["op"])])
    ):
        messages.success(request, _("Het verslag is verstuurd. De termijn van de melding is klaar."))
        return redirect("onderzoek_verslag", casus_id, nummer)
    gegevens = {
        "v": beeld,
        "form": form,
        "brief": brief_html(beeld.brief, niveau=2) if beeld.brief else "",
        "kruimels": naar_onderzoek(beeld.blad, nummer, (_("Verslag"), "")),
    }
    return toon(request, "casus/verslag.html", gegevens)


@poort(Permissie.WERK_ZIEN)
def als_pdf(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """The letter to one reader as an accessible PDF. Its name says nothing about whom it is for."""
    beeld = verslagbeeld(request.actor, casus_id, nummer, geheel(request.GET.get("voor", "")))
    if beeld.brief is None:
        return redirect("onderzoek_verslag", casus_id, nummer)
    antwoord = HttpResponse(brief_pdf(beeld.brief), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="verslag-{beeld.brief.kenmerk}.pdf"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord
