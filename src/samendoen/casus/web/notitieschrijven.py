"""Write a note while one talks: saved as one types, and two writers see each other."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samendoen.casus.actions.notitie import schrijf_notities
from samendoen.casus.actions.notitieinvoer import staand
from samendoen.casus.actions.notitieklaar import rond_notities_af
from samendoen.casus.queries.notitie import Schrijfblad, schrijfblad
from samendoen.casus.queries.onderzoekschrijven import stand_van
from samendoen.casus.rules import Samenvoeging
from samendoen.casus.web.bewaren import Bewaring, Bron, bewaar, merken_van, vangnet, velden_van, zet_gelezen
from samendoen.casus.web.notitie import afgerond, naar_notities
from samendoen.casus.web.notitieforms import NotitieForm, als_notitie
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, poort
from samendoen.schil.api import toon


def _bron(request: Verzoek, s: Schrijfblad) -> Bron:
    rij = s.rij

    def lees() -> dict[str, Any]:
        rij.refresh_from_db()
        return staand(rij)

    def schrijver() -> tuple[int | None, str]:
        return rij.bijgewerkt_door_id, rij.bijgewerkt_door.naam if rij.bijgewerkt_door else ""

    def schrijf(waarden: dict[str, Any], gelezen: dict[str, str]) -> Samenvoeging:
        return schrijf_notities(request.actor, [als_notitie(rij.pk, waarden, gelezen)])[0]

    return Bron(staand(rij), lees, schrijver, schrijf)


def notitieform(request: Verzoek, s: Schrijfblad) -> NotitieForm:
    """Return the form of a note, with the signs of what stands in it."""
    nu = staand(s.rij)
    begin = nu | {"gelezen": zet_gelezen(merken_van(nu))}
    return NotitieForm(request.POST or None, initial=begin, rij=s.rij, hulp=s.hulp)


def editor(
    request: Verzoek, form: NotitieForm, s: Schrijfblad, bewaring: Bewaring | None = None
) -> dict[str, Any]:
    """Return what the template of the editor shows."""
    return {
        "s": s,
        "vangnet": vangnet(str(s.rij.kenmerk), request.actor.id),
        "form": form,
        "b": bewaring,
        "velden": velden_van(form, bewaring),
        "gelezen": bewaring.gelezen if bewaring else form["gelezen"].initial,
        "stand": bewaring.zin if bewaring else stand_van(s.rij),
    }


@poort(Permissie.CASUS_WERKEN, "GET", "HEAD", "POST")
def schrijven(request: Verzoek, casus_id: int, nummer: int) -> HttpResponse:
    """Write in a note that is not finished."""
    s = schrijfblad(request.actor, casus_id, nummer)
    if not s.loopt and request.method != "POST":
        return redirect("notitie", casus_id, nummer)
    form, bewaring = notitieform(request, s), None
    if request.method == "POST":
        bewaring = bewaar(form, _bron(request, s), request.actor.id)
        if bewaring.gelukt and not request.htmx and (verder := _verder(request, s, form)):
            return verder
    titel = _("Notitie %(nr)s") % {"nr": nummer}
    gegevens = editor(request, form, s, bewaring) | {"kruimels": naar_notities(s.blad, (titel, ""))}
    return toon(request, "casus/notitie_schrijven.html", gegevens, deel="stand")


def _verder(request: Verzoek, s: Schrijfblad, form: NotitieForm) -> HttpResponse | None:
    """Do what the button asks, after saving; None when that cannot be: the form says why."""
    if request.POST.get("naar") != "klaar":
        messages.success(request, _("Opgeslagen. Het concept staat bij de casus."))
        return redirect("casus", s.blad.id)
    try:
        rond_notities_af(request.actor, [s.rij.pk])
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        form.add_error(None, f"{fout.toelichting} {fout.doe}".strip())
        return None
    afgerond(request)
    return redirect("notitie", s.blad.id, s.rij.nummer)
