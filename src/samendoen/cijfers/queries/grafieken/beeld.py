"""The picture of a chart: Altair makes the specification, vl-convert the SVG, in this process.

Readable in grey: series differ in dashes and markers besides colour, bars in fill and outline. The SVG uses
presentation attributes alone, so that it may stand in a page under the content security policy. Altair and
vl-convert are imported when the first chart is drawn.
"""

import json
import re
from functools import lru_cache
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _

from samendoen.cijfers.queries.grafieken.woorden import beschrijving
from samendoen.cijfers.rules.grafiek import Grafiek, Punt

BREEDTE, HOOGTE = 380, 230
"""Of a chart in pixels: so wide as half a page on a screen, and as a telephone."""
PER_STAAF = 38
PER_REGEL = 22
"""So many letters of a name stand on a line beside its bar."""
INKT, RASTER, WIT = "#1d2733", "#d5dbe3", "#ffffff"
# Dark enough on white (3:1 and more), and different to who is colour blind.
KLEUREN = ("#00407a", "#b8500c", "#2f7d32", "#8a3ffc", "#5b6670", "#9c1c4d")
STREPEN = ([1, 0], [7, 3], [2, 2], [10, 3, 2, 3], [4, 4], [12, 4])
VORMEN = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
LETTERS = "Source Sans 3, Segoe UI, system-ui, sans-serif"
GETALLEN = {
    "nl": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["€", ""]},
}
STIJL: dict[str, Any] = {
    "font": LETTERS,
    "background": "transparent",
    "view": {"stroke": None},
    "aria": False,
    "axis": {
        "labelColor": INKT,
        "titleColor": INKT,
        "labelFontSize": 14,
        "titleFontSize": 14,
        "titleFontWeight": "normal",
        "gridColor": RASTER,
        "domainColor": INKT,
        "tickColor": INKT,
        "labelLimit": 170,
    },
    "legend": {
        "orient": "bottom",
        "direction": "horizontal",
        "columns": 2,
        "title": None,
        "labelFontSize": 14,
        "labelColor": INKT,
        "labelLimit": 170,
        "symbolSize": 90,
        "symbolStrokeWidth": 2,
        "symbolDash": [1, 0],
        "rowPadding": 4,
        "columnPadding": 14,
    },
    "text": {"fontSize": 13, "color": INKT, "font": LETTERS},
}


_ROLLEN = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


