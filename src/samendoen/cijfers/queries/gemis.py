"""What practice misses: counts of lighter offers that were not there, cut in the ways policy needs."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.cijfers.queries.kruis import Kruistabel, celtekst, kruistabel
from samendoen.cijfers.queries.overzicht import NIET_ERIN
from samendoen.cijfers.queries.tabellen import indicator as zoek_indicator
from samendoen.cijfers.queries.tabellen import stand, tabel_uit
from samendoen.kernel.api import Actor, Domeinfout

AANTAL = "lichter-aanbod-ontbrak"
DEEL = "maatwerk-omdat-lichter-ontbrak"
SNEDEN = (
    ("gebied", ("gemist_aanbod", "team")),
    ("leefgebied", ("gemist_aanbod", "leefgebied")),
    ("reden", ("gemist_aanbod", "waarom_niet")),
    ("jaar", ("gemist_aanbod", "jaar")),
)


@dataclass(frozen=True, slots=True)
class Snede:
    """One table of the page: its name, its heading and the figures."""

    naam: str
    kop: str
    kruis: Kruistabel


@dataclass(frozen=True, slots=True)
class Gemisbeeld:
    """What the page shows: how often in all, which part of maatwerk that is, and the tables. `vol` is false
    when nobody recorded anything yet."""

    peildatum: date
    aantal: str
    deel: str
    sneden: tuple[Snede, ...]

    @property
    def vol(self) -> bool:
        """Whether there is anything to see."""
        return any(snede.kruis.rijen for snede in self.sneden)


def gemisbeeld(door: Actor) -> Gemisbeeld | None:
    """Return what practice misses by the newest snapshot; None when that is older than the recording of it.

    Plain counts, for staff: raises Geweigerd without CIJFERS_ZIEN, and Domeinfout for the council (it is not
    published) or without a snapshot.
    """
    try:
        van = stand(door)
        indicator = zoek_indicator(AANTAL)
        heel = tabel_uit(van, indicator, ())
        deel = tabel_uit(van, zoek_indicator(DEEL), ())
        kruizen = [kruistabel(door, AANTAL, per, van.peildatum) for _naam, per in SNEDEN]
    except Domeinfout as fout:
        if fout.fout not in NIET_ERIN - {"niet_in_publicatie"}:
            raise
        return None
    koppen = {
        "gebied": _("Welk aanbod, in welk gebied"),
        "leefgebied": _("Welk aanbod, voor welk leefgebied"),
        "reden": _("Waarom het er niet was"),
        "jaar": _("Hoe het zich ontwikkelt"),
    }
    sneden = tuple(
        Snede(naam, koppen[naam], kruis) for (naam, _per), kruis in zip(SNEDEN, kruizen, strict=True)
    )
    return Gemisbeeld(van.peildatum, celtekst(heel.rijen[0], heel), celtekst(deel.rijen[0], deel), sneden)
