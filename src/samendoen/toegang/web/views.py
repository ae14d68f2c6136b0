"""Views of the front door."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Permissie, Verzoek, geheel, klok, poort
from samendoen.organisatie.api import teams_voor_keuze
from samendoen.schil.api import Kolom, Tabel, probeer, sortering, toon
from samendoen.toegang import queries
from samendoen.toegang.actions import melding as acties
from samendoen.toegang.models import STATUSSEN
from samendoen.toegang.web.forms import OPVOLGEN_NA, AfhandelForm, IntrekForm
from samendoen.toegang.web.kruimels import naar_melding
from samendoen.toegang.web.triage import triageform


@poort(Permissie.WERK_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """The meldingen one may see, with filters and order in the URL."""
    orde = sortering(request.GET, queries.SORTEERBAAR, "-ontvangen_op")
    pagina = request.GET.get("pagina", "1")
    filters = {naam: request.GET.get(naam, "") for naam in ("status", "team")}
    nummer = geheel(pagina) or 1
    rijen, deel = queries.meldingen(request.actor, filters, orde.orde, nummer)
    tabel = Tabel(
        _("Meldingen"),
        [
            Kolom("vraag", _("Vraag")),
            Kolom("ontvangen_op", _("Ontvangen"), sorteer=True, heel=True),
            Kolom("team__code", _("Team"), sorteer=True),
            Kolom("wet", _("Kader"), sorteer=True),
            Kolom("kanaal", _("Kanaal"), sorteer=True),
            Kolom("status", _("Status"), sorteer=True),
        ],
        rijen,
        leeg=_("Hier verschijnen de meldingen van uw team en die u zelf opneemt."),
        sortering=orde,
        toon_titel=False,
    )
    context = {
        "tabel": tabel,
        "deel": deel,
        "filters": filters,
        "gefilterd": any(filters.values()),
        "sorteer": request.GET.get("sorteer", ""),
        "mag_registreren": request.actor.mag(Permissie.MELDING_REGISTREREN),
        "statussen": [
            ("", _("Alle")),
            (queries.TE_TRIEREN, _("Nog te triëren")),
            *((s.value, str(naam)) for s, naam in STATUSSEN.items()),
        ],
        "teams": [("", _("Alle teams")), *teams_voor_keuze(None)],
    }
    return toon(request, "toegang/meldingen.html", context, deel="lijst")


@poort(Permissie.WERK_ZIEN)
def toon_melding(request: Verzoek, melding_id: int) -> HttpResponse:
    """One melding: question, whom it is about, decision, clocks with their explanation, timeline.

    Just taken (`?nieuw`), it asks for the triage decision first.
    """
    voor = request.GET.get("voor", "")
    beeld = queries.melding(request.actor, melding_id, geheel(voor))
    nieuw = "nieuw" in request.GET
    context = {
        "m": beeld,
        "kruimels": [(_("Meldingen"), reverse("meldingen")), (_("Melding %(nr)s") % {"nr": beeld.id}, "")],
        "meer_url": f"?voor={beeld.volgende}" if beeld.volgende else "",
        "nieuw": nieuw,
        "opvolgen_op": klok.vandaag() + OPVOLGEN_NA,
        "triageform": triageform(beeld, focus=nieuw) if beeld.mag_trieren else None,
        "mag_brief": beeld.heeft_brief and request.actor.mag(Permissie.MELDING_REGISTREREN),
    }
    return toon(request, "toegang/melding.html", context, deel="tijdlijn")


def _met_formulier(
    request: Verzoek,
    melding_id: int,
    form: forms.Form,
    doe: Callable[[dict[str, Any]], None],
    teksten: tuple[str, str, str],
) -> HttpResponse:
    """Show one small form about a melding and do what it asks."""
    titel, knop, gelukt = teksten
    if request.method == "POST" and probeer(form, lambda: doe(form.cleaned_data)):
        messages.success(request, gelukt)
        return redirect("melding", melding_id)
    beeld = queries.melding(request.actor, melding_id)
    kruimels = [*naar_melding(melding_id), (titel, "")]
    context = {"form": form, "m": beeld, "titel": titel, "knop": knop, "kruimels": kruimels}
    return toon(request, "toegang/melding_formulier.html", context)


@poort(Permissie.MELDING_AFHANDELEN, "GET", "HEAD", "POST")
def afhandelen(request: Verzoek, melding_id: int) -> HttpResponse:
    """Close a melding."""
    form = AfhandelForm(request.POST or None)
    teksten = (_("Melding afhandelen"), _("Afhandelen"), _("De melding is afgehandeld."))
    return _met_formulier(
        request,
        melding_id,
        form,
        lambda g: acties.handel_melding_af(request.actor, melding_id, g["uitkomst"], g["op"]),
        teksten,
    )


@poort(Permissie.MELDING_INTREKKEN, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, melding_id: int) -> HttpResponse:
    """Take a melding back."""
    form = IntrekForm(request.POST or None)
    teksten = (_("Melding intrekken"), _("Intrekken"), _("De melding is ingetrokken."))
    return _met_formulier(
        request,
        melding_id,
        form,
        lambda g: acties.trek_melding_in(request.actor, melding_id, g["reden"]),
        teksten,
    )


@poort(Permissie.MELDING_TRIEREN, "POST")
def heropenen(request: Verzoek, melding_id: int) -> HttpResponse:
    """Undo the handling."""
    acties.heropen_melding(request.actor, melding_id)
    messages.success(request, _("De melding is weer open."))
    return redirect("melding", melding_id)
