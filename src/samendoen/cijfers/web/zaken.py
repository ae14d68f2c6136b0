"""From a figure to the list of what it counts, and the links in a table that lead there."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from samendoen.cijfers import queries
from samendoen.cijfers.queries.kruis import Kruistabel
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam
from samendoen.cijfers.queries.tabellen import indicator as zoek_indicator
from samendoen.cijfers.queries.tabellen import naam_van
from samendoen.cijfers.queries.zaken import Cel, is_aandeel, lijst, zaken_achter
from samendoen.cijfers.rules.keuze import GEEN, als_woord
from samendoen.cijfers.rules.uitdrukking import Sleutel
from samendoen.kernel.api import Actor, Permissie, Verzoek, geheel, poort
from samendoen.schil import api as schil

REST = "rest"
Verwijs = Callable[[str, Sequence[Sleutel] | None, Sequence[Sleutel] | None], str]


@poort(Permissie.CIJFERS_ZIEN)
def zaken(request: Verzoek, code: str) -> HttpResponse:
    """Show what stands behind a cell of an indicator, as this person may see it now."""
    gekozen = zoek_indicator(code)
    cel = {naam: request.GET.getlist(naam)[:20] for naam in gekozen.uitsplitsingen if naam in request.GET}
    nummer = geheel(request.GET.get("pagina", "1")) or 1
    rest = request.GET.get("deel") == REST
    achter, rijen, deel = lijst(request.actor, gekozen, cel, nummer, rest=rest)
    kolommen = [schil.Kolom(sleutel, str(kop)) for sleutel, kop in achter.kolommen]
    peildatum = queries.nieuwste_dag(request.actor)
    gegevens = {
        "indicator": gekozen,
        "kruimels": [
            (_("Cijfers"), reverse("cijfers")),
            (gekozen.naam, reverse("indicator", args=[code])),
            (_("Zaken"), ""),
        ],
        "keuze": [(uitsplitsingsnaam(naam), _namen(code, naam, waarden)) for naam, waarden in cel.items()],
        "tabel": schil.Tabel(gekozen.naam, kolommen, rijen, toon_titel=False),
        "deel": deel,
        "rest": rest,
        "anders": _anders(cel, rest=rest) if is_aandeel(gekozen) else "",
        "peildatum": schil.datum_lang(peildatum) if peildatum else "",
    }
    return schil.toon(request, "cijfers/zaken.html", gegevens)


def _anders(cel: Cel, *, rest: bool) -> str:
    """Return the address of the other part of the whole."""
    paren = [(naam, waarde) for naam, waarden in cel.items() for waarde in waarden]
    return "?" + urlencode([*paren, ("deel", "erin" if rest else REST)])


def _namen(code: str, naam: str, waarden: Sequence[str]) -> str:
    gekozen = zoek_indicator(code)
    noem = naam_van(gekozen, naam)
    uniek = dict.fromkeys(_("onbekend") if w == GEEN else str(noem(w)) for w in waarden)
    return ", ".join(uniek)


def verwijzer(door: Actor, kruis: Kruistabel) -> Verwijs | None:
    """Return what makes a link of a figure to what it counts, None when this actor cannot go there."""
    tabel = kruis.tabel
    if tabel.beschermd or zaken_achter(door, tabel.indicator, tabel.per) is None:
        return None
    adres = reverse("indicator_zaken", args=[tabel.indicator.code])

    def verwijs(tekst: str, rij: Sequence[Sleutel] | None, kolom: Sequence[Sleutel] | None) -> str:
        per = zip(tabel.per, (rij, kolom), strict=False)  # a table by one breakdown has no columns
        paren = [(naam, als_woord(code)) for naam, codes in per for code in codes or ()]
        if not any(teken in "123456789" for teken in tekst):
            return tekst
        return format_html('<a href="{}?{}">{}</a>', adres, urlencode(paren), tekst)

    return verwijs
