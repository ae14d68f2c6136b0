"""The fold of the events of one provision, with its assignments."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from samendoen.besluiten.rules import Toewijzingstatus, Voorzieningstatus

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


@dataclass(frozen=True, slots=True)
class Toewijzingstand:
    """What the events say about one assignment; `tot` is the first day no longer."""

    toewijzing: int
    aanbieder: str
    toegewezen_op: date
    van: date
    tot: date | None
    status: Toewijzingstatus = Toewijzingstatus.GELDT
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Voorzieningstand:
    """What the events of one provision say about it, from the announcement on."""

    besluit: int
    product: str
    categorie: str
    kader: str
    team: str
    vorm: str
    honderdste: int
    eenheid: str
    frequentie: str
    van: date
    tot: date | None
    status: Voorzieningstatus
    herroepen_per: date | None = None
    eindreden: str = ""
    herbeoordelen_op: date | None = None
    wijze: str = "specifiek"
    toewijzingen: tuple[Toewijzingstand, ...] = ()

    @property
    def lopend(self) -> Toewijzingstand | None:
        """The assignment that holds, if any."""
        return next((t for t in self.toewijzingen if t.status is Toewijzingstatus.GELDT), None)

    @property
    def aanbieder(self) -> str:
        """The AGB code of who gives it; "" without an assignment that holds."""
        return self.lopend.aanbieder if self.lopend else ""


def vouw_voorziening(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Voorzieningstand | None:
    """Fold the events of one provision into its state; None without events: before its announcement a
    provision is nothing yet. See `vouw`."""
    stand: Voorzieningstand | None = None
    for dag, g in gebeurtenissen:
        stap = _STAP_VOORZIENING.get(g.soort)
        if g.soort == "besluiten.voorziening_toegekend":
            stand = Voorzieningstand(**g.model_dump(), status=Voorzieningstatus.GELDT)
        elif stap is not None and stand is not None:
            stand = stap(stand, dag, g)
    return stand


def _toegewezen(stand: Voorzieningstand, dag: date, g: Any) -> Voorzieningstand:
    nieuw = Toewijzingstand(g.toewijzing, g.aanbieder, dag, g.van, g.tot)
    return replace(stand, toewijzingen=(*stand.toewijzingen, nieuw))


def _toewijzing_anders(stand: Voorzieningstand, g: Any, **anders: Any) -> Voorzieningstand:
    na = tuple(
        replace(t, tot=g.tot, reden=getattr(g, "reden", "") or "", **anders)
        if t.toewijzing == g.toewijzing
        else t
        for t in stand.toewijzingen
    )
    return replace(stand, toewijzingen=na)


def _beeindigd(stand: Voorzieningstand, dag: date, g: Any) -> Voorzieningstand:
    return _toewijzing_anders(stand, g, status=Toewijzingstatus.BEEINDIGD)


def _gewijzigd(stand: Voorzieningstand, dag: date, g: Any) -> Voorzieningstand:
    eind = g.reden if g.verandering == "beeindiging" else ""
    return replace(stand, besluit=g.besluit, honderdste=g.honderdste, tot=g.tot, eindreden=eind)


def _herroepen(stand: Voorzieningstand, dag: date, g: Any) -> Voorzieningstand:
    return replace(stand, status=Voorzieningstatus.HERROEPEN, herroepen_per=g.per)


_STAP_VOORZIENING: dict[str, Callable[[Voorzieningstand, date, Any], Voorzieningstand]] = {
    "besluiten.toegewezen": _toegewezen,
    "besluiten.toewijzing_beeindigd": _beeindigd,
    "besluiten.toewijzing_gewijzigd": lambda stand, _dag, g: _toewijzing_anders(
        stand, g, status=Toewijzingstatus.GELDT
    ),
    "besluiten.toewijzingswijze_gekozen": lambda stand, _dag, g: replace(stand, wijze=g.wijze),
    "besluiten.voorziening_gewijzigd": _gewijzigd,
    "besluiten.herbeoordeling_gepland": lambda stand, _dag, g: replace(stand, herbeoordelen_op=g.op),
    "besluiten.voorziening_herroepen": _herroepen,
}
