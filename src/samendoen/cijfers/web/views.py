"""The list of indicators, one indicator with its definition, downloads, and the button for a snapshot."""

import csv
import json
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.cijfers import definities, queries
from samendoen.cijfers.actions.momentopname import maak_momentopname
from samendoen.cijfers.actions.publicatie import publiceer
from samendoen.cijfers.queries.dashboards.elders import elders_vergeleken
from samendoen.cijfers.queries.grafieken.los import Getekend, teken
from samendoen.cijfers.queries.grafieken.uit_tabel import grafiek_uit
from samendoen.cijfers.queries.kruis import Kruistabel, kruistabel
from samendoen.cijfers.queries.metingen import metingen_van
from samendoen.cijfers.queries.ontwikkeling import ontwikkeling
from samendoen.cijfers.queries.opmerkingen import opmerkingen_van
from samendoen.cijfers.queries.overzicht import Groep, overzicht, uitsplitsingsnaam
from samendoen.cijfers.queries.tabellen import Stand, Tabel, beschermd, stand
from samendoen.cijfers.queries.tabellen import indicator as zoek_indicator
from samendoen.cijfers.queries.verantwoording import document
from samendoen.cijfers.queries.verwoording import uitleg, uitleg_extern
from samendoen.cijfers.rules.keuze import Keuze, adres
from samendoen.cijfers.web.dag import gevraagde_dag
from samendoen.cijfers.web.delen import bij_download, delen, opmerkingkolom
from samendoen.cijfers.web.zaken import Verwijs, verwijzer
from samendoen.kernel.api import Domeinfout, NietGevonden, Permissie, Verzoek, poort
from samendoen.schil import api as schil

MEESTE_TEKENS = 80
"""More of a search is cut off."""
BREED = 110
"""Headings of so many characters together do not fit beside each other: the table scrolls sideways."""


@poort(Permissie.CIJFERS_ZIEN)
def cijfers(request: Verzoek) -> HttpResponse:
    """Show the indicators with their newest figure, by level; `q` searches in their names and sentences."""
    peildatum, zoek = queries.nieuwste_dag(request.actor), request.GET.get("q", "").strip()[:MEESTE_TEKENS]
    groepen = overzicht(request.actor, peildatum, zoek) if peildatum else ()
    gegevens = {
        "groepen": [(groep.niveau, groep.naam, _groeptabel(groep)) for groep in groepen],
        "q": zoek,
        "aantal": schil.aantal(sum(len(groep.rijen) for groep in groepen)),
        "peildatum": schil.datum_lang(peildatum) if peildatum else "",
        "beschermd": beschermd(request.actor),
        "mag_maken": request.actor.mag(Permissie.MOMENTOPNAME_MAKEN),
        "mag_uitvoeren": request.actor.mag(Permissie.FEITEN_UITVOEREN),
        "leeg": _leeg(request),
    }
    return schil.toon(request, "cijfers/lijst.html", gegevens)


def _groeptabel(groep: Groep) -> schil.Tabel:
    kolommen = [
        schil.Kolom("naam", _("Indicator")),
        schil.Kolom("waarde", _("Nieuwste cijfer"), getal=True),
        schil.Kolom("eenheid", _("Eenheid")),
        schil.Kolom("periode", _("Periode")),
    ]
    rijen = [{**rij, "url": reverse("indicator", args=[rij["code"]])} for rij in groep.rijen]
    return schil.Tabel(groep.naam, kolommen, rijen, toon_titel=False)


@poort(Permissie.CIJFERS_ZIEN)
def indicator(request: Verzoek, code: str) -> HttpResponse:
    """Show one indicator: its table, how to read it, and its definition."""
    elders = definities.externe_indicatoren().get(code)
    if elders is not None:
        return _elders_gemeten(request, elders)
    gekozen = zoek_indicator(code)
    gegevens: dict[str, Any] = {
        "indicator": gekozen,
        "kruimels": [(_("Cijfers"), reverse("cijfers")), (gekozen.naam, "")],
        "uitleg": uitleg(gekozen),
        "leeg": _leeg(request),
    }
    if beschermd(request.actor) and not gekozen.openbaar:
        gegevens |= {"alleen_binnen": True} | delen(request.actor, gekozen, None)
        return schil.toon(request, "cijfers/indicator.html", gegevens)
    peildatum, van = peildatum_uit(request), None
    if peildatum or queries.nieuwste_dag(request.actor):
        van = stand(request.actor, peildatum)
        per = _gekozen_per(request, gekozen)
        kruis = kruistabel(request.actor, code, per, peildatum)
        verwijs = verwijzer(request.actor, kruis)
        gegevens |= _tabelgegevens(kruis, verwijs) | {
            "met_zaken": verwijs is not None,
            "ontwikkeling": ontwikkeling(van, gekozen),
            "grafiek": _grafiek(van, gekozen, per),
        }
        if not beschermd(request.actor):
            gegevens["keuzes"] = _keuzes(gekozen, per)
            gegevens["eigen"] = adres(Keuze(gekozen.feit, rijen=per[0], kolommen="".join(per[1:])))
    gegevens |= delen(request.actor, gekozen, van)
    return schil.toon(request, "cijfers/indicator.html", gegevens)


