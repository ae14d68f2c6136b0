"""Schema of the dashboards: which figures a role sees, in which order and in which form."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from samendoen.cijfers.definities import (
    Extern,
    Indicator,
    Indicatorcode,
    Kolomnaam,
    Zin,
    externe_indicatoren,
    indicatoren,
)
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN
from samendoen.kernel.api import Permissie, Rol, permissies
from samendoen.kernel.definities import (
    Definitie,
    Definitiefout,
    Naam,
    definitie_pad,
    lees_definitie,
    unieke_waarden,
)

MAP = definitie_pad("dashboards")
Toon = Literal["cijfer", "grafiek", "tabel", "vergelijking"]


class Blok(Definitie):
    """One figure on a dashboard: as a number beside last year's, a chart, a table, or a comparison.

    `per` is by what it is broken down, else as the indicator's own table; `periode` is what a number is held
    against: this year or this quarter and the one a year before. `koers`: it counts in the answer at the top.
    """

    code: Indicatorcode
    toon: Toon
    indicator: Indicatorcode
    titel: str = Field(default="", max_length=120)
    per: tuple[Kolomnaam, ...] = Field(default=(), max_length=2)
    periode: Literal["jaar", "kwartaal"] = "jaar"
    koers: bool = False

    @model_validator(mode="after")
    def _past_bij_vorm(self) -> Self:
        if self.koers and self.toon != "cijfer":
            raise ValueError("koers hoort bij een blok dat een cijfer toont")
        if self.toon == "cijfer" and self.per:
            raise ValueError("per hoort niet bij een cijfer: dat is het geheel")
        if self.toon == "vergelijking" and (len(self.per) > 1 or set(self.per) & set(PERIODEDELEN)):
            raise ValueError("een vergelijking gaat over één uitsplitsing, en niet over de tijd")
        return self


class Deel(Definitie):
    """A part of a dashboard: a question, and the figures that answer it."""

    titel: Naam
    zin: str = Field(default="", max_length=300)
    blok: tuple[Blok, ...] = Field(min_length=1)


class Dashboard(Definitie):
    """One dashboard. `bereik` says whose figures: what was published (`openbaar`), all that were frozen
    (`gemeente`), those of one's own team (`team`), or one's own work as it stands now (`eigen`)."""

    code: Indicatorcode
    naam: Naam
    zin: Zin
    rollen: tuple[Rol, ...] = Field(min_length=1)
    volgorde: int = Field(ge=0, le=100)
    bereik: Literal["openbaar", "gemeente", "team", "eigen"]
    deel: tuple[Deel, ...] = ()

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        unieke_waarden("code", [blok.code for blok in self.blokken()])
        if (self.bereik == "eigen") == bool(self.deel):
            raise ValueError("eigen werk heeft geen delen: dat wordt nu geteld; elk ander bereik wel")
        zonder = [r.value for r in self.rollen if Permissie.CIJFERS_ZIEN not in permissies(frozenset({r}))]
        if self.bereik != "eigen" and zonder:
            raise ValueError(f"deze rol mag geen cijfers zien: {', '.join(zonder)}")
        if Rol.RAAD in self.rollen and self.bereik != "openbaar":
            raise ValueError("de raad ziet alleen wat gepubliceerd is: zet bereik op openbaar")
        return self

    def blokken(self) -> Iterator[Blok]:
        """Yield every block in order."""
        for deel in self.deel:
            yield from deel.blok


def dashboards() -> Mapping[str, Dashboard]:
    """Return every dashboard by its code, in their order. Raises Definitiefout."""
    return lees_dashboards(MAP)


@lru_cache(maxsize=8)
def lees_dashboards(map_: Path) -> Mapping[str, Dashboard]:
    """Read the dashboards in a folder and hold them against the indicators. Raises Definitiefout."""
    gelezen = []
    for pad in sorted(map_.glob("*.toml")):
        dashboard = lees_definitie(pad, Dashboard)
        if dashboard.code != pad.stem:
            raise _fout(pad, f"code: hier staat {dashboard.code}, maar het bestand heet {pad.stem}.")
        for plek, blok in _genummerd(dashboard):
            if bezwaar := _bezwaar(dashboard, blok):
                raise _fout(pad, f"{plek}.{bezwaar}")
        gelezen.append(dashboard)
    return {d.code: d for d in sorted(gelezen, key=lambda d: (d.volgorde, d.code))}


def _genummerd(dashboard: Dashboard) -> Iterator[tuple[str, Blok]]:
    for n, deel in enumerate(dashboard.deel, 1):
        for m, blok in enumerate(deel.blok, 1):
            yield f"deel[{n}].blok[{m}]", blok


def _bezwaar(dashboard: Dashboard, blok: Blok) -> str:
    """Return what is wrong with a block, as the rest of a key path and a sentence; "" when nothing is."""
    if blok.indicator in externe_indicatoren():
        return _bezwaar_extern(externe_indicatoren()[blok.indicator], blok)
    indicator = indicatoren().get(blok.indicator)
    if indicator is None:
        return f"indicator: {blok.indicator} bestaat niet."
    vreemd = [naam for naam in blok.per if naam not in indicator.uitsplitsingen]
    if vreemd:
        return f"per: op {', '.join(vreemd)} kan {indicator.code} niet worden uitgesplitst."
    return _bezwaar_bereik(dashboard, blok, indicator)


def _bezwaar_extern(indicator: Extern, blok: Blok) -> str:
    if blok.per:
        return f"per: {indicator.code} meten anderen; dat is niet uit te splitsen."
    if blok.toon == "tabel":
        return f"toon: {indicator.code} meten anderen; kies cijfer, grafiek of vergelijking."
    if blok.koers and indicator.richting == "geen":
        return f"koers: van {indicator.code} is hoger of lager niet beter of slechter."
    return ""


def _bezwaar_bereik(dashboard: Dashboard, blok: Blok, indicator: Indicator) -> str:
    op = indicator.weergave.per if dashboard.bereik == "openbaar" else indicator.uitsplitsingen
    met_tijd = blok.toon in ("cijfer", "vergelijking") and set(indicator.weergave.per) & set(PERIODEDELEN)
    if met_tijd and blok.periode not in op:
        return f"periode: {indicator.code} is hier niet per {blok.periode} te geven."
    if dashboard.bereik == "openbaar":
        if not indicator.openbaar:
            return f"indicator: {indicator.code} wordt niet gepubliceerd."
        if not set(blok.per) <= set(op):
            return f"per: van {indicator.code} gaat alleen {', '.join(op)} naar buiten."
    if dashboard.bereik == "team" and "team" not in indicator.uitsplitsingen:
        return f"indicator: {indicator.code} is niet per team te geven."
    if blok.koers and indicator.richting == "geen":
        return f"koers: van {indicator.code} is hoger of lager niet beter of slechter."
    return ""


def _fout(pad: Path, wat: str) -> Definitiefout:
    return Definitiefout(
        fout="definitie_onjuist",
        toelichting=f"Het definitiebestand dashboards/{pad.name} klopt niet. {wat}",
        doe="Verbeter de genoemde sleutel; lijsten tellen vanaf 1.",
    )
