"""From the table of an indicator to its chart: a line per series, or bars when there is no time in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.queries.kruis import celtekst, deelperiode, geldt_hier, naamtekst
from samendoen.cijfers.queries.tabellen import Rij, Stand, Tabel, tabel_uit, volgorde
from samendoen.cijfers.queries.verwoording import breuken
from samendoen.cijfers.rules.grafiek import (
    MEESTE_REEKSEN,
    Grafiek,
    Punt,
    Reeks,
    Streep,
    aaneen,
    plek_van,
)
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN, Sleutel
from samendoen.schil.api import datum_zonder_dag

Opmerkingen = Sequence[tuple[date, str]]
VERSTE = 16
"""So many of the newest periods a line shows."""
MEESTE_STAVEN = 20
"""Of more there is no picture, and the table has them all."""


def grafiek_uit(
    van: Stand, indicator: Indicator, per: Sequence[str] = (), opmerkingen: Opmerkingen = ()
) -> Grafiek | None:
    """Return the chart of an indicator on a day that was authorised; by `per`, else as its table shows it.

    None when there is nothing to draw. Of too many series only the whole is drawn. Raises as `tabel_uit`.
    """
    tabel = tabel_uit(van, indicator, tuple(per) or indicator.weergave.per)
    periode = periode_in(tabel.per)
    if periode is None or len(tabel.per) == 1 or not _te_veel(tabel, periode):
        return grafiek_van(tabel, opmerkingen)
    zonder_totaal = van.publicatie is not None and isinstance(indicator.maat, definities.Uniek)
    return None if zonder_totaal else grafiek_van(tabel_uit(van, indicator, [periode]), opmerkingen)


def grafiek_van(tabel: Tabel, opmerkingen: Opmerkingen = ()) -> Grafiek | None:
    """Return the chart of a table by a period and at most one more: lines; by one that is no period: bars.

    `opmerkingen` (day, words) are marked in lines, as the breaks of the definition are.
    """
    periode = periode_in(tabel.per)
    if periode is None:
        return staven(tabel, tabel.rijen) if len(tabel.per) == 1 else None
    if len(tabel.per) == 1:
        return lijnen(tabel, periode, opmerkingen=opmerkingen)
    [ander] = (naam for naam in tabel.per if naam != periode)
    bekend = {rij.namen[tabel.per.index(periode)] for rij in tabel.rijen} - {None}
    if len(bekend) == 1:
        return _een_periode(tabel, periode, str(bekend.pop()))
    return None if _te_veel(tabel, periode) else lijnen(tabel, periode, ander, opmerkingen)


def _een_periode(tabel: Tabel, periode: str, welke: str) -> Grafiek | None:
    """Return bars where there is no time to draw a line through yet."""
    rijen = in_periode(tabel, welke)
    naam = naamtekst(welke, periode, tabel.indicator, tabel.peildatum)
    return staven(zonder(tabel, periode), rijen, nu=naam)


def in_periode(tabel: Tabel, welke: str) -> list[Rij]:
    """Return the rows of one period, by what else they are broken down."""
    tijd = next(n for n, naam in enumerate(tabel.per) if naam in PERIODEDELEN)
    return [
        replace(rij, namen=rij.namen[:tijd] + rij.namen[tijd + 1 :])
        for rij in tabel.rijen
        if str(rij.namen[tijd]) == welke
    ]


def zonder(tabel: Tabel, periode: str) -> Tabel:
    """Return the table as if it were not broken down by time; its rows still are."""
    tijd = tabel.per.index(periode)
    return replace(
        tabel,
        per=tabel.per[:tijd] + tabel.per[tijd + 1 :],
        rangen=tabel.rangen[:tijd] + tabel.rangen[tijd + 1 :],
    )


def periode_in(per: Sequence[str]) -> str | None:
    """Return the breakdown by time among these, if there is one."""
    return next((naam for naam in per if naam in PERIODEDELEN), None)


def _te_veel(tabel: Tabel, periode: str) -> bool:
    ander = next(n for n, naam in enumerate(tabel.per) if naam != periode)
    return len(namen_in(tabel, ander)) > MEESTE_REEKSEN


def lijnen(
    tabel: Tabel, periode: str, reeks: str | None = None, opmerkingen: Opmerkingen = ()
) -> Grafiek | None:
    """Return a line per value of `reeks` (without: one line) over the periods of a table."""
    indicator, tijd = tabel.indicator, tabel.per.index(periode)
    perioden = aaneen([str(rij.namen[tijd]) for rij in tabel.rijen if rij.namen[tijd] is not None])[-VERSTE:]
    if len(perioden) < 2:
        return None
    anders = tabel.per.index(reeks) if reeks else None
    groepen = [None] if anders is None else namen_in(tabel, anders)
    cellen = {
        (None if anders is None else rij.namen[anders], str(rij.namen[tijd])): rij for rij in tabel.rijen
    }
    return Grafiek(
        titel=indicator.naam,
        eenheid=eenheid_van(tabel),
        vorm="lijn",
        as_=tuple(naamtekst(naam, periode, indicator, tabel.peildatum) for naam in perioden),
        reeksen=tuple(_reeks(tabel, reeks, groep, perioden, cellen) for groep in groepen),
        strepen=(*_dagstrepen(indicator, perioden, opmerkingen), *ijkstrepen(indicator)),
        taal=get_language() or "nl",
    )


def _dagstrepen(indicator: Indicator, perioden: Sequence[str], opmerkingen: Opmerkingen) -> Iterator[Streep]:
    """Yield what must be known of a day on the axis: breaks of the definition, and remarks."""
    zin = _("Vanaf %(dag)s: %(reden)s")
    breuk = [(dag, zin % {"dag": datum_zonder_dag(dag), "reden": reden}) for dag, reden in breuken(indicator)]
    for dag, tekst in sorted((*breuk, *opmerkingen)):
        plek = plek_van(dag, perioden)
        if plek is not None:
            yield Streep(tekst, plek=plek)


def _reeks(
    tabel: Tabel,
    uitsplitsing: str | None,
    groep: Sleutel,
    perioden: Sequence[str],
    cellen: dict[tuple[Sleutel, str], Rij],
) -> Reeks:
    naam = naamtekst(groep, uitsplitsing, tabel.indicator, tabel.peildatum) if uitsplitsing else ""
    punten = tuple(
        replace(
            punt(cellen.get((groep, periode)), tabel, plek),
            deel=bool(deelperiode(periode, tabel.indicator, tabel.peildatum)),
        )
        for plek, periode in enumerate(perioden)
    )
    return Reeks(naam or tabel.indicator.naam, punten)


def staven(
    tabel: Tabel, rijen: Sequence[Rij], eerder: Sequence[Rij] = (), *, nu: str = "", toen: str = ""
) -> Grafiek | None:
    """Return a bar per row, which has one name; beside it that of `eerder`, the period before."""
    namen = sorted({rij.namen[0] for rij in (*rijen, *eerder)}, key=lambda naam: volgorde(naam, _rang(tabel)))
    if not namen or len(namen) > MEESTE_STAVEN:
        return None
    indicator = tabel.indicator

    def reeks(naam: str, van: Sequence[Rij], *, nadruk: bool) -> Reeks:
        per = {rij.namen[0]: rij for rij in van}
        return Reeks(naam, tuple(punt(per.get(n), tabel, plek) for plek, n in enumerate(namen)), nadruk)

    reeksen = [reeks(nu or indicator.naam, rijen, nadruk=True)]
    if eerder:
        reeksen.append(reeks(toen, eerder, nadruk=False))
    return Grafiek(
        titel=indicator.naam,
        eenheid=eenheid_van(tabel),
        vorm="staaf",
        as_=tuple(naamtekst(naam, tabel.per[0], indicator, tabel.peildatum) for naam in namen),
        reeksen=tuple(reeksen),
        strepen=ijkstrepen(indicator),
        taal=get_language() or "nl",
    )


def punt(rij: Rij | None, tabel: Tabel, plek: int) -> Punt:
    """Return a figure as a point. What is not in a table of counts is zero, as the table itself says."""
    tekst = celtekst(rij, tabel)
    if rij is None:
        leeg = tabel.is_aandeel or tabel.indicator.is_meting
        return Punt(plek, None if leeg else 0.0, tekst)
    if rij.onderdrukt or rij.waarde is None:
        return Punt(plek, None, tekst, verborgen=rij.onderdrukt)
    return Punt(plek, _getekend(rij.waarde, tabel), tekst)


def _getekend(waarde: float, tabel: Tabel) -> float:
    if tabel.is_aandeel:
        return round(100 * waarde, 1)
    return round(waarde / 100, 2) if in_geld(tabel.indicator) else round(float(waarde), 2)


def in_geld(indicator: Indicator) -> bool:
    """Return whether a figure is an amount."""
    maat = indicator.maat
    return isinstance(maat, definities.Gemeten) and maat.kolom.endswith("_eurocent")


def eenheid_van(tabel: Tabel) -> str:
    """Return what stands beside the axis."""
    if tabel.is_aandeel:
        return "%"
    return "€" if in_geld(tabel.indicator) else tabel.indicator.eenheid


def ijkstrepen(indicator: Indicator) -> tuple[Streep, ...]:
    """Return the lines to hold the figure against: baseline and target that hold in this municipality."""
    benoemd = (indicator.nulmeting, indicator.streefwaarde)
    return tuple(
        Streep(f"{ijk.naam} ({ijk.jaar})", waarde=float(ijk.waarde))
        for ijk in benoemd
        if ijk and geldt_hier(ijk.gemeente)
    )


def namen_in(tabel: Tabel, nummer: int) -> list[Sleutel]:
    """Return the names of one breakdown, in their order."""
    rang = tabel.rangen[nummer] if tabel.rangen else {}
    return sorted({rij.namen[nummer] for rij in tabel.rijen}, key=lambda naam: volgorde(naam, rang))


def _rang(tabel: Tabel) -> Mapping[Sleutel, int]:
    return tabel.rangen[0] if tabel.rangen else {}