def _grafiek(van: Stand, gekozen: definities.Indicator, per: tuple[str, ...]) -> Getekend | None:
    opmerkingen = opmerkingen_van([gekozen.code]).get(gekozen.code, ())
    return teken(grafiek_uit(van, gekozen, per, opmerkingen))


def _elders_gemeten(request: Verzoek, elders: definities.Extern) -> HttpResponse:
    """Show an indicator that others measured: every figure with its source, and why one cannot be right."""
    grafiek, ontbreekt = elders_vergeleken(metingen_van(elders.code), elders.code)
    gegevens = {
        "indicator": elders,
        "kruimels": [(_("Cijfers"), reverse("cijfers")), (elders.naam, "")],
        "uitleg": uitleg_extern(elders),
        "grafiek": None if ontbreekt else teken(grafiek),
    }
    return schil.toon(request, "cijfers/elders.html", gegevens | delen(request.actor, elders, None))


def _gekozen_per(request: Verzoek, gekozen: definities.Indicator) -> tuple[str, ...]:
    """Return by what the table is broken down: as somebody chose, else as the definition shows it."""
    if beschermd(request.actor) or "rijen" not in request.GET:
        return gekozen.weergave.per
    keuze = (request.GET.get("rijen", ""), request.GET.get("kolommen", ""))
    return tuple(dict.fromkeys(naam for naam in keuze if naam)) or gekozen.weergave.per


def _keuzes(gekozen: definities.Indicator, per: tuple[str, ...]) -> dict[str, Any]:
    namen = [(naam, uitsplitsingsnaam(naam)) for naam in gekozen.uitsplitsingen]
    return {
        "rijen": (namen, per[0]),
        "kolommen": ([("", _("Niets")), *namen], per[1] if len(per) > 1 else ""),
    }


@poort(Permissie.CIJFERS_ZIEN)
def download(request: Verzoek, code: str, vorm: str) -> HttpResponse:
    """Give the table of the screen as JSON or CSV, under the same rights."""
    gekozen = zoek_indicator(code)
    maak = _VORMEN.get(vorm)
    if maak is None:
        raise NietGevonden("onbekende_vorm", _("Deze vorm bestaat niet."), _("Kies json of csv."))
    tabel = queries.tabel(request.actor, code, gekozen.weergave.per, peildatum_uit(request))
    antwoord = maak(tabel)
    naam = f"{code}-{tabel.peildatum.isoformat()}.{vorm}"
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


@poort(Permissie.MOMENTOPNAME_MAKEN, "POST")
def momentopname(request: Verzoek) -> HttpResponse:
    """Make the snapshot of yesterday and say what came of it."""
    try:
        gemaakt = maak_momentopname(request.actor)
        publiceer(request.actor, gemaakt.peildatum)
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
        return redirect("cijfers")
    dag = schil.datum_lang(gemaakt.peildatum)
    if gemaakt.nieuw:
        aantal = schil.aantal(sum(gemaakt.feiten.values()))
        zin = _("De momentopname van %(dag)s is gemaakt: %(aantal)s gegevens vastgezet.")
        messages.success(request, zin % {"dag": dag, "aantal": aantal})
    else:
        zin = _(
            "De momentopname van %(dag)s bestaat al en wordt nooit opnieuw gemaakt; morgen volgt de volgende."
        )
        messages.info(request, zin % {"dag": dag})
    return redirect("cijfers")


def _leeg(request: Verzoek) -> str:
    if request.actor.mag(Permissie.MOMENTOPNAME_MAKEN):
        return _(
            "Maak een momentopname: die zet de gegevens van gisteren vast. Daarna staan hier de cijfers."
        )
    return _("Elke nacht worden de gegevens van de vorige dag vastgezet. Daarna staan hier de cijfers.")


def peildatum_uit(request: HttpRequest) -> date | None:
    """Return the day that an address asks for, None for the newest. Raises Domeinfout."""
    return gevraagde_dag(request.GET.get("peildatum", ""))


