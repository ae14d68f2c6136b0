"""Views of triage: the decision of a human, and asking after a warm referral."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, poort
from samendoen.schil.api import probeer, toon
from samendoen.toegang import queries
from samendoen.toegang.actions.opvolging import volg_op
from samendoen.toegang.actions.triage import trieer_meldingen
from samendoen.toegang.queries import MeldingBeeld, meldingkernen
from samendoen.toegang.rules import NAAR_TEAM
from samendoen.toegang.web.forms import TriageForm
from samendoen.toegang.web.kruimels import naar_melding


def triageform(beeld: MeldingBeeld, *, focus: bool = False) -> TriageForm:
    """Return the form of the decision, with the proposal filled in.

    With `focus` the cursor stands where a proposal that cannot be taken over asks for a choice.
    """
    voorstel = beeld.voorstel
    if voorstel is None:
        return TriageForm(initial={"gezien": beeld.gezien})
    form = TriageForm(
        initial={
            "gezien": beeld.gezien,
            "uitkomst": voorstel.uitkomst,
            "team": voorstel.team,
            "organisatie": voorstel.organisatie,
        }
    )
    if focus and not voorstel.compleet:
        ontbreekt = "team" if voorstel.uitkomst in NAAR_TEAM else "organisatie"
        form.fields[ontbreekt].widget.attrs["autofocus"] = True
    return form


@poort(Permissie.MELDING_TRIEREN, "GET", "HEAD", "POST")
def trieren(request: Verzoek, melding_id: int) -> HttpResponse:
    """Decide where a question goes; the proposal stands in the form."""
    form = TriageForm(request.POST or None)

    def beslis() -> None:
        trieer_meldingen(request.actor, [form.als_besluit(melding_id)])

    if request.method == "POST" and probeer(form, beslis):
        return _klaar(request, melding_id, form.cleaned_data["uitkomst"])
    beeld = queries.melding(request.actor, melding_id)
    if request.method != "POST":
        form = triageform(beeld)
    kruimels = [*naar_melding(melding_id), (_("Triage"), "")]
    context = {"m": beeld, "triageform": form, "kruimels": kruimels}
    return toon(request, "toegang/melding_triage.html", context)


def _klaar(request: Verzoek, melding_id: int, uitkomst: str) -> HttpResponse:
    """Say what was decided; who may not see the melding any more goes to the list."""
    messages.success(request, _("Het triagebesluit is vastgelegd."))
    if meldingkernen(request.actor, [melding_id]):
        return redirect("melding", melding_id)
    messages.info(
        request, _("Melding %(nr)s ligt nu bij een ander team; u ziet haar niet meer.") % {"nr": melding_id}
    )
    return redirect("meldingen")


@poort(Permissie.MELDING_TRIEREN, "POST")
def opvolgen(request: Verzoek, melding_id: int) -> HttpResponse:
    """Say whether a warm referral worked; if not, the question is to be triaged again."""
    gelukt = request.POST.get("gelukt") == "ja"
    if not _vraag_na(request, melding_id, gelukt):
        return redirect("melding", melding_id)
    if gelukt:
        messages.success(request, _("Vastgelegd: de overdracht is gelukt."))
    else:
        messages.success(request, _("De vraag is weer open. Beslis opnieuw waar zij naartoe gaat."))
    return redirect("melding", melding_id)


def _vraag_na(request: Verzoek, melding_id: int, gelukt: bool) -> bool:
    door: Actor = request.actor
    try:
        volg_op(door, melding_id, gelukt)
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
        return False
    return True
