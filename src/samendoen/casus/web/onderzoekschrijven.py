"""Write in an investigation while one talks: saved as one types, and two writers see each other."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samendoen.casus.actions.bevindingen import schrijf_bevindingen, schrijf_onderzochten
from samendoen.casus.actions.onderzoekinvoer import Bevindinginvoer, Onderzochteinvoer
from samendoen.casus.models import Bevinding, Onderzochte
from samendoen.casus.queries.onderzoekschrijven import (
    Persoonsblad,
    aanbodkeuzes,
    gebiedblad,
    persoonsblad,
    stand_van,
)
from samendoen.casus.rules import Samenvoeging
from samendoen.casus.web.bewaren import Bewaarform, Bron, bewaar, merken_van, velden_van, zet_gelezen
from samendoen.casus.web.onderzoek import naar_onderzoek
from samendoen.casus.web.onderzoekforms import (
    BevindingForm,
    OnderzochteForm,
)
from samendoen.kernel.api import Permissie, Verzoek, poort
from samendoen.schil.api import toon

WERKEN = Permissie.CASUS_WERKEN


@poort(WERKEN, "GET", "HEAD", "POST")
def gebied(request: Verzoek, casus_id: int, nummer: int, persoon_id: int, leefgebied: str) -> HttpResponse:
    """One life domain of somebody."""
    g = gebiedblad(request.actor, casus_id, nummer, persoon_id, leefgebied)
    p, rij = g.persoon, g.bevinding
    begin = _begin(rij, Bevindinginvoer.VELDEN)
    form = BevindingForm(
        request.POST or None,
        initial=begin,
        naam=p.mens.roepnaam,
        vraag=g.vraag,
        aanbod=aanbodkeuzes(leefgebied, rij.aanbod),
    )

    def schrijf(waarden: dict[str, Any], gelezen: dict[str, str]) -> Samenvoeging:
        waarden["aanbod"] = tuple(waarden["aanbod"] or ())
        invoer = Bevindinginvoer(p.onderzoek.pk, persoon_id, leefgebied, **waarden, gelezen=gelezen)
        return schrijf_bevindingen(request.actor, [invoer])[0]

    gegevens = {"g": g, "p": p, "titel": g.naam, "verder": g.verder, "verder_naam": g.verder_naam}
    return _antwoord(request, p, rij, form, schrijf, gegevens)


@poort(WERKEN, "GET", "HEAD", "POST")
def rond_persoon(request: Verzoek, casus_id: int, nummer: int, persoon_id: int) -> HttpResponse:
    """What goes for somebody on every life domain: conclusion, own plan, client support, what was told."""
    p = persoonsblad(request.actor, casus_id, nummer, persoon_id)
    if p.rij is None:
        return redirect("onderzoek_leefgebieden", casus_id, nummer, persoon_id)
    begin = _begin(p.rij, Onderzochteinvoer.VELDEN)
    form = OnderzochteForm(request.POST or None, initial=begin, naam=p.mens.roepnaam)

    def schrijf(waarden: dict[str, Any], gelezen: dict[str, str]) -> Samenvoeging:
        waarden["verteld"] = tuple(waarden["verteld"] or ())
        invoer = Onderzochteinvoer(p.onderzoek.pk, persoon_id, **waarden, gelezen=gelezen)
        return schrijf_onderzochten(request.actor, [invoer])[0]

    gegevens = {"p": p, "titel": _("Voor alle leefgebieden"), "verder": p.terug, "verder_naam": ""}
    return _antwoord(request, p, p.rij, form, schrijf, gegevens)


Rij = Bevinding | Onderzochte
Schrijf = Callable[[dict[str, Any], dict[str, str]], Samenvoeging]


def _staand(rij: Rij, namen: Sequence[str]) -> dict[str, Any]:
    return {veld: getattr(rij, veld) for veld in namen}


def _begin(rij: Rij, namen: Sequence[str]) -> dict[str, Any]:
    staand = _staand(rij, namen)
    return staand | {"gelezen": zet_gelezen(merken_van(staand))}


def _bron(rij: Rij, namen: Sequence[str], schrijf: Schrijf) -> Bron:
    def lees() -> dict[str, Any]:
        rij.refresh_from_db()
        return _staand(rij, namen)

    def schrijver() -> tuple[int | None, str]:
        return rij.bijgewerkt_door_id, rij.bijgewerkt_door.naam if rij.bijgewerkt_door else ""

    return Bron(_staand(rij, namen), lees, schrijver, schrijf)


def _antwoord(
    request: Verzoek, p: Persoonsblad, rij: Rij, form: Bewaarform, schrijf: Schrijf, gegevens: dict[str, Any]
) -> HttpResponse:
    bewaring = None
    for veld in form.fields.values() if not p.loopt else ():
        veld.disabled = True
    if request.method == "POST":
        bewaring = bewaar(form, _bron(rij, form.namen, schrijf), request.actor.id)
        if bewaring.gelukt and not request.htmx:
            messages.success(request, _("Opgeslagen."))
            return redirect(gegevens["verder"] if request.POST.get("naar") == "verder" else p.terug)
    gegevens |= {
        "form": form,
        "b": bewaring,
        "velden": velden_van(form, bewaring),
        "gelezen": bewaring.gelezen if bewaring else form["gelezen"].initial,
        "stand": bewaring.zin if bewaring else stand_van(rij),
        "kruimels": naar_onderzoek(p.blad, p.onderzoek.nummer, (gegevens["titel"], "")),
    }
    return toon(request, "casus/onderzoek_schrijven.html", gegevens, deel="stand")
