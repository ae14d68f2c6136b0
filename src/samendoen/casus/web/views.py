"""Screens of the case: the list, opening one, and its page."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.actions.meldingen import voeg_meldingen_toe
from samendoen.casus.actions.openen import NieuweCasus, open_casussen
from samendoen.casus.models import STATUSSEN
from samendoen.casus.queries import lijst as lijstvragen
from samendoen.casus.queries.casus import Casusbeeld, casusbeeld
from samendoen.casus.queries.openen import Opening, opening
from samendoen.casus.rules import Status
from samendoen.casus.web.forms import OpenForm
from samendoen.casus.web.formulier import doe_of_zeg
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie, Verzoek, geheel, poort
from samendoen.organisatie.api import teams_voor_keuze
from samendoen.schil.api import Kolom, Tabel, probeer, sortering, toon


@poort(Permissie.WERK_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    """The casussen one may open, with filters and order in the URL; those that one directs come first."""
    orde = sortering(request.GET, lijstvragen.SORTEERBAAR, "-geopend_op")
    filters = {naam: request.GET.get(naam, "") for naam in ("wie", "status", "team")}
    if "wie" not in request.GET:
        filters["wie"] = "mij"
    if "status" not in request.GET:
        filters["status"] = Status.OPEN.value
    nummer = geheel(request.GET.get("pagina", "1")) or 1
    rijen, deel = lijstvragen.casussen(request.actor, filters, orde.orde, nummer)
    tabel = Tabel(
        _("Casussen"),
        [
            Kolom("huishouden", _("Huishouden")),
            Kolom("regisseur", _("Regisseur")),
            Kolom("team__code", _("Team"), sorteer=True),
            Kolom("geopend_op", _("Geopend"), sorteer=True, heel=True),
            Kolom("terug", _("Samen terugkijken")),
            Kolom("status", _("Status"), sorteer=True),
        ],
        rijen,
        sortering=orde,
        toon_titel=False,
    )
    context = {
        "tabel": tabel,
        "deel": deel,
        "filters": filters,
        "sorteer": request.GET.get("sorteer", ""),
        "wie": [
            ("mij", _("Mijn casussen")),
            ("team", _("Van mijn team")),
            ("alle", _("Alle die ik mag zien")),
        ],
        "statussen": [("", _("Alle")), *((s.value, str(naam)) for s, naam in STATUSSEN.items())],
        "teams": [("", _("Alle teams")), *teams_voor_keuze(None)],
    }
    return toon(request, "casus/casussen.html", context, deel="lijst")


@poort(Permissie.CASUS_WERKEN, "GET", "HEAD", "POST")
def openen(request: Verzoek, melding_id: int) -> HttpResponse:
    """Open a casus for the household that asks; or say which one it has already."""
    beeld = opening(request.actor, melding_id)
    if beeld.casus_id is not None:
        return redirect("casus", beeld.casus_id)
    form = OpenForm(request.POST or None, collegas=beeld.collegas, zelf=request.actor.id)
    gemaakt: list[int] = []

    def open_() -> None:
        g = form.cleaned_data
        nieuw = NieuweCasus(g["kenmerk"], melding_id, g["op"], g["regisseur"])
        gemaakt.extend(open_casussen(request.actor, [nieuw]))

    if request.method == "POST" and probeer(form, open_):
        messages.success(request, _("De casus is geopend."))
        return redirect("casus", gemaakt[0])
    if request.method == "POST":
        beeld = opening(request.actor, melding_id)  # perhaps a colleague was first
    return toon(request, "casus/openen.html", {"form": form, "o": beeld, "kruimels": _van_melding(beeld)})


def _van_melding(beeld: Opening) -> list[tuple[str, str]]:
    melding = _("Melding %(nr)s") % {"nr": beeld.melding_id}
    return [
        (_("Meldingen"), reverse("meldingen")),
        (melding, reverse("melding", args=[beeld.melding_id])),
        (_("Casus openen"), ""),
    ]


@poort(Permissie.CASUS_WERKEN, "POST")
def toevoegen(request: Verzoek, melding_id: int) -> HttpResponse:
    """Join a question to the casus that its household has."""
    beeld = opening(request.actor, melding_id)
    if beeld.loopt is None:
        return redirect("casus_openen", melding_id)
    casus = beeld.loopt.id
    doe_of_zeg(
        request,
        lambda: voeg_meldingen_toe(request.actor, [(casus, melding_id)]),
        _("De melding hoort nu bij deze casus."),
    )
    return redirect("casus", casus)


@poort(Permissie.WERK_ZIEN)
def toon_casus(request: Verzoek, casus_id: int) -> HttpResponse:
    """One casus: who, which questions and clocks, the plan, and what happened."""
    beeld = casusbeeld(request.actor, casus_id, geheel(request.GET.get("voor", "")))
    return toon(request, "casus/casus.html", _context(request, beeld), deel="tijdlijn")


def _context(request: Verzoek, beeld: Casusbeeld) -> dict[str, Any]:
    schrijft = beeld.schrijfbaar and request.actor.mag(Permissie.CASUS_WERKEN)
    werkt = schrijft and beeld.loopt
    return {
        "c": beeld,
        "kruimels": [(_("Casussen"), reverse("casussen")), (_("Casus %(nr)s") % {"nr": beeld.id}, "")],
        "hoofdpanelen": stekkers.panelen("casushoofd", request.actor, beeld.id),
        "panelen": stekkers.panelen("casus", request.actor, beeld.id),
        "meer_url": f"?voor={beeld.volgende}" if beeld.volgende else "",
        "werkt": werkt,
        "rondt_af": werkt and beeld.plan is not None and beeld.plan.geldt,
        # With a concept beside it, people say what they think of that: on the page where it is written.
        "mag_vastleggen": werkt and (beeld.plan is None or beeld.plan.concept or not beeld.concept_versie),
        "mag_afhandelen": werkt and request.actor.mag(Permissie.MELDING_AFHANDELEN),
        "mag_heropenen": schrijft and not beeld.loopt,
    }