def _tabelgegevens(kruis: Kruistabel, verwijs: Verwijs | None) -> dict[str, Any]:
    tabel, eenheid = kruis.tabel, kruis.tabel.indicator.eenheid
    code, dag = tabel.indicator.code, tabel.peildatum.isoformat()
    return {
        "tabel": schermtabel(kruis, verwijs),
        "peildatum": schil.datum_lang(tabel.peildatum),
        "eenheid": eenheid,
        "beschermd": tabel.beschermd,
        "zonder_totaal": tabel.beschermd and kruis.totaal is None,
        "verborgen": _waarom_verborgen() if kruis.met_verborgen else "",
        "downloads": [
            (vorm.upper(), f"{reverse('indicator_download', args=[code, vorm])}?peildatum={dag}")
            for vorm in _VORMEN
        ],
    }


def _waarom_verborgen() -> str:
    zin = _(
        "Wat op 1 tot en met %(n)s mensen of zaken berust is verborgen, zodat niemand te herkennen is. Een "
        "ander cijfer is dan soms ook verborgen: anders is het kleine eruit te berekenen."
    )
    return zin % {"n": definities.drempel() - 1}


def schermtabel(kruis: Kruistabel, verwijs: Verwijs | None) -> schil.Tabel:
    """Turn rows by columns into the table component; totals are the last column and the foot.

    With `verwijs` every figure leads to what it counts.
    """
    naar: Verwijs = verwijs or (lambda tekst, _rij, _kolom: tekst)
    per = kruis.tabel.per
    kolommen = [schil.Kolom("kop", uitsplitsingsnaam(per[0]) if per else _("Wat"))]
    kolommen += [schil.Kolom(str(i), naam, getal=True) for i, naam in enumerate(kruis.kolommen)]
    rijen = [
        {"kop": naam} | {str(i): naar(cel, rij, kruis.kolomcodes[i]) for i, cel in enumerate(cellen)}
        for naam, cellen, rij in zip(kruis.rijen, kruis.cellen, kruis.rijcodes, strict=True)
    ]
    voet = None
    if kruis.kolomtotalen is not None:
        codes = kruis.kolomcodes
        voet = {"kop": _("Totaal")}
        voet |= {str(i): naar(cel, None, codes[i]) for i, cel in enumerate(kruis.kolomtotalen)}
    if kruis.rijtotalen is not None and voet is not None:
        kolommen.append(schil.Kolom("totaal", _("Totaal"), getal=True))
        for tekst, totaal, rij in zip(rijen, kruis.rijtotalen, kruis.rijcodes, strict=True):
            tekst["totaal"] = naar(totaal, rij, None)
        voet["totaal"] = naar(kruis.totaal or "", None, None)
    titel = f"{kruis.tabel.indicator.naam} ({kruis.tabel.indicator.eenheid})"
    leeg = _("In deze momentopname staat nog niets wat hier geteld wordt.")
    breed = sum(len(kolom.kop) + 4 for kolom in kolommen) > BREED
    return schil.Tabel(titel, kolommen, rijen, leeg=leeg, voet=voet, toon_titel=False, breed=breed)


def _json(tabel: Tabel) -> HttpResponse:
    inhoud = document(tabel) | bij_download(tabel)
    return HttpResponse(json.dumps(inhoud, ensure_ascii=False), content_type="application/json")


def _csv(tabel: Tabel) -> HttpResponse:
    """Semicolons and a byte order mark: how a Dutch spreadsheet opens it right at once."""
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    schrijver = csv.writer(antwoord, delimiter=";", lineterminator="\r\n")
    kanten = ["teller", "noemer"] if tabel.is_aandeel else []
    over = ["over"] if tabel.indicator.is_meting else []
    opmerkingen = opmerkingkolom(tabel)
    slot = ["onderdrukt"] if opmerkingen is None else ["onderdrukt", "opmerking"]
    schrijver.writerow([*tabel.per, "waarde", *kanten, *over, *slot])
    for nummer, rij in enumerate(tabel.rijen):
        waarde = "" if rij.waarde is None else str(rij.waarde).replace(".", ",")
        namen = ["" if naam is None else naam for naam in rij.namen]
        kant = [rij.teller, rij.noemer] if kanten else [rij.over] if over else []
        bij = [] if opmerkingen is None else [opmerkingen[nummer]]
        schrijver.writerow([*namen, waarde, *kant, "ja" if rij.onderdrukt else "nee", *bij])
    return antwoord


_VORMEN = {"json": _json, "csv": _csv}
