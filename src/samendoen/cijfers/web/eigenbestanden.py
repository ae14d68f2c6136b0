"""The answer to an own question as a file: a spreadsheet with numbers that are numbers, or CSV."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samendoen.cijfers.queries.eigenuitleg import uitleg_van
from samendoen.cijfers.queries.eigenvraag import Antwoord
from samendoen.cijfers.queries.kruis import as_van, cellen_van, celtekst
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam
from samendoen.cijfers.queries.tabellen import Rij, Tabel
from samendoen.cijfers.rules.uitdrukking import Sleutel

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Waarde = int | float | str
# What a spreadsheet would take for a formula.
_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def raster(antwoord: Antwoord) -> list[list[Waarde]]:
    """Return the table of an answer as rows of values, heading and totals included: numbers, and words for
    what is hidden."""
    kruis, per = antwoord.kruis, antwoord.keuze.per
    basis = kruis.tabel
    rijen, kolommen = as_van(basis, 0), as_van(basis, 1)

    def waarden(van: Tabel, sleutels: Sequence[tuple[Sleutel, ...]]) -> list[Waarde]:
        cellen = cellen_van(van)
        return [_waarde(cellen.get(sleutel), van) for sleutel in sleutels]

    kop: list[Waarde] = [uitsplitsingsnaam(per[0]) if per else "", *kruis.kolommen]
    inhoud = [
        [naam, *waarden(basis, [rij + kolom for kolom in kolommen])]
        for naam, rij in zip(kruis.rijen, rijen, strict=True)
    ]
    if kruis.totaal is None:
        return [kop, *inhoud]
    voet: list[Waarde] = [_("Totaal"), *waarden(antwoord.delen[per[1:]], kolommen)]
    if kruis.rijtotalen is None:
        return [kop, *inhoud, voet]
    totalen = waarden(antwoord.delen[per[:1]], rijen)
    met = [[*rij, totaal] for rij, totaal in zip(inhoud, totalen, strict=True)]
    return [[*kop, _("Totaal")], *met, [*voet, *waarden(antwoord.delen[()], [()])]]


def _waarde(rij: Rij | None, van: Tabel) -> Waarde:
    if rij is None:
        return "" if van.indicator.is_meting else 0
    if rij.onderdrukt:
        return celtekst(rij, van)
    return "" if rij.waarde is None else rij.waarde


def als_xlsx(antwoord: Antwoord) -> HttpResponse:
    """Return a workbook of two sheets: the figures, and what they are."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as boek:
        vet = boek.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        getal, komma = boek.add_format({"num_format": "#,##0"}), boek.add_format({"num_format": "#,##0.0"})
        tekst = boek.add_format({"text_wrap": True, "valign": "top"})
        rechts = boek.add_format({"align": "right", "italic": True})
        blad = boek.add_worksheet(_("Cijfers"))
        rijen = raster(antwoord)
        for r, rij in enumerate(rijen):
            for k, waarde in enumerate(rij):
                if not isinstance(waarde, str):
                    blad.write_number(r, k, waarde, komma if isinstance(waarde, float) else getal)
                else:
                    blad.write_string(r, k, waarde, vet if r == 0 else tekst if k == 0 else rechts)
        blad.set_column(0, 0, 34)
        blad.set_column(1, max(len(rijen[0]) - 1, 1), 14)
        blad.freeze_panes(1, 1)
        over = boek.add_worksheet(_("Uitleg"))
        over.set_column(0, 0, 22)
        over.set_column(1, 1, 90)
        regels = [(_("Vraag"), antwoord.kruis.tabel.indicator.naam), *uitleg_van(antwoord)]
        for r, (term, zin) in enumerate(regels):
            over.write_string(r, 0, term, vet)
            over.write_string(r, 1, zin, tekst)
    return HttpResponse(buffer.getvalue(), content_type=XLSX)


def als_csv(antwoord: Antwoord) -> HttpResponse:
    """Return one line per figure: semicolons and a byte order mark, as a Dutch spreadsheet wants it."""
    tabel = antwoord.kruis.tabel
    uit = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    over = ["over"] if tabel.indicator.is_meting else []
    schrijver.writerow([*tabel.per, "waarde", *over, "onderdrukt"])
    for rij in tabel.rijen:
        waarde = "" if rij.waarde is None else str(rij.waarde).replace(".", ",")
        namen = ["" if naam is None else _veilig(str(naam)) for naam in rij.namen]
        schrijver.writerow([*namen, waarde, *([rij.over] if over else []), "ja" if rij.onderdrukt else "nee"])
    return uit


def als_json(antwoord: Antwoord) -> HttpResponse:
    """Return the figures with what they are, for a machine."""
    document = {
        **antwoord.kruis.tabel.als_json(),
        "vraag": antwoord.kruis.tabel.indicator.naam,
        "mag_naar_buiten": antwoord.buiten,
        "verborgen": antwoord.verborgen,
        "uitleg": dict(uitleg_van(antwoord)),
    }
    return HttpResponse(json.dumps(document, ensure_ascii=False), content_type="application/json")


def _veilig(tekst: str) -> str:
    return f"'{tekst}" if tekst.startswith(_FORMULE) else tekst


Maak = Callable[[Antwoord], HttpResponse]
VORMEN: Mapping[str, Maak] = {
    "xlsx": als_xlsx,
    "csv": als_csv,
    "json": als_json,
}
