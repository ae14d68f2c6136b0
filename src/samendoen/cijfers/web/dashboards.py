"""The dashboards: one page per role, and each of its blocks as a file."""

import json
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers import definities
from samendoen.cijfers.definities.dashboards import Blok
from samendoen.cijfers.queries.dashboards.beeld import Blokbeeld, blokbeeld, dashboardbeeld, uitsnede
from samendoen.cijfers.queries.dashboards.bladen import blad
from samendoen.cijfers.queries.dashboards.eigen import eigenbeeld
from samendoen.cijfers.queries.dashboards.elders import elders_vergeleken
from samendoen.cijfers.queries.dashboards.keuze import Keuze, eigen_dashboards, kies
from samendoen.cijfers.queries.dashboards.uitsnede import Uitsnede
from samendoen.cijfers.queries.grafieken.los import Getekend, teken
from samendoen.cijfers.queries.metingen import metingen_van
from samendoen.cijfers.queries.tabellen import Stand, stand
from samendoen.cijfers.queries.verantwoording import als_csv, bestandsnaam, document, document_extern
from samendoen.cijfers.rules.ontwikkeling import Oordeel
from samendoen.cijfers.web.delen import bij_download
from samendoen.cijfers.web.views import peildatum_uit
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, poort
from samendoen.schil import api as schil

OORDELEN = {
    Oordeel.BETER: ("ok", gettext_lazy("goede kant op")),
    Oordeel.SLECHTER: ("waarschuwing", gettext_lazy("verkeerde kant op")),
    Oordeel.GELIJK: ("neutraal", gettext_lazy("gelijk gebleven")),
    Oordeel.TOEVAL: ("neutraal", gettext_lazy("kan toeval zijn")),
}
NOG_NIETS = {"geen_momentopname", "niets_gepubliceerd"}
SOORTEN = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml; charset=utf-8",
}


@poort(None)
def begin(request: Verzoek) -> HttpResponse:
    """Show the first dashboard of this person's roles."""
    eigen = eigen_dashboards(request.actor)
    if not eigen:
        raise Geweigerd(
            "geen_recht",
            _("Bij uw rol hoort geen dashboard."),
            _("Vraag functioneel beheer om de rol die hierbij hoort."),
        )
    return _toon(request, eigen[0].code)


@poort(Permissie.CASUS_WERKEN)
def mijn(request: Verzoek) -> HttpResponse:
    """Show somebody's own work in numbers, as it stands now."""
    return _toon(request, "mijn")


@poort(None)
def dashboard(request: Verzoek, code: str) -> HttpResponse:
    """Show a dashboard to who has its role."""
    return _toon(request, code)


def _toon(request: Verzoek, code: str) -> HttpResponse:
    keuze = kies(request.actor, code, request.GET.get("team", ""))
    gegevens: dict[str, Any] = {
        "dashboard": keuze.dashboard,
        "andere": [
            (d.naam, reverse("dashboard", args=[d.code]), d.code == code)
            for d in eigen_dashboards(request.actor)
        ],
        "teams": [(t.code, t.naam) for t in keuze.teams],
        "team": keuze.team,
    }
    if keuze.dashboard.bereik == "eigen":
        return schil.toon(request, "cijfers/eigen.html", gegevens | _eigen(request.actor))
    if keuze.dashboard.bereik == "team" and keuze.team is None:
        gegevens["leeg"] = _("U hoort bij geen team. Vraag functioneel beheer om u bij uw team te zetten.")
        return schil.toon(request, "cijfers/dashboard.html", gegevens)
    try:
        van = _stand(request, keuze)
    except Domeinfout as fout:
        if fout.fout not in NOG_NIETS:
            raise
        gegevens["leeg"] = _(
            "Elke nacht worden de gegevens van de vorige dag vastgezet. Daarna staan hier de cijfers."
        )
        return schil.toon(request, "cijfers/dashboard.html", gegevens)
    return schil.toon(request, "cijfers/dashboard.html", gegevens | _beeld(keuze, van))


def _andere(door: Actor, code: str) -> list[tuple[str, str, bool]]:
    """Return this person's dashboards: name, address, and whether it is this one."""
    return [(d.naam, reverse("dashboard", args=[d.code]), d.code == code) for d in eigen_dashboards(door)]


def _stand(request: Verzoek, keuze: Keuze) -> Stand:
    return stand(request.actor, peildatum_uit(request), keuze.dashboard.bereik == "openbaar")


def _eigen(door: Actor) -> dict[str, Any]:
    beeld = eigenbeeld(door)
    if beeld is None:
        return {}
    return {
        "svg": mark_safe(_tekening(teken(beeld.grafiek))),
        "tabel": beeld.tabel,
        "vergeleken": beeld.vergeleken,
    }


def _tekening(getekend: Getekend | None) -> str:
    """Return the picture: made by us out of escaped texts, so it may stand in the page."""
    return getekend.svg if getekend else ""


