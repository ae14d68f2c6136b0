"""From whose figures a dashboard is made: everybody's, what was published, or one team's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.models import Momentopname, Publicatie
from samendoen.cijfers.queries.grafieken.uit_tabel import periode_in
from samendoen.cijfers.queries.kruis import deelperiode
from samendoen.cijfers.queries.lichten import Grenzen, Licht, licht_van_rij
from samendoen.cijfers.queries.metingen import Metingwaarde
from samendoen.cijfers.queries.momentopnamen import peiling_van
from samendoen.cijfers.queries.overzicht import NIET_ERIN
from samendoen.cijfers.queries.tabellen import Rij, Stand, Tabel, tabel_uit
from samendoen.cijfers.rules.uitdrukking import eind_van
from samendoen.kernel.api import Domeinfout

JAAR = timedelta(days=365)
SPELING = timedelta(days=31)
"""So far from exactly a year before may lie what a stock is held against."""


@dataclass(frozen=True, slots=True)
class Uitsnede:
    """A day that was authorised, and of which team ("" for all; `teamnamen` is what figures call it).
    `eerder` is about a year before. `grenzen` and `opmerkingen` are of all its indicators,
    `metingen` what others measured.
    """

    van: Stand
    team: str = ""
    eerder: Stand | None = None
    teamnamen: frozenset[str] = frozenset()
    grenzen: Mapping[str, Grenzen] = field(default_factory=dict)
    opmerkingen: Mapping[str, Sequence[tuple[date, str]]] = field(default_factory=dict)
    metingen: Sequence[Metingwaarde] = ()

    def tabel(self, indicator: Indicator, per: Sequence[str]) -> Tabel | None:
        """Return a table, of the own team alone unless it is by team; None when the day holds none."""
        return _tabel(self.van, indicator, per, self.team)

    def tabel_eerder(self, indicator: Indicator, per: Sequence[str]) -> Tabel | None:
        """Return the same table of about a year before, None when nothing was frozen then."""
        return _tabel(self.eerder, indicator, per, self.team) if self.eerder else None

    def licht(self, rij: Rij, tabel: Tabel, periode: str = "") -> Licht | None:
        """Return the light of a figure; bounds on a count hold for the municipality and not for a team."""
        if self.team and not (tabel.is_aandeel or tabel.indicator.is_meting):
            return None
        return licht_van_rij(self.grenzen.get(tabel.indicator.code), rij, tabel, periode)

    def is_om(self, indicator: Indicator, periode: str) -> bool:
        """Return whether a period is over, and counted whole."""
        om = eind_van(periode) - timedelta(days=1) <= self.van.peildatum
        return om and not deelperiode(periode, indicator, self.van.peildatum)


def heeft_tijd(indicator: Indicator) -> bool:
    """Return whether a figure is of a period; else it is a stock: how it stands on the day itself."""
    return periode_in(indicator.weergave.per) is not None


def jaar_eerder(van: Stand) -> Stand | None:
    """Return the snapshot or publication that lies nearest to a year before, within a month. One query."""
    dag = van.peildatum - JAAR
    grenzen = {"peildatum__gte": dag - SPELING, "peildatum__lte": dag + SPELING}

    def afstand(rij: Momentopname | Publicatie) -> int:
        return abs((rij.peildatum - dag).days)

    if van.publicatie is not None:
        rij = min(Publicatie.objects.filter(**grenzen), key=afstand, default=None)
        return Stand(None, rij) if rij else None
    peiling = min(Momentopname.objects.filter(**grenzen), key=afstand, default=None)
    return Stand(peiling_van(peiling), None) if peiling else None


def _tabel(van: Stand, indicator: Indicator, per: Sequence[str], team: str) -> Tabel | None:
    namen = tuple(per)
    snijdt = bool(team) and "team" not in namen
    try:
        tabel = tabel_uit(van, indicator, (*namen, "team") if snijdt else namen)
    except Domeinfout as fout:
        # Who sits in the council too sees what was published, also on the page of another role.
        if fout.fout not in NIET_ERIN | {"niet_openbaar"}:
            raise
        return None
    return _van_team(tabel, team) if snijdt else tabel


def _van_team(tabel: Tabel, team: str) -> Tabel:
    """Return the rows of one team, without the breakdown by team (which is the last)."""
    rijen = tuple(
        replace(rij, namen=rij.namen[:-1], sleutels=rij.sleutels[:-1])
        for rij in tabel.rijen
        if rij.sleutels[-1] == team
    )
    return replace(tabel, per=tabel.per[:-1], rijen=rijen, rangen=tabel.rangen[:-1])
