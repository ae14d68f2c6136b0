"""Open data: a page for everybody, without a login, with every published figure to take along."""

import json

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samendoen.cijfers import definities
from samendoen.cijfers.queries.opendata import VORMEN, aanbod, catalogus, openbare_tabel
from samendoen.cijfers.queries.verantwoording import LICENTIES, als_csv, bestandsnaam, document
from samendoen.cijfers.web.delen import bij_download
from samendoen.cijfers.web.views import peildatum_uit
from samendoen.kernel.api import NietGevonden
from samendoen.schil import api as schil

BEWAAR = "public, max-age=3600"
"""What was published does not change; a new publication may be seen an hour later."""


@require_safe
def opendata(request: HttpRequest) -> HttpResponse:
    """Show what is published: each figure with its files, and the catalogue for machines."""
    gevonden = aanbod()
    naam, adres, _eu = LICENTIES[definities.licentie()]
    sets = [
        {
            "code": s.indicator.code,
            "naam": s.indicator.naam,
            "zin": s.indicator.zin,
            "eenheid": s.indicator.eenheid,
            "sinds": schil.datum_zonder_dag(s.sinds),
            "bestanden": [(VORMEN[vorm][0], _bestand(s.indicator.code, vorm)) for vorm in VORMEN],
        }
        for s in gevonden.sets
    ]
    gegevens = {
        "sets": sets,
        "peildatum": schil.datum_lang(gevonden.peildatum) if gevonden.peildatum else "",
        "licentie": (naam, adres),
        "drempel": definities.drempel() - 1,
        "eerder": [(schil.datum_zonder_dag(dag), dag.isoformat()) for dag in gevonden.dagen[1:]],
    }
    return schil.toon(request, "cijfers/opendata.html", gegevens)


@require_safe
def catalogusbestand(request: HttpRequest) -> HttpResponse:
    """Give the catalogue as DCAT-AP in JSON-LD, for the portals that collect it."""
    beschrijving = catalogus(
        aanbod(),
        request.build_absolute_uri(reverse("opendata")),
        lambda code, vorm: request.build_absolute_uri(_bestand(code, vorm)),
    )
    inhoud = json.dumps(beschrijving, ensure_ascii=False, indent=2)
    return _openbaar(HttpResponse(inhoud, content_type="application/ld+json"))


@require_safe
def bestand(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """Give the published table of a figure, of the newest publication or of `?peildatum=`."""
    tabel = openbare_tabel(code, peildatum_uit(request)) if vorm in VORMEN else None
    if tabel is None:
        raise NietGevonden(
            "niet_gepubliceerd",
            _("Dit cijfer is niet gepubliceerd, of niet van deze dag."),
            _("Kies een cijfer op de pagina Open data."),
        )
    doc = document(tabel) | bij_download(tabel)
    inhoud = als_csv(doc) if vorm == "csv" else json.dumps(doc, ensure_ascii=False)
    antwoord = HttpResponse(inhoud, content_type=f"{VORMEN[vorm][1]}; charset=utf-8")
    naam = bestandsnaam([code, tabel.peildatum.isoformat()], vorm)
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{naam}"'
    return _openbaar(antwoord)


def _bestand(code: str, vorm: str) -> str:
    return reverse("opendata_bestand", args=[code, vorm])


def _openbaar(antwoord: HttpResponse) -> HttpResponse:
    """Let everybody's machine fetch and keep it."""
    antwoord.headers["Cache-Control"] = BEWAAR
    antwoord.headers["Access-Control-Allow-Origin"] = "*"
    return antwoord
