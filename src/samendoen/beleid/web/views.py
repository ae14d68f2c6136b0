"""Koers: a plan as a tree, its goals and activities, its money."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.beleid.actions.plan import importeer_plan
from samendoen.beleid.definities import plancodes, plandefinitie
from samendoen.beleid.queries import geld as geldvragen
from samendoen.beleid.queries import schermen
from samendoen.beleid.queries.activiteit import activiteitpagina
from samendoen.beleid.queries.begrotingsbladen import bladen
from samendoen.beleid.queries.doel import doelpagina
from samendoen.kernel.api import Domeinfout, Permissie, Verzoek, poort
from samendoen.schil.api import Kolom, Tabel, toon


@poort(Permissie.BELEID_ZIEN)
def koers(request: Verzoek) -> HttpResponse:
    """Show one part of a plan as a tree that opens and closes."""
    plannen = schermen.plannen()
    mag = request.actor.mag(Permissie.BELEID_BEHEREN)
    basis = {"mag_beheren": mag, "in_te_lezen": _in_te_lezen({p.code for p in plannen}) if mag else []}
    if not plannen:
        return toon(request, "beleid/koers.html", basis | {"leeg": schermen.leeg_tekst(request.actor)})
    gekozen = schermen.plan(request.GET.get("plan", ""), plannen)
    alleen, alles = "aandacht" in request.GET, "open" in request.GET
    beeld = schermen.koers(request.actor, gekozen, request.GET.get("deel", ""), alleen, alles)
    return toon(
        request,
        "beleid/koers.html",
        basis
        | {
            "k": beeld,
            "plannen": plannen,
            "elders": schermen.elders(gekozen),
            "alleen": alleen,
            "alles": alles,
            "lezing_woord": _("(onze lezing)"),
            "dient_woord": _("Dient in het beleidsplan:"),
            "gediend_woord": _("In de jaaragenda:"),
            "open_woord": _("Meer over dit doel"),
        },
    )


def _in_te_lezen(bekend: set[str]) -> list[tuple[str, str]]:
    """Return the plans that come along and were not read in: code and municipality."""
    return [(code, plandefinitie(code)[0].plan.gemeente) for code in plancodes() if code not in bekend]


@poort(Permissie.BELEID_BEHEREN, "POST")
def inlezen(request: Verzoek) -> HttpResponse:
    """Read in a plan that comes with Samendoen."""
    try:
        uitslag = importeer_plan(request.actor, request.POST.get("plan", ""))
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
        return redirect("koers")
    messages.success(request, uitslag.zin)
    return redirect(f"{reverse('koers')}?plan={uitslag.code}")


@poort(Permissie.BELEID_ZIEN)
def doel(request: Verzoek, doel_id: int) -> HttpResponse:
    """Show a goal: its figure, what it hangs together with, its activities."""
    beeld = doelpagina(request.actor, doel_id)
    kruimels = [(_("Koers"), reverse("koers")), (beeld["deel"], beeld["deel_url"]), (beeld["titel"], "")]
    gegevens = {"d": beeld, "kruimels": kruimels, "mag_beheren": request.actor.mag(Permissie.BELEID_BEHEREN)}
    return toon(request, "beleid/doel.html", gegevens)


@poort(Permissie.BELEID_ZIEN)
def activiteit(request: Verzoek, activiteit_id: int) -> HttpResponse:
    """Show an activity: its lights and their history, its account."""
    beeld = activiteitpagina(request.actor, activiteit_id)
    gegevens = {
        "a": beeld,
        "kruimels": kruimels_van(beeld, beeld["titel"]),
        "mag_beheren": request.actor.mag(Permissie.BELEID_BEHEREN),
    }
    return toon(request, "beleid/activiteit.html", gegevens)


@poort(Permissie.BELEID_ZIEN)
def geld(request: Verzoek) -> HttpResponse:
    """Show the budget over the years and its changes, with computed totals and what does not add up."""
    plannen = schermen.plannen()
    kruimels = [(_("Koers"), reverse("koers")), (_("Geld"), "")]
    gegevens: dict[str, Any] = {"kruimels": kruimels, "plannen": plannen, "bladen": []}
    if plannen:
        gekozen = schermen.plan(request.GET.get("plan", ""), plannen)
        waarden = [geldvragen.tabelwaarden(tabel) for tabel in geldvragen.tabellen(gekozen)]
        mag = request.actor.mag(Permissie.BELEID_BEHEREN)
        gegevens |= {
            "plan": gekozen,
            "begrotingen": bladen(gekozen, mag),
            "bladen": [w | {"tabel": _tabel(w)} for w in waarden],
            "mag_beheren": mag,
        }
    return toon(request, "beleid/geld.html", gegevens)


def _tabel(waarden: dict[str, Any]) -> Tabel:
    kolommen = [
        Kolom("naam", _("Mutatie")),
        Kolom("lasten", _("Lasten"), getal=True, heel=True),
        Kolom("baten", _("Baten"), getal=True, heel=True),
        Kolom("saldo", _("Saldo"), getal=True, heel=True),
        Kolom("soort", _("Soort"), heel=True),
    ]
    rijen = [regel | {"onder": regel["toelichting"]} for regel in waarden["regels"]]
    voet = {"naam": _("Totaal"), **waarden["totaal"], "soort": ""}
    return Tabel(waarden["titel"], kolommen, rijen, voet=voet, toon_titel=False)


def kruimels_van(beeld: dict[str, Any], hier: str, *via: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the bread crumbs to a page about an activity."""
    return [
        (_("Koers"), reverse("koers")),
        (beeld["deel"], beeld["deel_url"]),
        (beeld["doel"], beeld["doel_url"]),
        *via,
        (hier, ""),
    ]
