"""Write that a provider began or stopped, for one that sends no messages; and take a mistake back."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samendoen.besluiten.actions.levering import (
    Startmelding,
    Stopmelding,
    meld_start,
    meld_stop,
    trek_start_in,
    trek_stop_in,
)
from samendoen.besluiten.queries.levering import Leveringbeeld, leveringbeeld, redenen_voor_keuze
from samendoen.besluiten.queries.voorzieningen import toewijzing_om_te_lezen
from samendoen.besluiten.rules import EEN_DAG
from samendoen.besluiten.web.forms import StartForm, StopForm
from samendoen.besluiten.web.views import met_formulier
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, poort


@poort(Permissie.VOORZIENING_TOEWIJZEN, "GET", "HEAD", "POST")
def levering(request: Verzoek, toewijzing_id: int) -> HttpResponse:
    """Report a start, or a stop of what runs; below it stands what was reported."""
    v = toewijzing_om_te_lezen(request.actor, toewijzing_id)
    stand = leveringbeeld(toewijzing_id)

    def doe(g: dict[str, object]) -> object:
        if not stand.zelf:
            raise Domeinfout("levering_met_bericht", _met_bericht(v.aanbieder), _("Vraag om een bericht."))
        if stand.loopt_sinds is None:
            return meld_start(request.actor, [Startmelding(toewijzing_id, **g)])  # type: ignore[arg-type]
        stop = Stopmelding(toewijzing_id, stand.loopt_sinds, **g)  # type: ignore[arg-type]
        return meld_stop(request.actor, [stop])

    return met_formulier(
        request,
        v.aanvraag_id,
        _form(request, stand),
        doe,
        _teksten(stand, v.aanbieder),
        sjabloon="besluiten/levering.html",
        extra={"stand": stand, "toewijzing_id": toewijzing_id},
    )


def _form(request: Verzoek, stand: Leveringbeeld) -> forms.Form:
    if not stand.zelf:
        return forms.Form(request.POST or None)
    if stand.loopt_sinds is None:
        return StartForm(request.POST or None)
    return StopForm(request.POST or None, redenen=redenen_voor_keuze(stand.wet))


def _met_bericht(aanbieder: str) -> str:
    return _("%(naam)s meldt zelf met een bericht wanneer de hulp begint en stopt.") % {"naam": aanbieder}


def _teksten(stand: Leveringbeeld, aanbieder: str) -> tuple[str, str, str, str]:
    if not stand.zelf:
        return _("Start en stop"), _met_bericht(aanbieder), "", ""
    woorden = {"naam": aanbieder}
    if stand.loopt_sinds is None:
        uitleg = _("%(naam)s laat weten dat de hulp is begonnen.") % woorden
        return _("Start melden"), uitleg, _("Start melden"), _("De start is gemeld.")
    uitleg = _("%(naam)s laat weten dat de hulp is gestopt. De toewijzing zelf blijft gelden.") % woorden
    return _("Stop melden"), uitleg, _("Stop melden"), _("De stop is gemeld.")


@poort(Permissie.VOORZIENING_TOEWIJZEN, "POST")
def intrekken(request: Verzoek, toewijzing_id: int, levering_id: int) -> HttpResponse:
    """Take back a report that was a mistake, and go back to the reports."""
    toewijzing_om_te_lezen(request.actor, toewijzing_id)
    m = next((m for m in leveringbeeld(toewijzing_id).meldingen if m.id == levering_id), None)
    try:
        if m is not None and m.tot is None:
            trek_start_in(request.actor, [(toewijzing_id, m.begin)])
        elif m is not None and m.tot is not None:
            trek_stop_in(request.actor, [(toewijzing_id, m.begin, m.tot - EEN_DAG, m.reden)])
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}".strip())
    else:
        messages.success(request, _("De melding is ingetrokken."))
    return redirect("toewijzing_levering", toewijzing_id)
