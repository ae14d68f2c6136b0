"""The list of indicators, one indicator with its definition, downloads, and the button for a snapshot."""

import csv
import json
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.cijfers import definities, queries
from samendoen.cijfers.actions.momentopname import maak_momentopname
from samendoen.cijfers.actions.publicatie import publiceer
from samendoen.cijfers.queries.kruis import Kruistabel, kruistabel
from samendoen.cijfers.queries.overzicht import lijst, uitsplitsingsnaam
from samendoen.cijfers.queries.tabellen import Tabel
from samendoen.cijfers.queries.tabellen import indicator as zoek_indicator
from samendoen.cijfers.queries.verwoording import breuken, uitleg
from samendoen.kernel.api import Domeinfout, NietGevonden, Permissie, Verzoek, poort
from samendoen.schil import api as schil


@poort(Permissie.CIJFERS_ZIEN)
def cijfers(request: Verzoek) -> HttpResponse:
    """Show every indicator with its newest figure."""
    peildatum = queries.nieuwste_dag(request.actor)
    rijen = lijst(request.actor, peildatum) if peildatum else []
    for rij in rijen:
        rij["url"] = reverse("indicator", args=[rij["code"]])
    kolommen = [
        schil.Kolom("naam", _("Indicator")),
        schil.Kolom("waarde", _("Nieuwste cijfer"), getal=True),
        schil.Kolom("periode", _("Periode")),
        schil.Kolom("niveau", _("Soort")),
    ]
    gegevens = {
        "tabel": schil.Tabel(_("Indicatoren"), kolommen, rijen, toon_titel=False),
        "peildatum": schil.datum_lang(peildatum) if peildatum else "",
        "mag_maken": request.actor.mag(Permissie.MOMENTOPNAME_MAKEN),
        "leeg": _leeg(request),
    }
    return schil.toon(request, "cijfers/lijst.html", gegevens)


@poort(Permissie.CIJFERS_ZIEN)
def indicator(request: Verzoek, code: str) -> HttpResponse:
    """Show one indicator: its table, how to read it, and its definition."""
    gekozen = zoek_indicator(code)
    gegevens: dict[str, Any] = {
        "indicator": gekozen,
        "kruimels": [(_("Cijfers"), reverse("cijfers")), (gekozen.naam, "")],
        "uitleg": uitleg(gekozen),
        "breuken": [(schil.datum_zonder_dag(dag), reden) for dag, reden in breuken(gekozen)],
        "leeg": _leeg(request),
    }
    peildatum = _peildatum(request)
    if peildatum or queries.nieuwste_dag(request.actor):
        kruis = kruistabel(request.actor, code, gekozen.weergave.per, peildatum)
        gegevens |= _tabelgegevens(kruis)
    return schil.toon(request, "cijfers/indicator.html", gegevens)


@poort(Permissie.CIJFERS_ZIEN)
def download(request: Verzoek, code: str, vorm: str) -> HttpResponse:
    """Give the table of the screen as JSON or CSV, under the same rights."""
    gekozen = zoek_indicator(code)
    maak = _VORMEN.get(vorm)
    if maak is None:
        raise NietGevonden("onbekende_vorm", _("Deze vorm bestaat niet."), _("Kies json of csv."))
    tabel = queries.tabel(request.actor, code, gekozen.weergave.per, _peildatum(request))
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


def _peildatum(request: Verzoek) -> date | None:
    ruw = request.GET.get("peildatum", "")
    try:
        return date.fromisoformat(ruw) if ruw else None
    except ValueError:
        raise Domeinfout(
            "geen_datum",
            _("'%(ruw)s' is geen datum.") % {"ruw": ruw[:20]},
            _("Schrijf de peildatum als jjjj-mm-dd."),
            veld="peildatum",
        ) from None


def _tabelgegevens(kruis: Kruistabel) -> dict[str, Any]:
    tabel, eenheid = kruis.tabel, kruis.tabel.indicator.eenheid
    code, dag = tabel.indicator.code, tabel.peildatum.isoformat()
    return {
        "tabel": _schermtabel(kruis),
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


def _schermtabel(kruis: Kruistabel) -> schil.Tabel:
    """Turn rows by columns into the table component; totals are the last column and the foot."""
    kop = uitsplitsingsnaam(kruis.tabel.per[0])
    kolommen = [schil.Kolom("kop", kop)]
    kolommen += [schil.Kolom(str(i), naam, getal=True) for i, naam in enumerate(kruis.kolommen)]
    rijen = [
        {"kop": naam} | {str(i): cel for i, cel in enumerate(cellen)}
        for naam, cellen in zip(kruis.rijen, kruis.cellen, strict=True)
    ]
    voet = None
    if kruis.kolomtotalen is not None:
        voet = {"kop": _("Totaal")} | {str(i): cel for i, cel in enumerate(kruis.kolomtotalen)}
    if kruis.rijtotalen is not None and voet is not None:
        kolommen.append(schil.Kolom("totaal", _("Totaal"), getal=True))
        for rij, totaal in zip(rijen, kruis.rijtotalen, strict=True):
            rij["totaal"] = totaal
        voet["totaal"] = kruis.totaal or ""
    titel = f"{kruis.tabel.indicator.naam} ({kruis.tabel.indicator.eenheid})"
    leeg = _("In deze momentopname staat nog niets wat hier geteld wordt.")
    return schil.Tabel(titel, kolommen, rijen, leeg=leeg, voet=voet, toon_titel=False)


def _json(tabel: Tabel) -> HttpResponse:
    return HttpResponse(json.dumps(tabel.als_json(), ensure_ascii=False), content_type="application/json")


def _csv(tabel: Tabel) -> HttpResponse:
    """Semicolons and a byte order mark: how a Dutch spreadsheet opens it right at once."""
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    schrijver = csv.writer(antwoord, delimiter=";", lineterminator="\r\n")
    kanten = ["teller", "noemer"] if tabel.is_aandeel else []
    schrijver.writerow([*tabel.per, "waarde", *kanten, "onderdrukt"])
    for rij in tabel.rijen:
        waarde = "" if rij.waarde is None else str(rij.waarde).replace(".", ",")
        namen = ["" if naam is None else naam for naam in rij.namen]
        delen = [rij.teller, rij.noemer] if kanten else []
        schrijver.writerow([*namen, waarde, *delen, "ja" if rij.onderdrukt else "nee"])
    return antwoord


_VORMEN = {"json": _json, "csv": _csv}
