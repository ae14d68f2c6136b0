"""What stands on a dashboard: its parts and blocks, as values that a page only has to place."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.definities.dashboards import Blok, Dashboard
from samendoen.cijfers.queries.dashboards.cijfer import Cijferbeeld, cijferbeeld
from samendoen.cijfers.queries.dashboards.elders import cijfer_elders, elders_vergeleken
from samendoen.cijfers.queries.dashboards.keuze import Keuze
from samendoen.cijfers.queries.dashboards.koers import Koers, koers_van
from samendoen.cijfers.queries.dashboards.uitsnede import Uitsnede, heeft_tijd, jaar_eerder
from samendoen.cijfers.queries.grafieken.uit_tabel import grafiek_van, in_periode, periode_in, staven, zonder
from samendoen.cijfers.queries.kruis import naamtekst
from samendoen.cijfers.queries.lichten import grenzen_van
from samendoen.cijfers.queries.metingen import alle_metingen
from samendoen.cijfers.queries.opmerkingen import opmerkingen_van
from samendoen.cijfers.queries.tabellen import Stand, Tabel
from samendoen.cijfers.rules.grafiek import Grafiek, aaneen
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN


@dataclass(frozen=True, slots=True)
class Blokbeeld:
    """One block. What is empty is not shown; `leeg` then says why. `tabel` is where its figures
    come from; what others measured has none."""

    blok: Blok
    titel: str
    zin: str
    cijfer: Cijferbeeld | None = None
    grafiek: Grafiek | None = None
    tabel: Tabel | None = None
    leeg: str = ""


@dataclass(frozen=True, slots=True)
class Deelbeeld:
    """One part: numbers first, then what needs more room."""

    titel: str
    zin: str
    cijfers: tuple[Blokbeeld, ...]
    blokken: tuple[Blokbeeld, ...]


@dataclass(frozen=True, slots=True)
class Dashboardbeeld:
    """A whole dashboard of a day; `koers` is the answer at its top, None when nothing is judged by it."""

    dashboard: Dashboard
    peildatum: date
    delen: tuple[Deelbeeld, ...]
    koers: Koers | None


def dashboardbeeld(dashboard: Dashboard, uit: Uitsnede) -> Dashboardbeeld:
    """Return what stands on a dashboard."""
    delen = []
    for deel in dashboard.deel:
        beelden = [blokbeeld(uit, blok) for blok in deel.blok]
        delen.append(
            Deelbeeld(
                deel.titel,
                deel.zin,
                tuple(b for b in beelden if b.blok.toon == "cijfer"),
                tuple(b for b in beelden if b.blok.toon != "cijfer"),
            )
        )
    return Dashboardbeeld(dashboard, uit.van.peildatum, tuple(delen), koers_van(delen))


def uitsnede(keuze: Keuze, van: Stand) -> Uitsnede:
    """Return from whose figures a dashboard is made."""
    team, codes = keuze.team, {blok.indicator for blok in keuze.dashboard.blokken()}
    return Uitsnede(
        van,
        team.code if team else "",
        jaar_eerder(van),
        frozenset({team.naam, team.telnaam}) if team else frozenset(),
        grenzen_van(codes),
        opmerkingen_van(codes),
        alle_metingen() if codes & set(definities.externe_indicatoren()) else (),
    )


def blokbeeld(uit: Uitsnede, blok: Blok) -> Blokbeeld:
    """Return one block."""
    elders = definities.externe_indicatoren().get(blok.indicator)
    if elders is not None:
        if blok.toon == "cijfer":
            cijfer = cijfer_elders(uit, elders.code)
            return Blokbeeld(blok, blok.titel or elders.naam, elders.zin, cijfer=cijfer)
        grafiek, leeg = elders_vergeleken(uit.metingen, elders.code)
        return Blokbeeld(blok, blok.titel or elders.naam, elders.zin, grafiek=grafiek, leeg=leeg)
    indicator = definities.indicatoren()[blok.indicator]
    leeg_beeld = Blokbeeld(blok, blok.titel or indicator.naam, indicator.zin)
    if blok.toon == "cijfer":
        gevonden = cijferbeeld(uit, indicator, blok.periode)
        return replace(leeg_beeld, cijfer=gevonden, tabel=uit.tabel(indicator, cijfer_per(indicator, blok)))
    grafiek, tabel = _getekend(uit, indicator, blok)
    if tabel is None or not tabel.rijen:
        return replace(leeg_beeld, leeg=_("Hier is op deze dag nog niets van geteld."))
    return replace(leeg_beeld, grafiek=grafiek, tabel=tabel)


def cijfer_per(indicator: Indicator, blok: Blok) -> list[str]:
    """Return by what the table behind a number goes."""
    per = [indicator.maat.kolom] if isinstance(indicator.maat, definities.Verdeling) else []
    return [*per, blok.periode] if heeft_tijd(indicator) else per


def _getekend(uit: Uitsnede, indicator: Indicator, blok: Blok) -> tuple[Grafiek | None, Tabel | None]:
    if blok.toon == "vergelijking":
        return _vergeleken(uit, indicator, blok)
    per = _per(uit, indicator, blok)
    tabel = uit.tabel(indicator, per)
    if tabel is None or blok.toon == "tabel":
        return None, tabel
    periode = periode_in(per)
    opmerkingen = uit.opmerkingen.get(indicator.code, ())
    grafiek = grafiek_van(tabel, opmerkingen)
    if grafiek is None and periode and len(per) > 1 and not isinstance(indicator.maat, definities.Verdeling):
        geheel = uit.tabel(indicator, [periode])
        grafiek = grafiek_van(geheel, opmerkingen) if geheel else None
    return grafiek, tabel


def _per(uit: Uitsnede, indicator: Indicator, blok: Blok) -> tuple[str, ...]:
    """Return by what a chart or table goes; a team's own is not broken down by team."""
    per = blok.per or indicator.weergave.per
    if uit.team and not blok.per:
        per = tuple(naam for naam in per if naam != "team")
    return per


