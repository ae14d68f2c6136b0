"""Apply, and decide: on one page what is asked, what was found, the decision and the letter."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten.actions.aanvraag import NieuweAanvraag, vraag_aan
from samendoen.besluiten.actions.advies import geef_advies
from samendoen.besluiten.actions.besluit import NieuwBesluit, herzie_besluiten, neem_besluiten
from samendoen.besluiten.definities import Blokveld, blokken_voor, voeg_in
from samendoen.besluiten.models import Aanvraag
from samendoen.besluiten.queries import aanvragen, beslissen
from samendoen.besluiten.queries import beeld as beelden
from samendoen.besluiten.queries.keuzes import aanbieders_voor_keuze, producten_voor_keuze
from samendoen.besluiten.rules import Aanvraagstatus
from samendoen.besluiten.web.forms import AanvraagForm, BeslisForm
from samendoen.kernel.api import Permissie, Verzoek, geheel, klok, log_inzage, poort
from samendoen.schil.api import probeer, toon

TE_BESLISSEN = (Aanvraagstatus.INGEDIEND, Aanvraagstatus.BEKENDGEMAAKT)


@poort(Permissie.BESLUIT_VOORBEREIDEN, "GET", "HEAD", "POST")
def aanvragen_view(request: Verzoek, casus_id: int) -> HttpResponse:
    """Apply for a provision in a casus; `?actie=` takes the words of the plan over."""
    start = aanvragen.begin(request.actor, casus_id, geheel(request.GET.get("actie", "")))
    form = AanvraagForm(
        request.POST or None,
        initial=start.waarden,
        personen=start.personen,
        producten=producten_voor_keuze(),
        acties=[(a.id, a.keuze) for a in start.acties],
    )
    gemaakt: list[int] = []

    def vraag() -> None:
        nieuw = NieuweAanvraag(casus=casus_id, **form.cleaned_data)
        gemaakt.extend(vraag_aan(request.actor, [nieuw]))

    if request.method == "POST" and probeer(form, vraag):
        messages.success(request, _("De aanvraag is opgenomen. De beslistermijn loopt."))
        return redirect("aanvraag", gemaakt[0])
    log_inzage(request.actor, "aanvraag_nieuw", start.dossiers)
    kruimels = [(_("Casus %(nr)s") % {"nr": casus_id}, start.casus_url), (_("Voorziening aanvragen"), "")]
    context = {"form": form, "s": start, "kruimels": kruimels}
    return toon(request, "besluiten/aanvragen.html", context)


@poort(Permissie.BESLUIT_VOORBEREIDEN, "GET", "HEAD", "POST")
def beslissen_view(request: Verzoek, aanvraag_id: int) -> HttpResponse:
    """Decide, advise, take a text block over, or look at the letter first. Filling in shows the letter."""
    rij = beelden.lees_aanvraag(request.actor, aanvraag_id)
    if rij.over_id and rij.status == Aanvraagstatus.INGEDIEND:
        return redirect(f"{reverse('voorziening_verlengen', args=[rij.over_id])}?aanvraag={rij.pk}")
    if request.method != "POST" and rij.status not in TE_BESLISSEN:
        messages.info(request, _("Over deze aanvraag hoeft u nu niet te beslissen."))
        return redirect("aanvraag", aanvraag_id)
    maak = partial(
        BeslisForm,
        eenheid=beslissen.eenheid(rij),
        eigen_uitgifte=rij.product.eigen_uitgifte,
        pgb=rij.product.pgb,
        aanbieders=aanbieders_voor_keuze(rij.product.code),
    )
    wat = request.POST.get("doe", "bekijk")
    if request.method != "POST":
        form = maak(initial=beslissen.beginwaarden(request.actor, rij))
        return _toon(request, rij, form, maak(_als_verstuurd(form)))
    if wat in ("bekijk", "tekstblok"):
        gegevens, veld = _met_tekstblok(request, rij) if wat == "tekstblok" else (request.POST.dict(), "")
        form = maak(initial=gegevens)
        if veld:
            form.fields[veld].widget.attrs["autofocus"] = True
        return _toon(request, rij, form, maak(gegevens))
    form = maak(request.POST)
    if probeer(form, partial(_doe, request, rij, form, wat)):
        messages.success(request, _gelukt(wat))
        return redirect("aanvraag", aanvraag_id)
    return _toon(request, rij, form, form)


def _met_tekstblok(request: Verzoek, rij: Aanvraag) -> tuple[dict[str, Any], str]:
    """Return what was filled in with the chosen block below its field, and that field ("": no such block)."""
    gegevens = request.POST.dict()
    blok = blokken_voor(rij.wet, rij.product.code).get(str(gegevens.get("blok", "")))
    if blok is None:
        return gegevens, ""
    veld = blok.veld.value
    return {**gegevens, veld: voeg_in(str(gegevens.get(veld, "")), blok)}, veld


def _blokken(form: BeslisForm, rij: Aanvraag) -> list[tuple[Any, list[tuple[str, str]]]]:
    """Return (label of the field, its blocks by code and name) in the order of the form."""
    blokken = blokken_voor(rij.wet, rij.product.code).values()
    velden = [veld for veld in Blokveld if veld.value in form.fields]
    per = [(veld, [(b.code, b.naam) for b in blokken if b.veld is veld]) for veld in velden]
    return [(form.fields[veld.value].label, keuzes) for veld, keuzes in per if keuzes]


def _als_verstuurd(form: BeslisForm) -> dict[str, Any]:
    """Return what the browser would send of a form that nobody has touched yet."""
    return {veld: form.get_initial_for_field(form.fields[veld], veld) for veld in form.fields}


def _doe(request: Verzoek, rij: Aanvraag, form: BeslisForm, wat: str) -> None:
    waarden = form.waarden()
    kenmerk: UUID = waarden.pop("kenmerk")
    nieuw = NieuwBesluit(kenmerk=kenmerk, aanvraag=rij.pk, besloten_op=klok.vandaag(), **waarden)
    if wat == "advies":
        geef_advies(request.actor, nieuw)
    elif rij.status == Aanvraagstatus.BEKENDGEMAAKT:
        herzie_besluiten(request.actor, [nieuw])
    else:
        neem_besluiten(request.actor, [nieuw])


def _gelukt(wat: str) -> str:
    if wat == "advies":
        return _("Het advies is bewaard. Iemand met mandaat kan nu het besluit nemen.")
    return _("Het besluit is genomen. Maak het bekend: pas dan geldt het.")


def _toon(request: Verzoek, rij: Aanvraag, form: BeslisForm, ingevuld: BeslisForm) -> HttpResponse:
    """Show the form, with beside it what comes of what is filled in so far."""
    ingevuld.is_valid()
    voorbeeld = beslissen.voorbeeld(request.actor, rij, ingevuld.waarden())
    context: dict[str, Any] = {"form": form, "v": voorbeeld}
    if not request.htmx:
        a = beelden.beeld(request.actor, rij.pk)
        log_inzage(request.actor, "beslissen", a.dossiers)
        titel = _("Nieuw besluit") if voorbeeld.herziet else _("Beslissen")
        terug = reverse("aanvraag", args=[rij.pk])
        context |= {
            "a": a,
            "titel": titel,
            "terug": terug,
            "blokken": _blokken(form, rij),
            "kruimels": [(_("Besluiten"), reverse("besluiten")), (a.titel, terug), (titel, "")],
        }
    return toon(request, "besluiten/beslissen.html", context, deel="voorbeeld")
