"""Geld: what was granted, given, asked and approved, for the back office: screen, paper and file."""

import csv
import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samendoen.besluiten.queries.geld import Geldregel, Geldstand, geldkeuzes, geldregels
from samendoen.besluiten.rules import EEN_DAG
from samendoen.besluiten.rules.geld import maand_van, volgende_maand
from samendoen.kernel.api import Permissie, Verzoek, klok, poort
from samendoen.schil.api import Kolom, Tabel, aantal, euro_centen, toon

MAANDEN_TERUG, JAREN_TERUG = 18, 3
_PERIODE = re.compile(r"^(20[0-9]{2})(?:-(0[1-9]|1[0-2]))?$")
CENTEN = (
    "toegekend_eurocent",
    "geleverd_eurocent",
    "gedeclareerd_eurocent",
    "goedgekeurd_eurocent",
    "betaald_eurocent",
)


@poort(Permissie.GELD_ZIEN)
def geld(request: Verzoek) -> HttpResponse:
    """Money by product, provider and month; without a choice, of the month before this one."""
    filters = {naam: request.GET.get(naam, "").replace("\x00", "") for naam in ("product", "aanbieder")}
    gekozen, van, tot = _periode(request.GET.get("periode", ""))
    regels = geldregels(van, tot, **filters)
    if request.GET.get("vorm") == "csv":
        return _csv(regels, gekozen)
    producten, aanbieders = geldkeuzes()
    context = {
        "tabel": _tabel(regels, per_maand=len(gekozen) == len("2024")),
        "filters": filters | {"periode": gekozen},
        "gefilterd": any(filters.values()),
        "periode": capfirst(_naam(gekozen)),
        "periodes": [(code, _naam(code)) for code in _periodes()],
        "producten": [("", _("Alle producten")), *producten],
        "aanbieders": [("", _("Alle aanbieders")), *aanbieders],
        "csv": "?" + urlencode({"periode": gekozen, **filters, "vorm": "csv"}),
    }
    return toon(request, "besluiten/geld.html", context, deel="lijst")


def _periode(gevraagd: str) -> tuple[str, date, date]:
    """Return the chosen period with its first day and the first day no longer; nonsense is last month."""
    vorm = _PERIODE.match(gevraagd)
    if vorm is None:
        maand = maand_van(maand_van(klok.vandaag()) - EEN_DAG)
        return f"{maand:%Y-%m}", maand, volgende_maand(maand)
    jaar = int(vorm[1])
    if vorm[2] is None:
        return gevraagd, date(jaar, 1, 1), date(jaar + 1, 1, 1)
    maand = date(jaar, int(vorm[2]), 1)
    return gevraagd, maand, volgende_maand(maand)


def _periodes() -> list[str]:
    """Return what can be chosen: the months up to this one, then the years."""
    maand, alle = maand_van(klok.vandaag()), []
    for _keer in range(MAANDEN_TERUG):
        alle.append(f"{maand:%Y-%m}")
        maand = maand_van(maand - EEN_DAG)
    dit_jaar = klok.vandaag().year
    return alle + [str(dit_jaar - terug) for terug in range(JAREN_TERUG)]


def _naam(periode: str) -> str:
    if len(periode) == len("2024"):
        return _("Heel %(jaar)s, per maand") % {"jaar": periode}
    return _maandnaam(_periode(periode)[1])


def _maandnaam(maand: date) -> str:
    return date_format(maand, "F Y")


def _tabel(regels: Iterable[Geldregel], *, per_maand: bool) -> Tabel:
    maand = [Kolom("maand", _("Maand"), heel=True)] if per_maand else []
    totaal, rijen = Geldstand(), []
    for r in regels:
        totaal.tel_op(r.stand)
        rijen.append(
            {"wat": r.product, "onder": r.aanbieder, "maand": _maandnaam(r.maand)} | _cellen(r.stand)
        )
    return Tabel(
        _("Toegekend, geleverd en betaald"),
        [
            Kolom("wat", _("Product en aanbieder")),
            *maand,
            Kolom("toegewezen", _("Toewijzingen"), getal=True),
            Kolom("geleverd", _("Daarvan begonnen"), getal=True),
            Kolom("toegekend_eurocent", _("Toegekend"), getal=True),
            Kolom("geleverd_eurocent", _("Geleverd"), getal=True),
            Kolom("gedeclareerd_eurocent", _("Gedeclareerd"), getal=True),
            Kolom("goedgekeurd_eurocent", _("Goedgekeurd"), getal=True),
            Kolom("betaald_eurocent", _("Betaald"), getal=True),
        ],
        rijen,
        leeg=_("In deze periode is niets toegewezen en niets gedeclareerd. Kies een andere periode."),
        voet=_voet(totaal, per_maand=per_maand) if rijen else None,
        toon_titel=False,
    )


def _voet(totaal: Geldstand, *, per_maand: bool) -> dict[str, str]:
    """Return the row of totals; over several months the same assignment would count in each of them."""
    cellen = _cellen(totaal) | {"wat": _("Totaal"), "maand": ""}
    return cellen | {"toegewezen": "", "geleverd": ""} if per_maand else cellen


def _cellen(stand: Geldstand) -> dict[str, str]:
    aantallen = {naam: aantal(getattr(stand, naam)) for naam in ("toegewezen", "geleverd")}
    return aantallen | {naam: euro_centen(getattr(stand, naam)) for naam in CENTEN}


def _csv(regels: Iterable[Geldregel], periode: str) -> HttpResponse:
    """Semicolons and a byte order mark: how a Dutch spreadsheet opens it right at once."""
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="geld-{periode}.csv"'
    schrijver = csv.writer(antwoord, delimiter=";", lineterminator="\r\n")
    namen = [naam.removesuffix("_eurocent") for naam in CENTEN]
    schrijver.writerow(["product", "agb", "aanbieder", "maand", "toewijzingen", "begonnen", *namen])
    for r in regels:
        centen = [f"{getattr(r.stand, naam) / 100:.2f}".replace(".", ",") for naam in CENTEN]
        aantallen = [r.stand.toegewezen, r.stand.geleverd]
        schrijver.writerow([r.product, r.agb, r.aanbieder, f"{r.maand:%Y-%m}", *aantallen, *centen])
    return antwoord