@lru_cache(maxsize=512)
def svg(grafiek: Grafiek, breedte: int = BREEDTE) -> str:
    """Return the chart as SVG with its title and description in it. The same chart is drawn once."""
    import altair as alt
    import vl_convert

    lagen = _lijn(alt, grafiek) if grafiek.vorm == "lijn" else _staven(alt, grafiek)
    hoogte = HOOGTE if grafiek.vorm == "lijn" else _staafhoogte(grafiek)
    tekening = alt.layer(*lagen).properties(width=breedte, height=hoogte, padding=4)
    # One layer has the legend; else each would draw its own symbol over the other's.
    tekening = tekening.resolve_legend(color="independent", shape="independent")
    tekening = tekening.properties(autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    getekend: str = vl_convert.vegalite_to_svg(
        {**tekening.to_dict(), "config": STIJL}, format_locale=GETALLEN.get(grafiek.taal, GETALLEN["nl"])
    )
    return _met_woorden(getekend, grafiek)


def _met_woorden(getekend: str, grafiek: Grafiek) -> str:
    """Give the picture a name and a description, as an image that is one thing: no roles inside it."""
    begin, haak, rest = _ROLLEN.sub("", getekend).partition(">")
    woorden = f"<title>{escape(grafiek.titel)}</title><desc>{escape(beschrijving(grafiek))}</desc>"
    return f'{begin} role="img"{haak}{woorden}{rest}'


def _staafhoogte(grafiek: Grafiek) -> int:
    return len(grafiek.as_) * (PER_STAAF if len(grafiek.reeksen) == 1 else PER_STAAF + 10)


def _gegevens(alt: Any, grafiek: Grafiek, *, alleen: Any = None) -> Any:
    rijen = [
        {
            "plek": punt.plek,
            "naam": grafiek.as_[punt.plek],
            "reeks": reeks.naam,
            "waarde": punt.waarde,
            "tekst": punt.kort,
            "verborgen": punt.verborgen,
        }
        for reeks in grafiek.reeksen
        for punt in reeks.punten
        if alleen is None or alleen(punt)
    ]
    return alt.Data(values=rijen)


def _schalen(alt: Any, grafiek: Grafiek, *, legenda: bool) -> dict[str, Any]:
    """Return colour and marker by series, with or without the legend that shows both."""
    namen = [reeks.naam for reeks in grafiek.reeksen]
    kop = alt.Legend() if legenda and len(namen) > 1 else None
    kleur = alt.Scale(domain=namen, range=list(KLEUREN[: len(namen)]))
    vorm = alt.Scale(domain=namen, range=list(VORMEN[: len(namen)]))
    return {
        "color": alt.Color("reeks:N", scale=kleur, legend=kop, title=None),
        "shape": alt.Shape("reeks:N", scale=vorm, legend=kop, title=None),
    }


def _lijn(alt: Any, grafiek: Grafiek) -> list[Any]:
    x, stil = _tijdas(alt, grafiek), _schalen(alt, grafiek, legenda=False)
    boven = -26 if grafiek.dagstrepen else -8  # above the numbers of what is marked
    as_ = alt.Axis(
        title=grafiek.eenheid, titleAngle=0, titleAlign="left", titleY=boven, titleX=-30, tickCount=5
    )
    y = alt.Y("waarde:Q", scale=alt.Scale(zero=True, nice=True), axis=as_)
    # What is hidden breaks the line; where nobody counted it goes on.
    vast = alt.Chart(_gegevens(alt, grafiek, alleen=_op_de_lijn))
    deel = alt.Chart(_gegevens(alt, grafiek, alleen=lambda punt: punt.deel and punt.waarde is not None))
    namen = [reeks.naam for reeks in grafiek.reeksen]
    streep = alt.Scale(domain=namen, range=[list(s) for s in STREPEN[: len(namen)]])
    lijn = vast.mark_line(strokeWidth=2.5).encode(
        x=x, y=y, color=stil["color"], strokeDash=alt.StrokeDash("reeks:N", scale=streep, legend=None)
    )
    stippen = vast.mark_point(filled=True, size=55, opacity=1).encode(
        x=x, y=y, **_schalen(alt, grafiek, legenda=True)
    )
    open_ = deel.mark_point(filled=False, size=55, strokeWidth=2, opacity=1, fill=WIT)
    return [
        *_strepen(alt, grafiek, x),
        lijn,
        stippen,
        open_.encode(x=x, y=y, **stil),
        *_gaten(alt, grafiek, x),
    ]


def _op_de_lijn(punt: Punt) -> bool:
    return not punt.deel and (punt.waarde is not None or punt.verborgen)


def _tijdas(alt: Any, grafiek: Grafiek) -> Any:
    """Return the axis of periods: numbers, so that a remark can stand between two of them."""
    laatste = len(grafiek.as_) - 1
    stap = 1 + laatste // 8
    as_ = alt.Axis(
        title=None,
        grid=False,
        values=list(range(laatste % stap, laatste + 1, stap)),
        labelExpr=f"{json.dumps([_regels(naam) for naam in grafiek.as_])}[datum.value]",
        labelOverlap=False,
    )
    schaal = alt.Scale(domain=[-0.5, laatste + 0.5], nice=False, zero=False)
    return alt.X("plek:Q", scale=schaal, axis=as_)


def _regels(naam: str) -> list[str]:
    """Return the lines under the axis: a quarter above its year, and how far a period goes below."""
    periode, haak, rest = naam.partition(" (")
    jaar, streep, kwartaal = periode.partition("-K")
    regels = [f"K{kwartaal}", jaar] if streep else [periode]
    return [*regels, rest.removesuffix(")").removesuffix(f" {jaar[:4]}")] if haak else regels


def _gaten(alt: Any, grafiek: Grafiek, x: Any) -> list[Any]:
    """Return a word at the foot of each period of which figures are hidden."""
    per: dict[int, int] = {}
    for reeks in grafiek.reeksen:
        for punt in reeks.punten:
            if punt.verborgen:
                per[punt.plek] = per.get(punt.plek, 0) + 1
    if not per:
        return []
    rijen = [
        {"plek": plek, "tekst": _("verborgen") if n == 1 else _("%(n)s verborgen") % {"n": n}}
        for plek, n in per.items()
    ]
    basis = alt.Chart(alt.Data(values=rijen))
    vorm: dict[str, Any] = {"angle": 270, "align": "left", "dx": 4}
    lagen = (basis.mark_text(**vorm, stroke=WIT, strokeWidth=4), basis.mark_text(**vorm))
    return [laag.encode(x=x, y=alt.value(HOOGTE), text="tekst:N") for laag in lagen]


def _strepen(alt: Any, grafiek: Grafiek, x: Any) -> list[Any]:
    dagen = [{"plek": s.plek, "tekst": f"({n})"} for n, s in enumerate(grafiek.dagstrepen, 1)]
    ijken = [
        {"waarde": streep.waarde, "tekst": streep.naam}
        for streep in grafiek.strepen
        if streep.waarde is not None
    ]
    lagen = []
    if dagen:
        basis = alt.Chart(alt.Data(values=dagen))
        lagen.append(basis.mark_rule(color=INKT, strokeDash=[1, 4], strokeWidth=2).encode(x=x))
        lagen.append(basis.mark_text(dy=-8).encode(x=x, y=alt.value(0), text="tekst:N"))
    if ijken:
        basis = alt.Chart(alt.Data(values=ijken))
        lagen.append(basis.mark_rule(color=INKT, strokeDash=[12, 3, 3, 3]).encode(y="waarde:Q"))
        lagen.append(
            basis.mark_text(align="left", dx=2, dy=-6).encode(y="waarde:Q", x=alt.value(0), text="tekst:N")
        )
    return lagen


def _staven(alt: Any, grafiek: Grafiek) -> list[Any]:
    namen = [reeks.naam for reeks in grafiek.reeksen]
    basis = alt.Chart(_gegevens(alt, grafiek))
    hoogst = max([p.waarde for r in grafiek.reeksen for p in r.punten if p.waarde is not None] or [1])
    regels = {naam: wrap(naam, PER_REGEL) for naam in grafiek.as_}
    as_ = alt.Axis(
        title=None,
        ticks=False,
        domain=False,
        labelPadding=6,
        labelExpr=f"{json.dumps(regels)}[datum.value]",
    )
    # Room at the right for the figure behind the longest bar.
    ruimte = alt.Scale(domain=[0, 1.28 * (hoogst or 1)], nice=False)
    waar = {
        "y": alt.Y("naam:N", sort=list(grafiek.as_), axis=as_),
        "yOffset": alt.YOffset("reeks:N", sort=namen) if len(namen) > 1 else alt.Undefined,
    }
    fill = alt.Fill(
        "reeks:N",
        scale=alt.Scale(
            domain=namen, range=[KLEUREN[0] if reeks.nadruk else WIT for reeks in grafiek.reeksen]
        ),
        legend=alt.Legend() if len(namen) > 1 else None,
        title=None,
    )
    staaf = basis.mark_bar(stroke=KLEUREN[0], strokeWidth=1.5, height={"band": 0.72})
    tekst = basis.mark_text(align="left", dx=5).transform_calculate(vanaf="datum.waarde || 0")
    return [
        staaf.encode(x=alt.X("waarde:Q", scale=ruimte, axis=None), fill=fill, **waar),
        tekst.encode(x=alt.X("vanaf:Q", axis=None), text="tekst:N", **waar),
    ]