def _beeld(keuze: Keuze, van: Stand) -> dict[str, Any]:
    uit = uitsnede(keuze, van)
    beeld = dashboardbeeld(keuze.dashboard, uit)
    return {
        "peildatum": schil.datum_lang(beeld.peildatum),
        "openbaar": van.publicatie is not None,
        "koers": beeld.koers
        and {
            "antwoord": beeld.koers.antwoord,
            "uitleg": beeld.koers.uitleg,
            "cijfers": [_blok(keuze, uit, b) for b in beeld.koers.blokken],
        },
        "delen": [
            {
                "titel": deel.titel,
                "zin": deel.zin,
                "cijfers": [_blok(keuze, uit, b) for b in deel.cijfers],
                "blokken": _naast([_blok(keuze, uit, b) for b in deel.blokken]),
            }
            for deel in beeld.delen
        ],
    }


def _naast(blokken: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the table beside the chart where a chart stands alone in its row."""
    met_beeld = [blok for blok in blokken if not blok["is_tabel"]]
    if len(met_beeld) % 2 and met_beeld[-1]["svg"]:
        met_beeld[-1]["naast"] = True
    return blokken


def _blok(keuze: Keuze, uit: Uitsnede, beeld: Blokbeeld) -> dict[str, Any]:
    """Return a block as ready strings and safe markup."""
    getekend = teken(beeld.grafiek)
    return {
        "code": beeld.blok.code,
        "titel": beeld.titel,
        "zin": beeld.zin,
        "url": reverse("indicator", args=[beeld.blok.indicator]),
        "cijfer": beeld.cijfer,
        "oordeel": _oordeel(beeld),
        "licht": schil.licht(beeld.cijfer.licht.kleur.value) if beeld.cijfer and beeld.cijfer.licht else "",
        "svg": mark_safe(_tekening(getekend)),
        "opmerkingen": getekend.opmerkingen if getekend else (),
        "tabel": blad(uit, beeld),
        "is_tabel": beeld.blok.toon == "tabel",
        "leeg": beeld.leeg,
        "downloads": _downloads(keuze, uit, beeld, met_beeld=getekend is not None),
    }


def _oordeel(beeld: Blokbeeld) -> str:
    if beeld.cijfer is None or beeld.cijfer.oordeel not in OORDELEN:
        return ""
    soort, tekst = OORDELEN[beeld.cijfer.oordeel]
    return schil.status(soort, str(tekst))


def _downloads(keuze: Keuze, uit: Uitsnede, beeld: Blokbeeld, *, met_beeld: bool) -> list[tuple[str, str]]:
    elders = beeld.blok.indicator in definities.externe_indicatoren()
    heeft_cijfers = beeld.tabel is not None or elders
    vormen = ["csv", "json"] if heeft_cijfers else []
    parameters = {"peildatum": uit.van.peildatum.isoformat()} | ({"team": uit.team} if uit.team else {})
    stam = [keuze.dashboard.code, beeld.blok.code]
    return [
        (vorm.upper(), f"{reverse('dashboard_blok', args=[*stam, vorm])}?{urlencode(parameters)}")
        for vorm in (*vormen, *(["svg"] if met_beeld else []))
    ]


@poort(None)
def blok(request: Verzoek, code: str, blok: str, vorm: str) -> HttpResponse:
    """Give the figures of one block as CSV or JSON, or its picture; under the rights of the dashboard."""
    keuze = kies(request.actor, code, request.GET.get("team", ""))
    gekozen = next((b for b in keuze.dashboard.blokken() if b.code == blok), None)
    if gekozen is None or vorm not in SOORTEN or (keuze.dashboard.bereik == "team" and not keuze.team):
        raise NietGevonden(
            "onbekend_blok", _("Dit cijfer staat niet op dit dashboard."), _("Kies er een op de pagina.")
        )
    if gekozen.indicator in definities.externe_indicatoren():
        return _geef(_van_elders(gekozen, vorm), vorm, [gekozen.indicator])
    van = _stand(request, keuze)
    uit = uitsnede(keuze, van)
    delen = [gekozen.indicator, gekozen.code, uit.team, van.peildatum.isoformat()]
    return _geef(_bestand(blokbeeld(uit, gekozen), vorm, uit), vorm, delen)


def _geef(inhoud: str | None, vorm: str, delen: list[str]) -> HttpResponse:
    if inhoud is None:
        raise NietGevonden("niets_te_geven", _("Hier is nog niets van geteld."), _("Kies een andere dag."))
    antwoord = HttpResponse(inhoud, content_type=SOORTEN[vorm])
    naam = bestandsnaam(delen, vorm)
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _van_elders(blok: Blok, vorm: str) -> str | None:
    indicator = definities.externe_indicatoren()[blok.indicator]
    if vorm == "svg":
        return _tekening(teken(elders_vergeleken(metingen_van(indicator.code), indicator.code)[0])) or None
    return _als(document_extern(indicator), vorm)


def _bestand(beeld: Blokbeeld, vorm: str, uit: Uitsnede) -> str | None:
    if vorm == "svg":
        return _tekening(teken(beeld.grafiek)) or None
    if beeld.tabel is None:
        return None
    doc = document(beeld.tabel) | bij_download(beeld.tabel) | ({"team": uit.team} if uit.team else {})
    return _als(doc, vorm)


def _als(doc: dict[str, Any], vorm: str) -> str:
    return als_csv(doc) if vorm == "csv" else json.dumps(doc, ensure_ascii=False)
