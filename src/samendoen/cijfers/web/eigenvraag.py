"""Own questions: one page with the form and the answer, files to take along, and the questions one keeps."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.cijfers import queries
from samendoen.cijfers.actions.eigenvraag import bewaar_vraag, haal_vraag_weg
from samendoen.cijfers.queries.eigenuitleg import uitleg_van
from samendoen.cijfers.queries.eigenvraag import Antwoord, beantwoord, stand_voor, voor_buiten
from samendoen.cijfers.queries.keuzelijsten import Lijsten, bewaarde_vragen, lijsten, passend
from samendoen.cijfers.queries.tabellen import beschermd
from samendoen.cijfers.rules.keuze import MEESTE_FILTERS, Keuze, adres, lees
from samendoen.cijfers.web.eigenbestanden import VORMEN
from samendoen.cijfers.web.views import schermtabel
from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, poort
from samendoen.schil import api as schil

SJABLOON = "cijfers/eigenvraag.html"


@poort(Permissie.CIJFERS_ZIEN)
def eigen_vraag(request: Verzoek) -> HttpResponse:
    """Show the form, and the answer to what was chosen; htmx gets both anew as somebody chooses."""
    keuze = lees(request.GET.dict())
    basis = {
        "kruimels": [(_("Cijfers"), reverse("cijfers")), (_("Eigen vraag"), "")],
        "altijd_buiten": beschermd(request.actor),
    }
    if queries.nieuwste_dag(request.actor, keuze.buiten) is None:
        return schil.toon(request, SJABLOON, {**basis, "leeg": _leeg(voor_buiten(request.actor, keuze))})
    gegevens: dict[str, Any] = {}
    try:
        van = stand_voor(request.actor, keuze)
    except Domeinfout as fout:
        if isinstance(fout, Geweigerd | NietGevonden):
            raise
        gegevens["fout"] = fout
        keuze = replace(keuze, peildatum="")
        van = stand_voor(request.actor, keuze)
    gekozen = lijsten(van, keuze)
    if "was" in request.GET:  # the form was sent: what no longer fits was chosen for something else
        keuze = passend(keuze, gekozen)
    gegevens |= _antwoord(request, keuze) if keuze.feit and not gegevens else {}
    gegevens |= {"keuze": keuze, "velden": _velden(keuze, gekozen), "bewaard": bewaarde_vragen(request.actor)}
    status = 400 if "fout" in gegevens and not request.htmx else 200
    return schil.toon(request, SJABLOON, {**basis, **gegevens}, deel="vraag", status=status)


def _antwoord(request: Verzoek, keuze: Keuze) -> dict[str, Any]:
    try:
        antwoord = beantwoord(request.actor, keuze)
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        return {"fout": fout}
    tabel = antwoord.kruis.tabel
    return {
        "antwoord": antwoord,
        "tabel": schermtabel(antwoord.kruis, None),
        "titel": tabel.indicator.naam,
        "peildatum": schil.datum_lang(antwoord.peildatum),
        "uitleg": uitleg_van(antwoord),
        "adres": adres(replace(keuze, peildatum="")),
        "paren": parse_qsl(adres(replace(keuze, peildatum=""))),
        "vast": _vast(antwoord),
        "bestanden": [
            (vorm.upper(), f"{reverse('eigen_vraag_bestand', args=[vorm])}?{_vast(antwoord)}")
            for vorm in VORMEN
        ],
        "zonder_totaal": antwoord.buiten and antwoord.kruis.totaal is None and bool(keuze.per),
    }


def _vast(antwoord: Antwoord) -> str:
    return adres(replace(antwoord.keuze, peildatum=antwoord.peildatum.isoformat()))


def _velden(keuze: Keuze, gekozen: Lijsten) -> dict[str, Any]:
    geen = [("", _("Niets"))]
    alleen = [*keuze.alleen, *[("", "")] * MEESTE_FILTERS][:MEESTE_FILTERS]
    return {
        "feiten": [("", _("Kies een onderwerp")), *gekozen.feiten],
        "maten": gekozen.maten,
        "kolommen": [*geen, *gekozen.kolommen],
        "dagen": gekozen.dagen if len(gekozen.dagen) > 1 else [],
        "wie": [("", _("Binnen de gemeente")), ("ja", _("Voor buiten: raad en publiek"))],
        "perioden": [("", _("Alles")), *gekozen.perioden] if gekozen.perioden else [],
        "filters": [
            {
                "kolom": f"f{n}",
                "waarde": f"w{n}",
                "kolommen": [("", _("Alles")), *gekozen.filters],
                "gekozen": kolom,
                "waarden": [("", _("Kies een waarde")), *gekozen.waarden[kolom]]
                if kolom in gekozen.waarden
                else [],
                "gekozen_waarde": waarde,
            }
            for n, (kolom, waarde) in enumerate(alleen, 1)
        ]
        if gekozen.filters
        else [],
    }


def _leeg(buiten: bool) -> str:
    if buiten:
        return _("Er is nog niets gepubliceerd. Na de eerste publicatie kunt u hier vragen stellen.")
    return _("Elke nacht worden de gegevens van de vorige dag vastgezet. Daarna kunt u hier vragen stellen.")


@poort(Permissie.CIJFERS_ZIEN)
def bestand(request: Verzoek, vorm: str) -> HttpResponse:
    """Give an answer as a file, whose name says whether it may leave the house."""
    maak = VORMEN.get(vorm)
    if maak is None:
        raise NietGevonden("onbekende_vorm", _("Deze vorm bestaat niet."), _("Kies xlsx, csv of json."))
    antwoord = beantwoord(request.actor, lees(request.GET.dict()))
    uit = maak(antwoord)
    wie = "openbaar" if antwoord.buiten else "intern"
    naam = f"eigen-vraag-{antwoord.keuze.feit}-{antwoord.peildatum.isoformat()}-{wie}.{vorm}"
    uit.headers["Content-Disposition"] = f'attachment; filename="{naam}"'
    return uit


@poort(Permissie.CIJFERS_ZIEN, "POST")
def bewaar(request: Verzoek) -> HttpResponse:
    """Keep the question under a name, and go on with it."""
    keuze = replace(lees(request.POST.dict()), peildatum="")
    try:
        bewaar_vraag(request.actor, request.POST.get("naam", ""), keuze)
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
    else:
        messages.success(request, _("De vraag staat bij uw eigen vragen. U kunt haar daar weer weghalen."))
    return redirect(f"{reverse('eigen_vraag')}?{adres(keuze)}")


@poort(Permissie.CIJFERS_ZIEN, "POST")
def haal_weg(request: Verzoek, vraag_id: int) -> HttpResponse:
    """Take a kept question away, and show it: it can be kept again."""
    adres_ = haal_vraag_weg(request.actor, vraag_id)
    messages.success(
        request, _("De vraag is weggehaald. Zij staat hieronder nog open: zo kunt u haar opnieuw bewaren.")
    )
    return redirect(f"{reverse('eigen_vraag')}?{adres_}")