def _vergeleken(uit: Uitsnede, indicator: Indicator, blok: Blok) -> tuple[Grafiek | None, Tabel | None]:
    """Return bars of teams (or what else it is broken down by), beside those of a year before."""
    waarop = blok.per[0] if blok.per else _waarop(uit, indicator)
    if heeft_tijd(indicator):
        tabel = uit.tabel(indicator, [waarop, blok.periode])
        return _met_eigen(uit, _perioden_naast(uit, tabel, blok) if tabel else None), tabel
    tabel, toen = uit.tabel(indicator, [waarop]), uit.tabel_eerder(indicator, [waarop])
    if tabel is None:
        return None, None
    grafiek = staven(tabel, tabel.rijen, toen.rijen if toen else (), nu=_("nu"), toen=_("een jaar eerder"))
    return _met_eigen(uit, grafiek), tabel


def _perioden_naast(uit: Uitsnede, tabel: Tabel, blok: Blok) -> Grafiek | None:
    """Return bars of the newest period that is over beside a year before; without one those of now."""
    perioden = aaneen([str(rij.namen[1]) for rij in tabel.rijen if rij.namen[1] is not None])
    if not perioden:
        return None
    om = [p for p in perioden if uit.is_om(tabel.indicator, p)] or perioden[-1:]
    stap = 4 if blok.periode == "kwartaal" else 1
    nu, toen = om[-1], om[-1 - stap] if len(om) > stap else ""
    naam = naamtekst(nu, blok.periode, tabel.indicator, tabel.peildatum)
    eerder = in_periode(tabel, toen) if toen else ()
    return staven(zonder(tabel, blok.periode), in_periode(tabel, nu), eerder, nu=naam, toen=toen)


def _waarop(uit: Uitsnede, indicator: Indicator) -> str:
    return "team" if uit.team else next(n for n in indicator.weergave.per if n not in PERIODEDELEN)


def _met_eigen(uit: Uitsnede, grafiek: Grafiek | None) -> Grafiek | None:
    """Say at the bars of one's own team that it is."""
    if grafiek is None or not uit.teamnamen:
        return grafiek
    zin = _("%(team)s (uw team)")
    as_ = (zin % {"team": naam} if naam in uit.teamnamen else naam for naam in grafiek.as_)
    return replace(grafiek, as_=tuple(as_))
