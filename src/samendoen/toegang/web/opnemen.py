"""Views of taking a melding: one page, the household recognised while typing, triage proposed beside it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Permissie, Verzoek, Wet, klok, poort
from samendoen.organisatie.api import leefgebieden
from samendoen.recht.api import leeftijd
from samendoen.schil.api import probeer, toon
from samendoen.toegang import queries
from samendoen.toegang.actions.koppeling import koppel_inwoners, koppel_nieuwe_inwoners
from samendoen.toegang.actions.registratie import neem_meldingen_op
from samendoen.toegang.rules import Kanaal, Triagevraag, leeftijdsgroep
from samendoen.toegang.web.forms import InwonerForm, KoppelForm, MeldingForm, getypt
from samendoen.toegang.web.herkenning import NIEUW, ONBEKEND, lees_dag, lees_teken, zoek
from samendoen.toegang.web.kruimels import naar_melding

ZOEK = "zoek"
"""Name of the button that searches: without JavaScript it sends the whole form, which is then not judged."""


@poort(Permissie.MELDING_REGISTREREN, "GET", "HEAD", "POST")
def nieuw(request: Verzoek) -> HttpResponse:
    """Take a melding; sent twice it is one melding. Then the page of the melding asks for triage."""
    gezocht = request.method == "POST" and ZOEK in request.POST
    form = MeldingForm(request.actor, **ingevuld(request, MeldingForm, gezocht))
    gemaakt: list[int] = []

    def neem_op() -> None:
        opname = (form.als_melding(), form.nieuwe_inwoner())
        gemaakt.extend(neem_meldingen_op(request.actor, [opname]))

    if request.method == "POST" and not gezocht and probeer(form, neem_op):
        messages.success(request, _("De melding is opgenomen."))
        return redirect(reverse("melding", args=[gemaakt[0]]) + "?nieuw=1")
    kruimels = [(_("Meldingen"), reverse("meldingen")), (_("Melding opnemen"), "")]
    context = {
        **herkenning_van(request, form),
        "voorstel": _voorstel(request.actor, request.POST),
        "kruimels": kruimels,
    }
    return toon(request, "toegang/melding_nieuw.html", context)


def ingevuld(request: Verzoek, form: type[forms.Form], gezocht: bool) -> dict[str, Any]:
    """Return how to make a form: empty, to be judged, or (after a search) as it was typed."""
    if request.method != "POST":
        return {}
    return {"initial": getypt(form, request.POST)} if gezocht else {"data": request.POST}


def herkenning_van(request: Verzoek, form: InwonerForm) -> dict[str, Any]:
    """Return what the part of the page about whom it concerns needs."""
    return {
        "form": form,
        "zoekuitslag": zoek(request.actor, request.POST),
        "keuze": request.POST.get("inwoner", ""),
        "mag_onbekend": form.mag_onbekend,
        "NIEUW": NIEUW,
        "ONBEKEND": ONBEKEND,
    }


@poort(Permissie.MELDING_REGISTREREN, "POST")
def herkennen(request: Verzoek) -> HttpResponse:
    """Show who may be meant by what was typed so far. A POST, so that no name stands in an address."""
    form = (KoppelForm if "koppel" in request.POST else MeldingForm)(request.actor)
    return toon(request, "toegang/herkenning.html", herkenning_van(request, form))


@poort(Permissie.MELDING_REGISTREREN, "POST")
def voorstel(request: Verzoek) -> HttpResponse:
    """Show what the triage table proposes for what was filled in so far, and why."""
    return toon(request, "toegang/voorstel.html", {"voorstel": _voorstel(request.actor, request.POST)})


def _voorstel(door: Actor, gegevens: QueryDict) -> queries.Voorstelbeeld | None:
    """Return the proposal for what was filled in; None before a legal frame was chosen."""
    kader = gegevens.get("kader", "")
    if kader not in set(Wet):
        return None
    plaats, jaren = _wie(door, gegevens)
    kanaal, zorgvrager = gegevens.get("kanaal", ""), gegevens.get("zorgvrager", "")
    vraag = Triagevraag(
        kader=kader,
        leefgebieden=tuple(code for code in gegevens.getlist("leefgebieden") if code in leefgebieden()),
        kanaal=kanaal if kanaal in set(Kanaal) else "",
        spoed="spoed" in gegevens,
        vrijwillig="niet_gevraagd" not in gegevens,
        zorgvrager=int(zorgvrager) if zorgvrager in {"1", "2", "3"} else 0,
        leeftijdsgroep=leeftijdsgroep(jaren),
        plaats=queries.plaatsnamen().get(plaats.strip().casefold(), ""),
    )
    return queries.voorstelbeeld(queries.stel_triage_voor(vraag))


def _wie(door: Actor, gegevens: QueryDict) -> tuple[str, int | None]:
    """Return village and age of whom it is about: as recognised, or as typed for somebody new."""
    keuze = gegevens.get("inwoner", "")
    if keuze == NIEUW:
        return gegevens.get("plaats", ""), _jaren(gegevens.get("geboortedatum", ""))
    gekozen = lees_teken(door, keuze)
    return (gekozen.plaats, gekozen.leeftijd) if gekozen else ("", None)


def _jaren(tekst: str) -> int | None:
    dag = lees_dag(tekst)
    return leeftijd(dag, klok.vandaag()) if dag is not None and dag <= klok.vandaag() else None


@poort(Permissie.MELDING_REGISTREREN, "GET", "HEAD", "POST")
def koppelen(request: Verzoek, melding_id: int) -> HttpResponse:
    """Link a melding to the resident whom it turned out to be about."""
    gezocht = request.method == "POST" and ZOEK in request.POST
    form = KoppelForm(request.actor, **ingevuld(request, KoppelForm, gezocht))

    def koppel() -> None:
        nieuwe = form.nieuwe_inwoner()
        if nieuwe is not None:
            koppel_nieuwe_inwoners(request.actor, [(melding_id, nieuwe)])
        elif form.gekozen is not None:
            koppel_inwoners(request.actor, [(melding_id, form.gekozen.persoon_id)])

    if request.method == "POST" and not gezocht and probeer(form, koppel):
        messages.success(request, _("De melding is gekoppeld."))
        return redirect("melding", melding_id)
    beeld = queries.melding(request.actor, melding_id)
    kruimels = [*naar_melding(melding_id), (_("Inwoner koppelen"), "")]
    context = {**herkenning_van(request, form), "m": beeld, "kruimels": kruimels}
    return toon(request, "toegang/melding_koppelen.html", context)
